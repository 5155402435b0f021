package interview

// page is one screenful: what is asked, how it may be answered, and what
// follows. It knows nothing of how it is shown. Its texts are as the bank and
// the plan have them; whoever shows them makes them printable.
type page struct {
	where   string // which part of a form this is; empty for a question
	about   string // the question or the answer that a follow-up is about
	changed string // what was answered before the question changed; empty when it did not
	ask     string
	hint    string   // the expected form, or an example
	why     []string // paragraphs shown on demand
	body    []string // lines to read, on a page that asks nothing
	choices []choice // empty when the answer is typed, or when nothing is asked
	typed   bool
	value   string // the answer so far: a choice, or a text
	cursor  string // the choice to begin at when there is no answer so far

	accept func(value string) error // saves and turns the page, or says what is wrong
	back   func()
	skip   func() error // nil when the page cannot be skipped
	leave  func()       // out of a form; nil when there is none to leave
}

// choice is one line to choose.
type choice struct {
	value, label string
	key          string // the letter that stands for it line by line; empty for a number
}

// yes and no are the values of a choice between the two.
const (
	yes = "yes"
	no  = "no"
)

func yesOrNo() []choice {
	return []choice{{value: yes, label: "Yes"}, {value: no, label: "No"}}
}
