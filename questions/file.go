package questions

import (
	"strconv"
)

// questionnaireFile is a questionnaire as its file writes it.
type questionnaireFile struct {
	name string // of the file

	ID        string         `yaml:"id,required"`
	Title     string         `yaml:"title,required"`
	Order     int            `yaml:"order,required"` // its place among the questionnaires
	Weight    int            `yaml:"weight,required"`
	About     string         `yaml:"about,required"`
	Scale     string         `yaml:"scale"`
	Deep      bool           `yaml:"deep"`
	Records   []string       `yaml:"records"`
	Questions []questionFile `yaml:"questions,required"`
}

// questionFile is a question as its file writes it.
type questionFile struct {
	ID            string   `yaml:"id,required"`
	Was           string   `yaml:"was"`
	Since         string   `yaml:"since"`
	Ask           string   `yaml:"ask,required"`
	Why           string   `yaml:"why,required"`
	Weight        int      `yaml:"weight,required"`
	Core          bool     `yaml:"core"`
	NotApplicable bool     `yaml:"not_applicable"`
	Rungs         []string `yaml:"rungs,required"`
	Proof         string   `yaml:"proof,required"`
	Next          []string `yaml:"next,required"`
	Effort        int      `yaml:"effort,required"`
	Checks        []string `yaml:"checks"`
	Bears         int      `yaml:"bears"`
	Sources       []string `yaml:"sources,required"`
}

func (r *reader) questionnaire(f questionnaireFile) Questionnaire {
	out := Questionnaire{
		ID: f.ID, Title: f.Title, About: f.About, Scale: f.Scale,
		Weight: f.Weight, Deep: f.Deep, Records: f.Records,
		file: f.name,
	}
	for i, q := range f.Questions {
		out.Questions = append(out.Questions, r.question(f.name, i, q))
	}
	return out
}

func (r *reader) question(file string, i int, q questionFile) Question {
	out := Question{
		ID: q.ID, Was: q.Was, Since: q.Since, Ask: q.Ask, Why: q.Why,
		Weight: q.Weight, Core: q.Core, NotApplicable: q.NotApplicable,
		Proof: q.Proof, Effort: q.Effort, Checks: q.Checks, Bears: q.Bears, Sources: q.Sources,
	}
	r.exactly(file, i, "rungs", q.Rungs, out.Rungs[:])
	r.exactly(file, i, "next", q.Next, out.Next[:])
	return out
}

// exactly copies texts into a list of fixed length and notes a fault when they
// are too few, too many, or empty.
func (r *reader) exactly(file string, question int, key string, texts, into []string) {
	path := []string{"questions", strconv.Itoa(question), key}
	if texts != nil && len(texts) != len(into) {
		r.addAt(file, path, "%s: has %d texts, needs %d", r.key(file, path), len(texts), len(into))
	}
	for i := range min(copy(into, texts), len(texts)) {
		if texts[i] == "" {
			r.addAt(file, append(path, strconv.Itoa(i)), "%s: text %d is empty", r.key(file, path), i+1)
		}
	}
}
