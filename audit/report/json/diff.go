package json

import (
	"io"
	"math/big"

	"forewarn/audit"
	"forewarn/audit/diff"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// diffVersion is the version of the format, as version is that of reports.
const diffVersion = 1

type wholeDiff struct {
	Format   int             `json:"forewarn-diff" about:"The version of this format. Keys may be added to it; one that is taken away or means something else makes a new version."`
	Program  program         `json:"program" about:"The program that wrote it."`
	Same     bool            `json:"same" about:"Whether nothing that is judged or reported has changed."`
	From     side            `json:"from" about:"The first plan."`
	To       side            `json:"to" about:"The second plan."`
	Gained   fraction        `json:"gained" about:"How many points the second has more; less than nothing when it has fewer."`
	Scope    []scopeChange   `json:"questionnaires" about:"Questionnaires that only one of the two is graded on."`
	Answers  []answerChange  `json:"answers" about:"Questions that are not answered alike."`
	Warnings []warningChange `json:"warnings" about:"Warnings that do not stand as they stood."`
	New      []finding       `json:"findings_new" about:"Findings that only the second plan has, but for warnings."`
	Mended   []finding       `json:"findings_mended" about:"Findings that only the first plan has, but for warnings."`
	Records  []recordChange  `json:"records" about:"Records that were added, removed or changed."`
}

type side struct {
	File    string  `json:"file" about:"As it was named to the program."`
	Verdict verdict `json:"verdict" about:"Its grade and score."`
	Bank    bank    `json:"bank" about:"The questions by which it was judged."`
}

type scopeChange struct {
	ID     string `json:"id" about:"The questionnaire."`
	CameIn bool   `json:"came_in" about:"Whether only the second plan has it; else only the first."`
}

type answerChange struct {
	Question string     `json:"question" about:"Its id."`
	Ask      string     `json:"ask" about:"What it asks."`
	Moved    bool       `json:"moved" about:"Whether another line was chosen, or it became open or not applicable."`
	Counts   bool       `json:"counts" about:"Whether it counts for another level. Where neither is so, only what stands beside the answer differs."`
	From     answerSide `json:"from" about:"In the first plan."`
	To       answerSide `json:"to" about:"In the second plan."`
}

type answerSide struct {
	State string `json:"state" one:"blank level unknown not-applicable" about:"What the answer is."`
	Level *int   `json:"level" about:"The level that is claimed; null unless there is one."`
	Rung  string `json:"rung" about:"The line that was chosen, in its words; empty unless at a level."`
	Low   int    `json:"low" about:"The level that it counts for, with an open answer as nothing."`
}

type warningChange struct {
	ID    string `json:"id" about:"The warning."`
	Title string `json:"title" about:"What it is called."`
	From  string `json:"from" one:"none possible raised" about:"How it stands in the first plan."`
	To    string `json:"to" one:"none possible raised" about:"How it stands in the second plan."`
}

type recordChange struct {
	Kind   string        `json:"kind" about:"What kind of record it is."`
	Name   string        `json:"name" about:"What people call it; empty for the initiative."`
	State  string        `json:"state" one:"added removed changed" about:"What became of it."`
	Fields []fieldChange `json:"fields" about:"What a changed one says otherwise."`
}

type fieldChange struct {
	Name string `json:"name" about:"The field."`
	From string `json:"from" about:"In the first plan; empty for nothing."`
	To   string `json:"to" about:"In the second plan; empty for nothing."`
}

// WriteDiff writes a difference for other programs, as DiffSchema says.
func WriteDiff(w io.Writer, d *diff.Diff, o report.Options) error {
	return write(w, wholeDiff{
		Format: diffVersion, Program: program{report.ProgramName, o.Version}, Same: d.IsEmpty(),
		From: newSide(d.From), To: newSide(d.To), Gained: exact(d.Gained()),
		Scope:    each(d.Scope, func(s diff.Scope) scopeChange { return scopeChange{s.ID, s.CameIn} }),
		Answers:  each(d.Answers, newAnswerChange),
		Warnings: each(d.Warnings, newWarningChange),
		New:      each(d.New, newFinding),
		Mended:   each(d.Mended, newFinding),
		Records:  each(d.Records, newRecordChange),
	})
}

// DiffSchema returns the JSON Schema (draft-07) of what WriteDiff writes.
func DiffSchema() []byte {
	return whollySchema[wholeDiff]("forewarn diff", "What differs between two plans.", "forewarn-diff", diffVersion)
}

func exact(x *big.Rat) fraction { return fraction(x.RatString()) }

func newSide(a *audit.Audit) side {
	r := a.Result
	return side{
		File: a.File, Bank: newBank(r.Bank),
		Verdict: verdict{
			Grade: r.Grade(), LowGrade: r.Low.Grade, HighGrade: r.High.Grade, Low: newPoints(r.Low.Score), High: newPoints(r.High.Score),
			AsOf: newDate(r.AsOf.Day), Edition: r.Bank.PlanVersion,
		},
	}
}

func newAnswerChange(a diff.Answer) answerChange {
	return answerChange{Question: a.To.ID, Ask: a.To.Ask, Moved: a.Moved, Counts: a.Counts, From: newAnswerSide(a.From), To: newAnswerSide(a.To)}
}

func newAnswerSide(it *score.Item) answerSide {
	out := answerSide{State: stateWord(it.State), Rung: it.Rung, Low: it.Low}
	if it.State == planfile.AtLevel {
		out.Level = &it.Level
	}
	return out
}

func newWarningChange(w diff.Warning) warningChange {
	return warningChange{w.Either().ID, w.Either().Title, standing(w.From), standing(w.To)}
}

func standing(w *score.Warning) string {
	switch {
	case w == nil:
		return "none"
	case w.Confirmed:
		return "raised"
	}
	return "possible"
}

func newRecordChange(r diff.Record) recordChange {
	return recordChange{r.Kind, r.Name, string(r.State), each(r.Fields, func(f diff.Field) fieldChange { return fieldChange(f) })}
}
