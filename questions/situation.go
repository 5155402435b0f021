package questions

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"forewarn/audit/yamldoc"
)

//go:embed situations/*.yaml
var situations embed.FS

// Situation is a made-up initiative, told in three sentences, at one rung of a
// question.
type Situation struct {
	Setting string   `yaml:"setting,required" one:"firm council charity volunteers network campaign"`
	Level   int      `yaml:"level,required"`
	Text    string   `yaml:"text,required"`
	Decides string   `yaml:"decides,required"` // the words in Text that decide the level
	Raises  []string `yaml:"raises"`           // the warnings that it raises where all else is at its best
}

// Situations returns the situations of the bank that is built in, by question.
// They are read only where they are shown.
func Situations() (map[string][]Situation, error) {
	names, err := fs.Glob(situations, "situations/*.yaml")
	if err != nil {
		return nil, err
	}
	all := map[string][]Situation{}
	for _, name := range names {
		var file struct {
			Situations map[string][]Situation `yaml:"situations,required"`
		}
		if err := decodeFile(situations, name, &file); err != nil {
			return nil, err
		}
		for id, list := range file.Situations {
			all[id] = list
		}
	}
	return all, nil
}

// decodeFile reads a file that is built into the program, so that an error is one
// of the program.
func decodeFile(fsys fs.FS, name string, v any) error {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	doc, problems := yamldoc.Parse(src)
	if doc != nil {
		problems = append(problems, doc.Decode(v)...)
	}
	var errs []error
	for _, p := range problems {
		errs = append(errs, fmt.Errorf("%s:%s: %s: %s", name, p.Pos, p.Key, p.Message))
	}
	return errors.Join(errs...)
}
