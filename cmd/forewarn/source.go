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
	src := audit.Source{Name: filepath.ToSlash(name), Present: planfile.InFolder(filepath.Dir(name))}
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

// earlierFile is the file that a plan is held against.
func earlierFile(path string) *audit.Earlier {
	return &audit.Earlier{Name: path, Read: func() (*audit.Source, error) {
		src, err := readSource(path, path)
		return &src, err
	}}
}

// earlierCommit is the plan called name as it stands in a commit.
func earlierCommit(name, ref string) *audit.Earlier {
	return &audit.Earlier{Name: ref, Read: func() (*audit.Source, error) {
		was, err := revision.Read(name, ref)
		if err != nil || was.Text == nil {
			return nil, err
		}
		return &audit.Source{Name: name, Text: was.Text, Present: was.Present}, nil
	}}
}
