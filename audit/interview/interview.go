// Package interview asks the questions of a bank and writes each answer
// through a Store before it shows the next.
//
// What is asked, and in which order, is Steps: a pure function. What happens
// between the questions is the flow, which knows pages and no terminal. Two
// front ends show its pages: Run on a whole screen, RunLines line by line.
package interview

import (
	"errors"
	"os"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/score"
	"forewarn/questions"
)

// Options says what to ask, and how.
type Options struct {
	Bank  *questions.Bank
	Forms planfile.Forms // of the records
	File  string         // the name of the plan, as the person knows it

	Again   bool     // walk through everything, with the earlier answers selected
	Quick   bool     // core questions alone, and of records what must be said
	Deep    bool     // the deeper questionnaires too, whatever the plan's scope
	Only    []string // ids of questionnaires; empty means those in the plan's scope
	At      string   // the id of the question to begin at; empty for the first that is due
	Present bool     // for a projector: a question and its lines alone, and no answer before one is asked for
	Sheet   bool     // the sheet of one person in a workshop: answers alone, without names, evidence and records
	Colour  bool     // whether the terminal may be coloured

	Today func() planfile.AsOf // asked whenever a day is needed: an interview may last past midnight
	// Audit says what the plan comes to, with the way to a grade or without; nil when
	// nothing is to be said of it.
	Audit   func(*planfile.Plan, score.Goal) (*score.Result, error)
	HasFile func(shown string) bool // whether something is at a path, seen from the plan's folder; nil when nobody knows
	Now     func() time.Time        // the clock behind the time left; nil means time.Now
}

// Outcome says how an interview ended.
type Outcome struct {
	End      End
	Signal   os.Signal // what stopped it, os.Interrupt for Ctrl-C; nil when it was finished or asked to stop
	Answered int       // questions answered in this run
	Open     int       // questions asked for in this run that still have no answer
	Saved    int       // how many times something was saved in this run
	Lost     []string  // what was typed and is not in the plan, a phrase each
	Unseen   bool      // the terminal takes nothing any more: whatever is written to it is in vain
	Yielded  bool      // what somebody else had written was kept in place of something given in this run
	Aside    []string  // the files beside the plan that hold what could not be saved
}

// End is a way for an interview to end.
type End int

// The ways for an interview to end.
const (
	Finished  End = iota // the last page was left
	Stopped              // the person stopped it, by Ctrl-C or by asking
	Signalled            // a signal from outside stopped it
)

// ErrInputEnded is returned by RunLines when there is nothing more to read.
// What was answered until then is saved.
var ErrInputEnded = errors.New("the input ended before the questions did")
