package yamldoc

import (
	"strings"
	"testing"
)

func TestSyntaxCharacters(t *testing.T) {
	const tagWanted = "not-supported: a tag (!) cannot be used in this file (delete it, or put the value in quotes if the \"!\" is meant)"
	runReadCases(t, []readCase{
		{
			name: "at sign",
			why:  "YAML reserves it",
			in:   "title: @x\n",
			want: []string{"1:8-1:10 yaml-syntax: a value cannot start with this character (put the value in quotes)"},
		},
		{
			name: "backquote behind an accent",
			why:  "columns count characters, not bytes",
			in:   "version: 1\nnotes: {é: `x`}\n",
			want: []string{"2:12-2:16 yaml-syntax: a value cannot start with this character (put the value in quotes)"},
		},
		{
			name: "percent sign",
			why:  "YAML reserves it",
			in:   "title: %x\n",
			want: []string{"1:8-1:10 yaml-syntax: a value cannot start with this character (put the value in quotes)"},
		},
		{
			name: "question mark",
			why:  "it announces a key",
			in:   "title: ? x\n",
			want: []string{`1:8-1:11 yaml-syntax: a value cannot start with "? " (put the value in quotes)`},
		},
		{
			name: "asterisk",
			why:  "it is how a value is repeated",
			in:   "version: 1\ntitle: *note* this\nlevel: low\n",
			want: []string{`2:8-2:19 yaml-syntax: a value cannot start with "*" or "&" like this (put the value in quotes if the "*" or "&" is meant)`},
		},
		{
			name: "asterisk and name",
			why:  "it repeats a value, and there is no such value",
			in:   "version: 1\ntitle: *note\nlevel: low\n",
			want: []string{`2:8-2:13 not-supported: a repeated value (*) cannot be used in this file (put the value in quotes if the "*" or "&" is meant)`},
		},
		{
			name: "asterisk alone",
			why:  "it names nothing",
			in:   "title: * x\n",
			want: []string{`1:8-1:11 yaml-syntax: a value cannot start with "*" or "&" like this (put the value in quotes if the "*" or "&" is meant)`},
		},
		{
			name: "ampersand alone",
			why:  "it names nothing",
			in:   "title: a\nlevel: & x\n",
			want: []string{`2:8-2:11 yaml-syntax: a value cannot start with "*" or "&" like this (put the value in quotes if the "*" or "&" is meant)`},
		},
		{
			name: "tag that nobody declared",
			why:  "tags are refused whether they are right or wrong",
			in:   "title: !e!x a\n",
			want: []string{"1:8-1:14 " + tagWanted},
		},
		{
			name: "tag with a bad code",
			why:  "the same",
			in:   "title: !%zz a\n",
			want: []string{"1:8-1:14 " + tagWanted},
		},
		{
			name: "tag not closed",
			why:  "the same",
			in:   "title: !<a b\n",
			want: []string{"1:8-1:13 " + tagWanted},
		},
		{
			name: "tag that runs into text",
			why:  "the same",
			in:   "title: !a\"b\n",
			want: []string{"1:8-1:12 " + tagWanted},
		},
		{
			name: "line of the library's own at the margin",
			why:  "a percent sign at the start of a line means more than elsewhere",
			in:   "title: a\n%x\n",
			want: []string{"2:1-2:3 not-supported: a line that starts with % cannot be used in this file (delete the line)"},
		},
		{
			name: "YAML version further down",
			why:  "another document would start there",
			in:   "title: a\n...\n%YAML 1.2\n---\n",
			want: []string{"3:1-3:10 not-supported: a line that starts with % cannot be used in this file (delete the line)"},
		},
		{
			name: "text after the end",
			why:  "three dots end a document",
			in:   "title: a\n...\nversion: 1\n",
			want: []string{"3:1-3:11 not-supported: there is more after the end of the document (keep one document in a file)"},
		},
		{
			name: "nesting that the library refuses",
			why:  "it has a limit of its own, at which it stops",
			in:   strings.Repeat("[", 10001),
			want: []string{"1:10001-1:10002 not-readable: this is nested too deep"},
		},
	})
}

// TestLibraryFailed makes the reader panic, as the library does on some input.
func TestLibraryFailed(t *testing.T) {
	const brokenStep = -1
	_, _, err := readDocuments([]byte("a"), brokenStep, 1)
	if err == nil || faultFor(librarySays(err)).message != "this cannot be read as YAML" {
		t.Errorf("got %v", err)
	}
}

// TestFaultsUnknown holds that an error of the library that is not in the
// lists is still shown.
func TestFaultsUnknown(t *testing.T) {
	got := faultFor("did not find its keys")
	if got.id != Syntax || !strings.Contains(got.hint, "did not find its keys") {
		t.Errorf("got %+v", got)
	}
}
