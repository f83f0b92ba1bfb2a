package tui

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// madeDriver plays steps made by hand.
func madeDriver(t *testing.T, s *madeSession, w, h int) *driver {
	t.Helper()
	app := New(Options{Shelf: newSampleShelf(), Start: RouteCourse.To("git-first-steps")})
	app.open = func(string) (Session, []course.Diag, error) { return s, nil, nil }
	return (&driver{t: t, app: app, guard: newGuard(nil)}).started(w, h)
}

// TestAnyKeysAtMadeSteps presses keys, types and pastes at random at every step
// made by hand, in windows of any size.
func TestAnyKeysAtMadeSteps(t *testing.T) {
	names := slices.Sorted(maps.Keys(madeSteps()))
	keys := []string{"x", "é", "enter", "enter", "space", "down", "1", "2", "3", "ctrl+u", "delete"}
	for i, named := range DefaultKeymap() {
		if i != IntentQuit && i != IntentStop && i != IntentSuspend {
			keys = append(keys, named...)
		}
	}
	slices.Sort(keys)
	rapid.Check(t, func(rt *rapid.T) {
		s := newMade(t, newSampleShelf(), rapid.SliceOfN(rapid.SampledFrom(names), 1, 4).Draw(rt, "names")...)
		d := madeDriver(t, s, 80, 24)
		for range rapid.IntRange(0, 20).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0:
				d.resize(rapid.IntRange(1, 130).Draw(rt, "w"), rapid.IntRange(1, 50).Draw(rt, "h"))
			case 1:
				d.send(tea.PasteMsg{Content: rapid.String().Draw(rt, "paste")})
				d.check()
			default:
				d.press(rapid.SampledFrom(keys).Draw(rt, "key"))
			}
			for _, e := range d.app.stack {
				if b, ok := e.screen.(*brokenScreen); ok {
					rt.Fatalf("a page broke: %s", b.why)
				}
			}
			if t.Failed() {
				rt.Fatal("see above")
			}
		}
	})
}

// TestHostileSteps puts what would steer a terminal into every text of every
// step, and expects nothing but text on the screen.
func TestHostileSteps(t *testing.T) {
	const evil = "\x1b]52;c;ZXZpbA==\a\x1b[2J&#27;[31m\u009b31m\u202egpj\u2066\t\x00"
	for name, step := range madeSteps() {
		s := newMade(t, newSampleShelf(), name)
		bad := reflect.New(reflect.TypeOf(step)).Elem()
		bad.Set(reflect.ValueOf(step))
		poison(bad, evil)
		s.steps[0] = bad.Interface().(learn.Step)
		d := madeDriver(t, s, 60, 20)
		for _, key := range []string{"", "1", "enter", "enter", "end", "down", "esc", "?"} {
			if key != "" {
				d.press(key)
			}
			harmless(t, name+" "+key, d.app.View())
		}
	}
}

// TestMadeStepsAreEveryStep holds the steps made by hand to those that this
// part of the flow is about.
func TestMadeStepsAreEveryStep(t *testing.T) {
	var have []string
	for _, s := range madeSteps() {
		have = append(have, reflect.TypeOf(s).Name())
	}
	elsewhere := []string{"Asking", "Choosing", "Doing", "Summary", "Finished"}
	for _, name := range members(t, "../course/learn/step.go", "step") {
		if !slices.Contains(have, name) && !slices.Contains(elsewhere, name) {
			t.Errorf("no step made by hand is a %s", name)
		}
	}
}
