//go:build unix

package audit

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func errFull() error { return syscall.ENOSPC }

func TestReadFileNeverWaitsForAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	_, err := ReadFile(path)
	says(t, err, path, "pipe", "write the plan to a file", "forewarn check -")
}

func TestReadFileWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	path := planFile(t, helpDesk)
	if err := os.Chmod(path, 0o200); err != nil {
		t.Fatal(err)
	}
	_, err := ReadFile(path)
	says(t, err, path, "may not read", "ask its owner")
}

func TestFolderWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := planFile(t, helpDesk)
	dir := filepath.Dir(path)
	f := open(t, path)
	forbid := func(mode os.FileMode) {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
	}
	forbid(0o555)
	t.Cleanup(func() { forbid(0o755) })
	says(t, f.Set([]string{"initiative", "name"}, "Other"), dir, "nothing may be written")
	_, err := Open(path, testBank())
	if !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open gives %v", err)
	}
	forbid(0o755)
	_ = f.Close()
	forbid(0o555)
	_, err = Open(path, testBank())
	says(t, err, "opening", dir, "nothing may be written")
	says(t, Create(filepath.Join(dir, "new.yaml"), nil), "creating", dir, "nothing may be written")
	if got := names(t, path); got != "plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestSaveKeepsTheOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root may give files away")
	}
	const owner, group = 1234, 5678
	path := planFile(t, helpDesk)
	if err := os.Chown(path, owner, group); err != nil {
		t.Fatal(err)
	}
	if err := open(t, path).Set([]string{"initiative", "name"}, "Other"); err != nil {
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
	path := planFile(t, helpDesk)
	dir := filepath.Dir(path)
	f := open(t, path)
	before := f.Plan()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	change := func() error { return f.SetAnswer("alignment", "first-step", Answer{Level: at(4)}) }
	says(t, change(), "saving", dir, "is not there", "make that folder")
	if f.Plan() != before {
		t.Error("the plan is another one than was saved")
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	says(t, change(), path, "no longer there", path+".unsaved-1", "rename")
	if got := names(t, path); got != "plan.yaml.unsaved-1" {
		t.Errorf("the folder holds %q", got)
	}
	if err := os.Rename(path+".unsaved-1", path); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Errorf("closing: %v", err)
	}
	if got := *open(t, path).Plan().Answer("alignment", "first-step").Level; got != 4 {
		t.Errorf("level %d, want 4", got)
	}
}
