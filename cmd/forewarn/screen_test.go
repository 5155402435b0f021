//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"
)

var colours = regexp.MustCompile("\x1b\\[[0-9;]*m")

// Colours are for a terminal that can show them, unless the user says
// otherwise. What is typed outweighs what is set.
func TestColour(t *testing.T) {
	dir := writePlan(t, readFile(t, "../../testdata/plans/midway.yaml"))
	for _, c := range []struct {
		name string
		env  []string
		flag string
		want bool
	}{
		{"a terminal", nil, "", true},
		{"NO_COLOR", []string{"NO_COLOR=1"}, "", false},
		{"NO_COLOR, whatever its value", []string{"NO_COLOR=0"}, "", false},
		{"empty NO_COLOR", []string{"NO_COLOR="}, "", true},
		{"a terminal without colours", []string{"TERM=dumb"}, "", false},
		{"auto", []string{"NO_COLOR=1"}, "auto", false},
		{"never", nil, "never", false},
		{"always", nil, "always", true},
		{"always outweighs NO_COLOR", []string{"NO_COLOR=1"}, "always", true},
		{"always outweighs the terminal", []string{"TERM=dumb"}, "always", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, args := range [][]string{{"report"}, {"explain", "stovepipe"}} {
				if c.flag != "" {
					args = append(args, "--color", c.flag)
				}
				term := startWith(t, c.env, dir, 80, 24, args...)
				if code := term.exit(); code != exitDone {
					t.Errorf("%q: exit code %d", args, code)
				}
				out := term.output()
				if got := colours.MatchString(out); got != c.want {
					t.Errorf("%q: coloured is %t, want %t:\n%q", args, got, c.want, out)
				}
				if rest := colours.ReplaceAllString(out, ""); strings.Contains(rest, "\x1b") {
					t.Errorf("%q: an escape that is no colour was written: %q", args, rest)
				}
			}
		})
	}
}

// An interview takes its colours from the same rules, and keeps the cursor and
// the bold type without them.
func TestColourOfInterview(t *testing.T) {
	foreground := regexp.MustCompile("\x1b\\[(?:[0-9]+;)*[39][0-7]m")
	for _, c := range []struct {
		name string
		env  []string
		args []string
		want bool
	}{
		{"a terminal", nil, nil, true},
		{"NO_COLOR", []string{"NO_COLOR=1"}, nil, false},
		{"never", nil, []string{"--color", "never"}, false},
		{"always outweighs NO_COLOR", []string{"NO_COLOR=1"}, []string{"--color", "always"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			term := startWith(t, c.env, writePlan(t, fresh), 80, 24, append([]string{"ask"}, c.args...)...)
			term.wait("enter go on")
			term.send("\r")
			term.wait("1 of 27")
			term.send("\x1b[B")
			term.send("\x03")
			term.exit()
			if got := foreground.MatchString(term.output()); got != c.want {
				t.Errorf("coloured is %t, want %t:\n%q", got, c.want, term.output())
			}
			if !strings.Contains(term.output(), "\x1b[1m") {
				t.Errorf("nothing is bold:\n%q", term.output())
			}
		})
	}
}

// A report that goes from a terminal to a file has the colours and the width
// of a file.
func TestColourBesideATerminal(t *testing.T) {
	dir := writePlan(t, readFile(t, "../../testdata/plans/midway.yaml"))
	path := filepath.Join(dir, "report.txt")
	term := startInto(t, path, dir, 120, 24, "report", "--as-of", "2026-11-21")
	if code := term.exit(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
	piped := runProgram(t, dir, nil, "report", "--as-of", "2026-11-21")
	if got := readFile(t, path); got != piped.stdout || strings.Contains(got, "\x1b") {
		t.Errorf("the file has\n%q", got)
	}
}

// A dumb terminal is asked line by line, without a single escape.
func TestInterviewOnADumbTerminal(t *testing.T) {
	term := startWith(t, []string{"TERM=dumb"}, writePlan(t, fresh), 80, 40)
	term.wait("Type the number of an answer")
	term.send("\x03")
	if code := term.exit(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	if out := term.output(); strings.Contains(out, "\x1b") {
		t.Errorf("an escape was written: %q", out)
	}
}

// A program that is ended by a signal has its code of the shell, 128 and the
// signal, in the interview on the whole screen and line by line.
func TestSignalCodes(t *testing.T) {
	signal := func(s os.Signal) func(*terminal) { return func(term *terminal) { term.cmd.Process.Signal(s) } }
	for _, c := range []struct {
		name string
		end  func(*terminal)
		code int
	}{
		{"SIGHUP", signal(syscall.SIGHUP), 129},
		{"the terminal closes", (*terminal).leave, 129},
		{"Ctrl-C", func(term *terminal) { term.send("\x03") }, 130},
		{"SIGINT", signal(os.Interrupt), 130},
		{"SIGTERM", signal(syscall.SIGTERM), 143},
	} {
		for _, way := range []struct {
			name    string
			answers string
			first   string // what the first page ends with
			last    string // what ends a page
			args    []string
		}{
			{"screen", "2\r", "enter go on", " stop", []string{"ask"}},
			{"lines", "2\r", "", ":o overview): ", []string{"ask", "--accessible"}},
		} {
			t.Run(c.name+" "+way.name, func(t *testing.T) {
				dir := writePlan(t, fresh)
				term := start(t, dir, 80, 40, way.args...)
				if way.first != "" {
					term.wait(way.first)
					term.send("\r")
				}
				term.wait("1 of 27")
				term.send(way.answers)
				term.wait("2 of 27")
				term.waitLast(way.last)
				c.end(term)
				if code := term.exit(); code != c.code {
					t.Errorf("exit code %d, want %d\n%q", code, c.code, term.output())
				}
				plan, src := readAnswers(t, dir)
				if a := plan.Answer("alignment", "business-goal"); a.Level == nil || *a.Level != 2 {
					t.Errorf("the answer was not kept:\n%s", src)
				}
			})
		}
	}
}

// A report uses the width of the terminal, as far as lines are pleasant to
// read: from 40 columns to 100.
func TestWidth(t *testing.T) {
	dir := writePlan(t, readFile(t, "../../testdata/plans/midway.yaml"))
	for _, c := range []struct{ cols, most int }{{30, 40}, {40, 40}, {60, 60}, {80, 80}, {99, 99}, {100, 100}, {101, 100}, {200, 100}} {
		for _, args := range [][]string{{"report", "--color", "never"}, {"report", "--color", "always"}, {"explain", "stovepipe"}, {"explain", "--all"}} {
			term := start(t, dir, c.cols, 24, args...)
			term.exit()
			longest := 0
			for line := range strings.Lines(colours.ReplaceAllString(term.output(), "")) {
				longest = max(longest, utf8.RuneCountInString(strings.TrimRight(line, "\r\n")))
			}
			if longest > c.most || longest < c.most-3 {
				t.Errorf("on %d columns, the longest line of %q has %d, want %d or hardly less", c.cols, args, longest, c.most)
			}
		}
	}
	for line := range strings.Lines(runProgram(t, dir, nil, "report").stdout) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 80 {
			t.Errorf("without a terminal, a line has %d columns: %s", n, line)
		}
	}
}

// On a terminal, check shows the place in the plan under each finding. Elsewhere
// a finding is one line, for programs.
func TestSourceOnATerminal(t *testing.T) {
	dir := writePlan(t, readFile(t, "../../testdata/plans/midway.yaml"))
	args := []string{"check", "--as-of", "2026-11-21", "--color", "never", "--min-grade", "none", "--fail-on", "none", defaultPlan}
	const place = "  56 |   - id: days-to-advice\r\n     |     ^~~~~~~~~~~~~~~~~~\r\n"
	for _, c := range []struct {
		name  string
		width int
		args  []string
		want  int
	}{
		{"shown", 120, nil, 3},
		{"on a narrow screen", 40, nil, 3},
		{"not asked for", 120, []string{"--no-source"}, 0},
		{"in a file", 120, []string{"-o", "text=out.txt"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			term := start(t, dir, c.width, 24, append(slices.Clone(args), c.args...)...)
			if code := term.exit(); code != exitDone {
				t.Errorf("exit code %d", code)
			}
			if got := strings.Count(term.output(), place); got != c.want {
				t.Errorf("the place is shown %d times, want %d:\n%s", got, c.want, term.output())
			}
		})
	}
	if got := runProgram(t, dir, nil, args...); strings.Contains(got.stdout, " | ") {
		t.Errorf("it is shown elsewhere, too:\n%s", got.stdout)
	}
	if file := readFile(t, filepath.Join(dir, "out.txt")); strings.Contains(file, " | ") {
		t.Errorf("it is in the file:\n%s", file)
	}
}
