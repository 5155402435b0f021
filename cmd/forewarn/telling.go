package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/document"
	"forewarn/audit/report/html"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/text"
)

// telling is what a command tells that is no audit of a plan: a document for
// people, and the same for programs.
type telling struct {
	document *document.Document
	json     func(io.Writer, report.Options) error
}

// formats lists the ways to write it, in the order in which they are named to users.
// What is told may be filled in later, as flags are read first.
func (t *telling) formats() []format {
	as := func(write func(io.Writer, report.Options) error) func(io.Writer, report.Options) (report.Printer, error) {
		return func(w io.Writer, o report.Options) (report.Printer, error) {
			return atClose(func() error { return write(w, o) }), nil
		}
	}
	return []format{
		{textFormat, as(func(w io.Writer, o report.Options) error { return text.WriteDocument(w, t.document, o) }), printable.Plain, false},
		{"json", as(func(w io.Writer, o report.Options) error { return t.json(w, o) }), printable.JSON, false},
		{markdownFormat, as(func(w io.Writer, _ report.Options) error { return markdown.WriteDocument(w, t.document) }), printable.Plain, false},
		{htmlFormat, as(func(w io.Writer, o report.Options) error { return html.WriteDocument(w, t.document, o) }), printable.XML, false},
	}
}

// atClose is a printer of no audit, which writes all at its end.
type atClose func() error

// Print has nothing to write.
func (atClose) Print(*audit.Audit) error { return nil }

// Close writes.
func (c atClose) Close() error { return c() }

// tellingOptions are the flags of a command that tells something.
type tellingOptions struct {
	*globalOptions
	outputOptions
	telling telling
}

func (o *tellingOptions) addTo(cmd *cobra.Command) {
	names := o.names()
	cmd.Flags().StringArrayVarP(&o.specs, "output", "o", []string{textFormat}, "write FORMAT[=PATH], on standard output without a path or with -; may be given several times: "+strings.Join(names, ", "))
	_ = cmd.RegisterFlagCompletionFunc("output", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoSpace))
}

func (o *tellingOptions) names() []string {
	var names []string
	for _, f := range o.telling.formats() {
		names = append(names, f.name)
	}
	return names
}

// places reads where it is told, and keeps that apart from the files that are read.
func (o *tellingOptions) places(read ...string) ([]target, error) {
	for _, spec := range o.specs {
		name, _, _ := strings.Cut(spec, "=")
		if slices.Contains(formatNames(), name) && !slices.Contains(o.names(), name) {
			return nil, usageError(fmt.Errorf("-o %s is for judged plans; this command writes %s", name, report.List(o.names())))
		}
	}
	targets, err := o.targets(o.telling.formats(), working)
	if err != nil {
		return nil, err
	}
	return targets, keepApart(targets, read...)
}

// tell writes it to every place.
func (o *tellingOptions) tell(targets []target) error {
	opts := o.textOptions()
	opts.Version = programVersion()
	out, err := openPrinters(targets, opts)
	if err != nil {
		return err
	}
	defer out.drop()
	return out.close()
}
