package revision

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"forewarn/audit/yamldoc"
)

// batch asks git about objects, one after the other and all of one process. It is
// begun by the first question, and again after it has ended over one.
type batch struct {
	git git

	mu              sync.Mutex
	about, contents *conversation // the same one where git can be asked for both
	separate        bool          // whether this git is too old for that
}

// errObject is for an object that is named and not there.
var errObject = errors.New("git does not have it here; fetch the whole history and all files of it")

// blob returns the text of a file; of one that is too large for a plan, a byte more
// than a plan may have, whatever it holds.
func (b *batch) blob(id string) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	kind, size, err := b.look(id)
	switch {
	case err != nil:
		return nil, err
	case kind != "blob":
		return nil, errObject
	case size > yamldoc.MaxBytes:
		return make([]byte, yamldoc.MaxBytes+1), nil
	}
	head, err := b.contents.ask("contents ", id)
	if err != nil {
		return nil, b.end(err)
	}
	if _, said := header(head); said != size {
		return nil, b.end(fmt.Errorf("git says of its size both %d and %q", size, head))
	}
	text := make([]byte, size+1) // a line ends behind it
	if _, err = b.contents.read(text); err != nil {
		return nil, b.end(err)
	}
	return text[:size], nil
}

// bytesOfPath is more than a path of any system has.
const bytesOfPath = 32 << 10

// has reports whether a commit has something under a name.
func (b *batch) has(commit, name string) bool {
	if strings.ContainsAny(name, "\n\x00") || len(name) > bytesOfPath { // a question is one line
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	kind, _, err := b.look(commit + ":" + name)
	return err == nil && kind != ""
}

// look returns the kind and the size of an object; no kind when it is not there.
func (b *batch) look(object string) (kind string, size int64, err error) {
	if err := b.begin(); err != nil {
		return "", 0, err
	}
	line, err := b.about.ask("info ", object)
	if err != nil {
		return "", 0, b.end(err)
	}
	kind, size = header(line)
	return kind, size, nil
}

// header reads an id, a kind and a size; no kind from any other line, by which git
// says that it has no such object.
func header(line string) (kind string, size int64) {
	f := strings.Fields(line)
	if len(f) != 3 {
		return "", 0
	}
	size, err := strconv.ParseInt(f[2], 10, 64)
	if err != nil || strings.HasSuffix(line, " missing") {
		return "", 0
	}
	return f[1], size
}

// begin starts git unless it is running. One before 2.36 cannot be asked for both
// in one conversation, and ends at once.
func (b *batch) begin() error {
	if b.about != nil {
		return nil
	}
	if !b.separate {
		c, err := b.git.talk("", "cat-file", "--batch-command")
		if err != nil {
			return err
		}
		if _, err = c.ask("info ", "HEAD"); err == nil {
			b.about, b.contents = c, c
			return nil
		}
		c.close()
		b.separate = true
	}
	about, err := b.git.talk("info ", "cat-file", "--batch-check")
	if err != nil {
		return err
	}
	b.about = about
	if b.contents, err = b.git.talk("contents ", "cat-file", "--batch"); err != nil {
		return b.end(err)
	}
	return nil
}

// end ends the conversations, and returns why.
func (b *batch) end(why error) error {
	for _, c := range []*conversation{b.about, b.contents} {
		if c != nil {
			c.close()
		}
	}
	b.about, b.contents = nil, nil
	return why
}

func (b *batch) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	_ = b.end(nil)
}

// conversation is a git that answers questions, a line each.
type conversation struct {
	git    git
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	says   *bytes.Buffer // on standard error
	cancel context.CancelFunc
	late   *time.Timer // that ends git when it does not answer
	silent string      // the word in front of questions of which all are of one kind, and which is left out
	once   sync.Once
}

// talk starts git. It is never waited for longer than for a single question.
func (g git) talk(silent string, args ...string) (*conversation, error) {
	ctx, cancel := context.WithCancel(context.Background())
	c := &conversation{git: g, cancel: cancel, silent: silent, says: &bytes.Buffer{}}
	c.cmd = exec.CommandContext(ctx, "git", append(obeyNothing(), args...)...)
	c.cmd.Dir, c.cmd.Env = g.folder, readingEnv()
	c.cmd.WaitDelay = time.Second
	c.cmd.Stderr = &atMost{c.says, 4096}
	var out io.Reader
	var err error
	if c.in, err = c.cmd.StdinPipe(); err == nil {
		out, err = c.cmd.StdoutPipe()
	}
	if err == nil {
		err = c.cmd.Start()
	}
	if err != nil {
		cancel()
		return nil, unstarted(err)
	}
	c.out = bufio.NewReaderSize(out, bytesOfName)
	c.late = time.AfterFunc(g.patience, cancel)
	return c, nil
}

// ask returns the line that git answers with.
func (c *conversation) ask(word, object string) (string, error) {
	c.late.Reset(c.git.patience)
	defer c.late.Stop()
	if word == c.silent {
		word = ""
	}
	if _, err := io.WriteString(c.in, word+object+"\n"); err != nil {
		return "", c.ended()
	}
	line, err := c.out.ReadSlice('\n')
	if err != nil { // also for an answer that is longer than any should be
		return "", c.ended()
	}
	return strings.TrimSuffix(string(line), "\n"), nil
}

// read fills text with what follows the answer.
func (c *conversation) read(text []byte) (int, error) {
	c.late.Reset(c.git.patience)
	defer c.late.Stop()
	n, err := io.ReadFull(c.out, text)
	if err != nil {
		return n, c.ended()
	}
	return n, nil
}

// ended says why git has stopped to answer.
func (c *conversation) ended() error {
	waited := !c.late.Stop()
	c.close()
	switch {
	case waited:
		return tooLate(c.git.patience)
	case c.says.Len() > 0:
		return fmt.Errorf("git says: %s", firstFault(c.says.String()))
	}
	return errors.New("git has ended without an answer")
}

func (c *conversation) close() {
	c.once.Do(func() {
		c.late.Stop()
		_ = c.in.Close() // by which git ends, too
		c.cancel()
		_ = c.cmd.Wait()
	})
}
