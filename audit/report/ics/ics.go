// Package ics writes the days of plans as a calendar.
package ics

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"

	ical "github.com/arran4/golang-ical"

	"forewarn/audit"
	"forewarn/audit/report"
)

// New returns a printer of an iCalendar file (RFC 5545): reviews, readings that are due,
// the days of objectives and measures, and the ends of waivers, as events of a whole day
// that leave it free. The same plan on the same day gives the same bytes, and an event
// keeps its identity when its day moves.
func New(w io.Writer, _ report.Options) (report.Printer, error) {
	c := ical.NewCalendarFor(report.ProgramName)
	c.SetProductId("-//forewarn//forewarn//EN")
	return &printer{w, c, map[string]int{}}, nil
}

type printer struct {
	w        io.Writer
	calendar *ical.Calendar
	alike    map[string]int // events of which as much is the same
}

// Print adds the days of one plan.
func (p *printer) Print(a *audit.Audit) error {
	if a.Result == nil {
		return nil
	}
	r := a.Result
	for _, d := range days(r) {
		event := ical.NewEvent(p.uid(r.Initiative.Name, d))
		event.SetDtStampTime(r.AsOf.Day)
		event.SetAllDayStartAt(d.on)
		event.SetTimeTransparency(ical.TransparencyTransparent)
		event.SetSummary(report.Clean(d.says))
		event.SetDescription(report.Clean(d.about(r.Initiative.Name)))
		if d.every > 0 && d.until.After(d.on) {
			event.AddRrule(fmt.Sprintf("FREQ=DAILY;INTERVAL=%d;UNTIL=%s", d.every, d.until.Format("20060102")))
		}
		p.calendar.AddVEvent(event)
	}
	return nil
}

// Close writes the calendar, with the ends of lines that RFC 5545 asks for.
func (p *printer) Close() error { return p.calendar.SerializeTo(p.w, ical.WithNewLineWindows) }

// uid is made of what the event is about, so that importing it again moves it.
func (p *printer) uid(initiative string, d day) string {
	key := fmt.Sprintf("%q %q %q", initiative, d.kind, d.record)
	p.alike[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", key, p.alike[key]))
	return hex.EncodeToString(sum[:16]) + "@" + report.ProgramName
}

// day is something that is to happen on a day.
type day struct {
	kind, record string // what it is of
	says         string
	who          string
	on           time.Time
	every        int       // days to the next time; 0 for once
	until        time.Time // the last day of several
}

// about says who acts, and which initiative it is.
func (d *day) about(initiative string) string {
	var parts []string
	if d.who != "" {
		parts = append(parts, "Named in the plan: "+report.Sentence(d.who))
	}
	if initiative != "" {
		parts = append(parts, "Initiative: "+report.Sentence(initiative))
	}
	return strings.Join(parts, " ")
}
