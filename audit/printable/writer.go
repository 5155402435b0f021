package printable

import "io"

// Writer makes what is written through it safe, as Text does. Each Write has to
// end between two characters.
type Writer struct{ W io.Writer }

// Write never says that it wrote less than it was given without an error.
func (w Writer) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.W, Text(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}
