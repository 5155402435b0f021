package interview

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"forewarn/audit/planfile"
)

// leftOpen is the choice that leaves a field empty.
const leftOpen = ""

// fieldPage asks for one field. The value is what stands there so far; what
// happens next is for the caller to say.
func (f *flow) fieldPage(field *planfile.Field, value string) *page {
	p := &page{ask: field.Ask, hint: field.Hint, value: value}
	switch field.Type {
	case planfile.FieldYesNo:
		p.choices = append(yesOrNo(), choice{value: leftOpen, label: "I don't know yet."})
	case planfile.FieldChoice:
		for _, word := range field.Choices {
			p.choices = append(p.choices, choice{value: word, label: word})
		}
	case planfile.FieldReference:
		p.choices = f.references(field.Refers)
	default:
		p.typed = true
		if field.Type == planfile.FieldDate {
			p.hint = dayHint(field)
		}
		if p.hint == "" {
			p.hint = formOf(field.Type)
		}
		return p
	}
	if len(p.choices) == 1 { // there is nothing else that could be meant
		p.cursor = p.choices[0].value
	}
	if field.Type != planfile.FieldYesNo && !field.Required {
		p.choices = append(p.choices, leaveOpen())
	}
	return p
}

// dayHint says how days may be typed, in place of the example that a file shows.
func dayHint(field *planfile.Field) string {
	if _, more, ok := strings.Cut(field.Hint, "; "); ok {
		return strings.TrimSuffix(dateHint, ".") + "; " + more
	}
	return dateHint
}

func leaveOpen() choice { return choice{value: leftOpen, label: "Leave this open for now."} }

// references offers the records of a kind by their ids.
func (f *flow) references(kind string) []choice {
	plan, list := f.store.Plan(), listOf(f.opts.Forms.Of(kind))
	var choices []choice
	for i := range plan.Count(kind) {
		id := text(plan.Value(kind, strconv.Itoa(i), "id"))
		choices = append(choices, choice{value: id, label: list.label(plan, i)})
	}
	return choices
}

func formOf(t planfile.FieldType) string {
	switch t {
	case planfile.FieldDays:
		return "A number of days, such as 14."
	case planfile.FieldAmount:
		return "A number, or words."
	}
	return ""
}

// parse reads what was typed into a field; how says in what a measure is kept. An
// empty value gives nil.
func (f *flow) parse(field *planfile.Field, value, how string) (any, error) {
	value = strings.TrimSpace(value)
	if value == "" {
		if field.Required {
			return nil, errors.New("this one cannot be left empty")
		}
		return nil, nil
	}
	switch field.Type {
	case planfile.FieldDate:
		return orNil(parseDay(value, f.today()))
	case planfile.FieldDays:
		return orNil(parseDays(value))
	case planfile.FieldAmount:
		return orNil(parseAmount(value, how))
	case planfile.FieldYesNo:
		return value == yes, oneOf(value, yes, no)
	case planfile.FieldChoice:
		return value, oneOf(value, field.Choices...)
	}
	return value, nil
}

// orNil is a value unless there is an error.
func orNil[T any](v T, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return v, nil
}

func parseDays(value string) (int, error) {
	days, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(value, " days"), " day"))
	if err != nil || days < 1 {
		return 0, fmt.Errorf("write a whole number of days above 0, not %q", value)
	}
	return days, nil
}

func oneOf(value string, words ...string) error {
	if !slices.Contains(words, value) {
		return fmt.Errorf("choose one of %s", strings.Join(words, ", "))
	}
	return nil
}
