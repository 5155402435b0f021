package printable

import "testing"

func TestCapital(t *testing.T) {
	tests := []struct{ name, phrase, want string }{
		{"empty", "", ""},
		{"plain", "the plan", "The plan"},
		{"one letter", "a", "A"},
		{"a capital already", "Plan B", "Plan B"},
		{"the others stay", "iSBN", "ISBN"},
		{"accent", "état", "État"},
		{"digit", "3 records", "3 records"},
		{"quote", `"plan" is missing`, `"plan" is missing`},
		{"space", " plan", " plan"},
		{"no capital of its own", "ß", "ß"},
		{"two letters in one begin as a title does", "ǆep", "ǅep"},
		{"greek", "σχέδιο", "Σχέδιο"},
		{"no sentence begins with a capital", "გეგმა", "გეგმა"},
		{"no capitals at all", "計画", "計画"},
		{"not utf-8", "\xffplan", "\xffplan"},
		{"cut character", "\xc3", "\xc3"},
		{"not utf-8 further on", "pl\xff", "Pl\xff"},
		{"replacement character is text", "\ufffdplan", "\ufffdplan"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Capital(tt.phrase); got != tt.want {
				t.Errorf("Capital(%+q) = %+q, want %+q", tt.phrase, got, tt.want)
			}
		})
	}
}
