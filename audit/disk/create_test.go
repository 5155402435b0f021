package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.txt")
	if err := testKind().Create(path, []byte(oldText)); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != oldText {
		t.Errorf("the file holds %q", got)
	}
	if got := names(t, path); got != "list.txt" {
		t.Errorf("the folder holds %q", got)
	}
	says(t, testKind().Create(path, []byte("other")), "creating", path, "already", "add to the list "+path)
	if got := read(t, path); got != oldText {
		t.Errorf("a second Create left %q", got)
	}
}

func TestCreateRefusesWhateverHasTheName(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside")
	link := filepath.Join(dir, "link.txt")
	if err := os.Symlink(outside, link); err != nil {
		t.Skip("no links here:", err)
	}
	for _, path := range []string{dir, link} {
		if err := testKind().Create(path, []byte("x")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("creating %q gives %v", path, err)
		}
	}
	if present(outside) {
		t.Error("it was written through a link")
	}
	says(t, testKind().Create(filepath.Join(dir, "gone", "list.txt"), nil), filepath.Join(dir, "gone"), "make that folder")
}

func TestCreateLeavesNoHalfFile(t *testing.T) {
	for _, step := range []string{"write", "sync", "close"} {
		t.Run(step, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "list.txt")
			s := &faultySystem{step: step, err: errFull()}
			if err := s.system().add(path, bytes.Repeat([]byte("x"), 5000), 0o666); !errors.Is(err, s.err) {
				t.Errorf("got %v, want %v", err, s.err)
			}
			if got := names(t, path); got != "" {
				t.Errorf("the folder holds %q", got)
			}
		})
	}
}
