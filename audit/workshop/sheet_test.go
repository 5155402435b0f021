package workshop_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/workshop"
)

const workshopFile = `workshop: 1
id: 7f3a91c2d4e5b607
plan: plan.yaml
bank: {id: core, version: 2.0.0}
roles: [exec, "staff: all"]
minimum: 5
questionnaires: [alignment, stakeholders]
`

const sheetFile = `sheet: 1
workshop: 7f3a91c2d4e5b607
number: 0f1e2d3c4b5a69788796a5b4c3d2e1f0
bank: {id: core, version: 2.0.0}
role: exec
answers: {business-goal: 3, real-problem: unknown}
notes: {business-goal: She owns the goal.}
`

func messages(found []rules.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, strings.TrimSpace(f.Pos.String()+" "+f.Message+"; "+f.Hint))
	}
	return strings.Join(out, "\n")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"as it is written", "", "", ""},
		{"another format", "workshop: 1", "workshop: 2", "this program reads format 1, not 2"},
		{"no format", "workshop: 1\n", "", `the key "workshop" is missing`},
		{"an id that is none", "7f3a91c2d4e5b607", "dana", `"dana" is no number of 16 hexadecimal digits`},
		{"a plan elsewhere", "plan: plan.yaml", "plan: ../plan.yaml", `"../plan.yaml" is not beside this file`},
		{"another bank", "id: core", "id: acme", "the workshop asks the questions acme 2.0.0, and this program has core 2.0.0"},
		{"a later edition", "2.0.0", "2.1.0", "the workshop asks the questions core 2.1.0"},
		{"no roles", `[exec, "staff: all"]`, "[]", "no role is listed"},
		{"many roles", "[exec,", "[a, b, c, d, e, f, g, h, i, j, k, l,", "there are 13 roles, and 12 are the most"},
		{"a role twice", `"staff: all"`, "exec", `the role "exec" is listed twice`},
		{"a role without a name", `"staff: all"`, `" "`, "a role has no name"},
		{"a long role", "exec", strings.Repeat("e", 61), "the name of a role is too long"},
		{"a minimum of two", "minimum: 5", "minimum: 2", "nothing may be published about a group of 2"},
		{"no such questionnaire", "[alignment,", "[alinement,", `there is no questionnaire "alinement"; did you mean "alignment"?`},
		{"an unknown key", "minimum: 5", "minimum: 5\nowner: Dana", `the key "owner" is not known here`},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, found := workshop.Parse([]byte(strings.Replace(workshopFile, c.old, c.new, 1)), bank(t))
			if got := messages(found); !strings.Contains(got, c.want) || (c.want == "") != (w != nil && got == "") {
				t.Errorf("found are %q, want %q", got, c.want)
			}
		})
	}
}

func TestParseSheet(t *testing.T) {
	w, found := workshop.Parse([]byte(workshopFile), bank(t))
	if len(found) > 0 {
		t.Fatal(messages(found))
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"as it is written", "", "", ""},
		{"no notes", "notes: {business-goal: She owns the goal.}\n", "", ""},
		{"a level in quotes", "business-goal: 3", `business-goal: "3"`, ""},
		{"not applicable", "real-problem: unknown", "sponsor-acts: n/a", ""},
		{"another format", "sheet: 1", "sheet: 2", "this program reads format 1, not 2"},
		{"another workshop", "workshop: 7f3a91c2d4e5b607", "workshop: 7f3a91c2d4e5b608", `this sheet belongs to another workshop, "7f3a91c2d4e5b608"; merge it there`},
		{"a number that is none", "0f1e", "0F1E", "is no number of 32 hexadecimal digits"},
		{"another edition", "2.0.0", "2.1.0", "this sheet answers the questions core 2.1.0, and the workshop asks core 2.0.0"},
		{"a role outside the list", "role: exec", "role: execs", `the workshop has no role "execs"; did you mean "exec"?`},
		{"a level too high", "business-goal: 3", "business-goal: 5", `this should be a level from 0 to 4, unknown or n/a, not "5"`},
		{"a level with a sign", "business-goal: 3", "business-goal: +3", `not "+3"`},
		{"no such question", "business-goal: 3", "busines-goal: 3", `the workshop has no question "busines-goal"; did you mean "business-goal"?`},
		{"a question of another questionnaire", "business-goal: 3", "in-step: 3", `the workshop has no question "in-step"`},
		{"what always applies", "business-goal: 3", "business-goal: n/a", `the question "business-goal" always applies`},
		{"a note on no question", "{business-goal: She", "{in-step: She", `the workshop has no question "in-step"`},
		{"a long note", "She owns the goal.", strings.Repeat("x", 1001), `the note on "business-goal" is too long`},
		{"a name", "role: exec", "role: exec\nname: Dana Ruiz", `the key "name" is not known here`},
		{"a question twice", "real-problem", "business-goal", "business-goal"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, found := workshop.ParseSheet([]byte(strings.Replace(sheetFile, c.old, c.new, 1)), w, bank(t))
			if got := messages(found); !strings.Contains(got, c.want) || (c.want == "") != (s != nil && got == "") {
				t.Errorf("found are %q, want %q", got, c.want)
			}
		})
	}
}

// What is written is read back as it was, and hashes as it did.
func TestWritten(t *testing.T) {
	w, _ := workshop.Parse([]byte(workshopFile), bank(t))
	again, err := workshop.Written(w.Entries())
	if err != nil {
		t.Fatal(err)
	}
	back, found := workshop.Parse(again, bank(t))
	if diff := cmp.Diff(w, back); diff != "" {
		t.Errorf("%s\n%s", messages(found), diff)
	}
	s, _ := workshop.ParseSheet([]byte(sheetFile), w, bank(t))
	text, err := workshop.Written(s.Entries(w, bank(t)))
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != sheetFile {
		t.Errorf("the sheet is written as\n%s", text)
	}
	p := &workshop.Published{Format: 1, Workshop: w.ID, Publications: []workshop.Publication{{On: day(1), Sheets: []string{s.Hash()}, Rows: map[string][]string{"business-goal": {"exec"}, "real-problem": {}}}}}
	text, err = workshop.Written(p.Entries())
	if err != nil {
		t.Fatal(err)
	}
	same, found := workshop.ParsePublished(text, w)
	if diff := cmp.Diff(p, same); diff != "" {
		t.Errorf("%s\n%s\n%s", text, messages(found), diff)
	}
}

// Files of a workshop are told from plans, and from each other.
func TestKinds(t *testing.T) {
	for text, want := range map[string][]bool{
		workshopFile:       {false, true, false},
		sheetFile:          {false, false, true},
		"published: 1\n":   {false, false, false},
		"forewarn: 1\n":    {true, false, false},
		`{"sheet": 1}`:     {false, false, true},
		"answers: {a: {}}": {true, false, false},
	} {
		if got := []bool{planfile.IsPlan([]byte(text)), workshop.IsWorkshop([]byte(text)), workshop.IsSheet([]byte(text))}; !slices.Equal(got, want) {
			t.Errorf("%q is a plan, a workshop, a sheet: %v, want %v", text, got, want)
		}
	}
}

func TestGather(t *testing.T) {
	handed := func(name string, n int, s workshop.Said) workshop.Handed {
		return workshop.Handed{Name: name, Sheet: sheet(n, "exec", said(s))}
	}
	first := handed("a.yaml", 1, 3)
	published := none()
	published.Publications = []workshop.Publication{{Sheets: []string{first.Hash()}}}
	for _, c := range []struct {
		name    string
		handed  []workshop.Handed
		before  *workshop.Published
		counted int
		twice   []string
		refused workshop.Refused
		missing string
	}{
		{name: "two", handed: []workshop.Handed{first, handed("b.yaml", 2, 3)}, before: none(), counted: 2},
		{name: "the same twice", handed: []workshop.Handed{first, handed("b.yaml", 1, 3)}, before: none(), counted: 1, twice: []string{"b.yaml"}},
		{
			name: "edited by hand, not merged yet", handed: []workshop.Handed{first, handed("b.yaml", 1, 4)}, before: none(),
			refused: workshop.Refused{
				{"a.yaml", "b.yaml is the same sheet and says something else; keep the one that was handed in"},
				{"b.yaml", "a.yaml is the same sheet and says something else; keep the one that was handed in"},
			},
		},
		{
			name: "edited by hand after it was merged", handed: []workshop.Handed{handed("b.yaml", 1, 4), first}, before: published, counted: 1,
			refused: workshop.Refused{{"b.yaml", "it was changed after it was merged; a.yaml is what was merged"}},
		},
		{
			name: "edited in place after it was merged", handed: []workshop.Handed{handed("a.yaml", 1, 4)}, before: published, counted: 1,
			missing: "a sheet that was merged before is missing or was changed; name all sheets again, with the one that was merged",
		},
		{name: "taken back", before: published, missing: "a sheet that was merged before is missing or was changed; name all sheets again, with the one that was merged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := workshop.Gather(c.handed, c.before)
			if len(g.Sheets) != c.counted || !slices.Equal(g.Twice, c.twice) {
				t.Errorf("%d count, and %q were handed in twice", len(g.Sheets), g.Twice)
			}
			if diff := cmp.Diff(c.refused, g.Refused); diff != "" {
				t.Errorf("refused (-want +got):\n%s", diff)
			}
			if (err == nil) != (c.missing == "") || err != nil && err.Error() != c.missing {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

// A thousand copies are one sheet.
func TestThousandCopies(t *testing.T) {
	var handed []workshop.Handed
	for range 1000 {
		handed = append(handed, workshop.Handed{Name: "copy.yaml", Sheet: sheet(1, "exec", said(4))})
	}
	g, err := workshop.Gather(handed, none())
	if err != nil || len(g.Sheets) != 1 || len(g.Twice) != 999 {
		t.Errorf("%d count: %v", len(g.Sheets), err)
	}
}

// A sheet's hash covers all that it says.
func TestHash(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range []*workshop.Sheet{
		sheet(1, "exec", said(1)), sheet(2, "exec", said(1)), sheet(1, "staff", said(1)), sheet(1, "exec", said(workshop.Unknown)), sheet(1, "exec", nil),
		{Workshop: "7f3a91c2d4e5b607", Number: "00000000000000000000000000000001", Role: "exec", Answers: said(1), Notes: map[string]string{"business-goal": "1"}},
	} {
		seen[s.Hash()] = true
	}
	if len(seen) != 6 {
		t.Errorf("6 sheets have %d hashes", len(seen))
	}
}

func FuzzParseSheet(f *testing.F) {
	f.Add([]byte(sheetFile))
	f.Add([]byte(`{"sheet":1,"workshop":"7f3a91c2d4e5b607","number":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","bank":{"id":"core","version":"2.0.0"},"role":"exec","answers":{"business-goal":3}}`))
	b, err := loaded()
	if err != nil {
		f.Fatal(err)
	}
	w, _ := workshop.Parse([]byte(workshopFile), b)
	f.Fuzz(func(t *testing.T, text []byte) {
		s, found := workshop.ParseSheet(text, w, b)
		if (s == nil) == (len(found) == 0) {
			t.Errorf("a sheet is %v, with %d findings", s, len(found))
		}
		if s == nil {
			return
		}
		written, err := workshop.Written(s.Entries(w, b))
		if err != nil {
			t.Fatal(err)
		}
		if again, found := workshop.ParseSheet(written, w, b); again == nil || again.Hash() != s.Hash() {
			t.Errorf("written as\n%s\nit is read as %+v: %s", written, again, messages(found))
		}
	})
}
