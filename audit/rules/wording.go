package rules

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Wording is one thing told to two readers.
type Wording struct {
	Working string // for who has the plan before them: by ids, keys and the names of commits
	Client  string // for who has not: by the names of things; empty where it is nothing to them
}

// Quoted puts a name between the marks of a printed text.
func Quoted(name string) string { return "“" + name + "”" }

// Alike is a wording that is the same for both.
func Alike(text string) Wording { return Wording{text, text} }

// Worded fills %s, the same places in both wordings.
func Worded(format string, with ...Wording) Wording {
	working, client := make([]any, len(with)), make([]any, len(with))
	for i, w := range with {
		working[i], client[i] = w.Working, w.Client
	}
	return Wording{fmt.Sprintf(format, working...), fmt.Sprintf(format, client...)}
}

// Joined joins wordings, of each reader those that are for them.
func Joined(list []Wording, separator string) Wording {
	var working, client []string
	for _, w := range list {
		working = append(working, w.Working)
		if w.Client != "" {
			client = append(client, w.Client)
		}
	}
	return Wording{strings.Join(working, separator), strings.Join(client, separator)}
}

var isoDay = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// DaysOut writes the days in words of ours out, as people read them: 2 November 2026.
func DaysOut(text string) string {
	return isoDay.ReplaceAllStringFunc(text, func(day string) string {
		on, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return day
		}
		return on.Format("2 January 2006")
	})
}
