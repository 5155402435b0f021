package report

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/printable"
	"forewarn/audit/score"
)

// programName is how other programs know this one.
const ProgramName = "forewarn"

// Whom names who would know, or what to do where nobody is known who does.
func Whom(who string) string {
	if who == "" {
		return "Find out who knows"
	}
	return who
}

// Clean makes text from a file safe to show.
func Clean(s string) string {
	return printable.Text(strings.Join(strings.Fields(s), " "))
}

// Sentence ends text with a full stop when it has no end of its own.
func Sentence(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!") {
		return text
	}
	return text + "."
}

// List joins words as in a, b and c.
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Counted puts a number in front of the words for one or for several.
func Counted(n int, one, several string) string {
	switch n {
	case 0:
		return "no " + one
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// Heard says how many answered a question in a workshop, and how: 8 sheets: 1 at level 1,
// 6 at level 3, 1 does not know.
func Heard(t planfile.Tally) string {
	var parts []string
	for level, n := range t.Counts {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d at level %d", n, level))
		}
	}
	if n := t.Unknown; n > 0 {
		parts = append(parts, Counted(n, "does not know", "do not know"))
	}
	if n := t.NotApplicable; n > 0 {
		parts = append(parts, Counted(n, "says that it does not apply", "say that it does not apply"))
	}
	return fmt.Sprintf("%s: %s", Counted(t.Sheets(), "sheet", "sheets"), strings.Join(parts, ", "))
}

// CaseLabel says what a published case is told for.
func CaseLabel(c score.Case) string {
	if c.Wrong {
		return "Where it went wrong"
	}
	return "Where it was done differently"
}

// SourceNumbers names sources by their numbers.
func SourceNumbers(references []int) string {
	var numbers []string
	for _, ref := range references {
		numbers = append(numbers, fmt.Sprint(ref))
	}
	if len(numbers) == 1 {
		return "source " + numbers[0]
	}
	return "sources " + List(numbers)
}

// Day writes a date out; a date that was not given is empty.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 January 2006")
}

// Percent floors a share from 0 to 1, so that 100 means all.
func Percent(x *big.Rat) string {
	n := new(big.Int).Mul(x.Num(), big.NewInt(100))
	return n.Quo(n, x.Denom()).String()
}
