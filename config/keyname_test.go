package config

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/tui"
)

// TestKeyNames compares names with what the terminal library calls the keys.
func TestKeyNames(t *testing.T) {
	named := map[string]rune{
		"enter": tea.KeyEnter, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "esc": tea.KeyEscape, "space": tea.KeySpace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "insert": tea.KeyInsert, "delete": tea.KeyDelete, "begin": tea.KeyBegin,
		"find": tea.KeyFind, "select": tea.KeySelect, "menu": tea.KeyMenu, "pause": tea.KeyPause, "printscreen": tea.KeyPrintScreen,
	}
	for n := range 24 {
		named[namedKeys()[len(namedKeys())-24+n]] = tea.KeyF1 + rune(n)
	}
	for _, base := range append(namedKeys(), "a", "+", "ä") {
		for _, mods := range [][]string{nil, {"ctrl"}, {"alt"}, {"ctrl", "alt", "shift"}} {
			name := joinKey(mods, base)
			code, ok := named[base]
			if !ok {
				code, _ = utf8.DecodeRuneInString(base)
			}
			k := tea.Key{Code: code}
			for i, m := range []tea.KeyMod{tea.ModCtrl, tea.ModAlt, tea.ModShift} {
				if slices.Contains(mods, modifiers()[i]) {
					k.Mod |= m
				}
			}
			if got := k.String(); got != name {
				t.Errorf("the key %s is called %s", name, got)
			}
			if got, hint := keyNamed(name); got != name {
				t.Errorf("%s is taken for %q (%s)", name, got, hint)
			}
		}
	}
	for intent, keys := range tui.DefaultKeymap() {
		for _, key := range keys {
			if got, hint := keyNamed(key); got != key {
				t.Errorf("the usual key %s of %s is taken for %q (%s)", key, intent, got, hint)
			}
		}
	}
	for _, bad := range []string{"", "ctrl+", "x+y", "hyperspace", "\x1b", "\u0301", "ab", strings.Repeat("x", 1000)} {
		if got, hint := keyNamed(bad); got != "" || hint == "" {
			t.Errorf("%q is taken for %q (%q)", bad, got, hint)
		}
	}
}
