package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"forewarn/audit/disk"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// Whoever meets trouble with a plan file is told what to do in the terms of this
// program; opening says the same as reading.
func TestTroubleNamesTheNextStep(t *testing.T) {
	dir := t.TempDir()
	none := filepath.Join(dir, "my plan.yaml")
	tests := []struct {
		name, path string
		is         error
		words      []string
	}{
		{"missing", none, fs.ErrNotExist, []string{none, "no such file", "run: forewarn new '" + none + "'"}},
		{"missing folder", filepath.Join(dir, "gone", "plan.yaml"), fs.ErrNotExist, []string{"no such file", "forewarn new"}},
		{"folder", dir + "/", nil, []string{dir, "folder", fmt.Sprintf("%q", filepath.Join(dir, "plan.yaml"))}},
		{"device", os.DevNull, nil, []string{os.DevNull, "device", "write the plan to a file", "forewarn check -"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(tt.path)
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

func TestCreateNeverOverwrites(t *testing.T) {
	path := planFile(t, helpDesk)
	says(t, Create(path, []byte("other")), path, "already", "run: forewarn ask "+path)
	if got := read(t, path); got != helpDesk {
		t.Errorf("Create left %q", got)
	}
	says(t, Create(filepath.Join(path, "plan.yaml"), nil), "creating", "work on a copy of the plan elsewhere")
}

func TestSecondInterviewIsRefused(t *testing.T) {
	path := planFile(t, helpDesk)
	open(t, path)
	_, err := Open(path, testBank())
	if !errors.Is(err, disk.ErrLocked) {
		t.Errorf("error %v does not wrap disk.ErrLocked", err)
	}
	says(t, err, path, "another forewarn has it open", "finish that one first")
}

func TestTooLargeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, "")
	if err := os.Truncate(path, 100<<20); err != nil {
		t.Fatal(err)
	}
	got, err := Read(path)
	if err != nil || len(got) != yamldoc.MaxBytes+1 {
		t.Errorf("read %d bytes, %v; want %d", len(got), err, yamldoc.MaxBytes+1)
	}
	_, found := Parse(got, testBank())
	if len(found) != 1 || found[0].ID != rules.NotReadable {
		t.Errorf("found %v, want one finding that it is too large", found)
	}
	if _, err := Open(path, testBank()); !errors.As(err, new(*rules.InvalidError)) {
		t.Errorf("opening it gives %v", err)
	}
}

// A change that cannot be saved is no part of the plan.
func TestFailedSaveLeavesThePlan(t *testing.T) {
	path := planFile(t, helpDesk)
	f := open(t, path)
	before := f.Plan()
	write(t, path, "forewarn: [")
	says(t, f.SetAnswer("alignment", "first-step", Answer{Level: at(4)}), path, "changed elsewhere", path+".unsaved-1")
	if f.Plan() != before {
		t.Error("the plan is another one than was saved")
	}
}
