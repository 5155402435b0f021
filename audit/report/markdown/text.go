package markdown

import (
	"bufio"
	"regexp"
	"strings"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// markdown gathers a page.
type markdown struct {
	*bufio.Writer // whose error comes back from Flush
	options       report.Options
	targets       map[string]bool // the ids of sections that can be led to
	level         int             // of headings around those to come
}

func (m *markdown) blank() { m.WriteByte('\n') }

func (m *markdown) heading(level int, text string) {
	m.WriteString(strings.Repeat("#", min(6, m.level+level)) + " " + escaped(text) + "\n\n")
}

// para writes a paragraph of Markdown.
func (m *markdown) para(text string) { m.WriteString(text + "\n\n") }

// list writes items below what they are; nothing when there is none.
func (m *markdown) list(about string, items []string) {
	if len(items) == 0 {
		return
	}
	m.para(escaped(about))
	for _, item := range items {
		m.WriteString("- " + opening(item) + "\n")
	}
	m.blank()
}

func (m *markdown) label(label, text string) { m.para("**" + label + ":** " + escaped(text)) }

// section writes a table below a heading; nothing when the table is empty.
func (m *markdown) section(heading string, t document.Table) {
	if len(t.Rows) == 0 {
		return
	}
	m.heading(2, heading)
	m.table(t)
}

// table writes nothing for a table without rows.
func (m *markdown) table(t document.Table) {
	if len(t.Rows) == 0 {
		return
	}
	for _, c := range t.Head {
		m.WriteString("| " + escaped(c.Title) + " ")
	}
	m.WriteString("|\n")
	for _, c := range t.Head {
		if c.Number {
			m.WriteString("|--:")
		} else {
			m.WriteString("|---")
		}
	}
	m.WriteString("|\n")
	for _, row := range t.Rows {
		for _, c := range row() {
			m.WriteString("| " + m.inCell(c) + " ")
		}
		m.WriteString("|\n")
	}
	m.blank()
}

// inCell writes the parts of a cell below one another.
func (m *markdown) inCell(c document.Cell) string {
	parts := document.Notes(append([]string{c.Text, c.Address}, c.Notes...)...)
	for i, p := range parts {
		parts[i] = escaped(p)
	}
	if m.targets[c.Anchor] {
		parts[0] = m.link(c.Text, c.Anchor)
	}
	return strings.Join(parts, "<br>")
}

// escaped makes text from a plan stand in Markdown as the plan has it, on one
// line. An address stays text too: a reader should not be led away by a plan.
func escaped(s string) string {
	return site.ReplaceAllString(escapes.Replace(unlinked(report.Clean(s))), `$1\.`)
}

// escapes write what Markdown would take for its own.
var escapes = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "~", `\~`, "$", `\$`, "#", `\#`,
	"[", `\[`, "]", `\]`, "|", `\|`, "!", `\!`,
	"://", `\://`, broken, "&#8203;",
)

// broken stands where a reference is broken, until the text is escaped. It is in
// no text that was cleaned.
const broken = "\x00"

// references are what GitHub and its like make of text after Markdown: they
// resolve escapes and entities first, so that only a character in between breaks
// one. A zero-width space stays in the text, and is not seen. The first group is
// kept in front of it.
var references = regexp.MustCompile(strings.Join([]string{
	`(@)`,                                 // @name, @owner/team, commits of a repository, and e-mail addresses
	`([#!~%$&])[0-9]`,                     // issues, merge requests, labels, milestones
	`((?i)\b(?:GH|GHSA|CVE)-)[0-9a-z]`,    // issues and advisories
	`(:)[0-9A-Za-z_+-]+:`,                 // :emoji:
	`(?i)\b([0-9a-f]{6})[0-9a-f]{1,34}\b`, // commits, of which no piece may be one either
}, "|"))

// mayRefer is a quick look whether there can be a reference in a text.
func mayRefer(s string) bool {
	hex := 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'f', 'A' <= c && c <= 'F':
			if hex++; hex > 6 {
				return true
			}
			continue
		case strings.IndexByte("@#!~%$&:", c) >= 0, c == '-' && i > 0 && strings.IndexByte("hHaAeE", s[i-1]) >= 0:
			return true
		}
		hex = 0
	}
	return false
}

// unlinked breaks what would become a reference.
func unlinked(s string) string {
	if !mayRefer(s) {
		return s
	}
	var out strings.Builder
	for s != "" {
		m := references.FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		for group := 2; group < len(m); group += 2 {
			if end := m[group+1]; end >= 0 {
				out.WriteString(s[:end] + broken)
				s = s[end:]
				break
			}
		}
	}
	return out.String() + s
}

// site is what a reader makes an address of without being asked.
var site = regexp.MustCompile(`((?i)www)\.`)

var opener = regexp.MustCompile(`^([-+=:]|[0-9]+[.)])`)

// opening is escaped for the beginning of a line, where a dash or a number
// would begin a list.
func opening(s string) string {
	return opener.ReplaceAllStringFunc(escaped(s), func(mark string) string {
		return mark[:len(mark)-1] + `\` + mark[len(mark)-1:]
	})
}

// link leads to a section, if there is one of this id.
func (m *markdown) link(text, id string) string {
	if !m.targets[id] {
		return escaped(text)
	}
	return "[" + escaped(text) + "](#" + id + ")"
}
