package audit

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
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
	if err := WriteFile(filepath.Join(dir, "nowhere", "x"), nil); err == nil {
		t.Error("a folder that is not there was written to")
	}
	if err := WriteFile(dir, nil); err == nil {
		t.Error("a folder was written to")
	}
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
