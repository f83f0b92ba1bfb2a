package tui

import (
	"maps"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/tui/words"
)

// The intents. A key means the same intent everywhere; a screen says in its
// bindings which intents it takes and in which words.
const (
	IntentUp       Intent = "up"
	IntentDown     Intent = "down"
	IntentLeft     Intent = "left"
	IntentRight    Intent = "right"
	IntentPageUp   Intent = "page-up"
	IntentPageDown Intent = "page-down"
	IntentTop      Intent = "top"
	IntentBottom   Intent = "bottom"
	IntentEnter    Intent = "enter" // open, choose, send, go on
	IntentBack     Intent = "back"
	IntentSpace    Intent = "space" // pages a text on, marks a row
	IntentNext     Intent = "next"  // the next field or part
	IntentPrev     Intent = "prev"
	IntentMoveUp   Intent = "move-up" // moves the selected item
	IntentMoveDown Intent = "move-down"
	IntentFilter   Intent = "filter"
	IntentSend     Intent = "send"     // sends a text of several lines
	IntentNewLine  Intent = "new-line" // in a text of several lines
	IntentErase    Intent = "erase"    // the character before the cursor, or the last pick
	IntentEditor   Intent = "editor"   // writes the text in the learner's editor

	IntentRedoChange Intent = "redo-change" // makes a change again that undo took back

	IntentScrollUp   Intent = "scroll-up" // the wheel of the mouse; no key
	IntentScrollDown Intent = "scroll-down"

	IntentHelp     Intent = "help"
	IntentQuit     Intent = "quit"
	IntentStop     Intent = "stop" // quits from anywhere, also from a text field
	IntentSuspend  Intent = "suspend"
	IntentRedraw   Intent = "redraw"
	IntentLook     Intent = "look"     // the next look
	IntentCourses  Intent = "courses"  // the library
	IntentSettings Intent = "settings" // of the program

	IntentHint       Intent = "hint"
	IntentWay        Intent = "way" // another explanation
	IntentSkip       Intent = "skip"
	IntentDontKnow   Intent = "dont-know"
	IntentShowAnswer Intent = "show-answer"
	IntentDispute    Intent = "dispute" // "I think I was right"
	IntentUndo       Intent = "undo"
	IntentCopy       Intent = "copy"
	IntentPicture    Intent = "picture"
	IntentReread     Intent = "reread"
	IntentLinks      Intent = "links"    // of the page
	IntentContents   Intent = "contents" // its headings
	IntentOutline    Intent = "outline"
	IntentChoices    Intent = "choices" // goals and pace
	IntentRedo       Intent = "redo"
	IntentSkipLesson Intent = "skip-lesson" // or end the detour
	IntentFindings   Intent = "findings"
	IntentJump       Intent = "jump"   // to anything of the course, in a preview
	IntentLeads      Intent = "leads"  // where each answer leads, in a preview
	IntentState      Intent = "state"  // as whom a preview is taken
	IntentSource     Intent = "source" // the file of the course, in the author's editor

	IntentCheck  Intent = "check"  // whether a task is done
	IntentShell  Intent = "shell"  // in the folder of a task
	IntentOutput Intent = "output" // of the commands that checked it
	IntentWatch  Intent = "watch"  // whether saves have it checked

	IntentToday    Intent = "today"
	IntentWhy      Intent = "why" // why this step is next
	IntentMap      Intent = "map"
	IntentInsights Intent = "insights"
	IntentPlan     Intent = "plan"
	IntentReview   Intent = "review"
	IntentHarder   Intent = "harder" // another question in place of this one
	IntentEasier   Intent = "easier"
	IntentExplain  Intent = "explain" // what the lesson is about, in another way
	IntentRest     Intent = "rest"    // leaves today's reviews for tomorrow

	IntentSearch   Intent = "search"   // everywhere; IntentFilter does it too where a page has no filter
	IntentPalette  Intent = "palette"  // of commands
	IntentGlossary Intent = "glossary" // from any page of a course
	IntentBookmark Intent = "bookmark" // here, on and off
	IntentNote     Intent = "note"     // here
	IntentNotes    Intent = "notes"    // and bookmarks
)

// IntentDigit is the intent of the digit n, 1 to 9.
func IntentDigit(n int) Intent { return Intent("digit-" + strconv.Itoa(n)) }

// Digit returns the digit, 1 to 9, that an intent stands for; ok is false when
// it stands for none.
func (i Intent) Digit() (n int, ok bool) {
	d, found := strings.CutPrefix(string(i), "digit-")
	n, err := strconv.Atoi(d)
	return n, found && err == nil && n >= 1 && n <= 9
}

// DefaultKeymap returns the keys that cairn ships with. The first key of an
// intent is the one shown.
func DefaultKeymap() Keymap {
	all := Keymap{}
	for _, keys := range []Keymap{movingKeys(), programKeys(), lessonKeys(), wayKeys(), findingKeys()} {
		maps.Copy(all, keys)
	}
	for n := 1; n <= 9; n++ {
		all[IntentDigit(n)] = []string{strconv.Itoa(n)}
	}
	return all
}

// movingKeys go through pages, lists and fields.
func movingKeys() Keymap {
	return Keymap{
		IntentUp:       {"up", "k"},
		IntentDown:     {"down", "j"},
		IntentLeft:     {"left"},
		IntentRight:    {"right"},
		IntentPageUp:   {"pgup", "b", "ctrl+u", "ctrl+b"},
		IntentPageDown: {"pgdown", "f", "ctrl+d"},
		IntentTop:      {"home", "g"},
		IntentBottom:   {"end", "G"},
		IntentEnter:    {"enter"},
		IntentBack:     {"esc"},
		IntentSpace:    {"space"},
		IntentNext:     {"tab"},
		IntentPrev:     {"shift+tab"},
		IntentMoveUp:   {"K", "shift+up"},
		IntentMoveDown: {"J", "shift+down"},
		IntentFilter:   {"/"},
		IntentSend:     {"ctrl+s"},
		IntentNewLine:  {"ctrl+j", "shift+enter", "alt+enter"},
		IntentErase:    {"backspace"},
		IntentEditor:   {"E", "alt+e"},

		IntentRedoChange: {"ctrl+y"},
	}
}

// programKeys are of the program as a whole.
func programKeys() Keymap {
	return Keymap{
		IntentHelp:     {"?", "f1"},
		IntentQuit:     {"q"},
		IntentStop:     {"ctrl+c"},
		IntentSuspend:  {"ctrl+z"},
		IntentRedraw:   {"ctrl+l"},
		IntentLook:     {"t"},
		IntentCourses:  {"l"},
		IntentSettings: {","},
	}
}

// lessonKeys are for what a lesson shows and asks.
func lessonKeys() Keymap {
	return Keymap{
		IntentHint:       {"h", "ctrl+t"},
		IntentWay:        {"w"},
		IntentSkip:       {"s", "ctrl+x"},
		IntentDontKnow:   {"i", "ctrl+n"},
		IntentShowAnswer: {"a", "ctrl+o"},
		IntentDispute:    {"!", "ctrl+g"},
		IntentUndo:       {"u", "ctrl+_", "ctrl+/"},
		IntentCopy:       {"y"},
		IntentPicture:    {"Z"},
		IntentReread:     {"r", "ctrl+r"},
		IntentLinks:      {"L"},
		IntentContents:   {"c"},
		IntentOutline:    {"o"},
		IntentChoices:    {"p"},
		IntentRedo:       {"R"},
		IntentSkipLesson: {"S"},
		IntentFindings:   {"d", "f8"},
		IntentJump:       {"F", "f3"},
		IntentLeads:      {"A", "f10"},
		IntentState:      {"@", "f12"},
		IntentSource:     {"X", "f5"},
		IntentCheck:      {"x"},
		IntentShell:      {"$"},
		IntentOutput:     {"O"},
		IntentWatch:      {"C"},
	}
}

// wayKeys look at the way through a course and change it.
func wayKeys() Keymap {
	return Keymap{
		IntentToday:    {"T"},
		IntentWhy:      {"W"},
		IntentMap:      {"m"},
		IntentInsights: {"I"},
		IntentPlan:     {"P"},
		IntentReview:   {"v"},
		IntentHarder:   {"+"},
		IntentEasier:   {"-"},
		IntentExplain:  {"e"},
		IntentRest:     {"z"},
	}
}

// findingKeys find, look up and keep.
func findingKeys() Keymap {
	return Keymap{
		IntentSearch:   {"ctrl+f"},
		IntentPalette:  {"ctrl+p", ":"},
		IntentGlossary: {"D", "f2"},
		IntentBookmark: {"B", "f6"},
		IntentNote:     {"n", "f4"},
		IntentNotes:    {"N", "f7"},
	}
}

// Of returns the intent of a key as Bubble Tea names it; ok is false when the
// key means nothing.
func (k Keymap) Of(key string) (intent Intent, ok bool) {
	for i, keys := range k {
		for _, have := range keys {
			if have == key {
				return i, true
			}
		}
	}
	return "", false
}

// Label is the key to show for an intent; empty when it has none. While text
// is typed, keys that print or edit are for the text and do not count.
func (k Keymap) Label(i Intent, typing bool) string {
	for _, key := range k[i] {
		if !typing || !prints(key) {
			return key
		}
	}
	return ""
}

// Shown is the key to show for an intent, as the language calls it; empty when it
// has none.
func (k Keymap) Shown(w *words.Words, i Intent, typing bool) string {
	return w.Keys.Name(k.Label(i, typing))
}

// prints reports whether a key belongs to a text while one is typed: it puts a
// character there, or edits it.
func prints(key string) bool {
	return utf8.RuneCountInString(key) == 1 || key == "space" || key == "ctrl+u" || key == "ctrl+b" || key == "ctrl+d"
}
