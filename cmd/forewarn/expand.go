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
		return plansIn(arg)
	case err == nil || !isPattern(arg):
		return []string{arg}, nil // a missing file is reported where it is read
	}
	return matching(arg)
}

func isPattern(arg string) bool {
	return slices.ContainsFunc([]rune(arg), func(c rune) bool { return c == '*' || c == '?' || c == '[' })
}

// plansIn lists a folder by itself, as its name may look like a pattern.
func plansIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("reading the folder %q: %w", folder, reason(err))
	}
	var files []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); (ext == ".yaml" || ext == ".yml") && !hidden(e.Name()) {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	return atLeastOne(folder, files)
}

func matching(pattern string) ([]string, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, fmt.Errorf("the pattern %q is not complete", pattern)
	}
	return atLeastOne(pattern, slices.DeleteFunc(files, func(file string) bool { return hidden(file) && !hidden(pattern) }))
}

// atLeastOne sorts the files that arg stands for.
func atLeastOne(arg string, files []string) ([]string, error) {
	if len(files) == 0 {
		return nil, fmt.Errorf("no plan matches %q", arg)
	}
	slices.Sort(files)
	return files, nil
}

// hidden reports whether a file is one that folders do not show, such as
// settings. A pattern that names the dot means them.
func hidden(file string) bool { return strings.HasPrefix(filepath.Base(file), ".") }
