package printable

import (
	"bytes"
	"io"
	"strings"
	"unicode"
)

// Markup is what a text is written in, and so how a character is written in
// another way that means the same.
type Markup int

// The kinds of Markup.
const (
	Plain    Markup = iota // for people, also Markdown
	JSON                   // in which a # stands in strings alone
	XML                    // also HTML
	Commands               // to a runner of GitHub Actions, a line each
)

// OnRunner reports whether what is printed is read by a program that runs
// pipelines, and that obeys some of it: of GitHub Actions, of Azure, of TeamCity.
func OnRunner(getenv func(string) string) bool {
	return getenv("GITHUB_ACTIONS") != "" || getenv("TF_BUILD") != "" || getenv("TEAMCITY_VERSION") != ""
}

// RunnerWriter keeps a runner from obeying what is written through it. A runner
// obeys ##[command] anywhere in a line, and ::command:: after blanks at its
// beginning. What it writes lags behind by the line that is not complete.
type RunnerWriter struct {
	W      io.Writer
	Markup Markup
	line   []byte
}

// Write never says that it wrote less than it was given without an error.
func (w *RunnerWriter) Write(p []byte) (int, error) {
	end := bytes.LastIndexByte(p, '\n') + 1
	if end == 0 {
		w.line = append(w.line, p...)
		return len(p), nil
	}
	whole := append(w.line, p[:end]...)
	w.line = append([]byte(nil), p[end:]...)
	if _, err := w.W.Write(w.mended(whole)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Flush writes the last line, too, when it does not end.
func (w *RunnerWriter) Flush() error {
	rest := w.line
	w.line = nil
	_, err := w.W.Write(w.mended(rest))
	return err
}

// The beginnings of what a runner obeys within a line.
var obeyed = []string{"##[", "##vso[", "##teamcity["}

func (w *RunnerWriter) mended(lines []byte) []byte {
	if w.Markup == JSON {
		return bytes.ReplaceAll(lines, []byte("#"), []byte(`\u0023`))
	}
	hash, colon := "#\u200b", ":\u200b"
	if w.Markup == XML {
		hash, colon = "&#35;", "&#58;"
	}
	var out strings.Builder
	for line := range strings.Lines(string(lines)) {
		for _, word := range obeyed {
			line = strings.ReplaceAll(line, word, hash+word[1:])
		}
		if body := strings.TrimLeftFunc(line, unicode.IsSpace); w.Markup != Commands && strings.HasPrefix(body, "::") {
			line = line[:len(line)-len(body)] + colon + body[1:]
		}
		out.WriteString(line)
	}
	return []byte(out.String())
}
