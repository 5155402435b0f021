package reporttest

import (
	"bytes"
	"encoding/json"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Compiled makes a schema ready to hold documents against.
func Compiled(t T, schema []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	out, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Decoded reads a document of JSON, with its numbers as they are written.
func Decoded(t T, doc []byte) map[string]any {
	t.Helper()
	in := json.NewDecoder(bytes.NewReader(doc))
	in.UseNumber()
	var out map[string]any
	if err := in.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}
