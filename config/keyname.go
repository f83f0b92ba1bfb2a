package config

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/internal/nearest"
)

// modifiers lists the keys that are held, in the order in which a name has them.
func modifiers() []string { return []string{"ctrl", "alt", "shift", "meta", "hyper", "super"} }

// namedKeys lists the keys that have a name instead of a character.
func namedKeys() []string {
	names := []string{
		"enter", "tab", "backspace", "esc", "space", "up", "down", "left", "right", "home", "end", "pgup", "pgdown",
		"insert", "delete", "begin", "find", "select", "menu", "pause", "printscreen",
	}
	for n := 1; n <= 24; n++ {
		names = append(names, "f"+strconv.Itoa(n))
	}
	return names
}

// otherNames is what other programs call keys and modifiers.
func otherNames(name string) (ours string, ok bool) {
	switch name {
	case "escape":
		return "esc", true
	case "return", "cr":
		return "enter", true
	case "del":
		return "delete", true
	case "ins":
		return "insert", true
	case "bs":
		return "backspace", true
	case "pageup", "page-up", "page_up", "prior":
		return "pgup", true
	case "pagedown", "page-down", "page_down", "pgdn", "next":
		return "pgdown", true
	case "spacebar", "spc":
		return "space", true
	case "plus":
		return "+", true
	case "minus":
		return "-", true
	case "comma":
		return ",", true
	case "control", "c", "ctl":
		return "ctrl", true
	case "option", "opt":
		return "alt", true
	case "cmd", "command", "win":
		return "super", true
	}
	return "", false
}

// keyNamed turns what somebody wrote into the name that the terminal library
// gives to that key: modifiers in their order, then a name or a character. Where
// nothing is called so, name is empty and hint says what to write.
func keyNamed(written string) (name, hint string) {
	held, base := splitKey(written)
	var mods []string
	for _, m := range held {
		lower := strings.ToLower(m)
		if ours, ok := otherNames(lower); ok {
			lower = ours
		}
		if !slices.Contains(modifiers(), lower) {
			return "", "what is held is one of " + strings.Join(modifiers(), ", ")
		}
		mods = append(mods, lower)
	}
	if utf8.RuneCountInString(base) == 1 {
		return keyOfCharacter(mods, base)
	}
	lower := strings.ToLower(base)
	if ours, ok := otherNames(lower); ok {
		lower = ours
	}
	if utf8.RuneCountInString(lower) == 1 || slices.Contains(namedKeys(), lower) {
		return joinKey(mods, lower), ""
	}
	if near := nearest.Name(base, namedKeys()); near != "" {
		return "", "did you mean " + strconv.Quote(joinKey(mods, near)) + "?"
	}
	return "", "a key is a character, or one of " + strings.Join(namedKeys()[:15], ", ") + ", f1 and so on, with ctrl+, alt+ or shift+ before it"
}

// splitKey takes a name apart. The plus sign is a key too: "+", "ctrl++".
func splitKey(written string) (held []string, base string) {
	base = written
	for {
		m, rest, found := strings.Cut(base, "+")
		if !found || m == "" || rest == "" {
			return held, base
		}
		held, base = append(held, m), rest
	}
}

// keyOfCharacter names a key that types a character.
func keyOfCharacter(mods []string, base string) (name, hint string) {
	r, _ := utf8.DecodeRuneInString(base)
	if base == " " {
		return joinKey(mods, "space"), ""
	}
	if r == utf8.RuneError || !unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.Is(unicode.M, r) {
		return "", "a key is a character that is seen, or a name such as space"
	}
	upper := unicode.ToUpper(r)
	if len(mods) == 0 {
		return base, ""
	}
	if slices.Equal(mods, []string{"shift"}) {
		if upper == unicode.ToLower(r) {
			return "", "write the character that the key types together with shift"
		}
		return string(upper), ""
	}
	if unicode.IsUpper(r) && !slices.Contains(mods, "ctrl") {
		mods = append(slices.Clone(mods), "shift")
	}
	return joinKey(mods, string(unicode.ToLower(r))), ""
}

// joinKey puts a name together, each modifier once and in its order.
func joinKey(mods []string, base string) string {
	name := ""
	for _, m := range modifiers() {
		if slices.Contains(mods, m) {
			name += m + "+"
		}
	}
	return name + base
}

// sentAs names the key that most terminals send instead of another, which they
// cannot tell apart; empty: none.
func sentAs(name string) string {
	switch name {
	case "ctrl+i":
		return "tab"
	case "ctrl+m":
		return "enter"
	case "ctrl+[":
		return "esc"
	case "ctrl+h":
		return "backspace"
	}
	return ""
}

// prints reports whether a key types a character, so that it is text where text
// is typed.
func prints(name string) bool { return utf8.RuneCountInString(name) == 1 || name == "space" }
