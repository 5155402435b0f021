package catalogue

import (
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Rules lists what a finding can name, as reports list it: the warnings, the
// prompts, then the rules.
func (c *Catalogue) Rules() []report.Rule {
	var out []report.Rule
	for i := range c.bank.Warnings {
		w := &c.bank.Warnings[i]
		out = append(out, report.Rule{ID: w.ID, Title: w.Title, Severity: score.SeverityOf(w.Cap).String(), Help: help(c.warning(w)[1:])})
	}
	for i := range c.bank.Prompts {
		p := &c.bank.Prompts[i]
		out = append(out, report.Rule{ID: p.ID, Title: p.Title, Severity: rules.Note.String(), Help: help(prompt(p))})
	}
	for i := range c.rules {
		r := &c.rules[i]
		out = append(out, report.Rule{ID: r.ID, Title: r.Title, Severity: r.Severity.String(), Help: help(finding(r))})
	}
	return out
}

func help(texts []document.Item) string {
	var list [][2]string
	for _, i := range texts {
		list = append(list, [2]string{i.Label, i.Text})
	}
	return report.Help(list)
}
