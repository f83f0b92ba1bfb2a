package course

import (
	"strings"

	"github.com/cairn-learn/cairn/internal/nearest"
)

// Nearest returns the name of have that a mistyped one was probably meant to
// be, or "" when none is near enough.
func Nearest(want string, have []string) string { return nearest.Name(want, have) }

// Slip reports whether a word is a name but for one letter that was added, left
// out or changed, or two neighbours that changed places. Capitals do not count.
// More than that may be another word that happens to be near.
func Slip(word, name string) bool {
	if len(word) > maxWord || len(name) > maxWord {
		return false
	}
	word, name = strings.ToLower(word), strings.ToLower(name)
	return word == name || oneEdit(clusters(word), clusters(name))
}

// maxWord is the longest word, in bytes, that is compared.
const maxWord = 256
