package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

// roff writes a manual page. The generator that comes with cobra takes help
// texts for Markdown, which breaks their tables, and dates every page.
type roff struct{ bytes.Buffer }

// request writes a request with its arguments in quotes.
func (r *roff) request(name string, args ...string) {
	r.WriteString("." + name)
	for _, a := range args {
		fmt.Fprintf(r, ` "%s"`, roffText(strings.ReplaceAll(a, `"`, "'")))
	}
	r.WriteByte('\n')
}

// line writes a line that is roff already.
func (r *roff) line(text string) {
	r.WriteString(text + "\n")
}

// item writes a term and what it means.
func (r *roff) item(term, meaning string) {
	r.request("TP")
	r.line(term)
	r.line(roffText(meaning))
}

// prose writes a help text: paragraphs between blank lines, in which indented
// lines stay as they are.
func (r *roff) prose(text string) {
	for _, paragraph := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		r.request("PP")
		literal := false
		for _, line := range strings.Split(paragraph, "\n") {
			indented := strings.HasPrefix(line, "  ")
			switch {
			case indented && !literal:
				r.request("nf")
			case !indented && literal:
				r.request("fi")
			}
			literal = indented
			r.line(roffText(line))
		}
		if literal {
			r.request("fi")
		}
	}
}

func (r *roff) flags(heading string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	r.request("SH", heading)
	flags.VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		term := bold("--" + f.Name)
		if f.Shorthand != "" {
			term = bold("-"+f.Shorthand) + ", " + term
		}
		if value != "" {
			term += ` \fIVALUE\fR`
		}
		if d := strings.Trim(f.DefValue, "[]"); d != "" && d != "false" && d != "0" {
			usage += " (default " + d + ")"
		}
		r.item(term, usage)
	})
}

func bold(text string) string { return `\fB` + roffText(text) + `\fR` }

// roffText keeps a text from being taken for requests, and its hyphens from
// being typeset: they are to be typed.
func roffText(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		return `\&` + text
	}
	return text
}
