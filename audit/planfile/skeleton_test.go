package planfile

import (
	"slices"
	"testing"
)

// What goes into a record stands behind its keys, one below the other.
func TestSkeletonFields(t *testing.T) {
	got := skeletonFields([]Field{
		{Key: "id", Ask: "What is it called?", Hint: "such as first-answer"},
		{Key: "better", Ask: "Which way is better?", Choices: []string{"higher", "lower"}},
		{Key: "baseline.value", Ask: "Where does it stand?", Hint: "a number or words"},
		{Key: "baseline.on", Ask: "On which day?"},
		{Key: "owner", Ask: "Who acts on it?"},
	})
	want := []string{
		"id:              # What is it called? (such as first-answer)",
		"better:          # Which way is better? One of: higher, lower",
		"baseline:",
		"  value:         # Where does it stand? (a number or words)",
		"  on:            # On which day?",
		"owner:           # Who acts on it?",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
