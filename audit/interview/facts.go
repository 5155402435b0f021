package interview

// factPage asks for one fact of the initiative and saves it by itself, so that
// the facts are answers like all others.
func (f *flow) factPage(step Step) *page {
	path := fieldPath(initiative, step.Field.Key)
	old := text(valueAt(f.store.Plan(), path...))
	p := f.fieldPage(initiative, step.Field, old)
	p.where = step.Record.Title
	p.back, p.skip = f.previous, f.nextStep
	p.accept = func(value string) error {
		v, err := f.parse(initiative, step.Field, value)
		if err != nil {
			return err
		}
		if text(v) != old || f.store.Plan().AskAgain(step.Field.Key) {
			if err := f.store.Set(path, v); err != nil {
				return err
			}
		}
		f.next()
		return nil
	}
	return p
}
