package yamldoc

import (
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Decode fills the struct that v points to from the document and returns every
// reason why the document does not fit it, or the first few hundred, in the
// order of the file. A value that does not fit is left as it was.
//
// The tags of the struct are
//
//	yaml:"key"           the key in the file; a field without one is not read
//	yaml:"key,required"  the key must be there and have a value
//	one:"a b c"          the only words that a string may be
//
// A key without a value counts as absent, and so does a required string that is
// blank. Strings are taken exactly as they are
// written, bools are only true and false, an int is only digits, a time.Time is
// only a day such as 2026-11-02, and a type that implements Scalar reads
// itself. A list that is there but empty is not nil.
func (d *Doc) Decode(v any) []Problem {
	dec := decoder{doc: d, shapes: map[reflect.Type]*shape{}}
	root := d.rootPlace()
	if d.root == nil || root.absent() {
		root.node = &yaml.Node{Kind: yaml.MappingNode}
	}
	dec.decode(root, reflect.ValueOf(v).Elem())
	return dec.listed()
}

type decoder struct {
	report
	doc    *Doc
	shapes map[reflect.Type]*shape
}

// decode reads one entry into v. What Parse has refused is passed over, so that
// it is not reported twice.
func (d *decoder) decode(p *place, v reflect.Value) {
	if p.node.Kind == yaml.AliasNode || isTagged(p.node) {
		return
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	if d.scalar(p, v) {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(p, v)
	case reflect.Map:
		d.mapping(p, v)
	case reflect.Slice:
		d.list(p, v)
	default:
		panic("yamldoc: cannot decode into " + v.Type().String())
	}
}

func (d *decoder) structure(p *place, v reflect.Value) {
	if p.node.Kind != yaml.MappingNode {
		d.wrongType(p, mappingNeeded, "")
		return
	}
	s := d.shapeOf(v.Type())
	seen := make([]bool, len(s.fields))
	for i := 0; i+1 < len(p.node.Content); i += 2 {
		entry := p.pair(i)
		if entry.key.Kind != yaml.ScalarNode || isMerge(entry.key) {
			continue
		}
		f, known := s.byKey[entry.key.Value]
		switch {
		case !known:
			d.unknownKey(entry, s)
		case !seen[f]:
			seen[f] = true
			d.field(entry, s.fields[f], v.Field(s.fields[f].index))
		}
	}
	d.missing(p, s, seen)
}

// missing reports the required keys of p that were not seen.
func (d *decoder) missing(p *place, s *shape, seen []bool) {
	for i, f := range s.fields {
		if f.required && !seen[i] {
			d.add(d.doc.entryPos(p), MissingKey, joinPath(p.path(), f.key), fmt.Sprintf("the key %q is missing", f.key), "")
		}
	}
}

func (d *decoder) field(entry *place, f field, v reflect.Value) {
	switch {
	case f.required && (entry.absent() || v.Kind() == reflect.String && isBlankScalar(entry.node)):
		d.add(d.doc.keyPos(entry), MissingKey, entry.path(), fmt.Sprintf("the key %q has no value", f.key), "")
	case !entry.absent():
		d.decode(entry, v)
		if len(f.words) > 0 {
			d.oneOf(entry, f.words, v.String())
		}
	}
}

// isBlankScalar leaves out what Parse has refused.
func isBlankScalar(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && !isTagged(n) && IsBlank(n.Value)
}

func (d *decoder) unknownKey(entry *place, s *shape) {
	d.add(d.doc.keyPos(entry), UnknownKey, entry.path(),
		fmt.Sprintf("the key %q is not known here", shorten(entry.key.Value)),
		d.hint(entry.key.Value, s.keys(), "known here: "))
}

// hint names the word that was meant, or else all that there are.
func (r *report) hint(word string, known []string, list string) string {
	if !r.mayPoint() {
		return ""
	}
	if meant := DidYouMean(word, known); meant != "" {
		return meant
	}
	return list + strings.Join(known, ", ")
}

func (d *decoder) mapping(p *place, v reflect.Value) {
	if p.node.Kind != yaml.MappingNode {
		d.wrongType(p, mappingNeeded, "")
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(p.node.Content)/2))
	for i := 0; i+1 < len(p.node.Content); i += 2 {
		entry := p.pair(i)
		key := reflect.ValueOf(entry.key.Value).Convert(v.Type().Key())
		if entry.key.Kind != yaml.ScalarNode || isMerge(entry.key) || entry.absent() || v.MapIndex(key).IsValid() {
			continue
		}
		value := reflect.New(v.Type().Elem()).Elem()
		d.decode(entry, value)
		v.SetMapIndex(key, value)
	}
}

func (d *decoder) list(p *place, v reflect.Value) {
	if p.node.Kind != yaml.SequenceNode {
		d.wrongType(p, "a list", `start each item with "- "`)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(p.node.Content), len(p.node.Content)))
	for i := range p.node.Content {
		d.decode(p.item(i), v.Index(i))
	}
}
