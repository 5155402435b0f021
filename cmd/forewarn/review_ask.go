package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"forewarn/audit"
	"forewarn/audit/interview"
	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/report/document"
)

// ask asks for what is due, and reports whether it was gone through to the end.
func (o *reviewOptions) ask(file *planfile.File, auditor *audit.Auditor, on time.Time) error {
	if !auditor.AsOf.HasCome(on) {
		return &codedError{code: exitUsage, err: fmt.Errorf("--on %s has not come yet, so nothing can have been read on it", on.Format(time.DateOnly)), next: "Name the day on which it was read."}
	}
	forms, err := planfile.LoadForms()
	if err != nil {
		return inputError(err)
	}
	moves := o.movesBefore(auditor)
	opts := interview.ReviewOptions{
		Forms: forms, File: printable.Word(o.path), On: on, AsOf: auditor.AsOf, All: o.all, Colour: o.colour(os.Stderr),
		Says: func(plan *planfile.Plan) []string {
			return inParagraphs(outcome.Read(asDrawn(plan, moves), auditor.AsOf))
		},
	}
	var done interview.Outcome
	if o.accessible || os.Getenv("TERM") == "dumb" {
		done, err = interview.ReviewLines(file, opts, os.Stdin, promptStream{newStream(os.Stderr, printable.Plain)})
	} else {
		done, err = interview.Review(file, opts, os.Stdin, os.Stderr)
	}
	switch {
	case err != nil:
		return &codedError{code: exitInput, err: err, next: o.kept(done)}
	case done.Signal != nil:
		return &codedError{code: signalCode(done.Signal), next: o.kept(done)}
	}
	tell(o.kept(done))
	return nil
}

// movesBefore are the lines that were moved late before this review. What git cannot say
// is told at the end.
func (o *reviewOptions) movesBefore(auditor *audit.Auditor) []outcome.Move {
	src, err := readSource(o.path, o.path)
	if err != nil {
		return nil
	}
	found, err := moved(o.path, auditor, src.Text)
	if err != nil {
		return nil
	}
	return found.moves
}

// asDrawn is a plan with the lines that were drawn beforehand.
func asDrawn(plan *planfile.Plan, moves []outcome.Move) *planfile.Plan {
	drawn := *plan
	drawn.Metrics = outcome.AsDrawn(plan.Metrics, moves)
	return &drawn
}

// kept says what of a review is in the plan, what is nowhere, and how to go on.
func (o *reviewOptions) kept(done interview.Outcome) string {
	if done.Unseen {
		return ""
	}
	name := printable.Text(o.path)
	lines := []string{fmt.Sprintf("Everything you gave is saved in %s.", name)}
	switch {
	case done.Saved == 0:
		lines[0] = fmt.Sprintf("Nothing was changed in %s.", name)
	case len(done.Lost) > 0 || len(done.Aside) > 0:
		lines[0] = fmt.Sprintf("What you gave is saved in %s, but for this:", name)
	}
	for _, lost := range done.Lost {
		lines = append(lines, "Not kept: "+printable.Text(lost)+".")
	}
	if len(done.Aside) > 0 {
		lines = append(lines, fmt.Sprintf("What could not be saved is in %s.", printable.Text(inWords(done.Aside))))
	}
	if done.End != interview.Finished {
		lines = append(lines, "Go on with: forewarn review "+printable.Word(o.path))
	}
	return strings.Join(lines, "\n")
}

// inParagraphs says how it stands: the whole first, as a screen may be short.
func inParagraphs(o *outcome.Outcome) []string {
	s := document.NewStanding(o)
	out := document.Notes(s.Whole, s.Meaning)
	for _, c := range s.Measures {
		out = append(out, "", fmt.Sprintf("%s: %s", c.Name, c.Verdict), c.Shown, c.Lines)
	}
	if len(s.Pieces) > 0 {
		out = append(out, "", "What to adjust, and whose it is:")
	}
	for _, piece := range s.Pieces {
		out = append(out, "- "+piece)
	}
	if s.Decision != "" {
		out = append(out, "", s.Decision)
	}
	return append(out, document.Notes(s.Learned)...)
}
