package json

import (
	"io"
	"maps"
	"slices"

	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/workshop"
	"forewarn/audit/workshop/room"
)

// roomVersion is the version of the format, as version is that of reports.
const roomVersion = 1

type wholeRoom struct {
	Format     int            `json:"forewarn-workshop" about:"The version of this format. Keys may be added to it; one that is taken away or means something else makes a new version."`
	Program    program        `json:"program" about:"The program that wrote it."`
	Initiative string         `json:"initiative" about:"What the plan is about; may be empty."`
	Minimum    int            `json:"minimum" about:"Below how many sheets nothing is published."`
	Sheets     int            `json:"sheets" about:"The most sheets that are behind a question."`
	Alpha      *fraction      `json:"alpha" about:"Krippendorff's ordinal alpha over all questions, as a fraction or a whole number; null where there is none."`
	Topics     []topic        `json:"topics" about:"What to talk about first, the most important one first."`
	Questions  []roomQuestion `json:"questions" about:"Each question that was asked, in the bank's order."`
	Notes      []roomNote     `json:"notes" about:"What people wrote and let be shown, in no order of theirs."`
}

type topic struct {
	Question string   `json:"question" about:"The id of the question."`
	Weight   fraction `json:"weight" about:"The mean distance from the median in rungs, times the points that the question is worth."`
	Low      int      `json:"low" about:"The rung of the lower position."`
	High     int      `json:"high" about:"The rung of the higher position."`
}

type roomQuestion struct {
	ID        string   `json:"id" about:"The id of the question."`
	Ask       string   `json:"ask" about:"The question."`
	Heard     *heard   `json:"heard" about:"How the sheets fell; null where too few answered."`
	Median    *int     `json:"median" about:"The lower median of the levels; null where no level was given."`
	Deviation fraction `json:"deviation" about:"The mean distance of the levels from the median, in rungs."`
	Split     bool     `json:"split" about:"Whether that is more than 5/6."`
	Alone     int      `json:"alone" about:"How many stand two rungs or more from the median, where the room is not split."`
	Gaps      []gap    `json:"gaps" about:"The roles that see it otherwise."`
	Level     *int     `json:"level" about:"The level in the plan; null for none."`
	Agreed    *date    `json:"agreed" about:"The day on which the room agreed on it; null where it did not."`
}

type gap struct {
	Low       string `json:"low" about:"The role that sees it lower."`
	LowLevel  int    `json:"low_level" about:"Its lower median."`
	High      string `json:"high" about:"The role that sees it higher."`
	HighLevel int    `json:"high_level" about:"Its lower median."`
}

type roomNote struct {
	Ask   string   `json:"ask" about:"The question."`
	Texts []string `json:"texts" about:"What was written, sorted by its words."`
}

// WriteRoom writes what a room said for other programs, as RoomSchema says.
func WriteRoom(w io.Writer, r *room.Room, o report.Options) error {
	out := wholeRoom{
		Format: roomVersion, Program: program{report.ProgramName, o.Version}, Initiative: r.Initiative, Minimum: r.Minimum, Sheets: r.Sheets,
		Topics: each(r.Topics, func(t room.Topic) topic {
			return topic{t.Question.ID, fraction(t.Weight.RatString()), t.Low, t.High}
		}),
		Questions: each(r.Questions, newRoomQuestion),
		Notes:     each(r.Notes, func(n room.Note) roomNote { return roomNote(n) }),
	}
	if r.Alpha != nil {
		alpha := fraction(r.Alpha.RatString())
		out.Alpha = &alpha
	}
	return write(w, out)
}

// RoomSchema returns the JSON Schema (draft-07) of what WriteRoom writes.
func RoomSchema() []byte {
	return whollySchema[wholeRoom]("forewarn workshop", "What the sheets of a workshop say, as far as it is published.", "forewarn-workshop", roomVersion)
}

func newRoomQuestion(q room.Question) roomQuestion {
	out := roomQuestion{ID: q.ID, Ask: q.Ask, Deviation: "0", Gaps: []gap{}, Level: q.Answer.Level, Agreed: newDate(q.Answer.Agreed)}
	if q.Heard == nil {
		return out
	}
	all := q.Heard.All()
	if median, ok := all.Median(); ok {
		out.Median = &median
	}
	out.Heard, out.Split, out.Alone = newHeard(q.Heard), workshop.IsSplit(all), workshop.LoneVoices(all)
	out.Deviation = fraction(workshop.Deviation(all).RatString())
	out.Gaps = each(workshop.Gaps(q.Heard.Roles), func(g workshop.Gap) gap { return gap{g.Low, g.LowLevel, g.High, g.HighLevel} })
	return out
}

func newHeard(h *planfile.Heard) *heard {
	out := &heard{Counts: h.Counts, Unknown: h.Unknown, NotApplicable: h.NotApplicable, Roles: []role{}}
	for _, name := range slices.Sorted(maps.Keys(h.Roles)) {
		t := h.Roles[name]
		out.Roles = append(out.Roles, role{Name: name, Counts: t.Counts, Unknown: t.Unknown, NotApplicable: t.NotApplicable})
	}
	return out
}
