package interview

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"unicode"
)

// longestLine is in bytes. No answer comes near it.
const longestLine = 1 << 16

// audience is where the questions are shown, as long as anybody can see them: nobody answers
// what is not shown.
type audience struct {
	w   io.Writer
	err error // why they no longer are
}

func (a *audience) Write(p []byte) (n int, err error) {
	if a.err == nil {
		n, a.err = a.w.Write(p)
	}
	return n, a.err
}

// read asks for a line and waits for it, or for a signal. After a signal the
// reading is abandoned: nothing can wake it.
func (l *prompter) read(prompt string) (string, error) {
	fmt.Fprint(l.out, prompt)
	if err := l.out.err; errors.Is(err, syscall.EPIPE) {
		l.signal = syscall.SIGPIPE
		return "", errAsked
	} else if err != nil {
		return "", fmt.Errorf("showing the questions: %w", err)
	}
	type result struct {
		line string
		err  error
	}
	read := make(chan result, 1)
	go func() {
		line, err := l.in.ReadSlice('\n')
		read <- result{string(line), err}
	}()
	select {
	case l.signal = <-l.signals:
		return "", errAsked
	case r := <-read:
		if errors.Is(r.err, syscall.EIO) {
			// The terminal was closed, and its end was read before its signal came.
			l.signal = syscall.SIGHUP
			return "", errAsked
		}
		return checkLine(r.line, r.err)
	}
}

// checkLine makes a text of what was read. A last line without an end is a
// line too.
func checkLine(line string, err error) (string, error) {
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return "", fmt.Errorf("reading an answer: the line is longer than %d bytes", longestLine)
	case errors.Is(err, io.EOF) && line == "":
		return "", ErrInputEnded
	case err != nil && !errors.Is(err, io.EOF):
		return "", fmt.Errorf("reading an answer: %w", err)
	}
	return strings.TrimSpace(withoutControls(line)), nil
}

// withoutControls takes out what no plan can hold, as a text on the screen
// does with what is pasted into it.
func withoutControls(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(line, ""))
}
