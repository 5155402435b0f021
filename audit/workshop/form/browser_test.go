package form_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"forewarn/audit/workshop"
	"forewarn/audit/workshop/form"
)

// chromium is a browser with one empty window, in which nothing is saved.
func chromium(t *testing.T) context.Context {
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
		if err := chromedp.Cancel(ctx); err != nil && !errors.Is(err, context.Canceled) {
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
		t.Fatalf("%v: %.200s", err, script)
	}
	return v
}

// address writes a form to a file and returns where it lies.
func address(t *testing.T, f *form.Form) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "form.html")
	if err := os.WriteFile(path, []byte(written(t, f.WriteHTML)), 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// keys types, and waits after each key until the page has dealt with it: a turn of the
// page is heard of later than the key.
func keys(t *testing.T, ctx context.Context, typed ...string) {
	t.Helper()
	for _, key := range typed {
		do(t, ctx, chromedp.KeyEvent(key))
		evaluate[any](t, ctx, `new Promise(done => setTimeout(() => setTimeout(done)))`)
	}
}

// click clicks what a selector names, as a person does.
func click(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	do(t, ctx, chromedp.Click(selector+":not([hidden] *, [hidden])"))
	evaluate[any](t, ctx, `new Promise(done => setTimeout(() => setTimeout(done)))`)
}

// here is the section that is shown: the only one.
func here(t *testing.T, ctx context.Context) string {
	t.Helper()
	return evaluate[string](t, ctx, `[...document.querySelectorAll("main > section")].filter(s => s.checkVisibility()).map(s => s.id).join(" ")`)
}

func textOf(t *testing.T, ctx context.Context, id string) string {
	t.Helper()
	return evaluate[string](t, ctx, fmt.Sprintf(`document.getElementById(%q).innerText`, id))
}

// saved is how many sheets the browser has kept.
func saved(t *testing.T, ctx context.Context) int {
	t.Helper()
	return evaluate[int](t, ctx, `Object.keys(localStorage).filter(k => k.startsWith("forewarn")).length`)
}

// sheetOf reads a sheet as strictly as a merge does.
func sheetOf(t *testing.T, f *form.Form, text string) *workshop.Sheet {
	t.Helper()
	if !workshop.IsSheet([]byte(text)) {
		t.Errorf("nobody sees that this is a sheet: %q", text)
	}
	s, found := workshop.ParseSheet([]byte(text), f.Workshop, f.Bank)
	if len(found) > 0 {
		t.Fatalf("the sheet is refused: %v\n%s", found, text)
	}
	return s
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
