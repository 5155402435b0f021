package interview

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// longDay is how a review writes a day out.
const longDay = "2 January 2006"

// firstPage says what is due, and how that is worked out.
func (r *review) firstPage() *page {
	plan := r.store.Plan()
	p := &page{where: "Review", ask: fmt.Sprintf("How does it stand on %s?", r.opts.On.Format(longDay))}
	switch {
	case len(r.measures) > 0:
		p.body = append(p.body, "To be read now:")
		for _, id := range r.measures {
			p.body = append(p.body, "- "+plan.Metrics[r.indexOf(id)].Name)
		}
	default:
		p.body = append(p.body, r.nothingDue(plan))
	}
	p.body = append(p.body,
		"A reading is due as many days after the last one as the measure has between reviews; the first, as many after the launch, or after the baseline where no launch is set.",
		r.whereKept())
	p.accept = func(string) error { return r.next() }
	p.skip = r.next
	return p
}

// nothingDue says why nothing is asked for, and when something will be.
func (r *review) nothingDue(plan *planfile.Plan) string {
	next := outcome.Read(plan, r.opts.AsOf).Next()
	switch {
	case len(plan.Metrics) == 0:
		return "The plan lists no measure, so there is nothing to read."
	case CheckReadingDay(plan, r.opts.On, r.opts.AsOf) != nil:
		return fmt.Sprintf("No reading is due before the launch on %s.", plan.Initiative.Launch.Format(longDay))
	case next.After(r.opts.On):
		return fmt.Sprintf("No reading is due. The next is due on %s.", next.Format(longDay))
	}
	return "No reading is due. With --all, every measure that has a line is asked for."
}

// readingPage asks what a measure shows.
func (r *review) readingPage(i int, id string) *page {
	m := r.store.Plan().Metrics[r.indexOf(id)]
	p := &page{
		id: "review/" + id, where: fmt.Sprintf("Review · reading %d of %d", i+1, len(r.measures)), standing: aboutMeasure(&m),
		ask: fmt.Sprintf("%s: what does it show on %s?", m.Name, r.opts.On.Format(longDay)), skip: r.next,
	}
	given := r.given(&m)
	if outcome.IsInWords(&m) {
		p.choices = verdictChoices(&m)
		p.value = given.Verdict
		p.accept = func(value string) error {
			if value == leftOpen {
				return r.next()
			}
			if err := r.take(id, planfile.Reading{On: r.opts.On, Verdict: value}); err != nil {
				return err
			}
			r.show(r.notePage(id))
			return nil
		}
		return p
	}
	p.typed, p.value = true, given.Value.Text
	p.hint = "A number, such as 19. Behind a colon may stand what a reader should know."
	if m.Unit != "" {
		p.hint = fmt.Sprintf("A number of %s, such as 19. Behind a colon may stand what a reader should know.", m.Unit)
	}
	p.accept = func(value string) error {
		if value == "" {
			return errors.New("write a number, or skip this measure")
		}
		reading, err := ParseReading(&m, value)
		if err != nil {
			return err
		}
		reading.On = r.opts.On
		if err := r.take(id, reading); err != nil {
			return err
		}
		return r.next()
	}
	return p
}

// verdictChoices are the verdicts of a person, each with its line, and that there is
// none: nobody finds a success in the plan who only pressed Enter.
func verdictChoices(m *planfile.Metric) []choice {
	labelled := func(v outcome.Verdict, line string) choice {
		if line == "" {
			return choice{value: v.String(), label: v.String()}
		}
		return choice{value: v.String(), label: v.String() + ": " + line}
	}
	return []choice{labelled(outcome.Success, m.Success.Text), labelled(outcome.Adjust, "between the two"), labelled(outcome.Stop, m.Stop.Text), {value: leftOpen, label: "It was not read."}}
}

// notePage asks for what a reader should know about a verdict.
func (r *review) notePage(id string) *page {
	m := r.store.Plan().Metrics[r.indexOf(id)]
	p := &page{
		id: "review/" + id + "/note", alone: true, where: "Review", about: m.Name, typed: true, value: r.given(&m).Note,
		ask: "What should a reader know about it?", hint: "For example: most still call twice. Leave it empty if there is nothing.", skip: r.next,
	}
	p.back = func() { r.show(r.again()) }
	p.accept = func(value string) error {
		if err := r.correct(id, "note", value); err != nil {
			return err
		}
		return r.next()
	}
	return p
}

// aboutMeasure is a measure with its lines, and what it showed last.
func aboutMeasure(m *planfile.Metric) []string {
	withUnit := func(a planfile.Amount) string {
		if a.Number != nil && m.Unit != "" {
			return a.Text + " " + m.Unit
		}
		return a.Text
	}
	var parts []string
	if m.Success.Text != "" && !outcome.IsInWords(m) {
		parts = append(parts, "success at "+withUnit(m.Success))
	}
	if m.Stop.Text != "" && !outcome.IsInWords(m) {
		parts = append(parts, "stop past "+withUnit(m.Stop))
	}
	switch n := len(m.Readings); {
	case n > 0:
		last := m.Readings[n-1]
		parts = append(parts, fmt.Sprintf("on %s: %s", last.On.Format(longDay), ReadingInWords(m, last)))
	case m.Baseline != nil:
		parts = append(parts, fmt.Sprintf("at the start, on %s: %s", m.Baseline.On.Format(longDay), withUnit(m.Baseline.Value)))
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{sentence(strings.Join(parts, "; ")) + "."}
}

// given is the reading that a measure has of this day; nothing when it has none.
func (r *review) given(m *planfile.Metric) planfile.Reading {
	if j := r.readingOn(m); j >= 0 {
		return m.Readings[j]
	}
	return planfile.Reading{}
}

func (r *review) readingOn(m *planfile.Metric) int {
	return slices.IndexFunc(m.Readings, func(x planfile.Reading) bool { return x.On.Equal(r.opts.On) })
}

// take writes a reading. One that was given in this run is corrected; what was there
// before stays.
func (r *review) take(id string, reading planfile.Reading) error {
	i := r.indexOf(id)
	if i < 0 {
		return errors.New("this measure was taken out of the file by somebody else meanwhile; skip it")
	}
	m := &r.store.Plan().Metrics[i]
	if r.read[id] && r.readingOn(m) >= 0 {
		return r.correctAll(id, reading)
	}
	there, err := CheckReading(m, reading)
	if err != nil || there {
		return err
	}
	if _, err := r.store.Append([]string{"metrics", strconv.Itoa(i), "readings"}, ReadingRecord(reading)); err != nil {
		return err
	}
	r.read[id] = true
	return nil
}

// correctAll changes a reading that was given in this run.
func (r *review) correctAll(id string, reading planfile.Reading) error {
	if reading.Verdict != "" {
		return r.correct(id, "verdict", reading.Verdict)
	}
	if err := r.correct(id, "value", reading.Value); err != nil || reading.Note == "" {
		return err
	}
	return r.correct(id, "note", reading.Note)
}

// correct sets one field of the reading of this day, unless it is as it was.
func (r *review) correct(id, key string, value any) error {
	i := r.indexOf(id)
	if i < 0 {
		return errors.New("this measure was taken out of the file by somebody else meanwhile; skip it")
	}
	path := []string{"metrics", strconv.Itoa(i), "readings", strconv.Itoa(r.readingOn(&r.store.Plan().Metrics[i])), key}
	if text(r.store.Plan().Value(path...)) == text(value) {
		return nil
	}
	if value == "" {
		value = nil
	}
	_, err := r.store.Set(path, value)
	return err
}

// standingPage says how it stands by the lines.
func (r *review) standingPage() *page {
	p := &page{where: "Review", ask: "How it stands, by the lines drawn beforehand"}
	p.body = r.opts.Says(r.store.Plan())
	p.accept = func(string) error { return r.next() }
	p.skip = r.next
	return p
}

// decisionPage asks what was decided. The review stands in the plan as soon as that is
// said.
func (r *review) decisionPage() *page {
	field := r.field("decision")
	p := r.flow.fieldPage(field, r.value("decision"))
	p.id, p.where = "review/decision", "Review"
	p.ask = "What was decided on " + r.opts.On.Format(longDay) + "?"
	p.choices = append(p.choices, choice{value: leftOpen, label: "Nothing yet."})
	p.accept = func(value string) error {
		if value == leftOpen {
			if r.record() == nil {
				r.finished = true
				return nil
			}
			return errors.New("a decision of this day is in the plan; choose it, or another")
		}
		if err := r.decide(value); err != nil {
			return err
		}
		return r.next()
	}
	return p
}

func (r *review) decide(decision string) error {
	if r.record() == nil {
		_, err := r.store.Append([]string{"reviews"}, yamldoc.Map{{Key: "on", Value: r.opts.On}, {Key: "decision", Value: decision}})
		return err
	}
	return r.set("decision", decision)
}

// set writes one field of the review of this day.
func (r *review) set(key, value string) error {
	if r.value(key) == value {
		return nil
	}
	var v any = value
	if value == "" {
		v = nil
	}
	at := r.record()
	if at == nil {
		return errors.New("the review of this day was taken out of the file by somebody else meanwhile; go back and decide again")
	}
	_, err := r.store.Set(append(at, key), v)
	return err
}

// fieldPage asks for the lesson of the review, or for its kind.
func (r *review) fieldPage(key string) *page {
	field := r.field(key)
	p := r.flow.fieldPage(field, r.value(key))
	p.id, p.where, p.skip = "review/"+key, "Review", r.next
	p.accept = func(value string) error {
		if err := r.set(key, strings.TrimSpace(value)); err != nil {
			return err
		}
		return r.next()
	}
	return p
}

// field is that of the form of a review.
func (r *review) field(key string) *planfile.Field {
	form := r.opts.Forms.Of("reviews")
	return &form.Fields[slices.IndexFunc(form.Fields, func(f planfile.Field) bool { return f.Key == key })]
}
