package planfile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts []int
		want   int
		ok     bool
	}{
		{"the one of SCORING 8", []int{1, 0, 0, 5, 0}, 3, true},
		{"the lower of two", []int{3, 0, 0, 0, 3}, 0, true},
		{"in the middle", []int{1, 1, 1, 1, 1}, 2, true},
		{"one alone", []int{0, 0, 0, 0, 1}, 4, true},
		{"nobody", []int{0, 0, 0, 0, 0}, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := (Tally{Counts: c.counts}).Median(); got != c.want || ok != c.ok {
				t.Errorf("the median of %v is %d, %t", c.counts, got, ok)
			}
		})
	}
}

// TestHear says what becomes of each answer when sheets are merged.
func TestHear(t *testing.T) {
	const before = "forewarn: 1\nbank: {id: core, version: 1.0.0}\n"
	answer := func(lines ...string) string {
		return before + "answers:\n  alignment:\n    business-goal:\n      " + strings.Join(lines, "\n      ") + "\n"
	}
	for _, c := range []struct {
		name, why string
		plan      string
		heard     Heard
		want      string
		is        bool
	}{
		{"blank", "the lower median becomes the answer", before, Heard{Counts: []int{0, 1, 3, 2, 0}, NotApplicable: 1},
			answer("level: 2", "on: 2026-12-03", "heard:", "  counts: [0, 1, 3, 2, 0]", "  not_applicable: 1"), true},
		{"half do not know", "so does the plan not", before, Heard{Counts: []int{0, 0, 0, 3, 0}, Unknown: 3},
			answer("unknown: nobody yet", "on: 2026-12-03", "heard:", "  counts: [0, 0, 0, 3, 0]", "  unknown: 3"), true},
		{"nobody whom it applies to", "nothing is answered", before, Heard{Counts: []int{0, 0, 0, 0, 0}, NotApplicable: 5},
			before + "answers:\n  alignment:\n    business-goal:\n      heard: {counts: [0, 0, 0, 0, 0], not_applicable: 5}\n", false},
		{"answered", "what somebody has answered stays", answer("level: 4 # we looked", "on: 2026-11-02"), Heard{Counts: []int{0, 5, 0, 0, 0}},
			answer("level: 4 # we looked", "on: 2026-11-02", "heard: {counts: [0, 5, 0, 0, 0]}"), false},
		{"heard before", "more sheets make another answer", answer("level: 1", "on: 2026-11-02", "heard: {counts: [0, 5, 0, 0, 0]}"), Heard{Counts: []int{0, 5, 0, 0, 6}},
			answer("level: 4", "on: 2026-12-03", "heard: {counts: [0, 5, 0, 0, 6]}"), true},
		{"heard before, the same", "the day stays", answer("level: 1", "on: 2026-11-02", "heard: {counts: [0, 5, 0, 0, 0]}"), Heard{Counts: []int{0, 10, 0, 0, 0}},
			answer("level: 1", "on: 2026-11-02", "heard: {counts: [0, 10, 0, 0, 0]}"), false},
		{"agreed", "what the room agreed on stays", answer("level: 1", "on: 2026-11-02", "heard: {counts: [0, 5, 0, 0, 0]}", "agreed: 2026-11-02"), Heard{Counts: []int{0, 5, 0, 0, 6}},
			answer("level: 1", "on: 2026-11-02", "heard: {counts: [0, 5, 0, 0, 6]}", "agreed: 2026-11-02"), false},
		{"evidence", "what somebody vouches for stays", answer("level: 1", "on: 2026-11-02", "evidence: {vouched: Ben, on: 2026-11-02}", "heard: {counts: [0, 5, 0, 0, 0]}"), Heard{Counts: []int{0, 5, 0, 0, 6}},
			answer("level: 1", "on: 2026-11-02", "evidence: {vouched: Ben, on: 2026-11-02}", "heard: {counts: [0, 5, 0, 0, 6]}"), false},
		{"roles", "each that is shown", before, Heard{Counts: []int{5, 6, 0, 0, 0}, Roles: map[string]Tally{"staff": {Counts: []int{5, 0, 0, 0, 0}}, "a: role": {Counts: []int{0, 6, 0, 0, 0}}}},
			answer("level: 1", "on: 2026-12-03", "heard:", "  counts: [5, 6, 0, 0, 0]", "  roles:", `    "a: role": {counts: [0, 6, 0, 0, 0]}`, "    staff: {counts: [5, 0, 0, 0, 0]}"), true},
		{"a note", "what was noted stays", answer("note: later", "dissent: Ben sees it otherwise"), Heard{Counts: []int{5, 0, 0, 0, 0}},
			answer("level: 0", "on: 2026-12-03", "note: later", "dissent: Ben sees it otherwise", "heard: {counts: [5, 0, 0, 0, 0]}"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := planFile(t, c.plan)
			f := open(t, path)
			answered, err := f.Hear(map[string]Heard{"business-goal": c.heard, "gone": c.heard}, day("2026-12-03"))
			if err != nil {
				t.Fatal(err)
			}
			if is := len(answered) == 1; is != c.is {
				t.Errorf("%s: answered are %q", c.why, answered)
			}
			if diff := cmp.Diff(plain(c.want), plain(read(t, path))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

// plain takes out how a short record is laid out.
func plain(text string) string {
	return strings.NewReplacer("{", "\n", "}", "", ", unknown", "\nunknown", ", not_", "\nnot_", " ", "").Replace(text)
}

// TestHeardStays says that answering does not lose what was heard, and that a day on
// which the room agreed goes with the level that it agreed on.
func TestHeardStays(t *testing.T) {
	path := planFile(t, "forewarn: 1\nbank: {id: core, version: 1.0.0}\nanswers:\n  alignment:\n    business-goal: {level: 1, heard: {counts: [0, 5, 0, 0, 0]}, agreed: 2026-11-02}\n")
	f := open(t, path)
	for _, a := range []Answer{{Level: at(2), Agreed: day("2026-12-03")}, {Level: at(3)}, {Note: "later"}, {}} {
		if err := f.SetAnswer("alignment", "business-goal", a); err != nil {
			t.Fatal(err)
		}
		now := f.Plan().Answer("alignment", "business-goal")
		if now.Heard == nil || now.Heard.Counts[1] != 5 {
			t.Errorf("after %+v, what was heard is %+v", a, now.Heard)
		}
		if !now.Agreed.Equal(a.Agreed) {
			t.Errorf("after %+v, it was agreed on %s", a, now.Agreed)
		}
	}
}
