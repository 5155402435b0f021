package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"forewarn/audit/rules"
)

// Every rule has its texts, and the program knows its id by one constant.
func TestRules(t *testing.T) {
	all, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range all {
		ids = append(ids, r.ID)
		if strings.HasSuffix(r.Title, ".") || !strings.HasSuffix(r.Why, ".") || !strings.HasSuffix(r.Do, ".") {
			t.Errorf("%s: a title has no full stop, the other texts have one: %+v", r.ID, r)
		}
	}
	for _, list := range [][]string{rules.IDs(), constants(t)} {
		if !slices.Equal(list, ids) {
			t.Errorf("the program knows %q, the texts are for %q", list, ids)
		}
	}
}

// constants are the values of those of ids.go; the ones of yamldoc by their
// names in IDs.
func constants(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "ids.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := slices.Clone(rules.IDs()[:7]) // of yamldoc, as is one more
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
				id, _ := strconv.Unquote(lit.Value)
				out = append(out, id)
			}
		}
		return true
	})
	return slices.Insert(out, slices.Index(out, rules.FormatMismatch)+1, rules.MoreErrors)
}
