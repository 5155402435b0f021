package interview

import (
	"time"

	"forewarn/audit/planfile"
)

// factPage asks for one fact of the initiative and saves it by itself, so that
// the facts are answers like all others.
func (f *flow) factPage(step Step) *page {
	path := fieldPath([]string{initiative}, step.Field.Key)
	old := text(f.store.Plan().Value(path...))
	p := f.fieldPage(step.Field, old)
	p.id = keyOf(step)
	p.where = step.Record.Title
	p.back, p.skip = f.previous, f.nextStep
	p.doubt = func(value string) string { return f.doubtFact(step.Field, value) }
	p.accept = func(value string) error {
		v, err := f.parse(step.Field, value, "")
		if err != nil {
			return err
		}
		if text(v) != old || f.store.Plan().AskAgain(step.Field.Key) {
			if _, err := f.store.Set(path, v); err != nil {
				return err
			}
			f.changes.note(step)
		}
		f.next()
		if day, ok := v.(time.Time); ok {
			return f.readBack(value, day, nil)
		}
		return nil
	}
	if step.Field.Type == planfile.FieldPerson {
		return f.naming(p, f.people())
	}
	return p
}

// doubtFact doubts a day that is past. Whatever runs already may have begun then.
func (f *flow) doubtFact(field *planfile.Field, value string) string {
	plan := f.store.Plan()
	v, err := f.parse(field, value, "")
	day, isDay := v.(time.Time)
	if err != nil || !isDay || plan.Initiative.Live != nil && *plan.Initiative.Live {
		return ""
	}
	fm := &form{flow: f, draft: map[string]any{}}
	return once(fm.doubtDay(field, day))
}
