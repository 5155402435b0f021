package quiet

import (
	"go/parser"
	"go/token"
	"reflect"
	"testing"
)

// here has a type of this package, so that its path can be read.
type here struct{}

func TestSortsBeforeBubbletea(t *testing.T) {
	const bubbletea = "github.com/charmbracelet/bubbletea"
	if path := reflect.TypeFor[here]().PkgPath(); path >= bubbletea {
		t.Errorf("%s sorts after %s and is initialised too late to keep the terminal from being asked", path, bubbletea)
	}
}

func TestImportsOnlyLipgloss(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "quiet.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, imp := range file.Imports {
		if imp.Path.Value != `"github.com/charmbracelet/lipgloss"` {
			t.Errorf("quiet.go imports %s: its init then runs after bubbletea's", imp.Path.Value)
		}
	}
}
