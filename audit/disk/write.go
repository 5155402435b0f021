package disk

import "os"

// Write writes a file that nobody edits in one step, as Pending does.
func (k Kind) Write(path string, content []byte) error { return k.writeOn(realSystem(), path, content) }

func (k Kind) writeOn(s system, path string, content []byte) error {
	p, err := k.beginOn(s, path)
	if err != nil {
		return err
	}
	defer p.Drop()
	if _, err := p.Write(content); err != nil {
		return err
	}
	if err := p.Finish(); err != nil {
		return err
	}
	return p.Keep()
}

// MakeFolder makes the folder that files of this kind are written to, with those
// that it lies in, unless it is there.
func (k Kind) MakeFolder(path string) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return k.writeFailure("making", path, err)
	}
	return nil
}
