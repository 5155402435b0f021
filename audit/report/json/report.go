package json

// The types below are the json report. Their tags are its schema too: about
// describes a key, one lists the words that it can hold. Every key is always
// there; a pointer is null where the plan says nothing.

// whole is the whole document.
type whole struct {
	Format  int     `json:"forewarn-report" about:"The version of this format. Keys may be added to it; one that is taken away or means something else makes a new version."`
	Program program `json:"program" about:"The program that wrote the report."`
	Rules   []rule  `json:"rules" about:"Every rule that a finding can name, warnings first."`
	Plans   []plan  `json:"plans" about:"The plans that were judged, in the order in which they were given."`
}

type program struct {
	Name    string `json:"name" about:"Its name."`
	Version string `json:"version" about:"Its version."`
}

type rule struct {
	ID       string `json:"id" about:"The id that findings carry; forewarn explain takes it too."`
	Title    string `json:"title" about:"What it is called."`
	Severity string `json:"severity" one:"error critical major minor note" about:"The gravest that its findings can have."`
	Help     string `json:"help" about:"Why it matters and what to do, in Markdown."`
}

// plan has a decision and a result, or says why it has none.
type plan struct {
	File     string    `json:"file" about:"The file as it was named to the program, with slashes."`
	Passed   bool      `json:"passed" about:"Whether the plan was judged and nothing stands against it."`
	Broken   string    `json:"broken" about:"Why the plan could not be judged, in one line; empty when it was."`
	Errors   []finding `json:"errors" about:"What is wrong with a plan that could not be judged; empty too when it could not even be read."`
	Decision *decision `json:"decision" about:"What the gate made of the plan; null when it could not be judged."`
	Result   *result   `json:"result" about:"What the plan is worth; null when it could not be judged."`
	Outcome  *outcomes `json:"outcome" about:"What its readings say by the lines drawn beforehand; null when it could not be judged."`
}

type decision struct {
	Grade    string    `json:"grade" one:"A B C D F -" about:"The grade as the gate counts it, with waivers; - when there are too few answers for one."`
	Lifted   []string  `json:"lifted" about:"The ids of the waived warnings that would have held that grade down."`
	Reasons  []string  `json:"reasons" about:"Why the plan does not pass, a sentence each; empty when it passes."`
	Met      []string  `json:"met" about:"What was asked for and is met; empty when the plan does not pass."`
	Findings []finding `json:"findings" about:"Warnings and findings, by place, then rule."`
	Mended   []finding `json:"mended" about:"Findings that only the earlier plan has; empty without a comparison."`
	Since    *since    `json:"since" about:"How the plan stood before; null without a comparison."`
	Notes    []string  `json:"notes" about:"What to know of the waivers and of the comparison with an earlier plan, a sentence each."`
}

// since is an earlier plan, as far as a later one is held against it.
type since struct {
	Name       string   `json:"name" about:"What the earlier plan is called, such as the name of a commit."`
	Grade      string   `json:"grade" one:"A B C D F -" about:"Its grade as the gate counts it."`
	Score      *points  `json:"score" about:"Its score, with open answers as nothing."`
	New        int      `json:"new" about:"How many findings it did not have."`
	Readings   int      `json:"readings" about:"How many readings it did not have, or had otherwise."`
	Reviews    []review `json:"reviews" about:"The reviews that it did not have, or had otherwise."`
	Comparable bool     `json:"comparable" about:"Whether grades and scores can be compared: both plans answer the same questions."`
}

// finding is a warning, a finding from records or an error.
type finding struct {
	Rule        string  `json:"rule" about:"The id of its rule."`
	Severity    string  `json:"severity" one:"error critical major minor note" about:"How much it matters."`
	Message     string  `json:"message" about:"What is the matter, in one sentence."`
	Subject     string  `json:"subject" about:"The record that says nothing where it could, for putting all that it lacks into one line; empty for any other finding."`
	Lacks       string  `json:"lacks" about:"What that record lacks, in a few words."`
	Hint        string  `json:"hint" about:"What to do about it; may be empty."`
	Question    string  `json:"question" about:"The id of the question that it is about; empty when it is about none."`
	Record      string  `json:"record" about:"The record that it is about: its kind with its id or name, such as metrics/first-answer, the kind alone for the whole list, or the key in a file with errors; empty when it is about none."`
	Key         string  `json:"key" about:"The key path in the plan, such as metrics[0].baseline; may be empty."`
	Place       *place  `json:"place" about:"Where in the file; null when that is not known."`
	Fingerprint string  `json:"fingerprint" about:"Made of the rule and of what it is about, so that it stays the same in other words, in another place and in another order."`
	Possible    bool    `json:"possible" about:"Whether open answers decide if it stands."`
	State       *string `json:"state" one:"new unchanged absent" about:"How it stands to an earlier plan; null without a comparison."`
	Waiver      *waiver `json:"waiver" about:"By which somebody lives with it; null when nobody does, or no longer."`
}
