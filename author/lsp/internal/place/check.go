package place

import (
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/schema"
	"github.com/cairn-learn/cairn/course"
)

// checkTokens makes tokens of what a block of checks holds, of which each knows what
// its kind can expect. base is where it begins in the file.
func checkTokens(text string, base int) []Token {
	var tokens []Token
	for at := 0; at < len(text); {
		end := len(text)
		if next := strings.Index(text[at+1:], "\n- "); next >= 0 {
			end = at + 1 + next + 1
		}
		tokens = append(tokens, yamlTokens(text[at:end], base+at, checkKeys(text[at:end]), "")...)
		at = end
	}
	return tokens
}

// checkKeys are the keys of one check.
func checkKeys(text string) []schema.Key {
	var names []string
	for _, kind := range course.CheckKinds() {
		if strings.Contains("\n"+text, "\n- "+string(kind)+":") || strings.Contains(text, "\n  "+string(kind)+":") || strings.Contains("\n"+text, "\n"+string(kind)+":") {
			names = course.ExpectNames(kind)
			break
		}
	}
	keys := slices.Clone(schema.Check())
	for i := range keys {
		if keys[i].Name != "expect" || names == nil {
			continue
		}
		keys[i].Map, keys[i].Type = false, schema.Mapping
		for _, name := range names {
			keys[i].Keys = append(keys[i].Keys, schema.Key{Name: name, Says: schema.Expects(name), Type: schema.Text, List: true})
		}
	}
	return keys
}
