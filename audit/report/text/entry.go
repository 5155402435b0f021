package text

import (
	"io"
	"iter"

	"forewarn/audit/report"
)

// Entry writes a title and labelled texts below it.
func Entry(w io.Writer, title string, texts iter.Seq2[string, string], o report.Options) error {
	p := newPage(o)
	p.heading(title)
	for label, text := range texts {
		p.para(0, p.cyan(label+":")+" "+text)
	}
	_, err := io.WriteString(w, p.String())
	return err
}
