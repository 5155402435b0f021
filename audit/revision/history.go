package revision

import (
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"
)

// Change is a commit that changed a plan. Of a merge it is what the merge brought
// to the branch that it was made on.
type Change struct {
	Commit  string    // its full id
	When    time.Time // it was committed, in UTC; zero for no time that a calendar has
	Subject string    // the first line of what was said about it
	Name    string    // of the plan, in the commit and seen from the root of the repository
	Was     string    // its name before, when it has got another one; else empty
	Gone    bool      // whether the plan was deleted

	blob string
	link bool // whether a link, or anything else that is no file, stands there
}

// ErrNoCommit is for a plan that no commit has.
var ErrNoCommit = errors.New("no commit has it yet; commit it with git, then ask again")

// History lists the commits that changed the plan at a path, the latest first and
// under whatever name it had. Where branches were merged it goes along the one that
// they were merged into, so that each commit is the next state of the same plan.
func (r *Repository) History(at string) ([]Change, error) {
	name, inside := r.within(at)
	if !inside || isGits(name) {
		return nil, errLedOut
	}
	log := git{folder: r.git.folder, patience: 4 * r.git.patience} // it looks at every commit
	out, err := log.run(bytesOfList, "-c", "log.showSignature=false", "-c", "log.diffMerges=first-parent", "-c", "diff.relative=false", "log", "--no-show-signature", "--no-mailmap",
		"--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--encoding=UTF-8", "-m", "--first-parent", "--follow", "-M",
		"--raw", "--no-abbrev", "-z", "--format=%H %ct%x00%s", "--", r.spelled(name))
	switch {
	case err != nil && strings.Contains(err.Error(), "does not have any commits yet"):
		return nil, ErrNoCommit
	case err != nil:
		return nil, fmt.Errorf("asking for the history of %q: %w", at, err)
	case len(out) > bytesOfList:
		return nil, fmt.Errorf("the history of %q is longer than can be looked at", at)
	case len(out) == 0:
		return nil, ErrNoCommit
	}
	return changes(strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00"))
}

// changes reads what git has printed: of each commit its ids and its time, its
// subject, and a line for the plan with one name of it, or two when it was renamed.
func changes(fields []string) ([]Change, error) {
	var all []Change
	for len(fields) > 0 {
		var c Change
		var ok bool
		if fields, ok = c.take(fields); !ok {
			return nil, errors.New("git prints the history in a form that is not known here")
		}
		all = append(all, c)
	}
	return all, nil
}

// take reads one commit, and returns what follows.
func (c *Change) take(fields []string) (rest []string, ok bool) {
	if len(fields) < 4 {
		return nil, false
	}
	about := strings.Fields(fields[0])
	file := strings.Fields(strings.TrimPrefix(strings.TrimSpace(fields[2]), ":"))
	if len(about) != 2 || len(file) != 5 {
		return nil, false
	}
	c.Commit, c.When = about[0], committed(about[1])
	c.Subject, c.Name = fields[1], fields[3]
	c.blob, c.Gone = file[3], file[4] == "D"
	c.link = !c.Gone && !strings.HasPrefix(file[1], "100")
	if !strings.HasPrefix(file[4], "R") {
		return fields[4:], true
	}
	if len(fields) < 5 {
		return nil, false
	}
	c.Was, c.Name = fields[3], fields[4]
	return fields[5:], true
}

// committed reads seconds. Anybody can write any number into a commit.
func committed(seconds string) time.Time {
	n, err := strconv.ParseInt(seconds, 10, 64)
	const years = 8000 // about as many as a date of four digits can be after 1970
	if err != nil || n < 0 || n > years*365*24*60*60 {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// Past reads plans as they stood in commits, and looks for the documents beside
// them, by one git process. It may be used by several goroutines.
type Past struct{ batch *batch }

// Past has to be closed.
func (r *Repository) Past() *Past { return &Past{batch: &batch{git: r.git}} }

// Close ends the process.
func (p *Past) Close() { p.batch.close() }

// Plan reads the plan that a commit left, unless that deleted it.
func (p *Past) Plan(c *Change) (*Plan, error) {
	if c.link {
		return nil, errors.New("in this commit it is a link or a folder and no file")
	}
	text, err := p.batch.blob(c.blob)
	if err != nil {
		return nil, err
	}
	folder := path.Dir(c.Name)
	return &Plan{Text: text, Was: c.Was, Present: presentIn(c.Commit, folder, p.batch.has)}, nil
}

// IsShallow reports whether earlier commits were left out of this copy.
func (r *Repository) IsShallow() bool {
	says, err := r.git.run(bytesOfName, "rev-parse", "--is-shallow-repository")
	return err == nil && strings.TrimSpace(string(says)) == "true"
}
