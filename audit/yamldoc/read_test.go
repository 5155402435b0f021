package yamldoc

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sample has a field of every kind that Decode fills.
type sample struct {
	Version int                             `yaml:"version"`
	Title   string                          `yaml:"title"`
	Level   string                          `yaml:"level" one:"low middle high"`
	When    time.Time                       `yaml:"when"`
	Draft   bool                            `yaml:"draft"`
	Live    *bool                           `yaml:"live"`
	Tags    []string                        `yaml:"tags"`
	Metrics []sampleMetric                  `yaml:"metrics"`
	Answers map[string]map[string]sampleLow `yaml:"answers"`
	Notes   map[string]string               `yaml:"notes"`
	Hidden  string                          `yaml:"-"`
	Unnamed string
}

type sampleMetric struct {
	ID       string          `yaml:"id,required"`
	Days     int             `yaml:"days"`
	Baseline *sampleBaseline `yaml:"baseline"`
}

type sampleBaseline struct {
	Value sampleEven `yaml:"value,required"`
	On    time.Time  `yaml:"on,required"`
}

type sampleLow struct {
	Level *int8 `yaml:"level"`
}

// sampleEven reads itself: an even number, in quotes or not.
type sampleEven struct {
	Text   string
	Quoted bool
}

func (e *sampleEven) DecodeScalar(text string, quoted bool) string {
	if text == "" || !strings.ContainsAny(text[len(text)-1:], "02468") {
		return "an even number"
	}
	*e = sampleEven{text, quoted}
	return ""
}

// readCase is a file and every problem that it has, in order, as problemText
// writes it.
type readCase struct {
	name string
	why  string
	in   string
	want []string
}

func runReadCases(t *testing.T, cases []readCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, problems := read(c.in)
			var got []string
			for _, p := range problems {
				got = append(got, problemText(p))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\nfile:\n%s\nproblems (-want +got):\n%s", c.why, c.in, diff)
			}
		})
	}
}

// read parses and decodes as a caller does.
func read(in string) (sample, []Problem) {
	var s sample
	doc, problems := Parse([]byte(in))
	if doc != nil {
		problems = append(problems, doc.Decode(&s)...)
		inOrder(problems)
	}
	return s, problems
}

func problemText(p Problem) string {
	s := fmt.Sprintf("%s %s", posText(p.Pos), p.ID)
	if p.Key != "" {
		s += " " + p.Key
	}
	s += ": " + p.Message
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return s
}

func posText(p Pos) string {
	return fmt.Sprintf("%d:%d-%d:%d", p.Line, p.Col, p.EndLine, p.EndCol)
}
