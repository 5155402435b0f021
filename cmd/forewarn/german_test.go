//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/questions"
)

const germanPlan = `forewarn: 1
bank: {id: kern-deutsch, version: 1.0.0}
initiative:
  name: Nachbarschaftshilfe
  owner: Dana Ruiz
  intent: Wer neu im Viertel ist, bekommt Rat von denen, die schon lange hier wohnen.
questionnaires: [silos]
answers:
  silos:
    in-step: {level: 1, on: 2026-11-02}
    leads-talk: {level: 2, on: 2026-11-02}
    hand-offs: {level: 3, on: 2026-11-02, evidence: {vouched: Ana Sol, on: 2026-11-02}}
    who-answers: {unknown: Ben Okafor}
    more-than-one-use: {level: 0, on: 2026-11-02}
`

// A bank in another language is one whose texts lie over the built-in ones: in the
// interview and in every format, what comes from the bank follows it, and nothing of it
// is left in English.
func TestBankInAnotherLanguage(t *testing.T) {
	german, err := filepath.Abs("../../testdata/houses/german.yaml")
	if err != nil {
		t.Fatal(err)
	}
	english, translated := textsOfSilos(t, german)
	dir := t.TempDir()
	for _, c := range []struct {
		name string
		args string
		told int // how many of the translated texts are told at the least
	}{
		{"interview", "ask --accessible --again --only silos plan.yaml", 35},
		{"report", "report plan.yaml", 15},
		{"report for a client", "report --edition client --full plan.yaml", 15},
		{"html", "report -o html plan.yaml", 15},
		{"markdown", "report -o markdown --edition working plan.yaml", 15},
		{"json", "report -o json plan.yaml", 15},
		{"tasks", "report -o tasks plan.yaml", 3},
		{"gate", "check --show note plan.yaml", 1},
		{"sarif", "check -o sarif plan.yaml", 8},
		{"junit", "check -o junit plan.yaml", 1},
		{"annotations", "check -o github plan.yaml", 1},
		{"one question", "explain in-step", 12},
		{"one warning", "explain one-leg", 5},
		{"a new plan", "new -", 30},
		{"schema", "schema", 30},
		{"the bank itself", "bank show " + german, 60},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := os.WriteFile(filepath.Join(dir, "plan.yaml"), []byte(germanPlan), 0o644); err != nil {
				t.Fatal(err)
			}
			args := strings.Fields(c.args)
			if args[0] != "bank" {
				args = append(args, "--bank", german)
			}
			ran := runProgram(t, dir, strings.NewReader("3\n"+strings.Repeat("\n", 200)), append(args, "--as-of", "2026-11-21")...)
			said := flat(ran.stdout + ran.stderr)
			for _, text := range english {
				if strings.Contains(said, flat(text)) {
					t.Errorf("it says in English: %s", text)
				}
			}
			told := 0
			for _, text := range translated {
				if strings.Contains(said, flat(text)) {
					told++
				}
			}
			if told < c.told {
				t.Errorf("it tells %d of the translated texts, want %d:\n%.2000s", told, c.told, ran.stdout+ran.stderr)
			}
		})
	}
}

// flat is a text as it is found whatever breaks its lines and marks its letters up.
func flat(text string) string {
	text = strings.NewReplacer("&#39;", "'", "&#34;", `"`, "&quot;", `"`, "&amp;", "&", `\"`, `"`, "*", "", "    #", "").Replace(text)
	return strings.Join(strings.Fields(text), " ")
}

// textsOfSilos are the texts of the questionnaire, of its questions and of its
// warnings, in English and in German.
func textsOfSilos(t *testing.T, path string) (english, german []string) {
	t.Helper()
	core, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	house, err := questions.Extend(core, path, src, audit.Known())
	if err != nil {
		t.Fatal(err)
	}
	of := func(b *questions.Bank) (texts []string) {
		qn := b.Questionnaire("silos")
		texts = append(texts, qn.Title, qn.About, qn.Scale)
		for _, q := range qn.Questions {
			texts = append(append(append(texts, q.Ask, q.Why, q.Proof), q.Rungs[:]...), q.Next[:]...)
		}
		for _, id := range []string{"stovepipe", "one-leg"} {
			w := b.Warning(id)
			texts = append(texts, w.Title, w.CRM, w.Here, w.Do)
			for _, told := range [][]questions.Told{b.WentWrong(id), b.DoneWell(id)} {
				texts = append(texts, told[0].Says)
			}
		}
		return texts
	}
	english, german = of(core), of(house)
	for i := range english {
		if english[i] == german[i] {
			t.Errorf("not translated: %s", english[i])
		}
	}
	// What was made up for a question in English is not told of one in German.
	situations, err := questions.Situations()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range core.Questionnaire("silos").QuestionIDs() {
		for _, s := range situations[id] {
			english = append(english, s.Text)
		}
	}
	return english, german
}
