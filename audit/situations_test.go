package audit_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
	"forewarn/questions"
)

// noneFound says why no situation stands at a rung of a question.
var noneFound = map[string]string{}

// The questions of the four questionnaires each have six situations, one a setting,
// which between them reach every rung.
func TestSituationsReachEveryRung(t *testing.T) {
	all, err := questions.Situations()
	if err != nil {
		t.Fatal(err)
	}
	bank := loadBank(t)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if qn, q := bank.Question(id); q == nil || qn.Deep {
			t.Errorf("situations are told for %q, which is not asked of everybody", id)
		}
	}
	for _, qn := range bank.Questionnaires {
		for _, q := range qn.Questions {
			if !qn.Deep {
				checkSituations(t, q.ID, all[q.ID])
			}
		}
	}
}

func checkSituations(t *testing.T, id string, six []questions.Situation) {
	settings, levels := map[string]bool{}, map[int]bool{}
	for _, s := range six {
		settings[s.Setting], levels[s.Level] = true, true
		if !strings.Contains(s.Text, s.Decides) {
			t.Errorf("%s, %s: the words that decide are not in the text: %q", id, s.Setting, s.Decides)
		}
		if n := strings.Count(s.Text, ". ") + 1; n != 3 || !strings.HasSuffix(s.Text, ".") {
			t.Errorf("%s, %s: has %d sentences, wants three: %s", id, s.Setting, n, s.Text)
		}
	}
	if len(six) != 6 || len(settings) != 6 {
		t.Errorf("%s has %d situations in %d settings, wants six in six", id, len(six), len(settings))
	}
	for level := range questions.MaxLevel + 1 {
		if why := noneFound[id]; !levels[level] && why == "" {
			t.Errorf("%s: no situation is at level %d, and nothing says why", id, level)
		}
	}
}

// The plan that a situation makes, with all else at its best, raises the warnings that
// are named beside it and no other.
func TestSituationsRaiseTheirWarnings(t *testing.T) {
	all, err := questions.Situations()
	if err != nil {
		t.Fatal(err)
	}
	bank := loadBank(t)
	for id, six := range all {
		qn, _ := bank.Question(id)
		for _, s := range six {
			w := scoretest.Best(t, bank, everybody(bank)...)
			r := w.With(qn.ID, id, scoretest.ShownAt(s.Level)).Score(t)
			if got := warningIDs(r); !slices.Equal(got, s.Raises) {
				t.Errorf("%s, %s, level %d raises %v, want %v", id, s.Setting, s.Level, got, s.Raises)
			}
		}
	}
}

// Whoever takes the next step of a question again and again is rid of each of its
// warnings, from today on: no rung asks for a past that cannot be mended. A plan
// that does so everywhere has an A.
func TestNextLiftsEveryCappedWarning(t *testing.T) {
	bank := loadBank(t)
	for _, w := range bank.Warnings {
		if w.Cap == "" {
			continue
		}
		world := scoretest.Best(t, bank, bank.QuestionnaireIDs()...)
		for _, c := range w.When {
			for id := range c.AtMost {
				qn, _ := bank.Question(id)
				world = world.With(qn.ID, id, scoretest.ShownAt(0))
			}
		}
		if r := world.Score(t); !slices.Contains(warningIDs(r), w.ID) {
			t.Fatalf("%s is not raised with everything it rests on at 0", w.ID)
		}
		world = walk(t, world, func(r *score.Result) bool { return !slices.Contains(warningIDs(r), w.ID) })
		if r := world.Score(t); slices.Contains(warningIDs(r), w.ID) {
			t.Errorf("%s still stands when no step is left", w.ID)
		}
	}
}

func TestNextLeadsToAnA(t *testing.T) {
	bank := loadBank(t)
	for _, scope := range [][]string{everybody(bank), bank.QuestionnaireIDs()} {
		world := scoretest.Best(t, bank, scope...)
		for _, id := range scope {
			for _, q := range bank.Questionnaire(id).Questions {
				world = world.With(id, q.ID, scoretest.ShownAt(0))
			}
		}
		world = walk(t, world, func(r *score.Result) bool { return r.Grade() == "A" })
		if r := world.Score(t); r.Grade() != "A" {
			t.Errorf("with every step taken, %v has %s", scope, scoretest.Verdict(r))
		}
	}
}

// walk takes the first step that is listed, with its evidence, until it is done or no
// step is left.
func walk(t *testing.T, w scoretest.World, done func(*score.Result) bool) scoretest.World {
	t.Helper()
	for range 1000 {
		r := w.Score(t)
		if done(r) || len(r.Next) == 0 {
			return w
		}
		id := r.Next[0].Question
		qn, _ := w.Bank.Question(id)
		w = w.With(qn.ID, id, scoretest.ShownAt(*w.Plan.Answer(qn.ID, id).Level+1))
	}
	t.Fatal("the steps have no end")
	return w
}

func loadBank(t testing.TB) *questions.Bank {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// everybody lists the questionnaires that are asked of everybody.
func everybody(b *questions.Bank) []string {
	var ids []string
	for _, qn := range b.Questionnaires {
		if !qn.Deep {
			ids = append(ids, qn.ID)
		}
	}
	return ids
}

func warningIDs(r *score.Result) []string {
	var ids []string
	for _, w := range r.Warnings {
		ids = append(ids, w.ID)
	}
	return ids
}
