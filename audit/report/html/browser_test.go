package html_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/report"
	"forewarn/audit/report/html"
	"forewarn/audit/report/reporttest"
)

// browser starts Chromium with one empty page.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not on PATH")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.Flag("disable-component-update", true),
		chromedp.Env("TMPDIR="+t.TempDir()))
	if os.Geteuid() == 0 { // for whom Chromium has no sandbox
		opts = append(opts, chromedp.NoSandbox)
	}
	ctx, stop := context.WithTimeout(context.Background(), 4*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewExecAllocator(ctx, opts...)
	t.Cleanup(stop)
	ctx, _ = chromedp.NewContext(ctx)
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Errorf("closing the browser: %v", err)
		}
	})
	do(t, ctx)
	return ctx
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func evaluate[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// saved writes a report to a file and returns its address.
func saved(t *testing.T, run []*audit.Audit, e report.Edition) string {
	t.Helper()
	return savedPage(t, htmlOf(t, run, report.Options{Edition: e, PreparedBy: "Marlow & Finch"}))
}

// savedPage writes a page to a file and returns its address.
func savedPage(t *testing.T, page string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// savedOthers are pages that tell of no audit alone: a document, and a report that ends
// with one.
func savedOthers(t *testing.T) map[string]string {
	t.Helper()
	var alone, after strings.Builder
	if err := html.WriteDocument(&alone, evilDocument(12), report.Options{Version: "1.0.0"}); err != nil {
		t.Fatal(err)
	}
	p, err := html.NewWith(evilDocument(12))(&after, report.Options{Edition: report.Client})
	if err == nil {
		err = errors.Join(p.Print(sampleRuns(t)["example.yaml"][0]), p.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"a document": savedPage(t, alone.String()), "with a document": savedPage(t, after.String())}
}

// prefer makes the browser ask for light or dark.
func prefer(t *testing.T, ctx context.Context, scheme string) {
	t.Helper()
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// judge is a file of an outside judge.
func judge(t *testing.T, path string) string {
	t.Helper()
	folder := os.Getenv("FOREWARN_JUDGES")
	if folder == "" {
		t.Skip("FOREWARN_JUDGES names no folder with the outside judges")
	}
	file := filepath.Join(folder, path)
	if _, err := os.Stat(file); err != nil {
		t.Skipf("an outside judge is missing: %v", err)
	}
	return file
}

// No rule of axe is broken, in light and in dark.
func TestHTMLAccessible(t *testing.T) {
	axe, err := os.ReadFile(judge(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	if _, err := chromedp.Call(ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	runs := sampleRuns(t)
	runs["hostile"] = reporttest.Of(filledWith(t, strings.TrimRight(hostile(), "W"))) // as axe is slow on long words
	pages := map[string]map[string]string{}
	for name, run := range runs {
		pages[name] = map[string]string{"light": saved(t, run, report.Client), "dark": saved(t, run, report.Working)}
	}
	for name, address := range savedOthers(t) {
		pages[name] = map[string]string{"light": address, "dark": address}
	}
	for name, addresses := range pages {
		for scheme, address := range addresses {
			t.Run(name+" "+scheme, func(t *testing.T) {
				prefer(t, ctx, scheme)
				do(t, ctx, chromedp.Navigate(address))
				evaluate[any](t, ctx, string(axe)+"; null")
				got := evaluate[struct {
					Violations []string
					Passes     int
				}](t, ctx, `axe.run().then(r => ({
					passes: r.passes.length,
					violations: r.violations.map(v => v.id + ": " + v.help + " at " + v.nodes.map(n => n.html.slice(0, 200)).join(", ")),
				}))`)
				if len(got.Violations) > 0 || got.Passes < 20 {
					t.Errorf("%d rules hold; these do not:\n%s", got.Passes, strings.Join(got.Violations, "\n"))
				}
			})
		}
	}
}

// A plan that is hostile in every field runs nothing, loads nothing and leaves
// every page as wide as its window.
func TestHTMLRunsNothing(t *testing.T) {
	ctx := browser(t)
	events := listen(t, ctx)
	for name, run := range sampleRuns(t) {
		address := saved(t, run, report.Working)
		for _, width := range []int64{1280, 800, 360} {
			t.Run(fmt.Sprintf("%s %d", name, width), func(t *testing.T) {
				do(t, ctx, chromedp.EmulateViewport(width, 800), chromedp.Navigate(address))
				got := evaluate[struct {
					Hacked        bool
					Scroll, Width int
					Links         []string
				}](t, ctx, `({
					hacked: window.hacked === true,
					scroll: document.documentElement.scrollWidth,
					width: document.documentElement.clientWidth,
					links: [...document.querySelectorAll("a[href]")].map(a => a.protocol).filter(p => p !== "https:" && p !== "file:"),
				})`)
				evaluate[any](t, ctx, `console.debug("`+lastWords+`")`)
				if heard := until(t, ctx, events); len(heard) != 1 || heard[0] != "loads "+address {
					t.Errorf("the page did something: %q", heard)
				}
				if got.Hacked || len(got.Links) > 0 {
					t.Errorf("script has run: %t; links: %q", got.Hacked, got.Links)
				}
				if got.Scroll > got.Width || int64(got.Width) != width {
					t.Errorf("the page is %d wide in a window of %d", got.Scroll, got.Width)
				}
			})
		}
	}
}

// lastWords end what a page did.
const lastWords = "nothing more to say"

// listen hears all that a page loads, asks and complains of.
func listen(t *testing.T, ctx context.Context) <-chan string {
	t.Helper()
	events := make(chan string, 1000)
	err := chromedp.Listen(ctx, func(event any) {
		switch event := event.(type) {
		case *network.EventRequestWillBeSent:
			events <- "loads " + event.Request.URL
		case *runtime.EventConsoleAPICalled:
			events <- fmt.Sprintf("says %s", event.Args[0].Value)
		case *runtime.EventExceptionThrown:
			events <- "throws " + event.ExceptionDetails.Text
		case *log.EventEntryAdded:
			events <- "logs " + event.Entry.Text
		case *page.EventJavascriptDialogOpening:
			events <- "asks " + event.Message
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// until returns what was heard before the last words.
func until(t *testing.T, ctx context.Context, events <-chan string) []string {
	t.Helper()
	var heard []string
	for {
		select {
		case event := <-events:
			if strings.Contains(event, lastWords) {
				return heard
			}
			heard = append(heard, event)
		case <-ctx.Done():
			t.Fatal(ctx.Err())
		}
	}
}

// What is in the page has nowhere to come from but the page, even when
// something gets into it.
func TestHTMLPolicy(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(saved(t, sampleRuns(t)["midway.yaml"], report.Working)))
	ran := evaluate[bool](t, ctx, `(() => {
		const s = document.createElement("script");
		s.textContent = "window.hacked = true";
		document.body.append(s);
		document.body.insertAdjacentHTML("beforeend", '<button onclick="window.hacked = true">x</button>');
		document.body.lastElementChild.click();
		return window.hacked === true;
	})()`)
	if ran {
		t.Error("a script that got into the page has run")
	}
}

// Page one prints on one sheet, whatever a plan says.
func TestHTMLFirstPageIsOneSheet(t *testing.T) {
	ctx := browser(t)
	runs := sampleRuns(t)
	full := filledWith(t, strings.Repeat("Wörter wie diese ", 40))
	full.Result.Claimed = big.NewRat(100, 1)
	full.Decision.Since = &gate.Since{Grade: "D", Score: big.NewRat(40, 1), New: 100, Comparable: true}
	runs["long"] = reporttest.Of(full)
	for words := range 8 { // which leaves the steps more room or less
		runs[fmt.Sprintf("%d words", words+1)] = reporttest.Of(filledWith(t, strings.Repeat("Nachbarschaftshilfe ", words+1)))
	}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	const pixelsOfMillimetre = 96 / 25.4
	for name, run := range runs {
		address := saved(t, run, report.Client)
		for _, paper := range []struct {
			name          string
			width, height float64 // in millimetres
		}{{"A4", 210, 297}, {"Letter", 215.9, 279.4}} {
			t.Run(name+" "+paper.name, func(t *testing.T) {
				// The margins are those of @page :first.
				wide, high := (paper.width-2*18)*pixelsOfMillimetre, (paper.height-2*14)*pixelsOfMillimetre
				do(t, ctx, chromedp.EmulateViewport(int64(wide), int64(high)), chromedp.Navigate(address))
				for _, tall := range evaluate[[]float64](t, ctx, `[...document.querySelectorAll(".cover")].map(c => c.getBoundingClientRect().height)`) {
					if tall > high {
						t.Errorf("it is %.0f pixels tall, and the sheet has %.0f", tall, high)
					}
				}
			})
		}
	}
}

// Every report prints on the paper that is in the printer, a few sheets long.
func TestHTMLPrints(t *testing.T) {
	ctx := browser(t)
	box := regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)
	for name, most := range map[string]int{"ready.yaml": 12, "midway.yaml": 15, "tools-first.yaml": 21, "empty.yaml": 11, "example.yaml": 16} {
		address := saved(t, sampleRuns(t)[name], report.Client)
		for _, paper := range []struct {
			name string
			size chromedp.PaperSize
		}{{"A4", chromedp.PaperA4}, {"Letter", chromedp.PaperLetter}} {
			t.Run(name+" "+paper.name, func(t *testing.T) {
				prefer(t, ctx, "dark") // which paper never is
				do(t, ctx, chromedp.Navigate(address))
				pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper.size)))
				if err != nil {
					t.Fatal(err)
				}
				sheets := box.FindAllSubmatch(pdf, -1)
				if len(sheets) < 5 || len(sheets) > most {
					t.Errorf("%d sheets, want 5 to %d", len(sheets), most)
				}
				for _, s := range sheets {
					for i, inches := range []float64{paper.size.Width, paper.size.Height} {
						points, err := strconv.ParseFloat(string(s[i+1]), 64)
						if err != nil || math.Abs(points-72*inches) > 1 {
							t.Errorf("a side of %v points on %s paper (%v)", points, paper.name, err)
						}
					}
				}
			})
		}
	}
}

// The Nu validator has nothing to say about any page, not even a warning.
func TestHTMLValid(t *testing.T) {
	vnu := judge(t, "vnu-jar/build/dist/vnu.jar")
	java, err := exec.LookPath("java")
	if err != nil {
		t.Skip("java is not on PATH")
	}
	args := []string{"-Xss8m", "-jar", vnu, "--format", "json"}
	for _, run := range sampleRuns(t) {
		for _, edition := range []report.Edition{report.Client, report.Working} {
			args = append(args, strings.TrimPrefix(saved(t, run, edition), "file://"))
		}
	}
	for _, address := range savedOthers(t) {
		args = append(args, strings.TrimPrefix(address, "file://"))
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
		t.Errorf("%s: %s at %.300q", m.Type, m.Message, m.Extract)
	}
}
