package questions

import (
	"bytes"
	_ "embed" // for the bank to begin with
	"text/template"
)

//go:embed house.yaml.tmpl
var houseTemplate string

// NewHouse is a bank for a house to begin with, on top of core: an example of each part,
// with comments that say what goes where. It is valid as it stands. file is what the
// comments call it.
func NewHouse(core *Bank, file string) ([]byte, error) {
	t, err := template.New("house").Parse(houseTemplate)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, struct {
		File, Version string
		Core          *Bank
	}{file, "1.0.0", core})
	return out.Bytes(), err
}
