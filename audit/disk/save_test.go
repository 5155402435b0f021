package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEveryFileIsDurableStepByStep(t *testing.T) {
	tests := []struct {
		name string
		does func(t *testing.T, s system, path string) error
		want []string
	}{
		{
			"save", func(t *testing.T, s system, path string) error { return openOn(t, s, path).Replace([]byte(newText)) },
			[]string{"create", "write", "chmod", "sync", "close", "rename", "sync folder of list.txt"},
		},
		{
			"write over another", func(_ *testing.T, s system, path string) error { return Kind{}.writeOn(s, path, []byte(newText)) },
			[]string{"create", "write", "chmod", "sync", "close", "rename", "sync folder of list.txt"},
		},
		{
			"write anew", func(_ *testing.T, s system, path string) error {
				return Kind{}.writeOn(s, path+".new", []byte(newText))
			},
			[]string{"create", "write", "sync", "close", "rename", "sync folder of list.txt.new"},
		},
		{
			"create", func(_ *testing.T, s system, path string) error { return s.add(path+".new", []byte(newText), 0o666) },
			[]string{"create", "write", "sync", "close", "link", "sync folder of list.txt.new"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &faultySystem{}
			if err := tt.does(t, s.system(), textFile(t, oldText)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, s.done); diff != "" {
				t.Errorf("steps (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatIsNotDifferentIsNotSaved(t *testing.T) {
	s := &faultySystem{}
	f := openOn(t, s.system(), textFile(t, oldText))
	if err := kept(f, []byte(oldText)); err != nil {
		t.Fatal(err)
	}
	if len(s.done) > 0 {
		t.Errorf("steps taken: %q", s.done)
	}
}

func TestFailedSaveLosesNothing(t *testing.T) {
	full := []string{"disk is full", "free some space"}
	refused := []string{"nothing may be written in the folder", "make that folder writable, or take the list to another shop"}
	broken := []string{": input/output error; try again, or take the list to another shop"}
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
		{"something in the way", "create", fs.ErrExist, []string{".list.txt.tmp", "in the way", "remove it"}},
		{"something in the way of the new name", "rename", fs.ErrExist, []string{`list.txt" is in the way`, "remove it"}},
		{"disk fails when made durable", "sync", errors.New("input/output error"), broken},
		{"disk fails when renamed", "rename", errors.New("input/output error"), broken},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := textFile(t, oldText)
			s := &faultySystem{step: tt.step, err: tt.err}
			f := openOn(t, s.system(), path)

			err := kept(f, []byte(newText))
			says(t, err, append(tt.words, "saving", "list.txt")...)
			if !errors.Is(err, tt.err) {
				t.Errorf("error %q does not wrap its cause", err)
			}
			if got := read(t, path); got != oldText {
				t.Errorf("the file holds %q", got)
			}
			if got := names(t, path); got != ".list.txt.lock list.txt" {
				t.Errorf("the folder holds %q", got)
			}
			if got := string(f.Content()); got != oldText {
				t.Errorf("the content is %q, which was not saved", got)
			}

			s.step = ""
			if err := kept(f, []byte("jam\n")); err != nil {
				t.Fatalf("saving after the failure: %v", err)
			}
			if got := string(f.Content()); got != "jam\n" {
				t.Errorf("the content is %q", got)
			}
			if got := read(t, path); got != "jam\n" {
				t.Errorf("the file holds %q", got)
			}
		})
	}
}

func TestSaveKeepsTheMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no mode bits here")
	}
	for _, mode := range []fs.FileMode{0o600, 0o644, 0o664, 0o755, 0o200} {
		path := textFile(t, oldText)
		if mode&0o400 == 0 && os.Getuid() != 0 {
			continue // it could not be read
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := kept(open(t, path), []byte(newText)); err != nil {
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
	path := textFile(t, oldText)
	f := open(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := kept(f, []byte(newText)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o444 {
		t.Errorf("the mode became %v, %v", info.Mode(), err)
	}
}

func TestSaveFollowsALink(t *testing.T) {
	path := textFile(t, oldText)
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := kept(open(t, link), []byte(newText)); err != nil {
		t.Fatal(err)
	}
	if got, err := os.Readlink(link); err != nil || got != path {
		t.Errorf("the link now leads to %q, %v", got, err)
	}
	if got := read(t, path); got != newText {
		t.Errorf("the file holds %q", got)
	}
	if got := names(t, link); got != "link.txt" {
		t.Errorf("the folder of the link holds %q", got)
	}
}

// A leftover name must not lead a save elsewhere.
func TestSaveFollowsNoLinkOfTheTemporaryName(t *testing.T) {
	path := textFile(t, oldText)
	f := open(t, path)
	outside := filepath.Join(t.TempDir(), "outside")
	write(t, outside, "mine")
	if err := os.Symlink(outside, tempName(path)); err != nil {
		t.Skip("no links here:", err)
	}
	if err := kept(f, []byte(newText)); err != nil {
		t.Fatal(err)
	}
	if got := read(t, outside); got != "mine" {
		t.Errorf("the other file holds %q", got)
	}
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		t.Errorf("the file became %v, %v", info.Mode(), err)
	}
	if got := read(t, path); got != newText {
		t.Errorf("the file holds %q", got)
	}
}
