package diff

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// Record is one that only one of the two plans has, or that says something else.
type Record struct {
	Kind   string  // what it is, such as measure
	Name   string  // by which people know it; empty for the initiative
	State  State   //
	Fields []Field // of one that has changed
}

// State says what became of a record.
type State string

// What can become of a record.
const (
	Added   State = "added"
	Removed State = "removed"
	Changed State = "changed"
)

// Field is something that a record says otherwise. What is not said is empty.
type Field struct{ Name, From, To string }

// compareRecords compares the records of each kind.
func (d *Diff) compareRecords() {
	a, b := d.From.Result, d.To.Result
	if fields := changed(a.Initiative, b.Initiative); len(fields) > 0 {
		d.Records = append(d.Records, Record{Kind: "initiative", State: Changed, Fields: fields})
	}
	was, is := a.Records, b.Records
	d.Records = append(d.Records, compared("objective", was.Objectives, is.Objectives, func(o *planfile.Objective) (string, string) { return o.ID, o.Statement })...)
	d.Records = append(d.Records, compared("group", was.Stakeholders, is.Stakeholders, func(s *planfile.Stakeholder) (string, string) { return s.Group, s.Group })...)
	d.Records = append(d.Records, compared("measure", was.Metrics, is.Metrics, func(m *planfile.Metric) (string, string) { return m.ID, m.Name })...)
	d.Records = append(d.Records, compared("programme", was.Programmes, is.Programmes, func(p *planfile.Programme) (string, string) { return p.Name, p.Name })...)
	d.Records = append(d.Records, compared("scenario", was.Scenarios, is.Scenarios, func(s *planfile.Scenario) (string, string) { return s.What, s.What })...)
	d.Records = append(d.Records, compared("review", was.Reviews, is.Reviews, func(r *planfile.Review) (string, string) { return report.Day(r.On), report.Day(r.On) })...)
	d.Records = append(d.Records, compared("waiver", was.Waivers, is.Waivers, func(w *planfile.Waiver) (string, string) {
		return w.Warning + w.Finding, w.Warning + w.Finding
	})...)
}

// compared compares the records of one kind. Named gives by what a record is found
// again, and what people call it; of several alike, the first is the first again.
func compared[T any](kind string, was, is []T, named func(*T) (key, name string)) []Record {
	if reflect.DeepEqual(was, is) {
		return nil
	}
	before := map[string][]*T{}
	for i := range was {
		key, _ := named(&was[i])
		before[key] = append(before[key], &was[i])
	}
	var out []Record
	for i := range is {
		key, name := named(&is[i])
		same := before[key]
		if len(same) == 0 {
			out = append(out, Record{Kind: kind, Name: name, State: Added})
			continue
		}
		before[key] = same[1:]
		if fields := changed(*same[0], is[i]); len(fields) > 0 {
			out = append(out, Record{Kind: kind, Name: name, State: Changed, Fields: fields})
		}
	}
	return append(out, left(kind, was, before, named)...)
}

// left lists the records that were not found again, in their order.
func left[T any](kind string, was []T, before map[string][]*T, named func(*T) (key, name string)) []Record {
	var out []Record
	for i := range was {
		key, name := named(&was[i])
		if rest := before[key]; len(rest) > 0 && rest[0] == &was[i] {
			before[key] = rest[1:]
			out = append(out, Record{Kind: kind, Name: name, State: Removed})
		}
	}
	return out
}

// changed lists the fields in which two records of one kind differ.
func changed(was, is any) []Field {
	a, b := reflect.ValueOf(was), reflect.ValueOf(is)
	var out []Field
	for i := range a.NumField() {
		from, to := a.Field(i).Interface(), b.Field(i).Interface()
		if reflect.DeepEqual(from, to) {
			continue
		}
		name, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("yaml"), ",")
		f := Field{strings.ReplaceAll(name, "_", " "), said(from), said(to)}
		if f.From != f.To { // else only what nobody sees is another, such as 4 and 4.0
			out = append(out, f)
		}
	}
	return out
}

// said writes what a field says for people.
func said(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case time.Time:
		return report.Day(v)
	case *bool:
		return yesNo(v)
	case *big.Rat:
		return v.RatString()
	case planfile.Amount:
		return document.Amount(v)
	case *planfile.Baseline:
		if v == nil {
			return ""
		}
		return document.Amount(v.Value) + " on " + report.Day(v.On)
	case []planfile.Reading:
		return readings(v)
	case int:
		if v == 0 {
			return ""
		}
	}
	return fmt.Sprint(value)
}

func yesNo(v *bool) string {
	switch {
	case v == nil:
		return ""
	case *v:
		return "yes"
	}
	return "no"
}

// readings lists what a measure has shown.
func readings(all []planfile.Reading) string {
	var out []string
	for _, r := range all {
		says := strings.Join(document.Notes(document.Amount(r.Value), r.Verdict), ", ") + " on " + report.Day(r.On)
		if r.Note != "" {
			says += " (" + r.Note + ")"
		}
		out = append(out, says)
	}
	return strings.Join(out, "; ")
}
