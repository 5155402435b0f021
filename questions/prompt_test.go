package questions_test

import (
	"os"
	"testing"

	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// What explain says of how often a prompt errs is what it does on these sentences.
func TestPromptsErrAsTheySay(t *testing.T) {
	src, err := os.ReadFile("testdata/sentences.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Sentences map[string]struct {
			Meant []string `yaml:"meant"`
			Alike []string `yaml:"alike"`
		} `yaml:"sentences"`
	}
	doc, problems := yamldoc.Parse(src)
	if problems = append(problems, doc.Decode(&file)...); len(problems) > 0 {
		t.Fatal(problems)
	}
	all := 0
	for _, p := range shipped(t).Prompts {
		s := file.Sentences[p.ID]
		got := questions.Held{Meant: len(s.Meant), Found: found(t, &p, s.Meant), Alike: len(s.Alike), Quoted: found(t, &p, s.Alike)}
		if got != p.Held {
			t.Errorf("%s did %+v, and says %+v", p.ID, got, p.Held)
		}
		all += len(s.Meant) + len(s.Alike)
	}
	if all != 40 {
		t.Errorf("the prompts were held against %d sentences, want 40", all)
	}
}

func found(t *testing.T, p *questions.Prompt, sentences []string) int {
	n := 0
	for _, s := range sentences {
		if words := p.Find(s); words != "" {
			n++
		} else {
			t.Logf("%s passes over: %s", p.ID, s)
		}
	}
	return n
}

func TestFind(t *testing.T) {
	p := questions.Prompt{Words: []string{"push", "lock in", "fan"}}
	for text, want := range map[string]string{
		"Push the news":              "Push",
		"a push, a shove":            "push",
		"pushing":                    "",
		"fantastic":                  "",
		"Ein Fän":                    "",
		"we Lock In people":          "Lock In",
		"first a fan, then a push":   "fan",
		"pushpush push":              "push",
		"":                           "",
		"İ push":                     "push",
		"ball\u00fan":                "",
		"a fan\u0301 with an accent": "",
	} {
		if got := p.Find(text); got != want {
			t.Errorf("in %q it finds %q, want %q", text, got, want)
		}
	}
}
