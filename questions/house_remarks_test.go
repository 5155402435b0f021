package questions_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"forewarn/questions"
)

// A condition is said never to decide exactly where, for all levels and facts, the
// warning is raised without it as with it.
func TestIdleConditions(t *testing.T) {
	built := core(t)
	asked := []string{"first-step", "in-step", "stop-line"}
	rapid.Check(t, func(t *rapid.T) {
		conditions := rapid.SliceOfN(rapid.Custom(drawCondition(asked)), 1, 5).Draw(t, "conditions")
		var text strings.Builder
		for _, c := range conditions {
			fmt.Fprintf(&text, "      - {at_most: {")
			for _, id := range slices.Sorted(maps.Keys(c.AtMost)) {
				fmt.Fprintf(&text, "%s: %d, ", id, c.AtMost[id])
			}
			text.WriteString("}, facts: {")
			for _, fact := range slices.Sorted(maps.Keys(c.Facts)) {
				fmt.Fprintf(&text, "%s: %q, ", fact, c.Facts[fact])
			}
			text.WriteString("}}\n")
		}
		remarks := lint(t, built, "warnings:\n  - id: hasty\n    title: t\n    crm: c\n    here: h\n    do: d\n    strength: C\n    sources: []\n    when:\n"+text.String())
		decides := slices.Clone(conditions)
		for i := len(conditions) - 1; i >= 0; i-- {
			if slices.ContainsFunc(remarks, func(r string) bool {
				return strings.Contains(r, fmt.Sprintf("hasty: condition %d never decides", i+1))
			}) {
				decides = slices.Delete(decides, i, i+1)
			}
		}
		if !sameEverywhere(conditions, decides, asked) {
			t.Fatalf("of %v, those in %v do not decide alike", conditions, decides)
		}
		for i := range decides {
			if fewer := slices.Delete(slices.Clone(decides), i, i+1); sameEverywhere(decides, fewer, asked) {
				t.Fatalf("of %v, condition %d of %v decides nothing, and nothing is said of it", conditions, i+1, decides)
			}
		}
	})
}

func drawCondition(asked []string) func(t *rapid.T) questions.Condition {
	return func(t *rapid.T) questions.Condition {
		c := questions.Condition{AtMost: map[string]int{}, Facts: map[string]questions.Fact{}}
		for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom(asked), 1, 3, rapid.ID).Draw(t, "asked") {
			c.AtMost[id] = rapid.IntRange(0, 3).Draw(t, id)
		}
		for _, fact := range []string{"live", "tool_committed"} {
			if rapid.Bool().Draw(t, fact) {
				c.Facts[fact] = questions.Yes
			}
		}
		return c
	}
}

// sameEverywhere reports whether two lists of conditions raise a warning alike, at each
// combination of levels and facts.
func sameEverywhere(a, b []questions.Condition, asked []string) bool {
	for n := range 5 * 5 * 5 * 4 {
		at := map[string]int{asked[0]: n % 5, asked[1]: n / 5 % 5, asked[2]: n / 25 % 5}
		facts := map[string]bool{"live": n/125%2 == 0, "tool_committed": n/250 == 0}
		holds := func(c questions.Condition) bool {
			for id, most := range c.AtMost {
				if at[id] > most {
					return false
				}
			}
			for fact := range c.Facts {
				if !facts[fact] {
					return false
				}
			}
			return true
		}
		if slices.ContainsFunc(a, holds) != slices.ContainsFunc(b, holds) {
			return false
		}
	}
	return true
}

// lint reads a bank with these lines, and returns the remarks on it.
func lint(t rapid.TB, built *questions.Bank, lines string) []string {
	t.Helper()
	_, found, err := questions.Lint(built, "bank.yaml", []byte("forewarn-bank: 1\nid: acme\nversion: 2.1.0\ncore: {1.0.0: 2.0.0}\n"+lines), known())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range found {
		out = append(out, f.Error())
	}
	return out
}

// A cap that never lowers a grade, worked out by hand: at level 1, in-step leaves 3/4 of
// its 3/11 of the section behind. With the other sections at 105, a weight of 288 leaves
// 85.02 of 100, which is an A, and one of 289 leaves 84.99, a B.
func TestCapThatNeverLowers(t *testing.T) {
	built := core(t)
	for _, c := range []struct {
		weight int
		cap    string
		want   string
	}{
		{288, "B", ""},
		{289, "B", "bank.yaml:9:22: stovepipe: its cap of B never lowers a grade: while it stands, the score alone earns B at the most"},
		{289, "C", ""},
		{1000, "C", ""},
		{1000, "none", ""},
	} {
		got := strings.Join(lint(t, built, fmt.Sprintf("changes:\n  questionnaires:\n    silos: {weight: %d}\n  warnings:\n    stovepipe: {cap: %s}\n", c.weight, c.cap)), "\n")
		if got != c.want {
			t.Errorf("weight %d, cap %s: it says %q, want %q", c.weight, c.cap, got, c.want)
		}
	}
}

// What the core says of its editions is worded in those of the house: the plans of a house
// name those alone.
func TestEditionsOfTheCore(t *testing.T) {
	built := core(t)
	for _, c := range []struct{ stands, since, narrowed string }{
		{"{1.0.0: 2.0.0}", "", ""},
		{"{1.0.0: 1.0.0, 2.0.0: 2.0.0}", "2.0.0", "2.0.0"},
		{"{1.0.0: 1.0.0, 1.5.0: 1.2.0, 2.1.0: 2.0.0}", "2.1.0", "2.1.0"},
	} {
		src := "forewarn-bank: 1\nid: acme\nversion: 2.1.0\ncore: " + c.stands + "\n"
		bank, err := questions.Extend(built, "bank.yaml", []byte(src), known())
		if err != nil {
			t.Fatal(err)
		}
		_, changed := bank.Question("first-step") // since 2.0.0 of the core
		_, first := bank.Question("hand-offs")    // since its first edition
		if changed.Since != c.since || first.Since != "" || bank.Narrowed["tool_committed"] != c.narrowed {
			t.Errorf("on %s, first-step is since %q, hand-offs since %q, and the fact since %q; want %q, none and %q", c.stands, changed.Since, first.Since, bank.Narrowed["tool_committed"], c.since, c.narrowed)
		}
	}
}

// Of two conditions that are alike, the first one decides.
func TestConditionsAlike(t *testing.T) {
	got := lint(t, core(t), "warnings:\n  - {id: hasty, title: t, crm: c, here: h, do: d, strength: C, sources: [], when: [{at_most: {first-step: 1}}, {at_most: {first-step: 1}}]}\n")
	want := []string{"bank.yaml:6:112: hasty: condition 2 never decides: wherever it holds, condition 1 does"}
	if !slices.Equal(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
}
