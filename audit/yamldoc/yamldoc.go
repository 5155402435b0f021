// Package yamldoc reads one YAML document strictly and edits it in place.
//
// Reading reports every problem of a file in one run, each with its place.
// Editing changes the bytes of one entry and leaves every other byte as it
// was. Anchors, aliases, merge keys, tags and further documents are refused:
// a plan is read by people, and each of them hides what the file says.
//
// All use of gopkg.in/yaml.v3 is in this package, so that moving to another
// YAML library touches nothing else.
package yamldoc

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// Pos is the place of a piece of text. Lines and columns count from 1; columns
// count characters (Unicode code points). The end is exclusive: EndCol is the
// column after the last character. The zero Pos means that the place is not
// known, as in a document that was never a file.
type Pos struct {
	Line, Col, EndLine, EndCol int
}

// Known reports whether p is a place in a file.
func (p Pos) Known() bool { return p.Line > 0 }

// String gives the start of p as line:column.
func (p Pos) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Col) }

// Problem is one reason why a document cannot be used as it is.
type Problem struct {
	Pos     Pos
	ID      string // which kind of problem, one of the constants below
	Key     string // the key path, such as metrics[0].baseline; empty for the whole document
	Message string // one sentence without a full stop, in plain words
	Hint    string // what to do about it; may be empty
	More    int    // of MoreProblems: how many are not listed
}

// The kinds of problem that reading can find.
const (
	NotReadable  = "not-readable"  // not UTF-8 text, too large, or nested too deep
	Syntax       = "yaml-syntax"   // not YAML
	NotSupported = "not-supported" // YAML that a plan does not use: anchors, tags, several documents
	DuplicateKey = "duplicate-key"
	UnknownKey   = "unknown-key"
	WrongType    = "wrong-type"
	MissingKey   = "missing-key"
	MoreProblems = "more-errors" // stands last, for those that are not listed
)

// Limits on what is read. They bound the memory and the time that a hostile
// file can cost.
const (
	MaxBytes = 1 << 20 // bytes in a file
	MaxDepth = 64      // levels of nesting
	MaxKeys  = 5000    // keys in one mapping, items in one list
)

// Doc is a document that has been read without a problem of syntax. It is
// never changed after Parse.
type Doc struct {
	src   []byte     // with its byte order mark, if it has one
	root  *yaml.Node // nil when the document is empty
	lines []int      // the offset at which each line of src starts
	noted columns
}

// Scalar is implemented by types that read themselves from one plain value.
type Scalar interface {
	// DecodeScalar takes the text as it is written in the file, without its
	// quotes; quoted says whether it had any. It returns what was needed
	// instead, such as "a number", when the text does not fit, and "" when it
	// does.
	DecodeScalar(text string, quoted bool) (needed string)
}

// Map is an ordered mapping to be written by Set or Append. Its values are
// those that Set takes.
type Map []Entry

// Entry is one key of a Map with its value.
type Entry struct {
	Key   string
	Value any
}
