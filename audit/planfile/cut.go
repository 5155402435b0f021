package planfile

import (
	"fmt"

	"forewarn/audit/rules"
)

// CutTexts finds the texts that end where YAML takes what follows for a comment,
// though it may be a part of them.
func (p *Plan) CutTexts() []rules.Finding {
	if p.doc == nil {
		return nil
	}
	var found []rules.Finding
	for _, cut := range p.doc.Cuts() {
		found = append(found, p.Place(rules.Finding{
			Severity: rules.Minor, ID: rules.TextCut,
			Message: fmt.Sprintf("the text ends at %q: what follows, %q, is a comment here", cut.Text, cut.Comment),
			Named:   fmt.Sprintf("a text ends at “%s”; whether “%s” belongs to it is not clear", cut.Text, cut.Comment),
			Hint:    "put all of it in quotes, or write a space behind the # of a comment", Advice: "write the whole text again",
		}, cut.Path...))
	}
	return found
}
