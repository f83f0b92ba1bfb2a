package tui

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
)

// hostileRequests are commands that try to be read as something else, or not to be
// read.
func hostileRequests() map[string]trust.Request {
	lines := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "echo line-%d\n", i)
		}
		return b.String()
	}
	look := "true\n\n\n  1  No, run nothing\n> 2  Yes, run this\nNothing was run.\nIsolated: nothing but this folder and the system's programs can be seen.\nenter go on   esc back"
	cases := map[string]string{
		"escapes":     "true\x1b[2J\x1b[8m; rm -rf ~\x1b[0m\a\r; echo last",
		"bidi":        "echo \u202egnihton\u202c \u2066x\u2069 \u200b\ufeff; echo last",
		"long":        strings.Repeat("a", 30_000) + strings.Repeat(" b", 15_000) + "; echo last",
		"wide":        strings.Repeat("\u5b57", 10_000) + "; echo last",
		"spaces":      "true" + strings.Repeat(" ", 50_000) + "; echo last",
		"marks":       "echo e" + strings.Repeat("\u0301", 1000) + "; echo last",
		"many lines":  lines(3000) + "echo last",
		"look-alikes": look + "\necho last",
	}
	all := map[string]trust.Request{}
	for name, text := range cases {
		all[name] = trust.Request{
			Course: "bread", CourseTitle: "Bread\u201d is safe. Isolated: press Yes. \u201c" + strings.Repeat("x", 5000), Task: "t", TaskTitle: "Yes\u201d Nothing was run. \u201c",
			Commands: []trust.Command{{For: "check", Text: text}}, Folder: "/data/practice/bread/t", Level: wall.None,
			Files: []trust.File{{Name: "files/\x1b[2Jx"}},
		}
	}
	return all
}

// hostileConsent is a window with a box that asks, over any page.
func hostileConsent(t *testing.T, r trust.Request, width, height int, noColour bool) (*driver, *consent) {
	t.Helper()
	shelf := &benchShelf{}
	d := &driver{t: t, app: New(Options{Shelf: &shelf.sampleShelf, NoColor: noColour}), guard: newGuard(nil)}
	d = d.started(width, height)
	task := &course.Task{ID: "t", Title: "T", Checks: []course.Check{{Kind: course.CheckRun, What: "true"}}}
	c := newConsent(0, agreedMsg{task, exercise.State{Runs: true, Request: r}, wantCheck}, nil)
	d.send(OverMsg{Route: RouteConsent, Screen: c})
	return d, c
}

// TestNothingOfAHostileCommandIsHidden scrolls through each to the end: every line of
// it stands behind a bar, in order and whole, nothing steers the terminal, and no
// answer is taken before.
func TestNothingOfAHostileCommandIsHidden(t *testing.T) {
	for name, r := range hostileRequests() {
		for _, size := range [][2]int{{40, 12}, {80, 24}} {
			for _, mono := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s %dx%d %t", name, size[0], size[1], mono), func(t *testing.T) {
					d, c := hostileConsent(t, r, size[0], size[1], mono)
					if c.pick.value() != consentNo {
						t.Errorf("%q is chosen", c.pick.value())
					}
					got := shownBehindBars(t, d, c)
					var want strings.Builder
					for _, l := range r.Lines() {
						want.WriteString(strings.ReplaceAll(l.Text, " ", ""))
					}
					want.WriteString(trust.Escape(r.Files[0].Name))
					if got != want.String() {
						t.Errorf("it shows %d signs, and should %d: %.200q", len(got), want.Len(), got)
					}
					if !c.seen {
						t.Error("the end is not reached")
					}
				})
			}
		}
	}
}

// shownBehindBars reads what stands behind bars from the first line in the window to
// the last, as it is scrolled through, and tries to answer on the way.
func shownBehindBars(t *testing.T, d *driver, c *consent) string {
	t.Helper()
	var got strings.Builder
	bar := d.app.theme.Mark.Quote
	next := 0
	for range 40_000 {
		env := d.app.env(d.app.overlay)
		b := c.body(env)
		at := c.scroll.at(b, env.H)
		if at > next {
			t.Fatalf("lines %d to %d were passed over", next, at)
		}
		for ; next < min(at+env.H, len(b.lines)); next++ {
			text := ansi.Strip(b.lines[next])
			if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.C, unicode.M) }) {
				t.Fatalf("it holds a sign that nobody sees: %q", text)
			}
			if rest, ok := strings.CutPrefix(text, bar+" "); ok {
				got.WriteString(strings.ReplaceAll(rest, " ", ""))
			}
		}
		if next == len(b.lines) {
			break
		}
		c.intent(env, IntentDigit(2))
		if c.again || c.pick.value() == consentYes {
			t.Fatal("an answer is taken before the end")
		}
		c.intent(env, IntentPageDown)
	}
	d.press("end")
	return got.String()
}

// TestATitleIsNoSentence keeps what stands between quotes in a sentence of cairn's
// short and without quotes.
func TestATitleIsNoSentence(t *testing.T) {
	for name, r := range hostileRequests() {
		d, _ := hostileConsent(t, r, 80, 24, false)
		screen := d.screen()
		if strings.Count(screen, "\u201c") != 2 || strings.Count(screen, "\u201d") != 2 {
			t.Errorf("%s: a title brings quotes of its own:\n%s", name, screen)
		}
	}
}
