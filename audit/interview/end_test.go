package interview

import (
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// TestEndPage says what it comes to: the gravest warning, and three steps that can be
// read alone.
func TestEndPage(t *testing.T) {
	result := someResult()
	s := begin(t, factsDone(), Options{File: "plan.yaml", Audit: func(*planfile.Plan, score.Goal) (*score.Result, error) { return result, nil }})
	s.keys("tab", "tab", "tab")
	s.shows(
		"The gravest warning: No goal behind it.", "Do first: Ask whoever runs it.", "Three things to do next:",
		"1. Answer: Which goal does it serve?\n", "2. “Is it in step with the rest?” enter a measure in the plan.", "3. “How small is the first step?” Try it.",
		"The whole report: forewarn report plan.yaml",
	)
	s.hides("Another")
	s.hides("fourth")

	result.Warnings, result.Next = nil, nil
	s.keys("shift+tab", "tab")
	s.shows("That was the last page.", "The whole report: forewarn report plan.yaml")
	s.hides("gravest")
	s.hides("things to do")
}

// TestEndPageScrolls reads a page that is longer than the screen.
func TestEndPageScrolls(t *testing.T) {
	s := begin(t, factsDone(), Options{Audit: func(*planfile.Plan, score.Goal) (*score.Result, error) { return someResult(), nil }})
	s.keys("tab", "tab", "tab")
	s.size(30, 10)
	s.shows("The gravest warning", "↓ more")
	s.hides("- Is it in step")
	s.keys("end")
	s.shows("- Is it in step")
	s.hides("↓ more")
	s.keys("home")
	s.shows("The gravest warning", "↓ more")
}

// someResult is what an audit may come to.
func someResult() *score.Result {
	return &score.Result{
		Warnings: []score.Warning{{Title: "No goal behind it", Do: "Ask whoever runs it."}, {Title: "Another", Do: "Later."}},
		Next: []score.Step{
			{Question: "goal", Do: rules.Alike("Answer: Which goal does it serve?")},
			{Question: "in-step", Do: rules.Alike("enter a measure in the plan")},
			{Question: "first-step", Do: rules.Alike("Try it.")},
			{Question: "goal", Do: rules.Alike("A fourth.")},
		},
	}
}
