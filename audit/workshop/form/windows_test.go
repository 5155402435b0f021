package form_test

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"forewarn/audit/workshop"
)

// handedIn is the sheet of a window, as it would be handed in.
func handedIn(t *testing.T, ctx context.Context) string {
	t.Helper()
	evaluate[any](t, ctx, `location.hash = "#/end"`)
	keys(t, ctx)
	return evaluate[string](t, ctx, `document.getElementById("text").value`)
}

// A window that is forbidden to save, or finds no room, works and says so.
func TestWithoutStorage(t *testing.T) {
	for _, c := range []struct{ name, before string }{
		{"forbidden", `Object.defineProperty(window, "localStorage", {get() { throw new DOMException("denied", "SecurityError"); }})`},
		{"not there", `Object.defineProperty(window, "localStorage", {value: null})`},
		{"full", `for (let n = 1 << 22; n > 0; n >>= 1) try { for (let i = 0; ; i++) localStorage.setItem(n + " " + i, "x".repeat(n)); } catch {}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := chromium(t)
			f := reader(t)
			if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: c.before}); err != nil {
				t.Fatal(err)
			}
			heard := complaints(t, ctx)
			do(t, ctx, chromedp.Navigate(address(t, f)))
			if kept := textOf(t, ctx, "kept"); !strings.HasPrefix(kept, "This browser keeps nothing") {
				t.Errorf("it promises %q", kept)
			}
			click(t, ctx, `#roles [value="1"]`)
			keys(t, ctx, kb.Enter, "3", kb.Enter, "0", kb.Enter, "d")
			if told := textOf(t, ctx, "told"); !strings.Contains(told, "3 of") || !strings.Contains(told, "Not saved: this browser keeps nothing.") {
				t.Errorf("it says %q", told)
			}
			ids := f.Workshop.Questions(f.Bank)
			got := sheetOf(t, f, handedIn(t, ctx))
			if d := cmp.Diff(map[string]workshop.Said{ids[0].ID: 3, ids[1].ID: 0, ids[2].ID: workshop.Unknown}, got.Answers); d != "" {
				t.Errorf("the sheet says something else:\n%s", d)
			}
			if events := heard(); len(events) != 1 {
				t.Errorf("the page did something: %q", events)
			}
		})
	}
}

// Two windows with one sheet add to it, and say that there are two.
func TestTwoWindowsOneSheet(t *testing.T) {
	first := chromium(t)
	f := reader(t)
	form := address(t, f)
	ids := f.Workshop.Questions(f.Bank)
	do(t, first, chromedp.Navigate(form))
	click(t, first, `#roles [value="1"]`)
	keys(t, first, kb.Enter, "3")
	second, _ := chromedp.NewContext(first)
	do(t, second, chromedp.Navigate(form))
	click(t, second, "#sheets button")
	keys(t, second, kb.Enter, "1")
	within(t, first, `document.getElementById("notice").innerText.startsWith("This sheet is open in another window too.")`)
	keys(t, first, kb.Enter, kb.Enter, "2")
	within(t, second, `document.getElementById("told").innerText.startsWith("3 of")`)
	want := map[string]workshop.Said{ids[0].ID: 3, ids[1].ID: 1, ids[2].ID: 2}
	for name, ctx := range map[string]context.Context{"first": first, "second": second} {
		if d := cmp.Diff(want, sheetOf(t, f, handedIn(t, ctx)).Answers); d != "" {
			t.Errorf("the %s window has lost something:\n%s", name, d)
		}
	}
	click(t, second, "#download")
	within(t, first, `document.getElementById("notice").innerText.includes("was handed in or deleted")`)
	click(t, first, "#end .back")
	if n := saved(t, first); n != 0 {
		t.Errorf("%d sheets are saved again by the window that was left open", n)
	}
}

// Two windows that were opened before anything was saved fill in two sheets, and whoever
// starts afresh beside an open one takes nothing away from it.
func TestTwoWindowsTwoSheets(t *testing.T) {
	first := chromium(t)
	f := reader(t)
	form := address(t, f)
	do(t, first, chromedp.Navigate(form))
	second, _ := chromedp.NewContext(first)
	do(t, second, chromedp.Navigate(form))
	click(t, first, `#roles [value="1"]`)
	keys(t, first, kb.Enter, "3", kb.Enter, "3")
	within(t, second, `document.getElementById("afresh").checkVisibility()`)
	click(t, second, "#afresh")
	within(t, first, `document.getElementById("notice").innerText.includes("still stands in this window")`)
	click(t, second, `#roles [value="0"]`)
	keys(t, second, kb.Enter, "0")
	keys(t, first, kb.Enter, "3")
	if n := saved(t, first); n != 2 {
		t.Errorf("%d sheets are saved, want both", n)
	}
	a, b := sheetOf(t, f, handedIn(t, first)), sheetOf(t, f, handedIn(t, second))
	if len(a.Answers) != 3 || len(b.Answers) != 1 || a.Number == b.Number || a.Role != "staff" || b.Role != "management" {
		t.Errorf("the sheets are %+v and %+v", a, b)
	}
}

// within waits until something holds in a window.
func within(t *testing.T, ctx context.Context, holds string) {
	t.Helper()
	evaluate[any](t, ctx, `new Promise((yes, no) => {
		const look = left => `+holds+` ? yes() : left ? setTimeout(look, 20, left - 1) : no(new Error("it never holds"));
		look(500);
	})`)
}

// What can be copied is copied and then wiped; where the clipboard is forbidden, the text
// is selected, and copying it by hand wipes as well.
func TestCopy(t *testing.T) {
	ctx := chromium(t)
	f := reader(t)
	form := address(t, f)
	forbidden := `navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));`
	for _, c := range []struct{ name, before, want string }{
		{"allowed", `navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }`, "Copied."},
		{"an older way", forbidden, "Copied."},
		{"by hand", forbidden + `document.execCommand = () => false`, "The text below is selected."},
	} {
		t.Run(c.name, func(t *testing.T) {
			do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(form))
			evaluate[any](t, ctx, c.before+"; null")
			click(t, ctx, `#roles [value="1"]`)
			keys(t, ctx, kb.Enter, "3")
			text := handedIn(t, ctx)
			click(t, ctx, "#copy")
			within(t, ctx, `document.getElementById("handed").innerText.startsWith("`+c.want+`")`)
			if c.name == "by hand" {
				if n := saved(t, ctx); n != 1 {
					t.Errorf("%d sheets are saved before anything was copied", n)
				}
				if marked := evaluate[string](t, ctx, `getSelection().toString()`); strings.TrimSpace(marked) != strings.TrimSpace(text) {
					t.Errorf("selected is %q", marked)
				}
				evaluate[any](t, ctx, `document.getElementById("text").dispatchEvent(new ClipboardEvent("copy"))`)
			}
			if c.name == "allowed" && evaluate[string](t, ctx, "window.copied") != text {
				t.Error("something else was copied")
			}
			if n := saved(t, ctx); n != 0 {
				t.Errorf("%d sheets are left in the browser", n)
			}
			click(t, ctx, "#blank")
			if here(t, ctx) != "start" || evaluate[int](t, ctx, `document.querySelectorAll(":checked").length`) != 0 {
				t.Error("the next person finds what the last one said")
			}
		})
	}
}

// A window adds to what another has saved even where it has not heard of it yet.
func TestTwoWindowsUnheard(t *testing.T) {
	first := chromium(t)
	f := reader(t)
	form := address(t, f)
	deaf := `addEventListener("storage", event => event.stopImmediatePropagation())`
	if _, err := chromedp.Call(first, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: deaf}); err != nil {
		t.Fatal(err)
	}
	do(t, first, chromedp.Navigate(form))
	click(t, first, `#roles [value="1"]`)
	keys(t, first, kb.Enter, "3")
	second, _ := chromedp.NewContext(first)
	do(t, second, chromedp.Navigate(form))
	click(t, second, "#sheets button")
	keys(t, second, kb.Enter, "1")
	within(t, first, `Object.values(localStorage).some(text => Object.keys(JSON.parse(text).answers).length === 2)`)
	keys(t, first, kb.Enter, kb.Enter, "2")
	if got := sheetOf(t, f, handedIn(t, first)); len(got.Answers) != 3 {
		t.Errorf("the sheet has lost something: %v", got.Answers)
	}
}

// What could not be saved is saved with the next answer that can.
func TestStorageIsFullForAWhile(t *testing.T) {
	ctx := chromium(t)
	f := reader(t)
	do(t, ctx, chromedp.Navigate(address(t, f)))
	click(t, ctx, `#roles [value="1"]`)
	keys(t, ctx, kb.Enter, "0")
	evaluate[any](t, ctx, `{
		const real = Storage.prototype.setItem;
		Storage.prototype.setItem = function(key, text) { if (window.full) throw new DOMException("full", "QuotaExceededError"); real.call(this, key, text); };
		window.full = true;
	}`)
	keys(t, ctx, kb.Enter, "3")
	if told := textOf(t, ctx, "told"); !strings.HasPrefix(told, "2 of") || !strings.Contains(told, "Not saved") {
		t.Errorf("it says %q", told)
	}
	evaluate[any](t, ctx, `window.full = false`)
	keys(t, ctx, kb.Enter, "4")
	if told := textOf(t, ctx, "told"); !strings.HasPrefix(told, "3 of") || !strings.HasSuffix(told, "Saved in this browser.") {
		t.Errorf("it says %q", told)
	}
}
