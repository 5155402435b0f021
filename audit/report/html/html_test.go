package html_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit/report"
	"forewarn/audit/report/html"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/score"
)

// element is an element of a page with its attributes and the text in it.
type element struct {
	name string
	attr map[string]string
	text string   // also what is in an element within it
	in   []string // the elements around it
}

// elements reads a page as strictly as XML, but for the elements of HTML that
// have no end.
func elements(t interface {
	Helper()
	Fatal(...any)
}, page string) []*element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var all, open []*element
	var names []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attr: map[string]string{}, in: append([]string(nil), names...)}
			for _, a := range token.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			all, open, names = append(all, e), append(open, e), append(names, e.name)
		case xml.EndElement:
			open, names = open[:len(open)-1], names[:len(names)-1]
		case xml.CharData:
			for _, e := range open[max(0, len(open)-2):] {
				e.text += string(token)
			}
		}
	}
}

// What holds for every page, whatever the plan is.
func TestHTMLStructure(t *testing.T) {
	for name, run := range sampleRuns(t) {
		t.Run(name, func(t *testing.T) {
			all := elements(t, htmlOf(t, run, report.Options{PreparedBy: "Marlow", Logo: []byte("\x89PNG\r\n\x1a\n")}))
			checkIDs(t, all)
			checkHeadings(t, all)
			checkTables(t, all)
			checkContents(t, all)
			for _, e := range all {
				checkSafe(t, e)
				if e.name == "svg" && e.attr["role"] != "img" && e.attr["aria-hidden"] != "true" && e.in[len(e.in)-1] != "svg" {
					t.Error("a picture has neither a role nor is it hidden")
				}
			}
		})
	}
}

// checkIDs: each is there once, and everything that is referred to is there.
func checkIDs(t *testing.T, all []*element) {
	t.Helper()
	ids := map[string]bool{}
	for _, e := range all {
		if id := e.attr["id"]; id != "" {
			if ids[id] {
				t.Errorf("id %q is there twice", id)
			}
			ids[id] = true
		}
	}
	for _, e := range all {
		refers := strings.Fields(e.attr["aria-labelledby"])
		if id, ok := strings.CutPrefix(e.attr["href"], "#"); ok {
			refers = append(refers, id)
		}
		for _, id := range refers {
			if !ids[id] {
				t.Errorf("%s refers to %q, which is not there", e.name, id)
			}
		}
	}
}

// checkHeadings: a page begins with the first level and leaves out none.
func checkHeadings(t *testing.T, all []*element) {
	t.Helper()
	level := 0
	for _, e := range all {
		if len(e.name) != 2 || e.name[0] != 'h' || !unicode.IsDigit(rune(e.name[1])) {
			continue
		}
		next := int(e.name[1] - '0')
		if next > level+1 {
			t.Errorf("%s %q follows a heading of level %d", e.name, e.text, level)
		}
		if strings.TrimSpace(e.text) == "" {
			t.Errorf("an empty %s", e.name)
		}
		level = next
	}
	if level == 0 {
		t.Error("there is no heading")
	}
}

// checkContents: the contents list every section in its order, as both are numbered.
func checkContents(t *testing.T, all []*element) {
	t.Helper()
	var listed, there []string
	for _, e := range all {
		in := strings.Join(e.in, " ")
		switch {
		case e.name == "a" && strings.HasSuffix(in, "nav ol li"):
			listed = append(listed, strings.TrimPrefix(e.attr["href"], "#"))
		case e.name == "h2" && strings.Contains(in, "article section") && !strings.Contains(in, "header"):
			there = append(there, e.attr["id"])
		}
	}
	if d := cmp.Diff(listed, there); d != "" {
		t.Errorf("the contents (-) and the sections (+):\n%s", d)
	}
}

func checkTables(t *testing.T, all []*element) {
	t.Helper()
	count := map[string]int{}
	for _, e := range all {
		count[e.name]++
		if e.name == "th" && e.attr["scope"] == "" {
			t.Errorf("the head %q has no scope", e.text)
		}
	}
	if count["table"] == 0 || count["table"] != count["caption"] || count["table"] != count["thead"] {
		t.Errorf("%d tables, %d captions, %d heads", count["table"], count["caption"], count["thead"])
	}
}

// checkSafe: nothing that runs, and nothing from elsewhere.
func checkSafe(t *testing.T, e *element) {
	t.Helper()
	switch e.name {
	case "script", "iframe", "object", "embed", "link", "base", "form", "foreignObject":
		t.Errorf("there is a %s", e.name)
	}
	for name, value := range e.attr {
		switch {
		case strings.HasPrefix(name, "on"), name == "srcset":
			t.Errorf("%s has %s", e.name, name)
		case name == "src" && !strings.HasPrefix(value, "data:image/png;base64,"):
			t.Errorf("%s is loaded from %q", e.name, value)
		case name == "href" && !strings.HasPrefix(value, "#") && (!strings.HasPrefix(value, "https://") || e.attr["rel"] != "noopener noreferrer"):
			t.Errorf("%s leads to %q", e.name, value)
		}
	}
}

// A plan's texts are only ever text: none of them changes what elements the
// page is made of, and none leaves an unseen character in it.
func TestHTMLOfAnyText(t *testing.T) {
	shape := func(page string) string {
		var out strings.Builder
		for _, e := range elements(t, page) {
			fmt.Fprintf(&out, "%s%s %d\n", strings.Repeat(" ", len(e.in)), e.name, len(e.attr))
		}
		return out.String()
	}
	plain := shape(htmlOf(t, reporttest.Of(filledWith(t, "plain")), report.Options{PreparedBy: "plain"}))
	if d := cmp.Diff(plain, shape(htmlOf(t, reporttest.Of(filledWith(t, hostile())), report.Options{PreparedBy: hostile()}))); d != "" {
		t.Errorf("a hostile plan has another shape:\n%s", d)
	}
	piece := rapid.SampledFrom([]string{
		"<", ">", `"`, "'", "`", "&", "&#60;", "/", "=", "-->", "<!--", "]]>", "</script", "<script>", "</style>", "<svg onload=x>", "{{.}}", "{{",
		"javascript:alert(1)", "data:text/html,x", "\x00", "\x1b[2J", "\u202e", "\u2028", "\ufeff", "\xff", "\n", "\t", "\\", "%", "word", "日本", "🧑‍🌾",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := "x" + strings.Join(rapid.SliceOfN(piece, 1, 8).Draw(t, "text"), "")
		page := htmlOf(t, reporttest.Of(filledWith(t, text)), report.Options{PreparedBy: text})
		if d := cmp.Diff(plain, shape(page)); d != "" {
			t.Fatalf("the text %q has changed the page:\n%s", text, d)
		}
		for _, r := range page {
			if r != '\n' && unicode.IsControl(r) || strings.ContainsRune("\u202e\u2028\ufeff", r) {
				t.Fatalf("the text %q has left %U in the page", text, r)
			}
		}
	})
}

func TestHTMLSays(t *testing.T) {
	runs := sampleRuns(t)
	for _, tc := range []struct{ name, run, want, why string }{
		{"title", "midway.yaml", "<title>Readiness report: Ask a Reader</title>", "the tab and the saved file are found by it"},
		{"client", "midway.yaml", "<bdi>Harbour Libraries</bdi>", "the cover"},
		{"date", "midway.yaml", "21 November 2026", "the cover"},
		{"prepared by", "midway.yaml", "<bdi>Marlow &amp; Finch</bdi>", "the cover"},
		{"verdict", "midway.yaml", "The plan earns a D, and could earn up to a C.", "one sentence"},
		{"find out", "midway.yaml", "3 answers are open, ask Grace Adeyemi first.", "what to find out first"},
		{"no grade", "empty.yaml", "No grade yet: the answers so far allow anything from F to A.", "a blank plan is no F"},
		{"range", "midway.yaml", "Score 47.8, up to 57.4; grade D, up to C. A from 85. B from 70. C from 55. D from 40. F from 0.", "the scale in words"},
		{"claimed against supported", "midway.yaml", "Alignment: supported 57.5, with open answers up to 57.5, claimed 61.2", "a bar in words"},
		{"rung", "tools-first.yaml", "We are discussing what we will do for whom, apart from any tool.", "the plan's own words"},
		{"note", "tools-first.yaml", "The agency&#39;s slides cover the look of the platform.", "the client's own words"},
		{"story", "tools-first.yaml", "Companies treated CRM as a package to be installed.", "how CRM failed"},
		{"who", "midway.yaml", `<td data-label="Who, and by when"><bdi>Grace Adeyemi</bdi></td>`, "the one who would know takes the step"},
		{"record", "midway.yaml", `<td data-label="Who, and by when"><bdi>Tomasz Wolny</bdi>`, "whom the record names"},
		{"nobody", "empty.yaml", `<td data-label="Who, and by when"><bdi>nobody named</bdi></td>`, "never the owner for want of another"},
		{"stop line", "example.yaml", `<bdi>24 hours</bdi>`, "with its unit"},
		{"no stop line", "midway.yaml", `<bdi>not drawn</bdi>`, "what is missing is said"},
		{"course", "example.yaml", "26 on 1 Nov 2026; 9.5 on 10 May 2027; line for success 4; line for stop 24; lower is better.", "a chart in words"},
		{"reading", "example.yaml", "the evening volunteers joined", "the readings as a table"},
		{"asked back", "midway.yaml", `<td data-label="Asked back"><bdi>not yet</bdi></td>`, "told and never asked"},
		{"no records", "empty.yaml", "The plan lists no records yet.", "what is not there lacks nothing"},
		{"records", "ready.yaml", "Nothing is missing from the plan's own records.", "what is there and whole"},
		{"shown on the web", "example.yaml", `<a href="https://wiki.acme.example/help-desk/phone-trial" rel="noopener noreferrer">`, "it can be followed"},
		{"shown as a file", "midway.yaml", "<bdi>notes/branch-visits.md</bdi>", "it cannot"},
		{"waived", "example.yaml", "Waived: jobs are settled in January (Dana Ruiz, until", "somebody lives with it"},
		{"several", "several", "Readiness of 4 plans", "one file for all"},
		{"overview", "several", `<a href="#plan-4"><bdi>Unnamed initiative</bdi></a>`, "the way to each plan"},
		{"broken", "several", "The key &#34;nmae&#34; is not known here", "why there is no grade"},
		{"gone", "several", "Open plans/gone.yaml: no such file or directory.", "why there is no grade"},
		{"gate", "hostile", "It does not pass what was asked of it: ", "what a gate made of it"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if page := htmlOf(t, runs[tc.run], report.Options{PreparedBy: "Marlow & Finch"}); !strings.Contains(page, tc.want) {
				t.Errorf("the page of %s lacks %q (%s)", tc.run, tc.want, tc.why)
			}
		})
	}
}

func TestHTMLSameBytes(t *testing.T) {
	for name, run := range sampleRuns(t) {
		first, second := htmlOf(t, run, report.Options{}), htmlOf(t, run, report.Options{})
		if first != second {
			t.Errorf("%s: two reports of the same run differ", name)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestHTMLCannotWrite(t *testing.T) {
	p, err := html.New(fullDisk{}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err == nil {
		t.Error("nothing was written, and nobody was told")
	}
}

// Every column has a name.
func TestHTMLTablesHaveHeads(t *testing.T) {
	heads := 0
	for name, run := range sampleRuns(t) {
		for _, e := range elements(t, htmlOf(t, run, report.Options{})) {
			if e.name != "th" || e.attr["scope"] != "col" {
				continue
			}
			heads++
			if strings.TrimSpace(e.text) == "" {
				t.Errorf("%s: a column has no name", name)
			}
		}
	}
	if heads == 0 {
		t.Error("no report has a table")
	}
}

// A source that several warnings rest on is listed once.
func TestHTMLListsASourceOnce(t *testing.T) {
	p := judged(t, "plan.yaml", reporttest.Text(t, "tools-first.yaml"))
	for i := range p.Result.Warnings {
		p.Result.Warnings[i].Sources = []score.Source{{Cite: "Deragon 2009"}, {Cite: fmt.Sprintf("Nobody %d", i)}}
	}
	page := htmlOf(t, reporttest.Of(p), report.Options{})
	if n := strings.Count(page, "Deragon 2009"); len(p.Result.Warnings) < 2 || n != 1 {
		t.Errorf("a source of %d warnings is listed %d times", len(p.Result.Warnings), n)
	}
}

// The score stands over its place on the scale, unless an end of the picture
// would cut it.
func TestHTMLScaleLabel(t *testing.T) {
	for _, c := range []struct {
		low, high int64
		x, anchor string
	}{
		{0, 0, "0.00%", "start"},
		{7, 7, "7.00%", "start"},
		{8, 8, "8.00%", "middle"},
		{92, 92, "92.00%", "middle"},
		{93, 93, "93.00%", "end"},
		{20, 23, "20.00%", "start"},
		{20, 24, "22.00%", "middle"},
		{76, 80, "78.00%", "middle"},
		{77, 80, "80.00%", "end"},
	} {
		p := judged(t, "plan.yaml", reporttest.Text(t, "midway.yaml"))
		p.Result.Low.Score, p.Result.High.Score = big.NewRat(c.low, 1), big.NewRat(c.high, 1)
		labels := 0
		for _, e := range elements(t, htmlOf(t, reporttest.Of(p), report.Options{})) {
			if e.attr["class"] != "strong" || e.attr["text-anchor"] == "" {
				continue
			}
			labels++
			if e.attr["x"] != c.x || e.attr["text-anchor"] != c.anchor {
				t.Errorf("%d to %d stands at %s %s, want %s %s", c.low, c.high, e.attr["x"], e.attr["text-anchor"], c.x, c.anchor)
			}
		}
		if labels != 1 {
			t.Errorf("%d to %d stands on the scale %d times", c.low, c.high, labels)
		}
	}
}

func TestHTMLLogo(t *testing.T) {
	for _, tc := range []struct{ name, logo, want, why string }{
		{"none", "", "", "a report without a logo is whole"},
		{"PNG", "\x89PNG\r\n\x1a\nrest", "data:image/png;base64,iVBORw0KGgpyZXN0", "told by its first bytes"},
		{"JPEG", "\xff\xd8\xff\xe0rest", "data:image/jpeg;base64,", "told by its first bytes"},
		{"WebP", "RIFF\x00\x00\x00\x00WEBPVP8 ", "data:image/webp;base64,", "told by its first bytes"},
		{"SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>", "error", "it can hold script"},
		{"sound", "RIFF\x00\x00\x00\x00WAVEfmt ", "error", "it only begins like WebP"},
		{"short", "RIFF", "error", "it ends before it says what it is"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var out strings.Builder
			p, err := html.New(&out, report.Options{Logo: []byte(tc.logo)})
			if err == nil {
				err = p.Close()
			}
			if (err != nil) != (tc.want == "error") {
				t.Fatalf("error %v (%s)", err, tc.why)
			}
			if err == nil && (!strings.Contains(out.String(), tc.want) || strings.Contains(out.String(), "<img") != (tc.want != "")) {
				t.Errorf("the page has no picture %q, or one too many (%s)", tc.want, tc.why)
			}
			if err != nil && out.Len() > 0 {
				t.Error("a part of the report was written")
			}
		})
	}
}
