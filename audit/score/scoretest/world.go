// Package scoretest makes banks, plans and results for the tests of scoring and
// of what is done with a score.
package scoretest

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// AsOf is an audit on such a day.
func AsOf(n int) planfile.AsOf { return planfile.OnDay(Day(n)) }

// Day returns a date of 2026 or later: Day(1) is the first of January 2026.
func Day(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }

// Ptr returns a pointer to a value.
func Ptr[T any](v T) *T { return &v }

// World is everything that a score depends on.
type World struct {
	Bank *questions.Bank
	Plan *planfile.Plan
	C    score.Circumstances // the day of the audit and the weakened evidence
}

// Score scores the world, and ends the test when that fails.
func (w World) Score(t interface {
	Helper()
	Fatalf(string, ...any)
}) *score.Result {
	t.Helper()
	r, err := score.Score(w.Bank, w.Plan, w.C)
	if err != nil {
		t.Fatalf("scoring: %v", err)
	}
	return r
}

// Parse builds a world from one line: questionnaires divided by |, each its
// weight and then weight=answer for every question. They are called a, b, …
// and their questions a1, a2, … A ! after the weight makes a question core.
// An answer is a level with v or s for its evidence, w for shown evidence that
// is weakened, ? for don't know, - for blank, x for not applicable.
func Parse(t testing.TB, line string) World {
	t.Helper()
	w := World{
		Bank: &questions.Bank{ID: "test", Version: "1.2.3", Hash: "cafe"},
		Plan: &planfile.Plan{Forewarn: planfile.Format, Bank: planfile.BankRef{ID: "test", Version: "1.2.0"}, Answers: map[string]map[string]planfile.Answer{}},
		C:    score.Circumstances{AsOf: AsOf(1), Weakened: map[string]rules.Finding{}},
	}
	for i, part := range strings.Split(line, "|") {
		weight, items, ok := strings.Cut(part, ":")
		if !ok {
			t.Fatalf("no weight in %q", part)
		}
		qn := questions.Questionnaire{ID: string(rune('a' + i)), Title: "Questionnaire", Weight: number(t, weight)}
		answers := map[string]planfile.Answer{}
		for j, item := range strings.Fields(items) {
			id := fmt.Sprint(qn.ID, j+1)
			weight, answer, _ := strings.Cut(item, "=")
			q := question(id, number(t, strings.TrimSuffix(weight, "!")))
			q.Core = strings.HasSuffix(weight, "!")
			q.NotApplicable = !q.Core
			qn.Questions = append(qn.Questions, q)
			answers[id] = AnswerOf(t, answer)
			if answer == "-" {
				delete(answers, id)
			}
			if strings.HasSuffix(answer, "w") {
				w.C.Weakened[id] = rules.Finding{ID: "evidence-stale", Severity: rules.Minor, Message: "the evidence for " + id + " is old"}
			}
		}
		w.Bank.Questionnaires = append(w.Bank.Questionnaires, qn)
		w.Plan.Answers[qn.ID] = answers
	}
	return w
}

func question(id string, weight int) questions.Question {
	q := questions.Question{ID: id, Ask: "What of " + id + "?", Weight: weight, Effort: 2, Proof: "a note on " + id}
	for l := range q.Rungs {
		q.Rungs[l] = fmt.Sprintf("%s rung %d", id, l)
	}
	for l := range q.Next {
		q.Next[l] = fmt.Sprintf("Take %s to %d.", id, l+1)
	}
	return q
}

// AnswerOf reads an answer as Parse takes it.
func AnswerOf(t testing.TB, s string) planfile.Answer {
	t.Helper()
	switch s {
	case "-":
		return planfile.Answer{}
	case "?":
		return planfile.Answer{Unknown: "Ana"}
	case "x":
		return planfile.Answer{NotApplicable: "there is none"}
	}
	a := planfile.Answer{Level: Ptr(number(t, s[:1])), On: Day(1)}
	switch s[1:] {
	case "":
	case "v":
		a.Evidence = &planfile.Evidence{Vouched: "Ben", On: Day(1)}
	case "s", "w":
		a.Evidence = &planfile.Evidence{Shown: "notes.md", On: Day(1)}
	default:
		t.Fatalf("unknown answer %q", s)
	}
	return a
}

// Warn adds a warning to the bank: "cap: test & test | test", where a test is
// a1<=1, or tool=yes, or live=unknown. It is called w1, w2, …
func (w World) Warn(t testing.TB, spec string) {
	t.Helper()
	grade, when, _ := strings.Cut(spec, ":")
	warning := questions.Warning{
		ID: fmt.Sprint("w", len(w.Bank.Warnings)+1), Cap: strings.TrimSpace(grade),
		Title: "Title", CRM: "In CRM", Here: "Here", Do: "Do", Strength: "C",
	}
	for _, alternative := range strings.Split(when, "|") {
		c := questions.Condition{AtMost: map[string]int{}, Facts: map[string]questions.Fact{}}
		for _, term := range strings.Split(alternative, "&") {
			term = strings.TrimSpace(term)
			if id, level, ok := strings.Cut(term, "<="); ok {
				c.AtMost[id] = number(t, level)
			} else if value, ok := strings.CutPrefix(term, "tool="); ok {
				c.Facts["tool_committed"] = questions.Fact(value)
			} else if value, ok := strings.CutPrefix(term, "live="); ok {
				c.Facts["live"] = questions.Fact(value)
			} else {
				t.Fatalf("unknown test %q", term)
			}
		}
		warning.When = append(warning.When, c)
	}
	w.Bank.Warnings = append(w.Bank.Warnings, warning)
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Verdict writes the range in one line: "45.8 D .. 62.5 C", with what holds a
// grade below its band, and a leading - when the plan is not gradable.
func Verdict(r *score.Result) string {
	end := func(e score.End) string {
		s := score.Shown(e.Score) + " " + e.Grade
		if len(e.Caps) > 0 {
			var caps []string
			for _, c := range e.Caps {
				caps = append(caps, c.Warning+c.Questionnaire+":"+c.Grade)
			}
			s += " (" + e.Band + " but for " + strings.Join(caps, " ") + ")"
		}
		return s
	}
	s := end(r.Low)
	if high := end(r.High); high != s {
		s += " .. " + high
	}
	if !r.Gradable {
		s = "- " + s
	}
	return s
}

// ScoreOf scores a world that may not be scored.
func ScoreOf(w World) (*score.Result, error) { return score.Score(w.Bank, w.Plan, w.C) }

// Check adds a record check to a question of the bank.
func (w World) Check(id string, check string) {
	_, q := w.Bank.Question(id)
	q.Checks = append(q.Checks, check)
}

// Diff fails the test when two values differ; numbers of equal size do not.
func Diff(t *testing.T, want, got any) {
	t.Helper()
	rats := cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })
	if d := cmp.Diff(want, got, rats, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("want (-), got (+):\n%s", d)
	}
}
