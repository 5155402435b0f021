package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit/disk"
	"forewarn/audit/report"
	"forewarn/audit/report/catalogue"
	"forewarn/questions"
)

// outputOptions are the flags that say what is written where.
type outputOptions struct {
	specs      []string // FORMAT[=PATH]
	edition    string
	full       bool // of the report as text
	preparedBy string
	logo       string // a path
}

func (o *outputOptions) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVarP(&o.specs, "output", "o", []string{textFormat}, "write FORMAT[=PATH], on standard output without a path or with -; may be given several times: "+strings.Join(formatNames(), ", "))
	f.StringVar(&o.edition, "edition", "", "for whom people's formats are: client, by names alone, or working, with ids and lines")
	f.StringVar(&o.preparedBy, "prepared-by", "", "who prepared the report, for the cover of html")
	f.StringVar(&o.logo, "logo", "", "a picture for the cover of html: PNG, JPEG or WebP")
	_ = cmd.RegisterFlagCompletionFunc("edition", cobra.FixedCompletions([]string{report.Client.String(), report.Working.String()}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("output", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoSpace))
}

// target is one format and where it goes.
type target struct {
	spec    string // as it was typed
	format  format
	path    string // empty for standard output
	edition report.Edition
}

func (t target) isStandardOutput() bool { return t.path == "" }

// samePlace compares the paths as they are written, and what they lead to: "."
// has another meaning than no path.
func (t target) samePlace(other target) bool {
	if t.path == "" || other.path == "" {
		return t.path == other.path
	}
	return filepath.Clean(t.path) == filepath.Clean(other.path) || disk.SamePlace(t.path, other.path)
}

// targets reads what the flags say, in the formats that the command has.
func (o *outputOptions) targets(among []format, usual func(format) report.Edition) ([]target, error) {
	var all []target
	for _, spec := range o.specs {
		name, path, toFile := strings.Cut(spec, "=")
		if toFile && path == "" {
			return nil, usageError(fmt.Errorf("-o %q names no path", spec))
		}
		f, err := formatNamed(name, among)
		if err != nil {
			return nil, usageError(err)
		}
		if path == stdinPath { // the same sign as for input
			path = ""
		}
		t := target{spec, f, path, usual(f)}
		if slices.ContainsFunc(all, t.samePlace) {
			return nil, usageError(fmt.Errorf("-o %q goes to the same place as another one", spec))
		}
		all = append(all, t)
	}
	if err := o.setEdition(all); err != nil {
		return nil, usageError(err)
	}
	return all, o.checkCover(all)
}

// working is the edition of a command whose readers work on the plans.
func working(format) report.Edition { return report.Working }

// setEdition gives the targets the edition that was asked for. Where nothing is written
// that has editions, it was asked for in vain.
func (o *outputOptions) setEdition(targets []target) error {
	if o.edition == "" {
		return nil
	}
	edition, err := report.EditionNamed(o.edition)
	if err != nil {
		return err
	}
	any := false
	for i := range targets {
		if targets[i].format.editions {
			targets[i].edition, any = edition, true
		}
	}
	if !any {
		return errors.New("--edition is for html, markdown and the text of report, and nothing of that is written; add -o html=PATH")
	}
	return nil
}

// checkCover refuses what is for a cover where none is written.
func (o *outputOptions) checkCover(targets []target) error {
	if slices.ContainsFunc(targets, func(t target) bool { return t.format.name == htmlFormat }) {
		return nil
	}
	for flag, value := range map[string]string{"logo": o.logo, "prepared-by": o.preparedBy} {
		if value != "" {
			return usageError(fmt.Errorf("--%s is for the cover of html, and no html is written; add -o html=PATH", flag))
		}
	}
	return nil
}

// keepApart refuses an output that would destroy a file that the same run
// reads, by whatever name or link. Of the files read, some may not be there.
func keepApart(targets []target, read ...string) error {
	for _, t := range targets {
		if err := keepFrom(fmt.Sprintf("-o %q", t.spec), t.path, read); err != nil {
			return err
		}
	}
	if summary := os.Getenv("GITHUB_STEP_SUMMARY"); summary != "" && slices.ContainsFunc(targets, target.annotates) {
		return keepFrom("the summary of the step", summary, read)
	}
	return nil
}

// keepFrom refuses to write to a path that is one of the files read.
func keepFrom(what, path string, read []string) error {
	old, err := os.Stat(path)
	if err != nil || !old.Mode().IsRegular() {
		return nil // there is nothing to destroy
	}
	for _, name := range read {
		if info, err := inputInfo(name); err == nil && os.SameFile(old, info) {
			return usageError(fmt.Errorf("%s would write over %q, which is read", what, name))
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

// options says how to show reports of plans that are judged by these banks.
func (o *outputOptions) options(g *globalOptions, banks ...*questions.Bank) (report.Options, error) {
	opts := g.textOptions()
	opts.Named = fromRoot
	opts.Version, opts.Rules, opts.PreparedBy = programVersion(), ruleTexts(banks), o.preparedBy
	opts.Full = o.full
	if o.logo == "" {
		return opts, nil
	}
	var err error
	if opts.Logo, err = readLogo(o.logo); err != nil {
		return opts, inputError(fmt.Errorf("reading the logo %q: %w", o.logo, err))
	}
	return opts, nil
}

func readLogo(path string) ([]byte, error) {
	const most = 1 << 20
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("there is no such file")
	case err != nil:
		return nil, reason(err)
	case info.Size() == 0 && info.Mode().IsRegular():
		return nil, errors.New("it is empty")
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

// ruleTexts are what findings can name, as reports list it, each id once.
func ruleTexts(banks []*questions.Bank) func() ([]report.Rule, error) {
	return func() ([]report.Rule, error) {
		var out []report.Rule
		seen := map[string]bool{}
		for _, bank := range banks {
			all, err := catalogue.New(bank)
			if err != nil {
				return nil, err
			}
			for _, rule := range all.Rules() {
				if !seen[rule.ID] {
					seen[rule.ID] = true
					out = append(out, rule)
				}
			}
		}
		return out, nil
	}
}
