package interview

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"forewarn/audit/disk"
)

// kept is what somebody has begun and not given yet: it stands there again when they
// come back, and is named when they stop.
type kept struct {
	pages   map[string]half  // by the id of the page
	forms   map[string]*form // records that cannot stand yet, by their list
	unsaved map[string]given // answers that could not be saved, by the key of the page
}

// given is an answer that was given and could not be saved in the plan.
type given struct {
	ask, label string
	aside      string // the file beside the plan that has it; empty for none
}

// half is what stood on a page when it was left.
type half struct {
	value string
	typed bool   // and not only chosen
	ask   string // the question of the page
}

func newKept() kept {
	return kept{pages: map[string]half{}, forms: map[string]*form{}, unsaved: map[string]given{}}
}

// page keeps what stands on a page that is left without an answer.
func (k *kept) page(p *page, value string) {
	switch {
	case p.id == "":
	case value == p.value, p.typed && strings.TrimSpace(value) == strings.TrimSpace(p.value):
		delete(k.pages, p.id)
	default:
		k.pages[p.id] = half{value, p.typed, p.ask}
	}
}

// restore puts on a page what stood there when it was left.
func (k *kept) restore(p *page) {
	if h, ok := k.pages[p.id]; ok && h.typed == p.typed {
		p.begun = h.value
	}
}

// forget drops what stood on a page, because it has its answer.
func (k *kept) forget(p *page) {
	delete(k.pages, p.id)
	delete(k.unsaved, p.key())
}

// fail notes that a value could not be saved, for this reason.
func (k *kept) fail(p *page, value string, err error) {
	g := given{ask: p.ask, label: p.labelOf(value)}
	var aside *disk.AsideError
	if errors.As(err, &aside) {
		g.aside = aside.Name
	}
	k.unsaved[p.key()] = g
}

// key tells the pages apart by what is asked there. A name may be chosen, or typed.
func (p *page) key() string { return cmp.Or(strings.TrimSuffix(p.id, " name"), p.ask) }

// lost names what is in no file, each thing once: records that cannot stand, answers
// that could not be saved, and texts that were never given.
func (k *kept) lost() []string {
	var out []string
	for _, list := range slices.Sorted(maps.Keys(k.forms)) {
		if k.forms[list].aside == "" {
			out = append(out, k.forms[list].lacking())
		}
	}
	for _, key := range slices.Sorted(maps.Keys(k.unsaved)) {
		if g := k.unsaved[key]; g.aside == "" {
			out = append(out, fmt.Sprintf("%s, given at “%s”, which could not be saved", strings.TrimSuffix(g.label, "."), g.ask))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(k.pages)) {
		h := k.pages[id]
		said := quoted(strings.TrimSpace(h.value))
		if h.typed && strings.TrimSpace(h.value) != "" && k.unsaved[id].label != said {
			out = append(out, fmt.Sprintf("%s, typed at “%s”", said, h.ask))
		}
	}
	return out
}

// isUnsaved reports whether something that was given, or begun, is not in the plan.
// value is what stands on the page.
func (f *flow) isUnsaved(value string) bool {
	f.kept.page(f.page, value)
	return len(f.kept.lost())+len(f.kept.aside()) > 0
}

// aside are the files beside the plan that hold what could not be saved in it.
func (k *kept) aside() []string {
	var out []string
	for _, g := range k.unsaved {
		out = append(out, g.aside)
	}
	for _, fm := range k.forms {
		out = append(out, fm.aside)
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(name string) bool { return name == "" })
}

// changes are the entries that were saved in this run, and how often.
type changes map[string]int

// note counts a change of what a step asks for.
func (c changes) note(step Step) { c[keyOf(step)]++ }

// keyOf tells the steps apart.
func keyOf(step Step) string {
	switch {
	case step.Question != nil:
		return step.Questionnaire.ID + "/" + step.Question.ID
	case step.Field != nil:
		return initiative + "/" + step.Field.Key
	}
	return step.Record.Kind
}
