package interview

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
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
	note
	dissent
	overview
	reveal
	sheets
	stop
	pause
)

// actions are the meanings of the keys that mean the same on every page.
var actions = map[tea.KeyType]action{
	tea.KeyEnter:    enter,
	tea.KeyShiftTab: back,
	tea.KeyTab:      skip,
	tea.KeyEsc:      leave,
	tea.KeyF1:       explain,
	tea.KeyCtrlG:    explain,
	tea.KeyF2:       note,
	tea.KeyF3:       overview,
	tea.KeyF4:       dissent,
	tea.KeyCtrlC:    stop,
	tea.KeyCtrlZ:    pause,
}

// actionOf gives the meaning of a key on a page. It goes by the type of the key and
// never by its name, which typed letters can have as well. In a text, the keys that
// write or move are left to the text.
func actionOf(msg tea.KeyMsg, p *page) action {
	if act, ok := actions[msg.Type]; ok {
		return act
	}
	if p.typed || p.filter != nil {
		return inside
	}
	switch {
	case msg.Type == tea.KeyLeft:
		return back
	case msg.Type == tea.KeyRunes && p.write == nil && !msg.Alt && len(msg.Runes) == 1:
		return letter(msg.Runes[0], p)
	}
	return inside
}

// letter gives the meaning of a letter on a page without a text.
func letter(r rune, p *page) action {
	switch {
	case r == '?':
		return explain
	case r == 'o':
		return overview
	case r == 'n' && p.step != nil:
		return note
	case r == 'x' && p.step != nil && !p.own:
		return dissent
	case r == 'r' && p.covered:
		return reveal
	case r == 'v' && p.heard != nil:
		return sheets
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

// moves reports whether a letter moves in a list.
func moves(msg tea.KeyMsg) bool {
	keys := fieldKeys().Select
	return key.Matches(msg, keys.Up, keys.Down, keys.GotoTop, keys.GotoBottom)
}

// howToMove is said where a letter was typed that means nothing on a list.
func howToMove(p *page) string {
	if p.rungs {
		return "nothing is typed here: choose a line with a digit from 0 to 4 or the arrows, then press Enter"
	}
	return "nothing is typed here: choose a line with the arrows, then press Enter"
}

// keyName says what a key does, in a longer and a shorter way. The higher its
// rank, the earlier it gives way on a narrow screen.
type keyName struct {
	long, short string
	rank        int
}

func keyNames(p *page) []keyName {
	names := []keyName{{"enter accept", "enter accept", 2}}
	if !p.asks() && p.filter == nil {
		names[0] = keyName{"enter go on", "enter go on", 0}
	}
	if p.skip != nil && p.asks() {
		names = append(names, keyName{"tab skip", "tab skip", 1})
	}
	if p.leave != nil {
		names = append(names, keyName{"esc leave", "esc leave", 0})
	}
	back, why := keyName{"shift+tab back", "← back", 0}, keyName{"? why", "? why", 2}
	if p.typed || p.filter != nil || p.write != nil {
		back, why = keyName{"shift+tab back", "⇧tab back", 0}, keyName{"F1 why", "F1 why", 2}
	}
	names = append(names, back)
	if len(p.why) > 0 {
		names = append(names, why)
	}
	return append(append(names, sideways(p)...), keyName{"ctrl+c stop", "^C stop", 0})
}

// sideways are the keys that lead from a page to what stands beside it: by a letter, or
// by a key of their own where letters are typed.
func sideways(p *page) []keyName {
	letters := !p.typed && p.filter == nil && p.write == nil
	var names []keyName
	switch {
	case p.own && p.step != nil && letters:
		names = append(names, keyName{"n note", "n note", 3})
	case p.own && p.step != nil:
		names = append(names, keyName{"F2 note", "F2 note", 4})
	case p.step != nil && letters && p.heard != nil && !p.shown:
		names = append(names, keyName{"v sheets", "v sheets", 0}, keyName{"n note", "n note", 3}, keyName{"x not agreed", "x differs", 3})
	case p.step != nil && letters:
		names = append(names, keyName{"n note", "n note", 3}, keyName{"x not agreed", "x differs", 3})
	case p.step != nil:
		names = append(names, keyName{"F2 note", "F2 note", 4}, keyName{"F4 not agreed", "F4 differs", 4})
	}
	switch {
	case p.alone:
	case letters:
		names = append(names, keyName{"o overview", "o overview", 3})
	case p.filter == nil:
		names = append(names, keyName{"F3 overview", "F3 overview", 3})
	}
	return names
}

// footer names the keys of a page in at most so many lines of at most width columns:
// all of them where that can be done, in as few lines as it takes.
func footer(p *page, width, most int) []string {
	const highest = 4
	names := keyNames(p)
	for rank := highest + 1; rank >= 0; rank-- {
		for n := 1; n <= most; n++ {
			for _, long := range []bool{true, false} {
				if lines := packed(keysBelow(names, rank, long), width); len(lines) <= n {
					return lines
				}
			}
		}
	}
	return []string{ansi.Truncate(strings.Join(keysBelow(names, 0, false), "  "), width, "")}
}

// packed lays words out in lines, none of which is taken apart.
func packed(words []string, width int) []string {
	lines := words[:1:1]
	for _, word := range words[1:] {
		last := &lines[len(lines)-1]
		if longer := *last + "  " + word; ansi.StringWidth(longer) <= width {
			*last = longer
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// keysBelow names the keys that are of a lower rank, and of rank 0 all.
func keysBelow(names []keyName, rank int, long bool) []string {
	var words []string
	for _, n := range names {
		switch {
		case n.rank >= max(rank, 1):
		case long:
			words = append(words, n.long)
		default:
			words = append(words, n.short)
		}
	}
	return words
}

// allKeys explains every key, for the page that explains.
func allKeys(p *page) []string {
	keys := []string{"Keys: Enter accepts, Tab skips, Shift+Tab or ← goes back, Esc leaves, Ctrl+C stops, Ctrl+Z pauses."}
	switch {
	case p.rungs && p.own:
		keys = append(keys, "0 to 4 move to a line, n takes a note.")
	case p.rungs:
		keys = append(keys, "0 to 4 move to a line, n takes a note, x records who does not agree.")
	}
	if p.heard != nil && !p.shown {
		keys = append(keys, "v shows how the sheets fell.")
	}
	if p.covered {
		keys = append(keys, "r shows the answer of last time.")
	}
	switch {
	case p.alone:
		return keys
	case p.own:
		return append(keys, "o shows everything that has been said. While you type a text: F1 explains, F2 is the note, F3 the overview.")
	}
	return append(keys, "o shows everything that has been said. While you type a text: F1 explains, F2 is the note, F3 the overview, F4 who does not agree.")
}
