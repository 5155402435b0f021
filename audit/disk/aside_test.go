package disk

import (
	"fmt"
	"os"
	"runtime"
	"testing"
)

const theirs = "MILK, eggs\n" // as long as oldText

func TestSaveLeavesAloneFileChangedElsewhere(t *testing.T) {
	path := textFile(t, oldText)
	f := open(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	// The same length and time: only the content tells.
	write(t, path, theirs)
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}

	for range 2 { // trying again makes no second copy
		err := kept(f, []byte(newText))
		says(t, err, "saving", path, "changed elsewhere", path+".unsaved-1", "bring the two together")
	}
	says(t, kept(f, []byte("nothing\n")), path+".unsaved-2")

	if got := read(t, path); got != theirs {
		t.Errorf("the file holds %q", got)
	}
	if got := string(f.Content()); got != oldText {
		t.Errorf("the content is %q, which was not saved", got)
	}
	if got := read(t, path+".unsaved-1"); got != newText {
		t.Errorf("the first copy holds %q", got)
	}
	if got := read(t, path+".unsaved-2"); got != "nothing\n" {
		t.Errorf("the second copy holds %q", got)
	}
	if got := names(t, path); got != ".list.txt.lock list.txt list.txt.unsaved-1 list.txt.unsaved-2" {
		t.Errorf("the folder holds %q", got)
	}

	write(t, path, oldText)
	if err := kept(f, []byte(newText)); err != nil {
		t.Errorf("after their change was taken back: %v", err)
	}
}

func TestSaveNoticesChangesBetweenTwoSaves(t *testing.T) {
	path := textFile(t, oldText)
	f := open(t, path)
	if err := kept(f, []byte(newText)); err != nil {
		t.Fatal(err)
	}
	write(t, path, newText+"and jam\n")
	says(t, kept(f, []byte("nothing\n")), "changed elsewhere")
	if got := read(t, path); got != newText+"and jam\n" {
		t.Errorf("the file holds %q", got)
	}
}

func TestUnsavedCopyCannotBeKept(t *testing.T) {
	path := textFile(t, oldText)
	s := &faultySystem{step: "write", err: errFull()}
	f := openOn(t, s.system(), path)
	write(t, path, theirs)
	says(t, kept(f, []byte(newText)), "saving", path, "disk is full")
	if got := names(t, path); got != ".list.txt.lock list.txt" {
		t.Errorf("the folder holds %q", got)
	}
	if got := read(t, path); got != theirs {
		t.Errorf("the file holds %q", got)
	}
}

func TestUnsavedCopiesOverwriteNothing(t *testing.T) {
	path := textFile(t, oldText)
	write(t, path+".unsaved-1", "from another day")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	write(t, path, theirs)
	says(t, kept(f, []byte(newText)), path+".unsaved-2")
	if got := read(t, path+".unsaved-1"); got != "from another day" {
		t.Errorf("the older copy holds %q", got)
	}
	// Who might not read the file may not read the copy.
	if info, err := os.Stat(path + ".unsaved-2"); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o640 {
		t.Errorf("the copy has mode %v, %v", info.Mode(), err)
	}
}

func TestUnsavedCopiesAreCountedToAnEnd(t *testing.T) {
	path := textFile(t, oldText)
	for n := 1; n <= 1000; n++ {
		write(t, fmt.Sprintf("%s.unsaved-%d", path, n), "from another day")
	}
	f := open(t, path)
	write(t, path, theirs)
	says(t, kept(f, []byte(newText)), "saving", path, "1000 files named list.txt.unsaved are in the way", "another shop")
	if got := read(t, path); got != theirs {
		t.Errorf("the file holds %q", got)
	}
}
