package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/diff"
	"forewarn/audit/gate"
	"forewarn/audit/planfile"
	"forewarn/audit/report"
	"forewarn/audit/report/json"
	"forewarn/audit/revision"
)

type diffOptions struct {
	tellingOptions
	names [2]string
}

func newDiffCmd(g *globalOptions) *cobra.Command {
	o := &diffOptions{tellingOptions: tellingOptions{globalOptions: g}}
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "Say what differs between two plans",
		Long: `diff grades two plans and says what differs: grade and score, each answer that
moved, warnings that were raised or lifted, findings that are new or mended, and
records that were added, removed or changed. Both are judged by the questions of
today and as of one day.

Each of A and B is a file, standard input (-), or REF:path, a file as a commit, branch
or tag of git has it, seen from the root of the repository around the current folder.
A name with a path in front, such as ./main:x, is always a file. Where a file has the
name of a commit's file, neither is chosen: write which one you mean.

diff ends with 0 whether or not something differs. To fail on what is worse, use
forewarn check --against.`,
		Example: `  forewarn diff HEAD:plan.yaml plan.yaml
  forewarn diff v1:plans/desk.yaml main:plans/desk.yaml
  forewarn diff -o markdown=changes.md before.yaml after.yaml`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError(fmt.Errorf("diff needs two plans, and %s named", areNamed(len(args))))
			}
			o.names = [2]string(args)
			return runDiff(o)
		},
	}
	o.addTo(cmd)
	return cmd
}

func areNamed(n int) string {
	switch n {
	case 0:
		return "none is"
	case 1:
		return "only one is"
	}
	return fmt.Sprintf("%d are", n)
}

func runDiff(o *diffOptions) error {
	if o.names == [2]string{stdinPath, stdinPath} {
		return usageError(errors.New("standard input can be only one of the two plans"))
	}
	targets, err := o.places(o.names[:]...)
	if err != nil {
		return err
	}
	auditor, err := o.auditor(o.onDisk())
	if err != nil {
		return err
	}
	var sides [2]*audit.Audit
	for i, name := range o.names {
		if sides[i], err = sideOf(name, auditor); err != nil {
			return err
		}
	}
	d := diff.Of(sides[0], sides[1])
	o.telling = telling{d.Document(), func(w io.Writer, opts report.Options) error { return json.WriteDiff(w, d, opts) }}
	return o.tell(targets)
}

// onDisk is the one of the two plans that is a file, the later one where both are: by
// its folder it is known which bank both are judged by.
func (o *diffOptions) onDisk() string {
	for _, name := range []string{o.names[1], o.names[0]} {
		if present(name) {
			return name
		}
	}
	return defaultPlan
}

// sideOf audits one of the two plans.
func sideOf(name string, auditor *audit.Auditor) (*audit.Audit, error) {
	base, err := commitOf(name)
	if err != nil {
		return nil, err
	}
	if base == nil {
		return auditOf(name, auditor, nil)
	}
	was, err := base.Plan("")
	if err == nil {
		err = planfile.Kind(was.Text)
	}
	if err != nil {
		return nil, inputError(fmt.Errorf("reading %q: %w", name, err))
	}
	out := auditor.Audit(audit.Source{Name: name, Text: was.Text, Present: was.Present}, gate.Terms{}, nil)
	switch {
	case len(out.Errors) > 0:
		return nil, invalidError(name, out)
	case out.Broken != "":
		return nil, inputError(errors.New(out.Broken))
	}
	return out, nil
}

// commitOf finds the commit whose file a name means; nil when it means a file on
// the disk. What may be both is an error, so that who may add a file cannot put it
// in the place of a commit's.
func commitOf(name string) (*revision.Base, error) {
	if isOnDisk(name) {
		return nil, nil
	}
	if !strings.Contains(name, ":") {
		return nil, commitAlone(name)
	}
	_, err := os.Lstat(name)
	isFile := err == nil
	repo, err := revision.Open(".")
	if err != nil {
		if isFile {
			return nil, nil
		}
		return nil, inputError(fmt.Errorf("%q is no file, and here is no git repository to look for a commit in", name))
	}
	base, err := repo.Base(name)
	var unclear *revision.NameError
	switch {
	case err == nil && isFile:
		return nil, usageError(fmt.Errorf("%q is a file here, and git knows a commit by that name, too; write ./%s for the file, refs/heads/%s for one of a branch", name, name, name))
	case err == nil:
		return base, nil
	case isFile:
		return nil, nil
	case errors.As(err, &unclear):
		return nil, usageError(fmt.Errorf("%q: %w", name, err))
	}
	return nil, inputError(fmt.Errorf("reading %q: %w", name, err))
}

// commitAlone refuses a name that is none of a file and that git knows as a commit: which
// of its plans is meant has to be said.
func commitAlone(name string) error {
	if _, err := os.Lstat(name); err == nil || name == stdinPath {
		return nil
	}
	repo, err := revision.Open(".")
	if err != nil {
		return nil // the file that is not there is told of
	}
	if known, err := repo.Known(name); err != nil || known == "" {
		return nil
	}
	return usageError(fmt.Errorf("%q is a commit; name the plan in it, such as %s:%s", name, name, defaultPlan))
}

// isOnDisk reports whether a name can only be that of a file: it is absolute, with
// the letter of a drive where there are drives, or begins with a dot.
func isOnDisk(name string) bool {
	return filepath.IsAbs(name) || filepath.VolumeName(name) != "" || strings.HasPrefix(name, ".")
}
