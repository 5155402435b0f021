package outcome_test

import (
	"testing"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
)

// number is a value as a plan has it.
func number(text string) planfile.Amount {
	var a planfile.Amount
	if text != "" {
		a.DecodeScalar(text, false)
	}
	return a
}

func lines(better, success, stop string) *planfile.Metric {
	return &planfile.Metric{Better: better, Success: number(success), Stop: number(stop)}
}

func TestAgainst(t *testing.T) {
	higher, lower, tolerance := lines("higher", "1000", "700"), lines("lower", "4", "8"), lines("higher", "1000", "900")
	for _, c := range []struct {
		name  string
		m     *planfile.Metric
		value string
		want  outcome.Verdict
	}{
		{"beyond success", higher, "1200", outcome.Success},
		{"on the success line", higher, "1000", outcome.Success},
		{"just under success", higher, "999", outcome.Adjust},
		{"on the stop line nobody stops", higher, "700", outcome.Adjust},
		{"just under stop", higher, "699", outcome.Stop},
		{"just under stop, by a fraction", higher, "699.999", outcome.Stop},
		{"a tolerance of 10 % is strict: 900 has not missed by more", tolerance, "900", outcome.Adjust},
		{"a tolerance of 10 % is strict: 899 has", tolerance, "899", outcome.Stop},
		{"lower, on the success line", lower, "4", outcome.Success},
		{"lower, between", lower, "5", outcome.Adjust},
		{"lower, on the stop line", lower, "8", outcome.Adjust},
		{"lower, past the stop line", lower, "9", outcome.Stop},
		{"no stop line to cross", lines("higher", "10", ""), "1", outcome.Adjust},
		{"no success line to reach", lines("higher", "", "10"), "99", outcome.Adjust},
		{"no success line, and past the stop line", lines("higher", "", "10"), "9", outcome.Stop},
		{"two lines that contradict each other", lines("higher", "5", "8"), "6", outcome.Stop},
		{"no lines", lines("higher", "", ""), "5", outcome.Unknown},
		{"nobody said which way is better", lines("", "5", "8"), "6", outcome.Unknown},
		{"a line in words", lines("higher", "five", "two"), "6", outcome.Unknown},
		{"a value in words", higher, "plenty", outcome.Unknown},
		{"no value", higher, "", outcome.Unknown},
	} {
		if got := outcome.Against(c.m, number(c.value)); got != c.want {
			t.Errorf("%s: %q is %s, want %s", c.name, c.value, got, c.want)
		}
	}
}

func TestOfCarriesThePersonsVerdict(t *testing.T) {
	inWords := &planfile.Metric{How: "qualitative", Success: planfile.Amount{Text: "eight of ten are content"}}
	for _, c := range []struct {
		name string
		m    *planfile.Metric
		r    planfile.Reading
		want outcome.Verdict
	}{
		{"in words", inWords, planfile.Reading{Verdict: "adjust"}, outcome.Adjust},
		{"in words without a verdict", inWords, planfile.Reading{Note: "mixed"}, outcome.Unknown},
		{"a person is stricter than the lines", lines("higher", "10", "5"), planfile.Reading{Value: number("12"), Verdict: "stop"}, outcome.Stop},
		{"a person is milder than the lines", lines("higher", "10", "5"), planfile.Reading{Value: number("4"), Verdict: "success"}, outcome.Stop},
	} {
		if got := outcome.Of(c.m, &c.r); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestHasLines(t *testing.T) {
	words := func(text string) planfile.Amount { return planfile.Amount{Text: text} }
	for _, c := range []struct {
		name string
		m    *planfile.Metric
		want bool
	}{
		{"numbers", lines("lower", "4", "8"), true},
		{"one number", lines("lower", "", "8"), true},
		{"no side", lines("", "4", "8"), false},
		{"no line", lines("lower", "", ""), false},
		{"words where numbers belong", &planfile.Metric{How: "quantitative", Better: "higher", Success: words("many")}, false},
		{"words", &planfile.Metric{How: "qualitative", Success: words("most are content")}, true},
		{"words, and nobody said how it is kept", &planfile.Metric{Success: words("most are content")}, true},
		{"in words, and no line", &planfile.Metric{How: "qualitative"}, false},
	} {
		if got := outcome.HasLines(c.m); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
