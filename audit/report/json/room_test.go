package json

import (
	"bytes"
	"math/big"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/reporttest"
	"forewarn/audit/workshop"
	"forewarn/audit/workshop/room"
	"forewarn/questions"
)

func TestRoomIsAsItsSchemaSays(t *testing.T) {
	level := 2
	q := room.Question{
		Question: &questions.Question{ID: "q", Ask: "Which?"}, Answer: planfile.Answer{Level: &level, Agreed: reporttest.Day()},
		Heard: &planfile.Heard{Counts: []int{5, 0, 0, 0, 5}, Unknown: 1, NotApplicable: 1, Roles: map[string]planfile.Tally{"exec": {Counts: []int{5, 0, 0, 0, 0}}, "staff": {Counts: []int{0, 0, 0, 0, 5}}}},
	}
	none := room.Question{Question: &questions.Question{ID: "n", Ask: "None?"}}
	for _, r := range []*room.Room{
		{},
		{
			Initiative: "Desk", Minimum: 5, Sheets: 12, Alpha: big.NewRat(-1, 3), Questions: []room.Question{q, none}, Notes: []room.Note{{Ask: "Which?", Texts: []string{"Both."}}},
			Topics: []room.Topic{{Topic: workshop.Topic{Question: "q", Weight: big.NewRat(8, 3), Low: 0, High: 4}, Question: &q}},
		},
	} {
		var out bytes.Buffer
		if err := WriteRoom(&out, r, report.Options{Version: "1"}); err != nil {
			t.Fatal(err)
		}
		if err := reporttest.Compiled(t, RoomSchema()).Validate(reporttest.Decoded(t, out.Bytes())); err != nil {
			t.Error(err)
		}
	}
}
