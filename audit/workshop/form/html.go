package form

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"forewarn/audit/printable"
	"forewarn/audit/workshop"
)

//go:embed page
var files embed.FS

// page is what the page is made of.
type page struct {
	Name, Client  string
	Minimum       int
	Roles         []string
	Groups        []group
	Count         int
	LongestNote   int
	AskRole       string
	How           string
	Version       string // of the bank
	WorkshopID    string
	About         template.JS // what the script needs to know, as JSON
	Script        template.JS
	Style         template.CSS
	ScriptAllowed string // for the security policy: the hash of the one script
	StyleAllowed  string
}

// WriteHTML writes the form as one page that needs nothing else: no network, no server, no
// font. Its script shows one question at a time and makes the sheet; without script it is
// a form for paper, as it is when printed.
func (f *Form) WriteHTML(w io.Writer) error {
	pages, err := template.ParseFS(files, "page/form.html")
	if err != nil {
		return fmt.Errorf("reading the page of the form: %w", err)
	}
	script, err := files.ReadFile("page/form.js")
	if err != nil {
		return fmt.Errorf("reading the script of the form: %w", err)
	}
	style, err := files.ReadFile("page/form.css")
	if err != nil {
		return fmt.Errorf("reading the style of the form: %w", err)
	}
	about, err := f.about()
	if err != nil {
		return fmt.Errorf("writing the form as HTML: %w", err)
	}
	p := page{
		Name: f.name(), Client: f.Client, Minimum: f.Workshop.Minimum, Roles: f.Workshop.Roles, Groups: f.groups(), Count: f.count(),
		LongestNote: workshop.MaxNote, AskRole: askRole, How: howToChoose, Version: f.Workshop.Bank.Version, WorkshopID: f.Workshop.ID,
		About: template.JS(about), Script: template.JS(script), Style: template.CSS(style),
		ScriptAllowed: allowed(script), StyleAllowed: allowed(style),
	}
	// All of the page is made printable rather than each text in it, so that none is
	// missed. What the script reads has no character that this would change.
	if err := pages.Execute(printable.Writer{W: w}, p); err != nil {
		return fmt.Errorf("writing the form as HTML: %w", err)
	}
	return nil
}

// about is what the script writes on every sheet, letter by letter as the workshop has it.
func (f *Form) about() (string, error) {
	type bank struct {
		ID      string `json:"id"`
		Version string `json:"version"`
	}
	b, err := json.Marshal(struct {
		Workshop string   `json:"workshop"`
		Bank     bank     `json:"bank"`
		Roles    []string `json:"roles"`
	}{f.Workshop.ID, bank{f.Workshop.Bank.ID, f.Workshop.Bank.Version}, f.Workshop.Roles})
	return plain(string(b)), err
}

// plain is a JSON text in ASCII alone.
func plain(text string) string {
	var out strings.Builder
	for _, r := range text {
		if r < utf8.RuneSelf-1 { // the last of them is unseen
			out.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&out, `\u%04x`, unit)
		}
	}
	return out.String()
}

// allowed names a script or a style in a security policy.
func allowed(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
