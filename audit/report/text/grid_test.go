package text

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
)

// A grid is never wider than the page, and drops no word of it.
func TestGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := document.Table{Grid: true, Head: []document.Column{{Title: "Day"}, {Title: "Score", Number: true}, {Title: "What moved"}}}
		words := rapid.StringMatching(`([a-z0-9é日]{1,12} ){0,12}`)
		want := ""
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			row := []document.Cell{{Text: words.Draw(t, "first")}, {Text: words.Draw(t, "second")}, {Text: words.Draw(t, "third")}}
			table.Add(row...)
			for _, c := range row {
				want += c.Text
			}
		}
		width := rapid.IntRange(40, 120).Draw(t, "width")
		var out strings.Builder
		doc := &document.Document{Title: "T", Sections: []document.Section{{Table: table}}}
		if err := WriteDocument(&out, doc, report.Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := ansi.StringWidth(strings.TrimSuffix(line, "\n")); n > min(width, 100) {
				t.Fatalf("a line of %d columns, of %d: %q", n, width, line)
			}
		}
		if got := letters(out.String()); len(got) != len(letters("T─DayScoreWhat moved"+want)) {
			t.Fatalf("some of %q is missing in\n%s", want, out.String())
		}
	})
}

// letters leaves out white space.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }

func TestGridAligned(t *testing.T) {
	table := document.Table{Grid: true, Head: []document.Column{{Title: "Day"}, {Title: "Score", Number: true}, {Title: "Of \x1b[1mx"}}}
	table.Add(document.Cell{Text: "2026-11-02"}, document.Cell{Text: "4.5"}, document.Cell{Text: "日本", Notes: []string{"so"}})
	var out strings.Builder
	doc := &document.Document{Title: "T", Sections: []document.Section{{Table: table}}}
	if err := WriteDocument(&out, doc, report.Options{}); err != nil {
		t.Fatal(err)
	}
	want := "T\n─\n\nDay         Score  Of \\u001b[1mx\n2026-11-02    4.5  日本; so\n\n"
	if out.String() != want {
		t.Errorf("it is\n%s, want\n%s", out.String(), want)
	}
}
