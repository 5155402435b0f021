package yamldoc

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"gopkg.in/yaml.v3"
)

// Parse reads src as one YAML document and returns every problem of its form,
// or the first few hundred, in the order of the file. The Doc is nil when
// nothing more can be said about the file; otherwise Decode finds what else is
// wrong with it. The Doc of an empty file is empty, which is no problem. The
// Doc keeps src, which must not be changed any more.
func Parse(src []byte) (*Doc, []Problem) {
	if len(src) > MaxBytes {
		return nil, []Problem{tooLarge()}
	}
	d := &Doc{src: src, lines: lineStarts(src)}
	d.noted = d.measure()
	if problems := d.unreadable(); len(problems) > 0 {
		return nil, problems
	}
	text, problems := d.withoutDirectives()
	docs, read, err := readDocuments(text, len(text), 2)
	if err != nil {
		problems = append(problems, d.syntaxProblem(text, read, err))
		inOrder(problems)
		return nil, problems
	}
	if len(docs) > 1 {
		problems = append(problems, d.secondDocument(docs[1]))
	}
	if len(docs) > 0 && !isBare(docs[0].Content[0]) {
		d.root = docs[0].Content[0]
		problems = append(problems, d.check()...)
	}
	inOrder(problems)
	if slices.ContainsFunc(problems, func(p Problem) bool { return p.ID == NotReadable }) {
		return nil, problems
	}
	return d, problems
}

// readDocuments returns up to most documents of text, and how much of text was
// read to find them or to fail: in lines, or in steps of so many bytes when
// that is less. The library panics on some input (its issue 1050), which is an
// error here.
func readDocuments(text []byte, step, most int) (docs []*yaml.Node, read int, err error) {
	reader := stepReader{rest: text, step: step}
	defer func() {
		if recover() != nil {
			err = errors.New(libraryFailed)
		}
		read = len(text) - len(reader.rest)
	}()
	decoder := yaml.NewDecoder(&reader)
	for len(docs) < most {
		var n yaml.Node
		err := decoder.Decode(&n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, 0, err
		}
		docs = append(docs, &n)
	}
	return docs, 0, nil
}

// stepReader hands out at most one line, and at most step bytes, at a time.
// The library reads only what it needs, so that what is left says where it
// gave up.
type stepReader struct {
	rest []byte
	step int
}

func (r *stepReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	part := r.rest[:min(r.step, len(r.rest))]
	if i := bytes.IndexByte(part, '\n'); i >= 0 {
		part = part[:i+1]
	}
	n := copy(p, part)
	r.rest = r.rest[n:]
	return n, nil
}

func (d *Doc) secondDocument(n *yaml.Node) Problem {
	return Problem{
		Pos:     d.restOfLine(n),
		ID:      NotSupported,
		Message: "a second document starts here",
		Hint:    "keep one document in a file",
	}
}

// withoutDirectives returns src with the lines such as "%YAML 1.2" at its top
// made blank, and a problem for each of them. The library refuses some of them
// and takes very long over others.
func (d *Doc) withoutDirectives() ([]byte, []Problem) {
	var found report
	text := d.src
	for _, start := range d.lines {
		end := d.lineEnd(start)
		switch line := bytes.TrimSpace(d.src[start:end]); {
		case len(line) == 0 || line[0] == '#':
			continue
		case d.src[start] != '%':
			return text, found.problems
		}
		if len(found.problems) == 0 {
			text = bytes.Clone(d.src)
		}
		copy(text[start:end], bytes.Repeat([]byte(" "), end-start))
		found.add(d.between(start, end), NotSupported, "", directiveRefused, directiveHint)
	}
	return text, found.problems
}
