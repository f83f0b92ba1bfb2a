//go:build e2e && unix

package e2e

import "testing"

// TestLanguage opens cairn where the environment asks for German, and where the
// command line asks for another language than the environment.
func TestLanguage(t *testing.T) {
	eachSize(t, func(t *testing.T, cols, rows int) {
		german := []string{"LC_ALL=", "LC_MESSAGES=", "LANGUAGE=", "LANG=de_DE.UTF-8"}
		w := start(t, cols, rows, onData(data(t), german...))
		w.see("Kurse", "nicht begonnen")
		w.press("q")
		w.ends(0)

		w = start(t, cols, rows, onData(data(t), german...), "--lang", "en")
		w.see("Courses", "not begun")
		w.press("q")
		w.ends(0)
	})
}
