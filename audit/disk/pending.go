package disk

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Pending is a file that nobody edits, such as a report, while it is written: it
// takes its place when it is kept, whole, or not at all. Whoever reads that file
// meanwhile, or after a failure, finds what was there before. Of several that
// write it at the same time, the last one wins. A file that is there keeps its
// mode. A link is followed, and what is no regular file, such as /dev/stderr, is
// written to at once.
type Pending struct {
	kind   Kind
	path   string // as the user named it
	system system
	file   handle // nil when it is finished

	target string      // with links followed
	temp   string      // its name until it takes its place; empty for what is written to at once
	old    fs.FileInfo // what is there; nil for nothing
}

// Begin begins a file at path. It is to be dropped when it is not kept.
func (k Kind) Begin(path string) (*Pending, error) { return k.beginOn(realSystem(), path) }

func (k Kind) beginOn(s system, path string) (*Pending, error) {
	p := &Pending{kind: k, path: path, system: s}
	if err := p.begin(); err != nil {
		return nil, k.writeFailure("writing", path, err)
	}
	return p, nil
}

func (p *Pending) begin() (err error) {
	if p.target, p.old, err = place(p.path); err != nil {
		return err
	}
	perm := fs.FileMode(0o666)
	if p.old != nil {
		if !p.old.Mode().IsRegular() {
			p.file, err = os.OpenFile(p.target, os.O_WRONLY, 0)
			return err
		}
		perm = 0o600 // until it has the mode of old
	}
	// There is no lock on such a file: the name is random, so that nobody else
	// writes or removes it.
	clearLeftovers(filepath.Dir(p.target))
	temp := filepath.Join(filepath.Dir(p.target), leftover+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
	if p.file, err = p.system.create(temp, perm); err == nil {
		p.temp = temp
	}
	return err
}

// leftover begins the name of a file that was not finished.
const leftover = ".forewarn-"

// clearLeftovers removes what runs that were killed left in a folder. What is
// younger than an hour may be of a run that goes on.
func clearLeftovers(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := filepath.Join(folder, e.Name())
		if !strings.HasPrefix(e.Name(), leftover) || filepath.Ext(name) != ".tmp" {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > time.Hour {
			os.Remove(name)
		}
	}
}

// place follows links to where a file is, or is to be when there is none yet,
// as the shell does.
func place(path string) (target string, old fs.FileInfo, err error) {
	old, err = os.Stat(path)
	switch {
	case err == nil && !old.Mode().IsRegular():
		return path, old, nil // a pipe has no name that its link leads to
	case err == nil:
		target, err = filepath.EvalSymlinks(path)
		return target, old, err
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", nil, err
	}
	link, err := os.Readlink(path)
	if err != nil { // it is no link
		return path, nil, nil
	}
	if !filepath.IsAbs(link) {
		folder, err := filepath.EvalSymlinks(filepath.Dir(path))
		if err != nil {
			return "", nil, err
		}
		link = filepath.Join(folder, link)
	}
	return place(link)
}

// SamePlace reports whether files begun at two paths would take the same place,
// whether or not one is there yet. Two names of one file are one place: who gave a
// file two names wants both to show the same.
func SamePlace(a, b string) bool {
	if one, err := os.Stat(a); err == nil && one.Mode().IsRegular() {
		if other, err := os.Stat(b); err == nil && os.SameFile(one, other) {
			return true
		}
	}
	folder, name, err := spot(a)
	other, otherName, otherErr := spot(b)
	if err != nil || otherErr != nil || !os.SameFile(folder, other) {
		return false
	}
	return name == otherName || strings.EqualFold(name, otherName) && knowsNoCase(filepath.Dir(a))
}

// knowsNoCase reports whether a folder is found under other letters, and so a file
// in it would be. One whose name has no letters does not tell.
func knowsNoCase(folder string) bool {
	at, err := filepath.Abs(folder)
	if err != nil {
		return false
	}
	name := filepath.Base(at)
	other := strings.ToUpper(name)
	if other == name {
		other = strings.ToLower(name)
	}
	one, err := os.Stat(at)
	found, otherErr := os.Stat(filepath.Join(filepath.Dir(at), other))
	return other != name && err == nil && otherErr == nil && os.SameFile(one, found)
}

// spot returns the folder in which a file takes its place, and its name there.
func spot(path string) (folder fs.FileInfo, name string, err error) {
	target, old, err := place(path)
	if err == nil && old != nil && !old.Mode().IsRegular() {
		err = errors.New("it is written to at once")
	}
	if err != nil {
		return nil, "", err
	}
	folder, err = os.Stat(filepath.Dir(target))
	return folder, filepath.Base(target), err
}

// Write writes what comes next.
func (p *Pending) Write(content []byte) (int, error) {
	n, err := p.file.Write(content)
	return n, p.failed(err)
}

// Finish makes what was written durable, where it does not yet show. Nothing
// may be written after it.
func (p *Pending) Finish() error {
	file := p.file
	p.file = nil
	return p.failed(finish(file, p.temp != "", func() error {
		if p.old == nil {
			return nil
		}
		return likeness(file, p.old)
	}))
}

// Keep lets a file that is finished take its place.
func (p *Pending) Keep() error {
	if p.temp == "" {
		return nil
	}
	if err := p.system.rename(p.temp, p.target); err != nil {
		return p.failed(err)
	}
	p.temp = ""
	p.system.syncDir(p.target)
	return nil
}

// Drop takes away what was written, unless it was kept. Somebody else may be
// writing.
func (p *Pending) Drop() {
	if p.file != nil {
		_ = p.file.Close()
	}
	if p.temp != "" {
		os.Remove(p.temp)
	}
}

func (p *Pending) failed(err error) error {
	if err == nil {
		return nil
	}
	return p.kind.writeFailure("writing", p.path, err)
}
