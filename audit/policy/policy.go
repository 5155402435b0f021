package main

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"forewarn/audit/gate"
	"forewarn/audit/printable"
	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// criteria are terms that were read.
type criteria struct {
	terms   gate.Terms
	show    rules.Severity
	against string // empty, a file, or what git knows as a commit

	settings string   // the file they come from, or empty
	says     []string // each term with its value, for people
}

// String says by what a plan is judged.
func (c *criteria) String() string {
	from := "no settings file"
	if c.settings != "" {
		from = "settings from " + c.settings
	}
	return printable.Text(from + "; " + strings.Join(c.says, ", "))
}

func readMinGrade(c *criteria, text string) *misfit {
	isGrade := func(s string) bool { return len(s) == 1 && strings.Contains("ABCD", s) }
	c.terms.MinGrade = text
	switch upper := strings.ToUpper(text); {
	case isGrade(text):
		return nil
	case isGrade(upper):
		return &misfit{needed: "A, B, C or D", hint: meant(upper)}
	}
	return &misfit{needed: "A, B, C or D"}
}

// severities are those that the findings of a plan without errors can have.
func severities() []rules.Severity { return []rules.Severity{rules.Critical, rules.Major, rules.Minor} }

func readFailOn(c *criteria, text string) *misfit {
	if text == "none" {
		c.terms.FailOn = rules.Error
		return nil
	}
	return readSeverity(&c.terms.FailOn, text, "none")
}

func readShow(c *criteria, text string) *misfit { return readSeverity(&c.show, text) }

// readSeverity also takes the words of the others, which the caller reads.
func readSeverity(to *rules.Severity, text string, others ...string) *misfit {
	var words []string
	for _, s := range severities() {
		if s.String() == text {
			*to = s
			return nil
		}
		words = append(words, s.String())
	}
	words = append(words, others...)
	last := len(words) - 1
	m := &misfit{needed: strings.Join(words[:last], ", ") + " or " + words[last]}
	if near := yamldoc.Suggest(text, words); near != "" {
		m.hint = meant(near)
	}
	return m
}

func meant(word string) string { return fmt.Sprintf("did you mean %q?", word) }

func readMinScore(c *criteria, text string) *misfit { return readPoints(&c.terms.MinScore, text) }

func readTolerance(c *criteria, text string) *misfit { return readPoints(&c.terms.Tolerance, text) }

// readPoints bounds the length, and so what an odd number can cost.
func readPoints(to **big.Rat, text string) *misfit {
	if len(text) <= 20 && strings.Trim(text, "0123456789.") == "" {
		if n, ok := new(big.Rat).SetString(text); ok && n.Cmp(big.NewRat(100, 1)) <= 0 {
			*to = n
			return nil
		}
	}
	return &misfit{needed: "a number from 0 to 100", hint: "for example 62.5"}
}

func readMaxAge(c *criteria, text string) *misfit {
	number, inDays := strings.CutSuffix(text, "d")
	number, inWeeks := strings.CutSuffix(number, "w")
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil || n == 0 || inDays == inWeeks {
		return &misfit{needed: "a number of days or weeks", hint: "for example 90d or 12w"}
	}
	c.terms.MaxAge = int(n)
	if inWeeks {
		c.terms.MaxAge *= 7
	}
	return nil
}

// readAgainst refuses what git would take for an option, or for all but a
// commit.
func readAgainst(c *criteria, text string) *misfit {
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "^") {
		return &misfit{needed: "a commit, a branch or a file", hint: "for a file of this name, write ./ in front"}
	}
	c.against = text
	return nil
}
