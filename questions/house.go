package questions

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"

	"forewarn/audit/yamldoc"
)

// HouseFormat is the version of the file of a house's bank that Extend reads.
const HouseFormat = 1

// Extend reads the bank of a house: one file that adds to another bank, the core, and
// words, weighs and caps parts of it otherwise, by their ids. What comes of it is a
// bank like any other, with ids and editions of its own; core is not changed. name is
// what faults call the file. The error joins a Fault for everything that is wrong, in
// the order of the file, but for those beyond the first few hundred.
func Extend(core *Bank, name string, src []byte, known Known) (*Bank, error) {
	h := readHouse(core, name, src, known)
	return h.bank, h.err()
}

// Lint is Extend with remarks on a bank without faults: which rules can never decide
// anything, and which only where a deeper questionnaire is asked.
func Lint(core *Bank, name string, src []byte, known Known) (*Bank, []Fault, error) {
	h := readHouse(core, name, src, known)
	if err := h.err(); err != nil {
		return h.bank, nil, err
	}
	return h.bank, h.remarks(), nil
}

// house is the bank of a house while it is read.
type house struct {
	*reader
	name string
	doc  *yamldoc.Doc
	core *Bank
	file houseFile
	bank *Bank
}

func readHouse(core *Bank, name string, src []byte, known Known) *house {
	h := &house{reader: newReader(nil, known), name: name, core: core, bank: core.clone()}
	h.reader.house = h
	if h.decode(src); h.doc == nil {
		return h
	}
	whole := len(h.faults) == 0
	h.checkHead()
	if !h.checkSize() {
		return h
	}
	h.checkTexts(reflect.ValueOf(&h.file).Elem(), nil)
	h.merge(src)
	if whole && IsEdition(h.file.Version) { // else what is missing would be told twice
		h.validate(h.bank)
	}
	makeSafe(reflect.ValueOf(h.bank).Elem())
	return h
}

// decode reads the file, as far as it can be read.
func (h *house) decode(src []byte) {
	if len(src) <= yamldoc.MaxBytes && !yamldoc.Names(src, "forewarn-bank") {
		// What stands in it is something else, and is not shown.
		h.add(h.name, yamldoc.Pos{Line: 1, Col: 1}, "this is no bank of forewarn: one has the key forewarn-bank at its top; to begin one, run forewarn bank new")
		return
	}
	doc, problems := yamldoc.Parse(src)
	h.doc = doc
	if doc != nil {
		problems = append(problems, doc.Decode(&h.file)...)
	}
	for _, p := range problems {
		says := p.Message
		if p.Key != "" {
			says = p.Key + ": " + says
		}
		if p.Hint != "" {
			says += "; " + p.Hint
		}
		h.add(h.name, p.Pos, "%s", says)
	}
}

// err joins the faults as reader.err does, sorted and bounded: who reads thousands has
// read the first.
func (h *house) err() error {
	slices.SortStableFunc(h.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	if n := len(h.faults) - yamldoc.MaxProblems; n > 0 {
		h.faults = append(h.faults[:yamldoc.MaxProblems], Fault{h.name, yamldoc.Pos{Line: 1, Col: 1}, fmt.Sprintf("%d more faults are not listed", n)})
	}
	return h.reader.err()
}

// at notes a fault at a key path of the file.
func (h *house) at(path []string, format string, args ...any) {
	h.add(h.name, h.doc.At(path...), format, args...)
}

// checkHead holds the file to its format, to a name of its own, and to the core that
// there is.
func (h *house) checkHead() {
	f := &h.file
	if f.Format != HouseFormat && (f.Format != 0 || len(h.faults) == 0) { // 0 may be one that could not be read
		h.at([]string{"forewarn-bank"}, "forewarn-bank: this program reads the format %d of a bank, not %d", HouseFormat, f.Format)
	}
	switch {
	case f.ID == "": // which is told already
	case !IsID(f.ID):
		h.at([]string{"id"}, "id: the id %q is not lower-case words joined by hyphens", f.ID)
	case f.ID == h.core.ID:
		h.at([]string{"id"}, "id: %q is the bank that is built in; give yours a name of its own", f.ID)
	}
	switch {
	case f.Version == "": // likewise
		return
	case !IsEdition(f.Version):
		h.at([]string{"version"}, "version: %q is not major.minor.patch", f.Version)
		return
	}
	h.checkStands()
}

// checkStands holds what the bank stands on to editions, to their order, and to the
// core of this program.
func (h *house) checkStands() {
	editions, before, faults := h.editions(), "", len(h.faults)
	for _, own := range editions {
		at, on := []string{"core", own}, h.file.Core[own]
		switch {
		case !IsEdition(own):
			h.at(at, "core: %q is not major.minor.patch", own)
		case CompareEditions(own, h.file.Version) > 0:
			h.at(at, "core: the edition %s is later than this bank's %s", own, h.file.Version)
		case !IsEdition(on):
			h.at(at, "core: %q is not major.minor.patch", on)
		case CompareEditions(on, before) < 0:
			h.at(at, "core: edition %s cannot stand on %s, as an earlier one stands on %s already", own, on, before)
		}
		before = on
	}
	if len(h.faults) == faults && len(editions) > 0 {
		h.checkCore(editions[len(editions)-1])
	}
	if h.file.Core != nil && len(editions) == 0 {
		h.at([]string{"core"}, "core: say which edition it stands on, as in core: {%s: %s}", h.file.Version, h.core.Version)
	}
}

// checkCore holds the edition that the bank stands on since own to that of the program.
func (h *house) checkCore(own string) {
	at, on, has := []string{"core", own}, h.file.Core[own], h.core.Version
	switch {
	case CompareEditions(on, has) > 0:
		h.at(at, "core: this bank stands on edition %s of the built-in questions, and this program has %s; install a newer forewarn", on, has)
	case Major(on) != Major(has):
		h.at(at, "core: this bank stands on edition %s of the built-in questions, and this program has %s, in which some answers mean something else; "+
			"see what changed, then raise the bank's version and add to core the line NEW-VERSION: %s", on, has, has)
	}
}

// editions are those of the house since which it stands on another core, in order.
func (h *house) editions() []string {
	var out []string
	for own := range h.file.Core {
		out = append(out, own)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(CompareEditions(a, b), cmp.Compare(a, b)) })
	return out
}

// since is the edition of the house in which an edition of the core came to it; empty
// for one that was there from the first.
func (h *house) since(core string) string {
	editions := h.editions()
	for i, own := range editions {
		if CompareEditions(h.file.Core[own], core) < 0 {
			continue
		}
		if i == 0 {
			return ""
		}
		return own
	}
	return ""
}

// hash covers the bank that is extended, and the file.
func (h *house) hash(src []byte) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s %d\n%s", h.core.Hash, len(src), src)
	return hex.EncodeToString(sum.Sum(nil))
}
