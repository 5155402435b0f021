package score_test

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

func rising(t *rapid.T, what string, xs ...*big.Rat) {
	t.Helper()
	for i := 1; i < len(xs); i++ {
		if xs[i-1].Cmp(xs[i]) > 0 {
			t.Fatalf("%s do not rise: %v", what, xs)
		}
	}
}

func Same[T any](t *rapid.T, want, got T) {
	t.Helper()
	if w, g := fmt.Sprint(want), fmt.Sprint(got); w != g {
		t.Fatalf("these differ:\n%s\n%s", w, g)
	}
}

// noWorse fails when after is worse than before anywhere.
func noWorse(t *rapid.T, before, after *score.Result) {
	t.Helper()
	rising(t, "low scores", before.Low.Score, after.Low.Score)
	rising(t, "high scores", before.High.Score, after.High.Score)
	rising(t, "claimed scores", before.Claimed, after.Claimed)
	if after.Low.Grade > before.Low.Grade || after.High.Grade > before.High.Grade || after.Gradable != before.Gradable {
		t.Fatalf("grades %s to %s became %s to %s", before.Low.Grade, before.High.Grade, after.Low.Grade, after.High.Grade)
	}
}

// within fails when the range of after leaves that of before.
func within(t *rapid.T, before, after *score.Result) {
	t.Helper()
	rising(t, "old low, new low, new high, old high", before.Low.Score, after.Low.Score, after.High.Score, before.High.Score)
	if after.Low.Grade > before.Low.Grade || after.High.Grade < before.High.Grade {
		t.Fatalf("grades %s to %s became %s to %s", before.Low.Grade, before.High.Grade, after.Low.Grade, after.High.Grade)
	}
}

// raised returns the ids of the warnings, or of the confirmed ones, in order.
func raised(r *score.Result, confirmed bool) []string {
	var out []string
	for _, w := range r.Warnings {
		if w.Confirmed || !confirmed {
			out = append(out, w.ID)
		}
	}
	return out
}

// end writes an end with its caps in an order of their own.
func end(e score.End) string {
	var caps []string
	for _, c := range e.Caps {
		caps = append(caps, fmt.Sprint(c))
	}
	slices.Sort(caps)
	return fmt.Sprint(e.Score, e.Band, e.Grade, caps)
}

func Ends(r *score.Result) string { return end(r.Low) + " .. " + end(r.High) }

// Points writes what every question brings, in an order of their own.
func Points(r *score.Result) string {
	var lines []string
	for _, sec := range r.Questionnaires {
		lines = append(lines, fmt.Sprint(sec.ID, sec.Low, sec.High, sec.Claimed))
		for _, it := range sec.Items {
			if it.State != planfile.NotApplicable {
				lines = append(lines, fmt.Sprint(it.ID, it.Low, it.High, it.Level, it.Worth, it.Brought))
			}
		}
	}
	slices.Sort(lines)
	return fmt.Sprint(r.Low.Score, r.High.Score, r.Claimed, "\n", strings.Join(lines, "\n"))
}

// summary writes all that must not depend on the order of anything.
func summary(r *score.Result) string {
	lines := []string{Ends(r), Points(r), fmt.Sprint(r.Coverage, r.Shown, r.Evidenced, r.Gradable)}
	var rest []string
	for _, f := range r.Findings {
		rest = append(rest, fmt.Sprint(f))
	}
	for _, w := range r.Warnings {
		var because []string
		for _, b := range w.Because {
			because = append(because, fmt.Sprint(b))
		}
		slices.Sort(because)
		rest = append(rest, fmt.Sprint(w.ID, w.Severity, w.Confirmed, because))
	}
	for _, s := range r.Next {
		slices.Sort(s.Lifts)
		rest = append(rest, fmt.Sprint(s))
	}
	slices.Sort(rest)
	return strings.Join(append(lines, rest...), "\n")
}

// withoutPlaces takes the lines and columns out of a summary.
func withoutPlaces(s string) string { return places().ReplaceAllString(s, "") }

func places() *regexp.Regexp { return regexp.MustCompile(`\b\d+:\d+\b`) }
