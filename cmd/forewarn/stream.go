package main

import (
	"errors"
	"os"
	"os/signal"
	"syscall"

	"forewarn/audit/printable"
)

// stream is standard output or standard error. What is written there cannot be
// taken back, and where a runner of pipelines reads it, it is no command to it.
type stream struct {
	file  *os.File
	guard *printable.RunnerWriter // nil where no runner reads
}

func newStream(file *os.File, markup printable.Markup) *stream {
	s := &stream{file: file}
	if printable.OnRunner(os.Getenv) {
		s.guard = &printable.RunnerWriter{W: plainStream{file}, Markup: markup}
	}
	return s
}

// Write may keep back a line that is not complete until Finish.
func (s *stream) Write(content []byte) (int, error) {
	if s.guard != nil {
		return s.guard.Write(content)
	}
	return plainStream{s.file}.Write(content)
}

// Finish writes what was kept back.
func (s *stream) Finish() error {
	if s.guard == nil {
		return nil
	}
	return s.guard.Flush()
}

// Keep has nothing to do: what is written is there.
func (*stream) Keep() error { return nil }

// Drop cannot take anything back.
func (*stream) Drop() {}

// guarded is a device or a pipe, such as /dev/stderr, that a runner may read.
type guarded struct {
	place
	guard *printable.RunnerWriter
}

func (g guarded) Write(content []byte) (int, error) { return g.guard.Write(content) }

// Finish writes what was kept back, before the place is finished.
func (g guarded) Finish() error { return errors.Join(g.guard.Flush(), g.place.Finish()) }

// guard keeps what is written to a path from being a command, where that is no
// file and a runner may read it.
func guard(p place, path string, markup printable.Markup) place {
	info, err := os.Stat(path)
	if err != nil || info.Mode().IsRegular() || !printable.OnRunner(os.Getenv) {
		return p
	}
	return guarded{p, &printable.RunnerWriter{W: p, Markup: markup}}
}

// plainStream writes as it is told. When nobody reads any more it waits for the
// signal that then ends the program (printers.dropOnSignal), if one comes.
type plainStream struct{ file *os.File }

func (s plainStream) Write(content []byte) (int, error) {
	n, err := s.file.Write(content)
	if errors.Is(err, syscall.EPIPE) && !signal.Ignored(syscall.SIGPIPE) {
		select {}
	}
	return n, err
}

// promptStream writes each text at once, as one to be answered has no end of line.
type promptStream struct{ *stream }

func (s promptStream) Write(content []byte) (int, error) {
	n, err := s.stream.Write(content)
	return n, errors.Join(err, s.Finish())
}

// printTo lets write print to standard output, and tells of what could not be
// written.
func printTo(write func(out *stream) error) error {
	out := newStream(os.Stdout, printable.Plain)
	err := write(out)
	return printed(errors.Join(err, out.Finish()))
}
