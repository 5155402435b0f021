package interview

import (
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
	pages map[string]half  // by the id of the page
	forms map[string]*form // records that cannot stand yet, by their list
	// unsaved are answers that were given and could not be saved, by what was asked.
	unsaved map[string]string
	aside   []string // the files that hold what could not be saved
}

// half is what stood on a page when it was left.
type half struct {
	value string
	typed bool   // and not only chosen
	ask   string // the question of the page
}

func newKept() kept {
	return kept{pages: map[string]half{}, forms: map[string]*form{}, unsaved: map[string]string{}}
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
	delete(k.unsaved, p.ask)
}

// lost names what is in no file: texts that were never given, and records that cannot
// stand without more.
func (k *kept) lost() []string {
	var out []string
	for _, list := range slices.Sorted(maps.Keys(k.forms)) {
		out = append(out, k.forms[list].lacking())
	}
	for _, ask := range slices.Sorted(maps.Keys(k.unsaved)) {
		out = append(out, fmt.Sprintf("%s, given at “%s”, which could not be saved", strings.TrimSuffix(k.unsaved[ask], "."), ask))
	}
	for _, id := range slices.Sorted(maps.Keys(k.pages)) {
		if h := k.pages[id]; h.typed && strings.TrimSpace(h.value) != "" {
			out = append(out, fmt.Sprintf("“%s”, typed at “%s”", strings.TrimSpace(h.value), h.ask))
		}
	}
	return out
}

// noteAside notes the file that holds what could not be saved.
func (f *flow) noteAside(err error) error {
	var aside *disk.AsideError
	if errors.As(err, &aside) && !slices.Contains(f.kept.aside, aside.Name) {
		f.kept.aside = append(f.kept.aside, aside.Name)
	}
	return err
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
