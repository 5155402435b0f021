package outcome_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
)

// amounts draws numbers near to one another, so that lines are met exactly.
func amounts() *rapid.Generator[planfile.Amount] {
	return rapid.Custom(func(t *rapid.T) planfile.Amount {
		n := big.NewRat(rapid.Int64Range(-20, 20).Draw(t, "n"), rapid.Int64Range(1, 3).Draw(t, "of"))
		return planfile.Amount{Text: n.RatString(), Number: n}
	})
}

func maybe(t *rapid.T, name string) planfile.Amount {
	if rapid.Bool().Draw(t, name+" is drawn") {
		return amounts().Draw(t, name)
	}
	return planfile.Amount{}
}

func drawMetric(t *rapid.T) *planfile.Metric {
	return &planfile.Metric{Better: rapid.SampledFrom([]string{"higher", "lower"}).Draw(t, "better"), Success: maybe(t, "success"), Stop: maybe(t, "stop")}
}

func verdicts() *rapid.Generator[outcome.Verdict] {
	return rapid.SampledFrom([]outcome.Verdict{outcome.Unknown, outcome.Success, outcome.Adjust, outcome.Stop})
}

// The whole does not depend on the order of the measures, nor on how they are grouped,
// and what is unknown changes nothing.
func TestWorstHasNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := verdicts().Draw(t, "a"), verdicts().Draw(t, "b"), verdicts().Draw(t, "c")
		switch {
		case outcome.Worst(a, b) != outcome.Worst(b, a):
			t.Fatal("the order matters")
		case outcome.Worst(outcome.Worst(a, b), c) != outcome.Worst(a, outcome.Worst(b, c)):
			t.Fatal("the grouping matters")
		case outcome.Worst(a, outcome.Unknown) != a, outcome.Worst(a, a) != a:
			t.Fatal("something is counted that says nothing")
		case outcome.Worst(a, b) < a:
			t.Fatal("one measure makes up for another")
		}
	})
}

func TestMirroredLinesMirrorTheVerdict(t *testing.T) {
	mirrored := func(a planfile.Amount) planfile.Amount {
		if a.Number == nil {
			return a
		}
		n := new(big.Rat).Neg(a.Number)
		return planfile.Amount{Text: n.RatString(), Number: n}
	}
	rapid.Check(t, func(t *rapid.T) {
		m, value := drawMetric(t), amounts().Draw(t, "value")
		other := &planfile.Metric{Better: "lower", Success: mirrored(m.Success), Stop: mirrored(m.Stop)}
		if m.Better == "lower" {
			other.Better = "higher"
		}
		if a, b := outcome.Against(m, value), outcome.Against(other, mirrored(value)); a != b {
			t.Fatalf("%s becomes %s in the mirror", a, b)
		}
	})
}

func TestABetterValueIsNeverAWorseVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, a, b := drawMetric(t), amounts().Draw(t, "a"), amounts().Draw(t, "b")
		if !outcome.Worse(m.Better, a, b) {
			a, b = b, a
		}
		if outcome.Against(m, a) < outcome.Against(m, b) {
			t.Fatalf("%s is better than %s, and its verdict is worse", b.Text, a.Text)
		}
	})
}
