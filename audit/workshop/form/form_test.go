package form_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/workshop"
	"forewarn/audit/workshop/form"
	"forewarn/questions"
)

var update = flag.Bool("update", false, "rewrite the golden files")

type tester interface {
	Helper()
	Fatal(...any)
}

// reader is the form of a small workshop. silos has a question that may not apply.
func reader(t tester) *form.Form {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return &form.Form{
		Workshop: &workshop.Workshop{
			Format: 1, ID: "7f3a91c2d4e5b607", Plan: "plan.yaml", Bank: planfile.BankRef{ID: bank.ID, Version: bank.Version},
			Roles: []string{"management", "staff", "volunteers"}, Minimum: 5, Questionnaires: []string{"alignment", "silos"}, Core: true,
		},
		Bank: bank, Initiative: "Ask a Reader", Client: "Harbour Libraries",
	}
}

// full is reader with every question of the bank, the longest form there is.
func full(t tester) *form.Form {
	f := reader(t)
	f.Workshop.Core, f.Workshop.Questionnaires = false, f.Bank.QuestionnaireIDs()
	return f
}

// named is reader with a text wherever somebody may write one, in the questions too.
func named(t tester, text string) *form.Form {
	f := reader(t)
	f.Initiative, f.Client, f.Workshop.Roles = text, text, []string{text, "staff"}
	f.Bank = &questions.Bank{ID: f.Bank.ID, Version: f.Bank.Version, Questionnaires: []questions.Questionnaire{{
		ID: "alignment", Title: text, About: text,
		Questions: []questions.Question{{ID: "business-goal", Ask: text, Why: text, Core: true, NotApplicable: true, Rungs: [5]string{text, text, text, text, text}}},
	}}}
	return f
}

// hostile would run, break out of any place in a page or mislead the eye.
const hostile = `"><script>window.hacked=true</script><img src=x onerror="window.hacked=true">` +
	"' autofocus onfocus='window.hacked=true' ` {{.}} ${1} </script></style></title></textarea>--><!-- ]]> &lt;b&gt; \\u003c" +
	" \x1b[31m\u202eesrever\u2066\u200b\u2028 \U0001f9d1\u200d\U0001f33e \U000e0041 \x7f"

func written(t tester, write func(io.Writer) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func htmlOf(t tester, f *form.Form) string {
	t.Helper()
	return written(t, f.WriteHTML)
}

func TestGoldens(t *testing.T) {
	f := reader(t)
	for name, write := range map[string]func(io.Writer) error{"form.txt": f.WriteText, "form.csv": f.WriteCSV} {
		t.Run(name, func(t *testing.T) {
			got, path := written(t, write), filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("%s is another one; -update rewrites it:\n%s", path, d)
			}
		})
	}
}

// The text fits a mail that is quoted twice, and stays text whatever stands in it.
func TestText(t *testing.T) {
	f := full(t)
	for _, l := range strings.Split(written(t, f.WriteText), "\n") {
		if n := len([]rune(l)); n > 72 || strings.TrimRight(l, " ") != l {
			t.Errorf("a line of %d characters: %q", n, l)
		}
	}
	f.Initiative, f.Client = "", ""
	if text := written(t, f.WriteText); !strings.HasPrefix(text, "Unnamed initiative\n") || strings.Contains(text, "\nfor ") {
		t.Errorf("without a name it begins %.80q", text)
	}
	for _, r := range written(t, named(t, hostile).WriteText) {
		if r != '\n' && unicode.IsControl(r) || strings.ContainsRune("\u202e\u2028\u200b", r) {
			t.Fatalf("there is %U in the text", r)
		}
	}
}

// Every row has all columns, the answers stand in the order of a sheet, and no cell is a
// formula.
func TestCSV(t *testing.T) {
	f := full(t)
	f.Workshop.Roles = strings.Split("a b c d e f g h i j k l", " ")
	f.Workshop.Roles[1] = "=cmd|' /C calc'!A0"
	rows, err := csv.NewReader(strings.NewReader(written(t, f.WriteCSV))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2+len(f.Workshop.Questions(f.Bank)) || rows[0][14] != "answer l" || rows[1][0] != form.RoleID || rows[1][4] != "'=cmd|' /C calc'!A0" {
		t.Errorf("%d rows; it begins %q", len(rows), rows[:2])
	}
	for i, q := range f.Workshop.Questions(f.Bank) {
		row := rows[2+i]
		want := append([]string{q.ID, q.Ask, q.Why}, q.Rungs[:]...)
		if d := cmp.Diff(append(want, "I don't know."), row[:9]); d != "" || (row[9] != "") != q.NotApplicable {
			t.Errorf("the row of %s:\n%s, %q", q.ID, d, row[9])
		}
	}
}

// policy reads what may run, and the hashes of what is there to run.
func policy(t *testing.T, page string) (csp string, script, style string) {
	t.Helper()
	find := func(expr string) string {
		found := regexp.MustCompile(expr).FindAllStringSubmatch(page, -1)
		if len(found) != 1 {
			t.Fatalf("%d times %s", len(found), expr)
		}
		return found[0][1]
	}
	hash := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return html.UnescapeString(find(`http-equiv="Content-Security-Policy" content="([^"]*)"`)),
		hash(find(`(?s)<script>(.*?)</script>`)), hash(find(`(?s)<style>(.*?)</style>`))
}

// Nothing runs but the one script, nothing is loaded, and nothing leaves the page.
func TestPolicy(t *testing.T) {
	for name, f := range map[string]*form.Form{"plain": reader(t), "hostile": named(t, hostile)} {
		csp, script, style := policy(t, htmlOf(t, f))
		want := "default-src 'none'; script-src " + script + "; style-src " + style + "; connect-src 'none'; base-uri 'none'; form-action 'none'"
		if csp != want {
			t.Errorf("%s: the policy is %s, want %s", name, csp, want)
		}
	}
	script, err := os.ReadFile("page/form.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "fetch(", "XMLHttp", "import", "\t"} {
		if bytes.Contains(script, []byte(never)) {
			t.Errorf("the script has %q", never)
		}
	}
	if n := len(regexp.MustCompile(`(?m)^.*\S`).FindAll(script, -1)); n >= 250 {
		t.Errorf("the script has %d lines", n)
	}
	if found := regexp.MustCompile(`(?i)(src|href|action|url)\s*[=(]\s*["']?[^#"'][^"'> ]*|\son\w+=|https?:`).FindString(strings.Split(htmlOf(t, reader(t)), "<script>")[0]); found != "" && !strings.HasPrefix(found, "url") {
		t.Errorf("the page leads elsewhere: %s", found)
	}
}

// tags lists the elements of a page with their attributes, without values.
func tags(page string) []string {
	value := regexp.MustCompile(`="[^"]*"`)
	var out []string
	for _, tag := range regexp.MustCompile(`<[!/a-zA-Z](?:[^>"]|"[^"]*")*>`).FindAllString(page, -1) {
		out = append(out, value.ReplaceAllString(tag, ""))
	}
	return out
}

// A text is only ever text: none changes what elements the page is made of, and none
// leaves an unseen character in it. What the script reads is every role as it is.
func TestHTMLOfAnyText(t *testing.T) {
	plain := tags(htmlOf(t, named(t, "plain")))
	check := func(t tester, text string) {
		p := htmlOf(t, named(t, text))
		if d := cmp.Diff(plain, tags(p)); d != "" {
			t.Fatal("the text ", text, " has changed the page:\n", d)
		}
		for _, r := range p {
			if r != '\n' && unicode.IsControl(r) || strings.ContainsRune("\u202e\u2028\u200b\ufeff", r) {
				t.Fatal("an unseen character is in the page: ", r)
			}
		}
		_, about, _ := strings.Cut(p, `id="about">`)
		about, _, _ = strings.Cut(about, "</script>")
		var read struct{ Roles []string }
		if err := json.Unmarshal([]byte(about), &read); err != nil || !slices.Equal(read.Roles, []string{strings.ToValidUTF8(text, "\ufffd"), "staff"}) {
			t.Fatal("the roles are read as ", read.Roles, err)
		}
	}
	check(t, hostile)
	piece := rapid.SampledFrom([]string{
		"<", ">", `"`, "'", "`", "&", "&#60;", "/", "=", "-->", "<!--", "]]>", "</script", "<script>", "</style>", "<svg onload=x>", "{{.}}", "{{",
		"javascript:alert(1)", "\x00", "\x1b[2J", "\u202e", "\u2028", "\ufeff", "\n", "\t", "\\", "\\u003c", "word", "日本", "🧑‍🌾", "\U000e0041", "\x7f",
	})
	rapid.Check(t, func(t *rapid.T) {
		check(t, "x"+strings.Join(rapid.SliceOfN(piece, 1, 8).Draw(t, "text"), ""))
	})
}

func TestHTMLSays(t *testing.T) {
	f := full(t)
	p := htmlOf(t, f)
	for _, want := range []string{
		"<bdi>Ask a Reader</bdi>", "Answer sheet for <bdi>Harbour Libraries</bdi>", "none about fewer than 5 sheets", "<bdi>volunteers</bdi>", "Workshop 7f3a91c2d4e5b607",
		"Save this file and open it in a browser",
	} {
		if !strings.Contains(p, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	text := html.UnescapeString(p)
	for _, q := range f.Workshop.Questions(f.Bank) {
		for _, want := range append([]string{q.Ask, q.Why}, q.Rungs[:]...) {
			if !strings.Contains(text, want) {
				t.Errorf("the page lacks %q", want)
			}
		}
		if got := strings.Contains(p, `name="q-`+q.ID+`" value="n/a"`); got != q.NotApplicable {
			t.Errorf("%s may be said not to apply: %t", q.ID, got)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestCannotWrite(t *testing.T) {
	f := reader(t)
	for name, write := range map[string]func(io.Writer) error{"HTML": f.WriteHTML, "text": f.WriteText, "CSV": f.WriteCSV} {
		if err := write(fullDisk{}); err == nil {
			t.Errorf("%s: nothing was written, and nobody was told", name)
		}
	}
}
