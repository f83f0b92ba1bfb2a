package tui

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// viewRoutes are the pages beside the flow.
func viewRoutes() []Route {
	return []Route{"today/git", "why/git", "map/git", "skill/git/staging", "insights/git", "plan/git", "choices/git"}
}

// viewDriver starts the program on a page of a session with the given views.
func viewDriver(t *testing.T, v *sampleViews, start Route, ascii bool) *driver {
	t.Helper()
	app := New(Options{Shelf: newSampleShelf(), Start: start, Preferences: Preferences{ASCII: ascii}})
	app.screens = func(s learn.Step, _ *words.Words) Screen { return &fakeStep{step: s} }
	v.wrap(app)
	return (&driver{t: t, app: app, guard: newGuard(nil)}).started(80, 24)
}

// TestViewsWithNothingToTell shows every page for a learner of whom nothing is
// known, at every size.
func TestViewsWithNothingToTell(t *testing.T) {
	for _, start := range viewRoutes() {
		d := viewDriver(t, &sampleViews{}, start, false)
		for _, size := range [][2]int{{80, 24}, {40, 12}, {30, 8}, {200, 60}} {
			d.resize(size[0], size[1])
			d.press("down", "up", "tab", "enter", "G", "g")
			if _, broken := d.app.top().screen.(*brokenScreen); broken || strings.TrimSpace(d.screen()) == "" {
				t.Fatalf("%s at %v shows\n%s", start, size, d.screen())
			}
		}
	}
}

// TestHostileViews puts escapes and controls wherever these pages show words
// of a course or of a learner.
func TestHostileViews(t *testing.T) {
	const evil = "T\x1b]52;c;ZXZpbA==\a\x1b[2J\u009b31m\u202egpj\u2066\t\r\nnext\x00"
	for _, start := range viewRoutes() {
		v := newSampleViews()
		taint(reflect.ValueOf(v).Elem(), evil, 0)
		d := viewDriver(t, v, start, false)
		for _, key := range []string{"down", "down", "tab", "pgdown", "G", "?"} {
			d.press(key)
			harmless(t, string(start)+" "+key, d.app.View())
		}
	}
}

// taint puts words in the place of every title and text below v. What names a
// thing by an id or a code word stays.
func taint(v reflect.Value, words string, depth int) {
	switch v.Kind() {
	case reflect.Pointer:
		if _, session := v.Interface().(*learn.Session); !session && !v.IsNil() && depth < 8 {
			taint(v.Elem(), words, depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f, name := v.Field(i), v.Type().Field(i).Name
			if f.Kind() == reflect.String && f.Type() == reflect.TypeFor[string]() && f.CanSet() && slices.Contains([]string{"Title", "Text", "From", "To", "Goal", "Over", "Prompt", "Module"}, name) {
				f.SetString(words)
				continue
			}
			taint(readable(f), words, depth+1)
		}
	case reflect.Slice:
		for i := range v.Len() {
			taint(v.Index(i), words, depth+1)
		}
	}
}

// readable makes an unexported field of these tests' own struct settable.
func readable(f reflect.Value) reflect.Value {
	if f.CanSet() || !f.CanAddr() {
		return f
	}
	return reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
}

// TestAnyKeysOnViews presses keys at random on these pages in windows of any
// size.
func TestAnyKeysOnViews(t *testing.T) {
	var keys []string
	for i, named := range DefaultKeymap() {
		if i != IntentQuit && i != IntentStop && i != IntentSuspend {
			keys = append(keys, named...)
		}
	}
	slices.Sort(keys)
	rapid.Check(t, func(rt *rapid.T) {
		start := rapid.SampledFrom(viewRoutes()).Draw(rt, "start")
		d := viewDriver(t, newSampleViews(), start, rapid.Bool().Draw(rt, "ascii"))
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 30).Draw(rt, "keys") {
			if rapid.IntRange(0, 5).Draw(rt, "resize") == 0 {
				d.resize(rapid.IntRange(1, 130).Draw(rt, "w"), rapid.IntRange(1, 50).Draw(rt, "h"))
			}
			d.press(key)
			for _, e := range d.app.stack {
				if b, ok := e.screen.(*brokenScreen); ok && e.step == nil { // the stand-in of a step breaks on a key of its own
					rt.Fatalf("the key %q broke a page: %s", key, b.why)
				}
			}
			if t.Failed() {
				rt.Fatalf("after the key %q", key)
			}
		}
	})
}

// drawnSheet is a sheet of n lines with rows and headings here and there.
func drawnSheet(seed int64, n int) *sheet {
	r := rand.New(rand.NewSource(seed))
	s := &sheet{}
	for len(s.lines) < n {
		switch r.Intn(6) {
		case 0:
			s.heads = append(s.heads, len(s.lines))
			s.add(fmt.Sprint("heading ", len(s.heads)))
		case 1, 2:
			s.row("open", nil, slices.Repeat([]string{"row"}, 1+r.Intn(3))...)
		default:
			s.add("text")
		}
	}
	return s
}

// TestReader goes through sheets from top to bottom and back: every line comes
// into sight, every row is chosen, each in its order, and what is chosen is in
// sight.
func TestReader(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawnSheet(rapid.Int64().Draw(rt, "seed"), rapid.IntRange(1, 60).Draw(rt, "n"))
		h := rapid.IntRange(4, 30).Draw(rt, "h")
		var r reader
		for _, way := range []Intent{IntentDown, IntentUp} {
			seen, chosen := map[int]bool{}, []int{}
			for range 2*len(s.lines) + len(s.rows) + 2 {
				for y := r.top; y < r.top+h; y++ {
					seen[y] = true
				}
				if n := len(chosen); r.at > 0 && (n == 0 || chosen[n-1] != r.at) {
					chosen = append(chosen, r.at)
				}
				if row := r.row(s); row != nil && !r.sees(*row, h) {
					rt.Fatalf("row %d, at line %d, is chosen in a window of %d from %d", r.at, row.from, h, r.top)
				}
				if r.top < 0 || r.top > max(len(s.lines)-h, 0) {
					rt.Fatalf("the window of %d is at %d of %d", h, r.top, len(s.lines))
				}
				r.intent(way, s, h)
			}
			for y := range s.lines {
				if !seen[y] {
					rt.Fatalf("%s: line %d of %d never comes into sight in %d lines", way, y, len(s.lines), h)
				}
			}
			want := make([]int, len(s.rows))
			for i := range want {
				want[i] = i + 1
			}
			if way == IntentUp {
				slices.Reverse(want)
			}
			if !slices.Equal(chosen, want) {
				rt.Fatalf("%s: chose %v of %d rows", way, chosen, len(s.rows))
			}
		}
	})
}

// TestJump goes from heading to heading, round to where it began.
func TestJump(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawnSheet(rapid.Int64().Draw(rt, "seed"), rapid.IntRange(1, 60).Draw(rt, "n"))
		h := rapid.IntRange(4, 30).Draw(rt, "h")
		if len(s.heads) == 0 {
			return
		}
		var r reader
		for _, way := range []Intent{IntentNext, IntentPrev} {
			met := map[int]bool{}
			for range s.heads {
				r.intent(way, s, h)
				if y := s.heads[r.part-1]; y < r.top || y >= r.top+h {
					rt.Fatalf("heading %d, at line %d, is out of sight in a window of %d from %d", r.part, y, h, r.top)
				}
				met[r.part] = true
			}
			if len(met) != len(s.heads) {
				rt.Fatalf("%s meets %d of %d headings", way, len(met), len(s.heads))
			}
		}
	})
}
