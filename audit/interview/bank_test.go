package interview

import (
	"time"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// today is the day of all interviews in tests.
func today() time.Time { return day("2026-11-21") }

func onToday() planfile.AsOf { return planfile.OnDay(today()) }

func day(s string) time.Time {
	t, err := time.Parse(dateLayout, s)
	if err != nil {
		panic(err)
	}
	return t
}

// smallBank has one of everything: a question with and one without "not
// applicable", records with and without references, a questionnaire out of
// scope.
func smallBank() *questions.Bank {
	return &questions.Bank{
		ID: "small", Version: "1.0.0",
		Questionnaires: []questions.Questionnaire{
			{ID: "alignment", Title: "Alignment", Records: []string{"objectives", "metrics"}, Questions: []questions.Question{
				{ID: "goal", Ask: "Which goal does it serve?", Why: "A goal keeps it alive.", Core: true, Proof: "The page that names the goal.", Rungs: rungs("the goal")},
				{ID: "first-step", Ask: "How small is the first step?", Why: "Small steps teach early.", NotApplicable: true, Rungs: rungs("the first step")},
			}},
			{ID: "silos", Title: "Silos", Records: []string{"programmes", "objectives"}, Questions: []questions.Question{
				{ID: "in-step", Ask: "Is it in step with the rest?", Core: true, Rungs: rungs("being in step")},
			}},
			{ID: "exits", Title: "Exits", Deep: true, Questions: []questions.Question{
				{ID: "worst-case", Ask: "What is the worst case?", Core: true, Rungs: rungs("the worst case")},
			}},
		},
	}
}

// smallForms are the forms of its records.
func smallForms() planfile.Forms {
	return planfile.Forms{
		{Kind: "initiative", Title: "The initiative", One: "the initiative", Fields: []planfile.Field{
			{Key: "name", Ask: "What is it called?", Type: planfile.FieldText, Required: true},
			{Key: "owner", Ask: "Who answers for it?", Type: planfile.FieldText, Required: true},
			{Key: "launch", Ask: "When does it start?", Type: planfile.FieldDate},
			{Key: "tool_committed", Ask: "Is a tool bought?", Type: planfile.FieldYesNo},
		}},
		{Kind: "objectives", Title: "Objectives", One: "an objective", Ask: "List what should be true.", Fields: []planfile.Field{
			{Key: "id", Ask: "A short name", Type: planfile.FieldID, Required: true},
			{Key: "statement", Ask: "What should be true?", Type: planfile.FieldText, Required: true},
			{Key: "due", Ask: "By which day?", Type: planfile.FieldDate, Expects: "future"},
			{Key: "met", Ask: "Since which day is it reached?", Type: planfile.FieldDate, Expects: "past", More: true},
		}},
		{Kind: "metrics", Title: "Measures", One: "a measure", Ask: "List what you look at.", Fields: []planfile.Field{
			{Key: "id", Ask: "A short name", Type: planfile.FieldID, Required: true},
			{Key: "name", Ask: "What is measured?", Type: planfile.FieldText, Required: true},
			{Key: "objective", Ask: "Which objective?", Type: planfile.FieldReference, Refers: "objectives"},
			{Key: "how", Ask: "Numbers or words?", Type: planfile.FieldChoice, Choices: []string{"quantitative", "qualitative"}},
			{Key: "baseline.value", Ask: "Where does it stand?", Type: planfile.FieldAmount},
			{Key: "baseline.on", Ask: "On which day was that?", Type: planfile.FieldDate, Expects: "past"},
			{Key: "review_days", Ask: "How many days between looks?", Type: planfile.FieldDays},
		}},
		{Kind: "programmes", Title: "Programmes", One: "a programme", Ask: "List your other work.", Fields: []planfile.Field{
			{Key: "name", Ask: "What is it called?", Type: planfile.FieldText, Required: true},
			{Key: "lead", Ask: "Who leads it?", Type: planfile.FieldPerson},
		}},
		{Kind: "stakeholders", Title: "Groups", One: "a group", Ask: "List the groups.", Fields: []planfile.Field{
			{Key: "group", Ask: "Which group?", Type: planfile.FieldText, Required: true},
			{Key: "kind", Ask: "Who are they?", Type: planfile.FieldChoice, Required: true, Choices: []string{"employees", "customers"}},
			{Key: "told", Ask: "When were they told?", Type: planfile.FieldDate, Expects: "past"},
			{Key: "restated", Ask: "When did they say it back?", Type: planfile.FieldDate, Expects: "past", After: "told"},
		}},
		{Kind: "readings", Within: "metrics", Title: "Readings", One: "a reading", Ask: "List what it has shown.", Fields: []planfile.Field{
			{Key: "on", Ask: "On which day was it read?", Type: planfile.FieldDate, Required: true, Expects: "past"},
			{Key: "value", Ask: "What did it show?", Type: planfile.FieldAmount, Unless: map[string]string{"how": "qualitative"}},
			{Key: "verdict", Ask: "What do you make of it?", Type: planfile.FieldChoice, Choices: []string{"success", "adjust", "stop"}, Unless: map[string]string{"how": "quantitative"}},
		}},
	}
}

func rungs(what string) [questions.MaxLevel + 1]string {
	return [...]string{
		"Nobody has raised " + what + ".",
		"We have talked about " + what + ".",
		"A named person has written " + what + " down.",
		"Those affected agreed to " + what + ", on a date we can name.",
		"We tried " + what + " and noted what we learned.",
	}
}
