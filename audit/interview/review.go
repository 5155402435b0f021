package interview

import (
	"io"
	"os"
	"slices"
	"strconv"
	"time"

	"forewarn/audit/outcome"
	"forewarn/audit/planfile"
)

// ReviewOptions says what a review asks for, and how.
type ReviewOptions struct {
	Forms  planfile.Forms
	File   string    // the name of the plan, as the person knows it
	On     time.Time // the day of the readings and of the decision
	AsOf   planfile.AsOf
	All    bool // every measure is asked for, and not only what is due
	Colour bool // whether the terminal may be coloured

	Says func(*planfile.Plan) []string // how it stands by its lines, in paragraphs
}

// Review asks on the whole screen of a terminal for the readings that are due, says how
// it stands, and asks what was decided and learned. Everything is saved as soon as it
// is given. An error means that the terminal could not be used.
func Review(store Store, opts ReviewOptions, in, out *os.File) (Outcome, error) {
	m := &model{flow: newReview(store, opts).flow, styles: newTheme(opts.Colour)}
	return m.run(in, out)
}

// ReviewLines is Review line by line, as RunLines is Run.
func ReviewLines(store Store, opts ReviewOptions, in io.Reader, out io.Writer) (Outcome, error) {
	return prompting(newReview(store, opts).flow, in, out)
}

// review leads through the pages of a review.
type review struct {
	*flow
	opts ReviewOptions

	measures []string        // the ids of those that are asked for
	read     map[string]bool // those that were read in this run
	pages    []reviewPage
	number   int // of the one that is shown
}

// reviewPage is a page, and whether it is asked for as things stand.
type reviewPage struct {
	show  func() *page
	asked func() bool
}

func newReview(store Store, opts ReviewOptions) *review {
	f := &flow{
		store: &watched{Store: store}, opts: Options{Forms: opts.Forms, File: opts.File, Today: func() planfile.AsOf { return opts.AsOf }},
		answered: map[string]bool{}, pace: pace{now: time.Now}, apart: true, seen: make([]bool, 1),
		kept: newKept(), evidence: map[rung]support{}, declined: map[string]bool{}, changes: changes{},
	}
	r := &review{flow: f, opts: opts, read: map[string]bool{}, measures: toRead(store.Plan(), opts)}
	r.lay()
	f.last = r.again
	r.open(0)
	return r
}

// toRead are the measures that are asked for: those that have a line, were not read on
// that day and are due then.
func toRead(plan *planfile.Plan, opts ReviewOptions) []string {
	var ids []string
	if CheckReadingDay(plan, opts.On, opts.AsOf) != nil {
		return nil
	}
	for _, m := range outcome.Read(plan, opts.AsOf).Measures {
		onDay := func(r planfile.Reading) bool { return r.On.Equal(opts.On) }
		due := !m.Due.IsZero() && !m.Due.After(opts.On) || m.IsDue(opts.AsOf)
		if (opts.All || due) && outcome.HasLines(m.Metric) && !slices.ContainsFunc(m.Readings, onDay) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// lay puts the pages in their order.
func (r *review) lay() {
	always := func() bool { return true }
	r.pages = []reviewPage{{r.firstPage, always}}
	for i, id := range r.measures {
		there := func() bool { return r.indexOf(id) >= 0 }
		r.pages = append(r.pages, reviewPage{func() *page { return r.readingPage(i, id) }, there})
	}
	decided := func() bool { return r.record() != nil }
	learned := func() bool { return r.value("lesson") != "" }
	r.pages = append(r.pages, reviewPage{r.standingPage, always}, reviewPage{r.decisionPage, always},
		reviewPage{func() *page { return r.fieldPage("lesson") }, decided},
		reviewPage{func() *page { return r.fieldPage("level") }, learned})
}

// open shows page i.
func (r *review) open(i int) {
	r.number = i
	r.show(r.build(i))
}

// build makes page i.
func (r *review) build(i int) *page {
	p := r.pages[i].show()
	p.alone = true
	p.back = r.previous
	return p
}

// again makes the page that was shown, or the next one where others took out what it
// was about.
func (r *review) again() *page {
	for !r.pages[r.number].asked() { // how it stands is asked for at any time
		r.number++
	}
	return r.build(r.number)
}

// next goes on to the next page that is asked for, and ends behind the last.
func (r *review) next() error {
	for i := r.number + 1; i < len(r.pages); i++ {
		if r.pages[i].asked() {
			r.open(i)
			return nil
		}
	}
	r.finished = true
	return nil
}

func (r *review) previous() {
	for i := r.number - 1; i >= 0; i-- {
		if r.pages[i].asked() {
			r.open(i)
			return
		}
	}
	r.notice = "This is the first page."
}

// indexOf is where the plan has the measure with an id; -1 when others took it out.
func (r *review) indexOf(id string) int {
	return slices.IndexFunc(r.store.Plan().Metrics, func(m planfile.Metric) bool { return m.ID == id })
}

// record is the path of the review of this day, the last of several; nil while there is
// none. It is looked for each time, as others may change the file meanwhile.
func (r *review) record() []string {
	reviews := r.store.Plan().Reviews
	for i := len(reviews) - 1; i >= 0; i-- {
		if reviews[i].On.Equal(r.opts.On) {
			return []string{"reviews", strconv.Itoa(i)}
		}
	}
	return nil
}

// value is what the review of this day says in a field.
func (r *review) value(key string) string {
	if at := r.record(); at != nil {
		return text(r.store.Plan().Value(append(at, key)...))
	}
	return ""
}
