package audit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"forewarn/audit/yamldoc"
)

func TestReadFile(t *testing.T) {
	path := planFile(t, helpDesk)
	got, err := ReadFile(path)
	if err != nil || string(got) != helpDesk {
		t.Errorf("read %q, %v", got, err)
	}
}

func TestReadFileReadsNoMoreThanAPlanMayHave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const size = 100 << 20
	if err := f.Truncate(size); err != nil {
		t.Fatal(err)
	}
	got, err := ReadFile(path)
	if err != nil || len(got) != yamldoc.MaxBytes+1 {
		t.Errorf("read %d bytes, %v; want %d", len(got), err, yamldoc.MaxBytes+1)
	}
	_, found := Parse(got, testBank())
	if len(found) != 1 || found[0].ID != yamldoc.NotReadable {
		t.Errorf("found %v, want one finding that it is too large", found)
	}
	if _, err := Open(path, testBank()); !errors.As(err, new(*InvalidError)) {
		t.Errorf("opening it gives %v", err)
	}
}

func TestReadFileRefuses(t *testing.T) {
	dir := t.TempDir()
	none := filepath.Join(dir, "none.yaml")
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(none, link); err != nil {
		t.Skip("no links here:", err)
	}
	tests := []struct {
		name, path string
		is         error
		words      []string
	}{
		{"missing", none, fs.ErrNotExist, []string{none, "no such file", "run: forewarn new " + none}},
		{"missing folder", filepath.Join(dir, "gone", "plan.yaml"), fs.ErrNotExist, []string{"no such file", "forewarn new"}},
		{"folder", dir + "/", nil, []string{dir, "folder", fmt.Sprintf("%q", filepath.Join(dir, "plan.yaml"))}},
		{"link to nothing", link, fs.ErrNotExist, []string{link, "link", "mend"}},
		{"device", os.DevNull, nil, []string{os.DevNull, "device"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadFile(tt.path)
			says(t, err, append(tt.words, "reading")...)
			if tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("error %q does not wrap %q", err, tt.is)
			}
			if _, opening := Open(tt.path, testBank()); opening == nil || opening.Error() != err.Error() {
				t.Errorf("opening it says %v, reading %v", opening, err)
			}
		})
	}
}

func TestReadFailureInPlainWords(t *testing.T) {
	tests := []struct {
		name  string
		err   error
		words []string
	}{
		{"permission", &fs.PathError{Op: "open", Path: "plan.yaml", Err: fs.ErrPermission}, []string{"may not read", "ask its owner"}},
		{"anything else", &fs.PathError{Op: "read", Path: "plan.yaml", Err: errors.New("input/output error")}, []string{`reading "plan.yaml": input/output error; `}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			says(t, readFailure("plan.yaml", tt.err), tt.words...)
		})
	}
}

func TestCommandCanBeTyped(t *testing.T) {
	tests := []struct{ path, want string }{
		{"plan.yaml", "forewarn new plan.yaml"},
		{"../plans/plan-2.yaml", "forewarn new ../plans/plan-2.yaml"},
		{"../Pläne/plan.yaml", "forewarn new '../Pläne/plan.yaml'"},
		{"my plan.yaml", "forewarn new 'my plan.yaml'"},
		{"$(touch x).yaml", "forewarn new '$(touch x).yaml'"},
		{"it's.yaml", `forewarn new 'it'\''s.yaml'`},
		{"-plan.yaml", "forewarn new ./-plan.yaml"},
		{"--as of.yaml", "forewarn new './--as of.yaml'"},
		{"~/plan.yaml", "forewarn new '~/plan.yaml'"},
		{"", "forewarn new ''"},
		{"\x1b[2J.yaml", `forewarn new '\u001b[2J.yaml'`},
	}
	for _, tt := range tests {
		if got := command("new", tt.path); got != tt.want {
			t.Errorf("command for %q is %q, want %q", tt.path, got, tt.want)
		}
	}
}

func TestCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	if err := Create(path, []byte(helpDesk)); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != helpDesk {
		t.Errorf("the file holds %q", got)
	}
	if got := names(t, path); got != "plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}
	says(t, Create(path, []byte("other")), path, "already", "run: forewarn ask "+path)
	if got := read(t, path); got != helpDesk {
		t.Errorf("a second Create left %q", got)
	}
}

func TestCreateRefusesWhateverHasTheName(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside")
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(outside, link); err != nil {
		t.Skip("no links here:", err)
	}
	for _, path := range []string{dir, link} {
		if err := Create(path, []byte("x")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("creating %q gives %v", path, err)
		}
	}
	if present(outside) {
		t.Error("it was written through a link")
	}
	says(t, Create(filepath.Join(dir, "gone", "plan.yaml"), nil), filepath.Join(dir, "gone"), "make that folder")
}

func TestCreateLeavesNoHalfFile(t *testing.T) {
	for _, step := range []string{"write", "sync", "close"} {
		path := filepath.Join(t.TempDir(), "plan.yaml")
		d := (&faultyDisk{step: step, err: errFull()}).disk()
		if err := d.add(path, bytes.Repeat([]byte("x"), 5000), 0o666); err == nil {
			t.Errorf("no error when %s fails", step)
		}
		if got := names(t, path); got != "" {
			t.Errorf("when %s fails, the folder holds %q", step, got)
		}
	}
}
