package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.txt")
	for _, content := range []string{"new", "over the old", ""} {
		if err := testKind().Write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, path); got != content {
			t.Errorf("got %q, want %q", got, content)
		}
	}
	if got := names(t, path); got != "report.txt" {
		t.Errorf("the folder holds %q", got)
	}
	nowhere := filepath.Join(dir, "nowhere")
	says(t, testKind().Write(filepath.Join(nowhere, "x"), nil), "writing", nowhere, "is not there", "make that folder")
	says(t, testKind().Write(dir, nil), "writing", dir, "it is a folder; pick a list out of "+dir)
	made := filepath.Join(dir, "a", "b")
	if err := errors.Join(testKind().MakeFolder(made), testKind().MakeFolder(made)); err != nil {
		t.Error(err)
	}
	if err := testKind().Write(filepath.Join(made, "x"), nil); err != nil {
		t.Error(err)
	}
}

// There is no limit to what is written: nobody reads it back here.
func TestWriteFileOfAnyLength(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.txt")
	if err := (Kind{}).Write(path, []byte(newText)); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != newText {
		t.Errorf("got %q, want %q", got, newText)
	}
}

func TestWriteFileToADevice(t *testing.T) {
	if err := testKind().Write(os.DevNull, []byte(newText)); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatalf("the device became %v, %v", info.Mode(), err)
	}
}

// Several processes may write one report, and nobody locks it.
func TestWriteFileAtTheSameTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.txt")
	const writers, size = 20, 1 << 16
	errs := make([]error, writers)
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() { errs[i] = testKind().Write(path, bytes.Repeat([]byte{byte('a' + i)}, size)) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
	got := read(t, path)
	if len(got) != size || strings.Count(got, got[:1]) != size {
		t.Errorf("the file holds %d bytes, which are not what one of them wrote", len(got))
	}
	if got := names(t, path); got != "report.txt" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestWriteFileKeepsTheMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.txt")
	write(t, path, "old")
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := testKind().Write(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(path); err != nil || after.Mode() != before.Mode() {
		t.Errorf("the mode is %v, %v, want %v", after.Mode(), err, before.Mode())
	}
	plain, fresh := filepath.Join(t.TempDir(), "plain"), filepath.Join(t.TempDir(), "fresh")
	if f, err := os.Create(plain); err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	if err := testKind().Write(fresh, nil); err != nil {
		t.Fatal(err)
	}
	want, _ := os.Stat(plain)
	if got, err := os.Stat(fresh); err != nil || got.Mode() != want.Mode() {
		t.Errorf("a new file has %v, %v, want %v as any other", got, err, want.Mode())
	}
}

func TestWriteFileFollowsLinks(t *testing.T) {
	dir, beside := t.TempDir(), t.TempDir()
	target, link := filepath.Join(dir, "report.txt"), filepath.Join(beside, "link.txt")
	relative, err := filepath.Rel(beside, target)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(relative, link); err != nil {
		t.Skip("no links here:", err)
	}
	for _, content := range []string{"into nothing", "over the old"} {
		if err := testKind().Write(link, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, target); got != content {
			t.Errorf("the target holds %q, want %q", got, content)
		}
	}
	if got, err := os.Readlink(link); err != nil || got != relative {
		t.Errorf("the link leads to %q, %v", got, err)
	}
	if got := names(t, link); got != "link.txt" {
		t.Errorf("the folder of the link holds %q", got)
	}
}

// The folder to make is the one that the link leads into.
func TestWriteFileThroughALinkIntoNoFolder(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone")
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(filepath.Join(gone, "report.txt"), link); err != nil {
		t.Skip("no links here:", err)
	}
	says(t, testKind().Write(link, nil), "writing", link, gone, "is not there", "make that folder")
}

// When writing fails, what was there stays, and nothing is added.
func TestWriteFileFails(t *testing.T) {
	for _, step := range []string{"create", "write", "chmod", "sync", "close", "rename"} {
		t.Run(step, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "report.txt")
			write(t, path, "old")
			s := &faultySystem{step: step, err: errFull()}
			if err := (Kind{}).writeOn(s.system(), path, []byte("new")); !errors.Is(err, s.err) {
				t.Errorf("got %v, want %v", err, s.err)
			}
			if got := read(t, path); got != "old" {
				t.Errorf("the file holds %q", got)
			}
			if got := names(t, path); got != "report.txt" {
				t.Errorf("the folder holds %q", got)
			}
		})
	}
}

func TestWriteFileFailsAnew(t *testing.T) {
	for _, step := range []string{"create", "write", "sync", "close", "rename"} {
		t.Run(step, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "report.txt")
			s := &faultySystem{step: step, err: errFull()}
			if err := (Kind{}).writeOn(s.system(), path, []byte("new")); !errors.Is(err, s.err) {
				t.Errorf("got %v, want %v", err, s.err)
			}
			if got := names(t, path); got != "" {
				t.Errorf("the folder holds %q", got)
			}
		})
	}
}
