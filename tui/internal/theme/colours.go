package theme

import (
	"reflect"
	"strings"
	"unicode"
)

// Colour is one colour of a palette, for those who list or set them.
type Colour struct {
	Name   string // as theme files have it: "code-back"
	Value  *string
	Ground bool   // words stand on it; else it draws words or lines itself
	Means  string // what it is for, in English
}

// Colours lists the colours of a palette in their order. What is stored in a
// Value changes the palette.
func (p *Palette) Colours() []Colour {
	var all []Colour
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Name == "Name" {
			continue
		}
		value, ok := v.Field(i).Addr().Interface().(*string)
		if !ok {
			continue
		}
		name := fileName(field.Name)
		all = append(all, Colour{Name: name, Value: value, Ground: isGround(name), Means: meaning(name)})
	}
	return all
}

// isGround reports whether a colour is one that words stand on.
func isGround(name string) bool { return strings.HasSuffix(name, "-back") }

// wordless reports whether a colour draws lines and bars, never words.
func wordless(name string) bool { return name == "faint" }

// fileName turns the name of a field, such as CodeBack, into code-back.
func fileName(field string) string {
	var b strings.Builder
	for i, r := range field {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// meaning says what a colour is for.
func meaning(name string) string {
	switch name {
	case "text":
		return "what is read; empty: the terminal's own colour of text"
	case "dim":
		return "what may be passed over: counts, times, descriptions"
	case "faint":
		return "lines and empty bars, never words"
	case "title":
		return "titles, headings, the names of keys"
	case "accent":
		return "where you are: the chosen row"
	case "good":
		return "right, done"
	case "bad":
		return "wrong, errors"
	case "warn":
		return "close, not saved, warnings"
	case "info":
		return "hints, reasons, notes"
	case "link":
		return "links"
	case "code":
		return "code within text"
	}
	if isGround(name) {
		return groundMeaning(name)
	}
	return codeMeaning(name)
}

// groundMeaning says what a ground is for.
func groundMeaning(name string) string {
	switch name {
	case "code-back":
		return "the ground of blocks of code; empty: the terminal's own"
	case "row-back":
		return "the ground of the chosen row; empty: it has none"
	case "good-back":
		return "the ground of what was right"
	case "bad-back":
		return "the ground of what was wrong"
	case "warn-back":
		return "the ground of what was close"
	}
	return ""
}

// codeMeaning says what part of code a colour is for.
func codeMeaning(name string) string {
	switch name {
	case "comment":
		return "comments in code"
	case "string":
		return "text in code"
	case "number":
		return "numbers in code"
	case "keyword":
		return "words of the language in code; empty: bold"
	case "type":
		return "types, keys of data and commands in code"
	}
	return ""
}
