package printable

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// On a runner, no line is a command, whatever is written and however it is cut.
func TestRunnerWriter(t *testing.T) {
	for _, c := range []struct {
		markup    Markup
		in, wants string
	}{
		{Plain, "plain: text # ## ### :: #[ x\n", "plain: text # ## ### :: #[ x\n"},
		{Plain, "::error::x\n", ":\u200b:error::x\n"},
		{Plain, " \t\u00a0\u2003::error::x\na\n::b", " \t\u00a0\u2003:\u200b:error::x\na\n:\u200b:b"},
		{Plain, "a ##[error]x ###[b] ##vso[c] ##teamcity[d\n", "a #\u200b#[error]x ##\u200b#[b] #\u200b#vso[c] #\u200b#teamcity[d\n"},
		{Plain, "## Heading\n", "## Heading\n"},
		{Commands, "::error::##[x]\n", "::error::#\u200b#[x]\n"},
		{JSON, `{"a": "##[x]#"}` + "\n", `{"a": "\u0023\u0023[x]\u0023"}` + "\n"},
		{XML, "<a b='##[x]'>\n::c::</a>\n", "<a b='&#35;#[x]'>\n&#58;:c::</a>\n"},
	} {
		for cut := 1; cut <= len(c.in); cut++ {
			var out strings.Builder
			w := &RunnerWriter{W: &out, Markup: c.markup}
			for rest := c.in; rest != ""; {
				n, err := io.WriteString(w, rest[:min(cut, len(rest))])
				if err != nil {
					t.Fatal(err)
				}
				rest = rest[n:]
			}
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
			if out.String() != c.wants {
				t.Errorf("cut at %d, %q became %q", cut, c.in, out.String())
			}
		}
	}
}

// What programs read means the same.
func TestRunnerWriterKeepsTheMeaning(t *testing.T) {
	const text = "##[error]::x # \\## &#35; <::a>"
	var out strings.Builder
	w := &RunnerWriter{W: &out, Markup: JSON}
	if err := json.NewEncoder(w).Encode(text); err != nil {
		t.Fatal(err)
	}
	var got string
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil || got != text || strings.Contains(out.String(), "##") {
		t.Errorf("it reads %q, %v", got, err)
	}
	out.Reset()
	w = &RunnerWriter{W: &out, Markup: XML}
	for _, part := range []string{"<a>\n", "", "</a>"} {
		if part == "" {
			if err := xml.EscapeText(w, []byte("::b "+text)); err != nil {
				t.Fatal(err)
			}
		} else if _, err := io.WriteString(w, part); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal([]byte(out.String()), &got); err != nil || strings.TrimSpace(got) != "::b "+text || strings.Contains(out.String(), "##[") || strings.Contains(out.String(), "\n::") {
		t.Errorf("it reads %q, %v, from %q", got, err, out.String())
	}
}

func TestRunnerWriterFails(t *testing.T) {
	full := errors.New("full")
	w := &RunnerWriter{W: failing{full}}
	if _, err := io.WriteString(w, "a\n"); !errors.Is(err, full) {
		t.Errorf("a line is written: %v", err)
	}
	if err := w.Flush(); !errors.Is(err, full) {
		t.Errorf("the rest is written: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestOnRunner(t *testing.T) {
	for name, want := range map[string]bool{"GITHUB_ACTIONS": true, "TF_BUILD": true, "TEAMCITY_VERSION": true, "CI": false} {
		if got := OnRunner(func(asked string) string { return map[bool]string{true: "true"}[asked == name] }); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
