package score_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/questions"
)

// The properties of the method, each on random banks and plans.

func TestP01ScoreIsInRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawWorld(t).score(t)
		rising(t, "0, low, high, 100", new(big.Rat), r.Low.Score, r.High.Score, big.NewRat(100, 1))
		rising(t, "low, claimed", r.Low.Score, r.Claimed)
		rising(t, "0, coverage, 1", new(big.Rat), r.Coverage, big.NewRat(1, 1))
		if r.Low.Grade < r.High.Grade {
			t.Fatalf("grade %s at the low end is better than %s at the high end", r.Low.Grade, r.High.Grade)
		}
	})
}

func TestP02HigherLevelNeverLowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawLevel(t)
		p, w := drawWorld(t).pick(t, a)
		before := w.score(t)
		a.Level = ptr(rapid.IntRange(*a.Level, questions.MaxLevel).Draw(t, "higher"))
		noWorse(t, before, w.with(p.qn, p.q, a).score(t))
	})
}

func TestP03BetterEvidenceNeverLowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawLevel(t)
		p, w := drawWorld(t).pick(t, a)
		before := w.score(t)
		c := score.Circumstances{AsOf: w.c.AsOf, Weakened: maps.Clone(w.c.Weakened)}
		switch {
		case a.Evidence == nil:
			a.Evidence = &planfile.Evidence{Vouched: "Ben", On: day(1)}
		case a.Evidence.Vouched != "":
			a.Evidence = &planfile.Evidence{Shown: "notes.md", On: day(1)}
		default:
			delete(c.Weakened, p.q)
		}
		w = w.with(p.qn, p.q, a)
		w.c = c
		noWorse(t, before, w.score(t))
	})
}

func TestP04CompleteRecordsNeverLower(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, w := drawWorld(t).pick(t, shownAt(questions.MaxLevel))
		w.check(p.q, rapid.SampledFrom(checks()).Draw(t, "check"))
		before := w.score(t)
		all := completions(w.plan)
		for _, what := range slices.Sorted(maps.Keys(all)) {
			completed := w.copied()
			all[what](completed.plan)
			noWorse(t, before, completed.score(t))
		}
	})
}

func TestP05OrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		before := w.score(t)
		bank := *w.bank
		bank.Warnings = rapid.Permutation(bank.Warnings).Draw(t, "warnings")
		bank.Questionnaires = rapid.Permutation(bank.Questionnaires).Draw(t, "questionnaires")
		for i := range bank.Questionnaires {
			bank.Questionnaires[i].Questions = rapid.Permutation(bank.Questionnaires[i].Questions).Draw(t, "questions")
		}
		plan := *w.plan
		plan.Questionnaires = rapid.Permutation(plan.Questionnaires).Draw(t, "scope")
		w.bank, w.plan = &bank, &plan
		same(t, summary(before), summary(w.score(t)))
	})
}

func TestP06NotApplicableEqualsDeleted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, w := drawWorld(t).mayLeave(t)
		w = w.with(p.qn, p.q, planfile.Answer{NotApplicable: "there is none"})
		before := w.score(t)
		w = w.with(p.qn, p.q, planfile.Answer{})
		delete(w.plan.Answers[p.qn], p.q)
		w.bank = without(w.bank, p)
		same(t, summary(before), summary(w.score(t)))
	})
}

// without returns the bank with no trace of a question.
func without(b *questions.Bank, p place) *questions.Bank {
	bank := *b
	bank.Questionnaires = slices.Clone(bank.Questionnaires)
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		qn.Questions = slices.DeleteFunc(slices.Clone(qn.Questions), func(q questions.Question) bool { return q.ID == p.q })
	}
	bank.Warnings = slices.Clone(bank.Warnings)
	for i := range bank.Warnings {
		w := &bank.Warnings[i]
		w.When = slices.DeleteFunc(slices.Clone(w.When), func(c questions.Condition) bool {
			_, named := c.AtMost[p.q]
			return named
		})
	}
	return &bank
}

func TestP07EqualLevelsGiveTheirScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		level := rapid.IntRange(0, questions.MaxLevel).Draw(t, "level")
		w.c.Weakened = nil
		for _, qn := range w.bank.Questionnaires {
			for i := range qn.Questions {
				qn.Questions[i].Checks = nil
				if w.plan.Answer(qn.ID, qn.Questions[i].ID).State() != planfile.NotApplicable {
					w.plan.Answers[qn.ID][qn.Questions[i].ID] = shownAt(level)
				}
			}
		}
		r := w.score(t)
		want := big.NewRat(int64(25*level), 1)
		for _, got := range []*big.Rat{r.Low.Score, r.High.Score, r.Claimed} {
			if got.Cmp(want) != 0 {
				t.Fatalf("every question at %d scores %s, want %s", level, got.RatString(), want.RatString())
			}
		}
	})
}

func shownAt(level int) planfile.Answer {
	return planfile.Answer{Level: ptr(level), Evidence: &planfile.Evidence{Shown: "notes.md", On: day(1)}}
}

func TestP08ScaledWeightsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		before := w.score(t)
		factor := rapid.IntRange(2, 1000)
		outer, inner := factor.Draw(t, "sections by"), factor.Draw(t, "questions by")
		scaled := rapid.IntRange(0, len(w.bank.Questionnaires)-1).Draw(t, "section")
		for i := range w.bank.Questionnaires {
			qn := &w.bank.Questionnaires[i]
			qn.Weight *= outer
			for j := range qn.Questions {
				if i == scaled {
					qn.Questions[j].Weight *= inner
				}
			}
		}
		same(t, summary(before), summary(w.score(t)))
	})
}

func TestP09CapsHoldTheGradeAndNotTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := w.score(t)
		for _, warning := range r.Warnings {
			if r.Low.Grade < warning.Cap || warning.Confirmed && r.High.Grade < warning.Cap {
				t.Fatalf("grades %s and %s are above the cap of %+v", r.Low.Grade, r.High.Grade, warning)
			}
		}
		bank := *w.bank
		bank.Warnings = nil
		w.bank = &bank
		calm := w.score(t)
		same(t, points(calm), points(r))
		if calm.Low.Grade > r.Low.Grade || calm.High.Grade > r.High.Grade {
			t.Fatal("a grade is better with warnings than without")
		}
	})
}

func TestP10AnsweringNarrowsTheRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, w := drawWorld(t).open(t)
		before := w.score(t)
		within(t, before, w.with(p.qn, p.q, drawLevel(t)).score(t))
	})
}

func TestP11DontKnowEqualsBlankButForCoverage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, w := drawWorld(t).pick(t, planfile.Answer{})
		blank := w.score(t)
		unknown := w.with(p.qn, p.q, planfile.Answer{Unknown: "Ana"}).score(t)
		same(t, points(blank), points(unknown))
		same(t, ends(blank), ends(unknown))
		rising(t, "coverage of blank, of don't know", blank.Coverage, unknown.Coverage)
		if blank.Gradable && !unknown.Gradable {
			t.Fatal("don't know made the plan not gradable")
		}
	})
}

func TestP12BothEndsAreAttained(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := w.score(t)
		low := w.everyOpen(shownAt(0)).score(t)
		high := w.everyOpen(shownAt(questions.MaxLevel)).score(t)
		same(t, end(r.Low), end(low.Low))
		same(t, end(r.High), end(high.High))
		same(t, end(low.Low), end(low.High))
		same(t, end(high.Low), end(high.High))
		same(t, raised(r, false), raised(low, true))
		same(t, raised(r, true), raised(high, false))
	})
}

// everyOpen gives every open question in scope an answer that no record holds.
func (w world) everyOpen(a planfile.Answer) world {
	bank := *w.bank
	bank.Questionnaires = slices.Clone(bank.Questionnaires)
	w.bank = &bank
	for i := range bank.Questionnaires {
		qn := &bank.Questionnaires[i]
		qn.Questions = slices.Clone(qn.Questions)
		for j := range qn.Questions {
			q := &qn.Questions[j]
			if s := w.plan.Answer(qn.ID, q.ID).State(); s == planfile.Blank || s == planfile.DontKnow {
				q.Checks = nil
				w = w.with(qn.ID, q.ID, a)
			}
		}
	}
	return w
}

func TestP13ShownScoreKeepsItsBand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		below := rapid.SampledFrom([]int64{40, 55, 70, 85, 100}).Draw(t, "near")
		denominator := rapid.Int64Range(1, 100_000).Draw(t, "denominator")
		x := big.NewRat(below*denominator-rapid.Int64Range(0, 40*denominator).Draw(t, "less"), denominator)
		shown := score.Shown(x)
		back, ok := new(big.Rat).SetString(shown)
		if !ok {
			t.Fatalf("%s is shown as %q, which is not a number", x, shown)
		}
		if score.Band(back) != score.Band(x) {
			t.Fatalf("%s is shown as %s, which is another band", x, shown)
		}
		rising(t, "shown, exact, shown and a tenth", back, x, new(big.Rat).Add(back, big.NewRat(1, 10)))
	})
}

func TestP14PointsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawWorld(t).score(t)
		brought, worth := new(big.Rat), new(big.Rat)
		for _, sec := range r.Questionnaires {
			for _, it := range sec.Items {
				brought.Add(brought, it.Brought)
				worth.Add(worth, it.Worth)
			}
		}
		if brought.Cmp(r.Low.Score) != 0 || worth.Cmp(big.NewRat(100, 1)) != 0 {
			t.Fatalf("%s brought of %s, want %s of 100", brought, worth, r.Low.Score)
		}
	})
}

func TestP18SameInputSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		input := fmt.Sprintf("%+v %+v", w.bank, w.plan)
		first := encoded(t, w.score(t))
		for range 4 {
			same(t, first, encoded(t, w.score(t)))
		}
		same(t, input, fmt.Sprintf("%+v %+v", w.bank, w.plan))
	})
}

func encoded(t *rapid.T, r *score.Result) string {
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestP19BetterAnswersNeverAddAWarning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SampledFrom([]planfile.Answer{{}, {Unknown: "Ana"}, drawLevel(t)}).Draw(t, "answer")
		p, w := drawWorld(t).pick(t, a)
		from := 0
		if a.State() == planfile.AtLevel {
			from = *a.Level
		}
		before := w.score(t)
		after := w.with(p.qn, p.q, shownAt(rapid.IntRange(from, questions.MaxLevel).Draw(t, "higher"))).score(t)
		was := raised(before, false)
		for _, id := range raised(after, false) {
			if !slices.Contains(was, id) {
				t.Fatalf("a better answer added the warning %s", id)
			}
		}
	})
}

func TestP21NotApplicableStaysInRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, w := drawWorld(t).mayLeave(t)
		before := w.score(t)
		within(t, before, w.with(p.qn, p.q, planfile.Answer{NotApplicable: "there is none"}).score(t))
	})
}
