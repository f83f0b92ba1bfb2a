package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/search"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/words"
)

// Screen is one page of the program. State lives behind the pointer; View is
// pure; Update does no I/O.
type Screen interface {
	// Title names the screen in a word or two.
	Title(w *words.Words) string
	// Bindings are the keys that mean something now, in the order in which
	// they matter. They feed dispatch, the footer, the help and the docs.
	Bindings(w *words.Words) []Binding
	// Update takes an Intent, an addressed result, or, while the screen
	// captures text, a raw key or paste.
	Update(env Env, msg tea.Msg) tea.Cmd
	// View draws at most env.W x env.H cells.
	View(env Env) Frame
}

// Capturer is a screen with a text field. While Captures reports true, keys
// that print go to the screen and only the others are dispatched.
type Capturer interface{ Captures() bool }

// Facter is a screen with something to say at the right of the header, from
// long to short: the first that fits is shown.
type Facter interface{ Facts(w *words.Words) []string }

// Leaver is a screen that wants something saved before it is left, such as an
// unsent answer. The action may be nil.
type Leaver interface{ Leave() learn.Action }

// Filer is a screen on which a file is written. Unsaved is what saves it, and is
// called off the event loop, also when the program ends; nil: nothing changed. What
// it returns comes back to the screen.
type Filer interface{ Unsaved() func() tea.Msg }

// Writer is a screen with a text that can be written in an editor too. ok is
// false where there is none now. What was written comes as a WrittenMsg.
type Writer interface {
	Writing() (text string, ok bool)
}

// Stopper is a screen that may have something under way which is to end when the
// screen goes.
type Stopper interface{ Stop() }

// Follower is a screen that wants to know what came before it: the step, and
// the screen that showed it.
type Follower interface{ Follows(learn.Step, Screen) }

// Frame is what a screen draws. Cursor is the terminal's real cursor, so that
// screen readers, braille displays and input methods follow; nil hides it.
// Spots are what the mouse can click: the root finds out which was meant, and
// what a click means comes back as an intent.
type Frame struct {
	Text   string
	Cursor *tea.Cursor
	Spots  []Spot
	Sight  Sight // what of the page is in sight, where that is not all
}

// Sight says which lines of a page are in sight: From to To, from 1, of Of. The
// zero value says all.
type Sight struct {
	From, To, Of int
	More         bool // Of them are laid out, and more follow
}

// sight is what is in sight of n lines in a window of h from line first on.
func sight(first, h, n int) Sight {
	if n <= h {
		return Sight{}
	}
	return Sight{From: first + 1, To: min(first+h, n), Of: n}
}

// Env is what every screen may read and none may change.
type Env struct {
	ID    int // of the screen; goes into the ForMsg of what it asks for
	W, H  int // cells the screen may draw
	Theme *Theme
	Keys  Keymap
	Words *words.Words
	ASCII bool // no symbols outside ASCII
	Rail  bool // beside the page stands the rail, with the cairn
	Cairn cairnOf

	Beside Beside // what the learner tied to the step that is shown

	Mouse    bool                       // clicks, drags and the wheel act
	Pictures Pictures                   // how pictures are shown
	gallery  *gallery                   // the pictures of the course; nil: there are none
	Links    bool                       // links in a text can be clicked
	Open     func(address string) error // opens an address of the web; nil: it cannot be done here
	Editor   string                     // the command that opens a long answer; empty: none is known

	Bench   Bench    // of a step: where its tasks are done; nil: nowhere
	Environ []string // with it: for the programs that work there

	Front  bool // the screen is on top, and nothing lies over it
	OnSave bool // a task is checked by itself when something of it was saved

	Data string // the folder where progress is kept; empty: it is not

	measure int // cells that running text may take; 0: MeasureUsual
}

// Measure is the width of running text: long lines read badly.
func (e Env) Measure() int {
	if e.measure == 0 {
		return min(e.W, MeasureUsual)
	}
	return min(e.W, e.measure)
}

// Intent is what a key means. Screens take intents, never keys.
type Intent string

// Binding ties an intent to words and, when it cannot be had now, the reason.
type Binding struct {
	Intent   Intent
	Words    string // what it does, in a word or two
	Disabled string // why not now; empty when it can be had
	Quiet    bool   // shown in the help, not in the footer
}

// Keymap says which keys mean an intent, such as "down": {"down", "j"}.
type Keymap map[Intent][]string

// Messages between screens and the root. Results of commands carry the id of
// the screen that asked; late ones are dropped.
type (
	// IntentMsg is a key that was looked up.
	IntentMsg struct{ Intent Intent }
	// DoMsg asks the root to run an action on the session, off the event loop,
	// and another once the first went well.
	DoMsg struct{ Action, Then learn.Action }
	// StepMsg is the engine's answer to a DoMsg, or to what the root did for
	// another page: Action says which it is.
	StepMsg struct {
		Action learn.Action
		Step   learn.Step
		Err    error
	}
	// GoMsg asks for another screen; Replace leaves no way back to this one.
	GoMsg struct {
		To      Route
		Replace bool
		Line    string // what to have in sight there: a line of a text, a term, a note's id
	}
	// OverMsg shows a screen over the page that asks for it.
	OverMsg struct {
		Route  Route
		Screen Screen
	}
	// ReturnMsg closes what is shown over a page, and then runs a command.
	ReturnMsg struct{ Then tea.Cmd }
	// BackMsg leaves the screen for the one below.
	BackMsg struct{}
	// ReadMsg asks the root to read from the session between actions, off the
	// event loop. The screen gets what Read returns, in a ForMsg.
	ReadMsg struct {
		Screen int
		Read   func(Session) tea.Msg
	}
	// ShowMsg tells a screen that it has come to the top: for the first time,
	// or because what was above it has gone. It is the time to ask for data.
	ShowMsg struct{}
	// BareMsg tells a page that nothing lies over it any more.
	BareMsg struct{}
	// SaveMsg asks for what is written on a screen to be saved now.
	SaveMsg struct{ Screen int }
	// SpeakMsg changes the language of all that is said from now on.
	SpeakMsg struct{ Words *words.Words }

	// EnvMsg tells every screen on the stack that the size, the theme or the language changed.
	EnvMsg struct{}
	// ForMsg is a result addressed to the screen that asked for it.
	ForMsg struct {
		Screen int
		Msg    tea.Msg
	}
	// WrittenMsg is a text that takes the place of the one being written.
	WrittenMsg struct{ Text string }
	// ToastMsg shows a line above the footer until the next key.
	ToastMsg struct{ Text string }
)

// Route names a place as data, such as "library", "course/git",
// "outline/git" or "lesson/git/branches".
type Route string

// Session is what the front end asks of a learn.Session. The root owns it and
// calls it from one command at a time; screens reach it by DoMsg and ReadMsg.
type Session interface {
	Course() *course.Course
	Step() learn.Step
	Do(learn.Action) (learn.Step, error)
	Progress() learn.Progress
	Choices() []learn.Asking
	Pages(lesson string) []learn.Page
	Today() learn.Today
	Decision() learn.Decision
	Map() learn.Map
	Insights() learn.Insights
	Plan() learn.Plan
	Settings() []learn.Setting
	Keeper
	search.Learner
}

// Keeper is what a session tells of the learner's notes and bookmarks.
type Keeper interface {
	Here() learn.Spot
	SpotOf(id string) learn.Spot
	NotesHere() []learn.Note
	Marked(id string) bool
	MarkedHere() (id string, ok bool)
	SetBack(learn.Reset) (learn.SetBack, error)
	TermsMet() []course.Entry
	TermsHere() []string
	NotesInPlace() []learn.Note
}

// Shelf is where courses come from. Its methods do I/O: they run in commands.
type Shelf interface {
	List() ([]library.Entry, error)
	Glance() []library.Entry // what List will give, by title only, and at once
	Open(ref string) (library.Opened, error)
	// Load reads a course without opening it; dir is its folder.
	Load(ref string) (c *course.Course, diags []course.Diag, dir string, err error)
}
