package planfile

import (
	"strings"
	"testing"
)

func TestDecimal(t *testing.T) {
	for text, want := range map[string]string{
		"26": "26", "-4": "-4", "0.15": "3/20", ".5": "1/2", "5.": "5",
		"": "", "-": "", ".": "", "1e9": "", "1,5": "", "0x10": "", "1/2": "", "--1": "", "1.2.3": "", "٣": "",
		strings.Repeat("9", 41): "",
	} {
		got := ""
		if n := decimal(text); n != nil {
			got = n.RatString()
		}
		if got != want {
			t.Errorf("decimal(%q) = %q, want %q", text, got, want)
		}
	}
}
