package gate_test

import (
	"math/big"
	"testing"
	"time"

	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/score/scoretest"
)

// TestSinceEntered says which readings and decisions count as entered since.
func TestSinceEntered(t *testing.T) {
	march, april := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC)
	reading := func(on time.Time, value string) planfile.Reading {
		return planfile.Reading{On: on, Value: planfile.Amount{Text: value}}
	}
	verdict := planfile.Reading{On: march, Verdict: "adjust"}
	metric := func(id string, readings ...planfile.Reading) planfile.Metric {
		return planfile.Metric{ID: id, Readings: readings}
	}
	earlier := &planfile.Plan{
		Metrics: []planfile.Metric{metric("a", reading(march, "19")), metric("b", verdict)},
		Reviews: []planfile.Review{{On: march, Decision: "adjust"}},
	}
	for _, c := range []struct {
		name     string
		now      planfile.Plan
		readings int
		reviews  []planfile.Review
	}{
		{"nothing", *earlier, 0, nil},
		{"one taken away", planfile.Plan{Metrics: earlier.Metrics[:1]}, 0, nil},
		{"a new day, a new value, a new verdict", planfile.Plan{Metrics: []planfile.Metric{
			metric("b", planfile.Reading{On: march, Verdict: "stop"}),
			metric("a", reading(march, "20"), reading(april, "19")),
		}}, 3, nil},
		{"of a new measure", planfile.Plan{Metrics: []planfile.Metric{metric("c", reading(march, "19"))}}, 1, nil},
		{"a note added", planfile.Plan{Metrics: []planfile.Metric{metric("b", planfile.Reading{On: march, Verdict: "adjust", Note: "late"})}}, 0, nil},
		{"a decision", planfile.Plan{Reviews: append([]planfile.Review{{On: april, Decision: "stop"}}, earlier.Reviews...)}, 0, []planfile.Review{{On: april, Decision: "stop"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, now := standing(big.NewRat(60, 1), "C"), standing(big.NewRat(60, 1), "C")
			d := gate.Terms{}.Judge(&c.now, now, &gate.Baseline{Name: "main", Plan: earlier, Result: before})
			scoretest.Diff(t, c.readings, d.Since.Readings)
			scoretest.Diff(t, c.reviews, d.Since.Reviews)
		})
	}
}
