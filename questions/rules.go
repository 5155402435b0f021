package questions

import "strings"

// Rule is what the id of a finding stands for, in the form in which other
// programs list it.
type Rule struct {
	ID, Title string
	Severity  string // error, critical, major or minor: the gravest that its findings can have
	Help      string // why it matters and what to do, in Markdown
}

// Rules lists every rule that a finding can name: the warnings, then the
// findings, each in bank order.
func (b *Bank) Rules() []Rule {
	rules := make([]Rule, 0, len(b.Warnings)+len(b.Findings))
	for i := range b.Warnings {
		w := &b.Warnings[i]
		rules = append(rules, Rule{ID: w.ID, Title: w.Title, Severity: w.severity(), Help: help(b.explainWarning(w)[1:])})
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		rules = append(rules, Rule{ID: f.ID, Title: f.Title, Severity: f.severity(), Help: help(f.explain())})
	}
	return rules
}

// help writes labelled texts as paragraphs of Markdown.
func help(texts [][2]string) string {
	var out []string
	for _, t := range texts {
		out = append(out, "**"+t[0]+":** "+escaped(t[1]))
	}
	return strings.Join(out, "\n\n")
}

// escaped writes a text of the bank in Markdown. It is prose, in which only
// these characters could be taken for more.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "[", `\[`, "|", `\|`).Replace(text)
}

func (f *Finding) explain() [][2]string {
	return [][2]string{{"Why it matters", f.Why}, {"What to do", f.Do}}
}

func (w *Warning) severity() string {
	switch w.Cap {
	case "D":
		return "critical"
	case "C":
		return "major"
	}
	return "minor"
}

// severity tells what makes a file unusable from what its records lack. Of
// these, only those that bear no answer out are never worse than minor.
func (f *Finding) severity() string {
	switch f.ID {
	case "not-readable", "yaml-syntax", "not-supported", "duplicate-key", "unknown-key", "wrong-type", "missing-key",
		"unknown-id", "dangling-reference", "duplicate-id", "wrong-answer", "level-out-of-range",
		"not-applicable-refused", "bank-mismatch", "format-mismatch":
		return "error"
	case "future-date", "metric-without-source", "line-crossed", "success-no-better", "few-reviews", "too-many-metrics",
		"scenario-without-response", "scenario-without-owner", "only-discomfort",
		"evidence-stale", "evidence-missing", "answer-stale", "waiver-expired", "waiver-unused":
		return "minor"
	}
	return "major"
}
