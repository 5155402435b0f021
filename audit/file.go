package audit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"forewarn/questions"
)

// File is a plan file that is open for changes. It is locked until Close. Each
// change is in the file when the method returns nil; otherwise nothing was
// changed, in the file or in Plan. A File is not for use by several goroutines.
type File struct {
	path   string // as the user named it
	target string // with links followed
	bank   *questions.Bank
	disk   disk
	lock   lock
	open   bool

	src  []byte // the content as last read or saved
	mode fs.FileMode
	plan *Plan // what src says
}

// Open locks the plan file at path and reads it. The error is an
// *InvalidError when the file cannot be used as it is, and wraps ErrLocked when
// another interview has it open, under whatever name.
func Open(path string, bank *questions.Bank) (*File, error) {
	return openOn(realDisk(), path, bank)
}

func openOn(d disk, path string, bank *questions.Bank) (*File, error) {
	info, err := regular(path)
	if err != nil {
		return nil, err
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, readFailure(path, err)
	}
	held, err := acquire(target)
	if errors.Is(err, ErrLocked) {
		return nil, fmt.Errorf("opening %q: %w", path, err)
	}
	if err != nil {
		return nil, writeFailure("opening", target, err)
	}
	os.Remove(tempName(target))
	f := &File{path: path, target: target, bank: bank, disk: d, lock: held, open: true, mode: info.Mode().Perm()}
	if err := f.load(); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// load reads the plan for the first time.
func (f *File) load() error {
	src, err := ReadFile(f.target)
	if err != nil {
		return err
	}
	plan, found := Parse(src, f.bank)
	if invalid(plan, found) {
		return &InvalidError{Path: f.path, Findings: found}
	}
	// Saving would replace the file all the same, against the wish of whoever
	// marked it.
	if f.mode&0o200 == 0 {
		return &failure{doing: "opening", path: f.path, why: "it is marked as read-only", next: "make it writable, or work on a copy"}
	}
	f.src, f.plan = src, plan
	return nil
}

func invalid(plan *Plan, found []Finding) bool {
	return plan == nil || slices.ContainsFunc(found, func(x Finding) bool { return x.Severity == Error })
}

// Close releases the lock. A File that is closed takes no more changes.
func (f *File) Close() error {
	if !f.open {
		return nil
	}
	f.open = false
	return f.lock.release()
}

// Plan returns the plan as it was last saved.
func (f *File) Plan() *Plan { return f.plan }
