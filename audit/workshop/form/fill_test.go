package form_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"forewarn/audit/workshop"
)

// downloads makes the browser put what it downloads into a folder, and returns a wait for
// the one file that comes there.
func downloads(t *testing.T, ctx context.Context) func() (name, text string) {
	t.Helper()
	folder := t.TempDir()
	if _, err := chromedp.CallBrowser(ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: folder}); err != nil {
		t.Fatal(err)
	}
	return func() (string, string) {
		t.Helper()
		for ctx.Err() == nil {
			files, _ := filepath.Glob(filepath.Join(folder, "sheet-*.json"))
			if len(files) == 1 {
				if text, err := os.ReadFile(files[0]); err == nil && strings.HasSuffix(string(text), "}\n") {
					return filepath.Base(files[0]), string(text)
				}
			}
			time.Sleep(20 * time.Millisecond)
		}
		t.Fatal("nothing was downloaded")
		return "", ""
	}
}

// complaints collects what a page asks for, throws and logs.
func complaints(t *testing.T, ctx context.Context) func() []string {
	t.Helper()
	events := make(chan string, 1000)
	if err := chromedp.Listen(ctx, func(event any) {
		switch event := event.(type) {
		case *network.EventRequestWillBeSent:
			events <- "loads " + event.Request.URL
		case *runtime.EventConsoleAPICalled:
			events <- fmt.Sprintf("says %s", event.Args[0].Value)
		case *runtime.EventExceptionThrown:
			events <- "throws " + event.ExceptionDetails.Text
		case *page.EventJavascriptDialogOpening:
			events <- "asks " + event.Message
		}
	}); err != nil {
		t.Fatal(err)
	}
	return func() []string {
		t.Helper()
		const last = "nothing more to say"
		evaluate[any](t, ctx, `console.debug("`+last+`")`)
		var heard []string
		for {
			select {
			case event := <-events:
				if strings.Contains(event, last) {
					return heard
				}
				heard = append(heard, event)
			case <-ctx.Done():
				t.Fatal(ctx.Err())
			}
		}
	}
}

// The whole way with keys alone: the role, digits, arrows, Enter, a note, back from the
// summary to a question that was left open, and the sheet.
func TestFillWithKeys(t *testing.T) {
	ctx := chromium(t)
	f := reader(t)
	heard, downloaded := complaints(t, ctx), downloads(t, ctx)
	form := address(t, f)
	do(t, ctx, chromedp.Navigate(form))
	asked := f.Workshop.Questions(f.Bank)
	want := &workshop.Sheet{Format: 1, Workshop: f.Workshop.ID, Bank: f.Workshop.Bank, Role: "staff", Answers: map[string]workshop.Said{}, Notes: map[string]string{}}

	keys(t, ctx, kb.Enter)
	if got := textOf(t, ctx, "no-role"); got != "Choose your role first." {
		t.Errorf("without a role it says %q", got)
	}
	keys(t, ctx, kb.ArrowDown, kb.Enter) // the focus stands on the first role
	for i, q := range asked {
		if at := here(t, ctx); at != "q-"+q.ID {
			t.Fatalf("question %d is shown as %q, want %s", i+1, at, q.ID)
		}
		if focus := evaluate[string](t, ctx, `document.activeElement.innerText`); !strings.Contains(focus, q.Ask) {
			t.Errorf("the focus stands on %q", focus)
		}
		switch {
		case i == 0:
			keys(t, ctx, "4", "3") // the last one counts
			want.Answers[q.ID] = 3
			keys(t, ctx, kb.Tab)   // Take my answer back
			keys(t, ctx, kb.Tab)   // the note
			keys(t, ctx, "1", "=") // a digit is a digit there
			keys(t, ctx, kb.Tab, " ", kb.Tab, kb.Tab)
			want.Notes[q.ID] = "1="
		case i == 1:
			keys(t, ctx, "d")
			want.Answers[q.ID] = workshop.Unknown
		case i == 2:
			keys(t, ctx, kb.Tab, " ", kb.ArrowDown, kb.ArrowDown)
			want.Answers[q.ID] = 2
		case i == 3: // left open
		case q.NotApplicable:
			keys(t, ctx, "n")
			want.Answers[q.ID] = workshop.NotApplicable
		default:
			keys(t, ctx, fmt.Sprint(i%5))
			want.Answers[q.ID] = workshop.Said(i % 5)
		}
		keys(t, ctx, kb.Enter)
	}
	if said := textOf(t, ctx, "said"); here(t, ctx) != "said" || !strings.Contains(said, "You left 1 of "+fmt.Sprint(len(asked))) || strings.Count(said, "Left open.") != 1 || !strings.Contains(said, asked[2].Rungs[2]) {
		t.Errorf("%s: what was said is %s", here(t, ctx), said)
	}
	click(t, ctx, `[href="#/q-`+asked[3].ID+`"]`)
	keys(t, ctx, "0")
	want.Answers[asked[3].ID] = 0
	click(t, ctx, "#q-"+asked[3].ID+` [href="#/said"]`)
	keys(t, ctx, kb.Enter)
	if n := saved(t, ctx); here(t, ctx) != "end" || n != 1 {
		t.Errorf("at %s, %d sheets are saved", here(t, ctx), n)
	}
	click(t, ctx, "#download")
	name, text := downloaded()
	got := sheetOf(t, f, text)
	if name != "sheet-"+got.Number[:8]+".json" || textOf(t, ctx, "handed") == "" {
		t.Errorf("the file is %s, and it says %q", name, textOf(t, ctx, "handed"))
	}
	want.Number = got.Number
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the sheet says something else:\n%s", d)
	}
	if n := saved(t, ctx); n != 0 {
		t.Errorf("%d sheets are left in the browser", n)
	}
	if again := evaluate[string](t, ctx, `document.getElementById("text").value`); again != text {
		t.Errorf("the text is now %s", again)
	}
	for _, event := range heard() {
		if event != "loads "+form && !strings.HasPrefix(event, "loads blob:") {
			t.Errorf("the page did something: %s", event)
		}
	}
}

// What nobody ticked is not handed in, and no text can make a sheet that is refused.
func TestNotes(t *testing.T) {
	ctx := chromium(t)
	f := named(t, hostile)
	f.Workshop.Roles[0] = "staff \u2019s \u00e9quipe </script>"
	do(t, ctx, chromedp.Navigate(address(t, f)))
	click(t, ctx, `#roles [value="0"]`)
	click(t, ctx, ".next")
	const typed = `"\u0007\u007f\u0085\u2028\u202e\ufeff\ufffe\u{1f9d1} \\ud800 \\ \" ' # : {}\ttab\nline </script> \ufffd\ud800"`
	evaluate[any](t, ctx, `{
		const area = document.querySelector("#q-business-goal textarea");
		area.value = `+typed+`;
		area.dispatchEvent(new Event("input", {bubbles: true}));
	}`)
	text := func() string {
		return evaluate[string](t, ctx, `location.hash = "#/end", document.getElementById("text").value`)
	}
	keys(t, ctx)
	evaluate[any](t, ctx, `location.hash = "#/said"`)
	keys(t, ctx)
	if got := sheetOf(t, f, text()); len(got.Notes) > 0 || !strings.Contains(textOf(t, ctx, "said"), "Your note will not be handed in.") {
		t.Errorf("a note that nobody ticked is on the sheet: %q", got.Notes)
	}
	evaluate[any](t, ctx, `location.hash = "#/q-business-goal"`)
	keys(t, ctx)
	click(t, ctx, "[type=checkbox]")
	click(t, ctx, `[value="n/a"]`)
	evaluate[any](t, ctx, `location.hash = "#/end"`)
	keys(t, ctx)
	got := sheetOf(t, f, text())
	if note := got.Notes["business-goal"]; !strings.HasSuffix(note, "line </script> \ufffd?") || !strings.Contains(note, `\ud800 \ " ' # : {}`) || got.Role != f.Workshop.Roles[0] {
		t.Errorf("the role is %q, the note %q", got.Role, note)
	}
	if evaluate[bool](t, ctx, `window.hacked === true`) {
		t.Error("a text has run")
	}
}

// A tab that is killed in the middle has lost nothing; whoever comes next can start afresh.
func TestKilledAndOpenedAgain(t *testing.T) {
	first := chromium(t)
	f := reader(t)
	form := address(t, f)
	ids := f.Workshop.Questions(f.Bank)
	tab, _ := chromedp.NewContext(first)
	do(t, tab, chromedp.Navigate(form))
	click(t, tab, `#roles [value="2"]`)
	keys(t, tab, kb.Enter, "4", kb.Enter, "1", kb.Enter)
	dying, stop := context.WithTimeout(tab, 5*time.Second)
	defer stop()
	_, _ = chromedp.Call(dying, page.Crash, cdp.Empty{}) // which nobody answers

	do(t, first, chromedp.Navigate(form))
	if got := textOf(t, first, "sheets"); !strings.HasPrefix(got, "Go on as volunteers: 2 answered, saved ") || evaluate[bool](t, first, `document.getElementById("begin").checkVisibility()`) {
		t.Fatalf("what is offered is %q", got)
	}
	click(t, first, "#sheets button")
	if at := here(t, first); at != "q-"+ids[2].ID {
		t.Errorf("it goes on at %s", at)
	}
	evaluate[any](t, first, `location.hash = "#/end"`)
	keys(t, first)
	got := sheetOf(t, f, evaluate[string](t, first, `document.getElementById("text").value`))
	if d := cmp.Diff(map[string]workshop.Said{ids[0].ID: 4, ids[1].ID: 1}, got.Answers); d != "" || got.Role != "volunteers" {
		t.Errorf("%s has said:\n%s", got.Role, d)
	}

	do(t, first, chromedp.Navigate("about:blank"), chromedp.Navigate(form))
	click(t, first, "#afresh")
	if n := saved(t, first); n != 0 {
		t.Errorf("%d sheets are left", n)
	}
	keys(t, first, " ", kb.Enter, "2")
	if next := evaluate[string](t, first, `document.getElementById("told").innerText`); !strings.HasPrefix(next, "1 of ") {
		t.Errorf("the next person has %q", next)
	}
}
