//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The manual pages say the same as --help: every text, every example, every
// flag and command with its meaning, each in its section.
func TestManualPages(t *testing.T) {
	dir := t.TempDir()
	if got := runProgram(t, dir, nil, "man", "man1"); got != (ran{}) {
		t.Fatalf("man makes %+v", got)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "man1", "*"))
	if err != nil || len(pages) < 10 {
		t.Fatalf("pages %q, %v", pages, err)
	}
	for _, path := range pages {
		name := strings.TrimSuffix(filepath.Base(path), ".1")
		t.Run(name, func(t *testing.T) {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			command, _ := strings.CutPrefix(name, "forewarn")
			help := helpSections(runProgram(t, dir, nil, append(strings.Fields(strings.ReplaceAll(command, "-", " ")), "--help")...).stdout)
			page := manSections(string(content))
			for section, same := range map[string]string{
				"": "DESCRIPTION", "Examples": "EXAMPLES", "Available Commands": "COMMANDS", "Flags": "OPTIONS", "Global Flags": "OPTIONS OF EVERY COMMAND",
			} {
				switch want, got := help[section], page[same]; {
				case section == "Flags" || section == "Global Flags" || section == "Available Commands":
					if want := entries(want); !slices.Equal(got, want) {
						t.Errorf("%s are %q\nwant as in the help %q", same, got, want)
					}
				case !slices.Equal(got, want):
					t.Errorf("%s is %q\nwant as in the help %q", same, got, want)
				}
			}
			if len(help[""]) == 0 || len(help["Usage"]) == 0 || !slices.Contains(page["SYNOPSIS"], strings.TrimSpace(help["Usage"][0])) {
				t.Errorf("SYNOPSIS is %q\nwant as in the help %q", page["SYNOPSIS"], help["Usage"])
			}
		})
	}
}

// The exit codes and their meanings are in the page of the program, which is
// the same printed and written.
func TestManualExitCodes(t *testing.T) {
	dir := t.TempDir()
	printed := runProgram(t, dir, nil, "man")
	runProgram(t, dir, nil, "man", ".")
	if written := readFile(t, filepath.Join(dir, "forewarn.1")); printed != (ran{stdout: written}) {
		t.Errorf("man prints %+v\nand writes\n%s", printed, written)
	}
	for _, line := range []string{
		"  0    done, or the gate passed", "  1    the gate did not pass", "  2    wrong usage",
		"  3    a plan or other input could not be read, is invalid, or could not be written",
		"  129  ended because the terminal closed", "  130  ended by Ctrl-C", "  143  ended by SIGTERM",
	} {
		if !slices.Contains(manSections(printed.stdout)["DESCRIPTION"], line) {
			t.Errorf("the manual does not say %q", line)
		}
	}
}

// Lines that are to be typed, or that form a table, are printed as they stand,
// nothing of a text is taken for a request, and each page names the others
// that lead on from it.
func TestManualLayout(t *testing.T) {
	dir := t.TempDir()
	runProgram(t, dir, nil, "man", ".")
	pages, err := filepath.Glob(filepath.Join(dir, "*.1"))
	if err != nil || len(pages) < 10 {
		t.Fatalf("pages %q, %v", pages, err)
	}
	var others []string
	for _, path := range pages {
		page, name := readFile(t, path), strings.TrimSuffix(filepath.Base(path), ".1")
		literal := false
		for line := range strings.Lines(page) {
			switch line = strings.TrimSuffix(line, "\n"); {
			case line == ".nf" || line == ".fi":
				literal = line == ".nf"
			case strings.HasPrefix(line, "."):
				if !regexp.MustCompile(`^\.(TH|SH|PP|TP)( "|$)`).MatchString(line) {
					t.Errorf("in %s, %q is taken for a request", name, line)
				}
			case literal != strings.HasPrefix(line, "  "):
				t.Errorf("in %s, %q is not laid out as it is written", name, line)
			}
		}
		if see := manSections(page)["SEE ALSO"]; name != "forewarn" && !slices.Equal(see, []string{"forewarn(1)"}) {
			t.Errorf("%s leads on to %q", name, see)
		}
		if name != "forewarn" {
			others = append(others, name+"(1)")
		}
	}
	slices.Sort(others)
	if see := manSections(readFile(t, filepath.Join(dir, "forewarn.1")))["SEE ALSO"]; !slices.Equal(see, []string{strings.Join(others, ", ")}) {
		t.Errorf("the page of the program leads on to %q, want %q", see, others)
	}
}

// helpSections are the lines of a help text, blank ones left out, by the
// heading that they stand under. What comes first has none.
func helpSections(text string) map[string][]string {
	sections := map[string][]string{}
	at := ""
	for _, line := range strings.Split(text, "\n") {
		switch heading, is := strings.CutSuffix(line, ":"); {
		case is && slices.Contains([]string{"Usage", "Examples", "Available Commands", "Flags", "Global Flags"}, heading):
			at = heading
		case strings.HasPrefix(line, `Use "forewarn`):
			at = "more"
		case line != "":
			sections[at] = append(sections[at], line)
		}
	}
	return sections
}

// manSections are the lines of a page as they would be printed, without the
// requests between them.
func manSections(page string) map[string][]string {
	sections := map[string][]string{}
	at := ""
	for line := range strings.Lines(page) {
		line = regexp.MustCompile(`\\f[BIR]`).ReplaceAllString(strings.TrimSuffix(line, "\n"), "")
		line = strings.NewReplacer(`\&`, "", `\-`, "-", `\e`, `\`).Replace(line)
		if heading, is := strings.CutPrefix(line, ".SH "); is {
			at = strings.Trim(heading, `"`)
		} else if !strings.HasPrefix(line, ".") {
			sections[at] = append(sections[at], line)
		}
	}
	return sections
}

// entries are terms and their meanings, one after the other, written as the
// manual has them. The command help has no page.
func entries(lines []string) []string {
	var out []string
	for _, line := range lines {
		term, meaning, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if term == "help" {
			continue
		}
		if flag, value, _ := strings.Cut(strings.TrimPrefix(term, "-o, "), " "); strings.HasPrefix(flag, "--") && value != "" {
			term = strings.TrimSuffix(term, value) + "VALUE"
		}
		meaning = regexp.MustCompile(`\(default ["\[](.*)["\]]\)$`).ReplaceAllString(strings.TrimSpace(meaning), "(default $1)")
		out = append(out, term, meaning)
	}
	return out
}
