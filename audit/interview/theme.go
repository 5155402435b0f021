package interview

import (
	"io"

	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// theme holds the styles of the interview. They use the 16 colours that every
// terminal sets up for its own background, and what they say is also said
// without colour.
type theme struct {
	quiet, ask, chosen, wrong, notice lipgloss.Style
	fields                            *huh.Theme
}

// newTheme makes its own renderer, because lipgloss's default one drops bold
// and reverse together with colour, and with them the cursor.
func newTheme(colour bool) theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI)
	r.SetHasDarkBackground(true)
	plain := r.NewStyle()
	cyan, red := plain, plain
	if colour {
		cyan, red = plain.Foreground(lipgloss.Color("6")), plain.Foreground(lipgloss.Color("1"))
	}
	return theme{
		quiet:  plain.Faint(true),
		ask:    plain.Bold(true),
		chosen: cyan.Bold(true),
		wrong:  red.Bold(true),
		notice: cyan,
		fields: fieldTheme(plain, cyan),
	}
}

func fieldTheme(plain, accent lipgloss.Style) *huh.Theme {
	var styles huh.FieldStyles
	styles.Base = plain
	styles.Title = plain
	styles.Description = plain
	styles.TextInput = huh.TextInputStyles{
		Cursor: plain, CursorText: plain, Placeholder: plain, Prompt: accent, Text: plain,
	}
	return &huh.Theme{Focused: styles, Blurred: styles}
}
