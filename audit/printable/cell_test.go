package printable

import "testing"

func TestCell(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"plain", "plain"},
		{"a=b", "a=b"},
		{"=HYPERLINK(1)", "'=HYPERLINK(1)"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@SUM(1)", "'@SUM(1)"},
		{" =1", "' =1"},
		{"\t=1", "' =1"},
		{"\n=1", "'\n=1"},
		{"＝1", "'＝1"},
		{"\r=1", `\u000d=1`},
		{"a\u202eb", `a\u202eb`},
		{"a\"b,c\nd", "a\"b,c\nd"},
		{"", ""},
	} {
		if got := Cell(c.text); got != c.want {
			t.Errorf("Cell(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
