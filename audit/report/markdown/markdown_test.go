package markdown

import (
	"bytes"
	"html"
	"io/fs"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/reporttest"
)

var (
	backslash = regexp.MustCompile("\\\\([!-/:-@[-`{-~])")
	markup    = regexp.MustCompile("[*_`<>$#!|~\\[\\]@]|://|(?i:www\\.)|&[^alg#]")
)

// rendered is escaped text after Markdown: escapes are taken away, then entities.
func rendered(s string) string { return html.UnescapeString(backslash.ReplaceAllString(s, "$1")) }

// shown is what a reader sees of it.
func shown(s string) string { return strings.ReplaceAll(rendered(s), "\u200b", "") }

// linked is what GitHub makes of text after Markdown, as its documentation says:
// mentions and addresses, issues, advisories, commits, emoji.
var linked = regexp.MustCompile(`@[0-9A-Za-z]|[\w.+-]@[\w-]|#[0-9]|\b(?i:gh|ghsa|cve)-[0-9a-z]|\b[0-9a-fA-F]{7,40}\b|:[0-9A-Za-z_+-]+:|![0-9]`)

// Whatever stands in a plan is shown as it is, and nothing of it is markup.
func TestEscapedIsShownAsItWas(t *testing.T) {
	texts := rapid.OneOf(rapid.String(), rapid.StringMatching("[-+*_`<>&;:/.#!|~$\\[\\]()@\\\\wWx0-9 ]{0,30}"), rapid.Just(reporttest.HostileText), rapid.StringMatching("([@#!:%&]|GH-|cve-|[0-9a-f]{5,42}|[a-z]{1,3}|[0-9]|[-+._ /]){0,12}"))
	rapid.Check(t, func(t *rapid.T) {
		s := texts.Draw(t, "text")
		for _, out := range []string{escaped(s), opening(s)} {
			if got := shown(out); got != report.Clean(s) {
				t.Fatalf("%q is shown as %q", report.Clean(s), got)
			}
			plain := backslash.ReplaceAllString(strings.NewReplacer("&amp;", "", "&lt;", "", "&gt;", "", "@&#8203;", "", "&#8203;", "").Replace(out), "")
			if m := markup.FindString(plain); m != "" {
				t.Fatalf("%q is left in %q", m, out)
			}
			if m := linked.FindString(rendered(out)); m != "" {
				t.Fatalf("%q would be a link in %q", m, out)
			}
		}
	})
}

// References are broken by what stays in the text; what is none stays whole.
func TestUnlinked(t *testing.T) {
	for text, want := range map[string]string{
		"@name": "@|name", "ask @acme/team now": "ask @|acme/team now", "a@b.example": "a@|b.example", "6 @ home": "6 @| home",
		"#12": "#|12", "owner/repo#1": "owner/repo#|1", "No #hash": "No #hash", "GH-12": "GH-|12", "gh-1": "gh-|1", "high-12": "high-12", "CVE-2026-1": "CVE-|2026-1",
		"!12": "!|12", "Done! 12": "Done! 12", "50%": "50%", "%1": "%|1", ":tada:": ":|tada:", "a:b:c:": "a:|b:|c:", "at 10:30": "at 10:30", "12:30:15": "12:|30:15",
		"defaced": "deface|d", "1234567": "123456|7", "123456": "123456", "0123456789abcdef": "012345|6789ab|cdef", "feedback": "feedback",
		"da39a3ee5e6b4b0d3255bfef95601890afd80709": "da39a3|ee5e6b|4b0d32|55bfef|956018|90afd8|0709",
	} {
		if got := strings.ReplaceAll(unlinked(text), broken, "|"); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// An outside reader of GitHub's Markdown finds no link but ours, no picture and no
// element in a hostile report.
func TestReaderOfMarkdown(t *testing.T) {
	program, err := exec.LookPath("cmark-gfm")
	if err != nil {
		t.Skip("cmark-gfm is not installed")
	}
	element := regexp.MustCompile(`<(/?(?:h[1-6]|p|ul|ol|li|strong|table|thead|tbody|tr|hr /|code|t[hd](?: align="right")?)|br ?/?|a (?:id|href)="#?[a-z0-9-]+"|/a)>`)
	for _, write := range []reporttest.New{New, NewSummary} {
		cmd := exec.Command(program, "--unsafe", "-e", "autolink", "-e", "table", "-e", "strikethrough", "-e", "tasklist")
		cmd.Stdin = bytes.NewReader(reporttest.Written(t, write, reporttest.Runs(t)["hostile"]))
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		text := element.ReplaceAllString(string(out), " ")
		if i := strings.IndexByte(text, '<'); i >= 0 {
			t.Errorf("a reader sees an element in %.200q", text[i:])
		}
		if m := linked.FindString(html.UnescapeString(text)); m != "" {
			t.Errorf("a reader sees %q", m)
		}
	}
}

func TestOpening(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"- a list", `\- a list`}, {"+ a list", `\+ a list`}, {"12. a list", `12\. a list`}, {"3) a list", `3\) a list`},
		{"=== a heading", `\=== a heading`}, {"# a heading", `\# a heading`}, {"12 books", "12 books"}, {"plain - text", "plain - text"},
	} {
		if got := opening(tc.text); got != tc.want {
			t.Errorf("%q becomes %q, want %q", tc.text, got, tc.want)
		}
	}
}

// Every row of a table has the cells that its head has, whatever is in them,
// and every line is one that the format makes.
func TestMarkdownKeepsItsForm(t *testing.T) {
	line := regexp.MustCompile(`^($|#{1,6} |\||- |\*\*|[0-9]+\. |[^-+=|>#*\x60 ])`)
	for name, run := range reporttest.Runs(t) {
		for _, write := range []reporttest.New{New, NewSummary} {
			cells := 0
			for l := range strings.SplitSeq(string(reporttest.Written(t, write, run)), "\n") {
				if !line.MatchString(l) {
					t.Errorf("%s in %s: a line of another kind: %.80q", name, name, l)
				}
				n := strings.Count(strings.ReplaceAll(l, `\|`, ""), "|")
				if !strings.HasPrefix(l, "|") {
					n = 0
				}
				if cells != 0 && n != 0 && n != cells {
					t.Errorf("%s in %s: a row of %d cells under a head of %d: %.80q", name, name, n-1, cells-1, l)
				}
				cells = n
			}
		}
	}
}

func TestMarkdownTellsEverything(t *testing.T) {
	runs := reporttest.Runs(t)
	for _, tc := range []struct {
		run  string
		want []string
	}{
		{"half-way", []string{
			"# Ask a Reader\n", "**Grade D, up to C: 3 answers are open, ask Grace Adeyemi first. Score 47.8, up to 57.4.**", "| Silo risk (100 = none seen) | 38.6 | 38.6 | 75.0 |",
			"### 2. No result agreed beforehand, holds the grade at B", "**How CRM failed this way:** ", "**The plan says in line 44:** stop-line: ",
			"**Do first:** ", "## What to do next\n", "## Findings\n", "### Ask Grace Adeyemi\n", "| How often does somebody look", "Days until three books are advised", "## Method and limits\n",
		}},
		{"broken beside", []string{"# Readiness of 4 plans\n", "## plans/broken.yaml\n", "did you mean", "| not judged |", "# gone.yaml\n"}},
		{"since an earlier", []string{"## Mended since the earlier plan\n", "is new since main"}},
		{"hostile", []string{"**Not graded: ", "(javascript:alert(1))"}},
	} {
		out := string(reporttest.Written(t, New, runs[tc.run]))
		for _, want := range tc.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: there is no %q", tc.run, want)
			}
		}
	}
}

// Of a plan that could not be judged, the page says why, and what is wrong.
func TestMarkdownOfABrokenPlan(t *testing.T) {
	_, errors := planfile.Parse([]byte("forewarn: 1\nbank: {id: core, version: 2.0.0}\ninitiative: {nmae: Help desk}\n"), reporttest.Bank(t))
	for _, tc := range []struct {
		plan *audit.Audit
		want string
	}{
		{audit.Unread("gone.yaml", fs.ErrNotExist), "# gone.yaml\n\n**File does not exist.**\n"},
		{&audit.Audit{File: "plan.yaml", Errors: gate.Errors(errors)}, `# plan.yaml

**Not judged, because of one error.**

| Error | Line | Rule |
|---|--:|---|
| The key "nmae" is not known here<br>did you mean "name"? | 3 | unknown-key |
`},
	} {
		if got := strings.TrimRight(string(reporttest.Written(t, New, []*audit.Audit{tc.plan})), "\n") + "\n"; got != tc.want {
			t.Errorf("got\n%s\nwant\n%s", got, tc.want)
		}
	}
}
