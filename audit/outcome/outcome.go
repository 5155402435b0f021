package outcome

import (
	"cmp"
	"slices"
	"time"

	"forewarn/audit/planfile"
)

// Outcome is how an initiative stands by its own lines.
type Outcome struct {
	Measures []Measure // in the order of the plan
	Whole    Verdict   // the worst of the measures'; Unknown when none was read
	Unread   int       // measures of which nothing is known yet
	Decision *planfile.Review
	Decided  bool // Decision was taken on the day of the latest reading or later
}

// Measure is a metric held against its lines.
type Measure struct {
	*planfile.Metric
	Index   int       // in the plan
	Read    []Reading // those whose day has come, the earliest first
	Verdict Verdict   // that of the latest reading
	Due     time.Time // the day of the next reading; zero when nothing says which
	Aim     *planfile.Objective
}

// Reading is a reading with its verdict.
type Reading struct {
	planfile.Reading
	Index   int // in the plan
	Verdict Verdict
}

// Read holds all readings of a plan whose day has come against the lines.
func Read(plan *planfile.Plan, asOf planfile.AsOf) *Outcome {
	o := &Outcome{}
	for i := range plan.Metrics {
		m := measure(plan, i, asOf)
		o.Whole = Worst(o.Whole, m.Verdict)
		if m.Verdict == Unknown {
			o.Unread++
		}
		o.Measures = append(o.Measures, m)
	}
	o.Decision = Decision(plan, asOf)
	o.Decided = o.Decision != nil && !o.Decision.On.Before(o.since())
	return o
}

// since is the day of the latest reading that says what the whole does: a decision that
// answers it is of that day or later, whatever else was read since.
func (o *Outcome) since() time.Time {
	var latest time.Time
	for i := range o.Measures {
		if last := o.Measures[i].Latest(); last != nil && last.Verdict == o.Whole && last.On.After(latest) {
			latest = last.On
		}
	}
	return latest
}

func measure(plan *planfile.Plan, i int, asOf planfile.AsOf) Measure {
	m := Measure{Metric: &plan.Metrics[i], Index: i}
	for j, r := range m.Readings {
		if asOf.HasCome(r.On) {
			m.Read = append(m.Read, Reading{Reading: r, Index: j, Verdict: Of(m.Metric, &r)})
		}
	}
	// Of several readings of one day the worst counts, whichever stands last.
	slices.SortStableFunc(m.Read, func(a, b Reading) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Verdict, b.Verdict)) })
	if last := m.Latest(); last != nil {
		m.Verdict = last.Verdict
	}
	m.Due = due(m.Metric, plan.Initiative.Launch, m.Latest())
	for j := range plan.Objectives {
		if plan.Objectives[j].ID == m.Objective {
			m.Aim = &plan.Objectives[j]
		}
	}
	return m
}

// Latest is the reading of the latest day, the worst of those of one day;
// nil when there is none.
func (m *Measure) Latest() *Reading {
	if len(m.Read) == 0 {
		return nil
	}
	return &m.Read[len(m.Read)-1]
}

// Whose is who would adjust the piece: the owner of the measure, or else who answers
// for the goal behind it; empty when the plan names neither.
func (m *Measure) Whose() string {
	switch {
	case !planfile.NamesNobody(m.Owner):
		return m.Owner
	case m.Aim != nil && !planfile.NamesNobody(m.Aim.GoalOwner):
		return m.Aim.GoalOwner
	}
	return ""
}

// due is the day of the next reading: as many days after the latest as lie between two
// reviews; before the first, after the launch, or after the baseline where no launch is
// set. A reading never falls due before the launch.
func due(m *planfile.Metric, launch time.Time, latest *Reading) time.Time {
	from := launch
	switch {
	case m.ReviewDays <= 0:
		return time.Time{}
	case latest != nil:
		from = latest.On
	case launch.IsZero() && m.Baseline != nil:
		from = m.Baseline.On
	}
	if from.IsZero() {
		return time.Time{}
	}
	day := from.AddDate(0, 0, m.ReviewDays)
	if day.Before(launch) {
		return launch
	}
	return day
}

// IsDue reports whether the day of the next reading has come.
func (m *Measure) IsDue(asOf planfile.AsOf) bool { return !m.Due.IsZero() && asOf.HasCome(m.Due) }

// Next is the first day on which a reading falls due; zero when nothing says.
func (o *Outcome) Next() time.Time {
	var next time.Time
	for _, m := range o.Measures {
		if !m.Due.IsZero() && (next.IsZero() || m.Due.Before(next)) {
			next = m.Due
		}
	}
	return next
}

// Pieces are the measures that fall short, the worst first: what is to be adjusted.
func (o *Outcome) Pieces() []*Measure {
	var out []*Measure
	for i := range o.Measures {
		if o.Measures[i].Verdict > Success {
			out = append(out, &o.Measures[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *Measure) int { return cmp.Compare(b.Verdict, a.Verdict) })
	return out
}

// Decision is the latest review whose day has come, the last in the file of those of
// one day; nil when there is none.
func Decision(plan *planfile.Plan, asOf planfile.AsOf) *planfile.Review {
	var last *planfile.Review
	for i := range plan.Reviews {
		if r := &plan.Reviews[i]; asOf.HasCome(r.On) && (last == nil || !r.On.Before(last.On)) {
			last = r
		}
	}
	return last
}

// Crossed is the latest reading of a measure that says stop, when no review on that day
// or later answers it; else nil. A better reading since takes nothing back, and the next
// one past the line asks again.
func Crossed(plan *planfile.Plan, i int, asOf planfile.AsOf) *Reading {
	m := measure(plan, i, asOf)
	var last *Reading
	for j := range m.Read {
		if m.Read[j].Verdict == Stop {
			last = &m.Read[j]
		}
	}
	if last == nil {
		return nil
	}
	if d := Decision(plan, asOf); d != nil && !d.On.Before(last.On) {
		return nil
	}
	return last
}
