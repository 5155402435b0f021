package interview

import (
	"fmt"
	"slices"
	"strings"

	"forewarn/audit/planfile"
)

// form asks for the fields of one record, a page each. A new record is kept
// only when its last field has been answered; a change is saved field by field.
type form struct {
	flow   *flow
	record *planfile.Form
	index  int            // of the record that is changed; fresh for a new one
	draft  map[string]any // by key; nil is empty
}

// fresh is the index of a record that is not in the plan yet.
const fresh = -1

func (f *flow) newForm(step Step) *form {
	return &form{flow: f, record: step.Record, index: fresh, draft: map[string]any{}}
}

func (f *flow) changeForm(step Step, i int) *form {
	fm := f.newForm(step)
	fm.index = i
	for _, field := range fm.record.Fields {
		fm.draft[field.Key] = valueAt(f.store.Plan(), fm.path(field.Key)...)
	}
	return fm
}

func (fm *form) path(key string) []string { return recordPath(fm.record.Kind, fm.index, key) }

// open shows the first field from i on that is asked for.
func (fm *form) open(i int) {
	i = fm.following(i)
	field := fm.field(i)
	p := fm.flow.fieldPage(fm.record.Kind, &field, text(fm.draft[field.Key]))
	p.where = fmt.Sprintf("%s, %d of %d", fm.record.Title, i+1, len(fm.record.Fields))
	p.accept = func(value string) error { return fm.accept(i, value) }
	p.back = func() { fm.back(i) }
	p.leave = fm.leave
	if fm.index != fresh || !field.Required {
		p.skip = func() error { return fm.accept(i, text(fm.draft[field.Key])) }
	}
	fm.flow.show(p)
}

// field is field i as this form asks for it: the second part of an entry is
// required once there is the first.
func (fm *form) field(i int) planfile.Field {
	field := fm.record.Fields[i]
	field.Required = field.Required || fm.leader(i) != i
	return field
}

// following is the index of the first field from i on that is asked for, or
// the number of fields. An id never changes, and the second part of an entry
// means nothing without the first.
func (fm *form) following(i int) int {
	for ; i < len(fm.record.Fields); i++ {
		fixed := fm.record.Fields[i].Type == planfile.FieldID && fm.index != fresh
		leader := fm.leader(i)
		if !fixed && (leader == i || fm.draft[fm.record.Fields[leader].Key] != nil) {
			break
		}
	}
	return i
}

// leader is the index of the first field of the entry that field i belongs to,
// as baseline.value leads baseline.on; a field on its own leads itself.
func (fm *form) leader(i int) int {
	entry, _, inside := strings.Cut(fm.record.Fields[i].Key, ".")
	if !inside {
		return i
	}
	return slices.IndexFunc(fm.record.Fields, func(field planfile.Field) bool {
		return strings.HasPrefix(field.Key, entry+".")
	})
}

// accept saves what field i completes, and asks for the next one.
func (fm *form) accept(i int, value string) error {
	field := fm.field(i)
	v, err := fm.flow.parse(fm.record.Kind, &field, value)
	if err != nil {
		return err
	}
	before := fm.draft[field.Key]
	fm.draft[field.Key] = v
	if err := fm.keep(i); err != nil {
		fm.draft[field.Key] = before
		return err
	}
	if next := fm.following(i + 1); next < len(fm.record.Fields) {
		fm.open(next)
		return nil
	}
	fm.end("Saved.")
	return nil
}

// back goes to the field before, and out of the form from the first one.
func (fm *form) back(i int) {
	for j := i - 1; j >= 0; j-- {
		if fm.following(j) == j {
			fm.open(j)
			return
		}
	}
	fm.leave()
}

// leave drops a record that is not finished, and says so.
func (fm *form) leave() {
	if fm.index == fresh {
		fm.end("Left without adding " + fm.record.One + ".")
		return
	}
	fm.end("Left. The fields before this one are saved.")
}

// end returns to the menu.
func (fm *form) end(notice string) {
	fm.flow.open(fm.flow.at)
	fm.flow.notice = notice
}
