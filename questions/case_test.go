package questions_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// noCase are the warnings for which no published case was found, by side: of most of
// them, nobody writes.
var noCase = map[string][]string{
	"went wrong": {"engaged-too-soon", "not-understood", "discomfort-not-risk"},
	"done well":  {"engaged-too-soon", "not-understood", "discomfort-not-risk", "no-way-back"},
}

func TestEveryWarningHasCases(t *testing.T) {
	bank := shipped(t)
	for _, w := range bank.Warnings {
		for side, n := range map[string]int{"went wrong": len(bank.WentWrong(w.ID)), "done well": len(bank.DoneWell(w.ID))} {
			if none := slices.Contains(noCase[side], w.ID); (n == 0) != none {
				t.Errorf("%s has %d cases that %s, and it is said that there are none: %t", w.ID, n, side, none)
			}
		}
	}
}

// Which case a report tells of a warning is chosen: the plainest, and where a verdict
// is disputed, another.
func TestWhichCaseIsToldFirst(t *testing.T) {
	bank := shipped(t)
	for warning, want := range map[string][2]string{
		"no-business-goal":        {"case-state-department", "case-cemex-shift"},
		"tools-before-strategy":   {"case-bbc-dmi", "case-cemex-shift"},
		"overreach":               {"case-so-documentation", "case-cemex-shift"},
		"stovepipe":               {"case-att-wireless", "case-nyc-311"},
		"organisation-unprepared": {"case-vodafone", "case-red-cross"},
		"surface-change":          {"case-philly311", "case-nyc-311"},
		"in-the-dark":             {"case-google-buzz", "case-cemex-shift"},
		"unmeasured":              {"case-state-department", "case-ideastorm"},
		"no-lines":                {"case-your-square-mile", "case-ubuntu-edge"},
		"takes-not-serves":        {"case-so-documentation", "case-giffgaff"},
		"unheard":                 {"case-so-documentation", "case-red-cross"},
		"no-sponsor":              {"case-bbc-dmi", "case-cemex-shift"},
		"no-worst-case":           {"case-digg-v4", "case-red-cross"},
		"one-leg":                 {"case-your-square-mile", "case-nyc-311"},
	} {
		if got := [2]string{bank.WentWrong(warning)[0].ID, bank.DoneWell(warning)[0].ID}; got != want {
			t.Errorf("%s is told by %v, want %v", warning, got, want)
		}
	}
	for _, never := range bank.DoneWell("stovepipe") {
		if never.ID == "case-giffgaff" { // it was kept apart on purpose
			t.Error("giffgaff is told under stovepipe")
		}
	}
}

// Nobody is called a failure but in the words of somebody who is named, and nobody is
// said to have done what was never shown.
func TestCasesAreFair(t *testing.T) {
	for _, c := range shipped(t).Cases {
		text := texts(shipped(t))[c.ID]
		for _, said := range regexp.MustCompile(`(?i).{0,12}\bfail\w*`).FindAllString(text, -1) {
			if !strings.HasSuffix(said, "calls it a failure") && !strings.HasSuffix(said, "calls it a\nfailure") {
				t.Errorf("%s speaks of failure in its own voice: %q", c.ID, said)
			}
		}
		if word := regexp.MustCompile(`(?i)\b(wasted|scandal|fraud|incompetent|fake|bought likes|saved lives)\b`).FindString(text); word != "" {
			t.Errorf("%s says %q", c.ID, word)
		}
		if !regexp.MustCompile(`\b(19|20)\d\d\b`).MatchString(c.Outcome) {
			t.Errorf("%s: the outcome does not say when it was judged: %s", c.ID, c.Outcome)
		}
		for _, l := range slices.Concat(c.WentBad, c.WentWell) {
			if n := len(regexp.MustCompile(`[^A-Z]\. `).FindAllString(l.Says, -1)); n > 0 || !strings.HasSuffix(l.Says, ".") {
				t.Errorf("%s, %s: more than one sentence: %s", c.ID, l.Warning, l.Says)
			}
		}
	}
}
