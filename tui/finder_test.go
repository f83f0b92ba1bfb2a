package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// TestAPasteThatIsTooLongToFind is A26: a megabyte pasted where a list is
// narrowed down is taken as far as there is room, in whole letters, and it is
// seen that something is missing.
func TestAPasteThatIsTooLongToFind(t *testing.T) {
	for _, letter := range []string{"a", "ä", "漢", "👩\u200d👩\u200d👧", "e\u0301", "\x1b"} {
		f := finder{typing: true}
		f.key(tea.PasteMsg{Content: strings.Repeat(letter, 1<<20/len(letter))})
		if len(f.text) > maxFind || len(f.text) < maxFind-24 || !utf8.ValidString(f.text) || !f.cut {
			t.Errorf("%+q: %d bytes are taken, cut %v: %+q", letter, len(f.text), f.cut, f.text)
		}
		f.key(tea.KeyPressMsg{Code: tea.KeyBackspace})
		if f.cut || len(f.text) >= maxFind {
			t.Errorf("%+q: nothing was missing after a letter was taken back: %d bytes", letter, len(f.text))
		}
	}
	shelf := flowShelf()
	for _, at := range []struct {
		route Route
		keys  []string
	}{
		{RouteLibrary, []string{"/"}}, {RouteLibrary, []string{"ctrl+p"}},
		{RouteLesson.To("git-first-steps", flowItems()[0]), []string{"/"}}, {RouteCourse.To("git-first-steps"), []string{"/"}},
	} {
		d := newDriver(t, Options{Shelf: shelf, Start: at.route}, 300, 20)
		d.press(at.keys...)
		d.send(tea.PasteMsg{Content: strings.Repeat("x", 1<<20)})
		d.sees("xxxxxxxx…")
	}
}
