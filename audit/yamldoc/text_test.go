package yamldoc

import "testing"

func TestIsBlank(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"empty", "", true},
		{"white space", " \t\n", true},
		{"a space that does not break", "\u00a0", true},
		{"no width", "\u200b\u200d\u2060", true},
		{"both kinds in turn", " \u200b ", true},
		{"a letter between", " \u200ba ", false},
		{"joined pictures", "🧑\u200d🌾", false},
		{"a full stop", ".", false},
	} {
		if got := IsBlank(c.text); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// A required text that is blank is a key without a value, once, and another
// text may be blank.
func TestBlankRequiredText(t *testing.T) {
	type notice struct {
		Title string `yaml:"title,required"`
		Kind  string `yaml:"kind,required" one:"a b"`
		Note  string `yaml:"note"`
	}
	d, problems := Parse([]byte("title: \" \\u200b\"\nkind: ''\nnote: ' '\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var n notice
	found := d.Decode(&n)
	if len(found) != 2 || found[0].ID != MissingKey || found[1].ID != MissingKey || n.Title != "" || n.Note != " " {
		t.Errorf("found %+v, read %+v", found, n)
	}
}
