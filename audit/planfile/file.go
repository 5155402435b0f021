package planfile

import (
	"errors"
	"fmt"
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

// File is a plan file that is open for changes. It is locked until Close. Each
// change is in the file when the method returns nil; otherwise nothing was
// changed, in the file or in Plan. A File is not for use by several goroutines.
type File struct {
	file *disk.File
	bank *questions.Bank
	plan *Plan // what the file says
}

// Open locks the plan file at path and reads it. The error is an
// *rules.InvalidError when the file cannot be used as it is, and wraps disk.ErrLocked
// when another forewarn has it open, under whatever name.
func Open(path string, bank *questions.Bank) (*File, error) {
	file, err := kind().Open(path)
	if err != nil {
		return nil, err
	}
	plan, found := Parse(file.Content(), bank)
	if wrong := Kind(file.Content()); wrong != nil {
		err = fmt.Errorf("reading %q: %w", path, wrong)
	} else if invalid(plan, found) {
		err = &rules.InvalidError{Path: path, Findings: found}
	} else {
		err = file.Writable()
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &File{file: file, bank: bank, plan: plan}, nil
}

// Read reads the bytes of a plan file: at most one more than a plan may have,
// which is enough for Parse to say that the file is too large.
func Read(path string) ([]byte, error) { return kind().Read(path) }

// Create writes a new plan file. It never writes over anything that has the
// name already, and leaves nothing behind when it fails.
func Create(path string, content []byte) error { return kind().Create(path, content) }

// kind is what somebody can do who meets trouble with a plan file.
func kind() disk.Kind {
	return disk.Kind{
		MaxBytes:  yamldoc.MaxBytes,
		IfMissing: ifMissing,
		IfFolder: func(path string) string {
			return fmt.Sprintf("name the file in it, such as %q", filepath.Join(path, "plan.yaml"))
		},
		IfPipe: "write the plan to a file, and name that, or give it to forewarn check -",
		IfTaken: func(path string) string {
			return "choose another name, or to go on with it, run: " + command("ask", path)
		},
		Elsewhere: "work on a copy of the plan elsewhere",
		Holder:    "another forewarn",
	}
}

// ifMissing names the plan beside that has nearly the same name, or how to start
// one.
func ifMissing(path string) string {
	ext := filepath.Ext(path)
	for _, other := range []string{".yaml", ".yml"} {
		near := strings.TrimSuffix(path, ext) + other
		if info, err := os.Stat(near); other != ext && err == nil && info.Mode().IsRegular() {
			return fmt.Sprintf("there is %q, so name that", near)
		}
	}
	return "to start one, run: " + command("new", path)
}

// command is a command line of this program that can be typed as it stands.
func command(verb, path string) string { return "forewarn " + verb + " " + printable.Word(path) }

func invalid(plan *Plan, found []rules.Finding) bool {
	return plan == nil || slices.ContainsFunc(found, func(x rules.Finding) bool { return x.Severity == rules.Error })
}

// Close releases the lock. A File that is closed takes no more changes.
func (f *File) Close() error { return f.file.Close() }

// Discard takes the file away, unless somebody else has changed it since it was
// opened: then the error wraps disk.ErrChanged.
func (f *File) Discard() error { return f.file.Discard() }

// Plan returns the plan as it was last saved.
func (f *File) Plan() *Plan { return f.plan }
