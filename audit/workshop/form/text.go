package form

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"forewarn/audit/printable"
)

// width is that of a line which a mail program leaves whole when it is quoted.
const width = 72

// WriteText writes the form as plain text, to be answered in a mail or on paper.
func (f *Form) WriteText(w io.Writer) error {
	var t sheet
	t.title(f.name(), '=')
	if f.Client != "" {
		t.para("", "for "+f.Client)
	}
	t.para("", fmt.Sprintf("There are %d questions, each with five lines from 0 to 4. Find the last line in which every word is true today, and write its digit behind “Answer:”. Write d if you don't know. Leave a question open if you like.", f.count()))
	t.para("", "Answer for yourself, and not for the others. The room sees counts, and none about fewer than "+fmt.Sprint(f.Workshop.Minimum)+" answers; whoever you send this to sees that it is yours.")
	t.para("", "A note is shown to the room word for word, without your name. Write one only if it may be shown.")
	t.para("", askRole+" Write one of these:")
	for _, role := range f.Workshop.Roles {
		t.item("-", role)
	}
	t.line("\nRole:\n")
	for _, g := range f.groups() {
		t.title(g.Title, '-')
		for _, q := range g.Asked {
			t.question(q)
		}
	}
	_, err := io.WriteString(w, t.String())
	return err
}

// sheet is the text as it grows.
type sheet struct{ strings.Builder }

func (t *sheet) line(text string) { t.WriteString(text + "\n") }

// title writes a title over a line of the rule.
func (t *sheet) title(text string, rule rune) {
	lines := wrapped(text, width)
	for _, l := range lines {
		t.line(l)
	}
	t.line(strings.Repeat(string(rule), ansi.StringWidth(lines[len(lines)-1])) + "\n")
}

// para writes a paragraph with an empty line behind it.
func (t *sheet) para(indent, text string) {
	for _, l := range wrapped(text, width-len(indent)) {
		t.line(indent + l)
	}
	t.line("")
}

// item writes a text behind its sign.
func (t *sheet) item(sign, text string) {
	for i, l := range wrapped(text, width-6) {
		if i == 0 {
			t.line("   " + sign + "  " + l)
		} else {
			t.line("      " + l)
		}
	}
}

func (t *sheet) question(q asked) {
	t.para("", fmt.Sprintf("%d. %s", q.Place, q.Ask))
	t.para("   ", q.Why)
	for _, c := range q.Choices() {
		t.item(c.Key, c.Words)
	}
	t.line("\n   Answer:\n   Note:\n")
}

// wrapped breaks text between words. What is unseen in it is spelt out.
func wrapped(text string, width int) []string {
	return strings.Split(ansi.Wrap(printable.Text(strings.Join(strings.Fields(text), " ")), width, ""), "\n")
}
