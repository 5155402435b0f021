package interview

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/questions"
)

const dateHint = "The year, the month, the day: 2026-11-02."

// leftOpen is the choice that leaves a field empty.
const leftOpen = ""

// fieldPage asks for one field of a record of a kind. The value is what stands
// there so far; what happens next is for the caller to say.
func (f *flow) fieldPage(kind string, field *planfile.Field, value string) *page {
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
		if p.hint == "" {
			p.hint = formOf(field.Type)
		}
		return p
	}
	if field.Type != planfile.FieldYesNo && !field.Required {
		p.choices = append(p.choices, choice{value: leftOpen, label: "Leave this open for now."})
	}
	return p
}

// references offers the records of a kind by their ids.
func (f *flow) references(kind string) []choice {
	plan, record := f.store.Plan(), f.opts.Forms.Of(kind)
	var choices []choice
	for i := range count(plan, kind) {
		id := text(valueAt(plan, recordPath(kind, i, "id")...))
		choices = append(choices, choice{value: id, label: recordLabel(plan, record, kind, i)})
	}
	return choices
}

func formOf(t planfile.FieldType) string {
	switch t {
	case planfile.FieldID:
		return "A short name in small letters with hyphens, such as first-answer. It never changes."
	case planfile.FieldDate:
		return dateHint
	case planfile.FieldDays:
		return "A number of days, such as 14."
	case planfile.FieldAmount:
		return "A number, or words."
	}
	return ""
}

// parse reads what was typed into a field of a record of a kind. An empty
// value gives nil.
func (f *flow) parse(kind string, field *planfile.Field, value string) (any, error) {
	value = strings.TrimSpace(value)
	if value == "" {
		if field.Required {
			return nil, errors.New("this one cannot be left empty")
		}
		return nil, nil
	}
	switch field.Type {
	case planfile.FieldID:
		return value, f.checkID(kind, value)
	case planfile.FieldDate:
		return parseDate(value)
	case planfile.FieldDays:
		return parseDays(value)
	case planfile.FieldAmount:
		return parseAmount(value)
	case planfile.FieldYesNo:
		return value == yes, oneOf(value, yes, no)
	case planfile.FieldChoice:
		return value, oneOf(value, field.Choices...)
	}
	return value, nil
}

// checkID refuses an id that another record of its kind has: answers and
// references find a record by nothing else.
func (f *flow) checkID(kind, id string) error {
	if !questions.IsID(id) {
		return fmt.Errorf("use small letters, digits and single hyphens, as in first-answer; not %q", id)
	}
	plan := f.store.Plan()
	for i := range count(plan, kind) {
		if valueAt(plan, recordPath(kind, i, "id")...) == id {
			return fmt.Errorf("%q is taken; each one needs a name of its own", id)
		}
	}
	return nil
}

func parseDate(value string) (time.Time, error) {
	day, err := time.Parse(dateLayout, strings.TrimSpace(value))
	if err != nil {
		return time.Time{}, fmt.Errorf("write the date as 2026-11-02, not %q", value)
	}
	return day, nil
}

func parseDays(value string) (int, error) {
	days, err := strconv.Atoi(value)
	if err != nil || days < 1 {
		return 0, fmt.Errorf("write a whole number of days above 0, not %q", value)
	}
	return days, nil
}

func parseAmount(value string) (planfile.Amount, error) {
	var amount planfile.Amount
	if needed := amount.DecodeScalar(value, false); needed != "" {
		return planfile.Amount{}, fmt.Errorf("write %s, not %q", needed, value)
	}
	return amount, nil
}

func oneOf(value string, words ...string) error {
	if !slices.Contains(words, value) {
		return fmt.Errorf("choose one of %s", strings.Join(words, ", "))
	}
	return nil
}
