package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/interview"
	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/yamldoc"
)

// givenReading is a reading that a flag gave, and which measure it is of.
type givenReading struct {
	index int // of the measure in the plan
	planfile.Reading
	there bool // the plan has it already
}

// writeGiven writes what the flags give, once all of it can be written.
func (o *reviewOptions) writeGiven(file *planfile.File, on time.Time, asOf planfile.AsOf) error {
	review, err := o.review(file.Plan(), on, asOf)
	if err != nil {
		return err
	}
	readings, err := o.given(file.Plan(), on, asOf)
	if err != nil {
		return err
	}
	written := 0
	for _, r := range readings {
		if r.there {
			continue
		}
		if _, err := file.Append([]string{"metrics", strconv.Itoa(r.index), "readings"}, interview.ReadingRecord(r.Reading)); err != nil {
			return inputError(err)
		}
		written++
	}
	if review != nil {
		if _, err := file.Append([]string{"reviews"}, review); err != nil {
			return inputError(err)
		}
		written++
	}
	o.tellWritten(written)
	return nil
}

func (o *reviewOptions) tellWritten(n int) {
	name := printable.Text(o.path)
	switch n {
	case 0:
		tell(fmt.Sprintf("Nothing to do: %s has all of it already.", name))
	default:
		tell(fmt.Sprintf("Saved in %s.", name))
	}
}

// given reads the flags, and holds each reading against the plan.
func (o *reviewOptions) given(plan *planfile.Plan, on time.Time, asOf planfile.AsOf) ([]givenReading, error) {
	if len(o.readings) == 0 {
		return nil, nil
	}
	if len(plan.Metrics) == 0 {
		return nil, &codedError{code: exitUsage, err: errors.New("the plan lists no measure, so there is nothing to read"), next: "List one with its lines first: forewarn ask --only metrics" + o.bankFlag() + " " + printable.Word(o.path)}
	}
	if err := interview.CheckReadingDay(plan, on, asOf); err != nil {
		next := "Name the day on which it was read with --on."
		if asOf.HasCome(on) {
			next = "Name the day on which it was read with --on, or correct the launch in the plan."
		}
		return nil, &codedError{code: exitUsage, err: err, next: next}
	}
	var out []givenReading
	for _, flag := range o.readings {
		r, err := o.reading(plan, flag, on)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(other givenReading) bool { return other.index == r.index }) {
			return nil, usageError(fmt.Errorf("--reading names %q twice, and a measure has one reading a day", plan.Metrics[r.index].ID))
		}
		out = append(out, r)
	}
	return out, nil
}

// reading reads one flag.
func (o *reviewOptions) reading(plan *planfile.Plan, flag string, on time.Time) (givenReading, error) {
	id, value, ok := strings.Cut(flag, "=")
	id = strings.TrimSpace(id)
	if !ok || strings.TrimSpace(value) == "" {
		return givenReading{}, usageError(fmt.Errorf("--reading %q gives no value: write MEASURE=VALUE, such as %s=19", flag, plan.Metrics[0].ID))
	}
	index := slices.IndexFunc(plan.Metrics, func(m planfile.Metric) bool { return m.ID == id })
	if index < 0 {
		return givenReading{}, usageError(unknownMeasure(plan, id))
	}
	m := &plan.Metrics[index]
	refuse := func(err error, next string) (givenReading, error) {
		return givenReading{}, &codedError{code: exitUsage, err: fmt.Errorf("--reading %q: %w", flag, err), next: next}
	}
	r, err := interview.ParseReading(m, value)
	if err != nil {
		return refuse(err, "forewarn review --help shows how readings are given.")
	}
	r.On = on
	there, err := interview.CheckReading(m, r)
	switch {
	case errors.Is(err, interview.ErrNoLines):
		return refuse(err, o.drawFirst())
	case err != nil:
		return refuse(err, fmt.Sprintf("Name another day with --on. If that reading was wrong, correct it in the file, in line %d.", plan.At("metrics", strconv.Itoa(index), "readings").Line))
	}
	return givenReading{index: index, Reading: r, there: there}, nil
}

// unknownMeasure names the measure that may be meant, or those that there are.
func unknownMeasure(plan *planfile.Plan, id string) error {
	var ids []string
	for _, m := range plan.Metrics {
		ids = append(ids, m.ID)
	}
	hint := yamldoc.DidYouMean(id, ids)
	if hint == "" {
		hint = "the plan has " + inWords(ids[:min(len(ids), 10)])
	}
	return fmt.Errorf("there is no measure %q; %s", id, hint)
}

// review is the decision that the flags give; nil when there is none, or when the plan
// has the very same already.
func (o *reviewOptions) review(plan *planfile.Plan, on time.Time, asOf planfile.AsOf) (yamldoc.Map, error) {
	if err := o.checkReview(on, asOf); err != nil || o.decision == "" {
		return nil, err
	}
	same := func(r planfile.Review) bool {
		return r.On.Equal(on) && r.Decision == o.decision && r.Lesson == o.lesson && r.Level == o.level
	}
	if slices.ContainsFunc(plan.Reviews, same) {
		return nil, nil
	}
	record := yamldoc.Map{{Key: "on", Value: on}, {Key: "decision", Value: o.decision}}
	for _, e := range []yamldoc.Entry{{Key: "lesson", Value: o.lesson}, {Key: "level", Value: o.level}} {
		if e.Value != "" {
			record = append(record, e)
		}
	}
	return record, nil
}

func (o *reviewOptions) checkReview(on time.Time, asOf planfile.AsOf) error {
	o.lesson = strings.Join(strings.Fields(o.lesson), " ")
	switch {
	case o.decision == "" && o.lesson != "":
		return usageError(errors.New("--lesson belongs to a decision; add --decision continue, adjust or stop"))
	case o.lesson == "" && o.level != "":
		return usageError(errors.New("--lesson-kind says of what kind the lesson is; add --lesson"))
	case o.decision != "" && !slices.Contains([]string{"continue", "adjust", "stop"}, o.decision):
		return usageError(fmt.Errorf("--decision %q is not continue, adjust or stop", o.decision))
	case o.level != "" && !slices.Contains([]string{"strategic", "tactical"}, o.level):
		return usageError(fmt.Errorf("--lesson-kind %q is not strategic or tactical", o.level))
	case o.decision != "" && !asOf.HasCome(on):
		return &codedError{code: exitUsage, err: fmt.Errorf("nothing can have been decided on %s, which has not come yet", on.Format(time.DateOnly)), next: "Name the day of the decision with --on."}
	}
	return nil
}
