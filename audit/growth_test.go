package audit_test

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/report/html"
	"forewarn/audit/report/json"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/sarif"
	lines "forewarn/audit/report/text"
	"forewarn/audit/rules"
)

// growing are plans of n entries of a kind, each a line; kinds with a fault are
// those of plans that cannot be scored.
var growing = map[string]func(n int) string{
	"objectives":   list("objectives", "{id: objective-%d, statement: s, goal: g}"),
	"stakeholders": list("stakeholders", "{group: group %d, kind: employees, owner: o}"),
	"metrics":      list("objectives: [{id: o, statement: s, goal: g}]\nmetrics", "{id: metric-%d, name: name %[1]d, objective: o, how: quantitative}"),
	"readings":     list("objectives: [{id: o, statement: s, goal: g}]\nmetrics: [{id: m, name: n, objective: o, how: quantitative, success: 4, stop: 24, better: lower, readings: [{on: 2026-11-01, value: 1}]}]\nreviews", "{on: 2026-11-01, decision: adjust, lesson: lesson %d}"),
	"programmes":   list("programmes", "{name: programme %d, lead: l}"),
	"scenarios":    list("scenarios", "{what: what %d, risk: loss}"),
	"waivers":      list("waivers", "{finding: metric-without-stop, reason: reason %d, owner: o, until: 2027-01-31}"),
	"same names":   list("scenarios", "{what: the same, risk: loss, owner: o%d}"),
	"dangling": func(n int) string {
		return list("objectives", "{id: objective-%d, statement: s, goal: g}")(n) + "metrics:\n" + repeated(n, "  - {id: metric-%d, name: n, objective: objectiv-%[1]d}\n")
	},
	"unknown keys": list("scenarios", "{what: w, risk: loss, ownr%d: o}"),
	"same ids":     list("objectives", "{id: the-same, statement: s%d, goal: g}"),
	"questions": func(n int) string {
		return head + "answers:\n  alignment:\n" + repeated(n, "    question-%d: {level: 1}\n")
	},
}

func list(key, item string) func(n int) string {
	return func(n int) string { return head + key + ":\n" + repeated(n, "  - "+item+"\n") }
}

func repeated(n int, line string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, line, i)
	}
	return out.String()
}

// onOneLine writes the list of a plan within brackets, on one line.
func onOneLine(plan string) string {
	before, items, _ := strings.Cut(plan, ":\n  - ")
	return before + ": [" + strings.ReplaceAll(strings.TrimSuffix(items, "\n"), "\n  - ", ", ") + "]\n"
}

// formats are those in which a plan is written whole.
var formats = []func(io.Writer, report.Options) (report.Printer, error){lines.New, lines.NewLines, markdown.New, html.New, json.New, sarif.New}

// audited judges a plan, against an earlier one, too.
func audited(t testing.TB, plan string) *audit.Audit {
	t.Helper()
	return newAuditor(t).Audit(source(plan), gate.Terms{FailOn: rules.Minor, MaxAge: 30}, since(plan))
}

// judge does all that is done with a plan.
func judge(t testing.TB, plan string) {
	t.Helper()
	a := audited(t, plan)
	for _, format := range formats {
		p, err := format(io.Discard, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Print(a); err != nil {
			t.Fatal(err)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// allocated is what it takes to judge a plan, in allocations.
func allocated(t testing.TB, plan string) float64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	judge(t, plan)
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs - before.Mallocs)
}

// What a plan costs grows with its length and not with the square of it: ten
// times the entries take less than thirty times the allocations. Loops that
// allocate nothing are not seen here; TestColumnsOfALongLine counts those.
func TestGrowth(t *testing.T) {
	for name, plan := range growing {
		for shape, shaped := range map[string]func(string) string{"": func(s string) string { return s }, ", on one line": onOneLine} {
			if (name == "questions" || name == "dangling") && shape != "" {
				continue
			}
			small, large := allocated(t, shaped(plan(200))), allocated(t, shaped(plan(2000)))
			if exponent := math.Log10(large / small); exponent > 1.3 {
				t.Errorf("%s%s: the allocations grow with exponent %.2f, from %.0f to %.0f", name, shape, exponent, small, large)
			}
		}
	}
}

// BenchmarkGrowth shows the time for plans of ten to five thousand entries.
func BenchmarkGrowth(b *testing.B) {
	for name, plan := range growing {
		for _, n := range []int{10, 100, 1000, 5000} {
			for shape, written := range map[string]string{"lines": plan(n), "one line": onOneLine(plan(n))} {
				if shape != "lines" && (name == "questions" || name == "dangling") {
					continue
				}
				b.Run(fmt.Sprintf("%s/%s/%d", name, shape, n), func(b *testing.B) {
					for b.Loop() {
						audited(b, written)
					}
					b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/entry")
				})
			}
		}
	}
}
