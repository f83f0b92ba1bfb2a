package tui

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
)

// TestHostileTitles puts escapes, controls and bidi controls wherever a course
// has words, and looks at every page that shows them.
func TestHostileTitles(t *testing.T) {
	const evil = "T\x1b]52;c;ZXZpbA==\a\x1b[2J\x1b]0;owned\a\u009b31m\u202egpj\u2066\t\r\nnext\x00"
	shelf := newSampleShelf()
	c := shelf.courses[0]
	c.Title, c.Summary = evil, evil
	for _, l := range c.Lessons {
		l.Title = evil
	}
	for i := range c.Path {
		c.Path[i].Module = evil
	}
	for i := range c.Skills {
		c.Skills[i].Title = evil
	}
	for _, a := range c.Onboarding {
		a.Prompt = evil
		for i := range a.Options {
			a.Options[i].Title = evil
		}
	}
	c.Cards[0].Front, c.Cards[0].Back = evil, evil
	c.Glossary = []course.Entry{{Term: evil, Meaning: evil}}
	for i := range shelf.diags["git"] {
		d := &shelf.diags["git"][i]
		d.Msg, d.Hint, d.Pos.File = evil, evil, evil
	}
	shelf.set(t, "begun")
	for _, start := range []Route{"library", "outline/git", "choices/git", "glossary/git", "cards/git", "findings/git", "course/git", "nowhere/" + evil, "course/" + evil} {
		for _, keys := range []string{"", "?", "enter", "/", "n", "l"} {
			d := newDriver(t, Options{Shelf: shelf, Start: start}, 80, 24)
			if keys != "" {
				d.press(keys)
			}
			harmless(t, string(start)+" "+keys, d.app.View())
		}
	}
}

// harmless fails the test if a view has anything but text, colours and links.
func harmless(t *testing.T, at string, v tea.View) {
	t.Helper()
	allowed := regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;[^\x1b\a]*(?:\a|\x1b\\)`)
	for _, r := range allowed.ReplaceAllString(v.Content, "") + v.WindowTitle {
		bidi := r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
		if r != '\n' && unicode.IsControl(r) || bidi {
			t.Errorf("%q: the screen has the character %U", at, r)
			return
		}
	}
	if strings.ContainsAny(v.WindowTitle, "\n\x1b\a") {
		t.Errorf("%q: the window title is %q", at, v.WindowTitle)
	}
}

// TestAnyKeysAtAnySize presses keys at random in windows of any size, on the
// real pages and a real session, and holds every screen to what is promised of
// all of them.
func TestAnyKeysAtAnySize(t *testing.T) {
	var keys []string
	for i, named := range DefaultKeymap() {
		if i != IntentQuit && i != IntentStop && i != IntentSuspend {
			keys = append(keys, named...)
		}
	}
	slices.Sort(keys)
	keys = append(keys, "x", "é", "left", "right", "ctrl+u", "alt+x")
	rapid.Check(t, func(rt *rapid.T) {
		start := rapid.SampledFrom([]Route{"library", "course/git", "outline/git", "choices/git"}).Draw(rt, "start")
		d := newDriver(t, Options{Shelf: newSampleShelf(), Start: start}, 80, 24)
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 40).Draw(rt, "keys") {
			if rapid.IntRange(0, 9).Draw(rt, "resize") == 0 {
				d.resize(rapid.IntRange(1, 130).Draw(rt, "w"), rapid.IntRange(1, 50).Draw(rt, "h"))
			}
			d.press(key)
			for _, e := range d.app.stack {
				if b, ok := e.screen.(*brokenScreen); ok {
					rt.Fatalf("the key %q broke a page: %s", key, b.why)
				}
			}
			if t.Failed() {
				rt.Fatalf("after the key %q", key)
			}
		}
	})
}
