package audit

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mounted returns a folder that is a small disk of its own.
func mounted(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=32k"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func readOnly(t *testing.T, dir string, is bool) {
	t.Helper()
	flags := uintptr(syscall.MS_REMOUNT)
	if is {
		flags |= syscall.MS_RDONLY
	}
	if err := syscall.Mount("none", dir, "tmpfs", flags, ""); err != nil {
		t.Fatal(err)
	}
}

func TestFullDisk(t *testing.T) {
	dir := mounted(t)
	path, filler := filepath.Join(dir, "plan.yaml"), filepath.Join(dir, "filler")
	write(t, path, helpDesk)
	f := open(t, path)
	before := f.Plan()
	if err := os.WriteFile(filler, bytes.Repeat([]byte("x"), 64<<10), 0o644); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("filling the disk gives %v", err)
	}

	change := func() error { return f.SetAnswer("alignment", "first-step", Answer{Level: at(4)}) }
	says(t, change(), "saving", path, "disk is full", "free some space")
	says(t, Create(filepath.Join(dir, "new.yaml"), []byte(helpDesk)), "creating", "disk is full")
	if got := read(t, path); got != helpDesk || f.Plan() != before {
		t.Errorf("the file holds:\n%s", got)
	}
	if got := names(t, path); got != ".plan.yaml.lock filler plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}

	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if err := change(); err != nil {
		t.Errorf("after making space: %v", err)
	}
	if got := read(t, path); !strings.Contains(got, "level: 4") {
		t.Errorf("the file holds:\n%s", got)
	}
}

func TestReadOnlyDisk(t *testing.T) {
	dir := mounted(t)
	path := filepath.Join(dir, "plan.yaml")
	write(t, path, helpDesk)
	link := filepath.Join(t.TempDir(), "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}

	readOnly(t, dir, true)
	for _, name := range []string{path, link} {
		_, err := Open(name, testBank())
		says(t, err, "opening", path, "nothing may be written in the folder", dir, "work on a copy")
	}
	says(t, Create(filepath.Join(dir, "new.yaml"), nil), "creating", "nothing may be written in the folder", dir)

	readOnly(t, dir, false)
	f := open(t, link)
	before := f.Plan()
	readOnly(t, dir, true)
	change := func() error { return f.SetAnswer("alignment", "first-step", Answer{Level: at(4)}) }
	says(t, change(), "saving", path, "nothing may be written in the folder", dir)
	if got := read(t, path); got != helpDesk || f.Plan() != before {
		t.Errorf("the file holds:\n%s", got)
	}

	readOnly(t, dir, false)
	if err := change(); err != nil {
		t.Errorf("when writable again: %v", err)
	}
	if got := read(t, link); !strings.Contains(got, "level: 4") {
		t.Errorf("the file holds:\n%s", got)
	}
	if got := names(t, link); got != "link.yaml" {
		t.Errorf("the folder of the link holds %q", got)
	}
}
