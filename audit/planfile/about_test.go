package planfile_test

import (
	"strings"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
)

func TestAbout(t *testing.T) {
	bank := loadBank(t)
	plan, found := planfile.Parse([]byte(head+`objectives: [{id: answers, statement: s}]
stakeholders: [{group: Service team, kind: employees}]
metrics: [{id: m, name: n, readings: [{on: 2026-11-02, value: 3}]}]
programmes: [{name: Newsletter}]
scenarios: [{what: An unsafe tip}]
waivers: [{warning: stovepipe, reason: r, owner: o, until: 2027-01-31}, {finding: all-lagging, reason: r, owner: o, until: 2027-01-31}]
reviews: [{on: 2027-03-01, decision: adjust}]
`), bank)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for path, want := range map[string]rules.About{
		"":                                  {},
		"answers.silos.in-step":             {Question: "in-step"},
		"answers.silos.in-step.evidence.on": {Question: "in-step"},
		"answers.silos":                     {Record: "answers/silos"},
		"metrics":                           {Record: "metrics"},
		"metrics.0.stop":                    {Record: "metrics/m"},
		"metrics.0.readings.0":              {Record: "metrics/m"},
		"metrics.7.stop":                    {Record: "metrics"},
		"objectives.0.goal":                 {Record: "objectives/answers"},
		"stakeholders.0.told":               {Record: "stakeholders/Service team"},
		"programmes.0.lead":                 {Record: "programmes/Newsletter"},
		"scenarios.0.owner":                 {Record: "scenarios/An unsafe tip"},
		"waivers.0.until":                   {Record: "waivers/stovepipe"},
		"waivers.1.finding":                 {Record: "waivers/all-lagging"},
		"reviews.0.lesson":                  {Record: "reviews/2027-03-01"},
		"initiative.owner":                  {Record: "initiative/owner"},
	} {
		var steps []string
		if path != "" {
			steps = strings.Split(path, ".")
		}
		if got := plan.About(steps...); got != want {
			t.Errorf("%s is about %+v, want %+v", path, got, want)
		}
	}
}
