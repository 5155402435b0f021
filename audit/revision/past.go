package revision

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Past is a file as one commit left it.
type Past struct {
	Commit string    // its full id
	On     time.Time // the day on which it was committed, in UTC, midnight
	Text   []byte    // of one that is too large, a byte more than a plan may have
}

// logged is a commit in git's log with the file that it left: id, time, blob.
var logged = regexp.MustCompile(`^([0-9a-f]{40,64}) (\d+)[\x00\n]+:\d+ \d+ [0-9a-f]+ ([0-9a-f]{40,64}) `)

// Past returns a file as the commits before what is checked out have left it, also under
// earlier names: the latest so many that changed it, the earliest of them first. It is
// empty for a file that was never committed.
func (r *Repository) Past(path string, most int) ([]Past, error) {
	name, inside := r.within(path)
	if !inside || isGits(name) {
		return nil, nil
	}
	if _, err := r.exactly("HEAD"); err != nil {
		return nil, nil // nothing was committed yet
	}
	out, err := r.git.run(bytesOfList, "-c", "log.showSignature=false", "-c", "diff.relative=false", "log", "--follow", "-M", "--diff-filter=AMR", "--raw",
		"--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "-z", "--format=%x02%H %ct", "-n", strconv.Itoa(most), "HEAD", "--", name)
	if err != nil {
		return nil, fmt.Errorf("looking for earlier versions of %q: %w", path, err)
	}
	var past []Past
	for chunk := range strings.SplitSeq(string(out), "\x02") {
		if m := logged.FindStringSubmatch(chunk); m != nil {
			text, err := r.read(&entry{id: m[3], name: name})
			if err != nil {
				return nil, fmt.Errorf("reading %q in %.10s: %w", path, m[1], err)
			}
			past = append([]Past{{Commit: m[1], On: committedOn(m[2]), Text: text}}, past...)
		}
	}
	return past, nil
}

// committedOn is the day of a time in seconds.
func committedOn(seconds string) time.Time {
	n, _ := strconv.ParseInt(seconds, 10, 64) // which the pattern makes sure of, but for its size
	return time.Unix(n, 0).UTC().Truncate(24 * time.Hour)
}
