package interview

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit/planfile"
)

// typed runs an interview on lines.
func typed(store Store, opts Options, lines ...string) (out string, o Outcome, err error) {
	opts.Bank, opts.Forms, opts.Today = smallBank(), smallForms(), onToday
	var buf bytes.Buffer
	o, err = RunLines(store, opts, strings.NewReader(strings.Join(lines, "\n")+"\n"), &buf)
	return buf.String(), o, err
}

func TestLinesWhole(t *testing.T) {
	store := newMemory()
	out, o, err := typed(store, Options{},
		"Desk", "Dana", "", "1",
		"1", "A working answer", "2027-06-30", "4",
		"1", "Median time", "1", "1", "26", "2026-11-01", "14", "3",
		"w", "3", "1", "docs/goals.md", "",
		"n", "nothing yet",
		"2",
		"D", "Ana",
	)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Outcome{End: Finished, Answered: 3, Saved: store.saves}, o); diff != "" {
		t.Errorf("outcome, -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(wholePlan(), store.plan, sameValue()); diff != "" {
		t.Errorf("plan, -want +got:\n%s", diff)
	}
	golden(t, filepath.Join("testdata", "lines-whole.txt"), out)
}

func TestLines(t *testing.T) {
	cases := []struct {
		name, why string
		lines     []string
		want      planfile.Answer // to goal
		end       error
		says      string
	}{
		{"end of input", "nothing is made up", nil, planfile.Answer{}, ErrInputEnded, "0. Nobody has raised the goal."},
		{"one rung", "the digits are those of the lines", []string{"0"}, at(0), ErrInputEnded, "How small is the first step?"},
		{"last rung, then nothing", "the level is kept", []string{"4"}, at(4), ErrInputEnded, "What shows it?"},
		{"half a name", "no name, no answer", []string{"d"}, planfile.Answer{}, ErrInputEnded, "Who would know?"},
		{"empty line", "there is nothing that it could keep", []string{""}, planfile.Answer{}, ErrInputEnded, `Not taken: "" is none of the answers.`},
		{"no such number", "nor any other", []string{"5", "6", "-1", "1.5"}, planfile.Answer{}, ErrInputEnded, `Not taken: "1.5" is none of the answers.`},
		{"not offered", "this question does not allow it", []string{"n"}, planfile.Answer{}, ErrInputEnded, `Not taken: "n" is none of the answers.`},
		{"why", "and the question still waits", []string{"w", "1"}, at(1), ErrInputEnded, "A goal keeps it alive."},
		{"skip", "nothing is saved", []string{"s", "1"}, planfile.Answer{}, ErrInputEnded, "How small is the first step?"},
		{"back", "and changed", []string{"0", "b", "2"}, at(2), ErrInputEnded, "0. Nobody has raised the goal. (your answer)"},
		{"kept", "an empty line keeps an answer", []string{"1", "b", ""}, at(1), ErrInputEnded, "An empty line means: We have talked about the goal. (your answer)"},
		{"stop", "it is not an error", []string{"1", "q", "1"}, at(1), nil, "How small is the first step?"},
		{"stop in a text", "commands have a colon there", []string{"d", ":Q"}, planfile.Answer{}, nil, "Who would know?"},
		{"a letter as text", "and letters are text", []string{"d", "q"}, planfile.Answer{Unknown: "q", On: today()}, ErrInputEnded, "How small is the first step?"},
		{"leave", "back to the question", []string{"d", ":l", "1"}, at(1), ErrInputEnded, "Who would know?"},
		{"hyphen", "nothing is no name", []string{"d", "-"}, planfile.Answer{}, ErrInputEnded, `Not taken: write who would know, or "nobody yet".`},
		{"date", "today stands there", []string{"3", "2", "Priya", ""}, with(at(3), planfile.Evidence{Vouched: "Priya", On: today()}), ErrInputEnded, "An empty line means: 2026-11-21"},
		{"dirt", "control characters and broken UTF-8 are left out", []string{"d", "\x1b[31mPri\xffya\tNair\x00\r"}, planfile.Answer{Unknown: "[31mPriya Nair", On: today()}, ErrInputEnded, "How small is the first step?"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := factsDone()
			out, o, err := typed(store, Options{}, c.lines...)
			if len(c.lines) == 0 {
				store = factsDone()
				var buf bytes.Buffer
				o, err = RunLines(store, Options{Bank: smallBank(), Forms: smallForms(), Today: onToday}, strings.NewReader(""), &buf)
				out = buf.String()
			}
			if !errors.Is(err, c.end) || o.End != Stopped {
				t.Errorf("%+v with error %v, want stopped with %v", o, err, c.end)
			}
			if diff := cmp.Diff(c.want, store.plan.Answer("alignment", "goal"), sameValue()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if !strings.Contains(out, c.says) {
				t.Errorf("%q is not said:\n%s", c.says, out)
			}
		})
	}
}

func TestLinesGiveUp(t *testing.T) {
	store := factsDone()
	out, o, err := typed(store, Options{}, strings.Split(strings.Repeat("y\n", 1000), "\n")...)
	if err == nil || errors.Is(err, ErrInputEnded) || !strings.Contains(err.Error(), `5 lines in a row could not be taken, the last one was "y"`) {
		t.Errorf("error %v", err)
	}
	if o.End != Stopped || store.saves != 0 {
		t.Errorf("%+v and %d saves", o, store.saves)
	}
	if n := strings.Count(out, "Not taken"); n != mostWrong-1 {
		t.Errorf("refused %d times before giving up", n)
	}
	// Answers in between begin the count anew.
	if _, _, err = typed(factsDone(), Options{}, "y", "y", "y", "y", "w", "y", "y", "y", "y"); !errors.Is(err, ErrInputEnded) {
		t.Errorf("error %v, want the end of the input", err)
	}
}

func TestLinesStoreFails(t *testing.T) {
	store := factsDone()
	store.fail = errors.New("saving the plan: the disk is full")
	out, _, err := typed(store, Options{}, "1", "1", "1", "1", "1", "1")
	if !errors.Is(err, store.fail) || !strings.Contains(out, "Not taken: saving the plan: the disk is full.") {
		t.Errorf("error %v, said:\n%s", err, out)
	}
}

// TestLinesFind finds a question in the overview by a word, line by line.
func TestLinesFind(t *testing.T) {
	store := factsDone()
	out, _, _ := typed(store, Options{}, ":o", "STEP first", "-", "zebra", "step first", "1", "2", "q")
	for _, want := range []string{"With “STEP first”: 1.\nA single hyphen shows everything again.", "1. [open] How small is the first step?\n", "Not taken: nothing has these words"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
	if a := store.plan.Answer("alignment", "first-step"); a.Level == nil || *a.Level != 2 {
		t.Errorf("the question that was found has the answer %+v\n%s", a, out)
	}
}

// TestLinesUnseen ends when nobody sees the questions any more, and takes no line for an
// answer to what was not shown.
func TestLinesUnseen(t *testing.T) {
	for name, why := range map[string]error{"gone": syscall.EPIPE, "full": syscall.ENOSPC} {
		store := factsDone()
		o, err := RunLines(store, Options{Bank: smallBank(), Forms: smallForms(), Today: onToday}, strings.NewReader("1\n2\n"), refusing{why})
		if !o.Unseen || store.saves > 0 || (err == nil) != (o.Signal == syscall.SIGPIPE) || name == "full" && !errors.Is(err, why) {
			t.Errorf("%s: %+v, %v, %d saved", name, o, err, store.saves)
		}
	}
}

// refusing takes nothing that is written.
type refusing struct{ why error }

func (r refusing) Write([]byte) (int, error) { return 0, r.why }

func TestLinesReading(t *testing.T) {
	opts := Options{Bank: smallBank(), Forms: smallForms(), Today: onToday}
	long := strings.NewReader(strings.Repeat("x", 2*longestLine))
	if _, err := RunLines(factsDone(), opts, long, io.Discard); err == nil || !strings.Contains(err.Error(), "longer than 65536 bytes") {
		t.Errorf("endless line: error %v", err)
	}
	broken := errors.New("broken")
	if _, err := RunLines(factsDone(), opts, iotest.ErrReader(broken), io.Discard); !errors.Is(err, broken) {
		t.Errorf("broken input: error %v", err)
	}
	gone := fmt.Errorf("reading: %w", syscall.EIO) // of a terminal that was closed, before its signal comes
	if o, err := RunLines(factsDone(), opts, iotest.ErrReader(gone), io.Discard); err != nil || o.End != Signalled || o.Signal != syscall.SIGHUP {
		t.Errorf("closed terminal: %+v, error %v", o, err)
	}
	store := factsDone()
	if _, err := RunLines(store, opts, iotest.OneByteReader(strings.NewReader("1\n2")), io.Discard); !errors.Is(err, ErrInputEnded) {
		t.Errorf("slow input: error %v", err)
	}
	if got := *store.plan.Answer("alignment", "first-step").Level; got != 2 {
		t.Errorf("a last line without an end gave level %d, want 2", got)
	}
}

// TestLinesInvent gives random lines. Whatever they are, it ends, it prints no
// control sequence, and as many answers are saved as it says.
func TestLinesInvent(t *testing.T) {
	words := []string{"1", "2", "3", "4", "5", "6", "d", "n", "s", "b", "w", "l", "q", ":s", ":b", ":l", "", "-", "Ana", "x-y", "2026-11-01", "\x1b[2J", "0", ":n", ":x", ":o"}
	rapid.Check(t, func(r *rapid.T) {
		store := newMemory()
		lines := rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(r, "lines")
		out, o, _ := typed(store, Options{}, lines...)
		if strings.ContainsFunc(out, func(c rune) bool { return c < ' ' && c != '\n' }) {
			r.Fatalf("a control character in %q", out)
		}
		n := 0
		for _, answers := range store.plan.Answers {
			for _, a := range answers {
				if a.State() != planfile.Blank { // a note may come before the answer
					n++
				}
			}
		}
		if n != o.Answered || n+o.Open != 3 {
			r.Fatalf("%d answers saved, outcome %+v", n, o)
		}
	})
}

func TestLinesPrintable(t *testing.T) {
	store := atRecords()
	store.plan.Objectives = []planfile.Objective{{ID: "x", Statement: "\x1b[31mred\u202e"}}
	out, _, _ := typed(store, Options{Again: true, Only: []string{"alignment"}})
	if strings.ContainsAny(out, "\x1b\u202e") || !strings.Contains(out, `1. \u001b[31mred\u202e`) {
		t.Errorf("said:\n%q", out)
	}
}
