// Package widget holds one way of answering for each form of question. An
// Input knows its question, what was given so far and nothing else: it sees
// intents and typed text, and draws itself as lines.
package widget

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// Input is where an answer is given. What is clicked comes as an intent too.
type Input interface {
	// Intent does what a key means and reports whether it meant something
	// here. Enter is for the Input first: it returns true as long as there is
	// something left to do before the answer can go. The width is the one the
	// Input was last drawn at.
	Intent(i Intent, width int) bool
	// Key takes a key while Captures holds, and reports whether it meant
	// something.
	Key(k tea.KeyPressMsg) bool
	// Paste takes pasted text, whether or not Captures holds, and reports whether
	// it took all of it.
	Paste(text string) bool
	// Captures reports whether letters are text at the moment.
	Captures() bool
	// Answer returns what was given so far; the zero Answer means nothing yet.
	Answer() course.Answer
	// Ready reports whether the answer can be sent and, if not, what is missing.
	Ready(w *words.Answers) (ok bool, missing string)
	// Restore takes an answer given before, as far as it still fits.
	Restore(a course.Answer)
	// View draws the Input at most width cells wide. It changes nothing.
	View(width int, st Style) View
	// Bindings are the intents that mean something now, digits aside.
	Bindings(w *words.Answers) []Binding
	// Digits is how many parts can be picked by their number now.
	Digits() int
	// Changes reports whether there is a change to take back with Undo, and one
	// to make again with Redo. What was restored is no change.
	Changes() (back, again bool)
	// Text returns the text in the field that is typed into; ok is false where
	// nothing is typed.
	Text() (text string, ok bool)
	// Replace puts other text into that field, as one change, and reports whether
	// all of it fitted.
	Replace(text string) bool
}

// View is a drawn Input. It may be taller than the screen: whoever shows it
// scrolls, and keeps the lines from From up to To in sight.
type View struct {
	Lines    []string
	Cursor   *Point // where the real cursor belongs; nil: nowhere
	From, To int    // lines of the selected part
	Spots    []Spot // what the mouse can point at
}

// Point is a cell of a View, counted from 0.
type Point struct{ X, Y int }

// Intent is what a key means to an Input. The names are those of the keymap.
type Intent string

// The intents an Input may understand. Digit, Click and Drag give the rest.
const (
	Up       Intent = "up"
	Down     Intent = "down"
	Left     Intent = "left"
	Right    Intent = "right"
	Top      Intent = "top"
	Bottom   Intent = "bottom"
	Space    Intent = "space"     // mark, or pick up and drop
	MoveUp   Intent = "move-up"   // carry an item up
	MoveDown Intent = "move-down" // carry an item down
	Next     Intent = "next"      // the next place to type
	Prev     Intent = "prev"      // the place before
	Erase    Intent = "erase"     // what stands before the cursor, or the last pick
	Back     Intent = "back"      // stop typing, or put an item back
	Enter    Intent = "enter"     // the answer is complete
	NewLine  Intent = "new-line"  // in text of several lines
	Undo     Intent = "undo"      // take the last change back
	Redo     Intent = "redo-change"
)

// Digits is how many parts can be picked with a key.
const Digits = 9

// Digit returns the intent to pick the n-th part, n in 1..Digits.
func Digit(n int) Intent { return Intent("digit-" + strconv.Itoa(n)) }

// digit returns n for Digit(n), and 0 for every other intent.
func (i Intent) digit() int {
	for n := 1; n <= Digits; n++ {
		if i == Digit(n) {
			return n
		}
	}
	return 0
}

// Binding says what an intent does at the moment.
type Binding struct {
	Intent Intent
	Words  string
	Quiet  bool // told in the help only
}

// For returns the Input for a question, with the answer left unsent before.
func For(q learn.Answering) Input {
	in := input(q)
	in.Restore(q.Draft)
	return in
}

func input(q learn.Answering) Input {
	switch f := q.Question.Form.(type) {
	case *course.Options:
		if f.Many {
			return newSeveral(options(f), q.Layout)
		}
		return newOne(options(f), q.Layout)
	case *course.Typed:
		if onlyNumbers(f) {
			return newNumber(f)
		}
		return newTyped(f)
	case *course.Order:
		return newOrder(f, q.Layout)
	case *course.Match:
		return newMatch(f, q.Layout)
	case *course.Blanks:
		return newBlanks(f)
	}
	// A form without an Input of its own can still be answered in words.
	return newTyped(&course.Typed{})
}

// order returns layout if it names each of n parts once, and the natural
// order otherwise.
func order(layout []int, n int) []int {
	seen := make([]bool, n)
	ok := len(layout) == n
	for _, i := range layout {
		if !ok || i < 0 || i >= n || seen[i] {
			ok = false
			break
		}
		seen[i] = true
	}
	if ok {
		return layout
	}
	natural := make([]int, n)
	for i := range natural {
		natural[i] = i
	}
	return natural
}
