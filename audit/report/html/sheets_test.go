package html_test

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/reporttest"
)

// needsText skips a test where nothing reads what is printed.
func needsText(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not on PATH")
	}
}

// sheet is what is printed on one sheet: its lines from the top, without its foot.
type sheet []string

// printed prints the page at an address, and reads what is on each of its sheets.
func printed(t *testing.T, ctx context.Context, address string, paper chromedp.PaperSize) []sheet {
	t.Helper()
	do(t, ctx, chromedp.Navigate(address))
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper)))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("pdftotext", "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var out []sheet
	for _, on := range strings.Split(strings.TrimSuffix(string(text), "\f"), "\f") {
		var lines sheet
		for line := range strings.Lines(on) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, line)
			}
		}
		if n := len(lines); n > 0 && strings.HasSuffix(lines[n-1], fmt.Sprintf(" of %d", strings.Count(string(text), "\f"))) {
			lines = lines[:n-1]
		}
		out = append(out, lines)
	}
	return out
}

// has reports whether a text begins a line of the sheet.
func (s sheet) has(text string) bool {
	return slices.ContainsFunc(s, func(line string) bool { return strings.HasPrefix(line, text) })
}

// last is the line at the foot of what is printed.
func (s sheet) last() string {
	if len(s) == 0 {
		return ""
	}
	return s[len(s)-1]
}

// planText is what the plan says that has text in every field.
const planText = "Nachbarn helfen sich beim Lesen"

// paperRuns are plans to print: short, long, and more than one.
func paperRuns(t *testing.T) map[string][]*audit.Audit {
	t.Helper()
	runs := sampleRuns(t)
	delete(runs, "hostile") // whose one word fills sheets
	deep := "questionnaires: [alignment, stakeholders, metrics, silos, exits, principles, planning]\n" + withReadings(string(planfile.Example()))
	runs["deep"] = reporttest.Of(judged(t, "deep.yaml", deep))
	runs["long"] = reporttest.Of(filledWith(t, strings.Repeat(planText+" ", 6)))
	return runs
}

// check says what is wrong with a sheet, of a page with these headings.
func (s sheet) check(t *testing.T, headings []string) {
	t.Helper()
	const fewest = 8 // lines that make a sheet worth turning to
	if len(s) < fewest && !s.has("This plan could not be judged.") {
		t.Errorf("%d lines alone: %q", len(s), s)
	}
	for _, h := range headings {
		// Of a long heading the last line stands there alone.
		if h == s.last() || len(s.last()) > 20 && strings.HasSuffix(h, " "+s.last()) {
			t.Errorf("the heading %q at the foot", h)
		}
	}
	if s.has("supported claimed, not yet supported") && !s.has("Points of each questionnaire") {
		t.Error("the key without its pictures")
	}
	if s.has("Every question shows five states") != s.has("Graded on: ") {
		t.Error("a part of the method")
	}
}

// No sheet ends with a heading, holds next to nothing, or tears apart what belongs
// together.
func TestHTMLSheets(t *testing.T) {
	needsText(t)
	ctx := browser(t)
	for name, run := range paperRuns(t) {
		address := saved(t, run, report.Client)
		do(t, ctx, chromedp.Navigate(address))
		headings := evaluate[[]string](t, ctx, `[...document.querySelectorAll("h2, h3, h4, caption, thead")].map(e => e.innerText.replace(/\s+/g, " ").trim())`)
		headings = slices.DeleteFunc(headings, func(h string) bool { return strings.Contains(h, planText) }) // which stands everywhere
		for _, paper := range []struct {
			name string
			size chromedp.PaperSize
		}{{"A4", chromedp.PaperA4}, {"Letter", chromedp.PaperLetter}} {
			for i, s := range printed(t, ctx, address, paper.size) {
				t.Run(fmt.Sprintf("%s %s %d", name, paper.name, i+1), func(t *testing.T) { s.check(t, headings) })
			}
		}
	}
}

// A plan that could not be judged is told of on one sheet.
func TestHTMLUnjudgedIsOneSheet(t *testing.T) {
	needsText(t)
	ctx := browser(t)
	run := reporttest.Of(judged(t, "plan.yaml", "forewarn: 1\nbank: {id: core, version: 2.0.0}\ninitiative: {nmae: x}\nanswers: 3\n"))
	if sheets := printed(t, ctx, saved(t, run, report.Working), chromedp.PaperA4); len(sheets) != 1 {
		t.Errorf("it takes %d sheets: %q", len(sheets), sheets)
	}
}
