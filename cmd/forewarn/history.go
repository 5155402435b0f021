package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"forewarn/audit"
	"forewarn/audit/history"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/json"
	"forewarn/audit/revision"
)

type historyOptions struct {
	tellingOptions
	path string
}

func newHistoryCmd(g *globalOptions) *cobra.Command {
	o := &historyOptions{tellingOptions: tellingOptions{globalOptions: g}}
	cmd := &cobra.Command{
		Use:   "history [FILE]",
		Short: "Show a plan at each commit that changed it",
		Long: `history grades a plan (default plan.yaml) as each commit of git left it, the first
one first: day, commit, grade, score, and what moved since the commit before.

Each commit is judged by the questions of today, as of the day on which it was
committed, in UTC, and with the documents of its own tree; --as-of judges all of
them as of one day. Renames are followed. A merge is one row, with what it brought.
A commit that deleted the plan, or in which it could not be judged, is a row too.
Changes that are not committed are not shown; diff shows those.`,
		Example: `  forewarn history
  forewarn history --as-of 2026-12-31 client.yaml
  forewarn history -o html=history.html -o json=history.json`,
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if o.path, err = atMostOneFile(args); err != nil {
				return err
			}
			return runHistory(o)
		},
	}
	o.addTo(cmd)
	return cmd
}

func runHistory(o *historyOptions) error {
	if o.path == stdinPath {
		return usageError(errors.New("standard input has no history; name the file"))
	}
	targets, err := o.places(o.path)
	if err != nil {
		return err
	}
	auditor, err := o.auditor(o.path)
	if err != nil {
		return err
	}
	h, err := historyOf(o.globalOptions, auditor, o.path)
	if err != nil {
		return err
	}
	o.telling = telling{h.Document(report.Working), func(w io.Writer, opts report.Options) error { return json.WriteHistory(w, h, opts) }}
	return o.tell(targets)
}

// historyOf reads what the commits have of the plan at a path.
func historyOf(g *globalOptions, auditor *audit.Auditor, path string) (*history.History, error) {
	reader := history.Reader{Bank: auditor.Bank}
	if g.asOf != "" {
		reader.AsOf = &auditor.AsOf
	}
	repo, err := revision.Open(filepath.Dir(path))
	if err == nil {
		var h *history.History
		if h, err = reader.Read(repo, path); err == nil {
			h.File = filepath.ToSlash(path)
			return h, nil
		}
	}
	switch {
	case errors.Is(err, revision.ErrOutside):
		err = errors.New("it is in no git repository; only what was committed with git has a history")
	case errors.Is(err, revision.ErrNoCommit):
		err = fmt.Errorf("%w: git add %s, then git commit", err, printable.Word(path))
	}
	return nil, inputError(fmt.Errorf("the history of %q: %w", path, err))
}
