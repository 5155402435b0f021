package interview

import "forewarn/audit/planfile"

// page is one screenful: what is asked, how it may be answered, and what
// follows. It knows nothing of how it is shown. Its texts are as the bank and
// the plan have them; whoever shows them makes them printable.
type page struct {
	id       string // by which what was half done on it is found again; empty when nothing is kept
	alone    bool   // no overview leads to it
	where    string // which part of a form this is; empty for a question
	apart    bool   // it is no part of a questionnaire
	about    string // the question or the answer that a follow-up is about
	changed  string // what was answered before the question changed; empty when it did not
	ask      string
	hint     string   // the expected form, or an example
	why      []string // paragraphs shown on demand
	standing []string // what stands beside the answer so far: its evidence, a note, who does not agree
	body     []string // lines to read, on a page that asks nothing
	choices  []choice // empty when the answer is typed, or when nothing is asked
	typed    bool
	value    string          // the answer so far: a choice, or a text
	cursor   string          // the choice to begin at when there is no answer so far
	begun    string          // what stood half done when the page was left; wins over value and cursor
	step     *Step           // of a page about one question; else nil
	rungs    bool            // the choices are the lines of a question
	covered  bool            // the answer so far is not shown before it is asked for
	heard    *planfile.Heard // how the sheets of a workshop fell on it; nil when nothing was heard
	shown    bool            // that has been shown
	own      bool            // of the sheet of one person, on which nobody else is asked
	filter   *filter

	accept func(value string) error // saves and turns the page, or says what is wrong
	write  func()                   // turns to a page for another text than the choices, which accept takes, too; nil when it takes none
	doubt  func(value string) string
	gone   func() // told when the record that the page changes is no longer there
	back   func()
	skip   func() error // nil when the page cannot be skipped
	leave  func()       // out of a form; nil when there is none to leave

	drafted  bool                    // what could not be saved here is kept elsewhere, as in the draft of a record
	doubted  string                  // the value that was doubted: given once more, it is taken
	disputed *planfile.ConflictError // what others have changed, until it is chosen which stays; else nil
}

// asks reports whether the page wants an answer, and is not only to be read.
func (p *page) asks() bool { return p.typed || len(p.choices) > 0 }

// choice is one line to choose.
type choice struct {
	value, label string
	key          string // what stands for it line by line; empty for a number
	group        string // the heading above it; empty when that is the one above
}

// filter narrows the choices of a page while somebody types.
type filter struct {
	text   string
	narrow func(text string) *page
}

// yes and no are the values of a choice between the two.
const (
	yes = "yes"
	no  = "no"
)

func yesOrNo() []choice {
	return []choice{{value: yes, label: "Yes"}, {value: no, label: "No"}}
}
