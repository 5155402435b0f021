//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// bankOrder are the ids of the bank's files: the questions by the order of
// their questionnaires, what a finding can name, and what else is explained.
func bankOrder(t *testing.T) (questions, rules, explained []string) {
	t.Helper()
	type entry struct{ ID string }
	byOrder := map[int][]entry{}
	var warnings, prompts, cases, findings []entry
	paths, err := filepath.Glob("../../questions/bank/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	paths = append(paths, "../../audit/rules/rules.yaml")
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Order                                      int
			Questions, Warnings, Prompts, Cases, Rules []entry
		}
		if err := yaml.Unmarshal(content, &file); err != nil {
			t.Fatal(err)
		}
		if len(file.Questions) > 0 {
			byOrder[file.Order] = file.Questions
		}
		warnings, prompts = append(warnings, file.Warnings...), append(prompts, file.Prompts...)
		cases, findings = append(cases, file.Cases...), append(findings, file.Rules...)
	}
	for order := 1; order <= len(byOrder); order++ {
		for _, q := range byOrder[order] {
			questions = append(questions, q.ID)
		}
	}
	for _, r := range slices.Concat(warnings, prompts, findings) {
		rules = append(rules, r.ID)
	}
	for _, r := range slices.Concat(warnings, prompts, cases, findings) {
		explained = append(explained, r.ID)
	}
	if len(byOrder) != 7 || len(questions) != 49 || len(warnings) < 18 || len(prompts) < 2 || len(cases) < 20 || len(findings) < 30 {
		t.Fatalf("the bank has %d questions and %d rules", len(questions), len(rules))
	}
	return questions, rules, explained
}

// Whatever lists the bank does so in its order: the questions as they are
// asked, then the warnings, the notes, the cases, then the findings.
func TestBankOrder(t *testing.T) {
	questions, rules, explained := bankOrder(t)
	all := slices.Concat(questions, explained)
	dir := writePlan(t, fresh)
	for _, c := range []struct {
		args  string
		entry string // a line that begins one, with its id
		want  []string
	}{
		{"explain", `(?m)^([a-z0-9-]+): `, all},
		{"explain -o markdown", `(?m)^\*\*([a-z0-9-]+):\*\* `, all},
		{"explain --all", `(?m)^(?:Question|Warning|Note|Case|Finding): ([a-z0-9-]+)`, all},
		{"explain --all -o markdown", `(?m)^### ([a-z0-9-]+)$`, all},
		{"__complete explain ", `(?m)^([a-z0-9-]+)\t`, all},
		{"check --min-grade none --fail-on none -o sarif plan.yaml", `"id": "([a-z-]+)",\n +"name": "`, rules},
		{"report -o json plan.yaml", `"id": "([a-z-]+)",\n +"title": ".*",\n +"severity": "[a-z]+",\n +"help": "`, rules},
	} {
		t.Run(c.args, func(t *testing.T) {
			got := runProgram(t, dir, nil, strings.Split(c.args, " ")...)
			var ids []string
			for _, m := range regexp.MustCompile(c.entry).FindAllStringSubmatch(got.stdout, -1) {
				ids = append(ids, m[1])
			}
			if got.code != exitDone || !slices.Equal(ids, c.want) {
				t.Errorf("it ends with %d and lists\n%q\nwant\n%q", got.code, ids, c.want)
			}
		})
	}
}
