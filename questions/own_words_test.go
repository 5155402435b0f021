package questions_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"regexp"
	"strings"
	"testing"

	"forewarn/questions"
)

// All sentences are our own. The texts that the bank is drawn from are not here, but
// testdata/six-words.txt has a hash of every run of six words in them. Citations are
// no sentences of ours and are not looked at.
func TestEverySentenceIsOurOwn(t *testing.T) {
	data, err := os.ReadFile("testdata/six-words.txt")
	if err != nil {
		t.Fatal(err)
	}
	theirs := map[string]bool{}
	for _, line := range strings.Fields(string(data)) {
		theirs[line] = true
	}
	if len(theirs) < 10_000 {
		t.Fatalf("only %d runs are known, so the test says little", len(theirs))
	}
	all := texts(shipped(t))
	for id, six := range told(t) {
		for _, s := range six {
			all[id+" "+s.Setting] = s.Text
		}
	}
	for where, text := range all {
		for _, run := range sixWordRuns(text) {
			if theirs[hashOf(run)] {
				t.Errorf("%s shares six words with a source: %q", where, run)
			}
		}
	}
}

// The hashes are those of runs as they are made here: one that is known is found.
func TestSharedWordsAreFound(t *testing.T) {
	data, err := os.ReadFile("testdata/six-words.txt")
	if err != nil {
		t.Fatal(err)
	}
	run := sixWordRuns(shipped(t).Source("koch-2004").Cite)[0] // a citation, which may stand in both
	if !strings.Contains(string(data), hashOf(run)) {
		t.Errorf("%q stands in a source, and is not known", run)
	}
}

func told(t *testing.T) map[string][]questions.Situation {
	t.Helper()
	all, err := questions.Situations()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sixWordRuns(text string) []string {
	words := regexp.MustCompile(`[\p{L}\p{N}]+`).FindAllString(strings.ToLower(text), -1)
	var runs []string
	for i := 0; i+6 <= len(words); i++ {
		runs = append(runs, strings.Join(words[i:i+6], " "))
	}
	return runs
}

func hashOf(run string) string {
	sum := sha256.Sum256([]byte(run))
	return hex.EncodeToString(sum[:])[:10]
}
