package questions_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/questions"
)

func shipped(t testing.TB) *questions.Bank {
	t.Helper()
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

func TestLoad(t *testing.T) {
	counts := map[string]int{}
	for _, qn := range shipped(t).Questionnaires {
		counts[qn.ID] = len(qn.Questions)
	}
	want := map[string]int{"alignment": 7, "stakeholders": 7, "metrics": 8, "silos": 5, "exits": 6, "principles": 9, "planning": 7}
	for id, n := range want {
		if counts[id] != n {
			t.Errorf("the questionnaire %s has %d questions, want %d", id, counts[id], n)
		}
	}
}

// What a question weighs follows from whether it is core; three are made lighter and
// one heavier on purpose.
func TestWeights(t *testing.T) {
	other := map[string]int{"words-and-numbers": 1, "early-signals": 1, "way-back": 3}
	for _, qn := range shipped(t).Questionnaires {
		for _, q := range qn.Questions {
			want := 2
			if q.Core {
				want = 3
			}
			if w, ok := other[q.ID]; ok {
				want = w
			}
			if q.Weight != want {
				t.Errorf("%s weighs %d, want %d", q.ID, q.Weight, want)
			}
			if leaves := []string{"sponsor-acts", "leads-talk", "unique-value", "solutions-not-ads"}; q.NotApplicable != slices.Contains(leaves, q.ID) {
				t.Errorf("%s may be not applicable: %t", q.ID, q.NotApplicable)
			}
		}
	}
}

// changed are the questions to which an answer of edition 1.0.0 says nothing.
var changed = strings.Fields(`business-goal real-problem about-them strategy-first first-step listening
	staff-know-why people-know-why roles-changed depth-of-change sponsor-acts success-line worst-case in-step who-answers`)

func TestSince(t *testing.T) {
	for _, qn := range shipped(t).Questionnaires {
		for _, q := range qn.Questions {
			want := "1.0.0"
			if qn.Deep || slices.Contains(changed, q.ID) {
				want = "2.0.0"
			}
			if q.Since != want {
				t.Errorf("%s is since %q, want %s", q.ID, q.Since, want)
			}
		}
	}
}

// A rung is one state that somebody can check, in words that are read aloud in every
// kind of organisation.
func TestRungs(t *testing.T) {
	joins := regexp.MustCompile(`\b(and|or)\b`)
	praise := regexp.MustCompile(`(?i)\b(good|appropriate|effective|sufficient|adequate|regular(ly)?|proper(ly)?|clear(ly)?)\b`)
	for _, qn := range shipped(t).Questionnaires {
		for _, q := range qn.Questions {
			for level, rung := range q.Rungs {
				if n := len([]rune(rung)); n < 46 || n > 110 {
					t.Errorf("%s %d has %d characters, wants 46 to 110: %s", q.ID, level, n, rung)
				}
				if joins.MatchString(rung) {
					t.Errorf("%s %d says two things: %s", q.ID, level, rung)
				}
				if word := praise.FindString(rung); word != "" {
					t.Errorf("%s %d judges by %q: %s", q.ID, level, word, rung)
				}
				if !strings.HasSuffix(rung, ".") || strings.Count(rung, ".") != 1 {
					t.Errorf("%s %d is not one sentence: %s", q.ID, level, rung)
				}
			}
		}
	}
}

// texts are everything in the bank that people read, by where it stands.
func texts(b *questions.Bank) map[string]string {
	out := map[string]string{}
	for _, qn := range b.Questionnaires {
		out[qn.ID+" about"] = qn.About
		for _, q := range qn.Questions {
			out[q.ID] = strings.Join(append(append([]string{q.Ask, q.Why, q.Proof}, q.Rungs[:]...), q.Next[:]...), "\n")
		}
	}
	for _, w := range b.Warnings {
		out[w.ID] = strings.Join([]string{w.Title, w.CRM, w.Here, w.Do}, "\n")
	}
	for _, p := range b.Prompts {
		out[p.ID] = strings.Join([]string{p.Title, p.Why, p.Ask}, "\n")
	}
	for _, c := range b.Cases {
		said := append([]string{c.Name, c.Kind, c.Outcome}, c.Facts...)
		for _, l := range slices.Concat(c.WentBad, c.WentWell) {
			said = append(said, l.Says)
		}
		out[c.ID] = strings.Join(said, "\n")
	}
	return out
}

// Everybody's words: a council, a charity and a choir use the bank as firms do. A
// failure rate says nothing about a reader's own odds, so none is printed.
func TestEverybodysWords(t *testing.T) {
	for _, rule := range []struct {
		name  string
		words *regexp.Regexp
		but   []string
	}{
		{"jargon", regexp.MustCompile(`(?i)\b(vouched|restated|rota|dealings|stakeholders?|KPIs?|synergy|leverage|engagement|deliverables?|roadmap|best practice)\b`), []string{"case-verify"}},
		{"a business of their own", regexp.MustCompile(`(?i)\b(your|our|the) business\b`), nil},
		{"American spelling", regexp.MustCompile(`(?i)\b(organi[z]\w+|color|behavior|labor|favor|recogniz\w+|analyz\w+)\b`), nil},
		{"a failure rate", regexp.MustCompile(`(?i)\d+ ?(%|per ?cent)[^.]{0,40}fail|fail[^.]{0,40}\d+ ?(%|per ?cent)`), nil},
		{"blame", regexp.MustCompile(`(?i)\b(lazy|careless|stupid|incompetent|you (have )?failed)\b`), nil},
	} {
		for where, text := range texts(shipped(t)) {
			if word := rule.words.FindString(text); word != "" && !slices.Contains(rule.but, where) {
				t.Errorf("%s has %s: %q", where, rule.name, word)
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := audit.Bank(); err != nil {
			b.Fatal(err)
		}
	}
}
