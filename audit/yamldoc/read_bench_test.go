package yamldoc

import (
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"
)

type benchPlan struct {
	Forewarn int `yaml:"forewarn"`
	Bank     struct {
		ID      string `yaml:"id"`
		Version string `yaml:"version"`
	} `yaml:"bank"`
	Questionnaires []string                          `yaml:"questionnaires"`
	Answers        map[string]map[string]benchAnswer `yaml:"answers"`
	Metrics        []benchMetric                     `yaml:"metrics"`
}

type benchAnswer struct {
	Level    *int           `yaml:"level"`
	On       time.Time      `yaml:"on"`
	Evidence *benchEvidence `yaml:"evidence"`
	Note     string         `yaml:"note"`
}

type benchEvidence struct {
	Vouched string    `yaml:"vouched"`
	On      time.Time `yaml:"on"`
}

type benchMetric struct {
	ID      string `yaml:"id"`
	Name    string `yaml:"name"`
	How     string `yaml:"how" one:"quantitative qualitative"`
	Success int    `yaml:"success"`
	By      string `yaml:"by"`
}

// benchFile is a plan with sixty answers and ten metrics.
func benchFile() []byte {
	var b strings.Builder
	b.WriteString("forewarn: 1\nbank: {id: core, version: 1.0.0}\nquestionnaires: [alignment, stakeholders, metrics, silos]\nanswers:\n")
	for _, group := range []string{"alignment", "stakeholders", "metrics", "silos"} {
		b.WriteString("  " + group + ":\n")
		for i := range 15 {
			b.WriteString("    question-" + string(rune('a'+i)) + ":\n      level: 3 # as agreed\n      on: 2026-11-02\n" +
				"      evidence: {vouched: Priya Nair, on: 2026-11-02}\n      note: She owns the service-cost goal.\n")
		}
	}
	b.WriteString("metrics:\n")
	for i := range 10 {
		b.WriteString("  - id: metric-" + string(rune('a'+i)) + "\n    name: Median time to a first working answer\n    how: quantitative\n    success: 4\n    by: 2027-06-30\n")
	}
	return []byte(b.String())
}

// BenchmarkRead compares reading a plan with what the library alone takes for
// the same struct, without places and without strictness.
func BenchmarkRead(b *testing.B) {
	src := benchFile()
	b.Run("library", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			var p benchPlan
			if err := yaml.Unmarshal(src, &p); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("yamldoc", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			var p benchPlan
			doc, problems := Parse(src)
			if problems = append(problems, doc.Decode(&p)...); len(problems) > 0 {
				b.Fatal(problems)
			}
		}
	})
}
