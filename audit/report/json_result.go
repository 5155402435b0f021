package report

import "forewarn/audit/score"

// jsonResult is a score.Result, but for its findings: those of the decision
// are the same and say more.
type jsonResult struct {
	Verdict        string              `json:"verdict" about:"The outcome in one sentence."`
	Grade          string              `json:"grade" one:"A B C D F -" about:"The headline grade, that of the low end; - when there are too few answers for one."`
	Gradable       bool                `json:"gradable" about:"Whether there are enough answers for a grade."`
	Missing        []string            `json:"missing" about:"Why there is no grade, a phrase each."`
	AsOf           *jsonDate           `json:"as_of" about:"The day of the audit."`
	Initiative     jsonInitiative      `json:"initiative" about:"What the plan is about, as it says itself."`
	Bank           jsonBank            `json:"bank" about:"The questions that were asked."`
	Low            jsonEnd             `json:"low" about:"The low end of the range: every open answer counts as nothing yet."`
	High           jsonEnd             `json:"high" about:"The high end of the range: every open answer counts as the best."`
	Claimed        *jsonPoints         `json:"claimed" about:"The low score if every answer counted as it is claimed, without evidence and records."`
	Coverage       *jsonShare          `json:"coverage" about:"How much of the worth of all questions is answered."`
	Evidenced      *jsonShare          `json:"evidenced" about:"How many of the answers at a level have evidence."`
	Shown          *jsonShare          `json:"shown" about:"How many of the answers at a level have evidence that is shown."`
	Questionnaires []jsonQuestionnaire `json:"questionnaires" about:"The outcome of each questionnaire in scope."`
	Warnings       []jsonWarning       `json:"warnings" about:"The warnings that stand or may stand, critical ones first."`
	Next           []jsonStep          `json:"next" about:"What to do next, most points for the effort first."`
	Unknowns       []jsonUnknown       `json:"unknowns" about:"Questions to which somebody else has the answer."`
	Records        jsonRecords         `json:"records" about:"The plan's own records, as they are written."`
}

type jsonBank struct {
	ID          string `json:"id" about:"The id of the bank."`
	Version     string `json:"version" about:"Its version."`
	Hash        string `json:"hash" about:"The SHA-256 of its files."`
	PlanVersion string `json:"plan_version" about:"The version that the plan was answered with."`
}

type jsonEnd struct {
	Score *jsonPoints `json:"score" about:"From 0 to 100."`
	Band  string      `json:"band" one:"A B C D F" about:"The grade that the score alone would have."`
	Grade string      `json:"grade" one:"A B C D F" about:"The band, held down by the caps."`
	Caps  []jsonCap   `json:"caps" about:"Why the grade is lower than the band."`
}

type jsonCap struct {
	Grade         string `json:"grade" one:"A B C D F" about:"The best grade that it leaves."`
	Warning       string `json:"warning" about:"The id of the warning that caps; empty when a questionnaire does."`
	Questionnaire string `json:"questionnaire" about:"The id of the questionnaire that is under 25; empty when a warning caps."`
}

// jsonWarning carries the whole story, so that a program need not ask for it.
type jsonWarning struct {
	ID        string       `json:"id" about:"Its id."`
	Title     string       `json:"title" about:"What it is called."`
	Severity  string       `json:"severity" one:"critical major minor" about:"How much it matters."`
	Cap       string       `json:"cap" about:"The best grade while it stands; empty for a caution."`
	Confirmed bool         `json:"confirmed" about:"Whether it stands whatever the open answers are; else it is possible."`
	CRM       string       `json:"crm" about:"How CRM projects failed this way."`
	Here      string       `json:"here" about:"What it can look like here."`
	Do        string       `json:"do" about:"The first thing to do."`
	Strength  string       `json:"strength" one:"A B C" about:"A several independent sources, B one, C the documents behind this audit alone."`
	Sources   []string     `json:"sources" about:"The sources, as they are cited."`
	Because   []jsonReason `json:"because" about:"What in the plan raised it."`
}

type jsonReason struct {
	Question string     `json:"question" about:"The id of the question; empty for a fact of the initiative."`
	Says     string     `json:"says" about:"What the plan says."`
	Key      string     `json:"key" about:"The key path in the plan."`
	Place    *jsonPlace `json:"place" about:"Where in the file; null when that is not known."`
}

type jsonStep struct {
	Question string      `json:"question" about:"The id of the question that it raises."`
	Do       string      `json:"do" about:"What to do."`
	Who      string      `json:"who" about:"Who takes it; empty when nobody is named."`
	Gain     *jsonPoints `json:"gain" about:"The points that it brings."`
	Effort   int         `json:"effort" about:"What it costs, from 1, an afternoon, to 5, a quarter of a year."`
	Lifts    []string    `json:"lifts" about:"The ids of the warnings that it takes away."`
	Place    *jsonPlace  `json:"place" about:"Where in the file; null when that is not known."`
}

type jsonUnknown struct {
	Question string      `json:"question" about:"The id of the question."`
	Ask      string      `json:"ask" about:"What is asked."`
	Who      string      `json:"who" about:"Who would know."`
	Worth    *jsonPoints `json:"worth" about:"The points that the answer can bring."`
	Place    *jsonPlace  `json:"place" about:"Where in the file; null when that is not known."`
}

func newJSONResult(r *score.Result) *jsonResult {
	return &jsonResult{
		Verdict:        Verdict(r),
		Grade:          r.Grade(),
		Gradable:       r.Gradable,
		Missing:        each(r.Missing, same),
		AsOf:           newJSONDate(r.AsOf),
		Initiative:     newJSONInitiative(r.Initiative),
		Bank:           jsonBank{ID: r.Bank.ID, Version: r.Bank.Version, Hash: r.Bank.Hash, PlanVersion: r.Bank.PlanVersion},
		Low:            newJSONEnd(r.Low),
		High:           newJSONEnd(r.High),
		Claimed:        newJSONPoints(r.Claimed),
		Coverage:       newJSONShare(r.Coverage),
		Evidenced:      newJSONShare(r.Evidenced),
		Shown:          newJSONShare(r.Shown),
		Questionnaires: each(r.Questionnaires, newJSONQuestionnaire),
		Warnings:       each(r.Warnings, newJSONWarning),
		Next:           each(r.Next, newJSONStep),
		Unknowns:       each(r.Unknowns, newJSONUnknown),
		Records:        newJSONRecords(r.Records),
	}
}

func newJSONEnd(e score.End) jsonEnd {
	return jsonEnd{
		Score: newJSONPoints(e.Score), Band: e.Band, Grade: e.Grade,
		Caps: each(e.Caps, func(c score.Cap) jsonCap { return jsonCap(c) }),
	}
}

func newJSONWarning(w score.Warning) jsonWarning {
	return jsonWarning{
		ID: w.ID, Title: w.Title, Severity: w.Severity.String(), Cap: w.Cap, Confirmed: w.Confirmed,
		CRM: w.CRM, Here: w.Here, Do: w.Do, Strength: w.Strength, Sources: each(w.Sources, same),
		Because: each(w.Because, func(b score.Reason) jsonReason {
			return jsonReason{Question: b.Question, Says: b.Says, Key: b.Key, Place: newJSONPlace(b.Pos)}
		}),
	}
}

func newJSONStep(s score.Step) jsonStep {
	return jsonStep{
		Question: s.Question, Do: s.Do, Who: s.Who, Gain: newJSONPoints(s.Gain), Effort: s.Effort,
		Lifts: each(s.Lifts, same), Place: newJSONPlace(s.Pos),
	}
}

func newJSONUnknown(u score.Unknown) jsonUnknown {
	return jsonUnknown{Question: u.Question, Ask: u.Ask, Who: u.Who, Worth: newJSONPoints(u.Worth), Place: newJSONPlace(u.Pos)}
}
