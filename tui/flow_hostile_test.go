package tui

import (
	"reflect"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/words"
)

// flowItems are places in flowCourse to begin at: one for every kind of step.
func flowItems() []string {
	return []string{"snapshots", "stage-1", "stage-2", "stage-3", "order-1", "match-1", "blank-1", "bytes-1", "first-commit", "explain-1", "inside", "branch-1", "undo"}
}

func flowShelf() *sampleShelf {
	s := newSampleShelf()
	s.courses = []*course.Course{flowCourse()}
	return s
}

// TestAnyKeysInLessons presses keys, types and pastes at random on the pages
// of lessons, in windows of any size, and holds every screen to what is
// promised of all of them.
func TestAnyKeysInLessons(t *testing.T) {
	var keys []string
	for i, named := range DefaultKeymap() {
		if i != IntentQuit && i != IntentStop && i != IntentSuspend {
			keys = append(keys, named...)
		}
	}
	slices.Sort(keys)
	keys = append(keys, "x", "é", "日", "enter", "enter", "enter", "1", "2", "ctrl+u", "ctrl+w", "delete")
	rapid.Check(t, func(rt *rapid.T) {
		start := RouteLesson.To("git-first-steps", rapid.SampledFrom(flowItems()).Draw(rt, "start"))
		d := newDriver(t, Options{Shelf: flowShelf(), Start: start}, 80, 24)
		for range rapid.IntRange(0, 25).Draw(rt, "steps") {
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

// TestHostileLessons puts what would steer a terminal into every text of a
// course, walks through it, and expects nothing but text on the screen.
func TestHostileLessons(t *testing.T) {
	const evil = "\x1b]52;c;ZXZpbA==\a\x1b[2J&#27;[31m\u009b31m\u202egpj\u2066\t\x00"
	shelf := flowShelf()
	poison(reflect.ValueOf(shelf.courses[0]), evil)
	for _, item := range flowItems() {
		d := newDriver(t, Options{Shelf: shelf, Start: RouteLesson.To("git-first-steps", item)}, 60, 20)
		for _, key := range []string{"w", "y", "h", "1", "2", "enter", "enter", "a", "!", "enter", "s", "r", "w", "esc", "ctrl+n", "ctrl+o", "enter"} {
			d.press(key)
			harmless(t, item+" "+key, d.app.View())
		}
		d.send(tea.PasteMsg{Content: evil})
		harmless(t, item+" paste", d.app.View())
	}
	d := newDriver(t, Options{Shelf: shelf, Start: "course/git-first-steps"}, 60, 20)
	for range 12 {
		harmless(t, "course", d.app.View())
		d.press("1", "enter", "s")
	}
}

// poison appends text to every string that a course shows.
func poison(v reflect.Value, evil string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			poison(v.Elem(), evil)
		}
	case reflect.Slice:
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.Interface && e.Elem().Kind() == reflect.Struct {
				fresh := reflect.New(e.Elem().Type()).Elem()
				fresh.Set(e.Elem())
				poison(fresh, evil)
				e.Set(fresh)
				continue
			}
			poison(v.Index(i), evil)
		}
	case reflect.Struct:
		shown := []string{"Title", "Prompt", "Body", "Text", "Markdown", "Why", "Says", "Left", "Right", "LeftTitle", "RightTitle", "Welcome", "Run", "File", "Unit", "Meaning", "Front", "Back", "Hint", "From", "Course"}
		for i := range v.NumField() {
			f, name := v.Field(i), v.Type().Field(i).Name
			switch {
			case !v.Type().Field(i).IsExported(): // the loader's own
			case f.Kind() == reflect.String && slices.Contains(shown, name):
				f.SetString(f.String() + evil)
			case (name == "Hints" || name == "Items") && f.Type().Elem().Kind() == reflect.String:
				for j := range f.Len() {
					f.Index(j).SetString(f.Index(j).String() + evil)
				}
			default:
				poison(f, evil)
			}
		}
	}
}

// TestFlowWords holds the catalogue to be whole: no words are missing.
func TestFlowWords(t *testing.T) {
	var empty func(v reflect.Value, at string)
	empty = func(v reflect.Value, at string) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				empty(v.Field(i), at+"."+v.Type().Field(i).Name)
			}
		case reflect.String:
			if v.String() == "" {
				t.Errorf("%s says nothing", at)
			}
		case reflect.Func:
			if v.IsNil() {
				t.Errorf("%s is missing", at)
			}
		}
	}
	w := words.English()
	empty(reflect.ValueOf(w.Flow), "Flow")
	empty(reflect.ValueOf(w.Answers), "Answers")
}
