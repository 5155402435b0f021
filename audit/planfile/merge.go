package planfile

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"forewarn/audit/disk"
	"forewarn/audit/rules"
)

// ConflictError says that somebody else has changed the very entry that was to be
// changed. Their plan has been taken on, and nothing was written: to change the entry
// once more replaces theirs.
type ConflictError struct {
	Path  []string // of the entry, where it stands now
	Gone  bool     // it is a record that is no longer there; then where it stood
	Part  Part     // of an answer, the part that both have changed; else empty
	Given *Answer  // how the answer would be with that part as it was given here; else nil
}

func (e *ConflictError) Error() string {
	if e.Gone {
		return fmt.Sprintf("%s was taken out of the file by somebody else meanwhile", e.Path[0])
	}
	return "somebody else changed this in the file meanwhile"
}

// write makes one change at a key path and saves it. When somebody else has changed
// the file meanwhile, their plan is taken on, and the change is made in it as long as
// its entry is as it was; an answer has parts, which the change itself looks at. The
// path that is returned is where the entry stands now.
func (f *File) write(path []string, change func(path []string) (draft, error)) ([]string, error) {
	for {
		d, err := change(path)
		if err != nil {
			return path, err
		}
		before := f.plan
		err = f.commit(d)
		if !errors.Is(err, disk.ErrChanged) {
			return path, err
		}
		if err := f.renew(d); err != nil {
			return path, err
		}
		now, found := before.find(path, f.plan)
		if !found || !isAnswer(path) && !reflect.DeepEqual(before.at(path), f.plan.at(now)) {
			return now, &ConflictError{Path: now, Gone: !found}
		}
		path = now
	}
}

// renew takes on the plan as somebody else has left it. One that cannot be used stays
// as it is, and d is kept beside it; the next change looks at it again.
func (f *File) renew(d draft) error {
	var plan *Plan
	err := f.file.Renew(func(content []byte) error {
		if wrong := Kind(content); wrong != nil {
			return wrong
		}
		var found []rules.Finding
		if plan, found = Parse(content, f.bank); invalid(plan, found) {
			wrong := &rules.InvalidError{Path: f.file.Path(), Findings: found}
			return errors.New(wrong.Summary())
		}
		return nil
	})
	if err != nil {
		return f.file.KeepAside(d.src, err)
	}
	f.plan = plan
	return nil
}

// at is the entry at a key path, as far as a change of it could overwrite something:
// of a list, to which records are added, nothing.
func (p *Plan) at(path []string) any {
	if isAnswer(path) {
		return [2]Answer{p.Answer(path[1], path[2]).said(), p.Earlier[path[2]].said()}
	}
	v := p.Value(path...)
	if reflect.ValueOf(v).Kind() == reflect.Slice {
		return nil
	}
	return v
}

func isAnswer(path []string) bool { return len(path) == 3 && path[0] == "answers" }

// find returns the key path by which another plan has the entry that this one has at
// path. A record is the one with the same id, or of which all is the same; else the one
// that alone has its name, whatever else of it was changed.
func (p *Plan) find(path []string, in *Plan) (now []string, found bool) {
	now = slices.Clone(path)
	for n := 1; n < len(path); n++ {
		record := p.Value(path[:n+1]...)
		if _, err := strconv.Atoi(path[n]); err != nil || record == nil {
			continue
		}
		var theirs []any
		for j := range in.Count(now[:n]...) {
			theirs = append(theirs, in.Value(append(slices.Clone(now[:n]), strconv.Itoa(j))...))
		}
		i := sameRecord(record, theirs)
		if i < 0 {
			return path, false
		}
		now[n] = strconv.Itoa(i)
	}
	return now, true
}

// sameRecord is the index of a record among those that it has become one of; -1 when it
// is no longer there.
func sameRecord(record any, theirs []any) int {
	id, name := identityOf(record)
	index := func(is func(other any) bool) int { return slices.IndexFunc(theirs, is) }
	if i := index(func(other any) bool { otherID, _ := identityOf(other); return id != "" && otherID == id }); i >= 0 {
		return i
	}
	if i := index(func(other any) bool { return reflect.DeepEqual(record, other) }); i >= 0 {
		return i
	}
	named := func(other any) bool { _, otherName := identityOf(other); return name != "" && otherName == name }
	i := index(named)
	if i >= 0 && slices.ContainsFunc(theirs[i+1:], named) {
		return -1
	}
	return i
}

// identityOf is the id by which a record is known, and its name; both are empty for a
// kind that has none.
func identityOf(record any) (id, name string) {
	switch r := record.(type) {
	case Objective:
		return r.ID, r.Statement
	case Metric:
		return r.ID, r.Name
	case Stakeholder:
		return "", r.Group
	case Programme:
		return "", r.Name
	case Scenario:
		return "", r.What
	case Reading:
		return "", r.On.Format(time.DateOnly)
	}
	return "", ""
}
