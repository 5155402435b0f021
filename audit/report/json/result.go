package json

import (
	"forewarn/audit/report"
	"forewarn/audit/score"
)

// result is a score.Result, but for its findings: those of the decision
// are the same and say more.
type result struct {
	Verdict        string          `json:"verdict" about:"The outcome in one sentence."`
	Grade          string          `json:"grade" one:"A B C D F -" about:"The headline grade, that of the low end; - when there are too few answers for one."`
	Gradable       bool            `json:"gradable" about:"Whether there are enough answers for a grade."`
	Missing        []string        `json:"missing" about:"Why there is no grade, a phrase each."`
	AsOf           *date           `json:"as_of" about:"The day of the audit."`
	Initiative     initiative      `json:"initiative" about:"What the plan is about, as it says itself."`
	Bank           bank            `json:"bank" about:"The questions that were asked."`
	Low            end             `json:"low" about:"The low end of the range: every open answer counts as nothing yet."`
	High           end             `json:"high" about:"The high end of the range: every open answer counts as the best."`
	Claimed        *points         `json:"claimed" about:"The low score if every answer counted as it is claimed, without evidence and records."`
	Coverage       *share          `json:"coverage" about:"How much of the worth of all questions is known."`
	Open           open            `json:"open" about:"What is not known yet, and what would be found out first."`
	Evidenced      *share          `json:"evidenced" about:"How many of the answers at a level have evidence."`
	Shown          *share          `json:"shown" about:"How many of the answers at a level have evidence that is shown."`
	Questionnaires []questionnaire `json:"questionnaires" about:"The outcome of each questionnaire in scope."`
	Warnings       []warning       `json:"warnings" about:"The warnings that stand or may stand, critical ones first."`
	Next           []step          `json:"next" about:"What to do next, most points for the effort first; where a way was asked for, its first three steps come before."`
	Way            *way            `json:"way" about:"The cheapest way to the grade that was asked for; null when none was."`
	Weights        weights         `json:"weights" about:"How much the grade hangs on what the questions weigh."`
	Unknowns       []unknown       `json:"unknowns" about:"Questions to which somebody else has the answer."`
	Records        records         `json:"records" about:"The plan's own records, as they are written."`
}

type bank struct {
	ID          string `json:"id" about:"The id of the bank."`
	Version     string `json:"version" about:"Its version."`
	Hash        string `json:"hash" about:"The SHA-256 of its files."`
	PlanVersion string `json:"plan_version" about:"The version that the plan was answered with."`
	Reweighed   string `json:"reweighed" about:"Which weights and caps are others than in the questions that are built in; empty where none is."`
}

type end struct {
	Score *points   `json:"score" about:"From 0 to 100."`
	Band  string    `json:"band" one:"A B C D F" about:"The grade that the score alone would have."`
	Grade string    `json:"grade" one:"A B C D F" about:"The band, held down by the caps."`
	Caps  []ceiling `json:"caps" about:"Why the grade is lower than the band."`
}

type ceiling struct {
	Grade         string `json:"grade" one:"A B C D F" about:"The best grade that it leaves."`
	Warning       string `json:"warning" about:"The id of the warning that caps; empty when a questionnaire does."`
	Questionnaire string `json:"questionnaire" about:"The id of the questionnaire that is under 25; empty when a warning caps."`
}

// warning carries the whole story, so that a program need not ask for it.
type warning struct {
	ID        string   `json:"id" about:"Its id."`
	Title     string   `json:"title" about:"What it is called."`
	Severity  string   `json:"severity" one:"critical major minor" about:"How much it matters."`
	Cap       string   `json:"cap" about:"The best grade while it stands; empty for a caution."`
	Confirmed bool     `json:"confirmed" about:"Whether it stands whatever the open answers are; else it is possible."`
	CRM       string   `json:"crm" about:"How CRM projects failed this way."`
	Here      string   `json:"here" about:"What it can look like here."`
	Do        string   `json:"do" about:"The first thing to do."`
	Strength  string   `json:"strength" one:"A B C" about:"A several independent sources, B one, C the documents behind this audit alone."`
	Sources   []string `json:"sources" about:"The sources, as they are cited."`
	Because   []reason `json:"because" about:"What in the plan raised it."`
	Cases     []other  `json:"cases" about:"A published case in which this went wrong, then one that did it differently, as far as there are any."`
}

type other struct {
	ID      string   `json:"id" about:"The id of the case; forewarn explain takes it."`
	Told    string   `json:"told" one:"went-wrong done-differently" about:"What it is told for."`
	Says    string   `json:"says" about:"What happened, and who judges so."`
	Sources []string `json:"sources" about:"The sources, as they are cited."`
}

type open struct {
	Answers int      `json:"answers" about:"How many answers are blank or don't know."`
	Ask     string   `json:"ask" about:"Who would know what is worth the most; may be empty."`
	Begin   string   `json:"begin" about:"The id of the blank question that is worth the most; may be empty."`
	Before  int      `json:"before" about:"How many more answers have to be known, at the least, before there can be a grade."`
	Facts   []string `json:"facts" about:"Facts that decide a warning and are open, a phrase each."`
}

type reason struct {
	Question string `json:"question" about:"The id of the question; empty for a fact of the initiative."`
	Says     string `json:"says" about:"What the plan says."`
	Key      string `json:"key" about:"The key path in the plan."`
	Place    *place `json:"place" about:"Where in the file; null when that is not known."`
	Open     bool   `json:"open" about:"Whether it is a fact that the plan leaves open."`
}

type step struct {
	Question string   `json:"question" about:"The id of the question that it raises."`
	Ask      string   `json:"ask" about:"What the question asks."`
	To       int      `json:"to" about:"The level that it brings to; of an open answer, the least that it may turn out to be."`
	Do       string   `json:"do" about:"What to do."`
	Who      string   `json:"who" about:"Whom the answer or the record names that it touches; empty when that is nobody."`
	By       *date    `json:"by" about:"The launch while it is to come, where the step completes records that are to stand before it; else null."`
	Gain     *points  `json:"gain" about:"The points that it brings."`
	Effort   int      `json:"effort" about:"What it costs: the sum of its pieces."`
	Pieces   []int    `json:"pieces" about:"The effort of each thing to do, from 1, an afternoon, to 5, a quarter of a year."`
	Duration string   `json:"duration" about:"How long that takes, in words."`
	Lifts    []string `json:"lifts" about:"The ids of the warnings that it takes away; of a way, once the steps before it are taken."`
	Always   bool     `json:"always" about:"Whether it stands in every cheapest way; false for a step of none."`
	Place    *place   `json:"place" about:"Where in the file; null when that is not known."`
}

type way struct {
	To       *string `json:"to" one:"A B C D" about:"The grade that it is to lead to; null when there is no grade yet and it leads to the first."`
	Why      string  `json:"why" about:"Why there is no way, a sentence; empty when there is one."`
	Cost     int     `json:"cost" about:"The effort of all steps together."`
	Duration string  `json:"duration" about:"How long that takes, in words."`
	Score    *points `json:"score" about:"What it reaches, from 0 to 100; null when the answers decide, or there is no way."`
	Grade    *string `json:"grade" one:"A B C D" about:"The grade that it reaches, which may be better than the one asked for; null when score is."`
	Steps    []step  `json:"steps" about:"What to do, most points for the effort first."`
}

type weights struct {
	Within *share `json:"within" about:"How much every weight may be more or less before the grade changes; null without a grade."`
	Says   string `json:"says" about:"That in a sentence."`
}

type unknown struct {
	Question string  `json:"question" about:"The id of the question."`
	Ask      string  `json:"ask" about:"What is asked."`
	Who      string  `json:"who" about:"Who would know."`
	Worth    *points `json:"worth" about:"The points that the answer can bring."`
	Place    *place  `json:"place" about:"Where in the file; null when that is not known."`
}

func newResult(r *score.Result) *result {
	return &result{
		Verdict:        report.Verdict(r, report.Working),
		Grade:          r.Grade(),
		Gradable:       r.Gradable,
		Missing:        each(r.Missing, working),
		AsOf:           newDate(r.AsOf.Day),
		Initiative:     newInitiative(r.Initiative),
		Bank:           newBank(r.Bank),
		Low:            newEnd(r.Low),
		High:           newEnd(r.High),
		Claimed:        newPoints(r.Claimed),
		Coverage:       newShare(r.Coverage),
		Open:           open{Answers: r.Open.Answers, Ask: r.Open.Ask, Begin: r.Open.Begin.Working, Before: r.Open.Before, Facts: each(r.Open.Facts, same)},
		Evidenced:      newShare(r.Evidenced),
		Shown:          newShare(r.Shown),
		Questionnaires: each(r.Questionnaires, newQuestionnaire),
		Warnings:       each(r.Warnings, newWarning),
		Next:           each(r.Next, newStep),
		Way:            newWay(r.Way),
		Weights:        weights{Within: newShare(r.Weights.Within), Says: r.Weights.Says},
		Unknowns:       each(r.Unknowns, newUnknown),
		Records:        newRecords(r.Records),
	}
}

func newBank(b score.BankInfo) bank {
	return bank{ID: b.ID, Version: b.Version, Hash: b.Hash, PlanVersion: b.PlanVersion, Reweighed: b.Reweighed.Working}
}

func newEnd(e score.End) end {
	return end{
		Score: newPoints(e.Score), Band: e.Band, Grade: e.Grade,
		Caps: each(e.Caps, func(c score.Cap) ceiling { return ceiling(c) }),
	}
}

func newWarning(w score.Warning) warning {
	return warning{
		ID: w.ID, Title: w.Title, Severity: w.Severity.String(), Cap: w.Cap, Confirmed: w.Confirmed,
		CRM: w.CRM, Here: w.Here, Do: w.Do, Strength: w.Strength, Sources: each(w.Sources, cite),
		Because: each(w.Because, func(b score.Reason) reason {
			return reason{Question: b.Question, Says: b.Says.Working, Key: b.Key, Place: newPlace(b.Pos), Open: b.Open}
		}),
		Cases: each(w.Cases, newOther),
	}
}

func newOther(c score.Case) other {
	out := other{ID: c.ID, Told: "done-differently", Says: c.Says, Sources: each(c.Sources, cite)}
	if c.Wrong {
		out.Told = "went-wrong"
	}
	return out
}

func newStep(s score.Step) step {
	return step{
		Question: s.Question, Ask: s.Ask, To: s.To, Do: s.Do.Working, Who: s.Who, By: newDate(s.By), Gain: newPoints(s.Gain), Effort: s.Effort,
		Pieces: each(s.Pieces, same), Duration: score.Duration(s.Pieces), Lifts: each(s.Lifts, same), Always: s.Always, Place: newPlace(s.Pos),
	}
}

func newWay(w *score.Way) *way {
	if w == nil {
		return nil
	}
	return &way{
		To: orNull(w.To), Why: w.Why, Cost: w.Cost, Duration: score.Duration(w.Pieces()),
		Score: newPoints(w.Score), Grade: orNull(w.Grade), Steps: each(w.Steps, newStep),
	}
}

func newUnknown(u score.Unknown) unknown {
	return unknown{Question: u.Question, Ask: u.Ask, Who: u.Who, Worth: newPoints(u.Worth), Place: newPlace(u.Pos)}
}
