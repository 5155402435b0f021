package interview

import (
	"errors"
	"slices"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// keep saves what the answer to field i completes: the record once it has what it
// needs, and then value after value.
func (fm *form) keep(i int) error {
	if fm.at == nil {
		return fm.keepNew()
	}
	key := fm.fields()[i].Key
	if text(fm.draft[key]) == text(fm.flow.store.Plan().Value(fieldPath(fm.at, key)...)) {
		return nil
	}
	if entry, _, inside := strings.Cut(key, "."); inside {
		return fm.keepPart(key, entry)
	}
	return fm.set(fieldPath(fm.at, key), fm.draft[key])
}

// keepNew adds the record to its list, as soon as it can stand there.
func (fm *form) keepNew() error {
	fm.flow.kept.forms[fm.list.key()] = fm
	if fm.lacksField() {
		return nil
	}
	at, err := fm.flow.store.Append(fm.list.path, fm.build(""))
	if err != nil {
		return err
	}
	delete(fm.flow.kept.forms, fm.list.key())
	fm.at, fm.saved = at, true
	fm.flow.changes[fm.list.path[0]]++
	return nil
}

func (fm *form) lacksField() bool {
	return slices.ContainsFunc(fm.fields(), func(f planfile.Field) bool {
		return f.Required && f.Type != planfile.FieldID && fm.draft[f.Key] == nil
	})
}

// keepPart saves one part of an entry. The parts mean something only together, so the
// entry comes and goes as a whole: with its first part, its day is today.
func (fm *form) keepPart(key, entry string) error {
	path := fieldPath(fm.at, entry)
	there := fm.flow.store.Plan().Value(path...) != nil
	switch {
	case there && fm.draft[key] == nil:
		for _, field := range fm.parts(entry) {
			fm.draft[field.Key] = nil
		}
		return fm.set(path, nil)
	case there:
		return fm.set(fieldPath(fm.at, key), fm.draft[key])
	}
	for _, field := range fm.parts(entry) {
		if field.Type == planfile.FieldDate && fm.draft[field.Key] == nil {
			fm.draft[field.Key] = fm.flow.today()
		}
	}
	return fm.set(path, fm.build(entry))
}

// set writes a value of the record, and follows the record where others moved it.
func (fm *form) set(path []string, value any) error {
	now, err := fm.flow.store.Set(path, value)
	var conflict *planfile.ConflictError
	if err == nil || errors.As(err, &conflict) && !conflict.Gone {
		fm.at = now[:len(fm.at)]
	}
	if err == nil {
		fm.saved = true
		fm.flow.changes[fm.list.path[0]]++
	}
	return err
}

// parts are the fields of an entry.
func (fm *form) parts(entry string) []planfile.Field {
	return slices.DeleteFunc(slices.Clone(fm.fields()), func(f planfile.Field) bool { return !strings.HasPrefix(f.Key, entry+".") })
}

// build gives what the draft says, in the order of the fields: the entry with
// this name, or the whole record when the name is empty.
func (fm *form) build(entry string) yamldoc.Map {
	var m yamldoc.Map
	for _, field := range fm.fields() {
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
