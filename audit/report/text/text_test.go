package text

import (
	"math/big"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"forewarn/audit"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// wholeReport is the report of a plan.
func wholeReport(t *testing.T, a *audit.Audit, o report.Options) string {
	t.Helper()
	return string(reporttest.WrittenWith(t, New, reporttest.Of(a), o))
}

// Whatever a plan says, no line is wider than the page, and nothing in it
// reaches the terminal as a command.
func TestTextStaysOnThePage(t *testing.T) {
	for _, width := range []int{20, 40, 80, 200} {
		var out strings.Builder
		out.WriteString(wholeReport(t, reporttest.JudgedSample(), report.Options{Width: width}))
		if err := Summary(&out, reporttest.Sample(), report.Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if w := ansi.StringWidth(line); w > max(width, minWidth) {
				t.Errorf("width %d: a line of %d columns: %q", width, w, line)
			}
			if strings.HasSuffix(line, " ") {
				t.Errorf("width %d: a line ends with a space: %q", width, line)
			}
			if strings.ContainsAny(line, "\x1b\u202e") {
				t.Errorf("width %d: a line holds a command to the terminal: %q", width, line)
			}
		}
	}
}

func TestLinesStayOneEach(t *testing.T) {
	var out strings.Builder
	findings := gate.Errors([]rules.Finding{{Severity: rules.Error, ID: "unknown-key", Message: "a\nb\x1b[2J", Hint: "c\rd"}})
	if err := Findings(&out, "plan\n.yaml", findings); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Count(got, "\n") != 1 || strings.ContainsAny(got, "\x1b\r") {
		t.Errorf("a finding is not one clean line: %q", got)
	}
}

func TestColourOnlyWhenAskedFor(t *testing.T) {
	plain := wholeReport(t, reporttest.JudgedSample(), report.Options{})
	coloured := wholeReport(t, reporttest.JudgedSample(), report.Options{Color: true})
	if !strings.Contains(coloured, "\x1b[1m") {
		t.Error("there is no colour where it was asked for")
	}
	if ansi.Strip(coloured) != plain {
		t.Error("colour changes more than colour")
	}
}

// A bar and a percentage are full only when nothing is missing.
func TestPercentAndCellsAreFloored(t *testing.T) {
	for _, tc := range []struct {
		x       *big.Rat
		percent string
		cells   int
	}{
		{big.NewRat(0, 1), "0", 0}, {big.NewRat(999, 1000), "99", 39}, {big.NewRat(1, 1), "100", 40}, {big.NewRat(1, 3), "33", 13},
	} {
		if got := report.Percent(tc.x); got != tc.percent {
			t.Errorf("percent(%v) = %s, want %s", tc.x, got, tc.percent)
		}
		if got := cellsOf(new(big.Rat).Mul(tc.x, big.NewRat(100, 1)), 40); got != tc.cells {
			t.Errorf("cellsOf(100 · %v, 40) = %d, want %d", tc.x, got, tc.cells)
		}
	}
}

// A waiver that is in force stands under its warning, confirmed or not, and
// one that has ended does not.
func TestTextNamesWaivers(t *testing.T) {
	until := func(warning string, day int) planfile.Waiver {
		return planfile.Waiver{Warning: warning, Reason: "merging in January", Owner: "Dana Ruiz", Until: time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC)}
	}
	for _, c := range []struct {
		name    string
		waivers []planfile.Waiver
		want    string
		before  string // what comes after it; empty when it is not there
	}{
		{"confirmed", []planfile.Waiver{until("stovepipe", 2)}, "\n   Waived: merging in January (Dana Ruiz, until 2 November 2026).\n", "Strength A"},
		{"possible", []planfile.Waiver{until("one-leg", 30)}, "\n  Waived: merging in January (Dana Ruiz, until 30 November 2026).\n", "What to do next"},
		{"ended", []planfile.Waiver{until("stovepipe", 1)}, "Waived:", ""},
		{"of another", []planfile.Waiver{until("silo", 30)}, "Waived:", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			plan := reporttest.JudgedSample(c.waivers...)
			out := wholeReport(t, plan, report.Options{Width: 100})
			_, rest, found := strings.Cut(out, c.want)
			if found != (c.before != "") || !strings.HasPrefix(strings.TrimSpace(rest), c.before) {
				t.Errorf("%q, before %q, is not as expected in:\n%s", c.want, c.before, out)
			}
		})
	}
}

// A bank may have longer titles than a line has room for beside its bars, and letters of
// more than one byte.
func TestBarsBesideLongTitles(t *testing.T) {
	low := big.NewRat(50, 1)
	section := func(title string) score.Section {
		return score.Section{Title: title, Low: low, High: low, Claimed: low}
	}
	for _, title := range []string{strings.Repeat("Überblick ", 12), "Ü"} {
		p := newPage(report.Options{Width: 40})
		p.bars(&score.Result{Questionnaires: []score.Section{section(title), section("Metrics")}})
		var at []int
		for line := range strings.Lines(p.String()) {
			if before, _, bar := strings.Cut(line, "█"); bar && !strings.HasPrefix(line, "█") {
				at = append(at, utf8.RuneCountInString(before))
			}
		}
		if len(at) != 2 || at[0] != at[1] {
			t.Errorf("the bars beside %q begin at %v:\n%s", title, at, p.String())
		}
	}
}
