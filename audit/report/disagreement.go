package report

import (
	"fmt"
	"iter"
	"strings"

	"forewarn/audit/score"
	"forewarn/audit/workshop"
)

// NotAgreed yields the questions on which somebody sees it otherwise, be it noted or heard
// in a workshop.
func NotAgreed(r *score.Result) iter.Seq[*score.Item] {
	return func(yield func(*score.Item) bool) {
		for i := range r.Questionnaires {
			for j := range r.Questionnaires[i].Items {
				if it := &r.Questionnaires[i].Items[j]; len(Otherwise(it)) > 0 && !yield(it) {
					return
				}
			}
		}
	}
}

// Otherwise says who sees a question otherwise, and how: what was noted, and what the sheets
// of a workshop show. It is empty where all agree.
func Otherwise(it *score.Item) []string {
	var says []string
	if it.Answer.Dissent != "" {
		says = append(says, it.Answer.Dissent)
	}
	h := it.Answer.Heard
	if h == nil {
		return says
	}
	var apart []string
	all := h.All()
	if workshop.IsSplit(all) {
		apart = append(apart, "The room is split.")
	}
	if n := workshop.LoneVoices(all); n > 0 {
		apart = append(apart, Counted(n, "stands alone.", "stand apart."))
	}
	for _, g := range workshop.Gaps(h.Roles) {
		apart = append(apart, fmt.Sprintf("In the role %s it is level %d, in the role %s level %d.", g.Low, g.LowLevel, g.High, g.HighLevel))
	}
	if len(apart) == 0 {
		return says
	}
	says = append(says, strings.Join(apart, " ")+" "+Heard(all)+".")
	if !it.Answer.Agreed.IsZero() {
		says = append(says, "The room agreed on its answer on "+Day(it.Answer.Agreed)+".")
	}
	return says
}
