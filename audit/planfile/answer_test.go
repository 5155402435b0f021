package planfile

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit/yamldoc"
)

func TestSetAnswer(t *testing.T) {
	const (
		before = "forewarn: 1\nbank: {id: core, version: 1.0.0}\n"
		goal   = before + `answers:
  alignment:
    business-goal: # the first
      level: 3 # was 2 in May
      on: 2026-11-02
      evidence: {vouched: Priya Nair, on: 2026-11-02} # by phone
      note: She owns the goal.
`
		bare = before + `answers:
  alignment:
    business-goal:
      level: 3
      on: 2026-11-02
      evidence: {vouched: Priya Nair, on: 2026-11-02}
      note: She owns the goal.
`
	)
	nov2, nov21 := day("2026-11-02"), day("2026-11-21")
	priya := &Evidence{Vouched: "Priya Nair", On: nov2}
	tests := []struct {
		name, why  string
		text, want string
		answer     Answer
	}{
		{
			name: "first", why: "the keys come in their order",
			text:   before,
			answer: Answer{Level: at(3), On: nov2, Evidence: priya, Note: "She owns the goal."},
			want:   bare,
		},
		{
			name: "same", why: "not a byte changes",
			text:   goal,
			answer: Answer{Level: at(3), On: nov2, Evidence: priya, Note: "She owns the goal."},
			want:   goal,
		},
		{
			name: "time of day", why: "only the day counts, as it is where the answer was given",
			text:   goal,
			answer: Answer{Level: at(3), On: time.Date(2026, 11, 2, 23, 59, 0, 0, time.FixedZone("", -8*3600)), Evidence: priya, Note: "She owns the goal."},
			want:   goal,
		},
		{
			name: "values", why: "the comments beside stay",
			text:   goal,
			answer: Answer{Level: at(4), On: nov21, Evidence: &Evidence{Vouched: "Ben Okafor", On: nov21}, Note: "He owns it now."},
			want: before + `answers:
  alignment:
    business-goal: # the first
      level: 4 # was 2 in May
      on: 2026-11-21
      evidence: {vouched: Ben Okafor, on: 2026-11-21} # by phone
      note: He owns it now.
`,
		},
		{
			name: "level 0", why: "it is an answer",
			text:   bare,
			answer: Answer{Level: at(0), On: nov2, Evidence: priya, Note: "She owns the goal."},
			want:   strings.Replace(bare, "level: 3", "level: 0", 1),
		},
		{
			name: "keys fewer", why: "what is no longer said goes",
			text:   goal,
			answer: Answer{Level: at(3), On: nov2},
			want: before + `answers:
  alignment:
    business-goal: # the first
      level: 3 # was 2 in May
      on: 2026-11-02
`,
		},
		{
			name: "other kind of evidence", why: "the kind comes before the date, and the comment stays",
			text:   goal,
			answer: Answer{Level: at(3), On: nov2, Evidence: &Evidence{Shown: "docs/goals.md#2", On: nov2}, Note: "She owns the goal."},
			want:   strings.Replace(goal, "vouched: Priya Nair", "shown: docs/goals.md#2", 1),
		},
		{
			name: "other state", why: "a new first key, no stale ones, and no comment left to lose",
			text:   bare,
			answer: Answer{Unknown: "Priya Nair", On: nov21, Note: "Ask her on Monday."},
			want: before + `answers:
  alignment:
    business-goal:
      unknown: Priya Nair
      on: 2026-11-21
      note: Ask her on Monday.
`,
		},
		{
			name: "other state beside a comment", why: "a new first key costs no comment",
			text:   before + "answers:\n  alignment:\n    business-goal:\n      level: 3\n      on: 2026-11-02 # a Monday\n",
			answer: Answer{Unknown: "Priya Nair", On: nov2},
			want:   before + "answers:\n  alignment:\n    business-goal:\n      unknown: Priya Nair\n      on: 2026-11-02 # a Monday\n",
		},
		{
			name: "evidence added", why: "it goes in front of the note",
			text:   before + "answers:\n  alignment:\n    business-goal:\n      level: 3\n      on: 2026-11-02\n      note: 'She owns the #1 goal.'\n",
			answer: Answer{Level: at(3), On: nov2, Evidence: priya, Note: "She owns the #1 goal."},
			want:   strings.Replace(bare, "She owns the goal.", "'She owns the #1 goal.'", 1),
		},
		{
			name: "taken away", why: "a blank answer is not in the file",
			text:   before + "answers:\n  alignment:\n    business-goal: {level: 3}\n    first-step: {level: 2} # stays\n",
			answer: Answer{},
			want:   before + "answers:\n  alignment:\n    first-step: {level: 2} # stays\n",
		},
		{
			name: "blank already", why: "nothing to take away",
			text:   before,
			answer: Answer{},
			want:   before,
		},
		{
			name: "windows line ends", why: "they stay in the whole file",
			text:   strings.ReplaceAll(goal, "\n", "\r\n"),
			answer: Answer{Level: at(4), On: nov2, Evidence: priya, Note: "She owns the goal."},
			want:   strings.ReplaceAll(strings.Replace(goal, "level: 3", "level: 4", 1), "\n", "\r\n"),
		},
		{
			name: "new answer with windows line ends", why: "new lines have them too",
			text:   strings.ReplaceAll(before, "\n", "\r\n"),
			answer: Answer{Level: at(3), On: nov2, Evidence: priya, Note: "She owns the goal."},
			want:   strings.ReplaceAll(bare, "\n", "\r\n"),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := planFile(t, tt.text)
			f := open(t, path)
			if err := f.SetAnswer("alignment", "business-goal", tt.answer); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, read(t, path)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			if diff := cmp.Diff(entries(tt.answer), entries(f.Plan().Answer("alignment", "business-goal"))); diff != "" {
				t.Errorf("the plan says (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSetAnswerRefusesWhatThePlanMayNotSay(t *testing.T) {
	tests := []struct {
		name, questionnaire, question string
		answer                        Answer
		words                         []string
	}{
		{"level out of range", "alignment", "first-step", Answer{Level: at(5)}, []string{"answers.alignment.first-step", "5"}},
		{"two states", "alignment", "first-step", Answer{Level: at(2), Unknown: "Ben"}, []string{"two things"}},
		{"not applicable to a core question", "alignment", "first-step", Answer{NotApplicable: "no"}, []string{"first-step", "always applies"}},
		{"unknown question", "alignment", "first-stop", Answer{Level: at(2)}, []string{"first-stop"}},
		{"unknown questionnaire", "alinement", "first-step", Answer{Level: at(2)}, []string{"alinement"}},
		{"evidence without a date", "alignment", "first-step", Answer{Level: at(2), Evidence: &Evidence{Vouched: "Ben"}}, []string{"on"}},
		{"evidence of nothing", "alignment", "business-goal", Answer{Level: at(2), Evidence: &Evidence{}}, []string{"evidence"}},
		{"text that is none", "alignment", "first-step", Answer{Level: at(2), Note: "\xff"}, []string{"UTF-8"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := planFile(t, helpDesk)
			f := open(t, path)
			before := f.Plan()
			says(t, f.SetAnswer(tt.questionnaire, tt.question, tt.answer), append(tt.words, "changing", path)...)
			if got := read(t, path); got != helpDesk {
				t.Errorf("the file holds:\n%s", got)
			}
			if f.Plan() != before {
				t.Error("the plan is another one than was saved")
			}
		})
	}
}

func answers() *rapid.Generator[Answer] {
	texts := rapid.OneOf(
		rapid.SampledFrom([]string{"Priya Nair", "yes", "2026-11-02", "26", "~", "a: b", "- x", "# no comment", "two\nlines\n", " edge ", "\"", "it's", "{a}", "Zoë 🎉"}),
		rapid.StringOfN(rapid.RuneFrom([]rune("ab :#-'\"\n\t{}[],&*!|>%@`\\é")), 1, 20, -1),
	).Filter(func(s string) bool { return !yamldoc.IsBlank(s) }) // which is refused
	days := rapid.Custom(func(t *rapid.T) time.Time {
		return day("2026-01-01").AddDate(0, 0, rapid.IntRange(0, 400).Draw(t, "days"))
	})
	maybe := rapid.Bool()
	return rapid.Custom(func(t *rapid.T) Answer {
		var a Answer
		switch rapid.IntRange(0, 3).Draw(t, "state") {
		case 0:
			return a
		case 1:
			a.Unknown = texts.Draw(t, "unknown")
		default:
			a.Level = at(rapid.IntRange(0, 4).Draw(t, "level"))
			if maybe.Draw(t, "vouched") {
				a.Evidence = &Evidence{Vouched: texts.Draw(t, "by"), On: days.Draw(t, "evidence on")}
			} else if maybe.Draw(t, "shown") {
				a.Evidence = &Evidence{Shown: texts.Draw(t, "document"), On: days.Draw(t, "evidence on")}
			}
		}
		if maybe.Draw(t, "dated") {
			a.On = days.Draw(t, "on")
		}
		if maybe.Draw(t, "noted") {
			a.Note = texts.Draw(t, "note")
		}
		return a
	})
}

// Whatever was answered and answered again: the file says the last answers, the
// rest of it is as it was, and reading it gives the same plan.
func TestAnyAnswersAreInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	rapid.Check(t, func(rt *rapid.T) {
		write(t, path, helpDesk)
		f, err := Open(path, testBank())
		if err != nil {
			rt.Fatal(err)
		}
		defer f.Close()
		last := map[string]Answer{}
		for i := range rapid.IntRange(1, 6).Draw(rt, "count") {
			q := rapid.SampledFrom([]string{"business-goal", "first-step", "strategy-first"}).Draw(rt, "question")
			a := answers().Draw(rt, fmt.Sprint("answer ", i))
			if err := f.SetAnswer("alignment", q, a); err != nil {
				rt.Fatalf("answer %d: %v", i, err)
			}
			last[q] = a
		}
		for q, a := range last {
			if diff := cmp.Diff(entries(a), entries(f.Plan().Answer("alignment", q))); diff != "" {
				rt.Fatalf("%s (-want +got):\n%s", q, diff)
			}
		}
		text := read(t, path)
		if head := helpDesk[:strings.Index(helpDesk, "answers:")]; !strings.HasPrefix(text, head) {
			rt.Fatalf("the rest changed:\n%s", text)
		}
		again, found := Parse([]byte(text), testBank())
		if len(found) > 0 || !reflect.DeepEqual(again.Answers, f.Plan().Answers) {
			rt.Fatalf("read again: %v\n%s", found, text)
		}
	})
}
