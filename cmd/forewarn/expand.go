package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// expand turns the arguments of check into files: a folder into its YAML
// files, a pattern into what it matches. A file that is named twice is judged
// once. An argument that names nothing is an error, because a gate that looked
// at nothing must not pass.
func expand(args []string) ([]string, error) {
	var files []string
	seen := map[string]bool{}
	for _, arg := range args {
		found, err := expandOne(arg)
		if err != nil {
			return nil, err
		}
		for _, file := range found {
			if same := filepath.Clean(file); !seen[same] {
				seen[same] = true
				files = append(files, file)
			}
		}
	}
	return files, nil
}

func expandOne(arg string) ([]string, error) {
	info, err := os.Stat(arg)
	switch {
	case arg == stdinPath:
		return []string{arg}, nil
	case err == nil && info.IsDir():
		return matching(arg, filepath.Join(arg, "*.yaml"), filepath.Join(arg, "*.yml"))
	case err == nil || !isPattern(arg):
		return []string{arg}, nil // a missing file is reported where it is read
	}
	return matching(arg, arg)
}

func isPattern(arg string) bool {
	return slices.ContainsFunc([]rune(arg), func(c rune) bool { return c == '*' || c == '?' || c == '[' })
}

func matching(arg string, patterns ...string) ([]string, error) {
	var files []string
	for _, p := range patterns {
		found, err := filepath.Glob(p)
		if err != nil {
			return nil, fmt.Errorf("the pattern %q is not complete", arg)
		}
		files = append(files, slices.DeleteFunc(found, func(file string) bool { return hidden(file) && !hidden(p) })...)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no plan matches %q", arg)
	}
	slices.Sort(files)
	return files, nil
}

// hidden reports whether a file is one that folders do not show, such as
// settings. A pattern that names the dot means them.
func hidden(file string) bool { return strings.HasPrefix(filepath.Base(file), ".") }
