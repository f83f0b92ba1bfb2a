package widget

import (
	"strings"

	"github.com/cairn-learn/cairn/tui/internal/cells"
)

// typing is a text as it was at one time, with its cursor.
type typing struct {
	text string
	at   int
}

// edit is a kind of change to a text. Changes of one kind, one behind the
// other, are taken back a word at a time.
type edit int

const (
	editNone   edit = iota // the cursor was moved: what follows is a change of its own
	editOther              // pasted, cut out: always a change of its own
	editInsert             // letters, as they are typed
	editErase              // letters, as they are erased
)

// rewind keeps what a text was before each change.
type rewind struct {
	past[typing]
	last edit
	at   int // where the last change left the cursor
	kept int // changes kept so far
}

// begin keeps the text before a change of a kind, unless the change goes on
// with the word of the one before.
func (f *field) begin(kind edit) {
	goesOn := kind == f.rewind.last && kind > editOther && f.at == f.rewind.at
	if goesOn && !f.wordBegins(kind) {
		return
	}
	f.keep(typing{f.text, f.at})
	f.rewind.kept++
}

// done remembers the kind of a change and where it left the cursor.
func (f *field) done(kind edit) { f.rewind.last, f.rewind.at = kind, f.at }

// wordBegins reports whether the next letter typed belongs to another word than
// the last, or the next one erased to another than the one erased before.
func (f *field) wordBegins(kind edit) bool {
	if kind == editInsert {
		return f.at > 0 && strings.ContainsRune(" \n", rune(f.text[f.at-1]))
	}
	return f.at > 1 && strings.ContainsRune(" \n", rune(f.text[f.at-1])) && !strings.ContainsRune(" \n", rune(f.text[f.at-2]))
}

// turn takes a change back or makes it again, and reports whether there was one.
func (f *field) turn(i Intent) bool {
	was, ok := f.past.turn(i, typing{f.text, f.at})
	if ok {
		f.text, f.at = was.text, was.at
		f.rewind.last = editNone
	}
	return ok
}

// replace puts other text in the place of all of it, as one change, and reports
// whether it all fitted.
func (f *field) replace(s string) bool {
	if s = f.clean(s); s == f.text {
		return true
	}
	f.begin(editOther)
	f.text, f.at = "", 0
	all := f.put(s)
	f.done(editOther)
	return all
}

// goTo puts the cursor where the cell x, y of the text is, laid out at a width,
// or as near as there is text.
func (f *field) goTo(x, y, width int) {
	lines, _ := f.lay(width)
	l := lines[max(0, min(y, len(lines)-1))]
	f.at = f.column(l.a, l.b, x)
	f.rewind.last = editNone
}

// column returns the start of the letter at a column of the text from a to b.
func (f *field) column(a, b, x int) int {
	for at := 0; a < b; {
		c := cells.First(f.text[a:])
		if at += wide(c); at > x {
			break
		}
		a += len(c)
	}
	return boundary(f.text, a)
}
