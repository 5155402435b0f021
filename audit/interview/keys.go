package interview

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/x/ansi"
)

// action is what a key means to the interview.
type action int

const (
	inside action = iota // nothing: the field takes the key
	enter
	back
	skip
	leave
	explain
	stop
)

// actionOf gives the meaning of a key on a page. In a text, the keys that
// write or move are left to the text.
func actionOf(key string, typed bool) action {
	switch key {
	case "enter":
		return enter
	case "shift+tab":
		return back
	case "tab":
		return skip
	case "esc":
		return leave
	case "f1", "ctrl+g":
		return explain
	case "ctrl+c":
		return stop
	}
	switch {
	case key == "left" && !typed:
		return back
	case key == "?" && !typed:
		return explain
	}
	return inside
}

// fieldKeys are the keys that huh's fields see: those that move inside a list.
// A binding that is not set here is empty and matches nothing. What turns a
// page never reaches huh, which would pass it on without saying to which page.
func fieldKeys() *huh.KeyMap {
	var keys huh.KeyMap
	keys.Select.Up = key.NewBinding(key.WithKeys("up", "k"))
	keys.Select.Down = key.NewBinding(key.WithKeys("down", "j"))
	keys.Select.GotoTop = key.NewBinding(key.WithKeys("home", "g"))
	keys.Select.GotoBottom = key.NewBinding(key.WithKeys("end", "G"))
	return &keys
}

// keyName says what a key does, in a longer and a shorter way. The higher its
// rank, the earlier it gives way on a narrow screen.
type keyName struct {
	long, short string
	rank        int
}

func keyNames(p *page) []keyName {
	names := []keyName{{"enter accept", "enter accept", 3}}
	if !p.typed && len(p.choices) == 0 {
		names[0] = keyName{"enter finish", "enter finish", 0}
	}
	if p.skip != nil {
		names = append(names, keyName{"tab skip", "tab skip", 1})
	}
	if p.leave != nil {
		names = append(names, keyName{"esc leave", "esc leave", 0})
	}
	back, why := keyName{"shift+tab back", "← back", 0}, keyName{"? why", "? why", 2}
	if p.typed {
		back, why = keyName{"shift+tab back", "⇧tab back", 0}, keyName{"F1 why", "F1 why", 2}
	}
	names = append(names, back)
	if len(p.why) > 0 {
		names = append(names, why)
	}
	return append(names, keyName{"ctrl+c stop", "^C stop", 0})
}

// footer names the keys of a page in one line of at most width columns.
func footer(p *page, width int) string {
	names := keyNames(p)
	var long, short []string
	for _, n := range names {
		long = append(long, n.long)
	}
	line := strings.Join(long, "  ")
	for rank := 3; rank >= 0 && ansi.StringWidth(line) > width; rank-- {
		short = short[:0]
		for _, n := range names {
			if n.rank < max(rank, 1) {
				short = append(short, n.short)
			}
		}
		line = strings.Join(short, "  ")
	}
	return ansi.Truncate(line, width, "")
}
