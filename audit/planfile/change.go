package planfile

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// Set writes one value at a key path: a string, bool, int, time.Time or Amount, or a
// yamldoc.Map of them for an entry that is not there yet; nil removes the key, or
// else its value where a comment says what the key is for. It returns where the value
// stands now, as do Append and Remove: whoever else changed the file may have moved
// its record. The error is a *ConflictError when they changed this very entry.
func (f *File) Set(path []string, value any) ([]string, error) {
	return f.change(path, func(src []byte, path []string) ([]byte, error) {
		if value == nil && path[0] == "initiative" { // the comment there says what the key is for
			return yamldoc.Clear(src, path)
		}
		src, err := yamldoc.Set(src, path, written(value))
		if edition := f.editionToWrite(); err == nil && edition != "" && f.isNarrowed(path) {
			return yamldoc.Set(src, []string{"initiative", "edition"}, edition)
		}
		return src, err
	})
}

// isNarrowed reports whether a path is that of a fact whose question has changed.
func (f *File) isNarrowed(path []string) bool {
	return len(path) == 2 && path[0] == "initiative" && f.bank.Narrowed[path[1]] != ""
}

// Append adds a record at the end of a list, such as that of the objectives or of
// the readings of a measure, and makes the list when there is none. A record that is
// known by an id gets one. With a nil record Append makes an empty list: the statement
// that there are none.
func (f *File) Append(list []string, record yamldoc.Map) ([]string, error) {
	now, err := f.change(list, func(src []byte, list []string) ([]byte, error) {
		if record == nil {
			return yamldoc.Append(src, list, nil)
		}
		return yamldoc.Append(src, list, written(f.plan.identified(list, record)))
	})
	return append(slices.Clone(now), strconv.Itoa(f.plan.Count(now...)-1)), err
}

// Remove takes the record at a path, such as ("programmes", "0"), out of its list.
func (f *File) Remove(path []string) error {
	_, err := f.change(path, func(src []byte, path []string) ([]byte, error) {
		out, err := yamldoc.Delete(src, path)
		if err == nil && bytes.Equal(out, src) {
			err = fmt.Errorf("%s is not there", yamldoc.KeyPath(path...))
		}
		return out, err
	})
	return err
}

// written is value in the types that yamldoc writes.
func written(value any) any {
	switch v := value.(type) {
	case Amount:
		switch {
		case v.Number != nil:
			return yamldoc.Number(v.Text)
		case v.Text == "":
			return nil
		}
		return v.Text
	case yamldoc.Map:
		out := make(yamldoc.Map, len(v))
		for i, e := range v {
			out[i] = yamldoc.Entry{Key: e.Key, Value: written(e.Value)}
		}
		return out
	}
	return value
}

// change makes one edit at path and saves it. It returns where its entry stands now.
func (f *File) change(path []string, edit func(src []byte, path []string) ([]byte, error)) ([]string, error) {
	return f.write(path, func(path []string) (draft, error) {
		d, err := f.draft(path, func(src []byte) ([]byte, error) { return edit(src, path) })
		if err != nil {
			return draft{}, err
		}
		return f.raise(d)
	})
}

// draft is a text that is not saved yet, and the valid plan that it holds.
type draft struct {
	src  []byte
	plan *Plan
}

// draft edits a copy of the text at path.
func (f *File) draft(path []string, edit func(src []byte) ([]byte, error)) (draft, error) {
	return f.edited(f.file.Content(), path, edit)
}

// edit edits a draft once more.
func (f *File) edit(d draft, path []string, edit func(src []byte) ([]byte, error)) (draft, error) {
	return f.edited(d.src, path, edit)
}

func (f *File) edited(src []byte, path []string, edit func(src []byte) ([]byte, error)) (draft, error) {
	src, err := edit(src)
	if err != nil {
		return draft{}, fmt.Errorf("changing %q: %w", f.file.Path(), err)
	}
	plan, found := Parse(src, f.bank)
	if invalid(plan, found) {
		first := firstWithin(plan, path, found)
		return draft{}, fmt.Errorf("changing %q: %s: %s", f.file.Path(), first.Key, first.Message)
	}
	return draft{src: src, plan: plan}, nil
}

// firstWithin returns the first error at path, as that was what the change was
// about, or else the first of all.
func firstWithin(plan *Plan, path []string, found []rules.Finding) rules.Finding {
	first, _ := (&rules.InvalidError{Findings: found}).First()
	if plan == nil {
		return first
	}
	at := plan.At(path...)
	for _, x := range found {
		if x.Severity == rules.Error && at.Line <= x.Pos.Line && x.Pos.Line <= at.EndLine {
			return x
		}
	}
	return first
}

// commit saves d and takes it on.
func (f *File) commit(d draft) error {
	if err := f.file.Replace(d.src); err != nil {
		return err
	}
	f.plan = d.plan
	return nil
}
