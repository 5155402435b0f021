package questions

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Prompt is a question that certain words in a plan give rise to. It errs often,
// so it never touches a score or a grade.
type Prompt struct {
	ID    string   `yaml:"id,required"`
	Title string   `yaml:"title,required"`
	Why   string   `yaml:"why,required"`
	Ask   string   `yaml:"ask,required"`   // what the author is asked, a sentence
	Words []string `yaml:"words,required"` // in lower case, in every form that counts; also several in a row
	Held  Held     `yaml:"held_against,required"`
}

// Held says how often a prompt errs, on made-up sentences.
type Held struct {
	Meant  int `yaml:"meant,required"`  // sentences that it is meant for
	Found  int `yaml:"found,required"`  // those of them that it found
	Alike  int `yaml:"alike,required"`  // sentences that only look like them
	Quoted int `yaml:"quoted,required"` // those of them that it quoted all the same
}

// Find returns the first of the prompt's words in a text, as it is written there,
// or an empty text.
func (p *Prompt) Find(text string) string {
	folded := strings.ToLower(text)
	if len(folded) != len(text) { // a letter that changes its length is in none of the words
		folded = text
	}
	first := len(text)
	found := ""
	for _, word := range p.Words {
		if at := indexWord(folded, word); at >= 0 && at < first {
			first, found = at, text[at:at+len(word)]
		}
	}
	return found
}

// indexWord is the index at which a word stands by itself in a text, or -1.
func indexWord(text, word string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		at := from + i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		behind, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !isOfWord(before) && !isOfWord(behind) {
			return at
		}
		from = at + len(word)
	}
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }
