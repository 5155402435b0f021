package printable

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestWriter(t *testing.T) {
	for _, c := range []struct {
		name, why string
		parts     []string // a Write each
		want      string
	}{
		{"nothing", "", nil, ""},
		{"an empty part", "", []string{""}, ""},
		{"plain", "", []string{"Dana ", "Ruiz\n"}, "Dana Ruiz\n"},
		{"unseen", "each part is made safe", []string{"a\u202e", "\x1b[2J", "\tb"}, `a\u202e\u001b[2J b`},
		{"other letters", "", []string{"Zoë", " 日本語", "\n"}, "Zoë 日本語\n"},
		{"emoji", "joined within a part", []string{"👩\u200d🚀", "👩\u200d👧\n"}, "👩\u200d🚀👩\u200d👧\n"},
		{"a joiner at an end", "what comes next is not known, and could be a letter", []string{"👩\u200d", "a"}, `👩\u200da`},
		{"a character in two parts", "a half is no character, in whatever part it is", []string{"caf\xc3", "\xa9"}, `caf\xc3\xa9`},
		{"no text", "", []string{"\xff", "\x00"}, `\xff\u0000`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			w := Writer{W: &out}
			for _, part := range c.parts {
				if n, err := w.Write([]byte(part)); n != len(part) || err != nil {
					t.Errorf("writing %q took %d, %v", part, n, err)
				}
			}
			if got := out.String(); got != c.want {
				t.Errorf("it holds %+q, want %+q (%s)", got, c.want, c.why)
			}
		})
	}
}

// Whoever writes is told of what was written of the text that was given, not of
// the longer one that took its place: io.Copy would take another number for a
// mistake.
func TestWriterCounts(t *testing.T) {
	text := strings.Repeat("\u202e\x1b\t", 100)
	var out bytes.Buffer
	n, err := io.Copy(Writer{W: &out}, strings.NewReader(text))
	if err != nil || n != int64(len(text)) || out.Len() <= len(text) {
		t.Errorf("of %d bytes it took %d and made %d, %v", len(text), n, out.Len(), err)
	}
	if n, err := fmt.Fprintf(Writer{W: &out}, "%s", text); err != nil || n != len(text) {
		t.Errorf("of %d bytes it took %d, %v", len(text), n, err)
	}
}

// broken takes two bytes and fails.
type broken struct{ err error }

func (w broken) Write(p []byte) (int, error) { return min(len(p), 2), w.err }

func TestWriterFails(t *testing.T) {
	full := errors.New("the disk is full")
	if n, err := (Writer{W: broken{full}}).Write([]byte("plain")); n != 0 || !errors.Is(err, full) {
		t.Errorf("it took %d, %v", n, err)
	}
}

// What is given is the caller's, and may not be changed.
func TestWriterLeavesWhatItIsGiven(t *testing.T) {
	given := []byte("a\tb\u202e")
	if _, err := (Writer{W: io.Discard}).Write(given); err != nil || string(given) != "a\tb\u202e" {
		t.Errorf("it became %+q, %v", given, err)
	}
}
