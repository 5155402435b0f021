package audit

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// faultyDisk is the real one until step, which fails with err. A write that
// fails has written the first half. With an empty step all is well.
type faultyDisk struct {
	step string
	err  error
	done []string // the steps taken, in order
}

func (d *faultyDisk) at(step string) error {
	d.done = append(d.done, step)
	if step == d.step {
		return d.err
	}
	return nil
}

func (d *faultyDisk) disk() disk {
	under := realDisk()
	return disk{
		create: func(name string, perm fs.FileMode) (file, error) {
			if err := d.at("create"); err != nil {
				return nil, &fs.PathError{Op: "open", Path: name, Err: err}
			}
			f, err := under.create(name, perm)
			return faultyFile{f, d}, err
		},
		rename: func(from, to string) error {
			if err := d.at("rename"); err != nil {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
			}
			return under.rename(from, to)
		},
		syncDir: func(inside string) {
			_ = d.at("sync folder of " + filepath.Base(inside))
			under.syncDir(inside)
		},
	}
}

type faultyFile struct {
	file
	disk *faultyDisk
}

func (f faultyFile) Write(p []byte) (int, error) {
	if err := f.disk.at("write"); err != nil {
		n, _ := f.file.Write(p[:len(p)/2])
		return n, err
	}
	return f.file.Write(p)
}

func (f faultyFile) Chmod(mode fs.FileMode) error {
	return cmp.Or(f.disk.at("chmod"), f.file.Chmod(mode))
}

func (f faultyFile) Sync() error  { return cmp.Or(f.disk.at("sync"), f.file.Sync()) }
func (f faultyFile) Close() error { return cmp.Or(f.disk.at("close"), f.file.Close()) }

func TestSaveIsDurableStepByStep(t *testing.T) {
	d := &faultyDisk{}
	f := openOnDisk(t, d.disk(), planFile(t, helpDesk))
	if err := f.Set([]string{"initiative", "name"}, "Other"); err != nil {
		t.Fatal(err)
	}
	want := []string{"create", "write", "chmod", "sync", "close", "rename", "sync folder of plan.yaml"}
	if diff := gocmp.Diff(want, d.done); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}

func TestWhatIsNotDifferentIsNotSaved(t *testing.T) {
	d := &faultyDisk{}
	f := openOnDisk(t, d.disk(), planFile(t, helpDesk))
	if err := f.SetAnswer("alignment", "first-step", f.Plan().Answer("alignment", "first-step")); err != nil {
		t.Fatal(err)
	}
	if len(d.done) > 0 {
		t.Errorf("steps taken: %q", d.done)
	}
}

func TestFailedSaveLosesNothing(t *testing.T) {
	full := []string{"disk is full", "free some space"}
	refused := []string{"nothing may be written in the folder", "make that folder writable"}
	tests := []struct {
		name, step string
		err        error
		words      []string
	}{
		{"full when the file is made", "create", errFull(), full},
		{"full half way", "write", errFull(), full},
		{"full when made durable", "sync", errFull(), full},
		{"full when closed", "close", errFull(), full},
		{"full when renamed", "rename", errFull(), full},
		{"folder refuses a new file", "create", fs.ErrPermission, refused},
		{"folder refuses the new name", "rename", fs.ErrPermission, refused},
		{"mode cannot be kept", "chmod", fs.ErrPermission, refused},
		{"folder gone", "create", fs.ErrNotExist, []string{"is not there", "make that folder"}},
		{"something in the way", "create", fs.ErrExist, []string{".plan.yaml.tmp", "in the way", "remove it"}},
		{"disk fails when made durable", "sync", errors.New("input/output error"), []string{": input/output error; try again"}},
		{"disk fails when renamed", "rename", errors.New("input/output error"), []string{": input/output error; try again"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := planFile(t, helpDesk)
			d := &faultyDisk{step: tt.step, err: tt.err}
			f := openOnDisk(t, d.disk(), path)
			before := f.Plan()

			err := f.SetAnswer("alignment", "first-step", Answer{Level: at(4)})
			says(t, err, append(tt.words, "saving", "plan.yaml")...)
			if !errors.Is(err, tt.err) {
				t.Errorf("error %q does not wrap its cause", err)
			}
			if got := read(t, path); got != helpDesk {
				t.Errorf("the file holds:\n%s", got)
			}
			if got := names(t, path); got != ".plan.yaml.lock plan.yaml" {
				t.Errorf("the folder holds %q", got)
			}
			if f.Plan() != before {
				t.Error("the plan is another one than was saved")
			}

			d.step = ""
			if err := f.SetAnswer("alignment", "first-step", Answer{Level: at(1)}); err != nil {
				t.Fatalf("saving after the failure: %v", err)
			}
			if got := *f.Plan().Answer("alignment", "first-step").Level; got != 1 {
				t.Errorf("level %d, want 1", got)
			}
			if got := read(t, path); !strings.Contains(got, "first-step: {level: 1}") {
				t.Errorf("the file holds:\n%s", got)
			}
		})
	}
}

func TestSaveKeepsTheMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no mode bits here")
	}
	for _, mode := range []fs.FileMode{0o600, 0o644, 0o664, 0o755, 0o200} {
		path := planFile(t, helpDesk)
		if mode&0o400 == 0 && os.Getuid() != 0 {
			continue // it could not be read
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := open(t, path).Set([]string{"initiative", "name"}, "Other"); err != nil {
			t.Errorf("mode %o: %v", mode, err)
		}
		info, err := os.Stat(path)
		if err != nil || info.Mode() != mode {
			t.Errorf("mode %o became %o, %v", mode, info.Mode(), err)
		}
	}
}

// A file may be marked as read-only while it is open; it stays so.
func TestSaveKeepsTheModeOfAFileMarkedMeanwhile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no mode bits here")
	}
	path := planFile(t, helpDesk)
	f := open(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := f.Set([]string{"initiative", "name"}, "Other"); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o444 {
		t.Errorf("the mode became %v, %v", info.Mode(), err)
	}
}

func TestSaveFollowsALink(t *testing.T) {
	path := planFile(t, helpDesk)
	link := filepath.Join(t.TempDir(), "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := open(t, link).Set([]string{"initiative", "name"}, "Other"); err != nil {
		t.Fatal(err)
	}
	if got, err := os.Readlink(link); err != nil || got != path {
		t.Errorf("the link now leads to %q, %v", got, err)
	}
	if got := read(t, path); !strings.Contains(got, "name: Other") {
		t.Errorf("the file holds:\n%s", got)
	}
	if got := names(t, link); got != "link.yaml" {
		t.Errorf("the folder of the link holds %q", got)
	}
}

// A leftover name must not lead a save elsewhere.
func TestSaveFollowsNoLinkOfTheTemporaryName(t *testing.T) {
	path := planFile(t, helpDesk)
	f := open(t, path)
	outside := filepath.Join(t.TempDir(), "outside")
	write(t, outside, "mine")
	if err := os.Symlink(outside, tempName(path)); err != nil {
		t.Skip("no links here:", err)
	}
	if err := f.Set([]string{"initiative", "name"}, "Other"); err != nil {
		t.Fatal(err)
	}
	if got := read(t, outside); got != "mine" {
		t.Errorf("the other file holds %q", got)
	}
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		t.Errorf("the plan became %v, %v", info.Mode(), err)
	}
}
