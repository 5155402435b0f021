package planfile

import (
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"forewarn/audit/yamldoc"
)

func TestChanges(t *testing.T) {
	const (
		before = "forewarn: 1\nbank: {id: core, version: 1.0.0}\ninitiative:\n  name: Help desk # for now\n"
		two    = before + "programmes:\n  - {name: Newsletter, lead: Ana Sol} # weekly\n  - name: Fair # yearly\n"
	)
	tests := []struct {
		name, text, want string
		change           func(*File) error
	}{
		{
			"text", before, strings.Replace(before, "Help desk", "Desk", 1),
			func(f *File) error { return set(f, []string{"initiative", "name"}, "Desk") },
		},
		{
			"text that looks like a number", before, strings.Replace(before, "Help desk", `"26"`, 1),
			func(f *File) error { return set(f, []string{"initiative", "name"}, "26") },
		},
		{
			"date", before, before + "  launch: 2027-02-01\n",
			func(f *File) error { return set(f, []string{"initiative", "launch"}, day("2027-02-01")) },
		},
		{
			"fact", before, before + "  live: false\n",
			func(f *File) error { return set(f, []string{"initiative", "live"}, false) },
		},
		{
			"same value", before, before,
			func(f *File) error { return set(f, []string{"initiative", "name"}, "Help desk") },
		},
		{
			"key removed", before + "  client: Acme\n", before,
			func(f *File) error { return set(f, []string{"initiative", "client"}, nil) },
		},
		{
			"first record", before, before + "programmes:\n  - {name: Newsletter, lead: Ana Sol}\n",
			func(f *File) error {
				return add(f, []string{"programmes"}, yamldoc.Map{{Key: "name", Value: "Newsletter"}, {Key: "lead", Value: "Ana Sol"}})
			},
		},
		{
			"further record", two, two + "  - {name: Forum, meets_days: 7}\n",
			func(f *File) error {
				return add(f, []string{"programmes"}, yamldoc.Map{{Key: "name", Value: "Forum"}, {Key: "meets_days", Value: 7}})
			},
		},
		{
			"statement that there are none", before, before + "programmes: []\n",
			func(f *File) error { return add(f, []string{"programmes"}, nil) },
		},
		{
			"record removed", two, strings.Replace(two, "  - name: Fair # yearly\n", "", 1),
			func(f *File) error { return f.Remove([]string{"programmes", "1"}) },
		},
		{
			"field of a record", two, strings.Replace(two, "Ana Sol", "Ben Okafor", 1),
			func(f *File) error { return set(f, []string{"programmes", "0", "lead"}, "Ben Okafor") },
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := planFile(t, tt.text)
			f := open(t, path)
			if err := tt.change(f); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, read(t, path)); diff != "" {
				t.Errorf("the file (-want +got):\n%s", diff)
			}
			want, found := Parse([]byte(tt.want), testBank())
			if len(found) > 0 {
				t.Fatal(found)
			}
			if diff := cmp.Diff(want.Programmes, f.Plan().Programmes); diff != "" {
				t.Errorf("the plan's programmes (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(want.Initiative, f.Plan().Initiative); diff != "" {
				t.Errorf("the plan's initiative (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAmountsAreWrittenAsTyped(t *testing.T) {
	tests := []struct {
		name   string
		amount Amount
		want   string
	}{
		{"number", Amount{Text: "26", Number: big.NewRat(26, 1)}, "success: 26\n"},
		{"number with an exactness of its own", Amount{Text: "4.50", Number: big.NewRat(9, 2)}, "success: 4.50\n"},
		{"words", Amount{Text: "most owners say so"}, "success: most owners say so\n"},
		{"words that look like a number", Amount{Text: "26"}, "success: \"26\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := planFile(t, helpDesk)
			f := open(t, path)
			err := add(f, []string{"metrics"}, yamldoc.Map{{Key: "id", Value: "first-answer"}, {Key: "name", Value: "Time"}, {Key: "success", Value: tt.amount}, {Key: "stop", Value: Amount{}}})
			if err != nil {
				t.Fatal(err)
			}
			if err := set(f, []string{"metrics", "0", "stop"}, tt.amount); err != nil {
				t.Fatal(err)
			}
			got := read(t, path)
			if !strings.Contains(got, tt.want) || !strings.Contains(got, strings.Replace(tt.want, "success", "stop", 1)) {
				t.Errorf("the file lacks %q:\n%s", tt.want, got)
			}
			sameRat := cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })
			m := f.Plan().Metrics[0]
			if diff := cmp.Diff([]Amount{tt.amount, tt.amount}, []Amount{m.Success, m.Stop}, sameRat); diff != "" {
				t.Errorf("the plan (-want +got):\n%s", diff)
			}
			if err := set(f, []string{"metrics", "0", "stop"}, Amount{}); err != nil || f.Plan().Metrics[0].Stop.Text != "" {
				t.Errorf("taking it away: %v, leaves %q", err, f.Plan().Metrics[0].Stop.Text)
			}
		})
	}
}

func TestChangesThatWouldSpoilThePlan(t *testing.T) {
	tests := []struct {
		name   string
		words  []string
		change func(*File) error
	}{
		{"wrong type", []string{"initiative.launch"}, func(f *File) error { return set(f, []string{"initiative", "launch"}, "soon") }},
		{"unknown key", []string{"initiative.nmae", "nmae"}, func(f *File) error { return set(f, []string{"initiative", "nmae"}, "x") }},
		{"needed key", []string{"forewarn", "missing"}, func(f *File) error { return set(f, []string{"forewarn"}, nil) }},
		{"record without its name", []string{"programmes", "name"}, func(f *File) error { return add(f, []string{"programmes"}, yamldoc.Map{{Key: "lead", Value: "Ana"}}) }},
		{"record that is not there", []string{"programmes[3] is not there"}, func(f *File) error { return f.Remove([]string{"programmes", "3"}) }},
		{"value of no known type", []string{"initiative.name"}, func(f *File) error { return set(f, []string{"initiative", "name"}, 1.5) }},
		{"more than a plan may have", []string{"initiative.intent"}, func(f *File) error {
			return set(f, []string{"initiative", "intent"}, strings.Repeat("word ", yamldoc.MaxBytes/5))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := planFile(t, helpDesk)
			f := open(t, path)
			before := f.Plan()
			says(t, tt.change(f), append(tt.words, "changing", path)...)
			if got := read(t, path); got != helpDesk {
				t.Errorf("the file holds:\n%s", got)
			}
			if f.Plan() != before {
				t.Error("the plan is another one than was saved")
			}
		})
	}
}

func set(f *File, path []string, value any) error {
	_, err := f.Set(path, value)
	return err
}

func add(f *File, list []string, record yamldoc.Map) error {
	_, err := f.Append(list, record)
	return err
}
