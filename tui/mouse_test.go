package tui

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// click presses the left button at a cell of the window.
func (d *driver) click(x, y int) {
	d.t.Helper()
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.check()
}

// drag moves the mouse to another line with the button held, line by line.
func (d *driver) drag(x, y, to int) {
	d.t.Helper()
	for y != to {
		if y < to {
			y++
		} else {
			y--
		}
		d.send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
		d.check()
	}
}

// let lets the button go.
func (d *driver) let() { d.send(tea.MouseReleaseMsg{Button: tea.MouseLeft}) }

// wheel turns the wheel.
func (d *driver) wheel(to string) {
	d.t.Helper()
	button := tea.MouseWheelDown
	if to == "up" {
		button = tea.MouseWheelUp
	}
	d.send(tea.MouseWheelMsg{Button: button})
	d.check()
}

// find is the first cell of words on the screen.
func (d *driver) find(words string) (x, y int) {
	d.t.Helper()
	for y, line := range strings.Split(d.screen(), "\n") {
		if at := strings.Index(line, words); at >= 0 {
			return ansi.StringWidth(line[:at]), y
		}
	}
	d.t.Fatalf("the screen does not show %q, to be clicked:\n%s", words, d.screen())
	return 0, 0
}

// line is the line of words on the screen.
func (d *driver) line(words string) int {
	d.t.Helper()
	_, y := d.find(words)
	return y
}

// eachScreen plays every script up to the last screen it shows, long ones aside:
// they are played many times, and shorter ones show the same pages. start plays
// it anew.
func eachScreen(t *testing.T, see func(t *testing.T, name string, start func() *driver)) {
	for _, file := range scripts(t) {
		lines := strings.Split(read(t, file), "\n")
		if slices.Contains(lines, "long") || len(lines) > 60 {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".script"), func(t *testing.T) {
			for n, line := range slices.Backward(lines) {
				if line != "screen" && !strings.HasPrefix(line, "looks ") {
					continue
				}
				prefix := slices.DeleteFunc(slices.Clone(lines[:n]), func(l string) bool {
					word, _, _ := strings.Cut(l, " ")
					return slices.Contains([]string{"looks", "sees", "lacks", "did", "screen"}, word) || strings.HasPrefix(l, "|")
				})
				start := func() *driver {
					p := play{t: t}
					p.all(strings.Join(prefix, "\n"))
					return p.d
				}
				if d := start(); d != nil && !d.quit && !d.app.tooSmall() {
					see(t, line, start)
				}
				return
			}
		})
	}
}

// TestAClickOnAKeyIsTheKey clicks each key that a footer shows, on a screen of
// each script, and expects what the key does.
func TestAClickOnAKeyIsTheKey(t *testing.T) {
	eachScreen(t, func(t *testing.T, name string, start func() *driver) {
		first := start()
		e := first.app.top()
		shown := 0
		for _, s := range first.app.mouse.spots {
			if s.Key == "" {
				continue
			}
			shown++
			if label := first.app.o.Keys.Shown(first.app.o.Words, s.Key, e.typing()); !strings.HasPrefix(shownAt(first.screen(), s.X, s.Y, s.W), label+" ") {
				t.Errorf("%s: at the key %s stands %q", name, label, shownAt(first.screen(), s.X, s.Y, s.W))
			}
		}
		if shown == 0 {
			t.Errorf("%s: no key can be clicked:\n%s", name, first.screen())
		}
		rng := rand.New(rand.NewPCG(1, uint64(len(name))))
		keys := slices.DeleteFunc(slices.Clone(first.app.mouse.spots), func(s Spot) bool { return s.Key == "" })
		s := keys[rng.IntN(len(keys))]
		pressed, clicked := start(), start()
		pressed.press(first.app.o.Keys.Label(s.Key, e.typing()))
		clicked.click(s.X+s.W-1, s.Y)
		if pressed.screen() != clicked.screen() || pressed.quit != clicked.quit {
			t.Errorf("%s: the key of %s leads to\n%s\na click on it to\n%s", name, s.Key, pressed.screen(), clicked.screen())
		}
	})
}

// shownAt is what stands in w cells of a line.
func shownAt(screen string, x, y, w int) string {
	lines := strings.Split(screen, "\n")
	if y >= len(lines) {
		return ""
	}
	return ansi.Cut(lines[y], x, x+w)
}

// TestAClickOnARowChoosesIt clicks every part of every screen: the cursor comes
// to the row, unless the click was an answer by itself, or led elsewhere.
func TestAClickOnARowChoosesIt(t *testing.T) {
	eachScreen(t, func(t *testing.T, name string, start func() *driver) {
		for i, s := range start().app.mouse.spots {
			if s.Key != "" {
				continue
			}
			d := start()
			switch d.app.top().screen.(type) {
			case *reading, *reread: // a link: it leads elsewhere, and is no row to stay on
				continue
			}
			before := len(d.app.mouse.spots)
			d.click(s.X, s.Y)
			if s.Chosen || i >= 12 { // it was entered; or there are very many
				return
			}
			c := d.app.View().Cursor
			if c == nil || len(d.app.mouse.spots) == before && s.W > 30 && (c.Y < s.Y || c.Y >= s.Y+s.H) && !answered(d, s) {
				t.Errorf("%s: a click on the part %+v puts the cursor at %+v:\n%s", name, s, c, d.screen())
			}
		}
	})
}

// answered reports whether a click picked the right side of a pair, and so went
// on to the next row.
func answered(d *driver, s Spot) bool {
	q, ok := d.app.top().screen.(*question)
	return ok && s.Part >= len(q.input.Answer().Items)
}

// TestAnyClickStaysInside clicks, draws and scrolls at random from every screen.
func TestAnyClickStaysInside(t *testing.T) {
	eachScreen(t, func(t *testing.T, name string, start func() *driver) {
		d := start()
		_, broken := d.app.top().screen.(*brokenScreen)
		rng := rand.New(rand.NewPCG(7, uint64(len(name))))
		for range 40 {
			x, y := rng.IntN(d.app.w+2)-1, rng.IntN(d.app.h+2)-1
			switch rng.IntN(5) {
			case 0, 1:
				d.click(x, y)
			case 2:
				d.drag(x, y, rng.IntN(d.app.h))
			case 3:
				if n := len(d.app.mouse.spots); n > 0 {
					s := d.app.mouse.spots[rng.IntN(n)]
					d.click(s.X+rng.IntN(max(s.W, 1)), s.Y+rng.IntN(max(s.H, 1)))
				}
			case 4:
				d.wheel([]string{"up", "down"}[rng.IntN(2)])
			}
			if d.quit {
				d = start()
			}
			if _, fell := d.app.top().screen.(*brokenScreen); fell && !broken {
				t.Fatalf("%s: a click broke the page:\n%s", name, d.screen())
			}
		}
	})
}
