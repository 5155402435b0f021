package interview

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

var update = flag.Bool("update", false, "rewrite the screens in testdata")

// longStep is the question that is shown.
func longStep(s *session) *questions.Question { return s.model.flow.page.step.Question }

// longQuestion makes the first question and its rungs as long as they may get.
func longQuestion(s *session) {
	q := longStep(s)
	q.Ask = "Which of the goals that the business has set itself for this year and the next does the initiative serve, and who says so?"
	for i := range q.Rungs {
		q.Rungs[i] = fmt.Sprintf("Rung %d: %s", i, strings.Repeat("every word of this sentence is true today, and so ", 4)+"it ends.")
	}
	s.keys("tab", "shift+tab") // the page is made anew
}

func wideQuestion(s *session) {
	q := longStep(s)
	q.Ask = "この取り組みは、どの事業目標に役立ちますか。だれがそれに責任を持っていますか。"
	q.Rungs[0] = "どの目標に役立つのか、まだだれも話題にしていません。これから話し合う予定もありません。"
	q.Rungs[1] = "👩‍👩‍👧 話し合いましたが、書いたものはありません。"
	s.keys("tab", "shift+tab")
}

func TestScreens(t *testing.T) {
	cases := []struct {
		name          string
		width, height int
		prepare       func(s *session)
	}{
		{"question-80x24", 80, 24, func(s *session) {}},
		{"question-40x20", 40, 20, func(s *session) {}},
		{"question-30x10", 30, 10, func(s *session) {}},
		{"long-80x24", 80, 24, func(s *session) { longQuestion(s); s.keys("down", "down") }},
		{"long-40x20-first", 40, 20, longQuestion},
		{"long-40x20-middle", 40, 20, func(s *session) { longQuestion(s); s.keys("down", "down") }},
		{"long-40x20-last", 40, 20, func(s *session) { longQuestion(s); s.keys("up") }},
		{"long-30x10", 30, 10, func(s *session) { longQuestion(s); s.keys("down") }},
		{"wide-40x20", 40, 20, wideQuestion},
		{"why-80x24", 80, 24, func(s *session) { s.keys("?") }},
		{"why-30x10-scrolled", 30, 10, func(s *session) { longQuestion(s); s.keys("?", "down", "pgdown") }},
		{"who-40x20", 40, 20, func(s *session) { s.keys("up", "enter", "Priya Nair, who owns the goal") }},
		{"evidence-80x24", 80, 24, func(s *session) { s.keys("down", "down", "down", "enter") }},
		{"evidence-40x20", 40, 20, func(s *session) { s.keys("down", "down", "down", "enter") }},
		{"not-saved-40x20", 40, 20, func(s *session) {
			s.store.fail = errors.New(`saving "plan.yaml": the disk is full; free some space, then try again`)
			s.keys("enter")
		}},
		{"menu-80x24", 80, 24, toLists},
		{"menu-long-40x20", 40, 20, func(s *session) {
			for i := range 30 {
				o := planfile.Objective{ID: fmt.Sprintf("o-%d", i), Statement: "Owners find a working answer within a day"}
				s.store.plan.Objectives = append(s.store.plan.Objectives, o)
			}
			toLists(s)
			s.keys("home", "down", "down")
		}},
		{"form-40x20", 40, 20, func(s *session) { toLists(s); s.keys("enter") }},
		{"end-40x20", 40, 20, func(s *session) { s.keys("tab", "tab", "tab") }},
		{"hostile-40x20", 40, 20, func(s *session) {
			s.store.plan.Objectives = []planfile.Objective{{ID: "x", Statement: "\x1b[31mred\a \u202etxt.exe"}}
			toLists(s)
		}},
		{"first-80x24", 80, 24, func(s *session) { s.model.flow.show(s.model.flow.firstPage()); s.model.turn() }},
		{"first-40x20", 40, 20, func(s *session) { s.model.flow.show(s.model.flow.firstPage()); s.model.turn() }},
		{"question-60x20", 60, 20, func(s *session) {}},
		{"standing-80x24", 80, 24, remarked},
		{"standing-60x20", 60, 20, remarked},
		{"standing-40x20", 40, 20, remarked},
		{"overview-80x24", 80, 24, func(s *session) { remarked(s); s.keys("o") }},
		{"overview-60x20", 60, 20, func(s *session) { remarked(s); s.keys("o") }},
		{"overview-40x20", 40, 20, func(s *session) { remarked(s); s.keys("o") }},
		{"overview-filtered-60x20", 60, 20, func(s *session) { remarked(s); s.keys("o", "goal") }},
		{"present-80x24", 80, 24, presented},
		{"present-60x20", 60, 20, presented},
		{"present-40x20", 40, 20, presented},
		{"present-answer-60x20", 60, 20, func(s *session) { remarked(s); s.keys("tab", "shift+tab"); presented(s); s.keys("r") }},
		{"dissent-60x20", 60, 20, func(s *session) { s.keys("x", "Ben sees a 2") }},
		{"names-60x20", 60, 20, func(s *session) { s.keys("up", "enter") }},
		{"too-small", 20, 8, func(s *session) {}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, factsDone(), Options{})
			s.size(c.width, c.height)
			c.prepare(s)
			fits(t, s.model.View(), c.width, c.height)
			golden(t, filepath.Join("testdata", c.name+".txt"), s.screen()+"\n")
		})
	}
}

// toLists shows the first list, which has its records.
func toLists(s *session) {
	s.model.flow.open(slices.IndexFunc(s.model.flow.steps, func(step Step) bool { return step.Record != nil && step.Field == nil }))
	s.model.turn()
}

// remarked answers the first question with evidence, and with what the room says of it.
func remarked(s *session) {
	s.keys("3", "enter", "enter", "docs/goals.md", "enter", "enter", "shift+tab")
	s.keys("n", "The board asked for it", "enter", "x", "Ben Okafor sees a 2: the goal was changed in August", "enter")
}

// presented shows the page as a room sees it.
func presented(s *session) {
	s.model.flow.opts.Present = true
	s.model.flow.open(s.model.flow.at)
	s.model.turn()
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// fits fails when a screen is higher or wider than the terminal, or holds a
// control sequence other than one that sets a style.
func fits(t failer, view string, width, height int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		t.Fatalf("%d lines on %d rows:\n%s", len(lines), height, view)
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			t.Fatalf("%d columns on %d: %q", w, width, line)
		}
	}
	bare := regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(view, "")
	if i := strings.IndexFunc(bare, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }); i >= 0 {
		t.Fatalf("a control character in %q", bare[i:])
	}
}

// TestQuestionStays draws screens of any size with texts of any length. The
// question begins on the screen, the cursor's line begins on it, and where
// there is room for the whole of the cursor's sentence, its end is there too.
func TestQuestionStays(t *testing.T) {
	sentence := rapid.StringMatching(`[A-Z]([a-zé漢]{1,14} ){1,30}\.`)
	rapid.Check(t, func(r *rapid.T) {
		s := begin(t, factsDone(), Options{})
		q := longStep(s)
		q.Ask = "QQ " + sentence.Draw(r, "ask")
		for i := range q.Rungs {
			q.Rungs[i] = fmt.Sprintf("R%d %s", i, sentence.Draw(r, "rung"))
		}
		width, height := rapid.IntRange(minWidth, 120).Draw(r, "width"), rapid.IntRange(minHeight, 50).Draw(r, "height")
		s.size(width, height)
		s.keys("tab", "shift+tab")
		if rapid.Bool().Draw(r, "refused") {
			s.store.fail = errors.New(sentence.Draw(r, "refusal"))
			s.keys("enter")
		}
		at := rapid.IntRange(0, 4).Draw(r, "at")
		for range at {
			s.keys("down")
		}
		fits(r, s.model.View(), width, height)
		screen := s.screen()
		if !strings.Contains(screen, "QQ ") {
			r.Fatalf("the question is off the screen:\n%s", screen)
		}
		if !strings.Contains(screen, fmt.Sprintf(">%d R%d", at, at)) {
			r.Fatalf("the cursor is off the screen:\n%s", screen)
		}
		lines := len(wrap(q.Rungs[at], s.model.textWidth()-len(mark)-1))
		besides := 1 + 2 + len(s.model.foot()) // the head, and two lines of the question
		if lines+besides <= height && !strings.Contains(squeezed(screen), squeezed(q.Rungs[at])) {
			r.Fatalf("the sentence under the cursor is not whole:\n%s\n%s", q.Rungs[at], screen)
		}
	})
}

// squeezed takes all white space out, so that a wrapped sentence is found.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func TestColours(t *testing.T) {
	colour := regexp.MustCompile(`\x1b\[([0-9]+;)*(3[0-9]|4[0-9]|9[0-9]|10[0-7])(;[0-9]+)*m`)
	for _, want := range []bool{false, true} {
		s := begin(t, factsDone(), Options{Colour: want})
		view := s.model.View()
		if got := colour.MatchString(view); got != want {
			t.Errorf("with Colour %v, coloured: %v\n%q", want, got, view)
		}
		if !strings.Contains(view, "\x1b[1m") && !strings.Contains(view, "\x1b[1;") {
			t.Errorf("with Colour %v the line under the cursor is not bold:\n%q", want, view)
		}
		s.keys("up", "enter", "a")
		if view := s.model.View(); !strings.Contains(view, "\x1b[7m") {
			t.Errorf("with Colour %v a text has no cursor:\n%q", want, view)
		}
	}
}

// TestUntouchedText gives back what the plan says, not what the screen shows.
func TestUntouchedText(t *testing.T) {
	const said = "a \u202e mark\nand a second line"
	store := withRecords()
	store.plan.Objectives[0].Statement = said
	s := begin(t, store, Options{Again: true, Only: []string{"alignment"}})
	s.keys("home", "enter", "enter")
	s.shows(`a \u202e mark`)
	s.keys("enter")
	if got := s.store.plan.Objectives[0].Statement; got != said || s.store.saves != 0 {
		t.Errorf("%q after %d saves, want %q and none", got, s.store.saves, said)
	}
}

func TestFooterFits(t *testing.T) {
	pages := map[string]*page{
		"question":    {choices: yesOrNo(), why: []string{"x"}, skip: func() error { return nil }},
		"evidence":    {choices: yesOrNo(), why: []string{"x"}, skip: func() error { return nil }, leave: func() {}},
		"follow-up":   {typed: true, why: []string{"x"}, skip: func() error { return nil }, leave: func() {}},
		"needed":      {typed: true, leave: func() {}},
		"the end":     {},
		"first field": {typed: true, skip: func() error { return nil }},
	}
	for name, p := range pages {
		for width := minWidth - 1; width <= maxText; width++ {
			line := strings.Join(footer(p, width, 1), "\n")
			if ansi.StringWidth(line) > width || !strings.Contains(line, "back") || !strings.HasSuffix(line, " stop") {
				t.Errorf("%s at %d columns: %q", name, width, line)
			}
			if p.leave != nil && !strings.Contains(line, "esc leave") {
				t.Errorf("%s at %d columns does not say how to leave: %q", name, width, line)
			}
		}
	}
}

// TestFooterNamesAll names every key on a screen of 40 columns and 20 lines, and on one
// of 60.
func TestFooterNamesAll(t *testing.T) {
	for _, width := range []int{40, 60} {
		s := begin(t, factsDone(), Options{})
		s.size(width, 20)
		s.shows("enter accept", "tab skip", "back", "? why", "n note", "x ", "o overview", " stop")
		s.keys("x")
		s.shows("enter accept", "esc leave", "back", "F1 why", "F3 overview", " stop")
		s.keys("esc", "up", "enter")
		s.shows("enter accept", "F2 note", "F4 ", "F3 overview")
		s.keys("f3", "zebra") // which finds nothing
		s.hides("go on")
	}
}

// TestLettersOnAList says what to do there with a letter that means nothing.
func TestLettersOnAList(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.keys("w")
	s.shows("! Nothing is typed here: choose a line with a digit from 0 to 4 or the arrows,", ">0 ")
	s.keys("j")
	s.shows(">1 ")
	s.hides("! ")
	toLists(s)
	s.keys("D")
	s.shows("! Nothing is typed here: choose a line with the arrows, then press Enter")
	s.keys("enter", "Desk")
	s.shows("> Desk")
	s.hides("! ")
}

func TestTooSmallIgnoresKeys(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.size(20, 8)
	s.keys("enter", "down", "tab")
	if s.store.saves != 0 {
		t.Error("a question was answered that was not shown")
	}
	s.size(80, 24)
	s.shows("Which goal does it serve?", ">0 Nobody has raised the goal.")
}

func TestSizeUnknown(t *testing.T) {
	s := begin(t, factsDone(), Options{})
	s.size(0, 0)
	fits(t, s.model.View(), 80, 24)
	s.shows("Which goal does it serve?")
}
