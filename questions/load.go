package questions

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"slices"

	"forewarn/audit/yamldoc"
)

//go:embed bank/*.yaml
var embedded embed.FS

// Known is what a bank may speak of that is not its own. To the bank, each is
// a word and nothing else.
type Known struct {
	Records []string // kinds of record that a questionnaire can ask for
	Checks  []string // on records, that a question can name
	Facts   []string // of a plan, that a warning can rest on
	Rules   []string // ids of the program's own, which the bank must not use for others
}

// Load reads the bank that is built into the program.
func Load(known Known) (*Bank, error) {
	dir, err := fs.Sub(embedded, "bank")
	if err != nil {
		return nil, err
	}
	return Read(dir, known)
}

// Identify reads only what tells the bank that is built into the program from
// another one: a Bank with its ID, Version and Hash alone.
func Identify() (*Bank, error) {
	dir, err := fs.Sub(embedded, "bank")
	if err != nil {
		return nil, err
	}
	r, b := newReader(dir, Known{}), &Bank{}
	r.readHead(b)
	return b, r.err()
}

// The files of a bank that are not questionnaires.
const (
	bankFile     = "bank.yaml"
	warningsFile = "warnings.yaml"
	sourcesFile  = "sources.yaml"
	promptsFile  = "prompts.yaml" // which a bank may do without
	casesFile    = "cases.yaml"   // likewise
	seedsFile    = "seeds.yaml"   // not a part of what is asked; see Seeds
)

// Fault is one thing wrong with a bank's files.
type Fault struct {
	File string
	Pos  yamldoc.Pos
	Text string
}

// Error gives the fault as file:line:column: text.
func (f Fault) Error() string {
	return fmt.Sprintf("%s:%s: %s", f.File, f.Pos, f.Text)
}

// Read reads a bank from the top folder of fsys, where every YAML file that is
// not one of the named ones is a questionnaire. The error joins a Fault for
// everything that is wrong, not only for the first.
func Read(fsys fs.FS, known Known) (*Bank, error) {
	r, b := newReader(fsys, known), &Bank{}
	r.readHead(b)
	r.readTexts(b)
	r.readQuestionnaires(b)
	if len(r.faults) == 0 {
		r.validate(b)
	}
	makeSafe(reflect.ValueOf(b).Elem())
	return b, r.err()
}

// reader collects the faults of one bank while it is read.
type reader struct {
	fsys   fs.FS
	known  Known
	docs   map[string]*yamldoc.Doc // by file name
	faults []Fault

	house      *house // which extends the bank; nil for a bank that stands alone
	suggesting int    // for how many faults a word was looked for
}

func newReader(fsys fs.FS, known Known) *reader {
	return &reader{fsys: fsys, known: known, docs: map[string]*yamldoc.Doc{}}
}

func (r *reader) readHead(b *Bank) {
	var head struct {
		ID       string            `yaml:"id,required"`
		Version  string            `yaml:"version,required"`
		Retired  map[string]string `yaml:"retired"`
		Narrowed map[string]string `yaml:"narrowed"`
	}
	r.decode(bankFile, &head)
	b.ID, b.Version, b.Hash = head.ID, head.Version, r.hash()
	b.Retired, b.Narrowed = head.Retired, head.Narrowed
}

func (r *reader) readTexts(b *Bank) {
	var warnings struct {
		Warnings []Warning `yaml:"warnings,required"`
	}
	var sources struct {
		Sources []Source `yaml:"sources,required"`
	}
	var prompts struct {
		Prompts []Prompt `yaml:"prompts,required"`
	}
	var cases struct {
		Cases []Case `yaml:"cases,required"`
	}
	r.decode(warningsFile, &warnings)
	r.decode(sourcesFile, &sources)
	r.decodeIfThere(promptsFile, &prompts)
	r.decodeIfThere(casesFile, &cases)
	b.Warnings, b.Sources, b.Prompts, b.Cases = warnings.Warnings, sources.Sources, prompts.Prompts, cases.Cases
}

func (r *reader) readQuestionnaires(b *Bank) {
	var files []questionnaireFile
	for _, name := range r.files() {
		if isQuestionnaire(name) {
			f := questionnaireFile{name: name}
			r.decode(name, &f)
			files = append(files, f)
		}
	}
	slices.SortStableFunc(files, func(a, b questionnaireFile) int { return cmp.Compare(a.Order, b.Order) })
	for _, f := range files {
		b.Questionnaires = append(b.Questionnaires, r.questionnaire(f))
	}
}

func isQuestionnaire(name string) bool {
	return !slices.Contains([]string{bankFile, warningsFile, sourcesFile, promptsFile, casesFile, seedsFile}, name)
}

// decodeIfThere is decode for a file that a bank may do without.
func (r *reader) decodeIfThere(name string, v any) {
	if slices.Contains(r.files(), name) {
		r.decode(name, v)
	}
}

// decode reads one file into v and notes what is wrong with it.
func (r *reader) decode(name string, v any) {
	src, err := r.read(name)
	if err != nil {
		r.add(name, yamldoc.Pos{}, "this file of the bank is missing")
		return
	}
	doc, problems := yamldoc.Parse(src)
	if doc != nil {
		problems = append(problems, doc.Decode(v)...)
	}
	for _, p := range problems {
		says := p.Message
		if p.Key != "" { // a fault of the file as a whole has none
			says = p.Key + ": " + says
		}
		r.add(name, p.Pos, "%s", says)
	}
	r.docs[name] = doc
}

// read reads a file: of one that is too large, a byte more than it may have,
// which is enough to say so.
func (r *reader) read(name string) ([]byte, error) {
	f, err := r.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, yamldoc.MaxBytes+1))
}

func (r *reader) add(file string, at yamldoc.Pos, format string, args ...any) {
	r.faults = append(r.faults, Fault{file, at, fmt.Sprintf(format, args...)})
}

// files names the YAML files of the bank, in the order of their names.
func (r *reader) files() []string {
	names, err := fs.Glob(r.fsys, "*.yaml")
	if err != nil { // only a malformed pattern has one
		panic(err)
	}
	return names
}

// hash covers the names and the contents of all files.
func (r *reader) hash() string {
	h := sha256.New()
	for _, name := range r.files() {
		src, err := r.read(name)
		if err != nil {
			r.add(name, yamldoc.Pos{}, "%v", err)
		}
		fmt.Fprintf(h, "%s %d\n%s", name, len(src), src)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (r *reader) err() error {
	var errs []error
	for _, f := range r.faults {
		errs = append(errs, f)
	}
	return errors.Join(errs...)
}
