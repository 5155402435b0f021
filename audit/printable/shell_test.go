package printable

import "testing"

func TestWord(t *testing.T) {
	tests := []struct{ name, path, want string }{
		{"plain", "plan.yaml", "plan.yaml"},
		{"in other folders", "../plans/plan-2.yaml", "../plans/plan-2.yaml"},
		{"absolute", "/srv/my_plans/PLAN.yaml", "/srv/my_plans/PLAN.yaml"},
		{"accents", "../Pläne/plan.yaml", "'../Pläne/plan.yaml'"},
		{"space", "my plan.yaml", "'my plan.yaml'"},
		{"command", "$(touch x).yaml", "'$(touch x).yaml'"},
		{"old command", "`touch x`.yaml", "'`touch x`.yaml'"},
		{"several commands", "a;b&c|d.yaml", "'a;b&c|d.yaml'"},
		{"pattern", "*.yaml", "'*.yaml'"},
		{"backslash", `plans\plan.yaml`, `'plans\plan.yaml'`},
		{"quote", "it's.yaml", `'it'\''s.yaml'`},
		{"two kinds of quote", `"it's".yaml`, `'"it'\''s".yaml'`},
		{"flag", "-plan.yaml", "./-plan.yaml"},
		{"flag with a space", "--as of.yaml", "'./--as of.yaml'"},
		{"home", "~/plan.yaml", "'~/plan.yaml'"},
		{"empty", "", "''"},
		{"terminal sequence", "\x1b[2J.yaml", `'\u001b[2J.yaml'`},
		{"reading order", "plan\u202elmay.exe", `'plan\u202elmay.exe'`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Word(tt.path); got != tt.want {
				t.Errorf("Word(%+q) = %+q, want %+q", tt.path, got, tt.want)
			}
		})
	}
}
