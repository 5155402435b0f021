package planfile_test

import (
	"slices"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/questions"
)

func loadBank(t *testing.T) *questions.Bank {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

const head = "forewarn: 1\nbank: {id: core, version: 2.0.0}\n"

// What only a bank can tell of a plan: one line a case. The script
// check_broken shows the same findings as users see them.
func TestParseAgainstBank(t *testing.T) {
	bank := loadBank(t)
	for _, tc := range []struct {
		name, plan string
		want       string // line:column id of each finding; empty for none
	}{
		{"no answers", head, ""},
		{"a bank that has only more questions", "forewarn: 1\nbank: {id: core, version: 2.7.2}\n", ""},
		{"an older bank", "forewarn: 1\nbank: {id: core, version: 1.0.0}\n", ""},
		{"a bank in which answers will mean something else", "forewarn: 1\nbank: {id: core, version: 3.0.0}\n", "2:27 bank-mismatch"},
		{"a version that is none", "forewarn: 1\nbank: {id: core, version: 2.0}\n", "2:27 wrong-type"},
		{"an answer of a later edition", head + "answers: {alignment: {first-step: {level: 1, edition: 3.0.0}}}\n", "3:55 bank-mismatch"},
		{"an answer of an edition with more questions", head + "answers: {alignment: {first-step: {level: 1, edition: 2.1.0}, brand-new: {level: 1, edition: 2.1.0}}}\n", ""},
		{"an edition that is none", head + "answers: {alignment: {first-step: {level: 1, edition: two}}}\n", "3:55 wrong-type"},
		{"both names of a question", head + "answers: {stakeholders: {people-know-why: {level: 1}, customers-know-why: {level: 1}}}\n", "3:55 duplicate-id"},
		{"a question under its earlier name", head + "answers: {stakeholders: {customers-know-why: {level: 1}}}\n", ""},
		{"a level above all under its earlier name", head + "answers: {stakeholders: {customers-know-why: {level: 7}}}\n", "3:54 level-out-of-range"},
		{"a question that is no longer asked", head + "answers: {metrics: {targets: {level: 1}}}\n", ""},
		{"a dismissal", head + "initiative: {intent: push}\ndismissed: [{note: taking-words, at: intent, reason: r}]\n", ""},
		{"a dismissal of no prompt", head + "dismissed: [{note: taking-word, at: intent, reason: r}]\n", "3:20 unknown-id"},
		{"a dismissal at no text", head + "dismissed: [{note: taking-words, at: objectives.x, reason: r}]\n", "3:38 dangling-reference"},
		{"what was heard before any answer", head + "answers: {alignment: {first-step: {heard: {counts: [0, 1, 4, 2, 0], unknown: 1}}}}\n", ""},
		{"roles that were heard", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 1, 4, 2, 0], roles: {staff: {counts: [0, 0, 4, 1, 0]}}}, agreed: 2026-11-02}}}\n", ""},
		{"too few counts", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 1, 4, 2]}}}}\n", "3:54 wrong-type"},
		{"counts that are none", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 1, 4, two, 0]}}}}\n", "3:72 wrong-type"},
		{"a count below 0", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 1, 4, -2, 0]}}}}\n", "3:46 wrong-type"},
		{"nobody was heard", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 0, 0, 0, 0]}}}}\n", "3:46 wrong-answer"},
		{"a role with more than all", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 1, 4, 2, 0], roles: {staff: {counts: [0, 2, 0, 0, 0]}}}}}}\n", "3:79 wrong-answer"},
		{"a role that knows less than all", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 1, 4, 2, 0], roles: {staff: {counts: [0, 0, 4, 0, 0], unknown: 1}}}}}}\n", "3:79 wrong-answer"},
		{"a role without a name", head + "answers: {alignment: {first-step: {level: 2, heard: {counts: [0, 1, 4, 2, 0], roles: {\" \": {counts: [0, 0, 4, 0, 0]}}}}}}\n", "3:87 wrong-answer"},
		{"agreed on no level", head + "answers: {alignment: {first-step: {unknown: Ben, agreed: 2026-11-02}}}\n", "3:58 wrong-answer"},
		{"agreed on nothing", head + "answers: {alignment: {first-step: {agreed: 2026-11-02}}}\n", "3:23 wrong-answer"},
		{"another bank", "forewarn: 1\nbank: {id: other, version: 1.0.0}\n", "2:12 bank-mismatch"},
		{"another format", "forewarn: 2\nbank: {id: core, version: 1.0.0}\n", "1:11 format-mismatch"},
		{"another format and a second document", "forewarn: 2\nbank: {id: core, version: 1.0.0}\n---\n", "1:11 format-mismatch, 3:1 not-supported"},
		{"another format, twice", "forewarn: 2\nforewarn: 1\nbank: {id: core, version: 1.0.0}\n", "1:11 format-mismatch, 2:1 duplicate-key"},
		{"no format", "bank: {id: core, version: 1.0.0}\n", "1:1 missing-key"},
		{"a blank answer", head + "answers: {alignment: {business-goal: }}\n", ""},
		{"an empty answer", head + "answers: {alignment: {business-goal: {}}}\n", ""},
		{"a questionnaire out of scope keeps its answers", head + "questionnaires: [silos]\nanswers: {alignment: {business-goal: {level: 1}}}\n", ""},
		{"the highest level", head + "answers: {alignment: {business-goal: {level: 4}}}\n", ""},
		{"a level above it", head + "answers: {alignment: {business-goal: {level: 5}}}\n", "3:46 level-out-of-range"},
		{"a level below all", head + "answers: {alignment: {business-goal: {level: -1}}}\n", "3:46 level-out-of-range"},
		{"n/a where the bank allows it", head + "answers: {silos: {leads-talk: {not_applicable: new}}}\n", ""},
		{"n/a on a core question", head + "answers: {alignment: {first-step: {not_applicable: new}}}\n", "3:52 not-applicable-refused"},
		{"evidence with nothing behind it", head + "answers: {silos: {in-step: {level: 3, evidence: {on: 2026-01-01}}}}\n", "3:39 missing-key"},
		{"a metric of an objective that is there", head + "objectives: [{id: a, statement: s}]\nmetrics: [{id: m, name: n, objective: a}]\n", ""},
		{"a metric of one that is not", head + "objectives: [{id: answers, statement: s}]\nmetrics: [{id: m, name: n, objective: anwsers}]\n", "4:39 dangling-reference"},
		{"a waiver of a finding", head + "waivers: [{finding: all-lagging, reason: r, owner: o, until: 2026-12-31}]\n", ""},
		{"nobody who would know", head + "answers: {silos: {in-step: {unknown: ' '}}}\n", "3:38 wrong-answer"},
		{"no reason that can be read", head + "answers: {silos: {leads-talk: {not_applicable: \"\\u200b\"}}}\n", "3:48 wrong-answer"},
		{"shown by a blank", head + "answers: {silos: {in-step: {level: 3, evidence: {shown: \"\\u00a0\", on: 2026-01-01}}}}\n", "3:57 wrong-answer"},
		{"vouched for by an empty text", head + "answers: {silos: {in-step: {level: 3, evidence: {vouched: '', on: 2026-01-01}}}}\n", "3:39 missing-key"},
		{"a waiver of nobody", head + "waivers: [{finding: all-lagging, reason: r, owner: \" \\u200d\", until: 2026-12-31}]\n", "3:45 missing-key"},
		{"a scope of nothing", head + "questionnaires: []\n", "3:1 missing-key"},
		{"a scope left open", head + "questionnaires:\n", ""},
		{"a waiver without an end", head + "waivers: [{finding: all-lagging, reason: r, owner: o}]\n", "3:11 missing-key"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, findings := planfile.Parse([]byte(tc.plan), bank)
			var got []string
			for _, f := range findings {
				got = append(got, f.Pos.String()+" "+f.ID)
				if !slices.Contains(rules.IDs(), f.ID) {
					t.Errorf("nothing explains %q", f.ID)
				}
			}
			if strings.Join(got, ", ") != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestNotApplicableShare(t *testing.T) {
	bank := &questions.Bank{ID: "core", Version: "2.0.0", Questionnaires: []questions.Questionnaire{{ID: "q", Questions: []questions.Question{
		{ID: "a", Weight: 1, NotApplicable: true},
		{ID: "b", Weight: 1, NotApplicable: true},
		{ID: "c", Weight: 2},
	}}}}
	if _, findings := planfile.Parse([]byte(head+"answers: {q: {a: {not_applicable: x}}}\n"), bank); len(findings) > 0 {
		t.Errorf("a quarter is refused: %v", findings)
	}
	_, findings := planfile.Parse([]byte(head+"answers: {q: {a: {not_applicable: x}, b: {not_applicable: x}}}\n"), bank)
	if len(findings) != 1 || findings[0].ID != rules.NotApplicableRefused {
		t.Errorf("half is not refused: %v", findings)
	}
}

func TestSkeletonAndExample(t *testing.T) {
	bank := loadBank(t)
	skeleton, err := planfile.Skeleton(bank)
	if err != nil {
		t.Fatal(err)
	}
	plan, findings := planfile.Parse(skeleton, bank)
	if len(findings) > 0 || len(plan.Answers["alignment"]) > 0 && plan.Answer("alignment", "business-goal").State() != planfile.Blank {
		t.Errorf("the skeleton is not an empty plan: %v", findings)
	}
	for _, qn := range bank.Questionnaires {
		for _, id := range qn.QuestionIDs() {
			if has := strings.Contains(string(skeleton), "\n    "+id+":\n"); has == qn.Deep {
				t.Errorf("the skeleton has a place for %q: %t", id, has)
			}
		}
	}
	plan, findings = planfile.Parse(planfile.Example(), bank)
	if len(findings) > 0 {
		t.Errorf("the example has errors: %v", findings)
	}
	for _, qn := range bank.Questionnaires {
		for _, q := range qn.Questions {
			if !qn.Deep && plan.Answer(qn.ID, q.ID).State() == planfile.Blank {
				t.Errorf("the example leaves %q open", q.ID)
			}
		}
	}
}

// Taking the # off the skeleton's record lines and filling them in gives a
// plan: the comments show real keys.
func TestSkeletonKeys(t *testing.T) {
	bank := loadBank(t)
	skeleton, err := planfile.Skeleton(bank)
	if err != nil {
		t.Fatal(err)
	}
	var plan []string
	inRecord := false
	for _, line := range strings.Split(string(skeleton), "\n") {
		inRecord = strings.HasPrefix(line, "# - ") || inRecord && strings.HasPrefix(line, "#   ")
		if inRecord {
			line = strings.TrimPrefix(line, "# ")
		}
		plan = append(plan, line)
	}
	_, findings := planfile.Parse([]byte(strings.Join(plan, "\n")), bank)
	for _, f := range findings {
		if f.ID != "missing-key" { // required values are still to be filled in
			t.Errorf("%s %s: %s", f.Pos, f.ID, f.Message)
		}
	}
	if len(findings) == 0 {
		t.Error("nothing was taken out of its comment")
	}
}
