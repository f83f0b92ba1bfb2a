//go:build e2e && unix

package e2e

import (
	"testing"
	"time"
)

// TestAtRest leaves the program alone on pages of every kind: it writes nothing
// and takes next to no time of the processor.
func TestAtRest(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		to   func(w *terminal)
	}{
		{"library", nil, func(w *terminal) { w.see("Welcome to cairn", "not begun") }},
		{"lesson", []string{"welcome"}, func(w *terminal) { toFirstPage(w) }},
		{"question", []string{"welcome"}, func(w *terminal) { toFirstQuestion(w) }},
		{"typing", []string{"welcome", "--from", "spelling"}, func(w *terminal) { w.see("with one letter left out"); w.press("m", "o"); w.see("> mo") }},
		{"settings", []string{"welcome"}, func(w *terminal) { w.see("What brings you here?"); w.press(","); w.see("Settings") }},
		{"keys", []string{"welcome"}, func(w *terminal) { w.see("What brings you here?"); w.press("?"); w.see("Keys") }},
		{"plain mode", []string{"welcome", "--plain"}, func(w *terminal) { w.see("What brings you here?") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel() // the tests wait, and the programs should do nothing
			w := start(t, 80, 24, onData(data(t)), c.args...)
			c.to(w)
			w.settle()
			written, before := len(w.written()), w.spent()
			const rest = 4 * time.Second
			time.Sleep(rest)
			if now := w.written(); len(now) != written {
				t.Errorf("%d bytes were written at rest: %q", len(now)-written, now[written:])
			}
			// The terminal library looks 120 times a second whether there is something
			// to draw, which takes about a fiftieth of a core.
			if took := w.spent() - before; took > rest/20 {
				t.Errorf("%v of the processor were taken in %v at rest", took, rest)
			}
			if w.ended() {
				t.Error("the program has ended")
			}
		})
	}
}

// toFirstPage opens the welcome course and goes to its first page.
func toFirstPage(w *terminal) {
	w.t.Helper()
	w.see("What brings you here?")
	w.press("s")
	w.see("How would you like things explained?")
	w.press("s")
	w.see("How fast would you like to go?")
	w.press("s")
	w.see("Outline")
	w.press("enter")
	w.see("This is a page.")
}

// settle waits until nothing was written for a second.
func (w *terminal) settle() {
	w.t.Helper()
	last := -1
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(time.Second) {
		if n := len(w.written()); n != last {
			last = n
			continue
		}
		return
	}
	w.t.Fatal("the program does not come to rest")
}
