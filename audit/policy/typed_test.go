package policy_test

import (
	"math/big"
	"testing"

	"forewarn/audit/gate"
	"forewarn/audit/policy"
	"forewarn/audit/rules"
	"forewarn/audit/score/scoretest"
)

// usual are the terms where nobody says otherwise.
func usual() gate.Terms {
	return gate.Terms{MinGrade: "D", Usual: true, FailOn: rules.Critical, Show: rules.Minor}
}

// changed are the usual terms with one change.
func changed(change func(*gate.Terms)) gate.Terms {
	t := usual()
	change(&t)
	return t
}

// flags are settings that are given as flags alone.
func flags(typed policy.Typed) *policy.Settings {
	return policy.NewSettings(&typed, func(string) bool { return true })
}

// term is one of the terms that are typed as a text.
type term struct {
	key string
	set func(t *policy.Typed, text string)
}

var (
	minGrade  = term{"min-grade", func(t *policy.Typed, text string) { t.MinGrade = text }}
	minScore  = term{"min-score", func(t *policy.Typed, text string) { t.MinScore = text }}
	failOn    = term{"fail-on", func(t *policy.Typed, text string) { t.FailOn = text }}
	show      = term{"show", func(t *policy.Typed, text string) { t.Show = text }}
	against   = term{"against", func(t *policy.Typed, text string) { t.Against = text }}
	tolerance = term{"tolerance", func(t *policy.Typed, text string) { t.Tolerance = text }}
	maxAge    = term{"max-age", func(t *policy.Typed, text string) { t.MaxAge = text }}
)

// typed are the usual terms but for one.
func (x term) typed(text string) policy.Typed {
	t := policy.Usual()
	x.set(&t, text)
	return t
}

// What counts where nobody says otherwise stops only what may not go on, shows
// all, and lets waivers stand.
func TestUsual(t *testing.T) {
	scoretest.Diff(t, policy.Typed{FailOn: "critical", Show: "minor", Waivers: true}, policy.Usual())
	typed := policy.Usual()
	if m := typed.Check(); m != nil {
		t.Errorf("the usual terms are wrong: %v", m)
	}
	t.Chdir(t.TempDir())
	p, err := flags(typed).For("plan.yaml")
	if err != nil {
		t.Fatal(err)
	}
	scoretest.Diff(t, usual(), p.Terms)
	if p.Against != "" || p.File != "" || p.Settings != "" {
		t.Errorf("it is held against %q or the file %q, by %q", p.Against, p.File, p.Settings)
	}
}

func TestTerms(t *testing.T) {
	grade := func(g string) gate.Terms { return changed(func(t *gate.Terms) { t.MinGrade, t.Usual = g, false }) }
	points := func(n, d int64) gate.Terms { return changed(func(t *gate.Terms) { t.MinScore = big.NewRat(n, d) }) }
	fails := func(s rules.Severity) gate.Terms { return changed(func(t *gate.Terms) { t.FailOn = s }) }
	shows := func(s rules.Severity) gate.Terms { return changed(func(t *gate.Terms) { t.Show = s }) }
	less := func(n, d int64) gate.Terms { return changed(func(t *gate.Terms) { t.Tolerance = big.NewRat(n, d) }) }
	days := func(n int) gate.Terms { return changed(func(t *gate.Terms) { t.MaxAge = n }) }
	for _, c := range []struct {
		term term
		text string
		want gate.Terms
	}{
		{minGrade, "", usual()},
		{minGrade, "A", grade("A")},
		{minGrade, "B", grade("B")},
		{minGrade, "C", grade("C")},
		{minGrade, "D", grade("D")},
		{minGrade, "none", grade("")},
		{minScore, "", usual()},
		{minScore, "0", points(0, 1)},
		{minScore, "60", points(60, 1)},
		{minScore, "62.5", points(125, 2)},
		{minScore, "062.50", points(125, 2)},
		{minScore, "010", points(10, 1)}, // ten, and not octal
		{minScore, ".5", points(1, 2)},
		{minScore, "100", points(100, 1)},
		{minScore, "100.0000000000000000", points(100, 1)}, // as long as may be
		{failOn, "critical", fails(rules.Critical)},
		{failOn, "major", fails(rules.Major)},
		{failOn, "minor", fails(rules.Minor)},
		{failOn, "none", fails(rules.Error)},
		{show, "critical", shows(rules.Critical)},
		{show, "major", shows(rules.Major)},
		{show, "minor", shows(rules.Minor)},
		{show, "note", shows(rules.Note)},
		{tolerance, "", usual()},
		{tolerance, "0", less(0, 1)},
		{tolerance, "0.1", less(1, 10)}, // exactly
		{tolerance, "100", less(100, 1)},
		{maxAge, "", usual()},
		{maxAge, "1d", days(1)},
		{maxAge, "90d", days(90)},
		{maxAge, "12w", days(84)},
		{maxAge, "65535d", days(65535)},
		{against, "", usual()},
		{against, "main", usual()},
	} {
		t.Run(c.term.key+" "+c.text, func(t *testing.T) {
			t.Chdir(t.TempDir())
			typed := c.term.typed(c.text)
			if m := typed.Check(); m != nil {
				t.Fatalf("it is wrong: %v", m)
			}
			p, err := flags(typed).For("plan.yaml")
			if err != nil {
				t.Fatal(err)
			}
			scoretest.Diff(t, c.want, p.Terms)
		})
	}
}

func TestMisfit(t *testing.T) {
	const (
		grades = "A, B, C, D or none"
		fails  = "critical, major, minor or none"
		shows  = "critical, major, minor or note"
		points = "a number from 0 to 100"
		number = "for example 62.5"
		age    = "a number of days or weeks"
		ages   = "for example 90d or 12w"
		commit = "a commit, a branch or a file"
		folder = "for a file of this name, write ./ in front"
	)
	for _, c := range []struct {
		term               term
		text, needed, hint string
		why                string
	}{
		{minGrade, "c", grades, `did you mean "C"?`, "only its case is wrong"},
		{minGrade, "F", grades, "", "every plan would pass"},
		{minGrade, "-", grades, "", "it is the grade of what has none"},
		{minGrade, "AB", grades, "", "it is a part of ABCD, and no grade"},
		{minGrade, "ABCD", grades, "", "it is all of them"},
		{minGrade, "A ", grades, "", "spaces are not dropped unseen"},
		{minGrade, "ſ", grades, "", "a letter that becomes another one in capitals"},
		{minScore, "100.01", points, number, "no plan could pass"},
		{minScore, "-1", points, number, "every plan would pass"},
		{minScore, "+1", points, number, "scores have no sign"},
		{minScore, "1/2", points, number, "scores are written with a point"},
		{minScore, "1e1", points, number, "people would not see that it is ten"},
		{minScore, "0x10", points, number, "nobody counts so"},
		{minScore, "1_0", points, number, "nobody writes so"},
		{minScore, "62,5", points, number, "a comma is no point"},
		{minScore, "1.2.3", points, number, "it has two points"},
		{minScore, ".", points, number, "it has no digit"},
		{minScore, " 60", points, number, "spaces are not dropped unseen"},
		{minScore, "60%", points, number, "a score is no percentage"},
		{minScore, "٦٠", points, number, "digits of another script"},
		{minScore, "60.000000000000000000", points, number, "it is longer than anybody needs"},
		{minScore, "NaN", points, number, "it is no number"},
		{failOn, "", fails, "", "whether a plan can fail is not left open"},
		{failOn, "error", fails, "", "a plan with errors is never judged"},
		{failOn, "majr", fails, `did you mean "major"?`, "a slip of the pen"},
		{failOn, "Major", fails, `did you mean "major"?`, "its case is wrong"},
		{failOn, "nome", fails, `did you mean "none"?`, "a slip in the word that only this term takes"},
		{failOn, "everything", fails, "", "nothing is near"},
		{show, "", shows, "", "what is shown is not left open"},
		{show, "none", shows, `did you mean "note"?`, "findings that fail a plan cannot be hidden"},
		{show, "minro", shows, `did you mean "minor"?`, "a slip of the pen"},
		{against, "-x", commit, folder, "git would take it for an option"},
		{against, "--output=stolen", commit, folder, "git would take it for an option"},
		{against, "-", commit, folder, "it is the sign for standard input"},
		{against, "^main", commit, folder, "git would take it for all but main"},
		{tolerance, "some", points, number, "it is no number"},
		{tolerance, "-0.1", points, number, "the plan would have to be better"},
		{tolerance, "101", points, number, "no score can fall so far"},
		{maxAge, "90", age, ages, "of what?"},
		{maxAge, "0d", age, ages, "every answer would be too old"},
		{maxAge, "0w", age, ages, "every answer would be too old"},
		{maxAge, "d", age, ages, "it has no number"},
		{maxAge, "w", age, ages, "it has no number"},
		{maxAge, "-1d", age, ages, "it lies after the audit"},
		{maxAge, "+1d", age, ages, "an age has no sign"},
		{maxAge, "1.5w", age, ages, "days are counted whole"},
		{maxAge, "1wd", age, ages, "it has two units"},
		{maxAge, "1dw", age, ages, "it has two units"},
		{maxAge, "90D", age, ages, "its case is wrong"},
		{maxAge, "90 d", age, ages, "spaces are not dropped unseen"},
		{maxAge, "3m", age, ages, "months have no length"},
		{maxAge, "65536d", age, ages, "it is longer than anybody needs"},
	} {
		t.Run(c.term.key+" "+c.text, func(t *testing.T) {
			typed := c.term.typed(c.text)
			got := typed.Check()
			if got == nil {
				t.Fatalf("it is taken, and should not be: %s", c.why)
			}
			scoretest.Diff(t, &policy.Misfit{Key: c.term.key, Value: c.text, Needed: c.needed, Hint: c.hint}, got)
		})
	}
}

// Of several, the one is told that stands first in the help.
func TestCheckTellsTheFirst(t *testing.T) {
	typed := policy.Typed{MaxAge: "soon", Against: "-x", MinScore: "all"}
	for _, c := range []struct {
		key  string
		mend func()
	}{
		{"min-score", func() { typed.MinScore = "" }},
		{"fail-on", func() { typed.FailOn = "none" }},
		{"show", func() { typed.Show = "minor" }},
		{"against", func() { typed.Against = "" }},
		{"max-age", func() { typed.MaxAge = "" }},
	} {
		got := typed.Check()
		if got == nil || got.Key != c.key {
			t.Fatalf("it tells of %+v, want %s", got, c.key)
		}
		c.mend()
	}
	if got := typed.Check(); got != nil {
		t.Errorf("it tells of %+v, and all is mended", got)
	}
}

// The key is left out, as a flag and a key of a file are written in two ways,
// and the value is quoted, as it can be anything.
func TestMisfitInWords(t *testing.T) {
	typed := minScore.typed("a \"lot\"\n")
	if got, want := typed.Check().Error(), `"a \"lot\"\n" is not a number from 0 to 100`; got != want {
		t.Errorf("it says %s, want %s", got, want)
	}
}
