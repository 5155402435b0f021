package sarif

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

// write writes a report without the many entries that the library gives
// for "not set", and with the one that it leaves out: where one result says
// that it is suppressed, the others have to say that they are not.
func write(w io.Writer, report *sarif.Report) error {
	var long bytes.Buffer
	if err := report.Write(&long); err != nil {
		return err
	}
	var tree map[string]any
	in := json.NewDecoder(&long)
	in.UseNumber()
	if err := in.Decode(&tree); err != nil {
		return err
	}
	compact(tree)
	for _, run := range tree["runs"].([]any) {
		tellSuppressed(run.(map[string]any)["results"].([]any))
	}
	out := json.NewEncoder(w)
	out.SetIndent("", " ")
	return out.Encode(tree)
}

// tellSuppressed gives every result an empty list where one has a full one.
func tellSuppressed(results []any) {
	const key = "suppressions"
	some := false
	for _, r := range results {
		_, suppressed := r.(map[string]any)[key]
		some = some || suppressed
	}
	for _, r := range results {
		if r := r.(map[string]any); some && r[key] == nil {
			r[key] = []any{}
		}
	}
}

// compact takes out what is not set.
func compact(v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, x := range v {
			if unset(key, x) {
				delete(v, key)
			} else {
				compact(x)
			}
		}
	case []any:
		for _, x := range v {
			compact(x)
		}
	}
}

// unset reports whether a value says no more than its absence. A list of
// results says that there was a run, also when it is empty.
func unset(key string, v any) bool {
	switch v := v.(type) {
	case json.Number:
		return v == "-1"
	case []any:
		return len(v) == 0 && key != "results"
	case map[string]any:
		return len(v) == 0
	}
	return false
}
