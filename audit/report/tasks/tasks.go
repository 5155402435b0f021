// Package tasks writes the way to a grade as a table that trackers import.
package tasks

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"forewarn/audit"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// label is what every task has in common.
const label = "forewarn"

// New returns a printer of a CSV file: a row for each step of the way, with its title,
// body, owner, due day and labels, as far as the plan names them. A plan without a way
// has no rows.
func New(w io.Writer, _ report.Options) (report.Printer, error) {
	out := csv.NewWriter(w)
	return &printer{out}, out.Write([]string{"title", "body", "owner", "due", "labels"})
}

type printer struct{ out *csv.Writer }

// Print writes the tasks of one plan.
func (p *printer) Print(a *audit.Audit) error {
	if a.Result == nil || a.Result.Way == nil {
		return nil
	}
	for i := range a.Result.Way.Steps {
		s := &a.Result.Way.Steps[i]
		row := []string{s.Ask, body(a.Result, s), s.Who, due(s.By), label}
		for i := range row {
			row[i] = printable.Cell(row[i])
		}
		if err := p.out.Write(row); err != nil {
			return err
		}
	}
	p.out.Flush()
	return p.out.Error()
}

// Close writes what is left.
func (p *printer) Close() error {
	p.out.Flush()
	return p.out.Error()
}

// body says what to do, what it takes and what it is for.
func body(r *score.Result, s *score.Step) string {
	lines := []string{report.Sentence(s.Do.Client), "", fmt.Sprintf("Takes %s. Brings %s of 100 points%s.", score.Duration(s.Pieces), score.Shown(s.Gain), towards(r.Way))}
	for _, id := range s.Lifts {
		lines = append(lines, fmt.Sprintf("Takes away the warning “%s”.", titleOf(r, id)))
	}
	return strings.Join(append(lines, from(r)), "\n")
}

func towards(w *score.Way) string {
	if w.To == "" {
		return " on the way to a first grade"
	}
	return " on the way to grade " + w.To
}

// from names the audit.
func from(r *score.Result) string {
	day := report.Day(r.AsOf.Day)
	if r.Initiative.Name == "" {
		return "From the readiness audit of " + day + "."
	}
	return fmt.Sprintf("From the readiness audit of “%s” on %s.", r.Initiative.Name, day)
}

func titleOf(r *score.Result, warning string) string {
	for i := range r.Warnings {
		if r.Warnings[i].ID == warning {
			return r.Warnings[i].Title
		}
	}
	return warning
}

func due(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
}
