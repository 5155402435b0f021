package workshop

import (
	"errors"

	"forewarn/audit/disk"
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// Filling is a sheet that somebody fills in: each answer is in the file when it has been
// given. It is what an interview keeps answers in (interview.Store), and has no records.
type Filling struct {
	file     *disk.File
	workshop *Workshop
	bank     *questions.Bank
	sheet    *Sheet
}

// Fill opens the sheet at a path. The error wraps fs.ErrNotExist where there is none, and
// is an *rules.InvalidError when it cannot be used as it is.
func Fill(path string, w *Workshop, bank *questions.Bank) (*Filling, error) {
	file, err := kind().Open(path)
	if err != nil {
		return nil, err
	}
	s, found := ParseSheet(file.Content(), w, bank)
	if s == nil {
		return nil, errors.Join(&rules.InvalidError{Path: path, Findings: found}, file.Close())
	}
	return &Filling{file, w, bank, s}, nil
}

// Sheet is what has been answered.
func (f *Filling) Sheet() *Sheet { return f.sheet }

// Close releases the lock.
func (f *Filling) Close() error { return f.file.Close() }

// Plan is the sheet as an interview sees answers.
func (f *Filling) Plan() *planfile.Plan {
	p := &planfile.Plan{
		Forewarn: planfile.Format, Bank: f.workshop.Bank, Questionnaires: f.workshop.Questionnaires, Answers: map[string]map[string]planfile.Answer{},
	}
	for _, q := range f.workshop.Questions(f.bank) {
		said, given := f.sheet.Answers[q.ID]
		a := planfile.Answer{Note: f.sheet.Notes[q.ID]}
		switch level := int(said); {
		case !given:
		case said == Unknown:
			a.Unknown = planfile.NobodyYet
		case said == NotApplicable:
			a.NotApplicable = notApplicableWord
		default:
			a.Level = &level
		}
		if p.Answers[q.Questionnaire.ID] == nil {
			p.Answers[q.Questionnaire.ID] = map[string]planfile.Answer{}
		}
		p.Answers[q.Questionnaire.ID][q.ID] = a
	}
	return p
}

// SetAnswer keeps the level, or that there is none, and the note.
func (f *Filling) SetAnswer(_, question string, a planfile.Answer) error {
	s := *f.sheet
	s.Answers, s.Notes = with(s.Answers, question, a), noted(s.Notes, question, a.Note)
	content, err := Written(s.Entries(f.workshop, f.bank))
	if err != nil {
		return err
	}
	if again, found := ParseSheet(content, f.workshop, f.bank); again == nil {
		return &rules.InvalidError{Path: f.file.Path(), Findings: found}
	}
	if err := f.file.Replace(content); err != nil {
		return err
	}
	f.sheet = &s
	return nil
}

func with(answers map[string]Said, question string, a planfile.Answer) map[string]Said {
	out := map[string]Said{}
	for id, said := range answers {
		out[id] = said
	}
	switch a.State() {
	case planfile.AtLevel:
		out[question] = Said(*a.Level)
	case planfile.DontKnow:
		out[question] = Unknown
	case planfile.NotApplicable:
		out[question] = NotApplicable
	default:
		delete(out, question)
	}
	return out
}

func noted(notes map[string]string, question, note string) map[string]string {
	out := map[string]string{}
	for id, text := range notes {
		out[id] = text
	}
	if out[question] = note; note == "" {
		delete(out, question)
	}
	return out
}

var errNoRecords = errors.New("a sheet has answers alone")

// Set refuses: a sheet has no facts.
func (f *Filling) Set(path []string, _ any) ([]string, error) { return path, errNoRecords }

// Append refuses: a sheet has no records.
func (f *Filling) Append(list []string, _ yamldoc.Map) ([]string, error) { return list, errNoRecords }

// Remove refuses: a sheet has no records.
func (f *Filling) Remove([]string) error { return errNoRecords }

// Core reports whether the workshop asks the core questions alone.
func (f *Filling) Core() bool { return f.workshop.Core }
