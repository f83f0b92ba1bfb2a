package tui

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
)

// lettersOf are texts as courses in many scripts have them: wide, joined,
// stacked, and from right to left.
func lettersOf() []string {
	return []string{
		"日本語の長い題名と説明", "👩‍💻👨‍👩‍👧‍👦 🏳️‍🌈 🇫🇷🇩🇪 1️⃣", "क्षि नीति हिन्दी में पाठ", "العربية مع بَّ تشكيل", "עִבְרִית עם ניקוד שָׁ",
		"a̶̡̢̛͖̱̫̱̐̔̓̈́ạ̈é", "각각 한국어 제목", "กำ ภาษาไทย", "ｱＡ㎏ ❤️👍🏽",
	}
}

// translate puts other letters in the place of every text of a course that is
// shown: each text becomes one of the given, and a number where texts must stay
// apart.
func translate(v reflect.Value, next func() string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			translate(v.Elem(), next)
		}
	case reflect.Slice:
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.Interface && e.Elem().Kind() == reflect.Struct {
				fresh := reflect.New(e.Elem().Type()).Elem()
				fresh.Set(e.Elem())
				translate(fresh, next)
				e.Set(fresh)
				continue
			}
			translate(v.Index(i), next)
		}
	case reflect.Struct:
		if _, accept := v.Interface().(course.Accept); accept {
			return // what is compared, and is no text of the course
		}
		shown := []string{"Title", "Prompt", "Body", "Text", "Markdown", "Why", "Says", "Left", "Right", "LeftTitle", "RightTitle", "Welcome", "Unit", "Meaning", "Term", "Front", "Back", "Hint"}
		for i := range v.NumField() {
			f, name := v.Field(i), v.Type().Field(i).Name
			switch {
			case f.Kind() == reflect.String && slices.Contains(shown, name) && f.String() != "":
				text := next()
				if name == "Markdown" {
					text = "# " + text + "\n\n" + next() + "\n\n| " + next() + " | " + next() + " |\n|---|---|\n| " + next() + " | b |\n\n- " + next() + "\n\n```\n" + next() + "\n```\n"
				}
				if _, blanks := v.Addr().Interface().(*course.Blanks); blanks {
					text += " [[1]] " + next() + " [[2]]"
				}
				f.SetString(text)
			case (name == "Hints" || name == "Items") && f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.String:
				for j := range f.Len() {
					f.Index(j).SetString(next())
				}
			case f.CanSet():
				translate(f, next)
			}
		}
	}
}

// lettersShelf has the course of flowCourse in letters of every kind.
func lettersShelf(list []string) *sampleShelf {
	s := flowShelf()
	n := 0
	next := func() string {
		n++
		return list[n%len(list)] + " " + strings.Repeat("i", n%7) + list[(n/len(list))%len(list)]
	}
	translate(reflect.ValueOf(s.courses[0]), next)
	return s
}

// TestLettersOnEveryPage goes through a course in letters of every kind, and the
// pages beside it, in windows of many sizes: no line is wider than its window,
// the cursor is in it, and no letter is divided.
func TestLettersOnEveryPage(t *testing.T) {
	known := map[string]bool{}
	for _, s := range lettersOf() {
		for _, l := range split(s) {
			known[l] = true
		}
	}
	const ours = "\u00a0“”‘’–›…│━─┃╭╮╰╯┼├┤┬┴·●•↑↓✓✗╍→┌┐└┘╌█░▁▂▃▄▅▆▇"
	looked, told := 0, map[string]bool{}
	look := func(d *driver) {
		looked++
		for row := range strings.SplitSeq(ansi.Strip(d.app.View().Content), "\n") {
			for _, l := range split(row) {
				if l[0] >= 0x80 && !known[l] && !told[l] && !strings.Contains(ours, l) {
					told[l] = true
					t.Errorf("%s: %+q is a part of a letter, in %q", d.app.top().route, l, row)
				}
			}
		}
	}
	sizes := [][2]int{{40, 12}, {80, 24}, {31, 9}, {120, 40}, {57, 17}}
	starts := []Route{"library", "outline/git-first-steps", "today/git-first-steps", "why/git-first-steps", "map/git-first-steps", "insights/git-first-steps",
		"plan/git-first-steps", "choices/git-first-steps", "skill/git-first-steps/staging", "glossary/git-first-steps", "notes/git-first-steps"}
	for _, item := range flowItems() {
		starts = append(starts, RouteLesson.To("git-first-steps", item))
	}
	for _, start := range starts {
		shelf := lettersShelf(lettersOf())
		d := newDriver(t, Options{Shelf: shelf, Start: start}, 80, 24)
		d.seen = look
		for _, size := range sizes {
			d.resize(size[0], size[1])
			d.press("down", "up", "pgdown", "G", "g")
		}
		for _, keys := range [][]string{
			{"n"}, {"日"}, {"क्षि"}, {"enter"}, {"B"}, {"N"}, {"down"}, {"esc"}, {"ctrl+p"}, {"esc"}, {"ctrl+f"}, {"語"}, {"down"}, {"esc"}, {"D"}, {"esc"}, {"?"}, {"esc"}, {"1"}, {"enter"},
		} {
			if utf8Text(keys[0]) {
				d.send(tea.PasteMsg{Content: keys[0]}) // whole letters, as an input method sends them
				d.check()
			} else {
				d.press(keys...)
			}
			for _, size := range sizes {
				d.resize(size[0], size[1])
			}
		}
		for _, e := range d.app.stack {
			if b, ok := e.screen.(*brokenScreen); ok {
				t.Fatalf("%s broke: %s", start, b.why)
			}
		}
	}
	if looked < 1000 {
		t.Errorf("%d screens were looked at, want more", looked)
	}
}

// utf8Text reports whether a key of a test is text to type.
func utf8Text(s string) bool { return s[0] >= 0x80 }
