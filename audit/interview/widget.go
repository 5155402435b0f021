package interview

import (
	"cmp"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"forewarn/audit/printable"
)

// widget takes the keys that move inside an answer: up and down a list, or
// along a text. It is made anew for each page and bound to variables of its
// own, because huh writes into what a field is bound to before anybody has
// answered.
type widget struct {
	page  *page
	field huh.Field           // nil on a page that asks nothing
	list  *huh.Select[string] // the same field, when it is a list
	given string              // the text that stood there at first, as the plan has it
	first string              // and as it was shown
}

// textRows is the height of a text; longer ones scroll.
const textRows = 4

func newWidget(p *page, styles theme) widget {
	w := widget{page: p}
	switch {
	case p.typed:
		w.given = cmp.Or(p.begun, p.value)
		w.first = printable.Text(w.given)
		bound := w.first
		w.field = huh.NewText().Lines(textRows).ShowLineNumbers(false).ExternalEditor(false).Value(&bound)
	case len(p.choices) > 0:
		bound := cmp.Or(p.begun, p.value, p.cursor)
		if p.covered {
			bound = p.choices[0].value
		}
		w.list = huh.NewSelect[string]().Options(options(p.choices)...).Value(&bound)
		w.field = w.list
	default:
		return w
	}
	w.field = w.field.WithTheme(styles.fields).WithKeyMap(fieldKeys())
	return w
}

// options gives the list only its values. Its own view cuts a question off a
// short screen and does not keep a long sentence whole, so the sentences are
// drawn by the model from what the list says is under the cursor.
func options(choices []choice) []huh.Option[string] {
	var list []huh.Option[string]
	for _, c := range choices {
		list = append(list, huh.NewOption(c.value, c.value))
	}
	return list
}

// focus makes the field take keys.
func (w *widget) focus() tea.Cmd {
	if w.field == nil {
		return nil
	}
	return tea.Batch(w.field.Init(), w.field.Focus())
}

func (w *widget) update(msg tea.Msg) tea.Cmd {
	if w.field == nil {
		return nil
	}
	field, cmd := w.field.Update(msg)
	w.field = field.(huh.Field)
	return cmd
}

func (w *widget) resize(width int) {
	if w.field == nil {
		return
	}
	w.field = w.field.WithWidth(width)
	// A text scrolls to its cursor only when it is updated after it was drawn.
	_ = w.field.View()
	w.update(nil)
}

// value is the answer as it stands. A text that was not touched is given back
// as it was, not as it was made printable.
func (w *widget) value() string {
	if w.list != nil {
		value, _ := w.list.Hovered()
		return value
	}
	if w.field == nil {
		return ""
	}
	typed, _ := w.field.GetValue().(string)
	if typed == w.first {
		return w.given
	}
	return strings.TrimSpace(strings.ReplaceAll(typed, "\n", " "))
}
