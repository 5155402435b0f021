package score_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
)

// wayOf writes a way in one line: what it leads to, its cost, what it reaches, and its
// steps; a star stands at those that are in every cheapest way.
func wayOf(w *score.Way) string {
	if w.Why != "" {
		return w.Why
	}
	var out strings.Builder
	fmt.Fprintf(&out, "to %q for %d", w.To, w.Cost)
	if w.Score != nil {
		fmt.Fprintf(&out, " reaches %s %s", w.Score.RatString(), w.Grade)
	}
	out.WriteString(":")
	for _, s := range w.Steps {
		fmt.Fprintf(&out, " %s", s.Question)
		if w.Score != nil {
			fmt.Fprintf(&out, "=%d", s.To)
		}
		if s.Always {
			out.WriteString("*")
		}
		if len(s.Lifts) > 0 {
			fmt.Fprintf(&out, "(%s)", strings.Join(s.Lifts, " "))
		}
	}
	return out.String()
}

func wayTo(t testing.TB, w scoretest.World, goal score.Goal) string {
	t.Helper()
	w.C.To = goal
	return wayOf(w.Score(t).Way)
}

func TestWayOfWorkedExample(t *testing.T) {
	for _, c := range []struct {
		goal score.Goal
		want string
	}{
		{score.NextGrade, `to "C" for 4 reaches 335/6 C: a2=4* m1=4`}, // p1 for the same would reach 55,
		{"B", `to "B" for 15`},
		{"A", `to "A" for 31`},
	} {
		if got := wayTo(t, workedExample(t), c.goal); !strings.HasPrefix(got, c.want) {
			t.Errorf("the way is %s, want %s", got, c.want)
		}
	}
}

// TestWayIsNotGreedy needs 10 more points. Most for the effort is the first question, by
// which twice 3 would be paid; the second brings them for 4.
func TestWayIsNotGreedy(t *testing.T) {
	w := scoretest.Parse(t, "1: 36=1s 40=3s 4=1s 20=4s")
	efforts(w, 3, 4, 2, 1)
	if got, want := wayTo(t, w, score.NextGrade), `to "B" for 4 reaches 70 B: a2=4*`; got != want {
		t.Errorf("the way is %s, want %s", got, want)
	}
}

func efforts(w scoretest.World, efforts ...int) {
	for i := range w.Bank.Questionnaires {
		qs := w.Bank.Questionnaires[i].Questions
		for j := range qs {
			qs[j].Effort, efforts = efforts[0], efforts[1:]
		}
	}
}

func TestWay(t *testing.T) {
	tool := func(committed *bool) func(scoretest.World) {
		return func(w scoretest.World) { w.Plan.Initiative.ToolCommitted = committed }
	}
	for _, c := range []struct {
		name, answers, warning string
		change                 func(scoretest.World)
		goal                   score.Goal
		want, why              string
	}{
		{"the best", "1: 1=4s", "", nil, score.NextGrade, "The grade is A, and there is no better one.", "nothing is left"},
		{"there already", "1: 1=4s", "", nil, "C", "The grade is A already.", "it was asked for"},
		{"no such grade", "1: 1=1", "", nil, "E", "There is no grade E.", "there are five"},
		{"a warning", "1: 1=4s 1=1s", "C: a2<=2", nil, "A", `to "A" for 4 reaches 175/2 A: a2=3*(w1)`, "rungs lift it, and bring the score too"},
		{"a warning at the goal", "1: 1=4s 1=0s", "C: a2<=2", nil, "C", `to "C" for 2 reaches 125/2 C: a2=1*`, "a cap at the goal holds nothing"},
		{"one of two answers", "1: 3=4s 1=1s 1=1s", "C: a2<=1 & a3<=1", nil, "B", `to "B" for 2 reaches 75 B: a2=2(w1)`, "either will do; of two that are alike, the first id"},
		{"either of two", "1: 8=4s 1=1s 1=1s", "C: a2<=1 | a3<=1", nil, "B", `to "B" for 4 reaches 90 A: a2=2* a3=2*(w1)`, "the last of the two lifts it"},
		{"a fact", "1: 1=4s 1=1s", "D: tool=yes", tool(scoretest.Ptr(true)), score.NextGrade,
			"The warning “Title” holds the grade at D whatever is answered, because a tool has been bought, ordered or promised for more than a trial.", "no step undoes it"},
		{"an open fact", "1: 1=4s 1=1s", "D: tool=yes", nil, score.NextGrade,
			"The warning “Title” holds the grade at D whatever is answered, because the plan does not say whether a tool has been bought, ordered or promised for more than a trial. Say it in the plan first.", "to say so is no step, either"},
		{"a fact and an answer", "1: 4=4s 1=1s", "D: tool=yes & a2<=1", nil, score.NextGrade, `to "C" for 2 reaches 90 A: a2=2*(w1)`, "the answer takes it away"},
		{"a fact that is otherwise", "1: 1=4s 1=1s", "D: tool=yes & a2<=3", tool(scoretest.Ptr(false)), score.NextGrade, `to "B" for 2 reaches 75 B: a2=2*`, "it holds nothing"},
		{"a questionnaire under 25", "9: 1=4s | 1: 1=0s", "", nil, "A", `to "A" for 2 reaches 185/2 A: b1=1*`, "its floor is a rung"},
		{"a questionnaire that stays under 25", "9: 1=1s | 1: 1=0s", "D: a1<=3", nil, "C", `to "C" for 6 reaches 90 C: a1=4*(w1)`, "it holds what is reached at a C"},
		{"blank core questions first", "1: 1!=- 1=- 8=3s", "", nil, score.NextGrade, `to "" for 1: a1*`, "nine tenths are known then"},
		{"then coverage", "1: 1!=- 2=? 2=- 5=3s", "", nil, "A", `to "" for 2: a1* a2`, "four fifths have to be known"},
		{"any of them", "1: 1=- 1=? 3=3s", "", nil, "A", `to "" for 1: a1`, "one is enough"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, c.answers)
			if c.warning != "" {
				w.Warn(t, c.warning)
			}
			if c.change != nil {
				c.change(w)
			}
			if got := wayTo(t, w, c.goal); got != c.want {
				t.Errorf("the way is %s, want %s: %s", got, c.want, c.why)
			}
		})
	}
}

// TestWayIsOnlyWorkedOutWhenWanted leaves it, and the order of what is next, alone.
func TestWayIsOnlyWorkedOutWhenWanted(t *testing.T) {
	w := workedExample(t)
	r := w.Score(t)
	w.C.To = "B"
	with := w.Score(t)
	if r.Way != nil || with.Way == nil {
		t.Fatalf("without a goal the way is %v, with one %v", r.Way, with.Way)
	}
	if len(r.Next) != len(with.Next) {
		t.Errorf("there are %d steps, and %d with a way", len(r.Next), len(with.Next))
	}
	n := len(with.Way.Steps)
	if n < 4 {
		t.Fatalf("a way of %d steps shows little", n)
	}
	scoretest.Diff(t, with.Way.Steps, with.Next[:n])
	var rest []score.Step
	for _, s := range r.Next {
		if !slices.ContainsFunc(with.Next[:n], func(f score.Step) bool { return f.Question == s.Question }) {
			rest = append(rest, s)
		}
	}
	scoretest.Diff(t, rest, with.Next[n:])
}

// TestWayStepsInWords says all that a step over several rungs needs.
func TestWayStepsInWords(t *testing.T) {
	w := scoretest.Parse(t, "1: 4=2 1=?")
	w.Warn(t, "B: a2<=2")
	w.C.To = "A"
	var got []string
	for _, s := range w.Score(t).Way.Steps {
		got = append(got, s.Do.Working)
	}
	scoretest.Diff(t, []string{
		"Take a1 to 3; then take a1 to 4; then show it, with a date: a note on a1",
		"Ask Ana: What of a2? Then take a2 to 1; then take a2 to 2; then take a2 to 3; then have somebody else vouch for this answer, with a date",
	}, got)
	w = scoretest.Parse(t, "1: 1=-")
	if got := score.Duration((&score.Way{Steps: w.Score(t).Next}).Pieces()); got != "an afternoon" {
		t.Errorf("it takes %s", got)
	}
}

// TestWayOfManyWeights works exactly where one denominator of all weights is long, and
// says so where it would be too long.
func TestWayOfManyWeights(t *testing.T) {
	primes := []int{101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191}
	for _, c := range []struct {
		sections int
		want     string
	}{
		{10, `to "A" for 4`},
		{18, "The weights of these questions are too uneven for a way to be worked out."},
	} {
		line := []string{}
		for i := range c.sections {
			line = append(line, fmt.Sprintf("1: %d=4s 1=4s", primes[i]-1))
		}
		line[0] = strings.Replace(line[0], "=4s", "=0s", 1)
		line[1] = strings.Replace(line[1], "=4s", "=0s", 1)
		if got := wayTo(t, scoretest.Parse(t, strings.Join(line, "|")), "A"); !strings.HasPrefix(got, c.want) {
			t.Errorf("of %d questionnaires the way is %s, want %s", c.sections, got, c.want)
		}
	}
}

// TestWayOfManyWarnings ends where each of many warnings can be lifted in two ways.
func TestWayOfManyWarnings(t *testing.T) {
	w := scoretest.Parse(t, "1: "+strings.Repeat("1=1 ", 40))
	for i := 1; i < 40; i += 2 {
		w.Warn(t, fmt.Sprintf("D: a%d<=1 & a%d<=1", i, i+1))
	}
	const want = "There are too many ways to be rid of the warnings for the cheapest to be worked out."
	if got := wayTo(t, w, "C"); got != want {
		t.Errorf("the way is %s, want %s", got, want)
	}
}

// BenchmarkWay finds the way of a poor plan to the best grade by the questions that are
// built in.
func BenchmarkWay(b *testing.B) {
	w := scoretest.Poor(b)
	w.C.To = "A"
	b.ReportAllocs()
	for b.Loop() {
		if r := w.Score(b); r.Way.Why != "" || len(r.Way.Steps) < 30 {
			b.Fatal(wayOf(r.Way))
		}
	}
}
