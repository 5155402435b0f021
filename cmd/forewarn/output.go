package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit/disk"
	"forewarn/audit/report"
	"forewarn/audit/report/markdown"
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
	for _, f := range formats() {
		names = append(names, f.Name)
	}
	return names
}

// output is one format and where it goes.
type output struct {
	format report.Format // its Write is nil for text
	path   string        // empty for standard output
}

// samePlace compares the paths as they are written: "." has another meaning
// than no path.
func (o output) samePlace(other output) bool {
	if o.path == "" || other.path == "" {
		return o.path == other.path
	}
	return filepath.Clean(o.path) == filepath.Clean(other.path)
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
			if out.format, err = formatNamed(name); err != nil {
				return nil, usageError(err)
			}
		}
		if slices.ContainsFunc(outs, out.samePlace) {
			return nil, usageError(fmt.Errorf("-o %q goes to the same place as another one", spec))
		}
		outs = append(outs, out)
	}
	return outs, nil
}

// keepApart refuses an output that would destroy a file that the same run
// reads, by whatever name or link. Of the files read, some may not be there.
func keepApart(outs []output, read ...string) error {
	for _, out := range outs {
		old, err := os.Stat(out.path)
		if err != nil || !old.Mode().IsRegular() {
			continue // there is nothing to destroy
		}
		for _, name := range read {
			if info, err := inputInfo(name); err == nil && os.SameFile(old, info) {
				return usageError(fmt.Errorf("-o %q would write over %q, which is read", out.format.Name+"="+out.path, name))
			}
		}
	}
	return nil
}

// inputInfo sees through standard input to the file it comes from.
func inputInfo(name string) (fs.FileInfo, error) {
	if name == stdinPath {
		return os.Stdin.Stat()
	}
	return os.Stat(name)
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
	if err := markdown.WriteSummary(&content, run, opts); err != nil {
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
		return disk.Kind{Elsewhere: "write the report elsewhere"}.Write(o.path, content)
	}
	_, err := os.Stdout.Write(content)
	return err
}

// fill adds to the options of a report what its flags say.
func (o *outputOptions) fill(opts *report.Options) (err error) {
	opts.PreparedBy = o.preparedBy
	if o.logo == "" {
		return nil
	}
	if opts.Logo, err = readLogo(o.logo); err != nil {
		return inputError(fmt.Errorf("reading the logo %q: %w", o.logo, err))
	}
	return nil
}

func readLogo(path string) ([]byte, error) {
	const most = 1 << 20
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("there is no such file")
	case err != nil:
		return nil, reason(err)
	case !info.Mode().IsRegular() || info.Size() > most:
		return nil, errors.New("it is no file of at most 1 MiB")
	}
	content, err := os.ReadFile(path)
	return content, reason(err)
}

// reason is err without the operation and the path that it starts with.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// ruleTexts are the bank's, as reports list them.
func ruleTexts(bank *questions.Bank) []report.Rule {
	var out []report.Rule
	for _, r := range bank.Rules() {
		out = append(out, report.Rule(r))
	}
	return out
}
