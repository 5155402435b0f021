package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadFile(t *testing.T) {
	got, err := testKind().Read(textFile(t, oldText))
	if err != nil || string(got) != oldText {
		t.Errorf("read %q, %v", got, err)
	}
}

// One byte more than is of use shows that a file is too long.
func TestReadFileReadsNoMoreThanShowsThatItIsTooLong(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"empty", "", ""},
		{"as much as may be", "0123456789", "0123456789"},
		{"one too many", "0123456789a", "0123456789a"},
		{"far too long", "0123456789" + strings.Repeat("a", 1000), "0123456789a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Kind{MaxBytes: 10}.Read(textFile(t, tt.text))
			if err != nil || string(got) != tt.want {
				t.Errorf("read %q, %v, want %q", got, err, tt.want)
			}
		})
	}
}

func TestReadFileOfAHugeFile(t *testing.T) {
	path := textFile(t, "")
	if err := os.Truncate(path, 100<<20); err != nil {
		t.Fatal(err)
	}
	got, err := testKind().Read(path)
	if want := int(testKind().MaxBytes) + 1; err != nil || len(got) != want {
		t.Errorf("read %d bytes, %v; want %d", len(got), err, want)
	}
	if got := open(t, path).Content(); len(got) != int(testKind().MaxBytes)+1 {
		t.Errorf("opened with %d bytes", len(got))
	}
}

func TestReadFileRefuses(t *testing.T) {
	dir := t.TempDir()
	none := filepath.Join(dir, "none.txt")
	link := filepath.Join(dir, "link.txt")
	if err := os.Symlink(none, link); err != nil {
		t.Skip("no links here:", err)
	}
	tests := []struct {
		name, path string
		is         error
		words      []string
	}{
		{"missing", none, fs.ErrNotExist, []string{none, "no such file", "begin a list at " + none}},
		{"missing folder", filepath.Join(dir, "gone", "list.txt"), fs.ErrNotExist, []string{"no such file", "begin a list"}},
		{"folder", dir + "/", nil, []string{dir, "folder", "pick a list out of " + dir + "/"}},
		{"link to nothing", link, fs.ErrNotExist, []string{link, "link", "mend"}},
		{"device", os.DevNull, nil, []string{os.DevNull, "device", "pour it into a list"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := testKind().Read(tt.path)
			says(t, err, append(tt.words, "reading")...)
			if tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("error %q does not wrap %q", err, tt.is)
			}
			if _, opening := testKind().Open(tt.path); opening == nil || opening.Error() != err.Error() {
				t.Errorf("opening it says %v, reading %v", opening, err)
			}
		})
	}
}

func TestReadFailureInPlainWords(t *testing.T) {
	tests := []struct {
		name  string
		err   error
		words []string
	}{
		{"permission", &fs.PathError{Op: "open", Path: "list.txt", Err: fs.ErrPermission}, []string{"may not read", "ask its owner"}},
		{"anything else", &fs.PathError{Op: "read", Path: "list.txt", Err: errors.New("input/output error")}, []string{`reading "list.txt": input/output error; check the path`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			says(t, testKind().readFailure("list.txt", tt.err), tt.words...)
		})
	}
}
