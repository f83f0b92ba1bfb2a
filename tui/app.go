// Package tui is the full-screen front end. A key becomes an intent, a screen
// answers it with a command, the command asks the session, and the session's
// next step chooses the screen. Nothing here decides what a learner meets next.
package tui

import (
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/cells"
	"github.com/cairn-learn/cairn/tui/words"
)

// App is the only tea.Model: it owns the size, the theme, the stack of pages
// and the session, and knows nothing of lessons.
type App struct {
	o       Options
	open    func(ref string) (Session, []course.Diag, error)
	screens func(learn.Step, *words.Words) Screen // the screen for a kind of step
	exec    func(*exec.Cmd, string, tea.ExecCallback) tea.Cmd

	w, h int
	dark bool // the terminal's ground
	few  bool // it has sixteen colours
	// colour is whether there are colours, greyUsual whether the usual look has none.
	colour, greyUsual bool
	theme             *Theme
	ascii             *strings.Replacer // nil unless Options.ASCII

	stack   []entry // the pages; the last one is shown
	overlay *entry  // drawn instead of it and asked first
	covered bool    // there was one after the last message
	lastID  int
	toast   string // until the next key
	banner  string // until something is saved

	rail    rail   // as it was last read
	ref     string // what opened the course; empty: none is open
	session Session
	diags   []course.Diag
	saved   bool // something was saved since the course was opened

	toSet   []SetMsg // settings to keep after the one that is being kept
	setting bool     // one is
	settled *Kept    // what holds since one was kept, until it is taken; nil: nothing new

	jobs    []job // waiting for the one that runs
	running bool
	begun   *begunJob // the last one that was handed out
	leaving bool      // ends when the jobs are done
	warned  bool      // was told that leaving now loses something
	left    bool      // all is done: the program may end
	editing bool      // an editor has the terminal
	unread  error     // what an editor wrote could not be taken back before the end

	unstarted tea.Cmd // came up while drawing

	unlaid bool // the page in sight is not all laid out
	laying bool // it was asked for more

	preview previewing

	gallery   *gallery
	assets    shelfAssets
	benches   benches
	pictureOf int  // the page that the drawn pictures are of; 0: draw them anew
	painted   bool // a picture in sixels is on the screen

	mouse  mouse
	search searcher

	view tea.View // as drawn after the last message
}

// entry is one page on the stack.
type entry struct {
	id     int
	route  Route
	screen Screen
	step   learn.Step // what the page shows, if it shows a step
	beside Beside     // what the learner tied to it
	under  *entry     // of an overlay: the one that comes back after it
}

// typing reports whether the page captures text.
func (e *entry) typing() bool {
	c, ok := e.screen.(Capturer)
	return ok && c.Captures()
}

// writes reports whether the page has a text that may be written.
func (e *entry) writes() bool {
	w, ok := e.screen.(Writer)
	if !ok {
		return false
	}
	_, ok = w.Writing()
	return ok
}

// leaveMsg is the wish to end the program, repaintMsg that to draw it anew.
type (
	leaveMsg   struct{}
	repaintMsg struct{}
)

// New returns the program, ready for tea.NewProgram. Run does both.
func New(o Options) *App {
	o = o.withDefaults()
	a := &App{o: o, dark: !o.Light, colour: !o.NoColor, greyUsual: o.NoColor || variable(o.Environ, "NO_COLOR") != "", screens: screenFor, gallery: newGallery(o)}
	a.exec = a.o.leaveTerminal
	a.open = func(ref string) (Session, []course.Diag, error) {
		opened, err := o.Shelf.Open(ref)
		if opened.Session == nil {
			return nil, opened.Diags, err
		}
		a.assets.put(ref, opened.Assets)
		if o.Bench != nil {
			a.benches.put(ref, o.Bench(opened))
		}
		return opened.Session, opened.Diags, err
	}
	if o.ASCII {
		a.ascii = cells.ASCII()
	}
	a.theme = o.theme(a.dark)
	a.banner, a.toast = a.unsaved(), o.Notice
	return a
}

// Init asks for the colour of the ground and for the first page.
func (a *App) Init() tea.Cmd {
	begin := tea.Batch(tea.RequestBackgroundColor, func() tea.Msg { return GoMsg{To: a.o.Start} }, a.late(), a.watchSaves())
	return tea.Batch(begin, toTerminal(a.gallery.ask(a.o.Environ)))
}

// lateMsg is what was not known yet when the program began.
type lateMsg struct{ unsaved, notice string }

// late asks for it.
func (a *App) late() tea.Cmd {
	ask := a.o.Late
	if ask == nil {
		return nil
	}
	return func() tea.Msg {
		var msg lateMsg
		msg.unsaved, msg.notice = ask()
		return msg
	}
}

// learned shows it.
func (a *App) learned(msg lateMsg) {
	a.o.Unsaved = msg.unsaved
	if a.banner == "" {
		a.banner = a.unsaved()
	}
	if msg.notice != "" {
		a.toast = msg.notice
	}
}

// Update takes every message: with the parts that know some, it is the table of
// contents of this package.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := tea.Batch(a.answer(msg), a.bared())
	a.draw()
	return a, tea.Batch(cmd, a.afterDraw(), a.layMore(), a.takeUnstarted())
}

// bared tells the page in sight when what lay over it has gone.
func (a *App) bared() tea.Cmd {
	was := a.covered
	a.covered = a.overlay != nil
	if !was || a.covered || len(a.stack) == 0 {
		return nil
	}
	return a.send(&a.stack[len(a.stack)-1], BareMsg{})
}

// laidMsg is the time for a page to lay out more.
type laidMsg struct{ screen int }

// layMore asks the page in sight to lay out more, where some is left.
func (a *App) layMore() tea.Cmd {
	e := a.top()
	if !a.unlaid || a.laying || e == nil {
		return nil
	}
	a.laying = true
	screen := e.id
	return func() tea.Msg { return laidMsg{screen} }
}

// answer finds the part that knows a message. What none of them knows is about
// pictures.
func (a *App) answer(msg tea.Msg) tea.Cmd {
	for _, part := range []func(tea.Msg) (cmd tea.Cmd, known bool){
		a.byTerminal, a.byHand, a.byPages, a.byJobs, a.bySettings, a.byFinding, a.byPreview,
	} {
		if cmd, known := part(msg); known {
			return cmd
		}
	}
	return a.pictured(msg)
}

// byTerminal takes what the terminal says of itself, and that it is back.
func (a *App) byTerminal(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return a.resize(msg), true
	case tea.BackgroundColorMsg:
		return a.ground(msg.IsDark()), true
	case tea.ColorProfileMsg:
		return a.colours(msg.Profile), true
	case lateMsg:
		a.learned(msg)
		return nil, true
	case tea.ResumeMsg:
		a.pictureOf = 0 // the shell had the terminal
		return nil, true
	}
	return nil, false
}

// byHand takes keys, what is pasted, and the mouse.
func (a *App) byHand(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a.key(msg), true
	case tea.PasteMsg:
		return a.paste(msg), true
	case tea.MouseClickMsg:
		return a.click(msg), true
	case tea.MouseMotionMsg:
		return a.drag(msg), true
	case tea.MouseReleaseMsg:
		a.mouse.held = false
		return nil, true
	case tea.MouseWheelMsg:
		return a.wheel(msg), true
	}
	return nil, false
}

// byPages takes the wishes of pages: to go somewhere, to lay one over another,
// to lay out more, to say something, to end.
func (a *App) byPages(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case GoMsg:
		return a.visit(msg), true
	case BackMsg:
		return a.back(), true
	case OverMsg:
		return a.cover(msg.Route, msg.Screen), true
	case ReturnMsg:
		a.uncover()
		return msg.Then, true
	case laidMsg:
		a.laying = false
		return a.deliver(ForMsg{Screen: msg.screen, Msg: layMsg{}}), true
	case ToastMsg:
		a.toast = msg.Text
		return nil, true
	case repaintMsg:
		a.pictureOf = 0 // another may have had the terminal
		return takeTerminal(), true
	case leaveMsg:
		return a.leave(), true
	}
	return nil, false
}

// byJobs takes what is to be done off the event loop, and what came of it.
func (a *App) byJobs(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case DoMsg:
		return a.doBoth(msg.Action, msg.Then), true
	case ReadMsg:
		return a.read(msg), true
	case SaveMsg:
		return a.savingOf(msg.Screen), true
	case listMsg:
		return a.list(msg), true
	case editMsg:
		return a.openEditor(msg), true
	case editedMsg:
		a.pictureOf = 0 // the editor had the terminal
		return a.edited(msg), true
	case guestMsg:
		return a.guests(msg), true
	case guestLeft:
		return a.guestsLeft(msg), true
	case exportMsg:
		return a.export(), true
	case jobMsg:
		return a.jobDone(msg), true
	case ForMsg:
		return a.deliver(msg), true
	}
	return nil, false
}

// bySettings takes changed settings.
func (a *App) bySettings(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case SetMsg:
		return a.set(msg), true
	case keptMsg:
		return a.kept(msg), true
	case readKeptMsg:
		return a.readKept(msg), true
	case SpeakMsg:
		return a.speak(msg.Words), true
	}
	return nil, false
}

// byFinding takes what is sought, found, chosen and noted.
func (a *App) byFinding(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case seekMsg:
		return a.seek(msg), true
	case shelfRead:
		return a.shelfIn(msg), true
	case sought:
		return a.soughtIn(msg), true
	case spotMsg:
		return a.toSpot(msg.id), true
	case rewriteMsg:
		return a.cover(RouteNote, newNote(msg.note)), true
	case chosenMsg:
		return a.chosen(msg), true
	}
	return nil, false
}

// View returns what the last Update drew.
func (a *App) View() tea.View { return a.view }

func (a *App) resize(msg tea.WindowSizeMsg) tea.Cmd {
	wider := msg.Width > a.w
	a.pictureOf = 0 // pictures have another size now
	a.w, a.h = msg.Width, msg.Height
	if wider && a.rail.session != a.session {
		return tea.Batch(a.readRail(), a.tellAll())
	}
	return a.tellAll()
}

// ground takes the answer to what colour the terminal's ground has.
func (a *App) ground(dark bool) tea.Cmd {
	if a.dark == dark {
		return nil
	}
	a.dark = dark
	return a.retheme()
}

// colours takes how many colours the terminal has. One with sixteen is drawn
// with those it defines itself.
func (a *App) colours(p colorprofile.Profile) tea.Cmd {
	a.gallery.profile(p)
	few := p == colorprofile.ANSI
	if a.few == few {
		return nil
	}
	a.few = few
	return a.retheme()
}

// speak changes the language of every page at once.
func (a *App) speak(w *words.Words) tea.Cmd {
	standing := a.banner == a.unsaved()
	a.o.Words, a.toast = w, ""
	if standing {
		a.banner = a.unsaved()
	}
	return a.tellAll()
}

// tellAll says to every page that its Env changed.
func (a *App) tellAll() tea.Cmd {
	a.gallery.prefer(a.o.pictures())
	var cmds []tea.Cmd
	for i := range a.stack {
		cmds = append(cmds, a.send(&a.stack[i], EnvMsg{}))
	}
	for e := a.overlay; e != nil; e = e.under {
		cmds = append(cmds, a.send(e, EnvMsg{}))
	}
	return tea.Batch(cmds...)
}
