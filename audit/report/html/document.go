package html

import (
	"fmt"
	"html/template"
	"io"
	"math/big"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/score"
)

// WriteDocument writes a document that is no audit, as a page of its own.
func WriteDocument(w io.Writer, doc *document.Document, o report.Options) error {
	p, err := newPrinter(w, o)
	if err != nil {
		return err
	}
	other := newOther(doc)
	other.Version, other.Style = p.page.Version, p.page.Style
	return p.write(w, "other", other)
}

// NewWith returns a printer as New does, whose page ends with a document as one more
// chapter.
func NewWith(after *document.Document) func(io.Writer, report.Options) (report.Printer, error) {
	return func(w io.Writer, o report.Options) (report.Printer, error) {
		p, err := newPrinter(w, o)
		if err == nil {
			p.after = newOther(after)
		}
		return p, err
	}
}

// other is a document as the pages ask for it.
type other struct {
	ID, Title string
	Parts     []piece
	Version   string
	Style     template.CSS
}

// piece is a section with its picture.
type piece struct {
	document.Section
	Course *course // nil for none
}

func newOther(doc *document.Document) *other {
	out := &other{ID: "document", Title: doc.Title}
	for i, s := range doc.Sections {
		out.Parts = append(out.Parts, piece{s, courseOf(s.Chart, fmt.Sprintf("%s-chart-%d", out.ID, i+1))})
	}
	return out
}

// Working reports that the page is for who works on the plan.
func (o *other) Working() bool { return true }

// Running is the title, quoted for CSS, as it fits at the foot of a printed page.
func (o *other) Running() template.CSS { return cssString(shorten(report.Clean(o.Title), 60)) }

// course is the picture of a chart.
type course struct {
	ID, Title, Says string
	Bands           []line // where the grades begin
	Points          []point
	Joined          []stretch
	Ranges          []span
	From, To        string // the dates at the ends
	Radius          string
}

// span is what open answers could bring at a point.
type span struct {
	X         string
	Low, High int
}

const (
	courseTop, courseBottom = 8, 132
	courseRight             = 74 // percent: the letters of the grades stand to the right
	mostPoints              = 120
)

// courseOf draws a chart, one point beside the other; nil without one.
func courseOf(c *document.Chart, id string) *course {
	if c == nil || len(c.Points) == 0 {
		return nil
	}
	out := &course{ID: id, Title: c.Title, Says: c.Says(), Radius: "4.5"}
	points := c.Most(mostPoints)
	if len(points) > 40 {
		out.Radius = "2"
	}
	for _, b := range score.Bands() {
		if b.From > 0 {
			y := height(big.NewRat(b.From, 1))
			out.Bands = append(out.Bands, line{Label: fmt.Sprintf("%s from %d", b.Grade, b.From), Y: y, LabelY: y - 3})
		}
	}
	out.From, out.To = dayOf(points[0]), dayOf(points[len(points)-1])
	var before *point
	for i, p := range points {
		if before = out.add(p, abscissa(i, len(points)), before); before != nil {
			out.Points = append(out.Points, *before)
		}
	}
	return out
}

// add draws one point and the way to it; a gap is nil, and leads nowhere.
func (c *course) add(p document.ChartPoint, x string, before *point) *point {
	if p.Low == nil {
		return nil
	}
	now := &point{X: x, Y: height(p.Low)}
	if before != nil {
		c.Joined = append(c.Joined, stretch{*before, *now})
	}
	if p.High.Cmp(p.Low) > 0 {
		c.Ranges = append(c.Ranges, span{x, now.Y, height(p.High)})
	}
	return now
}

// End is where the last date stands.
func (c *course) End() string { return percentage(courseRight) }

// abscissa is where the ith of n points stands.
func abscissa(i, n int) string {
	const left = 2
	if n == 1 {
		return percentage(left)
	}
	return new(big.Rat).Add(big.NewRat(left, 1), big.NewRat(int64(i)*(courseRight-left), int64(n-1))).FloatString(2) + "%"
}

func height(points *big.Rat) int {
	return courseBottom - part(new(big.Rat), points, big.NewRat(100, 1), courseBottom-courseTop)
}

func dayOf(p document.ChartPoint) string {
	if p.On.IsZero() {
		return ""
	}
	return shortDay(p.On)
}
