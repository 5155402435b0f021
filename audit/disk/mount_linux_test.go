package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
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
	path, filler := filepath.Join(dir, "list.txt"), filepath.Join(dir, "filler")
	write(t, path, oldText)
	f := open(t, path)
	if err := os.WriteFile(filler, bytes.Repeat([]byte("x"), 64<<10), 0o644); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("filling the disk gives %v", err)
	}

	change := func() error { return f.Replace([]byte(newText)) }
	says(t, change(), "saving", path, "disk is full", "free some space")
	says(t, testKind().Create(filepath.Join(dir, "new.txt"), []byte(oldText)), "creating", "disk is full")
	says(t, testKind().Write(filepath.Join(dir, "report.txt"), []byte(oldText)), "writing", "disk is full")
	if got := read(t, path); got != oldText || string(f.Content()) != oldText {
		t.Errorf("the file holds %q, and as content %q", got, f.Content())
	}
	if got := names(t, path); got != ".list.txt.lock filler list.txt" {
		t.Errorf("the folder holds %q", got)
	}

	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if err := change(); err != nil {
		t.Errorf("after making space: %v", err)
	}
	if got := read(t, path); got != newText {
		t.Errorf("the file holds %q", got)
	}
}

func TestReadOnlyDisk(t *testing.T) {
	dir := mounted(t)
	path := filepath.Join(dir, "list.txt")
	write(t, path, oldText)
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}

	readOnly(t, dir, true)
	for _, name := range []string{path, link} {
		_, err := testKind().Open(name)
		says(t, err, "opening", path, "nothing may be written in the folder", dir, "take the list to another shop")
	}
	says(t, testKind().Create(filepath.Join(dir, "new.txt"), nil), "creating", "nothing may be written in the folder", dir)
	says(t, testKind().Write(link, nil), "writing", link, "nothing may be written in the folder", dir)

	readOnly(t, dir, false)
	f := open(t, link)
	readOnly(t, dir, true)
	change := func() error { return f.Replace([]byte(newText)) }
	says(t, change(), "saving", path, "nothing may be written in the folder", dir)
	if got := read(t, path); got != oldText || string(f.Content()) != oldText {
		t.Errorf("the file holds %q, and as content %q", got, f.Content())
	}

	readOnly(t, dir, false)
	if err := change(); err != nil {
		t.Errorf("when writable again: %v", err)
	}
	if got := read(t, link); got != newText {
		t.Errorf("the file holds %q", got)
	}
	if got := names(t, link); got != "link.txt" {
		t.Errorf("the folder of the link holds %q", got)
	}
}
