package yamldoc

import (
	"errors"
	"testing"
)

func TestRename(t *testing.T) {
	tests := []struct {
		name, src, key, want string
		path                 []string
	}{
		{"with comments around", "a: # of all\n  # above\n  old: {x: 1} # behind\n  b: 2\n", "new", "a: # of all\n  # above\n  new: {x: 1} # behind\n  b: 2\n", []string{"a", "old"}},
		{"a block below", "a:\n  old:\n    x: 1\n", "longer-name", "a:\n  longer-name:\n    x: 1\n", []string{"a", "old"}},
		{"in brackets", "a: {b: 1, old: {x: 1}}\n", "new", "a: {b: 1, new: {x: 1}}\n", []string{"a", "old"}},
		{"in quotes", "a: {\"old\": 1}\n'b': 2\n", "new", "a: {\"new\": 1}\n'b': 2\n", []string{"a", "old"}},
		{"without a value", "a:\n  old:\n", "new", "a:\n  new:\n", []string{"a", "old"}},
		{"JSON", "{\"a\": {\"old\": 1}}", "new", "{\"a\": {\"new\": 1}}", []string{"a", "old"}},
		{"not there", "a: {b: 1}\n", "new", "a: {b: 1}\n", []string{"a", "old"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Rename([]byte(tt.src), tt.path, tt.key)
			if err != nil || string(got) != tt.want {
				t.Errorf("got %q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

func TestRenameRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		src  string
		path []string
	}{
		"a key that there is": {"a: {old: 1, new: 2}\n", []string{"a", "old"}},
		"an item of a list":   {"a: [1]\n", []string{"a", "0"}},
		"two documents":       {"a: {old: 1}\n---\nb: 1\n", []string{"a", "old"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := Rename([]byte(tt.src), tt.path, "new"); !errors.Is(err, ErrRefused) {
				t.Errorf("got %q, %v; want a refusal", got, err)
			}
		})
	}
}
