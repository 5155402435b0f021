package schema_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"forewarn/audit/planfile"
	"forewarn/audit/report/json"
	"forewarn/audit/schema"
)

// strict compiles the schema in the file that is named by the rules that leave
// nothing unknown, and fails on what it only warns of, too.
const strict = `
const Ajv = require(process.argv[1]);
const warned = [];
const note = (...words) => warned.push(words.join(" "));
const ajv = new Ajv({strict: true, logger: {log: note, warn: note, error: note}});
ajv.compile(JSON.parse(require("fs").readFileSync(process.argv[2])));
if (warned.length) { console.error(warned.join("\n")); process.exit(1); }`

// A strict validator takes the plain schema, and that of reports.
func TestSchemasAreStrict(t *testing.T) {
	judge := filepath.Join(os.Getenv("FOREWARN_JUDGES"), "ajv")
	if _, err := os.Stat(judge); os.Getenv("FOREWARN_JUDGES") == "" || err != nil {
		t.Skip("ajv is not here; FOREWARN_JUDGES names the folder of the judges")
	}
	plain, err := schema.Plain(loadBank(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"plan": plain, "report": json.Schema(), "room": json.RoomSchema(), "workshop": written(t, schema.Workshop), "sheet": written(t, schema.Sheet)} {
		path := filepath.Join(t.TempDir(), "schema.json")
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("node", "-e", strict, judge, path).CombinedOutput(); err != nil {
			t.Errorf("the schema of a %s: %v\n%s", name, err, out)
		}
	}
}

// The plain schema judges as the other one does.
func TestPlainSchemaJudgesAlike(t *testing.T) {
	bank := loadBank(t)
	text, err := schema.Plain(bank)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"markdownDescription", "enumDescriptions", "rrorMessage", "doNotSuggest"} {
		if bytes.Contains(text, []byte(`"`+word)) || bytes.Contains(text, []byte(word+`"`)) {
			t.Errorf("it has %s", word)
		}
	}
	full, strict := compileSchema(t, bank), compileText(t, text)
	paths, err := filepath.Glob("../../testdata/*/*.yaml")
	if err != nil || len(paths) < 50 {
		t.Fatalf("%d plans, %v", len(paths), err)
	}
	skeleton, err := planfile.Skeleton(bank)
	if err != nil {
		t.Fatal(err)
	}
	plans := map[string][]byte{"skeleton": skeleton, "example": planfile.Example()}
	for _, path := range paths {
		plans[path] = read(t, path)
	}
	for name, src := range plans {
		if v, err := asEditorsRead(src); err == nil {
			if one, other := full.Validate(v), strict.Validate(v); (one == nil) != (other == nil) {
				t.Errorf("of %s, the one says %v and the other %v", name, one, other)
			}
		}
	}
	if full := planSchema(t, bank); !bytes.Contains(full, []byte("markdownDescription")) || len(text) >= len(full) {
		t.Error("the other one has no words for editors")
	}
}
