package yamldoc

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"gopkg.in/yaml.v3"
)

const mappingNeeded = "keys with values"

// scalar reads a value into a type that is written as one value. It reports
// whether v is of such a type.
func (d *decoder) scalar(p *place, v reflect.Value) bool {
	read := reader(v)
	if read == nil {
		return false
	}
	if p.node.Kind != yaml.ScalarNode || p.absent() {
		d.wrongType(p, "one value", "")
		return true
	}
	if needed := read(p.node.Value, isQuoted(p.node)); needed != "" {
		d.wrongType(p, needed, mended(p.node.Value, v.Type()))
	}
	return true
}

// reader returns the function that sets v from a text, in the manner of
// Scalar, or nil when v is not written as one value.
func reader(v reflect.Value) func(text string, quoted bool) (needed string) {
	switch target := v.Addr().Interface().(type) {
	case Scalar:
		return target.DecodeScalar
	case *time.Time:
		return func(text string, _ bool) string { return readDate(target, text) }
	}
	switch {
	case v.Kind() == reflect.String:
		return func(text string, _ bool) string { v.SetString(text); return "" }
	case v.Kind() == reflect.Bool:
		return func(text string, quoted bool) string { return readBool(v, text, quoted) }
	case v.CanInt():
		return func(text string, quoted bool) string { return readInt(v, text, quoted) }
	}
	return nil
}

func readDate(target *time.Time, text string) string {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.IsZero() {
		return "a date such as 2026-11-02"
	}
	*target = day
	return ""
}

func readBool(v reflect.Value, text string, quoted bool) string {
	if quoted || text != "true" && text != "false" {
		return "true or false"
	}
	v.SetBool(text == "true")
	return ""
}

// readInt takes a number only in the form in which it would be printed, so
// that 010, 1_000 and 0x10 cannot be taken for something that they may not mean.
func readInt(v reflect.Value, text string, quoted bool) string {
	x, err := strconv.ParseInt(text, 10, 64)
	if quoted || err != nil || strconv.FormatInt(x, 10) != text || v.OverflowInt(x) {
		return "a whole number"
	}
	v.SetInt(x)
	return ""
}

func isQuoted(n *yaml.Node) bool {
	const styles = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Style&styles != 0
}

// mended returns the hint for a value that is wrong only because of its quotes, or
// for a date in another form.
func mended(text string, t reflect.Type) string {
	if day := MendDate(text); day != "" && t == reflect.TypeFor[time.Time]() {
		return "write " + day
	}
	if reader(reflect.New(t).Elem())(text, false) == "" {
		return "take away the quotes"
	}
	return ""
}

func (d *decoder) wrongType(p *place, needed, hint string) {
	d.add(d.doc.pos(p), WrongType, p.path(), fmt.Sprintf("this should be %s, not %s", needed, describe(p)), hint)
}

func describe(p *place) string {
	switch {
	case p.node.Kind == yaml.MappingNode:
		return mappingNeeded
	case p.node.Kind == yaml.SequenceNode:
		return "a list"
	case p.absent():
		return "empty"
	}
	return strconv.Quote(shorten(p.node.Value))
}

// oneOf checks that the string that was read from entry is one of words.
func (d *decoder) oneOf(entry *place, words []string, word string) {
	if entry.node.Kind != yaml.ScalarNode || slices.Contains(words, word) {
		return
	}
	d.add(d.doc.pos(entry), WrongType, entry.path(),
		fmt.Sprintf("%q is not one of the words for this", shorten(word)), d.hint(word, words, "write one of: "))
}
