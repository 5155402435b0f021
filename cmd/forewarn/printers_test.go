package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/report"
)

// diary is what printers and places did, in order; the step called fails goes
// wrong.
type diary struct {
	fails string
	done  []string
}

var errStep = errors.New("this step fails")

func (d *diary) step(name string) error {
	d.done = append(d.done, name)
	if name == d.fails {
		return errStep
	}
	return nil
}

// did lists the steps of one kind.
func (d *diary) did(kind string) (out []string) {
	for _, name := range d.done {
		if strings.HasPrefix(name, kind+" ") {
			out = append(out, name)
		}
	}
	return out
}

// fakePrinter writes a line for each plan, and one at the end.
type fakePrinter struct {
	*diary
	name string
	w    io.Writer
}

func (p *fakePrinter) Print(a *audit.Audit) error {
	fmt.Fprintln(p.w, a.File)
	return p.step("print " + p.name)
}

func (p *fakePrinter) Close() error {
	fmt.Fprintln(p.w, "end")
	return p.step("close " + p.name)
}

// fakePlace holds what was written to it.
type fakePlace struct {
	*diary
	name    string
	content strings.Builder
}

func (p *fakePlace) Write(b []byte) (int, error) {
	if err := p.step("write " + p.name); err != nil {
		return 0, err
	}
	return p.content.Write(b)
}

func (p *fakePlace) Finish() error { return p.step("finish " + p.name) }
func (p *fakePlace) Keep() error   { return p.step("keep " + p.name) }
func (p *fakePlace) Drop()         { _ = p.step("drop " + p.name) }

// fakePrinters are three printers with their places, the first of them called 1.
func fakePrinters(d *diary) (out *printers, places []*fakePlace) {
	out = &printers{signals: make(chan os.Signal)}
	for _, name := range []string{"1", "2", "3"} {
		place := &fakePlace{diary: d, name: name}
		w := bufio.NewWriter(place)
		places = append(places, place)
		out.all = append(out.all, &printer{Printer: &fakePrinter{d, name, w}, out: w, file: place})
	}
	return out, places
}

// printTwo does what a command does with its printers.
func printTwo(all *printers) error {
	defer all.drop()
	for _, file := range []string{"a.yaml", "b.yaml"} {
		if err := all.Print(&audit.Audit{File: file}); err != nil {
			return err
		}
	}
	return all.close()
}

func TestPrintersTakeEachStepTogether(t *testing.T) {
	d := &diary{}
	all, places := fakePrinters(d)
	if err := printTwo(all); err != nil {
		t.Fatal(err)
	}
	const want = "print 1, print 2, print 3, print 1, print 2, print 3, close 1, write 1, close 2, write 2, close 3, write 3, " +
		"finish 1, finish 2, finish 3, keep 1, keep 2, keep 3, drop 1, drop 2, drop 3"
	if got := strings.Join(d.done, ", "); got != want {
		t.Errorf("the steps were\n%s\nwant\n%s", got, want)
	}
	for _, p := range places {
		if got := p.content.String(); got != "a.yaml\nb.yaml\nend\n" {
			t.Errorf("place %s holds %q", p.name, got)
		}
	}
}

// Whatever goes wrong with one of them before the first is kept, none is: half
// of the reports of a run would pass for all of them.
func TestPrintersKeepNothingAfterAFailure(t *testing.T) {
	for _, step := range []string{"print", "close", "write", "finish"} {
		for _, which := range []string{"1", "2", "3"} {
			t.Run(step+" "+which, func(t *testing.T) {
				d := &diary{fails: step + " " + which}
				all, _ := fakePrinters(d)
				var coded *codedError
				if err := printTwo(all); !errors.As(err, &coded) || coded.code != exitInput || !errors.Is(coded.err, errStep) {
					t.Errorf("it ends with %#v", err)
				}
				if kept := d.did("keep"); len(kept) > 0 {
					t.Errorf("it did %q", kept)
				}
				if dropped := d.did("drop"); len(dropped) != 3 {
					t.Errorf("it did only %q", dropped)
				}
			})
		}
	}
}

// What has taken its place stays, and what comes after the failure does not
// begin to.
func TestPrintersStopWhereOneCannotBeKept(t *testing.T) {
	d := &diary{fails: "keep 2"}
	all, _ := fakePrinters(d)
	if err := printTwo(all); err == nil {
		t.Error("nobody is told")
	}
	if kept := d.did("keep"); !slices.Equal(kept, []string{"keep 1", "keep 2"}) {
		t.Errorf("it did %q", kept)
	}
}

// fakeFormat writes a line for each plan; with an error it cannot even begin.
func fakeFormat(name string, err error) format {
	return format{name: name, new: func(w io.Writer, o report.Options) (report.Printer, error) {
		fmt.Fprintf(w, "colour %t, width %d, lines of plans %t\n", o.Color, o.Width, o.Source)
		return &fakePrinter{&diary{}, name, w}, err
	}}
}

// names lists what is in a folder.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func TestOpenPrinters(t *testing.T) {
	terminal := report.Options{Color: true, Width: 90, Source: true}
	for _, c := range []struct {
		name    string
		targets []target // in a folder that holds old.txt
		says    string   // what is wrong; empty for nothing
		left    string   // in the folder
	}{
		{"one", []target{{format: fakeFormat("a", nil), path: "a.txt"}}, "", "a.txt old.txt"},
		{"two", []target{{format: fakeFormat("a", nil), path: "a.txt"}, {format: fakeFormat("b", nil), path: "b.txt"}}, "", "a.txt b.txt old.txt"},
		{"a format that cannot begin", []target{{format: fakeFormat("a", errStep), path: "a.txt"}}, errStep.Error(), "old.txt"},
		{
			"the last cannot begin", []target{{format: fakeFormat("a", nil), path: "a.txt"}, {format: fakeFormat("b", nil), path: "old.txt"}, {format: fakeFormat("c", errStep), path: "c.txt"}},
			errStep.Error(), "old.txt",
		},
		{
			"the first cannot begin", []target{{format: fakeFormat("a", errStep), path: "a.txt"}, {format: fakeFormat("b", nil), path: "b.txt"}},
			errStep.Error(), "old.txt",
		},
		{
			"a folder is missing", []target{{format: fakeFormat("a", nil), path: "a.txt"}, {format: fakeFormat("b", nil), path: filepath.Join("gone", "b.txt")}},
			"gone\" is not there; make that folder, then try again", "old.txt",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			t.Chdir(dir)
			writeFile(t, "old.txt", "old")
			all, err := openPrinters(c.targets, terminal)
			if c.says != "" {
				if err == nil || !strings.Contains(err.Error(), c.says) {
					t.Errorf("it says %v, want %s", err, c.says)
				}
			} else {
				if got := names(t, dir); strings.Contains(got, "a.txt") {
					t.Errorf("before anything is done there is %q", got)
				}
				if err := printTwo(all); err != nil {
					t.Fatal(err)
				}
				// A file is no terminal, whatever standard output is.
				if got := readFile(t, "a.txt"); got != "colour false, width 0, lines of plans false\na.yaml\nb.yaml\nend\n" {
					t.Errorf("the file holds %q", got)
				}
			}
			if got := names(t, dir); got != c.left {
				t.Errorf("the folder holds %q, want %q", got, c.left)
			}
			if got := readFile(t, "old.txt"); got != "old" {
				t.Errorf("the file that was there holds %q", got)
			}
		})
	}
}

// What goes to standard output is seen plan by plan, with the colours and the
// width that it has; files wait.
func TestStandardOutputShowsAtOnce(t *testing.T) {
	dir := t.TempDir()
	stdout, err := os.Create(filepath.Join(dir, "stdout"))
	if err != nil {
		t.Fatal(err)
	}
	defer stdout.Close()
	defer func(real *os.File) { os.Stdout = real }(os.Stdout)
	os.Stdout = stdout
	all, err := openPrinters([]target{{format: fakeFormat("a", nil)}, {format: fakeFormat("b", nil), path: filepath.Join(dir, "b.txt")}}, report.Options{Color: true, Width: 90, Source: true})
	if err != nil {
		t.Fatal(err)
	}
	defer all.drop()
	want := "colour true, width 90, lines of plans true\n"
	for _, file := range []string{"a.yaml", "b.yaml"} {
		if err := all.Print(&audit.Audit{File: file}); err != nil {
			t.Fatal(err)
		}
		want += file + "\n"
		if got := readFile(t, stdout.Name()); got != want {
			t.Errorf("after %s it shows %q, want %q", file, got, want)
		}
	}
	if got := names(t, dir); strings.Contains(got, "b.txt") {
		t.Errorf("a file shows before the end: %q", got)
	}
	if err := all.close(); err != nil {
		t.Fatal(err)
	}
	if got := readFile(t, stdout.Name()); got != want+"end\n" {
		t.Errorf("in the end it shows %q", got)
	}
}

// The summary of a step is added when all else has been written, and not at all
// when something could not be.
func TestStepSummary(t *testing.T) {
	for _, c := range []struct {
		name   string
		format string
		folder string // that is not there; empty for none
		before string // empty when there is no such file yet
		fails  bool   // at another place
		adds   bool
	}{
		{name: "beside annotations", format: githubFormat, before: "before\n", adds: true},
		{name: "a file of its own", format: githubFormat, adds: true},
		{name: "beside another format", format: textFormat, before: "before\n"},
		{name: "after a failure", format: githubFormat, before: "before\n", fails: true},
		{name: "no file after a failure", format: githubFormat, fails: true},
		{name: "in a folder that is not there", format: githubFormat, folder: "gone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			summary := filepath.Join(dir, c.folder, "summary.md")
			if c.before != "" {
				writeFile(t, summary, c.before)
			}
			t.Setenv("GITHUB_STEP_SUMMARY", summary)
			all, err := openPrinters([]target{{format: fakeFormat(c.format, nil), path: filepath.Join(dir, "out.txt")}}, report.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if c.fails {
				last, _ := fakePrinters(&diary{fails: "finish 3"})
				all.all = append(all.all, last.all...)
			}
			plan := audit.Unread("plan.yaml", errors.New("gone"))
			if err := all.Print(plan); err != nil {
				t.Fatal(err)
			}
			err = all.close()
			all.drop()
			if failed := c.fails || c.folder != ""; failed != (err != nil) {
				t.Fatal(err)
			} else if kept := strings.Contains(names(t, dir), "out.txt"); kept == failed {
				t.Errorf("the report was kept: %t, after %v", kept, err)
			}
			left := names(t, dir)
			switch there := strings.Contains(left, "summary.md"); {
			case there != (c.before != "" || c.adds):
				t.Errorf("the folder holds %q", left)
			case there:
				added, begins := strings.CutPrefix(readFile(t, summary), c.before)
				if !begins || strings.Contains(added, "plan.yaml") != c.adds || (added != "") != c.adds {
					t.Errorf("the summary is %q", c.before+added)
				}
			}
		})
	}
}
