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
	goOn = "go on"
	more = "more"
	none = "none"
	done = "done"
)

// list is a list of records in the plan, and the form that asks for one.
type list struct {
	form *planfile.Form
	path []string
}

// listOf is the list of the plan's records of a kind.
func listOf(form *planfile.Form) list { return list{form, []string{form.Kind}} }

// key tells the lists apart.
func (l list) key() string { return strings.Join(l.path, "/") }

// isNested reports whether a record lists these, and not the plan.
func (l list) isNested() bool { return len(l.path) > 1 }

// label names record i of the list by its first text.
func (l list) label(plan *planfile.Plan, i int) string {
	path := recordPath(l.path, i)
	for _, field := range l.form.Fields {
		if field.Type == planfile.FieldID {
			continue
		}
		if name := text(plan.Value(fieldPath(path, field.Key)...)); name != "" {
			return name
		}
	}
	return strconv.Itoa(i + 1)
}

// menuPage lists the records, to add to, change and remove from. touched is the index
// of the one that was just added or changed; empty for none.
func (f *flow) menuPage(l list, touched string) *page {
	plan, record := f.store.Plan(), l.form
	p := &page{where: record.Title, ask: record.Ask, cursor: add, back: f.previous, skip: f.nextStep}
	n := plan.Count(l.path...)
	for i := range n {
		p.choices = append(p.choices, choice{value: strconv.Itoa(i), label: l.label(plan, i)})
	}
	if i, err := strconv.Atoi(touched); err == nil && i < n && l.hasMore() {
		p.choices = append(p.choices, choice{value: more, label: fmt.Sprintf("More about “%s”.", l.label(plan, i))})
	}
	if begun := f.kept.forms[l.key()]; begun != nil {
		p.choices = append(p.choices, choice{value: goOn, label: fmt.Sprintf("Go on with “%s”, which is not in the plan yet.", begun.name())})
		p.cursor = goOn
	}
	p.choices = append(p.choices, choice{value: add, label: "Add " + anotherOr(record.One, n) + "."})
	if n == 0 && record.Kind == programmes {
		p.choices = append(p.choices, choice{value: none, label: "There are none."})
		if plan.Value(programmes) != nil {
			p.value = none
		}
	}
	p.choices = append(p.choices, choice{value: done, label: doneLabel(n == 0)})
	if n > 0 && p.cursor == add {
		p.cursor = done
	}
	p.accept = func(value string) error { return f.menuChoice(l, touched, value) }
	switch {
	case l.isNested():
		p.back = func() { f.show(f.recordPage(f.outer(l))) }
		p.leave, p.skip = p.back, nil
	case f.detour != nil:
		p.leave = f.overviewAgain
	}
	return p
}

// hasMore reports whether the form has fields that are asked only of who wants to say
// more.
func (l list) hasMore() bool {
	return slices.ContainsFunc(l.form.Fields, func(f planfile.Field) bool { return f.More })
}

// outer is the list that holds the record which lists these, and its index there.
func (f *flow) outer(l list) (list, int) {
	n := len(l.path) - 2
	i, _ := strconv.Atoi(l.path[n]) // the path was made of one
	return list{f.opts.Forms.Of(l.form.Within), l.path[:n]}, i
}

func anotherOr(one string, n int) string {
	if n == 0 {
		return one
	}
	_, noun, _ := strings.Cut(one, " ")
	if strings.HasPrefix(one, "other ") {
		return "more " + one
	}
	return "another " + noun
}

func doneLabel(empty bool) string {
	if empty {
		return "Leave this open for now."
	}
	return "Done with this list."
}

// menuChoice follows what was chosen from the menu. Only the statement that
// there are none is saved by it.
func (f *flow) menuChoice(l list, touched, value string) error {
	switch value {
	case done:
		f.leaveList(l)
	case goOn:
		fm := f.newForm(l)
		fm.open(fm.firstLacking())
	case add:
		delete(f.kept.forms, l.key())
		f.newForm(l).open(0)
	case more:
		return f.inRecord(l, touched, func(i int) {
			fm := f.changeForm(l, i)
			fm.more = true
			fm.open(0)
		})
	case none:
		if f.store.Plan().Value(l.path...) == nil {
			if _, err := f.store.Append(l.path, nil); err != nil {
				return err
			}
			f.changes[l.path[0]]++
		}
		f.leaveList(l)
	default:
		return f.inRecord(l, value, func(i int) { f.show(f.recordPage(l, i)) })
	}
	return nil
}

// leaveList goes on behind the list.
func (f *flow) leaveList(l list) {
	if l.isNested() {
		f.show(f.recordPage(f.outer(l)))
		return
	}
	f.next()
}

// inRecord does something with the record that a choice names.
func (f *flow) inRecord(l list, value string, do func(i int)) error {
	i, err := strconv.Atoi(value)
	if err != nil || i < 0 || i >= f.store.Plan().Count(l.path...) {
		return fmt.Errorf("there is no such entry any more")
	}
	do(i)
	return nil
}

// firstLacking is the index of the first field without which the record cannot stand; of
// one that lacks nothing and could not be saved, the first of all.
func (fm *form) firstLacking() int {
	return max(0, slices.IndexFunc(fm.fields(), func(f planfile.Field) bool {
		return f.Required && f.Type != planfile.FieldID && fm.draft[f.Key] == nil
	}))
}

// recordPage asks what to do with record i.
func (f *flow) recordPage(l list, i int) *page {
	const change, remove = "change", "remove"
	label := l.label(f.store.Plan(), i)
	p := &page{where: l.form.Title, ask: label, choices: []choice{{value: change, label: "Change it."}}}
	if l.hasMore() {
		p.choices = append(p.choices, choice{value: more, label: "Say more about it."})
	}
	inner := f.within(l, i)
	if inner != nil {
		p.choices = append(p.choices, choice{value: inner.form.Kind, label: fmt.Sprintf("%s (%d).", inner.form.Title, f.store.Plan().Count(inner.path...))})
	}
	p.choices = append(p.choices, choice{value: remove, label: "Remove it."}, choice{value: done, label: "Leave it as it is."})
	p.back = func() { f.show(f.menuPage(l, "")) }
	p.leave = p.back
	p.accept = func(value string) error {
		switch value {
		case change:
			f.changeForm(l, i).open(0)
		case more:
			return f.menuChoice(l, strconv.Itoa(i), more)
		case remove:
			f.show(f.removePage(l, i, label))
		case done:
			p.back()
		default:
			f.show(f.menuPage(*inner, ""))
		}
		return nil
	}
	return p
}

// within is the list that record i has of its own, such as the readings of a measure;
// or nil.
func (f *flow) within(l list, i int) *list {
	for j := range f.opts.Forms {
		if form := &f.opts.Forms[j]; form.Within != "" && form.Within == l.form.Kind {
			return &list{form, append(recordPath(l.path, i), form.Kind)}
		}
	}
	return nil
}

// removePage asks once more, because nothing brings a record back.
func (f *flow) removePage(l list, i int, label string) *page {
	p := &page{where: l.form.Title, ask: fmt.Sprintf("Remove “%s”?", label), choices: yesOrNo(), cursor: no}
	p.back = func() { f.show(f.recordPage(l, i)) }
	p.leave = p.back
	p.accept = func(value string) error {
		if value == no {
			p.back()
			return nil
		}
		if err := f.remove(l, i); err != nil {
			return err
		}
		f.show(f.menuPage(l, ""))
		f.notice = fmt.Sprintf("Removed “%s”.", label)
		return nil
	}
	return p
}

// remove refuses while another record names this one: the plan would point at
// nothing.
func (f *flow) remove(l list, i int) error {
	plan := f.store.Plan()
	path := recordPath(l.path, i)
	if id := text(plan.Value(fieldPath(path, "id")...)); id != "" {
		if users := f.usersOf(plan, l.form.Kind, id); len(users) > 0 {
			return fmt.Errorf("%s still names it; change that first", strings.Join(users, ", "))
		}
	}
	if err := f.store.Remove(path); err != nil {
		return err
	}
	f.changes[l.path[0]]++
	return nil
}

// usersOf labels the records that name the id of a record of a kind.
func (f *flow) usersOf(plan *planfile.Plan, kind, id string) []string {
	var users []string
	for r := range f.opts.Forms {
		l := listOf(&f.opts.Forms[r])
		for i := range plan.Count(l.path...) {
			names := func(field planfile.Field) bool {
				return field.Refers == kind && plan.Value(fieldPath(recordPath(l.path, i), field.Key)...) == id
			}
			if slices.ContainsFunc(l.form.Fields, names) {
				users = append(users, l.label(plan, i))
			}
		}
	}
	return users
}
