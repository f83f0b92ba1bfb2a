package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/search"
)

// readShelves are the indexes of the shelf that a command reads.
func readShelves(cmd tea.Cmd) []shelfRead {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case shelfRead:
		return []shelfRead{msg}
	case tea.BatchMsg:
		var out []shelfRead
		for _, c := range msg {
			out = append(out, readShelves(c)...)
		}
		return out
	}
	return nil
}

// TestShelfReadForAnotherCourse: what is read of the shelf leaves out the course
// that was open when it was asked for; one that comes after another course was
// opened is dropped, and the screen that asked last gets the right one.
func TestShelfReadForAnotherCourse(t *testing.T) {
	shelf := newSampleShelf()
	a := New(Options{Shelf: shelf}.withDefaults())
	first, second := shelf.courses[0].ID, shelf.courses[1].ID
	read := func(ref string, screen int) shelfRead {
		t.Helper()
		a.ref = ref
		got := readShelves(a.seek(seekMsg{screen: screen}))
		if len(got) != 1 {
			t.Fatalf("the shelf is read %d times for %s", len(got), ref)
		}
		return got[0]
	}
	early := read(first, 7)
	late := read(second, 8)
	if a.seek(seekMsg{screen: 9}); a.search.asker != 9 {
		t.Errorf("screen %d gets what is read", a.search.asker)
	}
	if a.shelfIn(early); a.search.shelf != nil {
		t.Error("the shelf without the course that was left is searched")
	}
	if a.shelfIn(late); a.search.shelf != late.index {
		t.Error("the shelf without the open course is not searched")
	}
}

// TestSearchOpensNoCourse: a course is read to be searched, and not opened: one
// may be being opened at that time, and would be twice.
func TestSearchOpensNoCourse(t *testing.T) {
	shelf := newSampleShelf()
	shelf.set(t, "unopened")
	if got := readShelves(New(Options{}).readShelf(shelf, "git")); len(got) != 1 || got[0].index.Len() == 0 {
		t.Errorf("nothing can be found: %v", got)
	}
}

// TestSearchSaysWhatItMisses: where there is more text than can be searched, the
// learner is told so, whether something was found or nothing.
func TestSearchSaysWhatItMisses(t *testing.T) {
	long := search.Document{Kind: search.KindNote, Title: "cat", Text: strings.Repeat("a ", 1<<20)}
	d := newDriver(t, Options{Shelf: newSampleShelf()}, 100, 24)
	d.press("ctrl+f")
	cut := d.app.o.Words.Finding.Cut
	for _, c := range []struct {
		query string
		docs  []search.Document
		said  bool
	}{{"cat", []search.Document{long}, true}, {"dog", []search.Document{long}, true}, {"cat", []search.Document{{Title: "cat"}}, false}, {"dog", nil, false}} {
		s := &searchScreen{find: finder{typing: true}}
		env := d.app.env(d.app.top())
		s.in = indexes{own: search.NewIndex(c.docs), all: true}
		s.find.text, s.asked = c.query, c.query
		for _, r := range search.Find(c.query, mostFound, s.in.own) {
			s.results = append(s.results, foundResult{Result: r})
		}
		if said := strings.Contains(ansi.Strip(s.View(env).Text), cut); said != c.said {
			t.Errorf("%q in %d: said %v", c.query, len(c.docs), said)
		}
	}
}

// TestTitlesOfAnyLength: of a title no more is read than a window can show, as
// it is read for every drawing of a page.
func TestTitlesOfAnyLength(t *testing.T) {
	for _, title := range []string{strings.Repeat("a *b* ", 50_000), strings.Repeat("é", 200_000), "x" + strings.Repeat("猫", 100_000), strings.Repeat("\x80", 100_000)} {
		got := shownTitle(title)
		if len(got) > 12_000 || !utf8.ValidString(got) {
			t.Errorf("%.20q is %d bytes", title, len(got))
		}
		if utf8.ValidString(title) && strings.ContainsRune(got, utf8.RuneError) {
			t.Errorf("%.20q is cut within a character", title)
		}
	}
	if long := strings.Repeat("猫", 1000); shownTitle(long) != long {
		t.Error("a title that a window can show is cut")
	}
}
