package audit

import (
	"forewarn/audit/planfile"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/questions"
)

// Bank loads the bank that is built into the program.
func Bank() (*questions.Bank, error) { return questions.Load(Known()) }

// Known is what the program knows that a bank may speak of.
func Known() questions.Known {
	known := questions.Known{Records: planfile.FormKinds(), Facts: score.Facts(), Rules: rules.IDs()}
	for _, c := range score.Checks() {
		known.Checks = append(known.Checks, c.ID)
	}
	return known
}
