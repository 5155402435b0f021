package policy_test

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"forewarn/audit/policy"
	"forewarn/audit/rules"
	"forewarn/audit/score/scoretest"
	"forewarn/audit/yamldoc"
)

// write writes a file, and the folders above it.
func write(t *testing.T, path, text string) {
	t.Helper()
	folder(t, filepath.Dir(path))
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func folder(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(path, 0o755); err != nil {
		t.Fatal(err)
	}
}

// tree makes a new folder with these files, and works in it. A name that ends in
// a slash is a folder.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for path, text := range files {
		if strings.HasSuffix(path, "/") {
			folder(t, path)
		} else {
			write(t, path, text)
		}
	}
}

// noFlags are settings over which no flag lies.
func noFlags() *policy.Settings { return over(policy.Usual()) }

// over are settings over which these flags lie.
func over(typed policy.Typed, given ...string) *policy.Settings {
	return policy.NewSettings(&typed, func(key string) bool { return slices.Contains(given, key) })
}

func judgedBy(t *testing.T, s *policy.Settings, plan string) *policy.Policy {
	t.Helper()
	p, err := s.For(plan)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Which file counts is seen by the least grade that it asks for.
func TestWhichFileCounts(t *testing.T) {
	for _, c := range []struct {
		name, why string
		files     map[string]string
		from      string // the folder to look from; empty for the one where the files are
		plan      string
		settings  string // empty for none
		minGrade  string
	}{
		{name: "none", files: nil, plan: "plan.yaml"},
		{name: "beside", files: map[string]string{".forewarn.yaml": "min-grade: C"}, plan: "plan.yaml", settings: ".forewarn.yaml", minGrade: "C"},
		{name: "beside, in a folder", files: map[string]string{"a/.forewarn.yaml": "min-grade: C"}, plan: "a/plan.yaml", settings: "a/.forewarn.yaml", minGrade: "C"},
		{
			name: "above, outside a repository", why: "who wrote it is not known",
			files: map[string]string{".forewarn.yaml": "min-grade: C", "a/": ""}, plan: "a/plan.yaml",
		},
		{
			name:  "beside and above, outside a repository",
			files: map[string]string{".forewarn.yaml": "min-grade: C", "a/.forewarn.yaml": "min-grade: B"}, plan: "a/plan.yaml",
			settings: "a/.forewarn.yaml", minGrade: "B",
		},
		{
			name:  "above, in a repository",
			files: map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C", "a/b/": ""}, plan: "a/b/plan.yaml",
			settings: ".forewarn.yaml", minGrade: "C",
		},
		{
			name: "above, in a linked worktree", why: "there, .git is a file",
			files: map[string]string{".git": "gitdir: elsewhere\n", ".forewarn.yaml": "min-grade: C", "a/": ""}, plan: "a/plan.yaml",
			settings: ".forewarn.yaml", minGrade: "C",
		},
		{
			name:  "half-way up",
			files: map[string]string{".git/": "", "a/.forewarn.yaml": "min-grade: C", "a/b/c/": ""}, plan: "a/b/c/plan.yaml",
			settings: "a/.forewarn.yaml", minGrade: "C",
		},
		{
			name:  "the nearest of two",
			files: map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C", "a/.forewarn.yaml": "min-grade: B", "a/b/": ""}, plan: "a/b/plan.yaml",
			settings: "a/.forewarn.yaml", minGrade: "B",
		},
		{
			name: "the nearest counts whole", why: "what it leaves out is not taken from above",
			files: map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C", "a/.forewarn.yaml": "fail-on: none"}, plan: "a/plan.yaml",
			settings: "a/.forewarn.yaml",
		},
		{
			name: "above the repository", why: "it belongs to somebody else",
			files: map[string]string{".forewarn.yaml": "min-grade: C", "a/.git/": "", "a/b/": ""}, plan: "a/b/plan.yaml",
		},
		{
			name: "a repository in another", why: "the inner one is the plan's",
			files: map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C", "a/.git/": "", "a/b/": ""}, plan: "a/b/plan.yaml",
		},
		{
			name: "beside, with the repository further up", why: "it counts either way",
			files: map[string]string{".git/": "", "a/b/.forewarn.yaml": "min-grade: C"}, plan: "a/b/plan.yaml",
			settings: "a/b/.forewarn.yaml", minGrade: "C",
		},
		{
			name: "seen from inside", files: map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C", "a/b/": ""}, from: "a/b", plan: "plan.yaml",
			settings: "../../.forewarn.yaml", minGrade: "C",
		},
		{
			name: "seen from a folder beside", files: map[string]string{".git/": "", "a/.forewarn.yaml": "min-grade: C", "a/b/": "", "c/": ""}, from: "c", plan: "../a/b/plan.yaml",
			settings: "../a/.forewarn.yaml", minGrade: "C",
		},
		{
			name: "below", why: "it is for other plans", files: map[string]string{".git/": "", "a/.forewarn.yaml": "min-grade: C"}, plan: "plan.yaml",
		},
		{
			name: "a folder that is not there", why: "a plan from standard input may have any name",
			files: map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C"}, plan: "a/b/plan.yaml",
			settings: ".forewarn.yaml", minGrade: "C",
		},
		{name: "a folder of a near name", files: map[string]string{".forewarn/": ""}, plan: "plan.yaml"},
		{name: "a near name above, outside a repository", files: map[string]string{".forewarn.yml": "min-grade: C", "a/": ""}, plan: "a/plan.yaml"},
		{name: "a near name above the repository", files: map[string]string{".forewarn.yml": "min-grade: C", "a/.git/": ""}, plan: "a/plan.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, c.files)
			if c.from != "" {
				t.Chdir(c.from)
			}
			p := judgedBy(t, noFlags(), filepath.FromSlash(c.plan))
			if filepath.ToSlash(p.Settings) != c.settings || p.MinGrade != cmp.Or(c.minGrade, "D") {
				t.Errorf("%q asks for the grade %q, want %q and %q (%s)", p.Settings, p.MinGrade, c.settings, c.minGrade, c.why)
			}
		})
	}
}

// A path from the root is shown as one.
func TestWhichFileCountsByAnAbsolutePath(t *testing.T) {
	tree(t, map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C", "a/": ""})
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	p := judgedBy(t, noFlags(), filepath.Join(here, "a", "plan.yaml"))
	if want := filepath.Join(here, ".forewarn.yaml"); p.Settings != want || p.MinGrade != "C" {
		t.Errorf("%q asks for the grade %q, want %q", p.Settings, p.MinGrade, want)
	}
}

func TestFlagsOutweighTheFile(t *testing.T) {
	const file = "min-grade: C\nmin-score: 50\nfail-on: none\nshow: major\nagainst: v1\ntolerance: 2\nmax-age: 90d\nwaivers: false\n"
	all := policy.Typed{MinGrade: "A", MinScore: "90", FailOn: "minor", Show: "critical", Against: "v2", Tolerance: "1", MaxAge: "1w", Waivers: true}
	tree(t, map[string]string{".forewarn.yaml": file})
	inFile, inFlags := judgedBy(t, noFlags(), "plan.yaml"), judgedBy(t, flags(all), "plan.yaml")
	for key, take := range map[string]func(to, from *policy.Policy){
		"min-grade": func(to, from *policy.Policy) { to.MinGrade, to.Usual = from.MinGrade, from.Usual },
		"min-score": func(to, from *policy.Policy) { to.MinScore = from.MinScore },
		"fail-on":   func(to, from *policy.Policy) { to.FailOn = from.FailOn },
		"show":      func(to, from *policy.Policy) { to.Show = from.Show },
		"against":   func(to, from *policy.Policy) { to.Against = from.Against },
		"tolerance": func(to, from *policy.Policy) { to.Tolerance = from.Tolerance },
		"max-age":   func(to, from *policy.Policy) { to.MaxAge = from.MaxAge },
		"waivers":   func(to, from *policy.Policy) { to.NoWaivers = from.NoWaivers },
	} {
		t.Run(key, func(t *testing.T) {
			want := *inFile
			take(&want, inFlags)
			got := judgedBy(t, over(all, key), "plan.yaml")
			scoretest.Diff(t, want.Terms, got.Terms)
			if got.Against != want.Against {
				t.Errorf("it is held against %q, want %q", got.Against, want.Against)
			}
			scoretest.Diff(t, inFile.Terms, judgedBy(t, over(all), "plan.yaml").Terms) // a flag that was not given says nothing
		})
	}
	off := judgedBy(t, over(policy.Typed{FailOn: "critical"}, "min-grade", "min-score", "against", "tolerance", "max-age"), "plan.yaml")
	if off.MinGrade != "D" || !off.Usual || off.MinScore != nil || off.Against != "" || off.Tolerance != nil || off.MaxAge != 0 {
		t.Errorf("an empty flag leaves %+v", off)
	}
}

func TestWaivers(t *testing.T) {
	for _, c := range []struct {
		name, file string
		flag       *bool // nil when it was not given
		noWaivers  bool
	}{
		{name: "nobody says"},
		{name: "the file lets them stand", file: "waivers: true\n"},
		{name: "the file does not", file: "waivers: false\n", noWaivers: true},
		{name: "the file says something else", file: "min-grade: C\n"},
		{name: "a flag for auditors", flag: scoretest.Ptr(false), noWaivers: true},
		{name: "a flag for auditors over a file", file: "waivers: true\n", flag: scoretest.Ptr(false), noWaivers: true},
		{name: "a flag that lets them stand over a file", file: "waivers: false\n", flag: scoretest.Ptr(true)},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, nil)
			if c.file != "" {
				write(t, ".forewarn.yaml", c.file)
			}
			typed, given := policy.Usual(), []string(nil)
			if c.flag != nil {
				typed.Waivers, given = *c.flag, []string{"waivers"}
			}
			if got := judgedBy(t, over(typed, given...), "plan.yaml"); got.NoWaivers != c.noWaivers {
				t.Errorf("judged without waivers: %t, want %t", got.NoWaivers, c.noWaivers)
			}
		})
	}
}

// A name in a settings file is seen from its folder, and one in a flag from
// here: the verdict must not hang on where the program was started.
func TestAgainst(t *testing.T) {
	for _, c := range []struct {
		name, setting string
		files         []string // that are there, beside the settings in a/
		flag          string   // what a flag says; empty when there is none
		against, file string   // what git may know, and what the file may be
	}{
		{name: "nothing", setting: `""`},
		{name: "a file beside the settings", setting: "before.yaml", files: []string{"a/before.yaml"}, against: "before.yaml", file: "a/before.yaml"},
		{name: "a file in another folder", setting: "../b/before.yaml", files: []string{"b/before.yaml"}, file: "b/before.yaml"},
		{name: "a branch", setting: "main", against: "main"},
		{name: "a branch whose name is that of a file here", setting: "main", files: []string{"main"}, against: "main"},
		{name: "a branch whose name is that of a folder", setting: "release", files: []string{"a/release/notes.md"}, against: "release"},
		{name: "a file that is not there", setting: "gone.yaml", against: "gone.yaml"},
		{name: "a path where nothing is", setting: "./gone.yaml", file: "a/gone.yaml"},
		{name: "a file of the name that a branch can have", setting: "origin/main", files: []string{"a/origin/main"}, against: "origin/main", file: "a/origin/main"},
		{name: "a file with an odd name", setting: "../-before.yaml", files: []string{"-before.yaml"}, file: "-before.yaml"},
		{name: "a file with an odd name beside", setting: "./^before.yaml", files: []string{"a/^before.yaml"}, file: "a/^before.yaml"},
		{name: "a flag", setting: "v1", flag: "before.yaml", files: []string{"before.yaml"}, against: "before.yaml", file: "before.yaml"},
		{name: "a flag is told as it was typed", setting: "v1", flag: "./-x.yaml", files: []string{"-x.yaml"}, file: "./-x.yaml"},
		{name: "a flag is seen from here", setting: "v1", flag: "before.yaml", files: []string{"a/before.yaml"}, against: "before.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, map[string]string{"a/.forewarn.yaml": "against: " + c.setting + "\n"})
			for _, path := range c.files {
				write(t, path, "x")
			}
			s := noFlags()
			if c.flag != "" {
				s = over(policy.Typed{Against: c.flag}, "against")
			}
			p := judgedBy(t, s, "a/plan.yaml")
			if p.Against != c.against || filepath.ToSlash(p.File) != c.file {
				t.Errorf("it is held against %q or the file %q, want %q or %q", p.Against, p.File, c.against, c.file)
			}
			if said, want := filepath.ToSlash(p.String()), "against "+cmp.Or(c.against, c.file); want != "against " && !strings.Contains(said, want) {
				t.Errorf("it says %s", said)
			}
		})
	}
	t.Run("a path from the root", func(t *testing.T) {
		before := filepath.Join(t.TempDir(), "before.yaml")
		write(t, before, "x")
		tree(t, map[string]string{"a/.forewarn.yaml": "against: '" + before + "'\n"})
		if p := judgedBy(t, noFlags(), "a/plan.yaml"); p.Against != "" || p.File != before {
			t.Errorf("it is held against %q or the file %q, want %q", p.Against, p.File, before)
		}
	})
}

// One run judges all plans by the same settings, whatever happens to the file
// meanwhile, and reads it once however many they are.
func TestFileIsReadOnce(t *testing.T) {
	tree(t, map[string]string{".git/": "", ".forewarn.yaml": "min-grade: C", "a/.forewarn.yaml": "min-grade: B", "b/": ""})
	s := noFlags()
	for _, plan := range []string{"plan.yaml", "a/plan.yaml"} {
		judgedBy(t, s, plan)
	}
	write(t, ".forewarn.yaml", "min-grade: A")
	write(t, "a/.forewarn.yaml", "no: settings")
	for plan, want := range map[string]string{"plan.yaml": "C", "other.yaml": "C", "b/plan.yaml": "C", "a/plan.yaml": "B", "a/other.yaml": "B"} {
		if got := judgedBy(t, s, plan).MinGrade; got != want {
			t.Errorf("%s has to reach %q, want %q", plan, got, want)
		}
	}
}

// A policy is its plan's own: to change one is to change no other.
func TestPoliciesAreApart(t *testing.T) {
	tree(t, map[string]string{".forewarn.yaml": "min-grade: C\nmax-age: 90d\n"})
	s := noFlags()
	first := judgedBy(t, s, "plan.yaml")
	first.MinGrade, first.MaxAge, first.Against = "A", 1, "main"
	if second := judgedBy(t, s, "plan.yaml"); second.MinGrade != "C" || second.MaxAge != 90 || second.Against != "" {
		t.Errorf("the second one is %+v", second)
	}
}

func TestFileCannotBeRead(t *testing.T) {
	const folder = `reading ".forewarn.yaml": it is a folder; rename it, as settings are kept in a file of this name`
	for _, c := range []struct {
		name  string
		files map[string]string
		plan  string
		want  string // empty when nothing is wrong
	}{
		{"a folder", map[string]string{".forewarn.yaml/": ""}, "plan.yaml", folder},
		{"a folder above", map[string]string{".git/": "", ".forewarn.yaml/": "", "a/": ""}, "a/plan.yaml", folder},
		{"a folder above, outside a repository", map[string]string{".forewarn.yaml/": "", "a/": ""}, "a/plan.yaml", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, c.files)
			if _, err := noFlags().For(c.plan); message(err) != c.want {
				t.Errorf("it says %q, want %q", message(err), c.want)
			}
		})
	}
	t.Run("a link to nothing", func(t *testing.T) {
		tree(t, nil)
		if err := os.Symlink("gone.yaml", ".forewarn.yaml"); err != nil {
			t.Skip("no links here:", err)
		}
		_, err := noFlags().For("plan.yaml")
		if want := `reading ".forewarn.yaml": it is a link to a file that is not there; mend the link, or name the file itself`; message(err) != want {
			t.Errorf("it says %q, want %q", message(err), want)
		}
	})
	t.Run("a link to settings", func(t *testing.T) {
		tree(t, map[string]string{"shared/settings.yaml": "min-grade: C"})
		if err := os.Symlink("shared/settings.yaml", ".forewarn.yaml"); err != nil {
			t.Skip("no links here:", err)
		}
		if p := judgedBy(t, noFlags(), "plan.yaml"); p.MinGrade != "C" || p.Settings != ".forewarn.yaml" {
			t.Errorf("%q asks for %q", p.Settings, p.MinGrade)
		}
	})
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// Settings that have nearly the right name would count for nothing.
func TestNearNames(t *testing.T) {
	for path, files := range map[string]map[string]string{
		".forewarn.yml":    {".forewarn.yml": "min-grade: C"},
		".forewarn":        {".forewarn": "min-grade: C", ".forewarn.yaml": "min-grade: C"},
		"a/.forewarn.json": {".git/": "", "a/.forewarn.json": "{}", "a/b/.forewarn.yaml": ""},
		".forewarn.toml":   {".git/": "", ".forewarn.toml": "x"},
	} {
		tree(t, files)
		folder(t, "a/b")
		plan := "a/b/plan.yaml"
		if _, inside := files[".git/"]; !inside {
			plan = "plan.yaml"
		}
		_, err := noFlags().For(filepath.FromSlash(plan))
		want := fmt.Sprintf("%q is not read: settings are kept in a file with the name .forewarn.yaml; rename it, or take it away", filepath.FromSlash(path))
		if message(err) != want {
			t.Errorf("it says %q, want %q", message(err), want)
		}
	}
}

// What is something else than settings is not shown: it may hold secrets.
func TestNoSettings(t *testing.T) {
	for _, text := range []string{"PASSWORD: x\n", "PASSWORD=x\n", "- min-grade\n", "x\n", "a: [\n", "\x00"} {
		tree(t, map[string]string{".forewarn.yaml": text})
		_, err := noFlags().For("plan.yaml")
		if want := `reading ".forewarn.yaml": these are no settings of forewarn; they are min-grade, min-score, fail-on, show, against, tolerance, max-age, bank and waivers`; message(err) != want {
			t.Errorf("of %q it says %q", text, message(err))
		}
	}
}

// A setting that nobody reads would make a gate weaker than it looks: a file is
// refused as a whole, with each place that is wrong.
func TestFileIsWrong(t *testing.T) {
	const keys = "known here: min-grade, min-score, fail-on, show, against, tolerance, max-age, bank, waivers"
	for _, c := range []struct {
		name, text string
		want       []rules.Finding // all are errors
	}{
		{"a key with a slip", "min-grad: C\n", []rules.Finding{
			{Pos: at(1, 1, 9), ID: rules.UnknownKey, Key: "min-grad", Message: `the key "min-grad" is not known here`, Hint: `did you mean "min-grade"?`},
		}},
		{"a key that there is not", "min-score: 1\ngrade: C\n", []rules.Finding{
			{Pos: at(2, 1, 6), ID: rules.UnknownKey, Key: "grade", Message: `the key "grade" is not known here`, Hint: keys},
		}},
		{"the name of a flag", "min-score: 1\nno-waivers: true\n", []rules.Finding{
			{Pos: at(2, 1, 11), ID: rules.UnknownKey, Key: "no-waivers", Message: `the key "no-waivers" is not known here`, Hint: keys},
		}},
		{"a value that does not fit", "fail-on: none\n\nmin-score: 2000\n", []rules.Finding{
			{Pos: at(3, 12, 16), ID: rules.WrongType, Key: "min-score", Message: `min-score "2000" is not a number from 0 to 100`, Hint: "for example 62.5"},
		}},
		{"a value without a hint", "min-grade: F\n", []rules.Finding{
			{Pos: at(1, 12, 13), ID: rules.WrongType, Key: "min-grade", Message: `min-grade "F" is not A, B, C, D or none`},
		}},
		{"an empty value where one is needed", "fail-on: \"\"\n", []rules.Finding{
			{Pos: at(1, 10, 12), ID: rules.WrongType, Key: "fail-on", Message: `fail-on "" is not critical, major, minor or none`},
		}},
		{"a list", "against: [main, v1]\n", []rules.Finding{
			{Pos: at(1, 1, 8), ID: rules.WrongType, Key: "against", Message: "this should be one value, not a list"},
		}},
		{"no word for waivers", "waivers: yes\n", []rules.Finding{
			{Pos: at(1, 10, 13), ID: rules.WrongType, Key: "waivers", Message: `this should be true or false, not "yes"`},
		}},
		{"waivers in quotes", "waivers: \"false\"\n", []rules.Finding{
			{Pos: at(1, 10, 17), ID: rules.WrongType, Key: "waivers", Message: `this should be true or false, not "false"`, Hint: "take away the quotes"},
		}},
		{"twice", "min-grade: C\nmin-grade: D\n", []rules.Finding{
			{Pos: at(2, 1, 10), ID: rules.DuplicateKey, Key: "min-grade", Message: `the key "min-grade" is already on line 1`, Hint: "keep one of the two"},
		}},
		{"several, in the order of the file", "max-age: soon\nminscore: 1\nmin-grade: c\n", []rules.Finding{
			{Pos: at(1, 10, 14), ID: rules.WrongType, Key: "max-age", Message: `max-age "soon" is not a number of days or weeks`, Hint: "for example 90d or 12w"},
			{Pos: at(2, 1, 9), ID: rules.UnknownKey, Key: "minscore", Message: `the key "minscore" is not known here`, Hint: `did you mean "min-score"?`},
			{Pos: at(3, 12, 13), ID: rules.WrongType, Key: "min-grade", Message: `min-grade "c" is not A, B, C, D or none`, Hint: `did you mean "C"?`},
		}},
		{"a byte too large", "#" + strings.Repeat("x", yamldoc.MaxBytes), []rules.Finding{
			{Pos: at(1, 1, 1), ID: rules.NotReadable, Message: "the file is larger than 1 MiB, which is the most that is read"},
		}},
		{"no YAML", "min-grade: \"C\n", []rules.Finding{
			{Pos: at(1, 12, 14), ID: rules.Syntax, Message: "this quote is not closed", Hint: "add the closing quote"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, map[string]string{".git/": "", "a/.forewarn.yaml": c.text, "a/b/": ""})
			_, err := noFlags().For("a/b/plan.yaml")
			var invalid *rules.InvalidError
			if !errors.As(err, &invalid) {
				t.Fatalf("it is no error of the file: %v", err)
			}
			if filepath.ToSlash(invalid.Path) != "a/.forewarn.yaml" {
				t.Errorf("it is about %q", invalid.Path)
			}
			for i := range invalid.Findings {
				invalid.Findings[i].About = rules.About{} // which tells findings of reports apart
			}
			scoretest.Diff(t, c.want, invalid.Findings)
		})
	}
}

// at is a piece of a line.
func at(line, col, end int) yamldoc.Pos {
	return yamldoc.Pos{Line: line, Col: col, EndLine: line, EndCol: end}
}

// A value that is left out, and a file that says nothing or is as large as may
// be, are no mistakes.
func TestFileSaysLittle(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "a comment": "# later\n", "a key without a value": "fail-on:\nwaivers:\nmin-grade:\n", "an empty value": "min-grade: \"\"\nagainst: ''\n",
		"as large as may be": "#" + strings.Repeat("x", yamldoc.MaxBytes-1),
	} {
		t.Run(name, func(t *testing.T) {
			tree(t, map[string]string{".forewarn.yaml": text})
			p := judgedBy(t, noFlags(), "plan.yaml")
			scoretest.Diff(t, usual(), p.Terms)
			if p.Settings != ".forewarn.yaml" || p.Against != "" {
				t.Errorf("settings from %q, against %q", p.Settings, p.Against)
			}
		})
	}
}
