package score

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

// maxMetrics is how many metrics people can still watch.
const maxMetrics = 7

// minReviews is how many reviews leave room to change course and see whether
// it helped.
const minReviews = 3

// metrics asks each metric for all that holding it against its lines needs. One
// whose objective is met is asked for nothing more.
func (r *records) metrics() {
	for i := range r.plan.Metrics {
		m := &r.plan.Metrics[i]
		name := kindCalled("measure", m.ID, cmp.Or(m.Name, m.ID))
		if o := r.objective(m); o == nil || o.Met.IsZero() {
			r.record("metrics", i, name, r.aim(m))
			r.record("metrics", i, name, wanting(m)...)
			r.record("metrics", i, name, r.fewReviews(m), r.past(rules.TargetPast, "by", "was to be held against its lines by", m.By))
		}
		r.record("metrics", i, name, noBetter(m), stopBeyond(m))
		r.record("metrics", i, name, incomparable(m)...)
		if crossed := outcome.Crossed(r.plan, i, r.asOf); crossed != nil {
			r.record("metrics", i, name, lack{absent: true, rule: rules.LineCrossed, field: fmt.Sprintf("readings.%d", crossed.Index),
				says: "%s has crossed its stop line", hint: "take the decision that was agreed, and add it to reviews", plain: "take the decision that was agreed, and note it as a review"})
		}
	}
	r.metricsTogether()
}

// wanting lists what a metric may not say.
func wanting(m *planfile.Metric) []lack {
	return []lack{
		{m.Baseline == nil, rules.MetricWithoutBaseline, "baseline", "the plan gives no baseline for %s", "no baseline", "add baseline, with the value of today and its date", "note the value of today and its date"},
		{blank(m.Success), rules.MetricWithoutSuccess, "success", "the plan gives no success line for %s", "no success line", "add success, the value from which you call it one", "agree on the value from which you call it a success"},
		{blank(m.Stop), rules.MetricWithoutStop, "stop", "the plan gives no stop line for %s", "no stop line", "add stop, the value at which you would stop", "agree on the value at which you would stop"},
		{m.By.IsZero(), rules.MetricWithoutDate, "by", "the plan gives no date for %s", "no date", "add by, the day on which it is held against its lines", "set the day on which it is held against its lines"},
		{m.Owner == "", rules.MetricWithoutOwner, "owner", "the plan names no owner for %s", "no owner", "add owner, the person who acts on it", "name the person who acts on it"},
		{m.Source == "", rules.MetricWithoutSource, "source", "the plan names no source for %s", "no source", "add source, where the value is read", "note where the value is read"},
		{m.ReviewDays == 0, rules.MetricWithoutCadence, "review_days", "the plan does not say how often %s is reviewed", "no review days", "add review_days, the days from one review to the next", "set the days from one review to the next"},
	}
}

// objective is the one that a metric belongs to, or nil when none is listed.
func (r *records) objective(m *planfile.Metric) *planfile.Objective {
	if i := slices.IndexFunc(r.plan.Objectives, func(o planfile.Objective) bool { return o.ID == m.Objective && o.ID != "" }); i >= 0 {
		return &r.plan.Objectives[i]
	}
	return nil
}

// metricsTogether finds what is at fault in the choice of metrics.
func (r *records) metricsTogether() {
	several, all := len(r.plan.Metrics) >= 2, len(r.plan.Metrics)
	numbers, words := r.count("quantitative"), r.count("qualitative")
	r.list("metrics",
		lack{absent: several && numbers == all, rule: rules.OneKindOfMeasure,
			says: "every measure is a number, none is in words", hint: "add one on what people say"},
		lack{absent: several && words == all, rule: rules.OneKindOfMeasure,
			says: "every measure is in words, none is a number", hint: "add one that is counted"},
		lack{absent: several && r.count("leading") == 0, rule: rules.AllLagging,
			says: "no measure is leading: each moves only with the final result", hint: "add one that moves early"},
		lack{absent: all > maxMetrics, rule: rules.TooManyMetrics,
			says: fmt.Sprintf("%d measures are more than people can watch", all), hint: fmt.Sprintf("keep the %d or fewer that you would act on", maxMetrics)})
}

// count returns how many metrics are of a kind, or measured in a way.
func (r *records) count(what string) int {
	n := 0
	for _, m := range r.plan.Metrics {
		if m.How == what || m.Kind == what {
			n++
		}
	}
	return n
}

// blank reports whether nothing was written.
func blank(a planfile.Amount) bool { return a.Text == "" && a.Number == nil }

// aim finds a metric that no listed objective stands behind.
func (r *records) aim(m *planfile.Metric) lack {
	l := lack{m.Objective == "", rules.MetricWithoutObjective, "objective", "the plan does not say which objective %s belongs to", "no objective", "add objective, the id of the one that it measures", "say which objective it measures"}
	if m.Objective != "" && r.objective(m) == nil {
		l.absent, l.says, l.lacks = true, fmt.Sprintf("%%s names objective %q, which is not listed", m.Objective), ""
	}
	return l
}

// counts reports whether a line that was drawn on a metric can be held against a
// value: a number of which it is known which way is better, or, for a metric kept
// in words, one of two lines that differ.
func counts(m *planfile.Metric, line planfile.Amount) bool {
	if line.Number != nil {
		return m.Better != ""
	}
	return m.How == "qualitative" && !blank(line) && !blank(m.Success) && !blank(m.Stop) && m.Success.Text != m.Stop.Text
}

// apart reports whether a metric has a line for success and one for stopping, with
// room between them.
func apart(m *planfile.Metric) bool {
	if !counts(m, m.Success) || !counts(m, m.Stop) {
		return false
	}
	if m.Success.Number == nil || m.Stop.Number == nil {
		return m.Success.Text != m.Stop.Text
	}
	return outcome.Worse(m.Better, m.Stop, m.Success)
}

// noBetter finds a line for success that the baseline meets already. What cannot
// be compared, incomparable says.
func noBetter(m *planfile.Metric) lack {
	l := lack{rule: rules.SuccessNoBetter, field: "success", says: "%s has a success line that is no better than its baseline",
		hint: "draw the success line on the better side of the baseline"}
	if m.Baseline != nil && m.Success.Number != nil && m.Baseline.Value.Number != nil && m.Better != "" {
		l.absent = !outcome.Worse(m.Better, m.Baseline.Value, m.Success)
	}
	return l
}

// stopBeyond finds a line for stopping that lies on the better side of the one for
// success.
func stopBeyond(m *planfile.Metric) lack {
	return lack{absent: outcome.Worse(m.Better, m.Success, m.Stop), rule: rules.StopBeyondSuccess, field: "stop", says: "%s has a stop line beyond its success line",
		hint: "draw the stop line on the worse side of the success line"}
}

// incomparable finds what keeps a measure in numbers from being held against the
// lines that were drawn on it.
func incomparable(m *planfile.Metric) []lack {
	inNumbers := m.How == "quantitative" || m.How == "" && (m.Success.Number != nil || m.Stop.Number != nil)
	if !inNumbers || blank(m.Success) && blank(m.Stop) {
		return nil
	}
	words := func(field string, a planfile.Amount) lack {
		return lack{absent: a.Number == nil && !blank(a), rule: rules.NotComparable, field: field,
			says: fmt.Sprintf("%%s cannot be compared: %q is no plain number", a.Text), hint: "write a number such as 24.5, without a unit and without quotes", plain: "give it as a plain number, such as 24.5"}
	}
	out := []lack{
		{absent: m.Better == "", rule: rules.NotComparable, field: "better", says: "%s cannot be compared: the plan does not say whether higher or lower is better",
			hint: "add better: higher, or better: lower", plain: "say whether higher or lower is better"},
		words("success", m.Success), words("stop", m.Stop),
	}
	if m.Baseline != nil {
		out = append(out, words("baseline.value", m.Baseline.Value))
	}
	for j, reading := range m.Readings {
		out = append(out, words(fmt.Sprintf("readings.%d.value", j), reading.Value))
	}
	return out
}

// fewReviews finds a metric whose date comes before there was time to learn.
func (r *records) fewReviews(m *planfile.Metric) lack {
	l := lack{rule: rules.FewReviews, field: "review_days", hint: "review more often, or give it more time"}
	if m.By.IsZero() || m.ReviewDays <= 0 {
		return l
	}
	from := r.asOf.Day
	if m.Baseline != nil {
		from = m.Baseline.On
	}
	fit := max(0, int(m.By.Sub(from)/(24*time.Hour))/m.ReviewDays)
	l.absent = fit < minReviews
	l.says = fmt.Sprintf("%%s leaves time for %s of %d days before %s", counted(fit, "review"), m.ReviewDays, m.By.Format(time.DateOnly))
	return l
}

// counted writes a small number of things.
func counted(n int, what string) string {
	switch n {
	case 0:
		return "no " + what
	case 1:
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
