package disk

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What somebody can do next is said in the words of the kind, and in general
// ones where it has none.
func TestWordsOfAKind(t *testing.T) {
	path := textFile(t, oldText)
	dir := filepath.Dir(path)
	none := filepath.Join(dir, "none.txt")
	tests := []struct {
		name         string
		fails        func(k Kind) error
		own, general string
	}{
		{
			"missing", func(k Kind) error { _, err := k.Read(none); return err },
			": there is no such file; begin a list at " + none,
			": there is no such file; check the path",
		},
		{
			"folder", func(k Kind) error { _, err := k.Read(dir); return err },
			": it is a folder; pick a list out of " + dir,
			": it is a folder; name a file",
		},
		{
			"device", func(k Kind) error { _, err := k.Read(os.DevNull); return err },
			": it is a pipe or a device; pour it into a list",
			": it is a pipe or a device; name a file",
		},
		{
			"name taken", func(k Kind) error { return k.Create(path, nil) },
			": there is something with this name already; add to the list " + path,
			": there is something with this name already; choose another name",
		},
		{
			"folder refuses", func(k Kind) error { return k.writeFailure("writing", path, fs.ErrPermission) },
			"; make that folder writable, or take the list to another shop",
			"; make that folder writable, or write it elsewhere",
		},
		{
			"writing to a folder", func(k Kind) error { return k.Write(dir, nil) },
			": it is a folder; pick a list out of " + dir,
			": it is a folder; name a file",
		},
		{
			"a folder of a file", func(k Kind) error { return k.MakeFolder(path) },
			": there is a file where a folder should be; take the list to another shop",
			": there is a file where a folder should be; write it elsewhere",
		},
		{
			"anything else when writing", func(k Kind) error { return k.writeFailure("writing", path, io.ErrShortWrite) },
			"; try again, or take the list to another shop",
			"; try again, or write it elsewhere",
		},
		{
			"open elsewhere", func(k Kind) error { return openTwice(t, k, path) },
			": another shopper has it open; finish that one first",
			": another program has it open; finish that one first",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ends(t, tt.fails(testKind()), tt.own)
		})
		t.Run(tt.name+" in general", func(t *testing.T) {
			ends(t, tt.fails(Kind{}), tt.general)
		})
	}
}

func ends(t *testing.T, err error, words string) {
	t.Helper()
	if err == nil || !strings.HasSuffix(err.Error(), words) {
		t.Errorf("error %v does not end in %q", err, words)
	}
}

func openTwice(t *testing.T, k Kind, path string) error {
	t.Helper()
	defer open(t, path).Close()
	_, err := k.Open(path)
	return err
}
