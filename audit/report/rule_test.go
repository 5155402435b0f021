package report

import "testing"

// Help is Markdown: nothing in a text may be taken for markup.
func TestHelpIsEscaped(t *testing.T) {
	texts := [][2]string{{"Why it matters", "tool_committed <b> *a* `c` [d](e) | f"}, {"What to do", "g."}}
	want := "**Why it matters:** tool\\_committed \\<b> \\*a\\* \\`c\\` \\[d](e) \\| f\n\n**What to do:** g."
	if got := Help(texts); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
