package interview

import (
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// keep saves what the answer to field i completes: the whole of a new record
// after its last field, one value of a record that is changed, or an entry
// that the record did not have, once all parts of it are there.
func (fm *form) keep(i int) error {
	if fm.index == fresh {
		if fm.following(i+1) < len(fm.record.Fields) {
			return nil
		}
		return fm.flow.store.Append(fm.record.Kind, fm.build(""))
	}
	key := fm.record.Fields[i].Key
	if text(fm.draft[key]) == text(valueAt(fm.flow.store.Plan(), fm.path(key)...)) {
		return nil
	}
	if entry, _, inside := strings.Cut(key, "."); inside {
		return fm.keepPart(i, entry)
	}
	return fm.flow.store.Set(fm.path(key), fm.draft[key])
}

// keepPart saves field i, which is a part of an entry. The parts of an entry
// mean something only together, so it comes and goes as a whole.
func (fm *form) keepPart(i int, entry string) error {
	key := fm.record.Fields[i].Key
	there := valueAt(fm.flow.store.Plan(), fm.path(entry)...) != nil
	switch {
	case there && fm.draft[key] == nil:
		fm.forget(entry)
		return fm.flow.store.Set(fm.path(entry), nil)
	case there:
		return fm.flow.store.Set(fm.path(key), fm.draft[key])
	case fm.lastPart(i, entry):
		return fm.flow.store.Set(fm.path(entry), fm.build(entry))
	}
	return nil
}

func (fm *form) lastPart(i int, entry string) bool {
	rest := fm.record.Fields[i+1:]
	return !slices.ContainsFunc(rest, func(f planfile.Field) bool { return strings.HasPrefix(f.Key, entry+".") })
}

func (fm *form) forget(entry string) {
	for _, field := range fm.record.Fields {
		if strings.HasPrefix(field.Key, entry+".") {
			fm.draft[field.Key] = nil
		}
	}
}

// build gives what the draft says, in the order of the fields: the entry with
// this name, or the whole record when the name is empty.
func (fm *form) build(entry string) yamldoc.Map {
	var m yamldoc.Map
	for _, field := range fm.record.Fields {
		outer, inner, inside := strings.Cut(field.Key, ".")
		switch {
		case fm.draft[field.Key] == nil:
		case entry != "" && outer == entry:
			m = append(m, yamldoc.Entry{Key: inner, Value: fm.draft[field.Key]})
		case entry == "" && !inside:
			m = append(m, yamldoc.Entry{Key: outer, Value: fm.draft[field.Key]})
		case entry == "" && !slices.ContainsFunc(m, func(e yamldoc.Entry) bool { return e.Key == outer }):
			m = append(m, yamldoc.Entry{Key: outer, Value: fm.build(outer)})
		}
	}
	return m
}
