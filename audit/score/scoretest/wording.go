package scoretest

import "forewarn/audit/rules"

// Working lists what who works on the plan is told; nil where that is nothing.
func Working(list []rules.Wording) []string {
	var out []string
	for _, w := range list {
		out = append(out, w.Working)
	}
	return out
}

// Alike lists texts that are told to all readers.
func Alike(texts ...string) []rules.Wording {
	var out []rules.Wording
	for _, text := range texts {
		out = append(out, rules.Alike(text))
	}
	return out
}
