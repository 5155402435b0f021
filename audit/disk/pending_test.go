package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A file shows only when it is kept, and what is dropped leaves nothing.
func TestPendingShowsWhenItIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.json")
	for _, keep := range []bool{false, true} {
		p, err := testKind().Begin(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{"one ", "two"} {
			if _, err := p.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.Finish(); err != nil {
			t.Fatal(err)
		}
		if present(path) {
			t.Error("it shows before it is kept")
		}
		if keep {
			if err := p.Keep(); err != nil {
				t.Fatal(err)
			}
		}
		p.Drop()
		want := ""
		if keep {
			want = "report.json"
		}
		if got := names(t, path); got != want {
			t.Errorf("kept %t: the folder holds %q, want %q", keep, got, want)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "one two" {
		t.Errorf("the file holds %q, %v", got, err)
	}
}

// A pending file that nobody finished is dropped whole.
func TestPendingDroppedHalfWay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.json")
	p, err := testKind().Begin(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Write([]byte("one")); err != nil {
		t.Fatal(err)
	}
	p.Drop()
	if got := names(t, path); got != "" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestSamePlace(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"in", "out"} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, "out/old.txt", oldText)
	if err := os.Link("out/old.txt", "out/hard.txt"); err != nil {
		t.Skip("no links here:", err)
	}
	for link, to := range map[string]string{
		"to-old": "out/old.txt", "to-new": "out/new.txt", "in/to-new": "../out/new.txt", "to-link": "in/to-new", "to-out": "out", "to-gone": "gone/new.txt", "to-itself": "to-itself",
	} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no links here:", err)
		}
	}
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"one path", "out/old.txt", "out/old.txt", true},
		{"one path, written in two ways", "out/old.txt", "./in/../out//old.txt", true},
		{"a link", "out/old.txt", "to-old", true},
		{"a link to a file that is not there yet", "out/new.txt", "to-new", true},
		{"two links to a file that is not there yet", "to-new", "in/to-new", true},
		{"a link to a link", "to-link", "out/new.txt", true},
		{"a folder by a link", "to-out/old.txt", "out/old.txt", true},
		{"a new file in a folder by a link", "to-out/new.txt", "out/new.txt", true},
		{"two files", "out/old.txt", "out/new.txt", false},
		{"two new files", "out/new.txt", "out/newer.txt", false},
		{"files of one name in two folders", "in/new.txt", "out/new.txt", false},
		{"two names of one file", "out/old.txt", "out/hard.txt", true},
		{"a folder that is not there is told of later", "gone/new.txt", "to-gone", false},
		{"a link without end is told of later", "to-itself", "to-itself", false},
		{"a folder is told of later", "out", "to-out", false},
		{"a device takes what everybody writes", os.DevNull, os.DevNull, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := SamePlace(tt.a, tt.b); got != tt.want {
				t.Errorf("%q and %q are one place: %t, want %t", tt.a, tt.b, got, tt.want)
			}
			if got := SamePlace(tt.b, tt.a); got != tt.want {
				t.Errorf("the other way round it is %t", got)
			}
		})
	}
}

// What is added to a spool comes out again, be it much or little, and no file
// stays.
func TestSpool(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	for _, parts := range []int{0, 1, 100, 1000} {
		part := strings.Repeat("x", 3000)
		var s Spool
		for range parts {
			if _, err := s.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		if inFile := s.file != nil; inFile != (parts == 1000) {
			t.Errorf("%d parts: a file is %t", parts, inFile)
		}
		if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || runtime.GOOS != "windows" && len(left) > 0 {
			t.Errorf("%d parts: a program that ends now leaves %v, %v", parts, left, err)
		}
		if s.recent.Len() > spoolMemory {
			t.Errorf("%d parts: %d bytes are in memory", parts, s.recent.Len())
		}
		var out bytes.Buffer
		n, err := s.WriteTo(&out)
		if err != nil || int(n) != out.Len() || out.String() != strings.Repeat(part, parts) {
			t.Errorf("%d parts: %d bytes came out, %v", parts, n, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestSpoolWithoutRoom(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "gone"))
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	var s Spool
	if _, err := s.Write(make([]byte, spoolMemory)); err != nil {
		t.Fatal(err)
	}
	_, err := s.Write([]byte("x"))
	says(t, err, "writing a temporary file in", os.Getenv("TMPDIR"), "let TMPDIR name a folder with room for it")
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
