package json

import (
	"io"

	"forewarn/audit/history"
	"forewarn/audit/report"
)

// historyVersion is the version of the format, as version is that of reports.
const historyVersion = 1

type wholeHistory struct {
	Format  int      `json:"forewarn-history" about:"The version of this format. Keys may be added to it; one that is taken away or means something else makes a new version."`
	Program program  `json:"program" about:"The program that wrote it."`
	File    string   `json:"file" about:"The plan as it was named to the program."`
	Bank    string   `json:"bank" about:"The questions by which all commits are judged: the id of the bank and its version."`
	AsOf    *date    `json:"as_of" about:"The one day by which all commits are judged; null when each is by the day on which it was committed, in UTC."`
	CutOff  bool     `json:"cut_off" about:"Whether this copy of the repository lacks earlier commits, so that the plan may be older than it looks."`
	Commits []commit `json:"commits" about:"The commits that changed the plan, the first one first."`
}

type commit struct {
	Commit  string   `json:"commit" about:"The id of the commit."`
	Subject string   `json:"subject" about:"The first line of its message."`
	Day     *date    `json:"day" about:"The day on which it was committed, in UTC; null for a time that no calendar has."`
	Path    string   `json:"path" about:"The plan in that commit, seen from the root of the repository."`
	Was     string   `json:"was" about:"Its path before, when the commit renamed it; else empty."`
	Deleted bool     `json:"deleted" about:"Whether the commit deleted it."`
	Broken  string   `json:"broken" about:"Why it could not be judged; empty when it was, or was deleted."`
	Verdict *verdict `json:"verdict" about:"Its grade and score; null when it was not judged."`
	Moved   *moved   `json:"moved" about:"What differs from the last commit before that was judged; null for the first one and where nothing was judged."`
}

type verdict struct {
	Grade     string  `json:"grade" one:"A B C D F -" about:"The headline grade; - when there are too few answers for one."`
	LowGrade  string  `json:"low_grade" one:"A B C D F" about:"With every open answer as nothing."`
	HighGrade string  `json:"high_grade" one:"A B C D F" about:"With every open answer as the best."`
	Low       *points `json:"low" about:"The score with every open answer as nothing."`
	High      *points `json:"high" about:"The score with every open answer as the best."`
	AsOf      *date   `json:"as_of" about:"The day by which it was judged."`
	Edition   string  `json:"edition" about:"The version of the questions that its answers belong to."`
}

type moved struct {
	Answers int `json:"answers" about:"Answers that moved or count for another level."`
	Raised  int `json:"warnings_raised" about:"Warnings that were not raised before."`
	Lifted  int `json:"warnings_lifted" about:"Warnings that are no longer raised."`
	New     int `json:"findings_new" about:"Findings that were not there before, but for warnings."`
	Mended  int `json:"findings_mended" about:"Findings that are no longer there, but for warnings."`
	Records int `json:"records" about:"Records that were added, removed or changed."`
}

// WriteHistory writes a history for other programs, as HistorySchema says.
func WriteHistory(w io.Writer, h *history.History, o report.Options) error {
	return write(w, wholeHistory{
		Format: historyVersion, Program: program{report.ProgramName, o.Version},
		File: h.File, Bank: h.Bank, AsOf: newDate(h.AsOf), CutOff: h.CutOff, Commits: each(h.Rows, newCommit),
	})
}

// HistorySchema returns the JSON Schema (draft-07) of what WriteHistory writes.
func HistorySchema() []byte {
	return whollySchema[wholeHistory]("forewarn history", "A plan at each commit that changed it.", "forewarn-history", historyVersion)
}

func newCommit(r history.Row) commit {
	c := commit{Commit: r.Commit, Subject: r.Subject, Day: newDate(r.When), Path: r.Name, Was: r.Was, Deleted: r.Gone, Broken: r.Broken}
	if v := r.Verdict; v != nil {
		c.Verdict = &verdict{
			Grade: v.Grade(), LowGrade: v.LowGrade, HighGrade: v.HighGrade, Low: newPoints(v.Low), High: newPoints(v.High), AsOf: newDate(v.AsOf), Edition: v.Edition,
		}
	}
	if m := r.Moved; m != nil {
		c.Moved = &moved{m.Answers, m.Raised, m.Lifted, m.New, m.Mended, m.Records}
	}
	return c
}

// write writes a whole document at once.
func write(w io.Writer, v any) error {
	text, err := encoded("", v)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, escaped(text)+"\n")
	return err
}
