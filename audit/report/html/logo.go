package html

import (
	"encoding/base64"
	"errors"
	"html/template"
	"strings"
)

// embedded writes a picture into an address. A vector picture is refused: it
// can hold script, and some readers open the pictures of a page by themselves.
func embedded(picture []byte) (template.URL, error) {
	if len(picture) == 0 {
		return "", nil
	}
	kind := pictureType(string(picture))
	if kind == "" {
		return "", errors.New("the logo is no PNG, JPEG or WebP picture")
	}
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(picture)), nil
}

// pictureType tells the type of a picture by its first bytes; empty when it is
// none that every browser draws.
func pictureType(picture string) string {
	switch {
	case strings.HasPrefix(picture, "\x89PNG\r\n\x1a\n"):
		return "image/png"
	case strings.HasPrefix(picture, "\xff\xd8\xff"):
		return "image/jpeg"
	case strings.HasPrefix(picture, "RIFF") && len(picture) > 12 && picture[8:12] == "WEBP":
		return "image/webp"
	}
	return ""
}
