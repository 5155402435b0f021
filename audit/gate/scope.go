package gate

import (
	"slices"

	"forewarn/audit/score"
)

// leftOut returns the questionnaires that are in the scope of one Result and
// not in that of the other.
func leftOut(of, in *score.Result) []score.Section {
	var out []score.Section
	for _, s := range of.Questionnaires {
		if !slices.ContainsFunc(in.Questionnaires, func(other score.Section) bool { return other.ID == s.ID }) {
			out = append(out, s)
		}
	}
	return out
}

// judges reports whether a finding of r is about a question of one of these
// sections. Where they are asked no more, it is not mended but out of sight.
func judges(sections []score.Section, r *score.Result, f *Finding) bool {
	for i := range sections {
		for j := range sections[i].Items {
			if id := sections[i].Items[j].ID; f.About.Question == id || raisedBy(r, f.ID, id) {
				return true
			}
		}
	}
	return false
}

// raisedBy reports whether a warning is raised by the answer to a question.
func raisedBy(r *score.Result, warning, question string) bool {
	return slices.ContainsFunc(r.Warnings, func(w score.Warning) bool {
		return w.ID == warning && slices.ContainsFunc(w.Because, func(b score.Reason) bool { return b.Question == question })
	})
}
