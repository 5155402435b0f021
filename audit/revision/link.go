package revision

import (
	"errors"
)

// errLedOut is for what a repository names and does not hold.
var errLedOut = errors.New("this leads out of the repository, by its name or by a link, and nothing is read from there; put the file itself into the repository")

// Contained returns an error for a path, named in a folder of a repository, that
// leads out of that repository or into what is git's own. Who writes a repository
// could else have read whatever the reader may read. What is named outside a
// repository is the reader's own.
func Contained(folder, path string) error {
	root, err := RootAround(folder)
	if err != nil || root == "" {
		return err
	}
	r := Repository{Root: real(root)}
	if name, inside := r.within(path); !inside || isGits(name) {
		return errLedOut
	}
	return nil
}
