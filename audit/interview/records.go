package interview

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"forewarn/audit/planfile"
)

// programmes is the kind of record of which a plan may say that there are
// none. An empty list of any other kind says nothing.
const programmes = "programmes"

// The choices of a menu beside its records, whose values are their indexes.
const (
	add  = "add"
	none = "none"
	done = "done"
)

// menuPage lists the records of a kind, to add to, change and remove from.
func (f *flow) menuPage(step Step) *page {
	plan, record := f.store.Plan(), step.Record
	p := &page{where: record.Title, ask: record.Ask, cursor: add, back: f.previous, skip: f.nextStep}
	for i := range count(plan, record.Kind) {
		p.choices = append(p.choices, choice{value: strconv.Itoa(i), label: recordLabel(plan, record, record.Kind, i)})
	}
	empty := len(p.choices) == 0
	p.choices = append(p.choices, choice{value: add, label: "Add " + record.One + "."})
	if empty && record.Kind == programmes {
		p.choices = append(p.choices, choice{value: none, label: "There are none."})
		if valueAt(plan, programmes) != nil {
			p.value = none
		}
	}
	p.choices = append(p.choices, choice{value: done, label: doneLabel(empty)})
	if !empty {
		p.cursor = done
	}
	p.accept = func(value string) error { return f.menuChoice(step, value) }
	return p
}

func doneLabel(empty bool) string {
	if empty {
		return "Leave this open for now."
	}
	return "Done with this list."
}

// menuChoice follows what was chosen from the menu. Only the statement that
// there are none is saved by it.
func (f *flow) menuChoice(step Step, value string) error {
	switch value {
	case done:
		f.next()
	case add:
		f.newForm(step).open(0)
	case none:
		if valueAt(f.store.Plan(), step.Record.Kind) == nil {
			if err := f.store.Append(step.Record.Kind, nil); err != nil {
				return err
			}
		}
		f.next()
	default:
		i, err := strconv.Atoi(value)
		if err != nil {
			return err
		}
		f.show(f.recordPage(step, i))
	}
	return nil
}

// recordLabel names record i: its first text, and its id.
func recordLabel(plan *planfile.Plan, record *planfile.Form, kind string, i int) string {
	id := text(valueAt(plan, recordPath(kind, i, "id")...))
	if record == nil {
		return id
	}
	for _, field := range record.Fields {
		if field.Type != planfile.FieldText {
			continue
		}
		name := text(valueAt(plan, recordPath(kind, i, field.Key)...))
		switch {
		case name == "" && id == "":
			return text(valueAt(plan, recordPath(kind, i, record.Fields[0].Key)...))
		case name == "":
			return id
		case id == "":
			return name
		}
		return fmt.Sprintf("%s (%s)", name, id)
	}
	return id
}

// recordPage asks what to do with record i.
func (f *flow) recordPage(step Step, i int) *page {
	const change, remove = "change", "remove"
	label := recordLabel(f.store.Plan(), step.Record, step.Record.Kind, i)
	p := &page{
		where: step.Record.Title,
		ask:   label,
		choices: []choice{
			{value: change, label: "Change it."},
			{value: remove, label: "Remove it."},
			{value: done, label: "Leave it as it is."},
		},
	}
	p.back = func() { f.open(f.at) }
	p.leave = p.back
	p.accept = func(value string) error {
		switch value {
		case change:
			f.changeForm(step, i).open(0)
		case remove:
			f.show(f.removePage(step, i, label))
		default:
			f.open(f.at)
		}
		return nil
	}
	return p
}

// removePage asks once more, because nothing brings a record back.
func (f *flow) removePage(step Step, i int, label string) *page {
	p := &page{where: step.Record.Title, ask: fmt.Sprintf("Remove “%s”?", label), choices: yesOrNo(), cursor: no}
	p.back = func() { f.show(f.recordPage(step, i)) }
	p.leave = p.back
	p.accept = func(value string) error {
		if value == no {
			p.back()
			return nil
		}
		if err := f.remove(step.Record.Kind, i); err != nil {
			return err
		}
		f.open(f.at)
		f.notice = fmt.Sprintf("Removed “%s”.", label)
		return nil
	}
	return p
}

// remove refuses while another record names this one: the plan would point at
// nothing.
func (f *flow) remove(kind string, i int) error {
	plan := f.store.Plan()
	if id := text(valueAt(plan, recordPath(kind, i, "id")...)); id != "" {
		if users := usersOf(f.opts.Forms, plan, kind, id); len(users) > 0 {
			return fmt.Errorf("%s still names it; change that first", strings.Join(users, ", "))
		}
	}
	return f.store.Remove(kind, i)
}

// usersOf labels the records that name the id of a record of a kind.
func usersOf(forms planfile.Forms, plan *planfile.Plan, kind, id string) []string {
	var users []string
	for r := range forms {
		record := &forms[r]
		for i := range count(plan, record.Kind) {
			if refersTo(plan, record, i, kind, id) {
				users = append(users, recordLabel(plan, record, record.Kind, i))
			}
		}
	}
	return users
}

// refersTo reports whether a field of record i names the id of a record of a
// kind.
func refersTo(plan *planfile.Plan, record *planfile.Form, i int, kind, id string) bool {
	return slices.ContainsFunc(record.Fields, func(f planfile.Field) bool {
		return f.Refers == kind && valueAt(plan, recordPath(record.Kind, i, f.Key)...) == id
	})
}
