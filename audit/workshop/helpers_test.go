package workshop_test

import (
	"fmt"
	"sync"
	"time"

	"forewarn/audit"
	"forewarn/audit/planfile"
	"forewarn/audit/workshop"
	"forewarn/questions"
)

func bank(t interface {
	Helper()
	Fatal(...any)
}) *questions.Bank {
	t.Helper()
	b, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var loaded = sync.OnceValues(audit.Bank)

// room is a workshop with these roles and this minimum, about one questionnaire.
func room(minimum int, roles ...string) *workshop.Workshop {
	return &workshop.Workshop{
		Format: 1, ID: "7f3a91c2d4e5b607", Plan: "plan.yaml", Bank: planfile.BankRef{ID: "core", Version: "2.0.0"},
		Roles: roles, Minimum: minimum, Questionnaires: []string{"alignment"},
	}
}

// sheet is the nth sheet of a room.
func sheet(n int, role string, answers map[string]workshop.Said) *workshop.Sheet {
	return &workshop.Sheet{
		Format: 1, Workshop: "7f3a91c2d4e5b607", Number: fmt.Sprintf("%032x", n), Bank: planfile.BankRef{ID: "core", Version: "2.0.0"},
		Role: role, Answers: answers,
	}
}

// said answers one question.
func said(s workshop.Said) map[string]workshop.Said {
	return map[string]workshop.Said{"business-goal": s}
}

// none is what was published before the first merge.
func none() *workshop.Published { return &workshop.Published{Format: 1, Workshop: "7f3a91c2d4e5b607"} }

func day(n int) time.Time { return time.Date(2026, 12, n, 0, 0, 0, 0, time.UTC) }
