package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/revision"
	"forewarn/audit/yamldoc"
)

// stdinPath is the path that stands for standard input.
const stdinPath = "-"

// readSource reads a plan from a file or from standard input. Its evidence is
// looked for in the folder of name, by which the reader knows it.
func readSource(path, name string) (audit.Source, error) {
	src := audit.Source{Name: filepath.ToSlash(name), Present: presentIn(filepath.Dir(name))}
	var err error
	if path == stdinPath {
		src.Text, err = readStdin()
	} else {
		src.Text, err = planfile.Read(path)
	}
	return src, err
}

func readStdin() ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(os.Stdin, yamldoc.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading standard input: %w", err)
	}
	return text, nil
}

// presentIn looks for documents from a folder, also among those that git knows
// and was told to leave out of this checkout.
func presentIn(folder string) func(shown string) bool {
	onDisk, leftOut := planfile.InFolder(folder), revision.LeftOut(folder)
	return func(shown string) bool { return onDisk(shown) || leftOut(shown) }
}
