package markdown

import (
	"forewarn/audit/report/document"
)

// outcomes is how it stands by the lines drawn beforehand; nothing where nothing was
// read.
func (m *markdown) outcomes(c *document.Chapter) {
	s := c.Standing()
	if s == nil {
		return
	}
	m.heading(2, document.OutcomesTitle)
	m.para("**" + escaped(s.Whole) + "**")
	for _, text := range document.Notes(s.Meaning) {
		m.para(escaped(text))
	}
	for i := range s.Measures {
		m.label(escaped(s.Measures[i].Name)+": "+s.Measures[i].Verdict, s.Measures[i].InALine())
	}
	for _, text := range s.Moved {
		m.para(opening(text))
	}
	m.list("What to adjust, and whose it is:", s.Pieces)
	for _, text := range document.Notes(s.Decision, s.Learned) {
		m.para(opening(text))
	}
}
