package schema

import (
	"fmt"
	"maps"
	"reflect"
	"strings"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

// answers describes the answers by questionnaire and question.
func (b *schemaBuilder) answers() *schema {
	all := object()
	for i := range b.bank.Questionnaires {
		qn := &b.bank.Questionnaires[i]
		group := object()
		group.Title, group.Description = qn.Title, qn.About
		for j := range qn.Questions {
			q := &qn.Questions[j]
			group.Properties[q.ID] = b.answer(q)
			if q.Was != "" {
				group.Properties[q.Was] = b.past(fmt.Sprintf("Now called %s.", q.ID))
			}
		}
		for id, heir := range b.bank.Retired {
			if other, _ := b.bank.Question(heir); other == qn {
				group.Properties[id] = b.past(fmt.Sprintf("No longer asked; %s took its place.", heir))
			}
		}
		all.Properties[qn.ID] = group.orNull()
	}
	return all
}

// answer describes the answer to one question, so that an editor shows the
// question and its rungs while somebody types.
func (b *schemaBuilder) answer(q *questions.Question) *schema {
	s := b.structure(reflect.TypeFor[planfile.Answer](), "answer")
	s.Title, s.Description = q.Ask, q.Why
	s.MarkdownDescription = questionMarkdown(q)
	s.Properties["level"] = level(q)
	s.Properties["evidence"].Description = q.Proof
	if !q.NotApplicable {
		s.Properties["not_applicable"] = absent("This question always applies: choose a level, or unknown with who would know.")
	}
	s.AllOf = []*schema{part(onePart)}
	return s.orNull()
}

// past describes an answer that an older edition asked for under this id.
func (b *schemaBuilder) past(says string) *schema {
	s := b.structure(reflect.TypeFor[planfile.Answer](), "answer")
	s.Properties["level"] = (&schema{Title: says, Enum: []any{0, 1, 2, 3, 4}}).orNull()
	s.Title, s.Description = "An earlier question", says
	s.Properties["evidence"].Description = "What stood behind the level."
	return s.orNull()
}

func level(q *questions.Question) *schema {
	s := &schema{Title: q.Ask, ErrorMessage: fmt.Sprintf("A level is from 0 to %d: the highest line whose every word is true today.", questions.MaxLevel)}
	for l, rung := range q.Rungs {
		s.Enum = append(s.Enum, l)
		s.EnumDescriptions = append(s.EnumDescriptions, rung)
	}
	return s.orNull()
}

func questionMarkdown(q *questions.Question) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n\nThe highest line whose every word is true today:\n\n", q.Why)
	for l, rung := range q.Rungs {
		fmt.Fprintf(&out, "- `level: %d` %s\n", l, rung)
	}
	fmt.Fprintf(&out, "\nWhat shows it: %s\n", q.Proof)
	return out.String()
}

// evidence describes what stands behind a level.
func (b *schemaBuilder) evidence() *schema {
	s := b.structure(reflect.TypeFor[planfile.Evidence](), "evidence")
	s.OneOf = either("vouched", "shown", "Evidence names one of vouched and shown.")
	s.OneOf = append(s.OneOf, &schema{Type: kinds{"null"}}) // the key may stay empty
	return s
}

// heard describes what a workshop made of a question.
func heard() *schema {
	all := tally()
	roles := object()
	roles.Title, roles.Description = "By role", "For each role that is large enough to be shown."
	roles.Additional = tally()
	all.Properties["roles"] = roles.orNull()
	return all
}

// tally describes how sheets fell on a question.
func tally() *schema {
	s := object()
	counts := list(part(sheetsPart))
	counts.MinItems, counts.MaxItems = questions.MaxLevel+1, questions.MaxLevel+1
	counts.Title, counts.Description = "How many at each level?", fmt.Sprintf("A number for each level from 0 to %d.", questions.MaxLevel)
	s.Properties["counts"] = counts
	for key, title := range map[string]string{"unknown": "How many do not know?", "not_applicable": "For how many does it not apply?"} {
		s.Properties[key] = part(sheetsPart).orNull()
		s.Properties[key].Title = title
	}
	s.Required = []string{"counts"}
	return s
}

// oneAnswer holds an answer to one state, or to saying nothing at all.
func oneAnswer() *schema {
	const (
		none = "An answer needs level, unknown or not_applicable."
		two  = "Keep one of level, unknown and not_applicable."
	)
	state := func(key string) *schema {
		s := &schema{
			Type:         kinds{"object"},
			Required:     []string{key},
			ErrorMessage: none,
			Properties: map[string]*schema{
				"level": absent(two), "unknown": absent(two), "not_applicable": absent(two),
				"evidence": absent("Evidence stands only beside a level."),
				"agreed":   absent("What the room agrees on is a level."),
			},
		}
		s.Properties[key] = given()
		return s
	}
	level := state("level")
	delete(level.Properties, "evidence")
	delete(level.Properties, "agreed")
	blank := &schema{Properties: maps.Clone(level.Properties)}
	for _, key := range []string{"level", "evidence", "on", "agreed", "edition"} { // a note may stand before the answer
		blank.Properties[key] = absent(none)
	}
	return &schema{OneOf: []*schema{level, state("unknown"), state("not_applicable"), blank}}
}
