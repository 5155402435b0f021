package score_test

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
	"forewarn/questions"
)

// P15: the way is the one that trying everything finds.
func TestP15WayIsTheCheapest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.DrawSmall(t)
		w.C.To = rapid.SampledFrom([]score.Goal{score.NextGrade, "A", "B", "C", "D"}).Draw(t, "goal")
		r := w.Score(t)
		if !r.Gradable {
			answersSuffice(t, w, r)
			return
		}
		want := everyWay(t, w, r)
		if want == nil {
			if r.Way.Why == "" {
				t.Fatalf("there is no way, and one was found: %s", wayOf(r.Way))
			}
			return
		}
		Same(t, want.plain(), plainWay(r.Way))
		reaches(t, w, r)
	})
}

// P5 holds for the way, too: ties are settled by ids, not by the order of anything.
func TestP05OrderChangesNoWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := scoretest.Draw(t)
		w.C.To = rapid.SampledFrom([]score.Goal{score.NextGrade, "A", "B", "C", "D"}).Draw(t, "goal")
		before := w.Score(t)
		bank := *w.Bank
		bank.Warnings = rapid.Permutation(bank.Warnings).Draw(t, "warnings")
		bank.Questionnaires = rapid.Permutation(bank.Questionnaires).Draw(t, "questionnaires")
		for i := range bank.Questionnaires {
			bank.Questionnaires[i].Questions = rapid.Permutation(bank.Questionnaires[i].Questions).Draw(t, "questions")
		}
		w.Bank = &bank
		Same(t, inAnyOrder(before.Way), inAnyOrder(w.Score(t).Way))
	})
}

// inAnyOrder writes a way with the warnings that a step lifts in order of their ids. Which
// of several that hold a grade for good is named follows the bank.
func inAnyOrder(w *score.Way) string {
	if w.Why != "" {
		return "none"
	}
	for _, s := range w.Steps {
		slices.Sort(s.Lifts)
	}
	return wayOf(w)
}

// reaches takes every step of a way, and each time all but one.
func reaches(t *rapid.T, w scoretest.World, r *score.Result) {
	after := afterSteps(w, r, r.Way.Steps).Score(t)
	if after.Low.Score.Cmp(r.Way.Score) != 0 || after.Low.Grade != r.Way.Grade {
		t.Fatalf("it reaches %s, grade %s: %s", after.Low.Score.RatString(), after.Low.Grade, wayOf(r.Way))
	}
	for i := range r.Way.Steps {
		without := slices.Delete(slices.Clone(r.Way.Steps), i, i+1)
		if less := afterSteps(w, r, without).Score(t); less.Low.Grade <= r.Way.To {
			t.Fatalf("the step %s has no use: %s", r.Way.Steps[i].Question, wayOf(r.Way))
		}
	}
	still := raised(after, false)
	var lifted []string
	for _, s := range r.Way.Steps {
		lifted = append(lifted, s.Lifts...)
	}
	gone := slices.DeleteFunc(raised(r, false), func(id string) bool { return slices.Contains(still, id) })
	slices.Sort(lifted)
	slices.Sort(gone)
	Same(t, gone, lifted)
}

// afterSteps returns the world after some steps; a check that a step completes fails no
// more.
func afterSteps(w scoretest.World, r *score.Result, steps []score.Step) scoretest.World {
	bank := *w.Bank
	bank.Questionnaires = slices.Clone(bank.Questionnaires)
	w.C.Weakened = maps.Clone(w.C.Weakened)
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		qn.Questions = slices.Clone(qn.Questions)
		for j := range qn.Questions {
			q := &qn.Questions[j]
			k := slices.IndexFunc(steps, func(s score.Step) bool { return s.Question == q.ID })
			if k < 0 {
				continue
			}
			q.Checks = nil
			w = w.With(qn.ID, q.ID, shownAt(steps[k].To))
			delete(w.C.Weakened, q.ID)
		}
	}
	w.Bank, w.C.To = &bank, score.NoGoal
	return w
}

// tried is one question, and what can be done about it.
type tried struct {
	id      string
	qn      *questions.Questionnaire
	weight  int
	low     int
	options [][2]int // level and cost
}

// try is what came of choosing a level for each of them.
type try struct {
	all    []tried
	levels []int
	cost   int
	score  *big.Rat
	grade  string
	to     string
	always map[string]bool
}

// plain writes a try, with a star at what stands in every cheapest way.
func (x *try) plain() string {
	out := fmt.Sprintf("%s for %d reaches %s %s:", x.to, x.cost, x.score.RatString(), x.grade)
	for i, q := range x.all {
		if x.levels[i] > q.low {
			out += fmt.Sprintf(" %s=%d%v", q.id, x.levels[i], x.always[q.id])
		}
	}
	return out
}

// plainWay writes a way as a try is written.
func plainWay(w *score.Way) string {
	out := fmt.Sprintf("%s for %d reaches %s %s:", w.To, w.Cost, w.Score.RatString(), w.Grade)
	steps := slices.Clone(w.Steps)
	slices.SortFunc(steps, func(a, b score.Step) int { return cmp.Compare(a.Question, b.Question) })
	for _, s := range steps {
		out += fmt.Sprintf(" %s=%d%v", s.Question, s.To, s.Always)
	}
	return out
}

// everyWay tries all there is, and returns the cheapest, or nil.
func everyWay(t *rapid.T, w scoretest.World, r *score.Result) *try {
	all := triedOf(t, w, r)
	to := string(w.C.To)
	if w.C.To == score.NextGrade {
		to = map[string]string{"A": "A", "B": "A", "C": "B", "D": "C", "F": "D"}[r.Low.Grade]
	}
	if r.Low.Grade <= to {
		return nil
	}
	var best []*try
	var walk func(x *try)
	walk = func(x *try) {
		if len(best) > 0 && x.cost > best[0].cost {
			return
		}
		if n := len(x.levels); n < len(all) {
			for _, o := range all[n].options {
				walk(&try{all: all, levels: append(slices.Clone(x.levels), o[0]), cost: x.cost + o[1], to: to})
			}
			return
		}
		x.score, x.grade = standing(w, all, x.levels)
		if x.grade > to {
			return
		}
		if len(best) > 0 && x.cost < best[0].cost {
			best = nil
		}
		best = append(best, x)
	}
	walk(&try{})
	if len(best) == 0 {
		return nil
	}
	return chosen(best)
}

// chosen is the best of several that cost the same.
func chosen(best []*try) *try {
	ids := func(x *try) (out []string) {
		for i, q := range x.all {
			if x.levels[i] > q.low {
				out = append(out, q.id)
			}
		}
		slices.Sort(out)
		return out
	}
	slices.SortFunc(best, func(a, b *try) int {
		return cmp.Or(cmp.Compare(len(ids(a)), len(ids(b))), b.score.Cmp(a.score), slices.Compare(ids(a), ids(b)), slices.Compare(b.levels, a.levels))
	})
	x := best[0]
	x.always = map[string]bool{}
	for i, q := range x.all {
		other := func(y *try) bool { return y.levels[i] != x.levels[i] }
		x.always[q.id] = !slices.ContainsFunc(best, other)
	}
	return x
}

// triedOf works out what each level costs, by the rules of the method as they are told.
func triedOf(t *rapid.T, w scoretest.World, r *score.Result) []tried {
	var out []tried // by id, as the questionnaires of a drawn bank are
	for _, sec := range r.Questionnaires {
		for _, it := range sec.Items {
			if it.State == planfile.NotApplicable {
				continue
			}
			_, q := w.Bank.Question(it.ID)
			x := tried{id: it.ID, qn: w.Bank.Questionnaire(sec.ID), weight: q.Weight, low: it.Low, options: [][2]int{{it.Low, 0}}}
			for level := it.Low + 1; level <= questions.MaxLevel; level++ {
				cost := max(0, level-it.Level)*q.Effort + max(0, evidenceFor(level)-evidenceOf(w, it))
				if level > 1 {
					cost += failing(t, w, q.Checks)
				}
				if last := x.options[len(x.options)-1]; last[1] == cost {
					x.options = x.options[:len(x.options)-1] // nobody stops short of what is paid for
				}
				x.options = append(x.options, [2]int{level, cost})
			}
			out = append(out, x)
		}
	}
	return out
}

// evidenceFor is how much evidence a level needs: a witness, or two steps to a document.
func evidenceFor(level int) int { return max(0, level-2) }

func evidenceOf(w scoretest.World, it score.Item) int {
	_, weakened := w.C.Weakened[it.ID]
	switch ev := it.Answer.Evidence; {
	case ev == nil:
		return 0
	case ev.Vouched != "" || weakened:
		return 1
	}
	return 2
}

// failing counts the checks that hold an answer at level 1 by themselves.
func failing(t *rapid.T, w scoretest.World, checks []string) int {
	n := 0
	for _, check := range checks {
		bank := &questions.Bank{ID: "probe", Version: "1.0.0", Questionnaires: []questions.Questionnaire{
			{ID: "p", Weight: 1, Questions: []questions.Question{{ID: "p1", Weight: 1, Checks: []string{check}}}},
		}}
		plan := *w.Plan
		plan.Questionnaires = nil
		plan.Answers = map[string]map[string]planfile.Answer{"p": {"p1": shownAt(4)}}
		if (scoretest.World{Bank: bank, Plan: &plan, C: score.Circumstances{AsOf: w.C.AsOf}}).Score(t).Questionnaires[0].Items[0].Low == 1 {
			n++
		}
	}
	return n
}

// standing grades levels by the rules of the method as they are told.
func standing(w scoretest.World, all []tried, levels []int) (*big.Rat, string) {
	got, of := map[*questions.Questionnaire]int{}, map[*questions.Questionnaire]int{}
	at := map[string]int{}
	for i, q := range all {
		got[q.qn] += q.weight * levels[i]
		of[q.qn] += q.weight
		at[q.id] = levels[i]
	}
	points, weights, grade := new(big.Rat), int64(0), "A"
	for qn := range got {
		points.Add(points, big.NewRat(int64(25*got[qn]*qn.Weight), int64(of[qn])))
		weights += int64(qn.Weight)
		if got[qn] < of[qn] {
			grade = "C"
		}
	}
	points.Quo(points, big.NewRat(weights, 1))
	for _, warning := range w.Bank.Warnings {
		if slices.ContainsFunc(warning.When, func(c questions.Condition) bool { return holds(w, c, at) }) {
			grade = max(grade, warning.Cap)
		}
	}
	return points, max(grade, score.GradeOf(points))
}

func holds(w scoretest.World, c questions.Condition, at map[string]int) bool {
	for id, most := range c.AtMost {
		if level, scored := at[id]; !scored || level > most {
			return false
		}
	}
	for name, want := range c.Facts {
		fact := map[string]*bool{"tool_committed": w.Plan.Initiative.ToolCommitted, "live": w.Plan.Initiative.Live}[name]
		if fact != nil && *fact != (want == questions.Yes) {
			return false
		}
	}
	return true
}

// answersSuffice answers what the way of a plan without a grade asks, which is as few
// as will do.
func answersSuffice(t *rapid.T, w scoretest.World, r *score.Result) {
	answered := func(ids []string) bool {
		after := w
		for _, sec := range r.Questionnaires {
			for _, it := range sec.Items {
				if slices.Contains(ids, it.ID) {
					after = after.With(sec.ID, it.ID, planfile.Answer{Level: scoretest.Ptr(0)})
				}
			}
		}
		return after.Score(t).Gradable
	}
	var open, way []string
	for _, sec := range r.Questionnaires {
		for _, it := range sec.Items {
			if it.State == planfile.Blank || it.State == planfile.DontKnow {
				open = append(open, it.ID)
			}
		}
	}
	always := map[string]bool{}
	for _, s := range r.Way.Steps {
		way = append(way, s.Question)
		always[s.Question] = true
	}
	if !answered(way) || r.Way.Cost != len(way) {
		t.Fatalf("it does not lead to a grade: %s", wayOf(r.Way))
	}
	for set := range 1 << len(open) {
		var ids []string
		for i, id := range open {
			if set>>i&1 == 1 {
				ids = append(ids, id)
			}
		}
		switch {
		case len(ids) > len(way) || !answered(ids):
		case len(ids) < len(way):
			t.Fatalf("%v are enough: %s", ids, wayOf(r.Way))
		default:
			maps.DeleteFunc(always, func(id string, _ bool) bool { return !slices.Contains(ids, id) })
		}
	}
	for _, s := range r.Way.Steps {
		if s.Always != always[s.Question] {
			t.Fatalf("%s in every way: %v, and is said to be: %s", s.Question, always[s.Question], wayOf(r.Way))
		}
	}
}
