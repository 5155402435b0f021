package diff

import (
	"fmt"
	"strings"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/score"
)

// Document tells of the difference, for people.
func (d *Diff) Document() *document.Document {
	doc := &document.Document{Title: fmt.Sprintf("From %s to %s", d.From.File, d.To.File)}
	doc.Sections = append(doc.Sections, document.Section{Lead: d.inShort(), Paragraphs: document.Notes(report.Reweighed(d.To.Result, report.Working)), Table: d.verdicts()})
	doc.Add("Questionnaires", d.scope())
	doc.Add("Answers that moved", d.moved(func(a *Answer) bool { return a.Moved && !a.opened() }))
	doc.Add("Answers that became open, or were set aside", d.moved(func(a *Answer) bool { return a.Moved && a.opened() }))
	doc.Add("Answers that count for another level", d.counted())
	doc.Add("Answers with another day, other evidence or another note", d.beside())
	doc.Add("Warnings", d.warnings())
	doc.Add("New findings", findings(d.New))
	doc.Add("Mended findings", findings(d.Mended))
	doc.Add("Records", d.recordTable())
	return doc
}

// inShort says what came of it all.
func (d *Diff) inShort() string {
	switch {
	case d.IsSame() && d.IsEmpty():
		return "Nothing has changed."
	case d.IsEmpty():
		return "Nothing that is judged or reported has changed. The two files differ in something else, such as a comment."
	}
	a, b := d.From.Result, d.To.Result
	switch {
	case a.Bank.PlanVersion != b.Bank.PlanVersion:
		return "The two belong to different editions of the questions, so that their grades and scores cannot be compared."
	case len(d.Scope) > 0:
		return "The two are graded on different questionnaires, so that their grades and scores cannot be compared."
	}
	says := d.grades()
	verb := "rose"
	switch d.Gained().Sign() {
	case 0:
		return says + "; the score stays " + score.Shown(b.Low.Score) + "."
	case -1:
		verb = "fell"
	}
	if was := score.Shown(a.Low.Score); was != score.Shown(b.Low.Score) {
		return says + fmt.Sprintf("; the score %s from %s to %s.", verb, was, score.Shown(b.Low.Score))
	}
	return says + fmt.Sprintf("; the score %s by less than 0.1, and is %s.", verb, score.Shown(b.Low.Score))
}

// grades says how the grade moved, without a full stop.
func (d *Diff) grades() string {
	a, b := d.From.Result, d.To.Result
	switch {
	case !a.Gradable && !b.Gradable:
		return fmt.Sprintf("There is still no grade: it lies between %s and %s", b.Low.Grade, b.High.Grade)
	case !a.Gradable:
		return "There was no grade, and now it is " + document.GradeRange(b)
	case !b.Gradable:
		return fmt.Sprintf("The grade was %s, and now there is none: it lies between %s and %s", document.GradeRange(a), b.Low.Grade, b.High.Grade)
	case d.GradeMoved():
		return fmt.Sprintf("The grade was %s, and is %s", document.GradeRange(a), document.GradeRange(b))
	}
	return "The grade stays " + document.GradeRange(b)
}

// verdicts puts the two beside each other.
func (d *Diff) verdicts() document.Table {
	a, b := d.From.Result, d.To.Result
	t := document.Table{Caption: "The two plans", Grid: true, Head: []document.Column{document.InWords("Verdict", 28), document.InWords(d.From.File, 36), document.InWords(d.To.File, 36)}}
	row := func(name, was, is string) {
		t.Add(document.Cell{Text: name}, document.Cell{Text: was}, document.Cell{Text: is})
	}
	row("Grade", document.GradeRange(a), document.GradeRange(b))
	row("Score", document.ScoreRange(a), document.ScoreRange(b))
	row("Claimed", score.Shown(a.Claimed), score.Shown(b.Claimed))
	row("Known", report.Percent(a.Coverage)+"%", report.Percent(b.Coverage)+"%")
	row("Answers belong to", edition(a), edition(b))
	row("Judged by", a.Bank.ID+" "+a.Bank.Version, b.Bank.ID+" "+b.Bank.Version)
	row("Judged as of", report.Day(a.AsOf.Day), report.Day(b.AsOf.Day))
	return t
}

func edition(r *score.Result) string { return "edition " + r.Bank.PlanVersion }

func (d *Diff) scope() document.Table {
	t := document.Table{Caption: "Questionnaires that only one of the two is graded on; the two grades are of different questions", Head: []document.Column{document.InWords("Questionnaire", 60), document.InWords("What became of it", 40)}}
	for _, s := range d.Scope {
		became := "left out"
		if s.CameIn {
			became = "came in"
		}
		t.Add(document.Cell{Text: s.Title}, document.Cell{Text: became})
	}
	return t
}

// opened reports whether a question has no level any more, or never had one.
func (a *Answer) opened() bool { return a.To.State != planfile.AtLevel }

func (d *Diff) moved(which func(*Answer) bool) document.Table {
	t := document.Table{Caption: "Answers", Head: []document.Column{document.InWords("Question", 30), document.InWords("Before", 35), document.InWords("Now", 35)}}
	for i := range d.Answers {
		if a := &d.Answers[i]; which(a) {
			t.Add(document.Cell{Text: a.To.Ask}, answer(a.From), answer(a.To))
		}
	}
	return t
}

// answer is an answer in the words of the questionnaire, and what it counts for
// where that is less.
func answer(it *score.Item) document.Cell {
	c := document.Cell{Text: "Not answered"}
	switch it.State {
	case planfile.AtLevel:
		c.Text = it.Rung
		if it.HeldBy != "" {
			c.Notes = []string{counts(it)}
		}
	case planfile.DontKnow:
		c.Text = "Don't know. Who would: " + it.Answer.Unknown
	case planfile.NotApplicable:
		c.Text = "Not applicable: " + it.Answer.NotApplicable
	}
	return c
}

// counts says what an answer counts for, and why for no more.
func counts(it *score.Item) string {
	if it.HeldBy == "" {
		return fmt.Sprintf("counts as level %d", it.Low)
	}
	return fmt.Sprintf("counts as level %d: %s", it.Low, it.HeldBy)
}

// counted are the answers of which the same line is chosen, and another is borne out.
func (d *Diff) counted() document.Table {
	t := document.Table{Caption: "The answer is the same, and what bears it out is not", Head: []document.Column{document.InWords("Question", 50), document.InWords("Before", 25), document.InWords("Now", 25)}}
	for i := range d.Answers {
		if a := &d.Answers[i]; !a.Moved && a.Counts {
			t.Add(document.Cell{Text: a.To.Ask, Notes: document.Notes(a.To.Rung)}, document.Cell{Text: counts(a.From)}, document.Cell{Text: counts(a.To)})
		}
	}
	return t
}

// beside are the answers of which only what stands beside them is another.
func (d *Diff) beside() document.Table {
	t := document.Table{Caption: "What stands beside an answer; none of it moves the score", Head: []document.Column{document.InWords("Question", 40), document.InWords("Before", 30), document.InWords("Now", 30)}}
	for i := range d.Answers {
		if a := &d.Answers[i]; !a.Moved && !a.Counts {
			t.Add(document.Cell{Text: a.To.Ask}, around(&a.From.Answer), around(&a.To.Answer))
		}
	}
	return t
}

// around is what stands beside an answer.
func around(a *planfile.Answer) document.Cell {
	evidence := ""
	if e := a.Evidence; e != nil {
		evidence = strings.Join(document.Notes(document.Labelled("vouched for by", e.Vouched), document.Labelled("shown in", e.Shown), report.Day(e.On)), ", ")
	}
	all := document.Notes(document.Labelled("Who would know:", a.Unknown), document.Labelled("Why not applicable:", a.NotApplicable),
		document.Labelled("Answered on", report.Day(a.On)), document.Labelled("Evidence:", evidence), document.Labelled("Note:", a.Note),
		document.Labelled("Seen otherwise:", a.Dissent), document.Labelled("Heard:", heard(a)), document.Labelled("Agreed by the room on", report.Day(a.Agreed)), document.Labelled("Given under edition", a.Edition))
	return document.Or(strings.Join(all, "; "), "nothing")
}

func heard(a *planfile.Answer) string {
	if a.Heard == nil {
		return ""
	}
	return report.Heard(a.Heard.All())
}

func (d *Diff) warnings() document.Table {
	t := document.Table{Caption: "Warnings that were raised or lifted", Head: []document.Column{document.InWords("Warning", 50), document.InWords("Before", 25), document.InWords("Now", 25)}}
	for _, w := range d.Warnings {
		t.Add(document.Cell{Text: w.Either().Title + ", " + w.Either().Effect()}, document.Cell{Text: standing(w.From)}, document.Cell{Text: standing(w.To)})
	}
	return t
}

func standing(w *score.Warning) string {
	switch {
	case w == nil:
		return "not raised"
	case w.Confirmed:
		return "raised"
	}
	return "possible, as answers are open"
}

func findings(all []gate.Finding) document.Table {
	t := document.Table{Caption: "Findings", Head: []document.Column{document.InWords("Finding", 80), document.InWords("Severity", 20)}}
	for _, f := range report.ForPeople(all) {
		says, advice := f.Plain()
		t.Add(document.Cell{Text: printable.Capital(says), Notes: document.Notes(advice)}, document.Cell{Text: f.Severity.String()})
	}
	return t
}

func (d *Diff) recordTable() document.Table {
	t := document.Table{Caption: "Records that were added, removed or changed", Head: []document.Column{document.InWords("Record", 35), document.InWords("What became of it", 65)}}
	for _, r := range d.Records {
		c := document.Cell{Text: string(r.State)}
		for _, f := range r.Fields {
			c.Notes = append(c.Notes, fmt.Sprintf("%s: %s, was %s", f.Name, orNothing(f.To), orNothing(f.From)))
		}
		t.Add(document.Cell{Text: printable.Capital(strings.TrimSpace(r.Kind + " " + quoted(r.Name)))}, c)
	}
	return t
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

func quoted(name string) string {
	if name == "" {
		return ""
	}
	return "“" + name + "”"
}
