// Package words is the catalogue of everything cairn says on screen. One typed
// value holds a language; English is written here.
package words

// Words is everything said in one language.
type Words struct{}

// English returns the words in English.
func English() *Words { return &Words{} }
