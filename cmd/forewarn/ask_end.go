package main

import (
	"fmt"
	"os"
	"strings"

	"forewarn/audit"
	"forewarn/audit/interview"
	"forewarn/audit/printable"
	"forewarn/audit/report/text"
)

// finish shows what the answers come to, or how to go on.
func (o *askOptions) finish(outcome interview.Outcome, auditor *audit.Auditor) error {
	if outcome.Signal != nil {
		return &codedError{code: signalCode(outcome.Signal), next: o.ending(outcome)}
	}
	if outcome.Saved == 0 && o.created {
		tell(o.ending(outcome))
		return nil
	}
	plan, err := auditOf(o.path, auditor, nil)
	if err != nil {
		if len(outcome.Lost) > 0 || len(outcome.Aside) > 0 {
			tell(o.ending(outcome))
		}
		return err
	}
	if err := printTo(func(out *stream) error { return text.Summary(out, plan.Result, o.textOptions()) }); err != nil {
		return err
	}
	if n := plan.Result.Open.Before; n > 0 {
		tell(beforeGrade(n))
	}
	if outcome.End != interview.Finished || len(outcome.Lost) > 0 || len(outcome.Aside) > 0 {
		tell(o.ending(outcome))
		return nil
	}
	tell("The whole report: forewarn report" + o.bankFlag() + " " + printable.Word(o.path))
	return nil
}

// ending says what of a run is where, what is nowhere, and how to go on.
func (o *askOptions) ending(outcome interview.Outcome) string {
	if outcome.Unseen {
		return ""
	}
	name := printable.Text(o.path)
	var lines []string
	switch {
	case outcome.Saved == 0 && o.created:
		lines = append(lines, fmt.Sprintf("Nothing was answered, so no %s was made.", name))
	case outcome.Saved == 0:
		lines = append(lines, fmt.Sprintf("Nothing was changed in %s.", name))
	case !present(o.path):
		lines = append(lines, fmt.Sprintf("%s is no longer there.", name))
	case len(outcome.Lost) > 0 || len(outcome.Aside) > 0:
		lines = append(lines, fmt.Sprintf("What you gave is saved in %s, but for this:", name))
	case outcome.Yielded:
		lines = append(lines, fmt.Sprintf("What you gave is saved in %s, but where you chose what somebody else had left there.", name))
	default:
		lines = append(lines, fmt.Sprintf("Everything you gave is saved in %s.", name))
	}
	for _, lost := range outcome.Lost {
		lines = append(lines, "Not kept: "+printable.Text(lost)+".")
	}
	if len(outcome.Aside) > 0 {
		lines = append(lines, fmt.Sprintf("What could not be saved is in %s.", printable.Text(inWords(outcome.Aside))))
	}
	return strings.Join(append(lines, "Go on with: "+o.goingOn()), "\n")
}

// present reports whether something is at a path.
func present(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// goingOn is the command that goes on. Without --again it goes on where it stopped.
func (o *askOptions) goingOn() string {
	flags := o.flags()
	if flags == "" && o.path == defaultPlan {
		return "forewarn"
	}
	return "forewarn ask" + flags + " " + printable.Word(o.path)
}

// flags repeats those that going on needs.
func (o *askOptions) flags() string {
	flags := ""
	for _, f := range []struct {
		given bool
		name  string
	}{{o.accessible, "accessible"}, {o.present, "present"}, {o.quick, "quick"}, {o.deep, "deep"}} {
		if f.given {
			flags += " --" + f.name
		}
	}
	if len(o.only) > 0 {
		flags += " --only " + strings.Join(o.only, ",")
	}
	return flags + o.bankFlag()
}

// beforeGrade says how far a plan is from a grade.
func beforeGrade(answers int) string {
	if answers == 1 {
		return "1 more answer has to be known before there can be a grade: forewarn ask"
	}
	return fmt.Sprintf("%d more answers have to be known before there can be a grade: forewarn ask", answers)
}
