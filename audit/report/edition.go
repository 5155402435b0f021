package report

import (
	"fmt"

	"forewarn/audit/rules"
)

// Edition says for whom a report is.
type Edition int

// The editions of what people read. Formats for programs know only the first.
const (
	Working Edition = iota // for who works on the plan: with ids, lines and commands
	Client                 // for who has no plan before them: everything by its name
)

// editionNames are the words for the editions on the command line.
func editionNames() [2]string { return [2]string{"working", "client"} }

// String gives the word for the edition.
func (e Edition) String() string { return editionNames()[e] }

// EditionNamed reads the word for an edition.
func EditionNamed(name string) (Edition, error) {
	for i, known := range editionNames() {
		if name == known {
			return Edition(i), nil
		}
	}
	return 0, fmt.Errorf("there is no edition %q; write client, for people who have no plan before them, or working, with ids and lines", name)
}

// Of is what the edition tells; nothing where it is not for its readers.
func (e Edition) Of(w rules.Wording) string {
	if e == Client {
		return w.Client
	}
	return w.Working
}

// All is what the edition tells of several things.
func (e Edition) All(list []rules.Wording) []string {
	var out []string
	for _, w := range list {
		if says := e.Of(w); says != "" {
			out = append(out, says)
		}
	}
	return out
}
