package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"forewarn/audit/planfile"
)

// selection is what the arguments of check stand for.
type selection struct {
	files      []string // each once, in the order in which they were named
	searched   []string // the folders and patterns among the arguments
	passedOver int      // how many files in those are no plans
	seen       map[string]bool
}

// expand turns the arguments of check into files: a folder into the plans in it
// and below it, a pattern into those that it matches. A file that is named twice
// is judged once. An argument that names nothing is an error, because a gate that
// looked at nothing must not pass.
func expand(args []string) (*selection, error) {
	s := &selection{seen: map[string]bool{}}
	for _, arg := range args {
		if err := s.add(arg); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *selection) add(arg string) error {
	info, err := os.Stat(arg)
	var found []string
	switch {
	case arg == stdinPath, err == nil && !info.IsDir(), err != nil && !isPattern(arg):
		s.take(arg) // a missing file is reported where it is read
		return nil
	case err == nil:
		found, err = yamlBelow(arg)
	default:
		found, err = matching(arg)
	}
	if err != nil {
		return err
	}
	return s.search(arg, found)
}

// take adds a file, unless it is there already.
func (s *selection) take(file string) {
	if same := filepath.Clean(file); !s.seen[same] {
		s.seen[same] = true
		s.files = append(s.files, file)
	}
}

// search adds the plans among the files that a folder or a pattern stands for. One
// that cannot be looked into is told of where it is read.
func (s *selection) search(arg string, found []string) error {
	plans := 0
	for _, file := range found {
		if text, err := planfile.Read(file); err == nil && !planfile.IsPlan(text) {
			s.passedOver++
			continue
		}
		plans++
		s.take(file)
	}
	s.searched = append(s.searched, arg)
	switch {
	case plans > 0:
		return nil
	case len(found) > 0:
		return fmt.Errorf("no plan matches %q; of the %s there, none is a plan of forewarn", arg, files(len(found)))
	}
	return fmt.Errorf("no plan matches %q", arg)
}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}

func isPattern(arg string) bool { return strings.ContainsAny(arg, "*?[{") }

// yamlBelow lists the YAML files in a folder and below it, but for what is hidden.
// Links to folders are not followed: they may lead anywhere, and in a circle.
func yamlBelow(folder string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("reading the folder %q: %w", path, reason(err))
		case path != folder && hidden(path) && e.IsDir():
			return fs.SkipDir
		case !e.IsDir() && isYAML(path) && !hidden(path) && !leadsToFolder(path, e):
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

func leadsToFolder(path string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func isYAML(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".yaml" || ext == ".yml"
}

func matching(pattern string) ([]string, error) {
	files, err := doublestar.FilepathGlob(pattern, doublestar.WithNoFollow(), doublestar.WithNoHidden(), doublestar.WithFailOnIOErrors())
	switch {
	case err == doublestar.ErrBadPattern:
		return nil, fmt.Errorf("the pattern %q is not complete", pattern)
	case err != nil:
		return nil, fmt.Errorf("looking for %q: %w", pattern, reason(err))
	}
	files = slices.DeleteFunc(files, func(file string) bool {
		info, err := os.Stat(file)
		return err == nil && info.IsDir()
	})
	slices.Sort(files)
	return files, nil
}

// hidden reports whether a file or folder is one that folders do not show, such
// as settings. A pattern that names the dot means them.
func hidden(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }
