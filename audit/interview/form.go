package interview

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"forewarn/audit/disk"
	"forewarn/audit/planfile"
)

// form asks for the fields of one record, a page each. The record is in the plan as
// soon as it has what it needs, and every further field once it is given.
type form struct {
	flow  *flow
	list  list
	at    []string       // of the record in the plan; nil while it cannot stand there
	draft map[string]any // by key; nil is empty
	saved bool           // something was saved since the form was opened
	wrong string         // the question whose answer could not be saved; empty for none
	aside string         // the file beside the plan that has what could not be saved
	more  bool           // the fields are asked for that are not asked of everybody
}

// newForm goes on with the record that was begun, or begins one.
func (f *flow) newForm(l list) *form {
	if begun := f.kept.forms[l.key()]; begun != nil {
		return begun
	}
	return &form{flow: f, list: l, draft: map[string]any{}}
}

// changeForm asks for the fields of a record of the plan.
func (f *flow) changeForm(l list, i int) *form {
	fm := &form{flow: f, list: l, at: recordPath(l.path, i), draft: map[string]any{}}
	for _, field := range l.form.Fields {
		fm.draft[field.Key] = f.store.Plan().Value(fieldPath(fm.at, field.Key)...)
	}
	return fm
}

// open shows the first field from i on that is asked for.
func (fm *form) open(i int) {
	i = fm.following(i)
	if i == len(fm.fields()) {
		fm.end(fm.came("Saved."))
		return
	}
	field := fm.field(i)
	p := fm.flow.fieldPage(&field, text(fm.draft[field.Key]))
	p.id = fm.list.key() + "/" + fm.name() + "/" + field.Key
	p.where = fm.list.form.Title
	if name := fm.name(); name != "" {
		p.where += ", " + name
	}
	p.doubt = func(value string) string { return fm.doubt(i, value) }
	p.accept = func(value string) error { return fm.accept(p, i, value) }
	p.gone = func() { fm.at = nil }
	p.back = func() { fm.back(i) }
	p.leave = fm.leave
	if fm.at != nil || !field.Required {
		p.skip = func() error {
			fm.open(i + 1)
			return nil
		}
	}
	if field.Type == planfile.FieldPerson {
		var open []choice
		if !field.Required {
			open = append(open, leaveOpen())
		}
		p = fm.flow.naming(p, fm.flow.people(), open...)
	}
	fm.flow.show(p)
}

func (fm *form) fields() []planfile.Field { return fm.list.form.Fields }

// name is by what people know the record, as far as that is given.
func (fm *form) name() string {
	for _, field := range fm.fields() {
		if field.Type != planfile.FieldID && fm.draft[field.Key] != nil {
			return text(fm.draft[field.Key])
		}
	}
	return ""
}

// field is field i as this form asks for it: the second part of an entry is
// required once there is the first.
func (fm *form) field(i int) planfile.Field {
	field := fm.fields()[i]
	field.Required = field.Required || fm.leader(i) != i
	return field
}

// following is the index of the first field from i on that is asked for, or
// the number of fields.
func (fm *form) following(i int) int {
	for ; i < len(fm.fields()); i++ {
		if fm.isAsked(i) {
			break
		}
	}
	return i
}

// isAsked reports whether field i means something beside what is given, and is one of
// those that are asked for now. An id is made by the program.
func (fm *form) isAsked(i int) bool {
	field := &fm.fields()[i]
	leader := fm.fields()[fm.leader(i)].Key
	switch {
	case field.Type == planfile.FieldID, field.More != fm.more:
		return false
	case field.Key != leader && fm.draft[leader] == nil, field.After != "" && fm.draft[field.After] == nil:
		return false
	case field.Type == planfile.FieldReference && fm.flow.store.Plan().Count(field.Refers) == 0:
		return false
	}
	for key, value := range field.Unless {
		if fm.said(key) == value {
			return false
		}
	}
	return true
}

// said is what is given for a field of the record, or of the one that lists it.
func (fm *form) said(key string) string {
	if v, ok := fm.draft[key]; ok || len(fm.list.path) < 2 {
		return text(v)
	}
	return text(fm.flow.store.Plan().Value(fieldPath(fm.list.path[:len(fm.list.path)-1], key)...))
}

// leader is the index of the first field of the entry that field i belongs to,
// as baseline.value leads baseline.on; a field on its own leads itself.
func (fm *form) leader(i int) int {
	entry, _, inside := strings.Cut(fm.fields()[i].Key, ".")
	if !inside {
		return i
	}
	return slices.IndexFunc(fm.fields(), func(field planfile.Field) bool {
		return strings.HasPrefix(field.Key, entry+".")
	})
}

func (fm *form) parse(field *planfile.Field, value string) (any, error) {
	return fm.flow.parse(field, value, fm.said("how"))
}

// accept saves field i as far as the record can stand, and asks for the next one. What
// could not be saved of a record that does not stand yet stays in its draft.
func (fm *form) accept(p *page, i int, value string) error {
	field := fm.field(i)
	v, err := fm.parse(&field, value)
	if err != nil {
		return err
	}
	before := fm.draft[field.Key]
	fm.draft[field.Key] = v
	if err := fm.keep(i); err != nil {
		fm.failed(p, value, field.Ask, err)
		var conflict *planfile.ConflictError
		if !p.drafted && !errors.As(err, &conflict) { // else it is asked which of the two stays
			fm.draft[field.Key] = before
		}
		return err
	}
	p.drafted = false
	fm.wrong, fm.aside = "", ""
	fm.open(i + 1)
	if day, ok := v.(time.Time); ok {
		return fm.flow.readBack(value, day, nil)
	}
	return nil
}

// failed notes that what was given on a page of the form could not be saved.
func (fm *form) failed(p *page, value, ask string, err error) {
	fm.wrong = ask
	var aside *disk.AsideError
	if errors.As(err, &aside) {
		fm.aside = aside.Name
	}
	if fm.at == nil && fm.flow.kept.forms[fm.list.key()] == fm {
		p.value, p.drafted = value, true
	}
}

// back goes to the field before, and out of the form from the first one.
func (fm *form) back(i int) {
	for j := i - 1; j >= 0; j-- {
		if fm.isAsked(j) {
			fm.open(j)
			return
		}
	}
	fm.leave()
}

// leave goes back to the list. What the record needs in order to stand there may still
// be missing; then it is kept here until somebody goes on with it.
func (fm *form) leave() {
	switch {
	case fm.at != nil:
		fm.end(fm.came("Saved as far as it goes."))
	case fm.name() != "":
		fm.end("Not in the plan yet: " + fm.lacking() + ".")
	default:
		fm.end("")
	}
}

// came says what came of a form whose record stands: saved, unless it was not.
func (fm *form) came(saved string) string {
	switch {
	case fm.wrong != "":
		return fmt.Sprintf("Not saved: what you gave at “%s”.", fm.wrong)
	case fm.saved:
		return saved
	}
	return "Nothing was changed."
}

// lacking says what a record needs in order to stand in the plan.
func (fm *form) lacking() string {
	for i := range fm.fields() {
		if field := fm.field(i); field.Required && field.Type != planfile.FieldID && fm.draft[field.Key] == nil {
			return fmt.Sprintf("%s “%s”, which needs an answer to “%s”", fm.list.form.One, fm.name(), field.Ask)
		}
	}
	return fmt.Sprintf("%s “%s”, which could not be saved", fm.list.form.One, fm.name())
}

// end returns to the list.
func (fm *form) end(notice string) {
	touched := ""
	if fm.at != nil {
		touched = fm.at[len(fm.at)-1]
	}
	fm.flow.show(fm.flow.menuPage(fm.list, touched))
	fm.flow.notice = notice
}
