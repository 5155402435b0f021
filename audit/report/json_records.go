package report

import (
	"forewarn/audit/planfile"
	"forewarn/audit/score"
)

// The records have the keys of the plan file, and its words.

type jsonInitiative struct {
	Name          string    `json:"name" about:"Its name."`
	Client        string    `json:"client" about:"For whom it is."`
	Owner         string    `json:"owner" about:"Who answers for it."`
	Intent        string    `json:"intent" about:"What it is for."`
	Launch        *jsonDate `json:"launch" about:"The day on which it starts; null when it names none."`
	ToolCommitted *bool     `json:"tool_committed" about:"Whether a tool is bought or promised; null when the plan does not say."`
	Live          *bool     `json:"live" about:"Whether it is running; null when the plan does not say."`
}

type jsonRecords struct {
	Objectives   []jsonObjective   `json:"objectives" about:"What should be true, and by when."`
	Stakeholders []jsonStakeholder `json:"stakeholders" about:"The groups of people whom it touches."`
	Metrics      []jsonMetric      `json:"metrics" about:"The measures, with the lines drawn on them beforehand."`
	Programmes   *[]jsonProgramme  `json:"programmes" about:"Other work aimed at the same people; null when the plan does not list it."`
	Scenarios    []jsonScenario    `json:"scenarios" about:"What could go wrong, and the answer to it."`
	Waivers      []jsonWaiver      `json:"waivers" about:"What somebody has decided to live with."`
	Reviews      []jsonReview      `json:"reviews" about:"Decisions taken on the way."`
}

type jsonObjective struct {
	ID        string    `json:"id" about:"Its id."`
	Statement string    `json:"statement" about:"What should be true."`
	Goal      string    `json:"goal" about:"The goal of the business that it serves; may be empty."`
	GoalOwner string    `json:"goal_owner" about:"Who answers for the goal; may be empty."`
	Due       *jsonDate `json:"due" about:"By when; null when it has no date."`
}

type jsonStakeholder struct {
	Group    string    `json:"group" about:"What the group is called."`
	Kind     string    `json:"kind" about:"employees, customers, members, partners, public or other."`
	Owner    string    `json:"owner" about:"Who keeps in touch with the group; may be empty."`
	Told     *jsonDate `json:"told" about:"When it was told the purpose; null when it was not."`
	Restated *jsonDate `json:"restated" about:"When it said the purpose in its own words; null when it did not."`
}

type jsonMetric struct {
	ID         string        `json:"id" about:"Its id."`
	Name       string        `json:"name" about:"What is measured."`
	Objective  string        `json:"objective" about:"The id of the objective that it serves; may be empty."`
	How        string        `json:"how" about:"quantitative, qualitative or empty."`
	Kind       string        `json:"kind" about:"leading, lagging or empty."`
	Better     string        `json:"better" about:"higher, lower or empty."`
	Unit       string        `json:"unit" about:"The unit; may be empty."`
	Baseline   *jsonBaseline `json:"baseline" about:"Where it stood before anything was done; null when that is not known."`
	Success    *jsonAmount   `json:"success" about:"The line for success; null when none is drawn."`
	Stop       *jsonAmount   `json:"stop" about:"The line at which to stop; null when none is drawn."`
	By         *jsonDate     `json:"by" about:"The day on which it is held against its lines."`
	Owner      string        `json:"owner" about:"Who answers for it; may be empty."`
	Source     string        `json:"source" about:"Where its values come from; may be empty."`
	ReviewDays int           `json:"review_days" about:"The days from one review to the next; 0 when there are none."`
	Readings   []jsonReading `json:"readings" about:"What it showed, by day."`
}

// jsonAmount keeps what was typed: 0.50 is as much as 1/2, and looks otherwise.
type jsonAmount struct {
	Text  string        `json:"text" about:"As the plan has it, a number or words."`
	Exact *jsonFraction `json:"exact" about:"The number as a fraction in lowest terms, or a whole number; null for words."`
}

type jsonBaseline struct {
	Value *jsonAmount `json:"value" about:"Where it stood."`
	On    *jsonDate   `json:"on" about:"On which day."`
}

type jsonReading struct {
	On      *jsonDate   `json:"on" about:"The day."`
	Value   *jsonAmount `json:"value" about:"What it showed; null for a metric in words."`
	Verdict string      `json:"verdict" about:"What a person made of it: success, adjust, stop or empty."`
	Note    string      `json:"note" about:"A note beside it; may be empty."`
}

type jsonProgramme struct {
	Name      string `json:"name" about:"What it is called."`
	Lead      string `json:"lead" about:"Who leads it; may be empty."`
	Shares    string `json:"shares" about:"What the two have in common; may be empty."`
	MeetsDays int    `json:"meets_days" about:"The days from one meeting to the next; 0 when there are none."`
}

type jsonScenario struct {
	What      string    `json:"what" about:"What could go wrong."`
	Risk      string    `json:"risk" about:"loss, operations, reputation, discomfort or empty."`
	Response  string    `json:"response" about:"What would be done first; may be empty."`
	Owner     string    `json:"owner" about:"Who would act; may be empty."`
	Rehearsed *jsonDate `json:"rehearsed" about:"When it was tried; null when it was not."`
}

type jsonWaiver struct {
	Warning string    `json:"warning" about:"The id of the warning; empty when it waives a finding."`
	Finding string    `json:"finding" about:"The id of the finding; empty when it waives a warning."`
	Reason  string    `json:"reason" about:"Why somebody lives with it."`
	Owner   string    `json:"owner" about:"Who decided so."`
	Until   *jsonDate `json:"until" about:"The last day on which it counts."`
}

type jsonReview struct {
	On       *jsonDate `json:"on" about:"The day."`
	Decision string    `json:"decision" about:"continue, adjust or stop."`
	Lesson   string    `json:"lesson" about:"What was learned; may be empty."`
	Level    string    `json:"level" about:"strategic, tactical or empty."`
}

func newJSONInitiative(i planfile.Initiative) jsonInitiative {
	return jsonInitiative{
		Name: i.Name, Client: i.Client, Owner: i.Owner, Intent: i.Intent,
		Launch: newJSONDate(i.Launch), ToolCommitted: i.ToolCommitted, Live: i.Live,
	}
}

// newJSONRecords keeps the order of the file.
func newJSONRecords(r score.Records) jsonRecords {
	out := jsonRecords{
		Objectives: each(r.Objectives, func(o planfile.Objective) jsonObjective {
			return jsonObjective{ID: o.ID, Statement: o.Statement, Goal: o.Goal, GoalOwner: o.GoalOwner, Due: newJSONDate(o.Due)}
		}),
		Stakeholders: each(r.Stakeholders, func(s planfile.Stakeholder) jsonStakeholder {
			return jsonStakeholder{Group: s.Group, Kind: s.Kind, Owner: s.Owner, Told: newJSONDate(s.Told), Restated: newJSONDate(s.Restated)}
		}),
		Metrics: each(r.Metrics, newJSONMetric),
		Scenarios: each(r.Scenarios, func(s planfile.Scenario) jsonScenario {
			return jsonScenario{What: s.What, Risk: s.Risk, Response: s.Response, Owner: s.Owner, Rehearsed: newJSONDate(s.Rehearsed)}
		}),
		Waivers: each(r.Waivers, newJSONWaiver),
		Reviews: each(r.Reviews, func(v planfile.Review) jsonReview {
			return jsonReview{On: newJSONDate(v.On), Decision: v.Decision, Lesson: v.Lesson, Level: v.Level}
		}),
	}
	if r.Programmes != nil { // an empty list says that there are none
		list := each(r.Programmes, func(p planfile.Programme) jsonProgramme { return jsonProgramme(p) })
		out.Programmes = &list
	}
	return out
}

func newJSONMetric(m planfile.Metric) jsonMetric {
	out := jsonMetric{
		ID: m.ID, Name: m.Name, Objective: m.Objective, How: m.How, Kind: m.Kind, Better: m.Better, Unit: m.Unit,
		Success: newJSONAmount(m.Success), Stop: newJSONAmount(m.Stop), By: newJSONDate(m.By),
		Owner: m.Owner, Source: m.Source, ReviewDays: m.ReviewDays,
		Readings: each(m.Readings, func(r planfile.Reading) jsonReading {
			return jsonReading{On: newJSONDate(r.On), Value: newJSONAmount(r.Value), Verdict: r.Verdict, Note: r.Note}
		}),
	}
	if b := m.Baseline; b != nil {
		out.Baseline = &jsonBaseline{Value: newJSONAmount(b.Value), On: newJSONDate(b.On)}
	}
	return out
}

func newJSONAmount(a planfile.Amount) *jsonAmount {
	if a.Text == "" {
		return nil
	}
	out := &jsonAmount{Text: a.Text}
	if a.Number != nil {
		exact := jsonFraction(a.Number.RatString())
		out.Exact = &exact
	}
	return out
}

func newJSONWaiver(w planfile.Waiver) jsonWaiver {
	return jsonWaiver{Warning: w.Warning, Finding: w.Finding, Reason: w.Reason, Owner: w.Owner, Until: newJSONDate(w.Until)}
}
