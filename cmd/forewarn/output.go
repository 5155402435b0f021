package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/report"
	"forewarn/questions"
)

// textFormat is the format for people at a terminal. Each command has its own.
const textFormat = "text"

// outputOptions are the flags that say what is written where.
type outputOptions struct {
	specs      []string // FORMAT[=PATH]
	preparedBy string
	logo       string // a path
}

func (o *outputOptions) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVarP(&o.specs, "output", "o", []string{textFormat}, "write FORMAT[=PATH], on standard output without a path; may be given several times: "+strings.Join(formatNames(), ", "))
	f.StringVar(&o.preparedBy, "prepared-by", "", "who prepared the report, for the cover of html")
	f.StringVar(&o.logo, "logo", "", "a picture for the cover of html: PNG, JPEG or WebP")
	_ = cmd.RegisterFlagCompletionFunc("output", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoSpace))
}

func formatNames() []string {
	names := []string{textFormat}
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// output is one format and where it goes.
type output struct {
	format report.Format // its Write is nil for text
	path   string        // empty for standard output
}

func (o *outputOptions) parse() ([]output, error) {
	var outs []output
	for _, spec := range o.specs {
		name, path, toFile := strings.Cut(spec, "=")
		out := output{format: report.Format{Name: name}, path: path}
		if toFile && path == "" {
			return nil, usageError(fmt.Errorf("-o %q names no path", spec))
		}
		if name != textFormat {
			var err error
			if out.format, err = report.Find(name); err != nil {
				return nil, usageError(err)
			}
		}
		if slices.ContainsFunc(outs, func(x output) bool { return x.path == out.path }) {
			return nil, usageError(fmt.Errorf("-o %q goes to the same place as another one", spec))
		}
		outs = append(outs, out)
	}
	return outs, nil
}

// writeAll writes what was judged in every format; text writes the command's own.
func writeAll(outs []output, run *report.Run, opts report.Options, text func(io.Writer, report.Options) error) error {
	contents := make([]bytes.Buffer, len(outs))
	for i, out := range outs { // all of them first, so that a failure leaves nothing
		if err := out.render(&contents[i], run, opts, text); err != nil {
			return inputError(err)
		}
	}
	for i, out := range outs {
		if err := out.put(contents[i].Bytes()); err != nil {
			return inputError(err)
		}
		if out.format.Name == githubFormat {
			if err := appendSummary(os.Getenv("GITHUB_STEP_SUMMARY"), run, opts); err != nil {
				return inputError(err)
			}
		}
	}
	return nil
}

// githubFormat is the format of annotations, beside which GitHub Actions takes
// a summary.
const githubFormat = "github"

// appendSummary adds the summary of a step to the file that GitHub Actions
// names for it. Other commands of the step write to it too.
func appendSummary(path string, run *report.Run, opts report.Options) (err error) {
	if path == "" {
		return nil
	}
	var content bytes.Buffer
	if err := report.GitHubSummary(&content, run, opts); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("writing the summary of the step: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.Write(content.Bytes())
	return err
}

func (o output) render(w io.Writer, run *report.Run, opts report.Options, text func(io.Writer, report.Options) error) error {
	if o.path != "" { // a file is no terminal
		opts.Color, opts.Width = false, 0
	}
	if o.format.Write == nil {
		return text(w, opts)
	}
	return o.format.Write(w, run, opts)
}

func (o output) put(content []byte) error {
	if o.path != "" {
		return audit.WriteFile(o.path, content)
	}
	_, err := os.Stdout.Write(content)
	return err
}

// fill adds to the options of a report what its flags say.
func (o *outputOptions) fill(opts *report.Options) error {
	opts.PreparedBy = o.preparedBy
	if o.logo == "" {
		return nil
	}
	const most = 1 << 20
	info, err := os.Stat(o.logo)
	if err == nil && (!info.Mode().IsRegular() || info.Size() > most) {
		err = errors.New("it is no file of at most 1 MiB")
	}
	if err == nil {
		opts.Logo, err = os.ReadFile(o.logo)
	}
	if err != nil {
		return inputError(fmt.Errorf("reading the logo %q: %w", o.logo, err))
	}
	return nil
}

// rules are the bank's, as reports list them.
func rules(bank *questions.Bank) []report.Rule {
	var out []report.Rule
	for _, r := range bank.Rules() {
		out = append(out, report.Rule(r))
	}
	return out
}
