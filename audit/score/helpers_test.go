package score_test

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

// day returns a date of 2026 or later: day(1) is the first of January 2026.
func day(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }

func ptr[T any](v T) *T { return &v }

// world is everything that a score depends on.
type world struct {
	bank *questions.Bank
	plan *planfile.Plan
	c    score.Circumstances
}

func (w world) score(t interface {
	Helper()
	Fatalf(string, ...any)
}) *score.Result {
	t.Helper()
	r, err := score.Score(w.bank, w.plan, w.c)
	if err != nil {
		t.Fatalf("scoring: %v", err)
	}
	return r
}

// parse builds a world from one line: questionnaires divided by |, each its
// weight and then weight=answer for every question. They are called a, b, …
// and their questions a1, a2, … A ! after the weight makes a question core.
// An answer is a level with v or s for its evidence, w for shown evidence that
// is weakened, ? for don't know, - for blank, x for not applicable.
func parse(t testing.TB, line string) world {
	t.Helper()
	w := world{
		bank: &questions.Bank{ID: "test", Version: "1.2.3", Hash: "cafe"},
		plan: &planfile.Plan{Forewarn: planfile.Format, Bank: planfile.BankRef{ID: "test", Version: "1.2.0"}, Answers: map[string]map[string]planfile.Answer{}},
		c:    score.Circumstances{AsOf: day(1), Weakened: map[string]rules.Finding{}},
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
			answers[id] = answerOf(t, answer)
			if answer == "-" {
				delete(answers, id)
			}
			if strings.HasSuffix(answer, "w") {
				w.c.Weakened[id] = rules.Finding{ID: "evidence-stale", Severity: rules.Minor, Message: "the evidence for " + id + " is old"}
			}
		}
		w.bank.Questionnaires = append(w.bank.Questionnaires, qn)
		w.plan.Answers[qn.ID] = answers
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

func answerOf(t testing.TB, s string) planfile.Answer {
	t.Helper()
	switch s {
	case "-":
		return planfile.Answer{}
	case "?":
		return planfile.Answer{Unknown: "Ana"}
	case "x":
		return planfile.Answer{NotApplicable: "there is none"}
	}
	a := planfile.Answer{Level: ptr(number(t, s[:1])), On: day(1)}
	switch s[1:] {
	case "":
	case "v":
		a.Evidence = &planfile.Evidence{Vouched: "Ben", On: day(1)}
	case "s", "w":
		a.Evidence = &planfile.Evidence{Shown: "notes.md", On: day(1)}
	default:
		t.Fatalf("unknown answer %q", s)
	}
	return a
}

// warn adds a warning to the bank: "cap: test & test | test", where a test is
// a1<=1, or tool=yes, or live=unknown. It is called w1, w2, …
func (w world) warn(t testing.TB, spec string) {
	t.Helper()
	grade, when, _ := strings.Cut(spec, ":")
	warning := questions.Warning{
		ID: fmt.Sprint("w", len(w.bank.Warnings)+1), Cap: strings.TrimSpace(grade),
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
	w.bank.Warnings = append(w.bank.Warnings, warning)
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// verdict writes the range in one line: "45.8 D .. 62.5 C", with what holds a
// grade below its band, and a leading - when the plan is not gradable.
func verdict(r *score.Result) string {
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

func scoreOf(w world) (*score.Result, error) { return score.Score(w.bank, w.plan, w.c) }

// check adds a record check to a question of the bank.
func (w world) check(id string, check questions.Check) {
	_, q := w.bank.Question(id)
	q.Checks = append(q.Checks, check)
}

func diff(t *testing.T, want, got any) {
	t.Helper()
	rats := cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })
	if d := cmp.Diff(want, got, rats, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("want (-), got (+):\n%s", d)
	}
}
