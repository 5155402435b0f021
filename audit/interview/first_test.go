package interview

import "testing"

// TestFirstPage counts what this run asks, and says whether it is asked again.
func TestFirstPage(t *testing.T) {
	cases := []struct {
		name  string
		store *memory
		opts  Options
		shows []string
		hides string
	}{
		{"all", factsDone(), Options{}, []string{"This asks 3 questions about"}, "again"},
		{"a part", factsDone(), Options{Only: []string{"silos"}}, []string{"This asks 1 question about", "about 5 minutes"}, "3 questions"},
		{"a part of a begun plan", atRecords(), Options{Only: []string{"alignment"}}, []string{"2 of 2 questions are answered."}, "of 3"},
		{"again", atRecords(), Options{Again: true}, []string{"All 3 questions are answered, and asked again.", "It takes about 5 minutes.", "The answer of last time is selected, and Enter keeps it."}, "rest"},
		{"again, a part", atRecords(), Options{Again: true, Only: []string{"alignment"}}, []string{"All 2 questions are answered, and asked again."}, "3"},
		{"again on a wall", atRecords(), Options{Again: true, Present: true}, []string{"Tab leaves it so"}, "selected"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.opts.Bank, c.opts.Forms, c.opts.Today = smallBank(), smallForms(), onToday
			s := &session{t: t, store: c.store, model: newModel(c.store, c.opts)}
			s.model.Init()
			s.size(100, 24)
			s.shows(c.shows...)
			s.hides(c.hides)
		})
	}
}
