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
	list = append(list, command{"q", "stop", stop})
	if p.heard != nil && !p.shown {
		list = append(list, command{"v", "sheets", sheets})
	}
	if p.step != nil {
		list = append(list, command{":n", "note", note})
	}
	if p.step != nil && !p.own {
		list = append(list, command{":x", "differs", dissent})
	}
	if p.filter == nil && !p.alone {
		list = append(list, command{":o", "overview", overview})
	}
	return list
}

// prompt names what may be typed beside an answer.
func prompt(p *page) string {
	var words []string
	for _, c := range commands(p) {
		words = append(words, c.typed(p)+" "+c.name)
	}
	return "Your answer (" + strings.Join(words, ", ") + "): "
}

// typed is what is typed for a command: with a colon where a single letter may be the
// answer, or stands for something else.
func (c command) typed(p *page) string {
	if (p.typed || p.write != nil) && !strings.HasPrefix(c.letter, ":") {
		return ":" + c.letter
	}
	return c.letter
}

// commandIn gives the meaning of a line, which is inside when it is an answer.
func commandIn(p *page, line string) action {
	for _, c := range commands(p) {
		if strings.EqualFold(line, c.typed(p)) || strings.EqualFold(line, ":"+strings.TrimPrefix(c.letter, ":")) {
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
	case (p.typed || p.write != nil) && line == "-":
		return "", nil
	case p.typed:
		return line, nil
	}
	for i, c := range p.choices {
		if line == "" && c.value == p.value || strings.EqualFold(line, name(i, c)) {
			return c.value, nil
		}
	}
	if p.write != nil && line != "" {
		return line, nil
	}
	return "", fmt.Errorf("%q is none of the answers", line)
}

// sought are the words to find among the choices of a page that can be narrowed: a line
// that is none of its numbers. A hyphen alone finds all.
func sought(p *page, line string) (words string, ok bool) {
	if _, err := answerIn(p, line); p.filter == nil || line == "" || err == nil {
		return "", false
	}
	return strings.TrimPrefix(line, "-"), true
}

// name is what is typed for choice i: the digit of a rung, or its number counted from 1.
func name(i int, c choice) string {
	if c.key != "" {
		return c.key
	}
	return strconv.Itoa(i + 1)
}

// keptBy is the answer that an empty line keeps, or empty when there is none.
func keptBy(p *page) string {
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
