package interview

import (
	"fmt"
	"strings"
	"time"

	"forewarn/audit/planfile"
)

// What makes no sense at first sight is asked about once: the same answer given again
// is taken. The words below end with why it was doubted.

// once asks to give an answer again that may be wrong.
func once(why string) string {
	if why == "" {
		return ""
	}
	return why + ". To keep it all the same, give it once more"
}

// doubtful says why evidence counts for nothing, or cannot be found.
func (f *flow) doubtful(e planfile.Evidence) string {
	if e == (planfile.Evidence{}) {
		return ""
	}
	if err := planfile.Nothing(e, f.store.Plan().Initiative.Owner); err != nil {
		return once(err.Error())
	}
	if planfile.IsMissing(e, f.opts.HasFile) {
		return once(fmt.Sprintf("there is no file %q in the plan's folder", e.Shown))
	}
	return ""
}

// notCome doubts a day on which nothing can have happened yet.
func (f *flow) notCome(value string) string {
	day, err := parseDay(value, f.today())
	if err != nil || f.opts.Today().HasCome(day) {
		return ""
	}
	return once(day.Format("2 January 2006") + " has not come yet")
}

// doubt says why a value of field i makes no sense beside the rest of the record.
func (fm *form) doubt(i int, value string) string {
	field := fm.field(i)
	v, err := fm.parse(&field, value)
	if err != nil || v == nil {
		return ""
	}
	switch v := v.(type) {
	case time.Time:
		return once(fm.doubtDay(&field, v))
	case planfile.Amount:
		return once(fm.doubtAmount(field.Key, v))
	case string:
		if field.Key == "unit" && isNumber(v) {
			return once("that is a number; the unit is what is counted, such as hours")
		}
		if field.Key == "group" && fm.isListed(field.Key, v) {
			return once(fmt.Sprintf("the group “%s” is listed already", v))
		}
	}
	return ""
}

// doubtDay compares a day with today, and with the day before which it cannot be.
func (fm *form) doubtDay(field *planfile.Field, day time.Time) string {
	asOf := fm.flow.opts.Today()
	switch {
	case field.Expects == "past" && !asOf.HasCome(day):
		return day.Format("2 January 2006") + " has not come yet"
	case field.Expects == "future" && asOf.IsOver(day):
		return day.Format("2 January 2006") + " is past"
	}
	if before, ok := fm.draft[field.After].(time.Time); ok && day.Before(before) {
		return fmt.Sprintf("%s is before the day on which they were told, %s", day.Format("2 January 2006"), before.Format("2 January 2006"))
	}
	return ""
}

// doubtAmount compares the lines of a measure in numbers with each other.
func (fm *form) doubtAmount(key string, v planfile.Amount) string {
	better := text(fm.draft["better"])
	if v.Number == nil || better == "" {
		return ""
	}
	worse := func(a, b planfile.Amount) bool { // whether a is no better than b
		if a.Number == nil || b.Number == nil {
			return false
		}
		order := a.Number.Cmp(b.Number)
		return order == 0 || (order > 0) == (better == "lower")
	}
	other := func(key string) planfile.Amount {
		a, _ := fm.draft[key].(planfile.Amount)
		return a
	}
	says := func(what string, a planfile.Amount) string {
		return fmt.Sprintf("%s is better here, and %s is %s, %s", better, v.Text, what, a.Text)
	}
	switch {
	case key == "success" && worse(v, other("baseline.value")):
		return says("no better than where it stands today", other("baseline.value"))
	case key == "success" && worse(v, other("stop")):
		return says("no better than where you stop", other("stop"))
	case key == "stop" && worse(other("success"), v):
		return says("no worse than the success", other("success"))
	}
	return ""
}

// isListed reports whether another record of the list has the same name.
func (fm *form) isListed(key, name string) bool {
	plan := fm.flow.store.Plan()
	for i := range plan.Count(fm.list.path...) {
		path := recordPath(fm.list.path, i)
		same := planfile.PlainName(text(plan.Value(fieldPath(path, key)...))) == planfile.PlainName(name)
		if same && strings.Join(path, "/") != strings.Join(fm.at, "/") {
			return true
		}
	}
	return false
}

// readBack shows a day as it was read, when it was not typed so.
func (f *flow) readBack(typed string, day time.Time, err error) error {
	if written := day.Format(dateLayout); err == nil && strings.TrimSpace(typed) != written {
		f.notice = "Read as " + written + "."
	}
	return err
}
