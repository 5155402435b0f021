package planfile

import (
	"fmt"
	"slices"
	"strconv"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// check finds what the shape of the file does not show: what it says against
// the bank and against itself. It adds to what decoding has found.
func (c *checker) check() {
	c.format()
	if c.plan.Bank.ID != "" && c.plan.Bank.ID != c.bank.ID {
		c.records() // all else is about the questions of another bank
		return
	}
	if c.plan.Newer = isNewer(c.plan, c.bank); c.plan.Newer {
		c.plan.setAside(c.bank)
	}
	c.editions()
	c.scope()
	c.answers()
	c.records()
	c.waivers()
	c.dismissals()
}

// checker collects findings. A missing key is reported by decoding, so every
// rule passes over values that are not there.
type checker struct {
	plan  *Plan
	bank  *questions.Bank
	found []rules.Finding
	more  int // of what is found, how much is only counted
}

// Of a plan with very many errors, not all are placed, and few say which word may
// have been meant: to look for it takes as long as there are words.
const (
	maxPlaced    = 2 * yamldoc.MaxProblems
	maxSuggested = 50
)

func (c *checker) add(id string, path []string, hint, format string, args ...any) {
	if len(c.found) >= maxPlaced {
		c.more++
		return
	}
	c.found = append(c.found, c.plan.Place(rules.Finding{
		Severity: rules.Error, ID: id, Message: fmt.Sprintf(format, args...), Hint: hint,
	}, path...))
}

// meant says which of the known words may have been meant.
func (c *checker) meant(word string, known []string) string {
	if len(c.found) >= maxSuggested {
		return ""
	}
	return yamldoc.DidYouMean(word, known)
}

func (c *checker) format() {
	p := c.plan
	// A format of 0 may be one that could not be read.
	unread := p.Forewarn == 0 && slices.ContainsFunc(c.found, func(f rules.Finding) bool { return f.Key == "forewarn" || f.Key == "" })
	if p.Forewarn != Format && !unread {
		c.add(rules.FormatMismatch, []string{"forewarn"}, "use the version of forewarn that wrote it",
			"the file has format %d, and this program reads format %d", p.Forewarn, Format)
	}
	if p.Bank.ID != "" && p.Bank.ID != c.bank.ID {
		c.add(rules.BankMismatch, []string{"bank", "id"}, c.otherBank(),
			"the answers belong to the bank %q, and not to %q, by which they are judged", p.Bank.ID, c.bank.ID)
	}
	if p.Bank.Version != "" && !questions.IsEdition(p.Bank.Version) {
		c.add(rules.WrongType, []string{"bank", "version"}, "for example "+c.bank.Version, "%q is not a version of the questions", p.Bank.Version)
	}
	if c.isOther(p.Bank.Version) {
		c.add(rules.BankMismatch, []string{"bank", "version"}, c.newerBank("install the version of forewarn that wrote the file, or a newer one"),
			"the answers belong to version %s of the questions, and this program has %s, in which some mean something else", p.Bank.Version, c.bank.Version)
	}
}

// otherBank says what to do about a plan that was answered by another bank.
func (c *checker) otherBank() string {
	switch b := c.bank; {
	case b.Core == nil:
		return "name the file of that bank with --bank, or with bank: in .forewarn.yaml"
	case b.Core.ID == c.plan.Bank.ID:
		return fmt.Sprintf("to have it judged by %s from now on, write bank: {id: %s, version: %s} into the plan; else leave --bank out", b.ID, b.ID, b.Version)
	}
	return "name the file of that bank with --bank"
}

// newerBank says where a later edition is to be had: with the program, or from whoever
// wrote the bank.
func (c *checker) newerBank(ofProgram string) string {
	if c.bank.Core == nil {
		return ofProgram
	}
	return fmt.Sprintf("name a later edition of the bank %s with --bank", c.bank.ID)
}

func (c *checker) scope() {
	if c.plan.Questionnaires != nil && len(c.plan.Questionnaires) == 0 {
		c.add(rules.MissingKey, []string{"questionnaires"}, "name some, or delete the key for all of them", "no questionnaire is in the plan's scope")
	}
	seen := map[string]bool{}
	for i, id := range c.plan.Questionnaires {
		path := []string{"questionnaires", strconv.Itoa(i)}
		if c.bank.Questionnaire(id) == nil {
			c.add(rules.UnknownID, path, c.meant(id, c.bank.QuestionnaireIDs()), "there is no questionnaire %q", id)
		}
		if seen[id] {
			c.add(rules.DuplicateID, path, "delete one", "the questionnaire %q is named twice", id)
		}
		seen[id] = true
	}
}

func (c *checker) records() {
	var objectives, metrics []string
	for _, o := range c.plan.Objectives {
		objectives = append(objectives, o.ID)
	}
	for _, m := range c.plan.Metrics {
		metrics = append(metrics, m.ID)
	}
	known := c.ids("objectives", objectives)
	c.ids("metrics", metrics)
	for i, m := range c.plan.Metrics {
		path := []string{"metrics", strconv.Itoa(i), "objective"}
		if m.Objective != "" && !known[m.Objective] {
			c.add(rules.DanglingReference, path, c.meant(m.Objective, objectives), "there is no objective %q", m.Objective)
		}
		c.days(m.ReviewDays, "metrics", strconv.Itoa(i), "review_days")
	}
	for i, p := range c.plan.Programmes {
		c.days(p.MeetsDays, "programmes", strconv.Itoa(i), "meets_days")
	}
}

func (c *checker) days(n int, path ...string) {
	if n < 0 {
		c.add(rules.WrongType, path, "", "needs a number of days above 0, has %d", n)
	}
}

// ids checks the ids of a kind of record, and returns those that there are.
func (c *checker) ids(kind string, ids []string) map[string]bool {
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		path := []string{kind, strconv.Itoa(i), "id"}
		if id != "" && !questions.IsID(id) {
			c.add(rules.WrongType, path, "for example first-answer", "the id %q is not lower-case words joined by hyphens", id)
		}
		if id != "" && seen[id] {
			c.add(rules.DuplicateID, path, "give each its own", "the id %q is used twice", id)
		}
		seen[id] = true
	}
	return seen
}

// dismissals holds each to a prompt and to a text that there are.
func (c *checker) dismissals() {
	known := c.plan.places()
	for i, d := range c.plan.Dismissed {
		path := []string{"dismissed", strconv.Itoa(i)}
		if d.Note != "" && c.bank.Prompt(d.Note) == nil {
			c.add(rules.UnknownID, append(path, "note"), c.meant(d.Note, c.bank.PromptIDs()), "there is no prompt %q", d.Note)
		}
		if d.At != "" && !slices.Contains(known, d.At) {
			c.add(rules.DanglingReference, append(path, "at"), c.meant(d.At, known), "no text that is read stands at %q", d.At)
		}
	}
}

func (c *checker) waivers() {
	for i, w := range c.plan.Waivers {
		path := []string{"waivers", strconv.Itoa(i)}
		switch {
		case (w.Warning == "") == (w.Finding == ""):
			c.add(rules.WrongAnswer, path, "name what is waived with warning: or with finding:", "a waiver needs one of warning and finding")
		case w.Warning != "" && c.bank.Warning(w.Warning) == nil:
			hint := c.meant(w.Warning, c.bank.WarningIDs())
			if slices.Contains(rules.IDs(), w.Warning) {
				hint = "it is a finding: write finding: in place of warning:"
			}
			c.add(rules.UnknownID, append(path, "warning"), hint, "there is no warning %q", w.Warning)
		case w.Finding != "" && !slices.Contains(rules.IDs(), w.Finding):
			hint := c.meant(w.Finding, rules.IDs())
			if c.bank.Warning(w.Finding) != nil {
				hint = "it is a warning: write warning: in place of finding:"
			}
			c.add(rules.UnknownID, append(path, "finding"), hint, "there is no finding %q", w.Finding)
		}
	}
}
