package schema

import (
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
)

// keyText is what an editor says about a key.
type keyText struct{ title, text string }

// keyTexts lists the texts by path, such as metrics.baseline.value: the forms'
// for the records that they ask for, and ours for the other keys.
func keyTexts(forms planfile.Forms) map[string]keyText {
	texts := ownTexts()
	for _, r := range forms {
		texts[r.Kind] = keyText{r.Title, r.Ask}
		for _, f := range r.Fields {
			texts[r.Kind+"."+f.Key] = keyText{f.Ask, printable.Capital(f.Hint)}
		}
	}
	return texts
}

func ownTexts() map[string]keyText {
	return map[string]keyText{
		"forewarn":       {"Format", "The format of this file."},
		"bank":           {"Questions", "Which questions the answers belong to."},
		"bank.id":        {"Which questions?", ""},
		"bank.version":   {"In which edition?", "Answers to questions that have changed since do not count."},
		"questionnaires": {"Scope", "Which questionnaires are asked and graded. Without this key, all but the deeper ones."},
		"answers":        {"Answers", "By questionnaire and question. Behind each goes one of level, unknown and not_applicable."},

		"answer.level":          {"Which line is true?", ""},
		"answer.unknown":        {"Who would know?", "For when you don't know: one person, for example Priya Nair."},
		"answer.not_applicable": {"Why does it not apply?", "At most a quarter of a questionnaire's weight may be left out in this way."},
		"answer.on":             {"On which day was it answered?", "For example: 2026-11-02"},
		"answer.evidence":       {"What stands behind the level?", ""},
		"answer.note":           {"Note", "Whatever a reader should know."},
		"answer.dissent":        {"Not agreed", "Who sees it otherwise, and how. It is printed in the report and never scored."},
		"answer.heard":          {"What was heard?", "How the sheets of a workshop fell on the question, without names. Written by forewarn workshop merge, and never scored."},
		"answer.agreed":         {"On which day did the room agree?", "Once it had seen what was heard."},
		"answer.edition":        {"Under which edition of the questions?", "Written by the interview while the plan belongs to an older one."},
		"initiative.edition":    {"Under which edition of the questions?", "Written by the interview while the plan belongs to an older one."},
		"evidence.vouched":      {"Who vouches for it?", "One person, other than the one who answers. A level then counts up to 3."},
		"evidence.shown":        {"What shows it?", "A path beside the plan, or an address. A level then counts up to 4."},
		"evidence.on":           {"From which day is it?", "For example: 2026-11-02"},

		"metrics.baseline":         {"Where does it stand before anything is done?", ""},
		"metrics.readings":         {"What has it shown since?", ""},
		"metrics.readings.on":      {"On which day?", "For example: 2027-02-15"},
		"metrics.readings.value":   {"Which value?", "For example: 19"},
		"metrics.readings.verdict": {"What does a person make of it?", "For a measure that is kept in words."},
		"metrics.readings.note":    {"Note", ""},

		"waivers":         {"Waivers", "Warnings and findings that somebody has decided to live with, until a day."},
		"waivers.warning": {"Which warning?", ""},
		"waivers.finding": {"Which finding?", ""},
		"waivers.reason":  {"Why?", "For example: merging with the newsletter in January"},
		"waivers.owner":   {"Who has decided it?", "One person, for example: Dana Ruiz"},
		"waivers.until":   {"Until which day?", "That day still counts."},

		"dismissed":        {"Dismissed notes", "Notes on the plan's own words that somebody has looked at and lets stand."},
		"dismissed.note":   {"Which note?", ""},
		"dismissed.at":     {"At which text?", "The intent, or the kind of a record with its id, such as objectives.answers."},
		"dismissed.reason": {"Why may it stand?", "For example: it is the name of the product"},
	}
}
