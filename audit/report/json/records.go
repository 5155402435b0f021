package json

import (
	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// The records have the keys of the plan file, and its words.

type initiative struct {
	Name          string `json:"name" about:"Its name."`
	Client        string `json:"client" about:"For whom it is."`
	Owner         string `json:"owner" about:"Who answers for it."`
	Intent        string `json:"intent" about:"What it is for."`
	Launch        *date  `json:"launch" about:"The day on which it starts; null when it names none."`
	ToolCommitted *bool  `json:"tool_committed" about:"Whether a tool is bought or promised; null when the plan does not say."`
	Live          *bool  `json:"live" about:"Whether it is running; null when the plan does not say."`
	Edition       string `json:"edition" about:"The edition of the questions under which this was said; empty for that of the plan."`
}

type records struct {
	Objectives   []objective   `json:"objectives" about:"What should be true, and by when."`
	Stakeholders []stakeholder `json:"stakeholders" about:"The groups of people whom it touches."`
	Metrics      []metric      `json:"metrics" about:"The measures, with the lines drawn on them beforehand."`
	Programmes   *[]programme  `json:"programmes" about:"Other work aimed at the same people; null when the plan does not list it."`
	Scenarios    []scenario    `json:"scenarios" about:"What could go wrong, and the answer to it."`
	Waivers      []waiver      `json:"waivers" about:"What somebody has decided to live with."`
	Reviews      []review      `json:"reviews" about:"Decisions taken on the way."`
}

type objective struct {
	ID        string `json:"id" about:"Its id."`
	Statement string `json:"statement" about:"What should be true."`
	Goal      string `json:"goal" about:"The goal of the organisation that it serves; may be empty."`
	GoalOwner string `json:"goal_owner" about:"Who answers for the goal; may be empty."`
	Due       *date  `json:"due" about:"By when; null when it has no date."`
	Met       *date  `json:"met" about:"When it was reached; null when it was not."`
}

type stakeholder struct {
	Group     string `json:"group" about:"What the group is called."`
	Kind      string `json:"kind" about:"employees, customers, members, partners, public or other."`
	ForThem   bool   `json:"for_them" about:"Whether the initiative is for this group."`
	TheirWork bool   `json:"their_work" about:"Whether this group does the work."`
	Owner     string `json:"owner" about:"Who keeps in touch with the group; may be empty."`
	Told      *date  `json:"told" about:"When it was told the purpose; null when it was not."`
	Restated  *date  `json:"restated" about:"When it said the purpose in its own words; null when it did not."`
}

type metric struct {
	ID         string    `json:"id" about:"Its id."`
	Name       string    `json:"name" about:"What is measured."`
	Objective  string    `json:"objective" about:"The id of the objective that it serves; may be empty."`
	How        string    `json:"how" about:"quantitative, qualitative or empty."`
	Kind       string    `json:"kind" about:"leading, lagging or empty."`
	Better     string    `json:"better" about:"higher, lower or empty."`
	Unit       string    `json:"unit" about:"The unit; may be empty."`
	Baseline   *baseline `json:"baseline" about:"Where it stood before anything was done; null when that is not known."`
	Success    *amount   `json:"success" about:"The line for success; null when none is drawn."`
	Stop       *amount   `json:"stop" about:"The line at which to stop; null when none is drawn."`
	By         *date     `json:"by" about:"The day on which it is held against its lines."`
	Owner      string    `json:"owner" about:"Who answers for it; may be empty."`
	Source     string    `json:"source" about:"Where its values come from; may be empty."`
	ReviewDays int       `json:"review_days" about:"The days from one review to the next; 0 when there are none."`
	Readings   []reading `json:"readings" about:"What it showed, by day."`
}

// amount keeps what was typed: 0.50 is as much as 1/2, and looks otherwise.
type amount struct {
	Text  string    `json:"text" about:"As the plan has it, a number or words."`
	Exact *fraction `json:"exact" about:"The number as a fraction in lowest terms, or a whole number; null for words."`
}

type baseline struct {
	Value *amount `json:"value" about:"Where it stood."`
	On    *date   `json:"on" about:"On which day."`
}

type reading struct {
	On      *date   `json:"on" about:"The day."`
	Value   *amount `json:"value" about:"What it showed; null for a metric in words."`
	Verdict string  `json:"verdict" about:"What a person made of it: success, adjust, stop or empty."`
	Note    string  `json:"note" about:"A note beside it; may be empty."`
}

type programme struct {
	Name      string `json:"name" about:"What it is called."`
	Lead      string `json:"lead" about:"Who leads it; may be empty."`
	Shares    string `json:"shares" about:"What the two have in common; may be empty."`
	MeetsDays int    `json:"meets_days" about:"The days from one meeting to the next; 0 when there are none."`
}

type scenario struct {
	What      string `json:"what" about:"What could go wrong."`
	Risk      string `json:"risk" about:"loss, operations, reputation, discomfort or empty."`
	Response  string `json:"response" about:"What would be done first; may be empty."`
	Owner     string `json:"owner" about:"Who would act; may be empty."`
	Rehearsed *date  `json:"rehearsed" about:"When it was tried; null when it was not."`
}

type waiver struct {
	Warning string `json:"warning" about:"The id of the warning; empty when it waives a finding."`
	Finding string `json:"finding" about:"The id of the finding; empty when it waives a warning."`
	Reason  string `json:"reason" about:"Why somebody lives with it."`
	Owner   string `json:"owner" about:"Who decided so."`
	Until   *date  `json:"until" about:"The last day on which it counts."`
}

type review struct {
	On       *date  `json:"on" about:"The day."`
	Decision string `json:"decision" about:"continue, adjust or stop."`
	Lesson   string `json:"lesson" about:"What was learned; may be empty."`
	Level    string `json:"level" about:"strategic, tactical or empty."`
}

func newReview(v planfile.Review) review {
	return review{On: newDate(v.On), Decision: v.Decision, Lesson: v.Lesson, Level: v.Level}
}

func newInitiative(i planfile.Initiative) initiative {
	return initiative{
		Name: i.Name, Client: i.Client, Owner: i.Owner, Intent: i.Intent,
		Launch: newDate(i.Launch), ToolCommitted: i.ToolCommitted, Live: i.Live, Edition: i.Edition,
	}
}

// newRecords keeps the order of the file.
func newRecords(r score.Records) records {
	out := records{
		Objectives: each(r.Objectives, func(o planfile.Objective) objective {
			return objective{ID: o.ID, Statement: o.Statement, Goal: o.Goal, GoalOwner: o.GoalOwner, Due: newDate(o.Due), Met: newDate(o.Met)}
		}),
		Stakeholders: each(r.Stakeholders, func(s planfile.Stakeholder) stakeholder {
			return stakeholder{Group: s.Group, Kind: s.Kind, ForThem: s.IsForThem(), TheirWork: s.IsTheirWork(), Owner: s.Owner, Told: newDate(s.Told), Restated: newDate(s.Restated)}
		}),
		Metrics: each(r.Metrics, newMetric),
		Scenarios: each(r.Scenarios, func(s planfile.Scenario) scenario {
			return scenario{What: s.What, Risk: s.Risk, Response: s.Response, Owner: s.Owner, Rehearsed: newDate(s.Rehearsed)}
		}),
		Waivers: each(r.Waivers, newWaiver),
		Reviews: each(r.Reviews, newReview),
	}
	if r.Programmes != nil { // an empty list says that there are none
		list := each(r.Programmes, func(p planfile.Programme) programme { return programme(p) })
		out.Programmes = &list
	}
	return out
}

func newMetric(m planfile.Metric) metric {
	out := metric{
		ID: m.ID, Name: m.Name, Objective: m.Objective, How: m.How, Kind: m.Kind, Better: m.Better, Unit: m.Unit,
		Success: newAmount(m.Success), Stop: newAmount(m.Stop), By: newDate(m.By),
		Owner: m.Owner, Source: m.Source, ReviewDays: m.ReviewDays,
		Readings: each(m.Readings, func(r planfile.Reading) reading {
			return reading{On: newDate(r.On), Value: newAmount(r.Value), Verdict: r.Verdict, Note: r.Note}
		}),
	}
	if b := m.Baseline; b != nil {
		out.Baseline = &baseline{Value: newAmount(b.Value), On: newDate(b.On)}
	}
	return out
}

func newAmount(a planfile.Amount) *amount {
	if a.Text == "" {
		return nil
	}
	out := &amount{Text: a.Text}
	if a.Number != nil {
		exact := fraction(a.Number.RatString())
		out.Exact = &exact
	}
	return out
}

func newWaiver(w planfile.Waiver) waiver {
	return waiver{Warning: w.Warning, Finding: w.Finding, Reason: w.Reason, Owner: w.Owner, Until: newDate(w.Until)}
}
