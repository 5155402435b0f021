package html

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// measure is one metric with its readings: a picture of those that are numbers,
// and all of them as a table.
type measure struct {
	ID, Name string
	About    string // the picture in words
	Lines    []line
	Points   []point // the baseline and the readings, by date
	From, To string  // the dates at the ends
	Readings document.Table
}

// line is a value that was agreed on beforehand.
type line struct {
	Label  string
	Y      int
	LabelY int
	Look   string // success or stop
}

// pictured lists the metrics that have something to draw, or readings.
func pictured(c chapter) []*measure {
	var out []*measure
	for i := range c.Result.Records.Metrics {
		m := &c.Result.Records.Metrics[i]
		p := &measure{ID: fmt.Sprintf("%s-measure-%d", c.ID, i+1), Name: m.Name, Readings: readings(m)}
		p.draw(m)
		if len(p.Points) > 0 || len(p.Readings.Rows) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// readings lists what a metric showed, in words as well as in numbers.
func readings(m *planfile.Metric) document.Table {
	t := document.Table{Caption: "Readings", Head: []document.Column{document.InWords("Date", 24), document.InWords("Reading", 30), document.InWords("Note", 46)}}
	for _, r := range m.Readings {
		t.Add(document.Cell{Text: report.Day(r.On)}, document.Cell{Text: strings.Join(document.Notes(document.WithUnit(m, r.Value), r.Verdict), ", ")}, document.Cell{Text: r.Note})
	}
	return t
}

// draw places the numbers of a metric. One number alone shows nothing.
func (p *measure) draw(m *planfile.Metric) {
	points := measured(m)
	f, ok := newFrame(m, points)
	if !ok {
		return
	}
	for i := range points {
		pt := &points[i]
		pt.X, pt.Y = f.x(pt.on), f.y(pt.value)
	}
	p.Points, p.Lines = points, lines(m, f)
	for i := range points {
		points[i].LabelY = p.labelY(points[i].Y)
	}
	p.From, p.To = shortDay(f.first), shortDay(f.last)
	p.label(m)
}

// labelY is where the label of a point stands: above it, or below where a line would
// strike the label through.
func (p *measure) labelY(y int) int {
	const above, below, tall = 9, 20, 11
	struck := func(at int) bool {
		return slices.ContainsFunc(p.Lines, func(l line) bool { return at-tall-2 < l.Y && l.Y < at+3 })
	}
	if struck(y-above) && !struck(y+below) {
		return y + below
	}
	return y - above
}

// measured lists the baseline and the readings that are numbers, by date.
func measured(m *planfile.Metric) []point {
	var out []point
	if m.Baseline != nil && m.Baseline.Value.Number != nil {
		out = append(out, point{on: m.Baseline.On, value: m.Baseline.Value.Number, Look: "baseline"})
	}
	for _, r := range m.Readings {
		if r.Value.Number != nil {
			out = append(out, point{on: r.On, value: r.Value.Number, Look: "reading"})
		}
	}
	slices.SortStableFunc(out, func(a, b point) int { return a.on.Compare(b.on) })
	return out
}

// stretch is the way from one point to the next.
type stretch struct{ From, To point }

// Joined lists the stretches between the points.
func (p *measure) Joined() []stretch {
	var out []stretch
	for i := 1; i < len(p.Points); i++ {
		out = append(out, stretch{p.Points[i-1], p.Points[i]})
	}
	return out
}

// End is where the last date stands.
func (p *measure) End() string { return percentage(plotRight) }

// lines places the lines for success and for stopping. The label of the upper
// one stands above it and that of the lower one below, so that they never meet.
func lines(m *planfile.Metric, f frame) []line {
	var out []line
	if m.Success.Number != nil {
		out = append(out, line{Label: "success " + shorten(document.Amount(m.Success), 10), Y: f.y(m.Success.Number), Look: "success"})
	}
	if m.Stop.Number != nil {
		out = append(out, line{Label: "stop " + shorten(document.Amount(m.Stop), 10), Y: f.y(m.Stop.Number), Look: "stop"})
	}
	for i := range out {
		out[i].LabelY = out[i].Y - 6
	}
	if len(out) == 2 {
		lower := slices.MaxFunc([]*line{&out[0], &out[1]}, func(a, b *line) int { return a.Y - b.Y })
		lower.LabelY = lower.Y + 15
	}
	return out
}

// label writes values beside the first and the last point, and the whole
// picture in words.
func (p *measure) label(m *planfile.Metric) {
	first, last := &p.Points[0], &p.Points[len(p.Points)-1]
	for _, pt := range []*point{first, last} {
		pt.Label = shorten(pt.value.FloatString(decimals(pt.value)), 10)
	}
	about := []string{fmt.Sprintf("%s on %s", first.Label, p.From)}
	if last != first {
		about = append(about, fmt.Sprintf("%s on %s", last.Label, shortDay(last.on)))
	}
	for _, l := range p.Lines {
		about = append(about, "line for "+l.Label)
	}
	p.About = strings.Join(about, "; ")
	if m.Better != "" {
		p.About += "; " + document.Better(m)
	}
	p.About += "."
}

// decimals is how many a value needs, as far as they fit.
func decimals(v *big.Rat) int {
	n, _ := v.FloatPrec()
	return min(n, 3)
}

func shortDay(t time.Time) string { return t.Format("2 Jan 2006") }
