package workshop_test

import (
	"fmt"
	"strings"
	"testing"

	"forewarn/audit/workshop"
)

// read reads a table and says what became of it, a line a column, a sheet and a refusal.
func read(t *testing.T, table string, roles ...string) string {
	t.Helper()
	got, err := workshop.ReadTable("answers.csv", []byte(table), room(5, roles...), bank(t))
	var says []string
	if got != nil {
		for _, c := range got.Columns {
			says = append(says, fmt.Sprintf("%s=%s", c.Header, c.Means))
		}
		for _, s := range got.Sheets {
			line := s.Name + " " + s.Role
			for _, id := range []string{"business-goal", "real-problem"} {
				if said, ok := s.Answers[id]; ok {
					line += " " + said.String()
				}
			}
			says = append(says, line)
		}
		for _, r := range got.Refused {
			says = append(says, r.Name+": "+r.Why)
		}
	}
	if err != nil {
		says = append(says, err.Error())
	}
	return strings.Join(says, "\n")
}

func TestReadTable(t *testing.T) {
	const ask = "Which goal of your organisation does the initiative serve?"
	for _, c := range []struct{ name, table, want string }{
		{"ids and digits", "role,business-goal,real-problem\nstaff,3,0\n", "role=role\nbusiness-goal=business-goal\nreal-problem=real-problem\nanswers.csv row 2 staff 3 0"},
		{"the question's words", "Timestamp;Your role;" + ask + "\n1;Staff;3\n", "Timestamp=\nYour role=role\n" + ask + "=business-goal\nanswers.csv row 2 staff 3"},
		{"words with a number in front", "role,\"1. " + strings.ToUpper(ask) + "\"\nstaff,2\n", "role=role\n1. " + strings.ToUpper(ask) + "=business-goal\nanswers.csv row 2 staff 2"},
		{"an id with words behind", "role\tbusiness-goal: which?\nstaff\t1\n", "role=role\nbusiness-goal: which?=business-goal\nanswers.csv row 2 staff 1"},
		{"the line's words", "role,business-goal\nstaff,We are discussing which goal of the organisation it serves\nstaff,\"1 – We are discussing which goal of the organisation it serves.\"\n", "role=role\nbusiness-goal=business-goal\nanswers.csv row 2 staff 1\nanswers.csv row 3 staff 1"},
		{"don't know", "role,business-goal,real-problem\nstaff,I don’t know.,unknown\n", "role=role\nbusiness-goal=business-goal\nreal-problem=real-problem\nanswers.csv row 2 staff unknown unknown"},
		{"a line of our own with an apostrophe", "role,business-goal\n'staff,'3\n", "role=role\nbusiness-goal=business-goal\nanswers.csv row 2 staff 3"},
		{"a byte order mark and empty rows", "\ufeffrole,business-goal\n,\nstaff,3\n\n", "role=role\nbusiness-goal=business-goal\nanswers.csv row 3 staff 3"},
		{"left open", "role,business-goal,real-problem\nstaff,,3\nstaff,,\n", "role=role\nbusiness-goal=business-goal\nreal-problem=real-problem\nanswers.csv row 2 staff 3\nanswers.csv row 3: nothing is answered in it"},
		{"no answer", "role,business-goal\nstaff,maybe\nstaff,7\n", "role=role\nbusiness-goal=business-goal\nanswers.csv row 2: \"maybe\" is no answer to \"" + ask + "\": it is none of its lines, and no digit of them\nanswers.csv row 3: \"7\" is no answer to \"" + ask + "\": it is none of its lines, and no digit of them"},
		{"what always applies", "role,business-goal\nstaff,n/a\n", "role=role\nbusiness-goal=business-goal\nanswers.csv row 2: \"n/a\" is no answer to \"" + ask + "\": it is none of its lines, and no digit of them"},
		{"a role outside the list", "role,business-goal\nboss,3\n", "role=role\nbusiness-goal=business-goal\nanswers.csv row 2: the workshop has no role \"boss\""},
		{"no role", "business-goal\n3\n", "business-goal=business-goal\nno column says the role; name one \"role\""},
		{"no question", "role,mood\nstaff,3\n", "role=role\nmood=\nno column has the id or the words of a question of this workshop"},
		{"a question twice", "role,business-goal," + ask + "\nstaff,3,3\n", "role=role\nbusiness-goal=business-goal\n" + ask + "=business-goal\nthe columns \"business-goal\" and \"" + ask + "\" both mean business-goal; take one of them out"},
		{"empty", "", "it is empty"},
		{"another encoding", "role,business-goal\nstaff,\xe9\n", "it is not UTF-8 text; export it as CSV in UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := read(t, c.table, "staff", "exec"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	if got := read(t, "business-goal\n3\n", "team"); !strings.Contains(got, "row 2 team 3") {
		t.Errorf("with one role, no column is needed: %s", got)
	}
}

// A response is known again by its id, and without one by the file and the row.
func TestResponses(t *testing.T) {
	from := func(table string) string {
		got, err := workshop.ReadTable("answers.csv", []byte(table), room(5, "team"), bank(t))
		if err != nil {
			t.Fatal(err)
		}
		return got.Sheets[0].From
	}
	a, b := from("response id,business-goal\n7,3\n"), from("business-goal,Response ID\n4,7\n")
	if a != b || a == from("response id,business-goal\n8,3\n") {
		t.Error("a response is not known by its id")
	}
	if c := from("business-goal\n3\n"); c != from("business-goal\n3\n") || c == from("business-goal\n4\n") {
		t.Error("a response is not known by the file and the row")
	}
}

// A response that was imported twice counts once, and the sheet that was published stays.
func TestImportedTwice(t *testing.T) {
	first, again := sheet(1, "team", said(3)), sheet(2, "team", said(3))
	first.From, again.From = strings.Repeat("0", 32), strings.Repeat("0", 32)
	before := none()
	before.Publications = []workshop.Publication{{Sheets: []string{first.Hash()}}}
	g, err := workshop.Gather([]workshop.Handed{{Name: "again.yaml", Sheet: again}, {Name: "first.yaml", Sheet: first}}, before)
	if err != nil || len(g.Sheets) != 1 || g.Sheets[0] != first || len(g.Twice) != 1 {
		t.Errorf("%d count, twice are %q: %v", len(g.Sheets), g.Twice, err)
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add([]byte("role,business-goal\nstaff,3\n"))
	f.Add([]byte("role;\"business-goal\"\n\"staff\";unknown\n"))
	b, err := loaded()
	if err != nil {
		f.Fatal(err)
	}
	w := room(5, "staff", "exec")
	f.Fuzz(func(t *testing.T, src []byte) {
		table, err := workshop.ReadTable("answers.csv", src, w, b)
		if err != nil {
			return
		}
		for _, s := range table.Sheets {
			s.Number = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
			written, err := workshop.Written(s.Entries(w, b))
			if err != nil {
				t.Fatal(err)
			}
			if again, found := workshop.ParseSheet(written, w, b); again == nil || !again.Says(s.Sheet) {
				t.Errorf("written as\n%s\nit is read as %+v: %s", written, again, messages(found))
			}
		}
	})
}
