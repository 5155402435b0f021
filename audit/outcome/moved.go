package outcome

import (
	"slices"
	"time"

	"forewarn/audit/planfile"
)

// Version is a plan as it stood from a day on.
type Version struct {
	Plan *planfile.Plan
	On   time.Time // the day, midnight UTC
	Name string    // by which a person finds it, such as the id of a commit; empty for what is not committed
}

// What a reading is judged by, as a Move calls it.
const (
	successLine = "success line"
	stopLine    = "stop line"
	betterSide  = "better side"
)

// Move is a line, or the baseline, that was changed when it was late to: the
// initiative had begun, or the measure had been read.
type Move struct {
	Metric   string // the id of the measure
	Index    int    // of the measure in the latest version of the plan that has the move
	Measure  string // its name
	What     string // baseline, success line, stop line or better side
	From, To planfile.Amount
	On       time.Time
	Name     string // of the version that has it first
	Read     bool   // after the first reading; else after the launch
}

// Moved lists the lines that were moved from one version of a plan to the next, the
// earliest version first. What was drawn or moved before the launch and before the
// first reading is nobody's concern, and so is a measure that is new or gone.
func Moved(versions []Version) []Move {
	var out []Move
	for i := 1; i < len(versions); i++ {
		before, after := versions[i-1].Plan, versions[i]
		for j := range after.Plan.Metrics {
			now := &after.Plan.Metrics[j]
			was := metric(before, now.ID)
			if was == nil {
				continue
			}
			read, late := isLate(before, was, now, after.On)
			if late {
				out = append(out, moves(was, now, j, after, read)...)
			}
		}
	}
	return out
}

func metric(plan *planfile.Plan, id string) *planfile.Metric {
	for i := range plan.Metrics {
		if plan.Metrics[i].ID == id {
			return &plan.Metrics[i]
		}
	}
	return nil
}

// isLate reports whether a measure had been read when it was changed on a day, or else
// whether the initiative had begun. A launch counts as it was set before the change, and
// a reading that came with it as well.
func isLate(before *planfile.Plan, was, now *planfile.Metric, on time.Time) (read, late bool) {
	for _, m := range []*planfile.Metric{was, now} {
		for _, r := range m.Readings {
			if !r.On.After(on) {
				return true, true
			}
		}
	}
	launch := before.Initiative.Launch
	return false, !launch.IsZero() && on.After(launch)
}

// moves compares a measure with what it was.
func moves(was, now *planfile.Metric, index int, v Version, read bool) []Move {
	start := func(m *planfile.Metric) planfile.Amount {
		if m.Baseline == nil {
			return planfile.Amount{}
		}
		return m.Baseline.Value
	}
	side := func(m *planfile.Metric) planfile.Amount { return planfile.Amount{Text: m.Better} }
	var out []Move
	for _, c := range []struct {
		what     string
		from, to planfile.Amount
	}{
		{"baseline", start(was), start(now)}, {successLine, was.Success, now.Success},
		{stopLine, was.Stop, now.Stop}, {betterSide, side(was), side(now)},
	} {
		if !isSame(c.from, c.to) {
			out = append(out, Move{Metric: now.ID, Index: index, Measure: now.Name, What: c.what, From: c.from, To: c.to, On: v.On, Name: v.Name, Read: read})
		}
	}
	return out
}

// isSame reports whether two values mean the same: 24 and 24.0 do.
func isSame(a, b planfile.Amount) bool {
	if a.Number != nil && b.Number != nil {
		return a.Number.Cmp(b.Number) == 0
	}
	return a.Text == b.Text && (a.Number == nil) == (b.Number == nil)
}

// AsDrawn returns measures with the lines that were drawn beforehand: as they stood before
// the first of these moves. A line that nobody had drawn by then counts as it is now.
func AsDrawn(metrics []planfile.Metric, moves []Move) []planfile.Metric {
	out := slices.Clone(metrics)
	for _, move := range slices.Backward(moves) {
		i := slices.IndexFunc(out, func(m planfile.Metric) bool { return m.ID == move.Metric })
		if i < 0 || move.From.Text == "" {
			continue
		}
		switch move.What {
		case successLine:
			out[i].Success = move.From
		case stopLine:
			out[i].Stop = move.From
		case betterSide:
			out[i].Better = move.From.Text
		}
	}
	return out
}
