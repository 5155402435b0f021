package interview

import (
	"strings"
	"testing"

	"forewarn/audit"
	"forewarn/audit/planfile"
)

// Every question of the shipped bank fits with all its lines on the smallest screens
// that people project or hold: nothing has to be scrolled to choose an answer.
func TestEveryQuestionFits(t *testing.T) {
	bank, err := audit.Bank()
	if err != nil {
		t.Fatal(err)
	}
	opts := Options{Bank: bank, Forms: smallForms(), Today: onToday, Deep: true}
	for _, size := range [][2]int{{80, 24}, {60, 20}, {40, 20}} {
		store := factsDone()
		store.plan.Bank = planfile.BankRef{ID: bank.ID, Version: bank.Version}
		m := newModel(store, opts)
		m.Init()
		m.resize(size[0], size[1])
		for i, step := range m.flow.steps {
			if step.Question == nil {
				continue
			}
			m.flow.open(i)
			m.turn()
			if view := m.View(); strings.Contains(view, " more") || strings.Contains(view, "…") || strings.Count(view, "\n")+1 > size[1] {
				t.Errorf("on %v, %s does not fit:\n%s", size, step.Question.ID, view)
			}
		}
	}
}
