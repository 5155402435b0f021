package workshop

import (
	"crypto/rand"
	"encoding/hex"
)

// NewID is the random id of a workshop, and NewNumber that of a sheet: nobody can guess
// either, and no two are alike.
func NewID() string { return random(8) }

// NewNumber is the random number of a sheet.
func NewNumber() string { return random(16) }

func random(bytes int) string {
	b := make([]byte, bytes)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}
