package text

import (
	"io"
	"math/big"
	"slices"
	"strings"

	"forewarn/audit"
	"forewarn/audit/outcome"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// Standing writes how an initiative stands by the lines drawn beforehand, and which of
// them were moved, in sentences.
func Standing(w io.Writer, a *audit.Audit, moved []string, o report.Options) error {
	p := newPage(o)
	s := document.NewStanding(a.Result.Outcome(a.Moved))
	s.Moved = moved
	p.standing(s)
	_, err := io.WriteString(w, strings.TrimLeft(p.String(), "\n"))
	return err
}

// outcomes is the chapter of a report; nothing where nothing was read.
func (p *page) outcomes(c *document.Chapter) {
	if s := c.Standing(); s != nil {
		p.heading(document.OutcomesTitle)
		p.standing(s)
		p.blank()
	}
}

// standing tells the measures, and the whole at last.
func (p *page) standing(s *document.Standing) {
	for i := range s.Measures {
		p.course(&s.Measures[i])
	}
	for _, text := range s.Moved {
		p.para(0, report.Clean(text))
	}
	if len(s.Moved) > 0 {
		p.blank()
	}
	p.para(0, p.bold(s.Whole))
	for _, text := range document.Notes(s.Meaning) {
		p.para(0, text)
	}
	if len(s.Pieces) > 0 {
		p.para(0, "What to adjust, and whose it is:")
	}
	for _, piece := range s.Pieces {
		p.para(0, "- "+report.Clean(piece))
	}
	for _, text := range document.Notes(s.Decision, s.Learned) {
		p.para(0, report.Clean(text))
	}
}

// course is one measure, with its picture where it has one.
func (p *page) course(c *document.Course) {
	p.para(0, "- "+report.Clean(c.Name)+": "+p.bold(c.Verdict))
	if picture := spark(c.Measure, p.width-24); picture != "" {
		p.line("  %s", picture)
	}
	for _, text := range document.Notes(c.Shown, c.Lines, c.Due) {
		p.para(2, p.faint(report.Clean(text)))
	}
	p.blank()
}

// heights are the parts of a column.
const heights = "▁▂▃▄▅▆▇█"

// spark draws the baseline and the readings as columns, the earliest first, and behind
// them how high the lines are. It is empty where there is nothing to compare.
func spark(m *outcome.Measure, most int) string {
	values := numbers(m)
	if len(values) == 0 || m.Success.Number == nil && m.Stop.Number == nil {
		return ""
	}
	values = values[max(0, len(values)-max(most, 1)):]
	var lines []*big.Rat
	for _, line := range []*big.Rat{m.Success.Number, m.Stop.Number} {
		if line != nil {
			lines = append(lines, line)
		}
	}
	all := slices.Concat(values, lines)
	lowest, highest := slices.MinFunc(all, (*big.Rat).Cmp), slices.MaxFunc(all, (*big.Rat).Cmp)
	var out strings.Builder
	for _, v := range values {
		out.WriteRune(column(lowest, v, highest))
	}
	if m.Success.Number != nil {
		out.WriteString("  " + string(column(lowest, m.Success.Number, highest)) + " success")
	}
	if m.Stop.Number != nil {
		out.WriteString("  " + string(column(lowest, m.Stop.Number, highest)) + " stop")
	}
	return out.String()
}

// numbers are the baseline and the readings of a measure that are numbers.
func numbers(m *outcome.Measure) []*big.Rat {
	var out []*big.Rat
	if m.Baseline != nil && m.Baseline.Value.Number != nil {
		out = append(out, m.Baseline.Value.Number)
	}
	for _, r := range m.Read {
		if r.Value.Number != nil {
			out = append(out, r.Value.Number)
		}
	}
	return out
}

// column is the part of a column that a value reaches.
func column(lowest, v, highest *big.Rat) rune {
	all := []rune(heights)
	span := new(big.Rat).Sub(highest, lowest)
	if span.Sign() == 0 {
		return all[len(all)/2]
	}
	at := new(big.Rat).Sub(v, lowest)
	at.Mul(at.Quo(at, span), big.NewRat(int64(len(all)-1), 1))
	at.Add(at, big.NewRat(1, 2))
	return all[new(big.Int).Quo(at.Num(), at.Denom()).Int64()]
}
