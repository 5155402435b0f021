//go:build unix

package disk

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func errFull() error { return syscall.ENOSPC }

func TestReadFileNeverWaitsForAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.txt")
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	_, err := testKind().Read(path)
	says(t, err, "reading", path, "pipe", "pour it into a list")
	_, err = testKind().Open(path)
	says(t, err, path, "pipe", "pour it into a list")
}

func TestLockNeverWaitsForAPipe(t *testing.T) {
	path := textFile(t, oldText)
	name := filepath.Join(filepath.Dir(path), ".list.txt.lock")
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	_, err := testKind().Open(path)
	says(t, err, "opening", name, "in the way", "remove it")
}

func TestReadFileWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	path := textFile(t, oldText)
	if err := os.Chmod(path, 0o200); err != nil {
		t.Fatal(err)
	}
	_, err := testKind().Read(path)
	says(t, err, path, "may not read", "ask its owner")
}

func TestFolderWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := textFile(t, oldText)
	dir := filepath.Dir(path)
	f := open(t, path)
	forbid := func(mode os.FileMode) {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
	}
	forbid(0o555)
	t.Cleanup(func() { forbid(0o755) })
	says(t, kept(f, []byte(newText)), dir, "nothing may be written")
	_, err := testKind().Open(path)
	if !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open gives %v", err)
	}
	forbid(0o755)
	_ = f.Close()
	forbid(0o555)
	_, err = testKind().Open(path)
	says(t, err, "opening", dir, "nothing may be written")
	says(t, testKind().Create(filepath.Join(dir, "new.txt"), nil), "creating", dir, "nothing may be written")
	says(t, testKind().Write(filepath.Join(dir, "new.txt"), nil), "writing", dir, "nothing may be written")
	says(t, testKind().MakeFolder(filepath.Join(dir, "new")), "making", dir, "nothing may be written")
	if got := names(t, path); got != "list.txt" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestSaveKeepsTheOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root may give files away")
	}
	const owner, group = 1234, 5678
	path := textFile(t, oldText)
	if err := os.Chown(path, owner, group); err != nil {
		t.Fatal(err)
	}
	if err := kept(open(t, path), []byte(newText)); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if s := info.Sys().(*syscall.Stat_t); s.Uid != owner || s.Gid != group {
		t.Errorf("the file belongs to %d:%d", s.Uid, s.Gid)
	}
}

func TestFolderVanishes(t *testing.T) {
	path := textFile(t, oldText)
	dir := filepath.Dir(path)
	f := open(t, path)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	change := func() error { return kept(f, []byte(newText)) }
	says(t, change(), "saving", dir, "is not there", "make that folder")
	if got := string(f.Content()); got != oldText {
		t.Errorf("the content is %q, which was not saved", got)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	says(t, change(), path, "no longer there", path+".unsaved-1", "rename")
	if got := names(t, path); got != "list.txt.unsaved-1" {
		t.Errorf("the folder holds %q", got)
	}
	if err := os.Rename(path+".unsaved-1", path); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Errorf("closing: %v", err)
	}
	if got := string(open(t, path).Content()); got != newText {
		t.Errorf("the file holds %q", got)
	}
}
