package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/gofrs/flock"
)

// ErrLocked means that somebody else has the file open for changes.
var ErrLocked = errors.New("it is open elsewhere")

// lock is held on a hidden file beside the one that it is for: saving replaces
// that file itself, and a lock on it would stay with the old one.
//
// The lock file goes when the lock is released, so that nobody commits it. For
// two never to get in at once, it is removed while still locked, and whoever
// has locked a file checks that it is the one that still has the name. A run
// that was killed leaves the file behind, but not the lock; the next run takes
// it and clears it away.
type lock struct{ *flock.Flock }

// acquire locks the file at target, which is no link, for this process. The
// error is ErrLocked when somebody has it.
func acquire(target string) (lock, error) {
	name := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".lock")
	// A pipe of this name would make us wait, and a link lead us elsewhere.
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return lock{}, &fs.PathError{Op: "lock", Path: name, Err: fs.ErrExist}
	}
	// Each further try means that somebody released the lock a moment ago.
	const tries = 100
	for range tries {
		l := lock{flock.New(name, flock.SetPermissions(0o644))}
		ok, err := l.TryLock()
		switch {
		case err != nil:
			return lock{}, err
		case !ok:
			return lock{}, ErrLocked
		case l.named():
			return l, nil
		}
		_ = l.Unlock()
	}
	return lock{}, ErrLocked
}

// named reports whether the file that is locked still has its name.
func (l lock) named() bool {
	held, err := l.Stat()
	if err != nil {
		return false
	}
	now, err := os.Lstat(l.Path())
	return err == nil && os.SameFile(held, now)
}

// release gives the lock up and removes its file, unless somebody removed that
// before: then another one may have the name, which somebody else holds. Windows
// removes no file that is open; there it goes afterwards, unless somebody else
// has opened it by then, who removes it in turn.
func (l lock) release() error {
	if runtime.GOOS != "windows" {
		if l.named() {
			os.Remove(l.Path())
		}
		return l.Unlock()
	}
	err := l.Unlock()
	os.Remove(l.Path())
	return err
}
