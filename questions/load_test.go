package questions_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"forewarn/audit"
	"forewarn/questions"
)

const banks = "../testdata/banks"

// known is what the program knows.
func known() questions.Known { return audit.Known() }

// readBank reads a bank of testdata, laid over the good one.
func readBank(t *testing.T, name string) (*txtar.Archive, error) {
	t.Helper()
	good, err := txtar.ParseFile(filepath.Join(banks, "good.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	broken, err := txtar.ParseFile(filepath.Join(banks, name))
	if err != nil {
		t.Fatal(err)
	}
	own := files(broken)
	for _, f := range good.Files {
		if own[f.Name] == nil {
			broken.Files = append(broken.Files, f)
		}
	}
	_, err = questions.Read(files(broken), known())
	return broken, err
}

func files(a *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// Each broken bank begins with the place of its fault, and a part of the fault's
// text.
func TestBrokenBanks(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(banks, "*.txtar"))
	if err != nil || len(names) < 30 {
		t.Fatalf("found %d banks: %v", len(names), err)
	}
	for _, path := range names {
		name := filepath.Base(path)
		t.Run(strings.TrimSuffix(name, ".txtar"), func(t *testing.T) {
			archive, err := readBank(t, name)
			if name == "good.txtar" {
				if err != nil {
					t.Fatalf("the good bank: %v", err)
				}
				return
			}
			place, text, _ := strings.Cut(strings.TrimSpace(string(archive.Comment)), ": ")
			if err == nil {
				t.Fatalf("no fault found, want %s: %s", place, text)
			}
			faults := strings.Split(err.Error(), "\n")
			if len(faults) != 1 || !strings.HasPrefix(faults[0], place+": ") || !strings.Contains(faults[0], text) || strings.Contains(faults[0], ": :") {
				t.Errorf("got faults\n%v\nwant one in %s with %q", err, place, text)
			}
		})
	}
}

func TestMissingFile(t *testing.T) {
	good, err := txtar.ParseFile(filepath.Join(banks, "good.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	good.Files = good.Files[1:] // without bank.yaml
	if _, err := questions.Read(files(good), known()); err == nil || !strings.Contains(err.Error(), "bank.yaml") {
		t.Errorf("got %v, want a fault that names bank.yaml", err)
	}
}

func TestAddedQuestionnaire(t *testing.T) {
	good, err := txtar.ParseFile(filepath.Join(banks, "good.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	added := string(good.Files[1].Data)
	for _, r := range [][2]string{{"id: alignment", "id: exits"}, {"business-goal", "worst-case"}, {"listening", "risk-sorted"}, {"order: 1", "order: 2\ndeep: true"}} {
		added = strings.ReplaceAll(added, r[0], r[1])
	}
	good.Files = append(good.Files, txtar.File{Name: "a-first-by-name.yaml", Data: []byte(added)})
	bank, err := questions.Read(files(good), known())
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(bank.QuestionnaireIDs(), " "); got != "alignment exits" {
		t.Errorf("questionnaires %q, want alignment before exits, by their order", got)
	}
	if !bank.Questionnaires[1].Deep {
		t.Error("the added questionnaire is not deep")
	}
}

// A version is three whole numbers, each written in one way only: the schema of
// a plan compares the first one as text and as a number.
func TestVersions(t *testing.T) {
	good, err := txtar.ParseFile(filepath.Join(banks, "good.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		version string
		takes   bool
	}{
		{"1.0.0", true},
		{"0.0.0", true},
		{"98.765.4321", true},
		{"", false},
		{"1", false},
		{"1.0", false},
		{"1..0", false},
		{".0.0", false},
		{"1.0.", false},
		{"..", false},
		{"1.0.0.0", false},
		{"1.0.0.", false},
		{"-1.0.0", false},
		{"1.-1.0", false},
		{"v1.0.0", false},
		{"1.0.0-rc", false},
		{"1.x.0", false},
		{"1. 0.0", false},
		{"1.٣.0", false},
		{"01.0.0", false},
		{"1.00.0", false},
		{"1.0.01", false},
	} {
		fsys := files(good)
		fsys["bank.yaml"] = &fstest.MapFile{Data: []byte("id: small\nversion: \"" + c.version + "\"\n")}
		bank, err := questions.Read(fsys, known())
		switch {
		case c.takes && (err != nil || bank.Version != c.version):
			t.Errorf("version %q is read as %q: %v", c.version, bank.Version, err)
		case !c.takes && (err == nil || !strings.HasPrefix(err.Error(), "bank.yaml:2:") || !strings.Contains(err.Error(), " version: ")):
			t.Errorf("version %q: got %v, want a fault of the version", c.version, err)
		}
	}
}

// The hash changes with a name, with a content, and with where one file ends
// and the next begins.
func TestHash(t *testing.T) {
	hash := func(names ...string) string {
		fsys := fstest.MapFS{}
		for i := 0; i < len(names); i += 2 {
			fsys[names[i]] = &fstest.MapFile{Data: []byte(names[i+1])}
		}
		bank, _ := questions.Read(fsys, known()) // faults do not matter here
		if len(bank.Hash) != 64 {
			t.Errorf("the hash %q of %q is not whole", bank.Hash, names)
		}
		return bank.Hash
	}
	const head, silos = "id: small\nversion: 1.0.0\n", "id: silos\n"
	apart := hash("bank.yaml", head, "silos.yaml", silos)
	if again := hash("silos.yaml", silos, "bank.yaml", head); again != apart {
		t.Error("the same files have two hashes")
	}
	for what, other := range map[string]string{
		"another name":     hash("bank.yaml", head, "lines.yaml", silos),
		"another content":  hash("bank.yaml", head, "silos.yaml", "id: lines\n"),
		"names exchanged":  hash("bank.yaml", silos, "silos.yaml", head),
		"one file less":    hash("bank.yaml", head),
		"moved over":       hash("bank.yaml", head+"id", "silos.yaml", ": silos\n"),
		"an empty file":    hash("bank.yaml", head, "silos.yaml", silos, "stop.yaml", ""),
		"joined":           hash("bank.yaml", head+"silos.yaml"+silos),
		"joined by a line": hash("bank.yaml", head+"silos.yaml\n"+silos),
		"joined by spaces": hash("bank.yaml", head+"silos.yaml "+silos),
		"joined, all told": hash("bank.yaml", head+"silos.yaml 10\n"+silos),
	} {
		if other == apart {
			t.Errorf("%s: the hash is the same", what)
		}
	}
}

// A file that is too large is not read to its end.
func TestTooLargeFile(t *testing.T) {
	good, err := txtar.ParseFile(filepath.Join(banks, "good.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	fsys := counting{MapFS: files(good)}
	fsys.MapFS["huge.yaml"] = &fstest.MapFile{Data: []byte("id: huge\n" + strings.Repeat("# more\n", 1<<20))}
	_, err = questions.Read(fsys, known())
	if err == nil || !strings.HasPrefix(err.Error(), "huge.yaml:") || !strings.Contains(err.Error(), "larger than 1 MiB") {
		t.Errorf("got %v, want that the file is too large", err)
	}
}

// counting is a file system that may only be read file by file, and none of them
// as a whole.
type counting struct{ fstest.MapFS }

func (counting) ReadFile(name string) ([]byte, error) {
	return nil, fmt.Errorf("%s is read whole", name)
}

// Whatever a bank says, its texts are safe to show.
func TestTextsAreMadeSafe(t *testing.T) {
	good, err := txtar.ParseFile(filepath.Join(banks, "good.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range good.Files {
		text := string(good.Files[i].Data)
		text = strings.ReplaceAll(text, "why: Plans", "why: \"\\e[2J\\u202e\" #")
		text = strings.ReplaceAll(text, "- Listen for a week.", "- \"\\e]8;;x\"")
		good.Files[i].Data = []byte(text)
	}
	bank, err := questions.Read(files(good), known())
	if err != nil {
		t.Fatal(err)
	}
	_, q := bank.Question("listening")
	if q.Why != `\u001b[2J\u202e` || q.Next[0] != `\u001b]8;;x` {
		t.Errorf("the texts are %q and %q", q.Why, q.Next[0])
	}
}
