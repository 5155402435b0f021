package planfile

import (
	"fmt"
	"maps"
	"slices"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

func (c *checker) answers() {
	for _, id := range slices.Sorted(maps.Keys(c.plan.Answers)) {
		qn := c.bank.Questionnaire(id)
		if qn == nil {
			c.add(rules.UnknownID, []string{"answers", id}, c.meant(id, c.bank.QuestionnaireIDs()), "there is no questionnaire %q", id)
			continue
		}
		for _, question := range slices.Sorted(maps.Keys(c.plan.Answers[id])) {
			c.answer(qn, question)
		}
		c.notApplicableShare(qn)
	}
}

func (c *checker) answer(qn *questions.Questionnaire, id string) {
	path := []string{"answers", qn.ID, id}
	i := slices.IndexFunc(qn.Questions, func(q questions.Question) bool { return q.ID == id })
	if i < 0 {
		c.add(rules.UnknownID, path, c.elsewhere(qn, id), "the questionnaire %q has no question %q", qn.ID, id)
		return
	}
	a := c.plan.Answer(qn.ID, id)
	c.state(a, path)
	if a.Level != nil && (*a.Level < 0 || *a.Level > questions.MaxLevel) {
		c.add(rules.LevelOutOfRange, append(path, "level"), "choose the highest rung that is true; forewarn explain "+id+" lists them",
			"the level %d is not from 0 to %d", *a.Level, questions.MaxLevel)
	}
	if a.NotApplicable != "" && !qn.Questions[i].NotApplicable {
		c.add(rules.NotApplicableRefused, append(path, "not_applicable"), "choose a level, or unknown: with who would know",
			"the question %q always applies", id)
	}
}

// elsewhere says where a question that is not in qn might be meant.
func (c *checker) elsewhere(qn *questions.Questionnaire, id string) string {
	if other, _ := c.bank.Question(id); other != nil {
		return fmt.Sprintf("it belongs to the questionnaire %q", other.ID)
	}
	return c.meant(id, qn.QuestionIDs())
}

// state holds an answer to one state, and its evidence to one kind.
func (c *checker) state(a Answer, path []string) {
	given := 0
	for _, is := range []bool{a.Level != nil, a.Unknown != "", a.NotApplicable != ""} {
		if is {
			given++
		}
	}
	noted := Answer{Note: a.Note, Dissent: a.Dissent, Heard: a.Heard}
	switch {
	case given > 1:
		c.add(rules.WrongAnswer, path, "keep one of level, unknown and not_applicable", "the answer says two things at once")
	case given == 0 && a != noted:
		c.add(rules.WrongAnswer, path, "add level, unknown or not_applicable", "the answer says nothing about the question")
	}
	c.said(a.Unknown, "write who would know, or delete the key", path, "unknown")
	c.said(a.NotApplicable, "write why not, or delete the key", path, "not_applicable")
	c.said(a.Dissent, "write who sees it otherwise, and how, or delete the key", path, "dissent")
	if a.Heard != nil {
		c.heard(a.Heard, append(slices.Clone(path), "heard"))
	}
	if !a.Agreed.IsZero() && a.Level == nil && given == 1 {
		c.add(rules.WrongAnswer, append(slices.Clone(path), "agreed"), "delete it", "what the room agrees on is a level")
	}
	if a.Evidence != nil {
		c.evidence(a.Evidence, a.Level != nil || given != 1, append(path, "evidence"))
	}
}

// evidence holds evidence to one kind, and to stand beside a level; mayStand is false
// where something else was answered.
func (c *checker) evidence(e *Evidence, mayStand bool, path []string) {
	c.said(e.Vouched, "write who vouches for it, or delete the key", path, "vouched")
	c.said(e.Shown, "write a path or an address, or delete the key", path, "shown")
	switch {
	case !mayStand:
		c.add(rules.WrongAnswer, path, "delete it", "evidence stands only beside a level")
	case e.Vouched != "" && e.Shown != "":
		c.add(rules.WrongAnswer, path, "keep the stronger one, shown", "the evidence is both vouched for and shown")
	case e.Vouched == "" && e.Shown == "":
		c.add(rules.MissingKey, path, "add vouched: with a name, or shown: with a path or an address", "the evidence does not say what stands behind the level")
	}
}

// said refuses a text that is there and in which nothing can be read. An empty
// one is no text.
func (c *checker) said(text, hint string, path []string, key string) {
	if text != "" && yamldoc.IsBlank(text) {
		c.add(rules.WrongAnswer, append(slices.Clone(path), key), hint, "the text behind %q is blank", key)
	}
}

// notApplicableShare keeps "not applicable" from emptying a questionnaire:
// it may take out at most a quarter of its weight.
func (c *checker) notApplicableShare(qn *questions.Questionnaire) {
	out, all := 0, 0
	for _, q := range qn.Questions {
		all += q.Weight
		if c.plan.Answer(qn.ID, q.ID).State() == NotApplicable {
			out += q.Weight
		}
	}
	if 4*out > all {
		c.add(rules.NotApplicableRefused, []string{"answers", qn.ID}, "answer some of them with a level, or with unknown: and who would know",
			"more than a quarter of the questionnaire %q is answered with not applicable", qn.ID)
	}
}
