package planfile

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/disk"
	"forewarn/audit/yamldoc"
)

// What somebody else saves meanwhile is taken on, and the one entry is put in.
func TestChangesMeetThoseOfOthers(t *testing.T) {
	const before = `forewarn: 1
bank: {id: core, version: 1.0.0}
initiative: {name: Desk, owner: Dana}
objectives:
  - {id: one, statement: First}
  - {id: two, statement: Second}
programmes:
  - {name: Letter}
  - {name: Fair}
metrics:
  - {id: time, name: Time}
`
	level := 2
	answer := Answer{Level: &level, On: day("2026-11-02")}
	tests := []struct {
		name         string
		old, new     string // what they change
		change       func(*File) error
		want         string // what is in the file then
		conflict     bool
		gone, noPlan bool
	}{
		{name: "another fact", old: "owner: Dana", new: "owner: Ana", change: func(f *File) error { return set(f, []string{"initiative", "name"}, "Help") }, want: "{name: Help, owner: Ana}"},
		{name: "the same fact", old: "name: Desk", new: "name: Stand", change: func(f *File) error { return set(f, []string{"initiative", "name"}, "Help") }, want: "name: Stand", conflict: true},
		{name: "a fact that they have given", old: "owner: Dana", new: "owner: Dana, client: Acme", change: func(f *File) error { return set(f, []string{"initiative", "client"}, "Other") }, want: "client: Acme", conflict: true},
		{name: "a comment", old: "{id: time, name: Time}", new: "{id: time, name: Time} # ours", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", answer) }, want: "first-step: {level: 2, on: 2026-11-02}"},
		{name: "the same answer", old: "metrics:", new: "answers: {alignment: {first-step: {level: 0}}}\nmetrics:", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", answer) }, want: "{first-step: {level: 0}}", conflict: true},
		{name: "a note on their answer", old: "metrics:", new: "answers: {alignment: {first-step: {level: 0}}}\nmetrics:", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", Answer{Note: "Mine"}) }, want: "{first-step: {level: 0, note: Mine}}"},
		{name: "an answer beside their note", old: "metrics:", new: "answers: {alignment: {first-step: {note: Theirs}}}\nmetrics:", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", answer) }, want: "{first-step: {level: 2, on: 2026-11-02, note: Theirs}}"},
		{name: "a note beside who does not agree", old: "metrics:", new: "answers: {alignment: {first-step: {dissent: Ben}}}\nmetrics:", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", Answer{Note: "Mine"}) }, want: "{first-step: {note: Mine, dissent: Ben}}"},
		{name: "the same note", old: "metrics:", new: "answers: {alignment: {first-step: {level: 0, note: Theirs}}}\nmetrics:", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", Answer{Note: "Mine"}) }, want: "note: Theirs", conflict: true},
		{name: "the same text in the same note", old: "metrics:", new: "answers: {alignment: {first-step: {note: Mine}}}\nmetrics:", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", Answer{Note: "Mine"}) }, want: "note: Mine"},
		{name: "the same answer on an earlier day", old: "metrics:", new: "answers: {alignment: {first-step: {level: 2, on: 2026-10-30}}}\nmetrics:", change: func(f *File) error { return f.SetAnswer("alignment", "first-step", answer) }, want: "{level: 2, on: 2026-11-02}"},
		{name: "a record in front", old: "  - {id: one", new: "  - {id: zero, statement: Zero}\n  - {id: one", change: func(f *File) error { return set(f, []string{"objectives", "1", "statement"}, "2nd") }, want: "{id: two, statement: 2nd}"},
		{name: "the name of the record", old: "First", new: "Prime", change: func(f *File) error { return set(f, []string{"objectives", "0", "goal"}, "Money") }, want: "{id: one, statement: Prime, goal: Money}"},
		{name: "the same field", old: "First", new: "Prime", change: func(f *File) error { return set(f, []string{"objectives", "0", "statement"}, "1st") }, want: "Prime", conflict: true},
		{name: "the record taken out", old: "  - {id: one, statement: First}\n", new: "", change: func(f *File) error { return set(f, []string{"objectives", "0", "goal"}, "Money") }, want: "Second", conflict: true, gone: true},
		{name: "a record without an id in front", old: "  - {name: Letter}", new: "  - {name: Post}\n  - {name: Letter}", change: func(f *File) error { return set(f, []string{"programmes", "1", "lead"}, "Ana") }, want: "{name: Fair, lead: Ana}"},
		{name: "a record without an id", old: "{name: Fair}", new: "{name: Fair, lead: Ben}", change: func(f *File) error { return set(f, []string{"programmes", "1", "lead"}, "Ana") }, want: "lead: Ben", conflict: true},
		{name: "another field of a record without an id", old: "{name: Fair}", new: "{name: Fair, shares: people}", change: func(f *File) error { return set(f, []string{"programmes", "1", "lead"}, "Ana") }, want: "{name: Fair, shares: people, lead: Ana}"},
		{name: "the id of the record", old: "{id: two,", new: "{id: second,", change: func(f *File) error { return set(f, []string{"objectives", "1", "goal"}, "Money") }, want: "{id: second, statement: Second, goal: Money}"},
		{name: "the name of a record without an id", old: "{name: Fair}", new: "{name: Market}", change: func(f *File) error { return set(f, []string{"programmes", "1", "lead"}, "Ana") }, want: "Market", conflict: true, gone: true},
		{name: "a record added", old: "  - {name: Fair}", new: "  - {name: Fair}\n  - {name: Club}", change: func(f *File) error { return add(f, []string{"programmes"}, yamldoc.Map{{Key: "name", Value: "Forum"}}) }, want: "  - {name: Club}\n  - {name: Forum}\n"},
		{name: "the same id added", old: "  - {id: two", new: "  - {id: third-one, statement: x}\n  - {id: two", change: func(f *File) error {
			return add(f, []string{"objectives"}, yamldoc.Map{{Key: "statement", Value: "The third one"}})
		}, want: "{id: third-one-2, statement: The third one}"},
		{name: "a record to remove", old: "{id: two, statement: Second}", new: "{id: two, statement: Other}", change: func(f *File) error { return f.Remove([]string{"objectives", "1"}) }, want: "Other", conflict: true},
		{name: "a record to remove that has moved", old: "  - {id: one, statement: First}\n", new: "", change: func(f *File) error { return f.Remove([]string{"objectives", "1"}) }, want: "objectives: []"},
		{name: "a plan that cannot be used", old: "forewarn: 1", new: "forewarn: [", change: func(f *File) error { return set(f, []string{"initiative", "name"}, "Help") }, want: "forewarn: [", noPlan: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := planFile(t, before)
			f := open(t, path)
			theirs := strings.Replace(before, tt.old, tt.new, 1)
			if theirs == before {
				t.Fatal("they change nothing")
			}
			if err := os.WriteFile(path, []byte(theirs), 0o600); err != nil {
				t.Fatal(err)
			}
			err := tt.change(f)
			var conflict *ConflictError
			var aside *disk.AsideError
			if errors.As(err, &conflict) != tt.conflict || tt.conflict && conflict.Gone != tt.gone || errors.As(err, &aside) != tt.noPlan || err != nil && !tt.conflict && !tt.noPlan {
				t.Fatalf("the error is %v", err)
			}
			got := read(t, path)
			if !strings.Contains(got, tt.want) {
				t.Errorf("no %q in\n%s", tt.want, got)
			}
			if tt.noPlan {
				if kept := read(t, aside.Name); !strings.Contains(kept, "name: Help") {
					t.Errorf("beside it is kept\n%s", kept)
				}
				if err := os.WriteFile(path, []byte(before+"# mended\n"), 0o600); err != nil {
					t.Fatal(err)
				}
				if err := tt.change(f); err != nil {
					t.Errorf("once it is mended: %v", err)
				}
				if got := read(t, path); !strings.Contains(got, "name: Help") || !strings.Contains(got, "# mended") {
					t.Errorf("once it is mended:\n%s", got)
				}
				return
			}
			if tt.conflict && got != theirs {
				t.Errorf("what they wrote has changed:\n%s", got)
			}
			// What has been shown to be theirs may be replaced.
			if err := tt.change(f); tt.conflict && !tt.gone && err != nil {
				t.Errorf("the second time: %v", err)
			}
		})
	}
}

func TestIDsAreMadeFromNames(t *testing.T) {
	f := open(t, planFile(t, "forewarn: 1\nbank: {id: core, version: 1.0.0}\n"))
	for _, c := range []struct{ statement, id string }{
		{"Owners find a working answer within a day", "owners-find-working-answer"},
		{"Owners find a working answer at once", "owners-find-working-answer-2"},
		{"Ärzte ohne Wartezeit, 24 h", "arzte-ohne-wartezeit-24"},
		{"People's own words", "peoples-own-words"},
		{"人々が答えを見つける", "objective"},
		{"!?", "objective-2"},
		{"to the", "objective-3"},
	} {
		at, err := f.Append([]string{"objectives"}, yamldoc.Map{{Key: "statement", Value: c.statement}})
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Plan().Value(append(at, "id")...); got != c.id {
			t.Errorf("%q has the id %v, want %q", c.statement, got, c.id)
		}
	}
	if err := add(f, []string{"metrics"}, yamldoc.Map{{Key: "name", Value: "Time"}, {Key: "id", Value: "own"}}); err != nil || f.Plan().Metrics[0].ID != "own" {
		t.Errorf("an id of one's own: %v, %+v", err, f.Plan().Metrics)
	}
	if err := add(f, []string{"metrics", "0", "readings"}, yamldoc.Map{{Key: "on", Value: day("2026-11-02")}, {Key: "value", Value: 4}}); err != nil || len(f.Plan().Metrics[0].Readings) != 1 {
		t.Errorf("a reading: %v, %+v", err, f.Plan().Metrics)
	}
}

// TestPartsOfAnAnswerMeet has two people change parts of one answer at once: of each part
// the one that was changed stays, and only one that both changed is asked about.
func TestPartsOfAnAnswerMeet(t *testing.T) {
	level := func(n int) *int { return &n }
	draw := func(r *rapid.T, who string) Answer {
		return Answer{
			Level:   level(rapid.IntRange(0, 2).Draw(r, who+" level")),
			Note:    rapid.SampledFrom([]string{"", "a", "b"}).Draw(r, who+" note"),
			Dissent: rapid.SampledFrom([]string{"", "a", "b"}).Draw(r, who+" dissent"),
		}
	}
	planOf := func(a Answer) *Plan { return &Plan{Answers: map[string]map[string]Answer{"q": {"x": a}}} }
	rapid.Check(t, func(r *rapid.T) {
		before, mine, theirs := draw(r, "before"), draw(r, "mine"), draw(r, "theirs")
		got, collided := planOf(theirs).meet(planOf(before), []string{"answers", "q", "x"}, mine)
		want, clash := theirs, false
		pick := func(b, m, th any, take func()) {
			clash = clash || m != b && th != b && m != th
			if m != b {
				take()
			}
		}
		pick(*before.Level, *mine.Level, *theirs.Level, func() { want.Level = mine.Level })
		pick(before.Note, mine.Note, theirs.Note, func() { want.Note = mine.Note })
		pick(before.Dissent, mine.Dissent, theirs.Dissent, func() { want.Dissent = mine.Dissent })
		if !reflect.DeepEqual(got, want) || (collided != "") != clash {
			r.Fatalf("%+v, which collides at %q; want %+v, and a collision: %v", got, collided, want, clash)
		}
	})
}
