package form_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"forewarn/audit/workshop/form"
)

// states are the pages that somebody meets on the way, each with the script that leads
// there from an empty form.
var states = []struct{ name, script string }{
	{"start", ``},
	{"no role", `document.querySelector(".next").click()`},
	{"question", `choose("[name=role]"); location.hash = "#/q-business-goal"`},
	{"answered", `choose("#q-business-goal [value='3']"); choose("#q-business-goal [type=checkbox]")`},
	{"said", `location.hash = "#/said"`},
	{"end", `location.hash = "#/end"`},
	{"saved", `document.getElementById("notice").textContent = "This sheet is open in another window too."; document.getElementById("saved").hidden = false; location.hash = "#/start"`},
	{"handed over", `location.hash = "#/end"; document.getElementById("download").click()`},
}

// through leads a form from state to state.
func through(t *testing.T, ctx context.Context, form string, look func(name string)) {
	t.Helper()
	downloads(t, ctx)
	do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(form))
	evaluate[any](t, ctx, `window.choose = selector => document.querySelector(selector).click(); localStorage.clear(); null`)
	for _, s := range states {
		evaluate[any](t, ctx, s.script+`; null`)
		keys(t, ctx)
		look(s.name)
	}
}

// prefer makes the browser ask for light or dark, for the screen or for paper.
func prefer(t *testing.T, ctx context.Context, media, scheme string) {
	t.Helper()
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}); err != nil {
		t.Fatal(err)
	}
}

// No rule of axe is broken on any page, in light and in dark.
func TestAccessible(t *testing.T) {
	axe, err := os.ReadFile(judge(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := chromium(t)
	if _, err := chromedp.Call(ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	address := address(t, reader(t))
	for _, scheme := range []string{"light", "dark"} {
		prefer(t, ctx, "", scheme)
		through(t, ctx, address, func(name string) {
			evaluate[any](t, ctx, string(axe)+"; null")
			got := evaluate[struct {
				Violations []string
				Passes     int
			}](t, ctx, `axe.run().then(r => ({
				passes: r.passes.length,
				violations: r.violations.map(v => v.id + ": " + v.help + " at " + v.nodes.map(n => n.html.slice(0, 200)).join(", ")),
			}))`)
			if len(got.Violations) > 0 || got.Passes < 15 {
				t.Errorf("%s, %s: %d rules hold; these do not:\n%s", name, scheme, got.Passes, strings.Join(got.Violations, "\n"))
			}
		})
	}
}

// No page is wider than a small phone, whatever stands on it, nor with letters twice as
// large; what is chosen or pressed is large enough for a finger.
func TestFitsAPhone(t *testing.T) {
	ctx := chromium(t)
	long := reader(t)
	long.Initiative, long.Client, long.Workshop.Roles = strings.Repeat("W", 300), strings.Repeat("Wörter wie diese ", 20), []string{strings.Repeat("W", 60), "staff"}
	for name, f := range map[string]*form.Form{"usual": reader(t), "long": long} {
		for _, size := range []string{"100%", "200%"} {
			do(t, ctx, chromedp.EmulateViewport(320, 640))
			through(t, ctx, address(t, f), func(state string) {
				got := evaluate[struct {
					Scroll, Width int
					Small         []string
				}](t, ctx, `document.documentElement.style.fontSize = "`+size+`", {
					scroll: document.documentElement.scrollWidth,
					width: document.documentElement.clientWidth,
					small: [...document.querySelectorAll("button, .choice")].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.innerText),
				}`)
				if got.Scroll > got.Width || got.Width != 320 || len(got.Small) > 0 {
					t.Errorf("%s, %s, %s: %d wide in %d; too small: %q", name, state, size, got.Scroll, got.Width, got.Small)
				}
			})
		}
	}
}

// withoutScript opens a form as a mail program's preview does.
func withoutScript(t *testing.T, ctx context.Context, form string) {
	t.Helper()
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(form))
}

// Without script the page says what to do, shows every question, and has nothing to press.
func TestWithoutScript(t *testing.T) {
	ctx := chromium(t)
	f := full(t)
	withoutScript(t, ctx, address(t, f))
	seen := evaluate[[]string](t, ctx, `[...document.querySelectorAll("section[data-question] h2, .words, button, textarea, a, .dead")].filter(e => e.checkVisibility()).map(e => e.tagName === "H2" || e.className ? e.textContent : e.tagName)`)
	if seen[0] != "Save this file and open it in a browser, to answer on the screen. As it is here, it is a form for paper." {
		t.Errorf("it begins with %q", seen[0])
	}
	at := 1
	for i, q := range f.Workshop.Questions(f.Bank) {
		want := append([]string{fmt.Sprintf("%d. %s", i+1, q.Ask)}, q.Rungs[:]...)
		want = append(want, "I don't know.")
		if q.NotApplicable {
			want = append(want, "This does not apply to us.")
		}
		if got := seen[at:min(at+len(want), len(seen))]; !slices.Equal(got, want) {
			t.Fatalf("question %d is shown as %q", i+1, got)
		}
		at += len(want)
	}
	if at != len(seen) {
		t.Errorf("there is more: %q", seen[at:])
	}
}

// On paper are all questions with empty boxes, whatever was answered on the screen, also
// without script.
func TestPrints(t *testing.T) {
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not on PATH")
	}
	ctx := chromium(t)
	f := full(t)
	form := address(t, f)
	blank := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	check := func(name string) {
		pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "form.pdf")
		if err := os.WriteFile(file, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(pdftotext, "-layout", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		text := blank(regexp.MustCompile(`(?m)^ *\d+ of \d+\f`).ReplaceAllString(string(out), ""))
		for i, q := range f.Workshop.Questions(f.Bank) {
			for _, want := range append([]string{fmt.Sprintf("%d. %s", i+1, q.Ask)}, q.Rungs[:]...) {
				if !strings.Contains(text, blank(want)) {
					t.Errorf("%s: the paper lacks %q", name, want)
				}
			}
		}
		for _, never := range []string{"What you have said", "Take my answer back", "Next", "Download", "Save this file"} {
			if strings.Contains(text, never) {
				t.Errorf("%s: the paper has %q", name, never)
			}
		}
		if n := bytes.Count(out, []byte("\f")); n > 20 {
			t.Errorf("%s: %d sheets", name, n)
		}
	}
	through(t, ctx, form, func(state string) {
		if state == "answered" || state == "end" {
			check(state)
		}
	})
	prefer(t, ctx, "print", "light")
	if full := evaluate[int](t, ctx, `[...document.querySelectorAll("input")].filter(i => i.checkVisibility() && getComputedStyle(i).appearance !== "none").length`); full > 0 {
		t.Errorf("%d boxes are drawn by the browser, which fills what was chosen", full)
	}
	prefer(t, ctx, "", "light")
	withoutScript(t, ctx, form)
	check("without script")
}

// The Nu validator has nothing to say but that it does not know hashes, by which the one
// script and the one style are allowed; that they are is shown by their working.
func TestValid(t *testing.T) {
	vnu := judge(t, "vnu-jar/build/dist/vnu.jar")
	java, err := exec.LookPath("java")
	if err != nil {
		t.Skip("java is not on PATH")
	}
	args := []string{"-Xss8m", "-jar", vnu, "--format", "json"}
	for _, f := range []*form.Form{reader(t), full(t), named(t, hostile)} {
		args = append(args, strings.TrimPrefix(address(t, f), "file://"))
	}
	var out bytes.Buffer
	cmd := exec.Command(java, args...)
	cmd.Stderr = &out
	err = cmd.Run()
	var said struct {
		Messages []struct{ Type, Message, Extract string }
	}
	if bad := json.Unmarshal(out.Bytes(), &said); bad != nil {
		t.Fatalf("%v, %v: %s", err, bad, out.String())
	}
	for _, m := range said.Messages {
		if !regexp.MustCompile(`^Inline (script|style) violates Content Security Policy .*nonce/hash\)\.$`).MatchString(m.Message) {
			t.Errorf("%s: %s at %.300q", m.Type, m.Message, m.Extract)
		}
	}
}
