package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"

	"forewarn/audit"
	"forewarn/audit/disk"
	"forewarn/audit/printable"
	"forewarn/audit/report"
	"forewarn/audit/report/markdown"
	"forewarn/audit/report/text"
)

// printers write the same audits to several targets.
type printers struct {
	all     []*printer
	signals chan os.Signal // that end the program
	ending  sync.Mutex     // held while one is added, and while files take their places or are dropped
}

// printer writes audits in one format to one place, where they show at once on
// standard output, and in a file when all of the printers are done.
type printer struct {
	report.Printer
	out  *bufio.Writer
	file place
}

// place is where a printer writes. It is finished before any is kept, so that a
// failure leaves no file behind.
type place interface {
	io.Writer
	Finish() error
	Keep() error
	Drop()
}

// openPrinters begins what is written to every target. They are to be dropped,
// closed or not.
func openPrinters(targets []target, o report.Options) (out *printers, err error) {
	out = &printers{signals: make(chan os.Signal, 1)}
	out.dropOnSignal()
	defer func() {
		if err != nil {
			out.drop()
		}
	}()
	for _, t := range targets {
		if err := out.begin(t, o); err != nil {
			return out, inputError(err)
		}
	}
	if summary := os.Getenv("GITHUB_STEP_SUMMARY"); summary != "" && slices.ContainsFunc(targets, target.annotates) {
		p, err := summaryPrinter(summary, o)
		if err != nil {
			return out, inputError(err)
		}
		out.ending.Lock()
		defer out.ending.Unlock()
		out.all = append(out.all, p)
	}
	return out, nil
}

// tellVerdicts adds a printer that says on standard error how each plan stands,
// for a run of which everything else is in files.
func (out *printers) tellVerdicts(o report.Options) (err error) {
	o.Color, o.VerdictAlone = false, true
	p := &printer{file: newStream(os.Stderr, printable.Plain)}
	p.out = bufio.NewWriter(p.file)
	p.Printer, err = text.NewLines(p.out, o)
	out.ending.Lock()
	defer out.ending.Unlock()
	out.all = append(out.all, p)
	return err
}

// begin adds a printer for t. A signal is heard when the printer can be dropped,
// but at once while a pipe or a device, of which nothing is left, makes this wait.
func (out *printers) begin(t target, o report.Options) error {
	lock := sync.OnceFunc(out.ending.Lock)
	defer out.ending.Unlock()
	if old, err := os.Stat(t.path); err != nil || old.Mode().IsRegular() {
		lock()
	}
	p, err := t.open(o)
	lock()
	if err != nil {
		return err
	}
	out.all = append(out.all, p)
	return nil
}

// dropOnSignal drops what was not kept before a signal ends the program, until
// drop is called. Also what nobody reads any more ends it, without a word, as it
// ends others.
func (out *printers) dropOnSignal() {
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE} {
		if !signal.Ignored(sig) { // as nohup does
			signal.Notify(out.signals, sig)
		}
	}
	go func() {
		sig, told := <-out.signals
		if !told {
			return
		}
		out.ending.Lock() // for good: nothing else is to be said
		for _, p := range out.all {
			p.file.Drop()
		}
		os.Exit(signalCode(sig))
	}()
}

// annotates reports whether t holds annotations, which come with a summary.
func (t target) annotates() bool { return t.format.name == githubFormat }

func (t target) open(o report.Options) (*printer, error) {
	o.Edition = t.edition
	p := &printer{file: newStream(os.Stdout, t.format.markup)}
	if t.path != "" {
		o.Color, o.Width, o.Source = false, 0, false // a file is no terminal
		file, err := disk.Kind{Elsewhere: "write the report elsewhere"}.Begin(t.path)
		if err != nil {
			return nil, err
		}
		p.file = guard(file, t.path, t.format.markup)
	}
	p.out = bufio.NewWriter(p.file)
	var err error
	if p.Printer, err = t.format.new(p.out, o); err != nil {
		p.file.Drop()
	}
	return p, err
}

// Print writes one audit to every target. What can be seen of it is seen at
// once.
func (out *printers) Print(a *audit.Audit) error {
	for _, p := range out.all {
		if err := p.Print(a); err != nil {
			return printed(err)
		}
		if _, live := p.file.(*stream); live {
			if err := p.out.Flush(); err != nil {
				return printed(err)
			}
		}
	}
	return nil
}

// close ends what is written, and lets every file take its place.
func (out *printers) close() error {
	if err := out.each(func(p *printer) error {
		if err := p.Close(); err != nil {
			return err
		}
		return p.out.Flush()
	}); err != nil {
		return err
	}
	out.ending.Lock()
	defer out.ending.Unlock()
	if err := out.each(func(p *printer) error { return p.file.Finish() }); err != nil {
		return err
	}
	return out.each(func(p *printer) error { return p.file.Keep() })
}

func (out *printers) each(step func(*printer) error) error {
	for _, p := range out.all {
		if err := step(p); err != nil {
			return printed(err)
		}
	}
	return nil
}

// drop takes away what was not kept.
func (out *printers) drop() {
	out.ending.Lock()
	defer out.ending.Unlock()
	signal.Stop(out.signals)
	close(out.signals)
	for _, p := range out.all {
		p.file.Drop()
	}
}

// stepSummary is the file that GitHub Actions names for the summary of a step.
// Other commands of the step write to it, too, so that this one is added.
type stepSummary struct {
	bytes.Buffer
	path string
	file *os.File // from Finish to Keep or Drop
	made bool     // whether there was no such file before
}

// summaryPrinter writes the summary beside the annotations.
func summaryPrinter(path string, o report.Options) (p *printer, err error) {
	p = &printer{file: &stepSummary{path: path}}
	p.out = bufio.NewWriter(p.file)
	p.Printer, err = markdown.NewSummary(p.out, o)
	return p, err
}

// Finish opens the file, so that one that cannot be written to is known of before
// anything is kept.
func (s *stepSummary) Finish() (err error) {
	_, err = os.Lstat(s.path)
	s.made = errors.Is(err, fs.ErrNotExist)
	s.file, err = os.OpenFile(s.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	return summaryError(err)
}

// Keep adds the summary to the file.
func (s *stepSummary) Keep() error {
	_, err := s.WriteTo(s.file)
	err = errors.Join(err, s.file.Close())
	s.file = nil
	return summaryError(err)
}

// Drop takes the file away again that Finish made.
func (s *stepSummary) Drop() {
	if s.file == nil {
		return
	}
	_ = s.file.Close()
	if s.made {
		os.Remove(s.path)
	}
}

func summaryError(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("writing the summary of the step: %w; let GITHUB_STEP_SUMMARY name a file that can be written, or unset it", err)
}
