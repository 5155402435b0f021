package workshop

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"forewarn/audit/disk"
	"forewarn/audit/printable"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// kind is what somebody can do who meets trouble with a file of a workshop.
func kind() disk.Kind {
	return disk.Kind{
		MaxBytes:  yamldoc.MaxBytes,
		IfMissing: func(string) string { return "to begin a workshop, run: forewarn workshop new" },
		IfFolder: func(path string) string {
			return fmt.Sprintf("name the file in it, such as %q", filepath.Join(path, "workshop.yaml"))
		},
		IfPipe:    "write it to a file, and name that",
		IfTaken:   func(string) string { return "choose another name" },
		Elsewhere: "work on a copy elsewhere",
		Holder:    "another forewarn",
	}
}

// Create writes a new file of a workshop. It never writes over anything that has the name.
func Create(path string, entries yamldoc.Map) error {
	content, err := Written(entries)
	if err != nil {
		return fmt.Errorf("writing %q: %w", path, err)
	}
	return kind().Create(path, content)
}

// Load reads workshop.yaml. The error is an *rules.InvalidError when it cannot be used as
// it is.
func Load(path string, bank *questions.Bank) (*Workshop, error) {
	text, err := kind().Read(path)
	if err != nil {
		return nil, err
	}
	if !IsWorkshop(text) {
		return nil, fmt.Errorf("reading %q: this is no workshop: it does not begin with workshop: 1; forewarn workshop new writes one", path)
	}
	w, found := Parse(text, bank)
	if len(found) > 0 {
		return nil, &rules.InvalidError{Path: path, Findings: found}
	}
	return w, nil
}

// PublishedBeside is the name of the file that remembers what was published of a workshop.
func PublishedBeside(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".published.yaml"
}

// LoadPublished reads what was published of the workshop at a path: nothing where there is
// no such file.
func LoadPublished(path string, w *Workshop) (*Published, error) {
	path = PublishedBeside(path)
	text, err := kind().Read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &Published{Format: Format, Workshop: w.ID}, nil
	}
	if err != nil {
		return nil, err
	}
	p, found := ParsePublished(text, w)
	if len(found) > 0 {
		return nil, &rules.InvalidError{Path: path, Findings: found}
	}
	return p, nil
}

// Save writes down what is published now, in place of what was.
func (p *Published) Save(path string) error {
	path = PublishedBeside(path)
	file, err := kind().Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Create(path, p.Entries())
	}
	if err != nil {
		return err
	}
	content, err := Written(p.Entries())
	if err == nil {
		err = file.Replace(content)
	}
	return errors.Join(err, file.Close())
}

// MostSheets is how many sheets are read in one go.
const MostSheets = 10_000

// Collect reads sheets from files and folders. Of a folder, every file directly in it that
// is meant to be a sheet is read, by name. Whatever is no sheet of this workshop is refused,
// with what is wrong with it.
func Collect(paths []string, w *Workshop, bank *questions.Bank) ([]Handed, Refused, error) {
	var handed []Handed
	var refused Refused
	files, err := listed(paths)
	if err != nil {
		return nil, nil, err
	}
	if len(files) > MostSheets {
		return nil, nil, fmt.Errorf("there are %d files, and %d are the most that are read at once", len(files), MostSheets)
	}
	for _, f := range files {
		text, err := kind().Read(f.path)
		name := filepath.ToSlash(f.path)
		switch {
		case err != nil:
			refused = append(refused, Refusal{name, err.Error()})
			continue
		case !IsSheet(text) && f.named:
			refused = append(refused, Refusal{name, "this is no sheet: it does not begin with sheet: 1"})
			continue
		case !IsSheet(text):
			continue
		}
		s, found := ParseSheet(text, w, bank)
		if s == nil {
			invalid := &rules.InvalidError{Path: f.path, Findings: found}
			refused = append(refused, Refusal{name, printable.Text(invalid.Summary())})
			continue
		}
		handed = append(handed, Handed{name, s})
	}
	return handed, refused, nil
}

// file is one that may be a sheet.
type file struct {
	path  string
	named bool // by somebody, rather than found in a folder
}

func listed(paths []string) ([]file, error) {
	var out []file
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", path, errors.Unwrap(err))
		}
		if !info.IsDir() {
			out = append(out, file{path, true})
			continue
		}
		entries, err := os.ReadDir(path)
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", path, errors.Unwrap(err))
		}
		for _, e := range entries {
			if ext := strings.ToLower(filepath.Ext(e.Name())); e.Type().IsRegular() && slices.Contains([]string{".yaml", ".yml", ".json", ".txt"}, ext) {
				out = append(out, file{filepath.Join(path, e.Name()), false})
			}
		}
	}
	return out, nil
}
