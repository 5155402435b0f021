package disk

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// saveAs saves as editors do: in place, or by a new file that takes the name.
func saveAs(t *testing.T, path, text string, inPlace bool) {
	t.Helper()
	if inPlace {
		write(t, path, text)
		return
	}
	write(t, path+"~", text)
	if err := os.Rename(path+"~", path); err != nil {
		t.Error(err)
	}
}

// In the last moment before the file takes its place, somebody else saves: theirs
// stays, and ours is kept beside it.
func TestSavedInTheLastMoment(t *testing.T) {
	for _, inPlace := range []bool{true, false} {
		path := textFile(t, oldText)
		s := &faultySystem{}
		s.meanwhile = func() {
			s.meanwhile = nil
			saveAs(t, path, "theirs\n", inPlace)
		}
		f := openOn(t, s.system(), path)
		says(t, kept(f, []byte(newText)), "was changed elsewhere", path+".unsaved-1")
		if got, aside := read(t, path), read(t, path+".unsaved-1"); got != "theirs\n" || aside != newText {
			t.Errorf("the file holds %q, and what is kept aside %q", got, aside)
		}
	}
}

// However an editor saves while this program does, what it saved last is there
// afterwards.
func TestEditorSavesAtRandom(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	asides := 0
	for i := range rounds {
		path := textFile(t, oldText)
		f := open(t, path)
		theirs := fmt.Sprintf("theirs %d\n", i)
		done := make(chan bool)
		go func() {
			time.Sleep(time.Duration(rand.IntN(3000)) * time.Microsecond)
			saveAs(t, path, theirs, i%2 == 0)
			close(done)
		}()
		err := kept(f, []byte(strings.Repeat(newText, 200)))
		<-done
		if got := read(t, path); got != theirs {
			t.Fatalf("round %d: what the editor saved is lost: the file holds %.40q, and saving gave %v", i, got, err)
		}
		if err != nil {
			asides++
			if got := read(t, path+".unsaved-1"); got != strings.Repeat(newText, 200) {
				t.Fatalf("round %d: what is kept aside holds %.40q", i, got)
			}
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("in %d of %d rounds the editor was first", asides, rounds)
}

// Where files cannot change their names, a file is still replaced.
func TestReplaceWithoutSwapping(t *testing.T) {
	path := textFile(t, oldText)
	f := openOn(t, (&faultySystem{noSwap: true}).system(), path)
	if err := kept(f, []byte(newText)); err != nil || read(t, path) != newText {
		t.Errorf("%v, and the file holds %q", err, read(t, path))
	}
}

// A file that is mounted by itself cannot be replaced; what to mount is said, and
// nothing is lost.
func TestMountedFile(t *testing.T) {
	dir := mounted(t)
	path, from := filepath.Join(dir, "list.txt"), filepath.Join(t.TempDir(), "list.txt")
	write(t, path, "")
	write(t, from, oldText)
	if err := syscall.Mount(from, path, "", syscall.MS_BIND, ""); err != nil {
		t.Skip("no file can be mounted here:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(path, syscall.MNT_DETACH) })
	f := open(t, path)
	says(t, kept(f, []byte(newText)), "saving", path, "mounted by itself", "mount the folder that it is in")
	if got := read(t, from); got != oldText {
		t.Errorf("the file holds %q", got)
	}
	if got := names(t, path); got != ".list.txt.lock list.txt" {
		t.Errorf("the folder holds %q", got)
	}
}

// A file in which nothing stands counts as none, and two that begin one at once do
// not both get in.
func TestCreateInAnEmptyFile(t *testing.T) {
	for _, blank := range []string{"", " \n\t\n"} {
		path := textFile(t, blank)
		if err := testKind().Create(path, []byte(newText)); err != nil || read(t, path) != newText {
			t.Errorf("%v, and the file holds %q", err, read(t, path))
		}
		if got := names(t, path); got != "list.txt" {
			t.Errorf("the folder holds %q", got)
		}
	}
	path := textFile(t, "")
	f := open(t, path)
	if err := testKind().Create(path, []byte(newText)); !errors.Is(err, ErrLocked) {
		t.Errorf("creating what somebody has open gives %v", err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// What runs that were killed left of reports goes when the next report is written
// there, if it is an hour old; what is not ours stays.
func TestLeftoversOfReports(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * time.Hour)
	for name, age := range map[string]time.Time{
		".forewarn-abc.tmp": old, ".forewarn-new.tmp": time.Now(), ".forewarn-abc.yaml": old, "forewarn-abc.tmp": old, ".other.tmp": old,
	} {
		write(t, filepath.Join(dir, name), "x")
		if err := os.Chtimes(filepath.Join(dir, name), age, age); err != nil {
			t.Fatal(err)
		}
	}
	if err := testKind().Write(filepath.Join(dir, "report.txt"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got, want := names(t, filepath.Join(dir, "x")), ".forewarn-abc.yaml .forewarn-new.tmp .other.tmp forewarn-abc.tmp report.txt"; got != want {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}
