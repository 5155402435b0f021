package yamldoc_test

import (
	"fmt"
	"time"

	"forewarn/audit/yamldoc"
)

const plan = `answers:
  # one entry a questionnaire
  alignment:
    first-step: {unknown: Priya Nair}   # ask her
metrics: []   # none yet
`

func ExampleSet() {
	day := time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	out, err := yamldoc.Set([]byte(plan), []string{"answers", "alignment", "business-goal"}, yamldoc.Map{
		{Key: "level", Value: 3},
		{Key: "on", Value: day},
		{Key: "evidence", Value: yamldoc.Map{{Key: "vouched", Value: "Priya Nair"}, {Key: "on", Value: day}}},
	})
	fmt.Print(string(out), err)
	// Output:
	// answers:
	//   # one entry a questionnaire
	//   alignment:
	//     first-step: {unknown: Priya Nair}   # ask her
	//     business-goal:
	//       level: 3
	//       on: 2026-11-02
	//       evidence: {vouched: Priya Nair, on: 2026-11-02}
	// metrics: []   # none yet
	// <nil>
}

func ExampleAppend() {
	out, err := yamldoc.Append([]byte(plan), []string{"metrics"}, yamldoc.Map{
		{Key: "id", Value: "first-answer"},
		{Key: "name", Value: "Median time to a first working answer"},
		{Key: "success", Value: yamldoc.Number("4.0")},
	})
	fmt.Print(string(out), err)
	// Output:
	// answers:
	//   # one entry a questionnaire
	//   alignment:
	//     first-step: {unknown: Priya Nair}   # ask her
	// metrics:   # none yet
	//   - id: first-answer
	//     name: Median time to a first working answer
	//     success: 4.0
	// <nil>
}

func ExampleDelete() {
	out, err := yamldoc.Delete([]byte(plan), []string{"answers", "alignment", "first-step"})
	fmt.Print(string(out), err)
	// Output:
	// answers:
	//   # one entry a questionnaire
	//   alignment: {}
	// metrics: []   # none yet
	// <nil>
}
