package interview

import (
	"fmt"
	"strconv"
	"strings"
)

// command is what a line may ask for instead of giving an answer.
type command struct {
	letter, name string
	action       action
}

// commands are those that a page takes, in the order of its prompt.
func commands(p *page) []command {
	var list []command
	if p.skip != nil {
		list = append(list, command{"s", "skip", skip})
	}
	if p.leave != nil {
		list = append(list, command{"l", "leave", leave})
	}
	list = append(list, command{"b", "back", back})
	if len(p.why) > 0 {
		list = append(list, command{"w", "why", explain})
	}
	return append(list, command{"q", "stop", stop})
}

// prompt names what may be typed beside an answer.
func prompt(p *page) string {
	var words []string
	for _, c := range commands(p) {
		words = append(words, colon(p)+c.letter+" "+c.name)
	}
	return "Your answer (" + strings.Join(words, ", ") + "): "
}

// colon stands before the letter of a command where a single letter may be the
// answer.
func colon(p *page) string {
	if p.typed {
		return ":"
	}
	return ""
}

// commandIn gives the meaning of a line, which is inside when it is an answer.
func commandIn(p *page, line string) action {
	for _, c := range commands(p) {
		if strings.EqualFold(line, colon(p)+c.letter) || strings.EqualFold(line, ":"+c.letter) {
			return c.action
		}
	}
	return inside
}

// answerIn reads a line as an answer. An empty line keeps what stands there,
// so that a hyphen alone has to stand for nothing.
func answerIn(p *page, line string) (string, error) {
	switch {
	case p.typed && line == "":
		return p.value, nil
	case p.typed && line == "-":
		return "", nil
	case p.typed:
		return line, nil
	}
	for i, c := range p.choices {
		if line == "" && c.value == p.value || strings.EqualFold(line, name(i, c)) {
			return c.value, nil
		}
	}
	return "", fmt.Errorf("%q is none of the answers", line)
}

// name is what is typed for choice i.
func name(i int, c choice) string {
	if c.key != "" {
		return c.key
	}
	return strconv.Itoa(i + 1)
}

// kept is the answer that an empty line keeps, or empty when there is none.
func kept(p *page) string {
	for _, c := range p.choices {
		if c.value == p.value {
			return c.label
		}
	}
	if p.typed {
		return p.value
	}
	return ""
}
