package interview

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"forewarn/audit/planfile"
)

// detour is where the overview leads back to.
type detour struct {
	page *page // that was left for it
	at   int   // its step
	item string
	text string // the filter
}

// overview shows everything that is asked, and where it stands.
func (f *flow) overview(value string) {
	f.notice = ""
	if f.page.filter != nil || f.apart {
		return
	}
	f.kept.page(f.page, value)
	d := f.detour
	if d == nil {
		d = &detour{page: f.page, at: f.at, item: strconv.Itoa(f.at)}
	}
	f.detour = nil
	f.show(f.overviewPage(d))
}

// overviewAgain returns to the overview from what was chosen there.
func (f *flow) overviewAgain() {
	d := f.detour
	f.detour = nil
	f.show(f.overviewPage(d))
}

// overviewPage lists the steps as choices, those of them that have all words of the
// filter. The one that is chosen leads back here.
func (f *flow) overviewPage(d *detour) *page {
	p := &page{where: "Overview", apart: true, ask: "Everything that is asked, and what has been said so far", cursor: d.item}
	p.hint = "Type a word to find a question. A star marks what changed just now."
	p.choices = f.overviewChoices(d.text)
	if d.text != "" {
		p.hint = fmt.Sprintf("With “%s”: %d.", d.text, len(p.choices))
	}
	if !slices.ContainsFunc(p.choices, func(c choice) bool { return c.value == p.cursor }) && len(p.choices) > 0 {
		p.cursor = p.choices[0].value
	}
	p.filter = &filter{text: d.text, narrow: func(text string) *page {
		narrowed := *d
		narrowed.text = text
		return f.overviewPage(&narrowed)
	}}
	p.back = func() {
		f.detour = nil
		f.at = d.at
		f.show(d.page)
	}
	p.leave = p.back
	p.accept = func(value string) error {
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(f.steps) {
			return fmt.Errorf("choose one of the lines")
		}
		f.detour = &detour{page: d.page, at: d.at, item: value, text: d.text}
		f.openAnew(i)
		return nil
	}
	return p
}

func (f *flow) overviewChoices(filter string) []choice {
	var out []choice
	group := ""
	for i, step := range f.steps {
		label := f.inOverview(step)
		if !hasWords(label, filter) {
			continue
		}
		title := "The initiative"
		if step.Questionnaire != nil {
			title = step.Questionnaire.Title
		}
		c := choice{value: strconv.Itoa(i), label: label}
		if title != group {
			c.group, group = title, title
		}
		out = append(out, c)
	}
	return out
}

// hasWords reports whether a text has every word of a filter, whatever their case.
func hasWords(text, filter string) bool {
	text = strings.ToLower(text)
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(filter)), func(word string) bool { return !strings.Contains(text, word) })
}

// inOverview is one line of the overview: what stands there, then what is asked.
func (f *flow) inOverview(step Step) string {
	plan := f.store.Plan()
	says, beside := "", []string(nil)
	ask := ""
	switch {
	case step.Question != nil:
		ask = step.Question.Ask
		says, beside = f.answerInOverview(f.carried(step), f.answer(step))
	case step.Field != nil:
		ask = step.Field.Ask
		if says = text(plan.Value(fieldPath([]string{initiative}, step.Field.Key)...)); says == "" {
			says = "open"
		}
	default:
		ask = step.Record.Title
		says, beside = f.listInOverview(listOf(step.Record))
	}
	star := ""
	if f.changes[keyOf(step)] > 0 {
		star = "* "
	}
	line := fmt.Sprintf("%s[%s] %s", star, says, ask)
	if len(beside) > 0 {
		line += " (" + strings.Join(beside, "; ") + ")"
	}
	return line
}

// answerInOverview is the state of an answer, and what stands beside it.
func (f *flow) answerInOverview(carried, a planfile.Answer) (says string, beside []string) {
	switch a.State() {
	case planfile.AtLevel:
		says = strconv.Itoa(*a.Level)
		switch {
		case a.Evidence != nil:
			beside = append(beside, evidenceInWords(a.Evidence))
		case f.opts.owesEvidence(a):
			beside = append(beside, "no evidence yet")
		}
	case planfile.DontKnow:
		says, beside = "?", []string{whoKnows(a.Unknown)}
	case planfile.NotApplicable:
		says, beside = "n/a", []string{a.NotApplicable}
	default:
		says = "open"
	}
	if f.opts.Sheet {
		beside = nil // whom to ask, and why not, are asked of the room
	}
	if carried.Note != "" {
		beside = append(beside, "note")
	}
	if carried.Dissent != "" {
		beside = append(beside, "not agreed")
	}
	return says, beside
}

// whoKnows says whom to ask, or that this has to be found out.
func whoKnows(name string) string {
	if planfile.NamesNobody(name) {
		return "find out who knows"
	}
	return "ask " + name
}

// listInOverview is how many records there are, and their names.
func (f *flow) listInOverview(l list) (says string, names []string) {
	plan := f.store.Plan()
	n := plan.Count(l.path...)
	for i := range n {
		names = append(names, l.label(plan, i))
	}
	switch {
	case n > 0:
		return strconv.Itoa(n) + " listed", names
	case plan.Value(l.path...) != nil && l.form.Kind == programmes:
		return "none", nil
	}
	return "open", nil
}
