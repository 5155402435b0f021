package score_test

import (
	"fmt"
	"math/big"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/score/scoretest"
	"forewarn/questions"
)

func TestShown(t *testing.T) {
	for _, c := range []struct {
		num, denom int64
		want       string
	}{
		{0, 1, "0.0"},
		{275, 6, "45.8"},
		{100, 1, "100.0"},
		{54999, 1000, "54.9"},
		{55, 1, "55.0"},
		{1, 11, "0.0"},
		{1, 10, "0.1"},
		{599, 100, "5.9"},
	} {
		if got := score.Shown(big.NewRat(c.num, c.denom)); got != c.want {
			t.Errorf("%d/%d is shown as %s, want %s", c.num, c.denom, got, c.want)
		}
	}
}

func TestBand(t *testing.T) {
	for _, c := range []struct {
		score, want string
	}{
		{"100", "A"}, {"85", "A"}, {"84.999", "B"}, {"70", "B"}, {"69.999", "C"},
		{"55", "C"}, {"54.999", "D"}, {"40", "D"}, {"39.999", "F"}, {"0", "F"},
	} {
		x, _ := new(big.Rat).SetString(c.score)
		if got := score.GradeOf(x); got != c.want {
			t.Errorf("%s is %s, want %s", c.score, got, c.want)
		}
	}
}

func TestHeldBy(t *testing.T) {
	for _, c := range []struct {
		name, answer string
		change       func(scoretest.World)
		want         string
	}{
		{"supported", "4s", nil, ""},
		{"low enough", "2", nil, ""},
		{"without evidence", "3", nil, "no evidence"},
		{"vouched", "4v", nil, "vouched only"},
		{"out of date", "4w", nil, "evidence out of date"},
		{"not found", "4w", func(w scoretest.World) { w.C.Weakened["a1"] = rules.Finding{ID: "evidence-missing"} }, "evidence missing"},
		{"records", "4s", func(w scoretest.World) { w.Check("a1", "metric-leads") }, "the plan's own records"},
		{"records before evidence", "4", func(w scoretest.World) { w.Check("a1", "metric-leads") }, "the plan's own records"},
		{"failing records and no claim", "1", func(w scoretest.World) { w.Check("a1", "metric-leads") }, ""},
		{"don't know", "?", func(w scoretest.World) { w.Check("a1", "metric-leads") }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := scoretest.Parse(t, "1: 1="+c.answer)
			if c.change != nil {
				c.change(w)
			}
			if got := w.Score(t).Questionnaires[0].Items[0].HeldBy; got != c.want {
				t.Errorf("held by %q, want %q", got, c.want)
			}
		})
	}
}

// TestItem checks every field of an item, in each of the four states.
func TestItem(t *testing.T) {
	w := scoretest.Parse(t, "1: 1!=4v 1=? 1=- 1=x")
	rat := func(n int64) *big.Rat { return big.NewRat(n, 3) }
	item := func(n int) score.Item {
		id := fmt.Sprint("a", n)
		return score.Item{
			ID: id, Ask: "What of " + id + "?", Proof: "a note on " + id, Effort: 2, Answer: w.Plan.Answers["a"][id],
			NextRung: id + " rung 1", Climb: "Take " + id + " to 1.", High: 4, Worth: rat(100), Brought: rat(0),
		}
	}
	claimed, unknown, blank, not := item(1), item(2), item(3), item(4)
	claimed.Core, claimed.State, claimed.Level, claimed.Low, claimed.High = true, planfile.AtLevel, 4, 3, 3
	claimed.HeldBy, claimed.Rung, claimed.NextRung, claimed.Climb = "vouched only", "4 – a1 rung 4", "a1 rung 4", "Take a1 to 4."
	claimed.Brought = rat(75)
	unknown.State = planfile.DontKnow
	not.State, not.High, not.NextRung, not.Climb, not.Worth = planfile.NotApplicable, 0, "", "", rat(0)
	scoretest.Diff(t, []score.Item{claimed, unknown, blank, not}, w.Score(t).Questionnaires[0].Items)
}

func TestItemAtTheTop(t *testing.T) {
	it := scoretest.Parse(t, "1: 1=4s").Score(t).Questionnaires[0].Items[0]
	if it.NextRung != "" || it.Climb != "" || it.Rung != "4 – a1 rung 4" {
		t.Errorf("there is a rung above the top one: %+v", it)
	}
}

// A questionnaire without a question to score has no score, and no part in
// that of the plan.
func TestEmptyQuestionnaire(t *testing.T) {
	r := scoretest.Parse(t, "50: | 1: 1=4s").Score(t)
	if got := scoretest.Verdict(r); got != "100.0 A" {
		t.Errorf("the verdict is %s, want 100.0 A", got)
	}
	if sec := r.Questionnaires[0]; sec.ID != "a" || sec.Low != nil || sec.High != nil || sec.Claimed != nil {
		t.Errorf("the empty questionnaire has a score: %+v", sec)
	}
}

func TestWarningCarriesItsTexts(t *testing.T) {
	w := scoretest.Parse(t, "1: 3=1 1=? 1=- 1=3s")
	w.Plan.Initiative.ToolCommitted = scoretest.Ptr(true)
	w.Warn(t, ": a3<=1 & tool=yes | a2<=1 & a1<=1 | a4<=1 | tool=yes & a1<=1")
	w.Warn(t, "D: live=yes & a1<=2")
	w.Bank.Warnings[0].Sources = []string{"mello", "nowhere"}
	w.Bank.Sources = []questions.Source{{ID: "mello", Cite: "Mello, as quoted by Selvas 2008", Weak: "second-hand"}}
	texts := func(id, grade string, s rules.Severity, because ...score.Reason) score.Warning {
		return score.Warning{
			ID: id, Cap: grade, Severity: s, Confirmed: true, Title: "Title", CRM: "In CRM", Here: "Here", Do: "Do", Strength: "C", Because: because,
		}
	}
	critical := texts("w2", "D", rules.Critical, score.Reason{Question: "a1", Ask: "What of a1?", Says: rules.Alike("1 – a1 rung 1"), Key: "answers.a.a1"},
		score.Reason{Says: rules.Alike("the plan does not say whether the initiative is live"), Key: "initiative.live", Open: true})
	critical.Confirmed = false
	caution := texts("w1", "", rules.Minor, score.Reason{Question: "a3", Ask: "What of a3?", Says: rules.Alike("not answered yet"), Key: "answers.a.a3"},
		score.Reason{Says: rules.Alike("a tool has been bought, ordered or promised for more than a trial"), Key: "initiative.tool_committed"}, score.Reason{Question: "a1", Ask: "What of a1?", Says: rules.Alike("1 – a1 rung 1"), Key: "answers.a.a1"},
		score.Reason{Question: "a2", Ask: "What of a2?", Says: rules.Alike("don't know"), Key: "answers.a.a2"})
	caution.Sources = []score.Source{{Cite: "Mello, as quoted by Selvas 2008", Weak: "second-hand"}, {Cite: "nowhere"}}
	scoretest.Diff(t, []score.Warning{critical, caution}, w.Score(t).Warnings)
}

func TestResultSaysWhatItIsOf(t *testing.T) {
	w := scoretest.Parse(t, "1: 1=4v 1=4s 1=1 1=4w 1=?")
	w.Plan.Initiative = planfile.Initiative{Name: "Help desk", Owner: "Dana"}
	r := w.Score(t)
	scoretest.Diff(t, w.Plan.Initiative, r.Initiative)
	scoretest.Diff(t, score.BankInfo{ID: "test", Version: "1.2.3", Hash: "cafe", PlanVersion: "1.2.0", BuiltIn: true}, r.Bank)
	scoretest.Diff(t, w.C.AsOf, r.AsOf)
	scoretest.Diff(t, big.NewRat(1, 4), r.Shown)
	scoretest.Diff(t, big.NewRat(3, 4), r.Evidenced)
	scoretest.Diff(t, big.NewRat(65, 1), r.Claimed)
	scoretest.Diff(t, big.NewRat(4, 5), r.Coverage)
}

// Without an answer at a level there is no evidence to speak of.
func TestEvidenceOfNothing(t *testing.T) {
	r := scoretest.Parse(t, "1: 1=?").Score(t)
	scoretest.Diff(t, new(big.Rat), r.Shown)
	scoretest.Diff(t, new(big.Rat), r.Evidenced)
}
