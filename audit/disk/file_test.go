package disk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestOpenAndCloseLeaveNothingBehind(t *testing.T) {
	path := textFile(t, oldText)
	f := open(t, path)
	if got := string(f.Content()); got != oldText {
		t.Errorf("the content is %q", got)
	}
	if got := names(t, path); got != ".list.txt.lock list.txt" {
		t.Errorf("while it is open, the folder holds %q", got)
	}
	for range 2 {
		if err := f.Close(); err != nil {
			t.Errorf("closing: %v", err)
		}
	}
	if got := names(t, path); got != "list.txt" {
		t.Errorf("the folder holds %q", got)
	}
	if got := read(t, path); got != oldText {
		t.Errorf("opening changed the file to %q", got)
	}
}

func TestPathIsTheNameThatTheFileWasOpenedUnder(t *testing.T) {
	path := textFile(t, oldText)
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	if got := open(t, link).Path(); got != link {
		t.Errorf("the path is %q, want %q", got, link)
	}
}

func TestOpenClearsWhatAKilledRunLeft(t *testing.T) {
	path := textFile(t, oldText)
	dir := filepath.Dir(path)
	write(t, filepath.Join(dir, ".list.txt.lock"), "")
	write(t, filepath.Join(dir, ".list.txt.tmp"), "milk, eg")
	if err := open(t, path).Close(); err != nil {
		t.Error(err)
	}
	if got := names(t, path); got != "list.txt" {
		t.Errorf("the folder holds %q", got)
	}
}

// A file that is marked as read-only can be opened, so that somebody who does
// is told first of what else is wrong with it.
func TestWritable(t *testing.T) {
	path := textFile(t, oldText)
	if err := open(t, path).Writable(); err != nil {
		t.Errorf("an ordinary file: %v", err)
	}
	marked := textFile(t, oldText)
	if err := os.Chmod(marked, 0o444); err != nil {
		t.Fatal(err)
	}
	says(t, open(t, marked).Writable(), "opening", marked, "read-only", "make it writable, or work on a copy")
	if runtime.GOOS == "windows" {
		_ = os.Chmod(marked, 0o644) // or it could not be removed
	}
}

func TestClosedFileTakesNoChange(t *testing.T) {
	path := textFile(t, oldText)
	f := open(t, path)
	_ = f.Close()
	says(t, kept(f, []byte(newText)), "saving", path, "closed")
	if got := read(t, path); got != oldText {
		t.Errorf("the file holds %q", got)
	}
}

// What the caller does to its text later is no change until it is saved.
func TestReplaceTakesACopy(t *testing.T) {
	path := textFile(t, oldText)
	f := open(t, path)
	text := []byte(newText)
	for _, first := range []string{"m", "s"} {
		copy(text, first)
		if err := kept(f, text); err != nil {
			t.Fatal(err)
		}
		if got := read(t, path); got != string(text) {
			t.Errorf("the file holds %q, want %q", got, text)
		}
	}
}

// Of a longer file only the beginning was read: the rest would be lost, and no
// change in it noticed.
func TestReplaceRefusesWhatCannotBeReadAsAWhole(t *testing.T) {
	k := Kind{MaxBytes: 10}
	tooLong := []string{"longer than 10 bytes", "the most that is read", "make it shorter"}
	tests := []struct {
		name, is, becomes string
		words             []string
	}{
		{name: "as much as may be", is: "0123456789", becomes: "9876543210"},
		{"was too long", "0123456789 and more", "short", tooLong},
		{"becomes too long", "short", "0123456789+", tooLong},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := textFile(t, tt.is)
			f, err := k.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			want := tt.is
			if err := kept(f, []byte(tt.becomes)); len(tt.words) > 0 {
				says(t, err, append(tt.words, "saving", path)...)
			} else if want = tt.becomes; err != nil {
				t.Error(err)
			}
			if got := read(t, path); got != want {
				t.Errorf("the file holds %q, want %q", got, want)
			}
			if got := names(t, path); strings.Contains(got, "unsaved") {
				t.Errorf("the folder holds %q", got)
			}
		})
	}
}

// What somebody else has written is never removed, read or not.
func TestDiscardKeepsWhatOthersWrote(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, f *File)
		gone   bool
	}{
		{"untouched", func(*testing.T, *File) {}, true},
		{"replaced by us", func(t *testing.T, f *File) { must(t, f.Replace([]byte("ours"))) }, true},
		{"changed", func(t *testing.T, f *File) { write(t, f.Path(), "theirs") }, false},
		{"changed and taken on", func(t *testing.T, f *File) {
			write(t, f.Path(), "theirs")
			must(t, f.Renew(func([]byte) error { return nil }))
		}, false},
		{"changed, taken on and replaced by us", func(t *testing.T, f *File) {
			write(t, f.Path(), "theirs")
			must(t, f.Renew(func([]byte) error { return nil }))
			must(t, f.Replace([]byte("theirs and ours")))
		}, false},
		{"taken on as it was", func(t *testing.T, f *File) { must(t, f.Renew(func([]byte) error { return nil })) }, true},
		{"gone", func(t *testing.T, f *File) { must(t, os.Remove(f.Path())) }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := textFile(t, oldText)
			f := open(t, path)
			c.change(t, f)
			err := f.Discard()
			if _, missing := os.Stat(path); (missing != nil) != c.gone {
				t.Errorf("it is gone: %t, want %t", missing != nil, c.gone)
			}
			if errors.Is(err, ErrChanged) == c.gone || c.gone && err != nil {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
