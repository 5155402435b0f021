package audit

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.json")
	for _, content := range []string{"new", "over the old", ""} {
		if err := WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != content {
			t.Errorf("got %q, %v, want %q", got, err, content)
		}
	}
	if got := names(t, path); got != "report.json" {
		t.Errorf("the folder holds %q", got)
	}
	if err := WriteFile(filepath.Join(dir, "nowhere", "x"), nil); err == nil {
		t.Error("a folder that is not there was written to")
	}
	if err := WriteFile(dir, nil); err == nil {
		t.Error("a folder was written to")
	}
}

// Several processes may write one report, and nobody locks it.
func TestWriteFileAtTheSameTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.json")
	const writers, size = 20, 1 << 16
	errs := make([]error, writers)
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() { errs[i] = WriteFile(path, bytes.Repeat([]byte{byte('a' + i)}, size)) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
	got := read(t, path)
	if len(got) != size || strings.Count(got, got[:1]) != size {
		t.Errorf("the file holds %d bytes, which are not what one of them wrote", len(got))
	}
	if got := names(t, path); got != "report.json" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestWriteFileKeepsTheMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.json")
	write(t, path, "old")
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(path); err != nil || after.Mode() != before.Mode() {
		t.Errorf("the mode is %v, %v, want %v", after.Mode(), err, before.Mode())
	}
	plain, fresh := filepath.Join(t.TempDir(), "plain"), filepath.Join(t.TempDir(), "fresh")
	if f, err := os.Create(plain); err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	if err := WriteFile(fresh, nil); err != nil {
		t.Fatal(err)
	}
	want, _ := os.Stat(plain)
	if got, err := os.Stat(fresh); err != nil || got.Mode() != want.Mode() {
		t.Errorf("a new file has %v, %v, want %v as any other", got, err, want.Mode())
	}
}

func TestWriteFileFollowsLinks(t *testing.T) {
	dir, beside := t.TempDir(), t.TempDir()
	target, link := filepath.Join(dir, "report.json"), filepath.Join(beside, "link.json")
	relative, err := filepath.Rel(beside, target)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(relative, link); err != nil {
		t.Skip("no links here:", err)
	}
	for _, content := range []string{"into nothing", "over the old"} {
		if err := WriteFile(link, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, target); got != content {
			t.Errorf("the target holds %q, want %q", got, content)
		}
	}
	if got, err := os.Readlink(link); err != nil || got != relative {
		t.Errorf("the link leads to %q, %v", got, err)
	}
}

func TestWriteFileNeverSpeaksOfThePlan(t *testing.T) {
	says(t, WriteFile(t.TempDir(), nil), "writing", "try again, or write the report elsewhere")
}

// When writing fails, what was there stays, and nothing is added.
func TestWriteFileFails(t *testing.T) {
	full := errors.New("no space left")
	d := realDisk()
	d.rename = func(string, string) error { return full }
	for _, existing := range []bool{false, true} {
		dir := t.TempDir()
		path := filepath.Join(dir, "report.json")
		var want []string
		if existing {
			want = []string{"report.json"}
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.write(path, []byte("new")); !errors.Is(err, full) {
			t.Errorf("got %v, want %v", err, full)
		}
		var left []string
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			left = append(left, e.Name())
		}
		if !slices.Equal(left, want) {
			t.Errorf("the folder holds %q, want %q", left, want)
		}
	}
}
