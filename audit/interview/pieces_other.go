//go:build !unix

package interview

import "os"

// inPieces is the terminal itself, where the system gives keys and not bytes.
func inPieces(f *os.File) *os.File { return f }
