package printable

import "strings"

// Word returns the path of a file as one word that can be pasted into a
// shell: nothing in it is run, expanded or taken for a flag. What a terminal
// must not be given is spelt out, as by Text, so that a name with such
// characters has to be typed in another way.
func Word(path string) string {
	if strings.HasPrefix(path, "-") {
		path = "./" + path
	}
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-"
	if strings.Trim(path, plain) == "" && path != "" {
		return path
	}
	return "'" + strings.ReplaceAll(Text(path), "'", `'\''`) + "'"
}
