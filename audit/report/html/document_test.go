package html_test

import (
	"math/big"
	"regexp"
	"strings"
	"testing"
	"time"

	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/report/html"
	"forewarn/audit/report/reporttest"
)

const evil = "<script>x</script>\x1b[2J\u202e\"'&{{.}}"

// evilDocument is a document with a text that would be more than one in every place.
func evilDocument(points int) *document.Document {
	table := document.Table{Caption: evil, Grid: true, Head: []document.Column{document.InWords(evil, 50), document.InNumbers("Score", 50)}}
	table.Add(document.Cell{Text: evil}, document.Cell{Text: "1", Notes: []string{evil}})
	chart := &document.Chart{Title: evil}
	for i := range points {
		p := document.ChartPoint{On: time.Date(2026, 11, 1+i, 0, 0, 0, 0, time.UTC)}
		if i%5 != 3 {
			p.Low, p.High = big.NewRat(int64(i%101), 1), big.NewRat(100, 1)
		}
		chart.Points = append(chart.Points, p)
	}
	return &document.Document{Title: evil, Sections: []document.Section{
		{Lead: evil, Chart: chart, Table: table},
		{Title: evil, Level: 1, Paragraphs: []string{evil}, Labelled: []document.Item{{Label: evil, Text: evil}}, Items: []document.Item{{Label: evil, Text: evil}}},
	}}
}

var ids = regexp.MustCompile(` id="([^"]*)"`)

func TestWriteDocument(t *testing.T) {
	for _, points := range []int{0, 1, 2, 50, 1000} {
		var page strings.Builder
		if err := html.WriteDocument(&page, evilDocument(points), report.Options{Version: "1.0.0"}); err != nil {
			t.Fatal(err)
		}
		safe(t, page.String())
		if got := strings.Count(page.String(), "<circle"); got > 120 || points > 1 && got == 0 {
			t.Errorf("of %d points, %d are drawn", points, got)
		}
		if points > 1 && !strings.Contains(page.String(), "From 0.0 on 1 November 2026 to") {
			t.Error("the picture is not said in words")
		}
	}
}

// A document is one more chapter of a report, whose ids stay its own.
func TestNewWith(t *testing.T) {
	var page strings.Builder
	p, err := html.NewWith(evilDocument(5))(&page, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Print(reporttest.JudgedSample()); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	safe(t, page.String())
	if strings.Count(page.String(), "<article class=\"chapter\"") != 2 || strings.Count(page.String(), "</html>") != 1 {
		t.Error("it is not the report with one more chapter")
	}
}

// safe makes sure that a page runs nothing, moves no cursor and has each id once.
func safe(t *testing.T, page string) {
	t.Helper()
	for _, wrong := range []string{"<script", "\x1b", "\u202e", "ZgotmplZ"} {
		if strings.Contains(page, wrong) {
			t.Errorf("the page has %q", wrong)
		}
	}
	seen := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			t.Errorf("the id %q is there twice", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`aria-labelledby="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		for id := range strings.FieldsSeq(m[1]) {
			if !seen[id] {
				t.Errorf("nothing has the id %q", id)
			}
		}
	}
}
