package document

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/score"
)

// Step is one thing to do that can be read alone.
type Step struct {
	*score.Step
	Do    string   // a sentence
	Who   string   // and by when, as far as the plan says so; a sentence
	Takes string   // how long
	Lifts []string // what the warnings that it takes away are called
}

// Steps is the way forward, most points for the effort first.
func (c *Chapter) Steps() []Step {
	out := make([]Step, len(c.Result.Next))
	for i := range c.Result.Next {
		out[i] = c.step(&c.Result.Next[i])
	}
	return out
}

func (c *Chapter) step(s *score.Step) Step {
	out := Step{Step: s, Do: c.do(s), Who: who(s), Takes: score.Duration(s.Pieces)}
	for _, id := range s.Lifts {
		out.Lifts = append(out.Lifts, c.Edition.Of(rules.Wording{Working: id, Client: rules.Quoted(c.titles[id])}))
	}
	return out
}

// do says what to do beside the question, which it need not repeat.
func (c *Chapter) do(s *score.Step) string {
	do := strings.Replace(c.Edition.Of(s.Do), ": "+s.Ask, ".", 1)
	if rest, found := strings.CutPrefix(do, "Answer."); found {
		do = answerIt + rest
	}
	return report.Sentence(do)
}

// answerIt is what to do about a question that nobody has answered yet.
const answerIt = "Answer it."

// firstSteps is how many steps page one has room for.
const firstSteps = 3

// First lists the steps to begin with.
func (c *Chapter) First() []Step {
	steps := c.Steps()
	return steps[:min(firstSteps, len(steps))]
}

// who says who does a step, and by when, as far as the plan says so.
func who(s *score.Step) string {
	by := Labelled("by", report.Day(s.By))
	switch {
	case s.Who == "" && by == "":
		return "open."
	case s.Who == "":
		return "open, " + by + "."
	case by == "":
		return s.Who + "."
	}
	return s.Who + ", " + by + "."
}

// StepTable lists the steps that are none of the cheapest way, which has a table of its
// own: all of them where no way is shown.
func (c *Chapter) StepTable() Table {
	return c.stepTable("Steps, most points for the effort first", c.Steps()[c.StepsOfWay():])
}

func (c *Chapter) stepTable(caption string, steps []Step) Table {
	t := Table{
		Caption: caption,
		Head:    []Column{InWords("Step", 56), InWords("Who, and by when", 18), InWords("How long it takes", 16), InNumbers("Points", 10)},
	}
	for _, s := range steps {
		do, about := s.Do, []string{s.Ask}
		if do == answerIt { // which would be the same in row after row
			do, about = "Answer “"+s.Ask+"”", nil
		}
		about = append(about, c.working(s.Question)...)
		for _, id := range s.Step.Lifts {
			about = append(about, "Takes away the warning “"+c.titles[id]+"”")
		}
		if s.Always {
			about = append(about, "Part of every cheapest way")
		}
		t.Add(Cell{Text: do, Notes: about}, Cell{Text: cmp.Or(s.Step.Who, nobody), Notes: Notes(Labelled("by", report.Day(s.By)))},
			Cell{Text: s.Takes, Notes: c.working(fmt.Sprintf("effort %d", s.Effort))}, Cell{Text: "+" + score.Shown(s.Gain)})
	}
	return t
}

// Unknown is what to ask, a table for each person who would know, those first from
// whom the most is to be had.
func (c *Chapter) Unknown() []Table {
	var groups []*asked
	for i := range c.Result.Unknowns {
		u := &c.Result.Unknowns[i]
		at := slices.IndexFunc(groups, func(g *asked) bool { return g.who == u.Who })
		if at < 0 {
			at = len(groups)
			groups = append(groups, &asked{who: u.Who, worth: new(big.Rat)})
		}
		g := groups[at]
		g.worth.Add(g.worth, u.Worth)
		g.unknowns = append(g.unknowns, u)
	}
	slices.SortStableFunc(groups, func(a, b *asked) int {
		if (a.who == "") != (b.who == "") {
			return cmp.Compare(len(b.who), len(a.who)) // nobody comes last
		}
		return b.worth.Cmp(a.worth)
	})
	out := make([]Table, len(groups))
	for i, g := range groups {
		out[i] = c.questions(g)
	}
	return out
}

// asked is what one person would know.
type asked struct {
	who      string // empty for nobody yet
	worth    *big.Rat
	unknowns []*score.Unknown
}

func (c *Chapter) questions(g *asked) Table {
	t := Table{Caption: "Ask " + g.who, Head: []Column{InWords("Question", 80), InNumbers("Worth up to", 20)}}
	if g.who == "" {
		t.Caption = "Nobody yet: find out who knows"
	}
	for _, u := range g.unknowns {
		t.Add(Cell{Text: u.Ask, Notes: c.working(Placed(u.Question, u.Pos))}, Cell{Text: score.Shown(u.Worth) + " points"})
	}
	return t
}
