package disk

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// childVar names the part that this test binary is to play when it is run by
// another test, and the file to play it on.
const childVar = "FOREWARN_TEST_CHILD"

// TestChild is no test of its own: other tests run it as a process that they
// can kill. It goes on until its standard input ends.
func TestChild(t *testing.T) {
	part, path, found := strings.Cut(os.Getenv(childVar), " ")
	if !found {
		return
	}
	f, err := testKind().Open(path)
	if err != nil {
		fmt.Println("error:", err)
		return
	}
	defer f.Close()
	switch part {
	case "hold":
		fmt.Println("holding")
		_, _ = io.Copy(io.Discard, os.Stdin)
	case "save":
		saveForEver(f)
	}
}

type child struct {
	*exec.Cmd
	stdin io.Closer
	out   *bufio.Scanner
}

// startChild runs this test binary as another process on the file at path.
func startChild(t *testing.T, part, path string) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0], "-test.run=^TestChild$")}
	c.Env = append(os.Environ(), childVar+"="+part+" "+path)
	stdin, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.stdin, c.out = stdin, bufio.NewScanner(stdout)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
	return c
}

// next waits for the child's next line.
func (c *child) next() string {
	c.out.Scan()
	return c.out.Text()
}

func TestSecondOpenIsRefused(t *testing.T) {
	path := textFile(t, oldText)
	f := open(t, path)
	dir := filepath.Dir(path)
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	t.Chdir(dir)
	for _, name := range []string{path, link, "list.txt", filepath.Join("..", filepath.Base(dir), "list.txt")} {
		_, err := testKind().Open(name)
		if !errors.Is(err, ErrLocked) {
			t.Errorf("opening %q gives %v", name, err)
			continue
		}
		says(t, err, name, "another shopper has it open", "finish that one first")
	}
	if err := f.Replace([]byte(newText)); err != nil {
		t.Errorf("the refused ones disturbed the first: %v", err)
	}
	_ = f.Close()
	_ = open(t, link).Close()
	if got := names(t, path); got != "list.txt" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestTwoFilesInOneFolderAreApart(t *testing.T) {
	path := textFile(t, oldText)
	other := filepath.Join(filepath.Dir(path), "other.txt")
	write(t, other, oldText)
	open(t, path)
	open(t, other)
}

func TestAnotherProcessHasTheFileOpen(t *testing.T) {
	for _, end := range []string{"closed", "killed"} {
		t.Run(end, func(t *testing.T) {
			path := textFile(t, oldText)
			c := startChild(t, "hold", path)
			if got := c.next(); got != "holding" {
				t.Fatalf("the other process says %q", got)
			}
			if _, err := testKind().Open(path); !errors.Is(err, ErrLocked) {
				t.Fatalf("opening gives %v", err)
			}
			if end == "killed" {
				_ = c.Process.Kill()
			} else {
				_ = c.stdin.Close()
			}
			_ = c.Wait()
			_ = open(t, path).Close()
			if got := names(t, path); got != "list.txt" {
				t.Errorf("the folder holds %q", got)
			}
		})
	}
}

// The lock file is removed at every release; still never two are in at once.
func TestLockIsHeldByOneAtATime(t *testing.T) {
	path := textFile(t, oldText)
	const workers, rounds = 4, 500
	var inside, most, got atomic.Int32
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for n := 0; n < rounds; {
				l, err := acquire(path)
				if errors.Is(err, ErrLocked) {
					continue
				}
				if err != nil {
					t.Errorf("acquiring: %v", err)
					return
				}
				if now := inside.Add(1); now > most.Load() {
					most.Store(now)
				}
				n++
				got.Add(1)
				runtime.Gosched() // lets the others try
				inside.Add(-1)
				if err := l.release(); err != nil {
					t.Errorf("releasing: %v", err)
				}
			}
		})
	}
	all.Wait()
	if most.Load() != 1 || got.Load() != workers*rounds {
		t.Errorf("up to %d at once, %d times", most.Load(), got.Load())
	}
	if got := names(t, path); got != "list.txt" {
		t.Errorf("the folder holds %q", got)
	}
}

// What makes the removal safe: a lock on a file without the name is no lock.
func TestLockOnAFileThatLostItsNameIsNoticed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is open cannot be removed here")
	}
	path := textFile(t, oldText)
	l, err := acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	if !l.named() {
		t.Error("a lock just acquired has lost its name")
	}
	if err := os.Remove(l.Path()); err != nil {
		t.Fatal(err)
	}
	if l.named() {
		t.Error("the removal was not noticed")
	}
	next, err := acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	if l.named() || !next.named() {
		t.Error("the name was not given to the next")
	}
	_ = l.release()
	if !next.named() {
		t.Error("releasing a lock without the name took the name from the next")
	}
	_ = next.release()
	if got := names(t, path); got != "list.txt" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestLockNameTakenBySomethingElse(t *testing.T) {
	path := textFile(t, oldText)
	name := filepath.Join(filepath.Dir(path), ".list.txt.lock")
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.Symlink(outside, name); err != nil {
		t.Skip("no links here:", err)
	}
	_, err := testKind().Open(path)
	says(t, err, "opening", name, "in the way", "remove it")
	if present(outside) {
		t.Error("a file was made through a link")
	}
}
