package report

import "strings"

// Rule is the text behind the id of a finding.
type Rule struct {
	ID, Title string
	Severity  string // error, critical, major or minor; the gravest that its findings can have
	Help      string // why it matters and what to do, in Markdown
}

// Help writes labelled texts as paragraphs of Markdown, as the help of a rule.
func Help(texts [][2]string) string {
	var out []string
	for _, t := range texts {
		out = append(out, "**"+t[0]+":** "+prose(t[1]))
	}
	return strings.Join(out, "\n\n")
}

// prose writes a text of the bank or of a rule in Markdown: only these characters
// could be taken for more.
func prose(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "[", `\[`, "|", `\|`).Replace(text)
}
