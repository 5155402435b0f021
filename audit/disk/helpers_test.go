package disk

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const (
	oldText = "milk, eggs\n"
	newText = "milk, eggs, bread\n"
)

// testKind has words of its own in every place, which no general text holds.
func testKind() Kind {
	about := func(words string) func(string) string {
		return func(path string) string { return words + " " + path }
	}
	return Kind{
		MaxBytes:  1 << 20,
		IfMissing: about("begin a list at"),
		IfFolder:  about("pick a list out of"),
		IfPipe:    "pour it into a list",
		IfTaken:   about("add to the list"),
		Elsewhere: "take the list to another shop",
		Holder:    "another shopper",
	}
}

// textFile writes a file into a new folder and returns its path.
func textFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.txt")
	write(t, path, text)
	return path
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func open(t *testing.T, path string) *File {
	t.Helper()
	return openOn(t, realSystem(), path)
}

func openOn(t *testing.T, s system, path string) *File {
	t.Helper()
	f, err := testKind().openOn(s, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// names lists what is in the folder of path.
func names(t *testing.T, path string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

// says fails unless err has all these words, be they quoted there.
func says(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one that says %q", words)
	}
	for _, w := range words {
		quoted := strings.Trim(strconv.Quote(w), `"`)
		if !strings.Contains(err.Error(), w) && !strings.Contains(err.Error(), quoted) {
			t.Errorf("error %q does not say %q", err, w)
		}
	}
}

// faultySystem is the real one until step, which fails with err. A write that
// fails has written the first half. With an empty step all is well.
type faultySystem struct {
	step string
	err  error
	done []string // the steps taken, in order

	noSwap    bool   // whether files cannot change their names
	meanwhile func() // what somebody else does just before they do
}

func (s *faultySystem) at(step string) error {
	s.done = append(s.done, step)
	if step == s.step {
		return s.err
	}
	return nil
}

func (s *faultySystem) system() system {
	under := realSystem()
	return system{
		create: func(name string, perm fs.FileMode) (handle, error) {
			if err := s.at("create"); err != nil {
				return nil, &fs.PathError{Op: "open", Path: name, Err: err}
			}
			h, err := under.create(name, perm)
			return faultyHandle{h, s}, err
		},
		link: func(from, to string) error {
			if err := s.at("link"); err != nil {
				return &os.LinkError{Op: "link", Old: from, New: to, Err: err}
			}
			return under.link(from, to)
		},
		swap: func(a, b string) error {
			if s.meanwhile != nil {
				s.meanwhile()
			}
			if s.noSwap {
				return errors.ErrUnsupported
			}
			if err := s.at("rename"); err != nil {
				return &os.LinkError{Op: "swap", Old: a, New: b, Err: err}
			}
			return under.swap(a, b)
		},
		rename: func(from, to string) error {
			if !s.noSwap && s.step == "rename" {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: s.err} // as swapping did
			}
			if err := s.at("rename"); err != nil {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
			}
			return under.rename(from, to)
		},
		syncDir: func(inside string) {
			_ = s.at("sync folder of " + filepath.Base(inside))
			under.syncDir(inside)
		},
	}
}

type faultyHandle struct {
	handle
	system *faultySystem
}

func (h faultyHandle) Write(p []byte) (int, error) {
	if err := h.system.at("write"); err != nil {
		n, _ := h.handle.Write(p[:len(p)/2])
		return n, err
	}
	return h.handle.Write(p)
}

func (h faultyHandle) Chmod(mode fs.FileMode) error {
	return cmp.Or(h.system.at("chmod"), h.handle.Chmod(mode))
}

func (h faultyHandle) Sync() error  { return cmp.Or(h.system.at("sync"), h.handle.Sync()) }
func (h faultyHandle) Close() error { return cmp.Or(h.system.at("close"), h.handle.Close()) }

// kept replaces what a file holds, and keeps content beside it when that may not be.
func kept(f *File, content []byte) error {
	err := f.Replace(content)
	if errors.Is(err, ErrChanged) {
		_, why := f.kind.Read(f.target)
		return f.KeepAside(content, why)
	}
	return err
}
