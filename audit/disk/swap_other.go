//go:build !linux

package disk

import "errors"

// swap is what this system cannot do.
func swap(string, string) error { return errors.ErrUnsupported }
