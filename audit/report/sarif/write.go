package sarif

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/owenrumney/go-sarif/v2/sarif"
)

// write writes a log whose one run has no results; those are written by results
// in their place, one by one, as there can be thousands.
func write(w io.Writer, log *sarif.Report, results func(*bufio.Writer) error) error {
	around, err := tree(log)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := encode(&text, "", around); err != nil {
		return err
	}
	const list = `"results": [` // no text has it: its quotation marks are escaped
	before, after, _ := bytes.Cut(text.Bytes(), []byte(list))
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s%s", before, list) // an error comes back from Flush
	if err := results(out); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s\n", after)
	return out.Flush()
}

// tree is what the library writes for v, without what is not set.
func tree(v any) (map[string]any, error) {
	long, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var out map[string]any
	in := json.NewDecoder(bytes.NewReader(long))
	in.UseNumber()
	if err := in.Decode(&out); err != nil {
		return nil, err
	}
	compact(out)
	return out, nil
}

// encode writes a value whose further lines begin with prefix.
func encode(w io.Writer, prefix string, v any) error {
	text, err := json.MarshalIndent(v, prefix, " ")
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
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
	case nil:
		return true
	case json.Number:
		return v == "-1"
	case []any:
		return len(v) == 0 && key != "results"
	case map[string]any:
		return len(v) == 0
	}
	return false
}
