package yamldoc

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func utc(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func TestDecodeValues(t *testing.T) {
	for _, c := range []struct {
		name, why, in string
		want          sample
	}{
		{
			name: "text that looks like something else",
			why:  "text is never turned into another kind of value and back",
			in:   "title: yes\nnotes: {a: 1.10, b: 2026-01-01, c: 0x10, d: 1_000, e: .5, f: \"null\"}\n",
			want: sample{Title: "yes", Notes: map[string]string{"a": "1.10", "b": "2026-01-01", "c": "0x10", "d": "1_000", "e": ".5", "f": "null"}},
		},
		{
			name: "text in every style",
			why:  "quotes and folds are not part of the text",
			in:   "tags:\n  - 'it''s'\n  - \"a\\tb\"\n  - plain\n    over two lines\n  - |\n    kept\n    lines\n  - >-\n    folded\n    lines\n  - ''\n",
			want: sample{Tags: []string{"it's", "a\tb", "plain over two lines", "kept\nlines\n", "folded lines", ""}},
		},
		{
			name: "keys without values",
			why:  "they say the same as no keys",
			in:   "version:\ntitle: ~\nlevel: null\nwhen:\ndraft:\nlive:\ntags:\nmetrics: null\nanswers:\nnotes: {a: , b: ''}\n",
			want: sample{Notes: map[string]string{"b": ""}},
		},
		{
			name: "empty list",
			why:  "it says that there are none, which an absent one does not",
			in:   "tags: []\nmetrics: []\nnotes: {}\n",
			want: sample{Tags: []string{}, Metrics: []sampleMetric{}, Notes: map[string]string{}},
		},
		{
			name: "facts",
			why:  "a pointer tells false from absent",
			in:   "draft: true\nlive: false\n",
			want: sample{Draft: true, Live: new(bool)},
		},
		{
			name: "whole numbers",
			why:  "in the only form in which a number is printed",
			in:   "version: -12\nmetrics: [{id: a, days: 0}]\n",
			want: sample{Version: -12, Metrics: []sampleMetric{{ID: "a"}}},
		},
		{
			name: "days",
			why:  "quotes do no harm to a date",
			in:   "when: 2024-02-29\nmetrics: [{id: a, baseline: {value: 2, on: '2026-11-01'}}]\n",
			want: sample{When: utc(2024, 2, 29), Metrics: []sampleMetric{{ID: "a", Baseline: &sampleBaseline{Value: sampleEven{Text: "2"}, On: utc(2026, 11, 1)}}}},
		},
		{
			name: "type that reads itself",
			why:  "it is told whether there were quotes",
			in:   "metrics: [{id: a, baseline: {value: \"2.0\", on: 2026-11-01}}]\n",
			want: sample{Metrics: []sampleMetric{{ID: "a", Baseline: &sampleBaseline{Value: sampleEven{"2.0", true}, On: utc(2026, 11, 1)}}}},
		},
		{
			name: "maps of maps",
			why:  "the order of the file does not matter; keys are text",
			in:   "answers: {b: {x: {level: 4}}, 1: {}, y: {n: {}}}\n",
			want: sample{Answers: map[string]map[string]sampleLow{"b": {"x": {Level: new(int8(4))}}, "1": {}, "y": {"n": {}}}},
		},
		{
			name: "merge sign as text",
			why:  "only as a key does it mean more",
			in:   "title: <<\n",
			want: sample{Title: "<<"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problems := read(c.in)
			if len(problems) > 0 {
				t.Fatalf("%s\nfile:\n%s\nproblems: %v", c.why, c.in, problems)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\nfile:\n%s\n(-want +got):\n%s", c.why, c.in, diff)
			}
		})
	}
}

func TestDecodeKeys(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "unknown key that is near to none",
			why:  "then all of them are named, in the order of the struct",
			in:   "metrics:\n  - id: a\n    reason: b\n",
			want: []string{`3:5-3:11 unknown-key metrics[0].reason: the key "reason" is not known here (known here: id, days, baseline)`},
		},
		{
			name: "key with a capital",
			why:  "keys are written small",
			in:   "Title: a\n",
			want: []string{`1:1-1:6 unknown-key Title: the key "Title" is not known here (did you mean "title"?)`},
		},
		{
			name: "names of Go fields",
			why:  "only tags name keys, and a dash is no name",
			in:   "Hidden: a\nunnamed: b\n\"-\": c\n",
			want: []string{
				`1:1-1:7 unknown-key Hidden: the key "Hidden" is not known here (known here: version, title, level, when, draft, live, tags, metrics, answers, notes)`,
				`2:1-2:8 unknown-key unnamed: the key "unnamed" is not known here (known here: version, title, level, when, draft, live, tags, metrics, answers, notes)`,
				`3:1-3:4 unknown-key -: the key "-" is not known here (known here: version, title, level, when, draft, live, tags, metrics, answers, notes)`,
			},
		},
		{
			name: "missing in an item",
			why:  "the place is the first line of the item",
			in:   "metrics:\n  - days: 1 # often\n    baseline: {value: 2}\n",
			want: []string{
				`2:5-2:20 missing-key metrics[0].id: the key "id" is missing`,
				`3:5-3:13 missing-key metrics[0].baseline.on: the key "on" is missing`,
			},
		},
		{
			name: "missing in an empty mapping",
			why:  "it is there, so its keys have to be",
			in:   "metrics: [{id: a, baseline: {}}]\n",
			want: []string{
				`1:19-1:27 missing-key metrics[0].baseline.value: the key "value" is missing`,
				`1:19-1:27 missing-key metrics[0].baseline.on: the key "on" is missing`,
			},
		},
		{
			name: "required key without a value",
			why:  "the place is the key that is there",
			in:   "metrics:\n  - id:\n    days: 1\n",
			want: []string{`2:5-2:7 missing-key metrics[0].id: the key "id" has no value`},
		},
		{
			name: "long and strange keys",
			why:  "they are cut and quoted so that the message stays readable",
			in:   "\"a\\e[31m\": 1\nnotes: {'b c': [], " + strings.Repeat("x", 70) + ": []}\n",
			want: []string{
				`1:1-1:10 unknown-key "a\x1b[31m": the key "a\x1b[31m" is not known here (known here: version, title, level, when, draft, live, tags, metrics, answers, notes)`,
				`2:9-2:14 wrong-type notes."b c": this should be one value, not a list`,
				`2:20-2:90 wrong-type notes."` + strings.Repeat("x", 39) + `…": this should be one value, not a list`,
			},
		},
	})
}

// TestDecodeKeepsValue holds that a value that does not fit changes nothing.
func TestDecodeKeepsValue(t *testing.T) {
	doc, _ := Parse([]byte("version: x\ntitle: [a]\nwhen: never\nmetrics: b\n"))
	before := sample{Version: 7, Title: "t", When: utc(2026, 1, 1), Metrics: []sampleMetric{{ID: "m"}}}
	after := before
	if problems := doc.Decode(&after); len(problems) != 4 {
		t.Errorf("%d problems, not 4: %v", len(problems), problems)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("values that do not fit changed the struct (-before +after):\n%s", diff)
	}
}

// TestDecodeFirstOfTwo holds that of a key that is there twice the first one
// counts, as the problem of the second one says.
func TestDecodeFirstOfTwo(t *testing.T) {
	got, problems := read("title: a\ntitle: b\nnotes: {c: d, c: e}\n")
	want := sample{Title: "a", Notes: map[string]string{"c": "d"}}
	if diff := cmp.Diff(want, got); diff != "" || len(problems) != 2 {
		t.Errorf("problems %v (-want +got):\n%s", problems, diff)
	}
}

func TestDecodeRequiredInRoot(t *testing.T) {
	type root struct {
		ID string `yaml:"id,required"`
	}
	for _, in := range []string{"", "# nothing\n", "---\n", "~\n", "\n\n{}\n"} {
		doc, problems := Parse([]byte(in))
		if len(problems) > 0 {
			t.Fatalf("%q: %v", in, problems)
		}
		want := []Problem{{Pos: Pos{1, 1, 1, 1}, ID: MissingKey, Key: "id", Message: `the key "id" is missing`}}
		if diff := cmp.Diff(want, doc.Decode(&root{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

// TestDecodeNoGoNames holds that messages never show names of this program.
func TestDecodeNoGoNames(t *testing.T) {
	in := "version: [a]\ntitle: {a: b}\nlevel: x\nwhen: x\ndraft: x\nlive: x\ntags: x\nmetrics: [x, {days: x, baseline: {value: x}, baseline: x}]\nanswers: {a: x}\nnotes: {a: []}\nx: y\n"
	_, problems := read(in)
	if len(problems) < 12 {
		t.Fatalf("only %d problems", len(problems))
	}
	for _, p := range problems {
		for _, name := range []string{"sample", "int", "string", "struct", "slice", "bool", "time.", "reflect", "nil", "<", "!!"} {
			if strings.Contains(strings.ToLower(p.Message+p.Hint), name) {
				t.Errorf("%q (%q) shows %q", p.Message, p.Hint, name)
			}
		}
	}
}

func TestDecodeManyProblems(t *testing.T) {
	_, problems := read("metrics:\n" + strings.Repeat("  - days: x\n", 2*MaxProblems))
	if len(problems) != MaxProblems+1 {
		t.Fatalf("%d problems, not %d", len(problems), MaxProblems+1)
	}
	if got, want := problemText(problems[MaxProblems]), "251:11-251:12 more-errors: 1500 more errors are not listed (mend those that are, then look again)"; got != want {
		t.Errorf("the last is %s, want %s", got, want)
	}
}

func TestDecodeUnknownType(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a field of a type that cannot be read did not panic")
		}
	}()
	doc, _ := Parse([]byte("a: 1.5\n"))
	doc.Decode(&struct {
		A float64 `yaml:"a"`
	}{})
}

// TestDecodeFillsEveryField guards the sample itself: each of its fields with
// a key is filled by some test file, so that no kind goes untested.
func TestDecodeFillsEveryField(t *testing.T) {
	got, problems := read("version: 1\ntitle: a\nlevel: low\nwhen: 2026-01-01\ndraft: true\nlive: true\ntags: [a]\nmetrics: [{id: a}]\nanswers: {a: {}}\nnotes: {a: b}\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	v := reflect.ValueOf(got)
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag.Get("yaml")
		if named := tag != "" && tag != "-"; named == v.Field(i).IsZero() {
			t.Errorf("field %s: filled is %v", v.Type().Field(i).Name, !v.Field(i).IsZero())
		}
	}
}
