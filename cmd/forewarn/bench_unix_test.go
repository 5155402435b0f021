//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkKey measures a key of the interview in a pseudo-terminal, from its writing to
// the picture that follows: its latency, and the bytes that the picture takes. When
// FOREWARN_BEFORE names an earlier build of the program, that runs beside it.
func BenchmarkKey(b *testing.B) {
	path, err := binary()
	if err != nil {
		b.Fatal(err)
	}
	builds := []struct{ name, path string }{{"now", path}}
	if before := os.Getenv("FOREWARN_BEFORE"); before != "" {
		builds = append(builds, struct{ name, path string }{"before", before})
	}
	for _, build := range builds {
		b.Run(build.name+"/move", func(b *testing.B) { benchmarkKeys(b, build.path, "", "\x1b[B", "\x1b[A") })
		b.Run(build.name+"/type", func(b *testing.B) { benchmarkKeys(b, build.path, "\x1b[A\r", "a", "\x7f") })
	}
}

// benchmarkKeys goes to the first question, types what leads to a page, and then these
// keys in turn.
func benchmarkKeys(b *testing.B, path, lead string, keys ...string) {
	b.Helper()
	dir := b.TempDir()
	if err := os.WriteFile(dir+"/"+defaultPlan, []byte(fresh), 0o644); err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(path, "ask")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "TERM=xterm-256color")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = f.Close()
	}()
	pictures := make(chan []byte)
	go func() {
		defer close(pictures)
		for {
			buf := make([]byte, 1<<16)
			n, err := f.Read(buf)
			if err != nil {
				return
			}
			pictures <- buf[:n]
		}
	}()
	rest := func() (shown []byte) { // until nothing more comes
		for {
			select {
			case part := <-pictures:
				shown = append(shown, part...)
			case <-time.After(40 * time.Millisecond):
				return shown
			}
		}
	}
	press := func(key string) {
		if _, err := f.WriteString(key); err != nil {
			b.Fatal(err)
		}
	}
	for shown := rest(); !bytes.Contains(shown, []byte("1 of 27")); shown = rest() {
		if bytes.Contains(shown, []byte("enter go on")) {
			press("\r")
		}
	}
	press(lead)
	rest()
	press(keys[0])
	rest()
	written, i := 0, 0
	for b.Loop() {
		i++
		press(keys[i%len(keys)])
		written += len(<-pictures)
		b.StopTimer()
		written += len(rest())
		b.StartTimer()
	}
	b.ReportMetric(float64(written)/float64(i), "bytes/key")
}
