package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// Spool keeps what can be written only after what is not known yet: in memory
// while that is little, else in a temporary file. The zero Spool is empty.
type Spool struct {
	recent bytes.Buffer
	file   *os.File // what came before; nil while all is in memory
	name   string   // of the file; empty when it has none, and so leaves none behind
}

// spoolMemory is how much of a spool is kept in memory.
const spoolMemory = 1 << 20

// Write adds to the spool.
func (s *Spool) Write(p []byte) (int, error) {
	if s.recent.Len()+len(p) > spoolMemory {
		if err := s.unload(); err != nil {
			return 0, err
		}
	}
	return s.recent.Write(p)
}

// unload moves what is in memory to the file.
func (s *Spool) unload() (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp("", "forewarn-*.tmp"); err != nil {
			return spoolFailure(err)
		}
		if err := os.Remove(s.file.Name()); err != nil { // not every system takes the name from a file that is open
			s.name = s.file.Name()
		}
	}
	if _, err = s.recent.WriteTo(s.file); err != nil {
		return spoolFailure(err)
	}
	return nil
}

func spoolFailure(err error) error {
	return &failure{doing: "writing a temporary file in", path: os.TempDir(), why: bare(err), next: "let TMPDIR name a folder with room for it", err: err}
}

// WriteTo writes all that was added, once.
func (s *Spool) WriteTo(w io.Writer) (int64, error) {
	var before int64
	if s.file != nil {
		if _, err := s.file.Seek(0, io.SeekStart); err != nil {
			return 0, fmt.Errorf("reading a temporary file: %w", err)
		}
		var err error
		if before, err = io.Copy(w, s.file); err != nil {
			return before, err
		}
	}
	n, err := s.recent.WriteTo(w)
	return before + n, err
}

// Close takes the temporary file away, if there is one.
func (s *Spool) Close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.name != "" {
		err = errors.Join(err, os.Remove(s.name))
	}
	s.file = nil
	return err
}
