package planfile

import (
	"math/big"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
	"forewarn/questions"
)

// Parse reads a plan and checks it against a bank. The plan is nil when the
// bytes cannot be read as a plan at all. Every finding has severity Error: with
// one, the plan must not be scored. Findings are sorted by place, then id; of very
// many, the last says how many there are beside.
func Parse(src []byte, bank *questions.Bank) (*Plan, []rules.Finding) {
	doc, problems := yamldoc.Parse(src)
	if doc == nil {
		return nil, rules.FromProblems(problems)
	}
	p := &Plan{doc: doc}
	c := &checker{plan: p, bank: bank}
	for _, problem := range append(problems, doc.Decode(p)...) {
		if c.more += problem.More; problem.More == 0 {
			c.found = append(c.found, rules.FromProblems([]yamldoc.Problem{problem})...)
		}
	}
	p.rename(bank)
	c.check()
	rules.Sort(c.found)
	return p, rules.AtMost(c.found, c.more)
}

// DecodeScalar takes a bare decimal number as a number, and anything else as
// words: 26 is a number, "26" and 1e3 are words.
func (a *Amount) DecodeScalar(text string, quoted bool) string {
	if text == "" {
		return "a number, or words"
	}
	*a = Amount{Text: text}
	if !quoted {
		a.Number = decimal(text)
	}
	return ""
}

// decimal returns nil for anything but an optional sign, digits, and digits
// after a point. The length bounds what a hostile file can make it compute.
func decimal(text string) *big.Rat {
	if len(text) > 40 {
		return nil
	}
	digits, point := 0, 0
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			point++
		case c == '-' && i == 0:
		default:
			return nil
		}
	}
	if digits == 0 || point > 1 {
		return nil
	}
	n, _ := new(big.Rat).SetString(text)
	return n
}
