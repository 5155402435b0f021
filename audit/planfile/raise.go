package planfile

import (
	"maps"
	"slices"

	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// editionToWrite is the edition that an answer has to name: that of the bank, while
// the plan belongs to an older one; else none.
func (f *File) editionToWrite() string {
	if questions.CompareEditions(f.plan.Bank.Version, f.bank.Version) < 0 {
		return f.bank.Version
	}
	return ""
}

// raise makes a draft belong to the edition of the bank once nothing in it rests on
// an older one, and takes away the keys that told its answers apart.
func (f *File) raise(d draft) (draft, error) {
	if f.editionToWrite() == "" || d.plan.restsOnOlder() {
		return d, nil
	}
	paths := [][]string{}
	if d.plan.Initiative.Edition != "" {
		paths = append(paths, []string{"initiative", "edition"})
	}
	for _, questionnaire := range slices.Sorted(maps.Keys(d.plan.Answers)) {
		answers := d.plan.Answers[questionnaire]
		for _, question := range slices.Sorted(maps.Keys(answers)) {
			if answers[question].Edition != "" {
				paths = append(paths, d.plan.written([]string{"answers", questionnaire, question, "edition"}))
			}
		}
	}
	return f.edit(d, []string{"bank"}, func(src []byte) ([]byte, error) {
		src, err := yamldoc.Set(src, []string{"bank", "version"}, f.bank.Version)
		for _, path := range paths {
			if err == nil {
				src, err = yamldoc.Delete(src, path)
			}
		}
		return src, err
	})
}

// restsOnOlder reports whether an answer or a fact of the plan was given to a
// question that has changed since.
func (p *Plan) restsOnOlder() bool {
	given := func(a Answer) bool { return a.State() != Blank }
	return len(p.again) > 0 || slices.ContainsFunc(slices.Collect(maps.Values(p.Earlier)), given)
}
