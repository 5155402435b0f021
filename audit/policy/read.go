package policy

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

func readMinGrade(p *Policy, text string) *Misfit {
	isGrade := func(s string) bool { return len(s) == 1 && strings.Contains("ABCD", s) }
	p.MinGrade, p.Usual = text, false
	switch upper := strings.ToUpper(text); {
	case text == "none":
		p.MinGrade = ""
		return nil
	case isGrade(text):
		return nil
	case isGrade(upper):
		return &Misfit{Needed: "A, B, C, D or none", Hint: meant(upper)}
	}
	return &Misfit{Needed: "A, B, C, D or none"}
}

// severities are those that the findings of a plan without errors can have.
func severities() []rules.Severity { return []rules.Severity{rules.Critical, rules.Major, rules.Minor} }

func readFailOn(p *Policy, text string) *Misfit {
	if text == "none" {
		p.FailOn = rules.Error
		return nil
	}
	return readSeverity(&p.FailOn, text, "none")
}

func readShow(p *Policy, text string) *Misfit {
	if text == rules.Note.String() {
		p.Show = rules.Note
		return nil
	}
	return readSeverity(&p.Show, text, rules.Note.String())
}

// readSeverity also takes the words of the others, which the caller reads.
func readSeverity(to *rules.Severity, text string, others ...string) *Misfit {
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
	m := &Misfit{Needed: strings.Join(words[:last], ", ") + " or " + words[last]}
	if near := yamldoc.Suggest(text, words); near != "" {
		m.Hint = meant(near)
	}
	return m
}

func meant(word string) string { return fmt.Sprintf("did you mean %q?", word) }

func readMinScore(p *Policy, text string) *Misfit { return readPoints(&p.MinScore, text) }

func readTolerance(p *Policy, text string) *Misfit { return readPoints(&p.Tolerance, text) }

// readPoints bounds the length, and so what an odd number can cost.
func readPoints(to **big.Rat, text string) *Misfit {
	if len(text) <= 20 && strings.Trim(text, "0123456789.") == "" {
		if n, ok := new(big.Rat).SetString(text); ok && n.Cmp(big.NewRat(100, 1)) <= 0 {
			*to = n
			return nil
		}
	}
	return &Misfit{Needed: "a number from 0 to 100", Hint: "for example 62.5"}
}

func readMaxAge(p *Policy, text string) *Misfit {
	number, inDays := strings.CutSuffix(text, "d")
	number, inWeeks := strings.CutSuffix(number, "w")
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil || n == 0 || inDays == inWeeks {
		return &Misfit{Needed: "a number of days or weeks", Hint: "for example 90d or 12w"}
	}
	p.MaxAge = int(n)
	if inWeeks {
		p.MaxAge *= 7
	}
	return nil
}

// readBank takes any name of a file: whether it is there, and a bank, is found out where
// it is read.
func readBank(p *Policy, text string) *Misfit {
	p.Bank = text
	return nil
}

// readAgainst refuses what git would take for an option, or for all but a
// commit.
func readAgainst(p *Policy, text string) *Misfit {
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "^") {
		return &Misfit{Needed: "a commit, a branch or a file", Hint: "for a file of this name, write ./ in front"}
	}
	p.Against = text
	return nil
}
