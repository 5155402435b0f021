package questions

import (
	_ "embed" // for the template
	"fmt"
	"iter"
	"strings"
	"text/template"
)

//go:generate go test -run ^TestCatalogueIsCurrent$ -update

//go:embed catalogue.md.tmpl
var catalogueTemplate string

// Catalogue returns the whole bank in Markdown: every question with its rungs,
// every warning and every finding, and the sources. README.md is a copy of it.
func (b *Bank) Catalogue() (string, error) {
	t, err := template.New("catalogue").Funcs(template.FuncMap{
		"text":     escaped,
		"raisedBy": func(q Question) string { return links(b.raisedBy(q.ID)) },
		"cites":    sourceLinks,
		"effect":   func(w Warning) string { return w.effect() },
		"when":     func(w Warning) string { return escaped(w.raisedWhen()) },
		"strength": strengthText,
		"climb":    climb,
	}).Parse(catalogueTemplate)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = t.Execute(&out, b)
	return out.String(), err
}

// Markdown returns a title and labelled texts, as Explain gives them, as an
// entry of Markdown.
func Markdown(title string, texts iter.Seq2[string, string]) string {
	var list [][2]string
	for label, text := range texts {
		list = append(list, [2]string{label, text})
	}
	return "# " + escaped(title) + "\n\n" + help(list) + "\n"
}

// climb is how to get to the rung above the one at level.
func climb(q Question, level int) string {
	if level == MaxLevel {
		return ""
	}
	return escaped(q.Next[level])
}

func links(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, fmt.Sprintf("[%s](#%s)", id, id))
	}
	return strings.Join(out, ", ")
}

// sourceLinks points at the list of sources, whose entries are anchors.
func sourceLinks(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, fmt.Sprintf("[%s](#source-%s)", id, id))
	}
	return strings.Join(out, ", ")
}
