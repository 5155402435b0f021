//go:build unix

package interview

import (
	"errors"
	"io"
	"os"
	"syscall"
	"time"
	"unicode/utf8"

	"golang.org/x/sys/unix"
)

// pieces reads from a terminal whose bytes come in pieces, as over a slow link: a key
// that is sent as several bytes, and a letter outside ASCII, are waited for.
type pieces struct{ *os.File }

func inPieces(f *os.File) *pieces { return &pieces{f} }

// restOfKey is how long the rest of a key may be under way. The Esc key alone is taken
// for itself after that.
const restOfKey = 50 * time.Millisecond

// Read reads what is there, and goes on while it ends within a key. The end of the
// input is that of the terminal.
func (p *pieces) Read(buf []byte) (int, error) {
	n, err := p.File.Read(buf)
	if errors.Is(err, io.EOF) {
		err = syscall.EIO
	}
	for err == nil && n < len(buf) && isCut(buf[:n]) && p.comes(restOfKey) {
		var more int
		more, err = p.File.Read(buf[n:])
		n += more
	}
	if n > 0 {
		return n, nil // an error comes again
	}
	return n, err
}

// comes reports whether there is more to read before the time is over. Signals, which
// the runtime sends itself, do not end the wait.
func (p *pieces) comes(within time.Duration) bool {
	fd := int(p.Fd())
	for end := time.Now().Add(within); ; {
		var set unix.FdSet
		set.Set(fd)
		timeout := unix.NsecToTimeval(max(0, time.Until(end).Nanoseconds()))
		n, err := unix.Select(fd+1, &set, nil, nil, &timeout)
		if err != unix.EINTR {
			return err == nil && n > 0
		}
	}
}

// isCut reports whether bytes end within an escape sequence or a letter.
func isCut(b []byte) bool {
	for i := len(b) - 1; i >= max(0, len(b)-utf8.UTFMax); i-- {
		if utf8.RuneStart(b[i]) {
			if !utf8.FullRune(b[i:]) {
				return true
			}
			break
		}
	}
	const longest = 32 // of an escape sequence that a key sends
	for i := len(b) - 1; i >= max(0, len(b)-longest); i-- {
		if b[i] == '\x1b' {
			return isCutSequence(b[i+1:])
		}
	}
	return false
}

// isCutSequence reports whether what follows an escape is a part of a sequence: CSI
// with its parameters and no last byte, SS3 without the byte behind it, or nothing.
func isCutSequence(b []byte) bool {
	switch {
	case len(b) == 0:
		return true
	case b[0] == 'O':
		return len(b) == 1
	case b[0] != '[':
		return false
	}
	for _, c := range b[1:] {
		if c >= 0x40 && c <= 0x7e {
			return false
		}
	}
	return true
}
