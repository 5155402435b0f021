package room

import (
	"math/big"
	"strings"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/report/reporttest"
	"forewarn/questions"
)

// counts is a question on which the sheets fell so.
func counts(c ...int) Question {
	return Question{Question: &questions.Question{Ask: "Which?"}, Heard: &planfile.Heard{Counts: c}}
}

// TestLead says in a sentence how far the room is apart.
func TestLead(t *testing.T) {
	split, alone, same := counts(3, 0, 0, 0, 3), counts(1, 0, 0, 5, 0), counts(0, 6, 0, 0, 0)
	for _, c := range []struct {
		name      string
		questions []Question
		want      string
	}{
		{"nothing apart", []Question{same}, "6 sheets are counted. The room is split on no question, and nobody stands alone."},
		{"split", []Question{split, same}, "6 sheets are counted. The room is split on 1 question."},
		{"alone", []Question{alone}, "6 sheets are counted. The room is split on no question; on 1 question somebody stands alone, and may be the only one who knows."},
		{"both", []Question{split, split, alone, alone}, "6 sheets are counted. The room is split on 2 questions; on 2 others somebody stands alone, and may be the only one who knows."},
		{"both once", []Question{split, alone, {}}, "6 sheets are counted. The room is split on 1 question; on 1 other somebody stands alone, and may be the only one who knows."},
	} {
		if got := (&Room{Sheets: 6, Questions: c.questions}).lead(); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestSamePicture holds the words to their marks.
func TestSamePicture(t *testing.T) {
	for _, c := range []struct {
		alpha *big.Rat
		want  string
	}{
		{nil, ""},
		{big.NewRat(1, 1), "people see the same picture (Krippendorff's alpha 1.00,"},
		{big.NewRat(4, 5), "people see the same picture (Krippendorff's alpha 0.80,"},
		{big.NewRat(7999, 10000), "people see much the same picture (Krippendorff's alpha 0.79,"},
		{big.NewRat(667, 1000), "people see much the same picture (Krippendorff's alpha 0.66,"},
		{big.NewRat(666, 1000), "people see different pictures: talk before you plan"},
		{new(big.Rat), "people agree no more than by chance (Krippendorff's alpha 0.00,"},
		{big.NewRat(-1, 3), "people agree no more than by chance (Krippendorff's alpha -0.33,"},
	} {
		if got := (&Room{Alpha: c.alpha}).samePicture(); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%v: %s", c.alpha, got)
		}
	}
}

// TestSays shows what the plan says beside what the sheets do.
func TestSays(t *testing.T) {
	level := 3
	heard := &planfile.Heard{Counts: []int{0, 6, 0, 0, 0}}
	for _, c := range []struct {
		answer planfile.Answer
		heard  *planfile.Heard
		want   string
	}{
		{planfile.Answer{}, nil, "not answered"},
		{planfile.Answer{Level: &level}, nil, "3"},
		{planfile.Answer{Level: &level}, heard, "3; the sheets say 1"},
		{planfile.Answer{Level: &level, Agreed: reporttest.Day()}, heard, "3, agreed on " + reporttest.Day().Format("2 January 2006") + "; the sheets say 1"},
		{planfile.Answer{Unknown: planfile.NobodyYet}, heard, "don't know"},
		{planfile.Answer{NotApplicable: "no"}, heard, "does not apply"},
	} {
		if got := (&Question{Answer: c.answer, Heard: c.heard}).says(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.answer, got, c.want)
		}
	}
}
