package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// key finds out what a key means and who takes it: the overlay if there is
// one, else the page. While a page captures text, whatever prints is text, and
// so is every other key that the page has no binding for.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	a.toast = ""
	to := a.top()
	intent, known := a.meaning(msg)
	if intent != IntentQuit && intent != IntentStop {
		a.warned = false
	}
	if to == nil || a.tooSmall() {
		if known && (intent == IntentQuit || intent == IntentStop) {
			return a.leave()
		}
		return nil
	}
	if to.typing() && (msg.Text != "" || prints(msg.String()) || !known || !a.takes(to, intent)) {
		return a.send(to, msg)
	}
	if !known {
		return nil
	}
	return a.intent(to, intent)
}

// meaning looks a key up. On a keyboard of another script, the key that sits
// in its place on a Latin one counts, where the terminal tells which that is.
func (a *App) meaning(msg tea.KeyPressMsg) (Intent, bool) {
	if i, ok := a.o.Keys.Of(msg.String()); ok {
		return i, ok
	}
	const locks = tea.ModCapsLock | tea.ModNumLock | tea.ModScrollLock
	if msg.BaseCode == 0 || unicode.Is(unicode.Latin, msg.Code) || msg.Mod&^(tea.ModShift|locks) != 0 {
		return "", false
	}
	key := msg.BaseCode
	if msg.Mod&tea.ModShift != 0 {
		key = unicode.ToUpper(key)
	}
	return a.o.Keys.Of(string(key))
}

// takes reports whether an intent has a binding, on the page or everywhere.
func (a *App) takes(e *entry, i Intent) bool {
	return binds(a.bindings(e), i)
}

// intent carries out what a key means. A binding of the page comes before one
// that holds everywhere; one that cannot be had says why.
func (a *App) intent(e *entry, i Intent) tea.Cmd {
	for _, b := range e.screen.Bindings(a.o.Words) {
		if b.Intent != i {
			continue
		}
		if b.Disabled != "" {
			a.toast = sentence(b.Disabled)
			return nil
		}
		if i == IntentEditor && e.writes() {
			return a.edit(e)
		}
		return a.send(e, IntentMsg{Intent: i})
	}
	if i == IntentFilter {
		i = IntentSearch // this page has nothing to narrow down
	}
	if cmd, done := a.besideIt(e, i); done {
		return cmd
	}
	if !a.takes(e, i) {
		a.toast = a.notHere(e, i)
		return nil
	}
	switch i {
	case IntentHelp:
		return a.help()
	case IntentBack:
		return a.back()
	case IntentQuit, IntentStop:
		return a.leave()
	case IntentCourses:
		return a.visit(GoMsg{To: RouteLibrary})
	case IntentSuspend:
		return tea.Suspend
	case IntentRedraw:
		a.pictureOf = 0
		return tea.ClearScreen
	case IntentLook:
		return a.nextLook()
	case IntentSettings:
		return a.visit(GoMsg{To: RouteSettings})
	}
	return nil
}

// besideIt carries out an intent of the keys that find, keep and preview, on any
// page. It reports whether it is one of them.
func (a *App) besideIt(e *entry, i Intent) (cmd tea.Cmd, done bool) {
	for _, keys := range []struct {
		bindings []Binding
		do       func(*entry, Intent) tea.Cmd
	}{{a.finding(e), a.find}, {a.previewKeys(e), a.previewed}} {
		for _, b := range keys.bindings {
			if b.Intent != i {
				continue
			}
			if a.toast = sentence(b.Disabled); b.Disabled != "" {
				return nil, true
			}
			return keys.do(e, i), true
		}
	}
	return nil, false
}

// bindings lists every key that means something now: help first, then the
// page's own in its order, then those that hold everywhere.
func (a *App) bindings(e *entry) []Binding {
	own := e.screen.Bindings(a.o.Words)
	var bs []Binding
	if !binds(own, IntentHelp) {
		bs = append(bs, Binding{Intent: IntentHelp, Words: a.o.Words.Keys.Help})
	}
	bs = append(bs, own...)
	for _, b := range a.everywhere(e, own) {
		if b.Intent != IntentHelp {
			bs = append(bs, b)
		}
	}
	return bs
}

// everywhere lists the keys that hold on every page, without those to which
// the page gives a meaning of its own.
func (a *App) everywhere(e *entry, own []Binding) []Binding {
	w := a.o.Words.Keys
	typing, stop := e.typing(), w.Stop
	if typing {
		stop = w.Quit
	}
	var bs []Binding
	for _, b := range slices.Concat(a.finding(e), a.previewKeys(e), []Binding{
		{Intent: IntentHelp, Words: w.Help},
		{Intent: IntentBack, Words: w.Back},
		{Intent: IntentQuit, Words: w.Quit},
		{Intent: IntentCourses, Words: w.Courses, Quiet: true},
		{Intent: IntentSettings, Words: w.Settings, Quiet: true},
		{Intent: IntentLook, Words: w.Look, Quiet: true},
		{Intent: IntentRedraw, Words: w.Redraw, Quiet: true},
		{Intent: IntentSuspend, Words: w.Suspend, Quiet: true},
		{Intent: IntentStop, Words: stop, Quiet: !typing},
	}) {
		switch {
		case binds(own, b.Intent):
		case b.Intent == IntentBack && a.overlay == nil && a.outermost():
		case b.Intent == IntentCourses && (e.route == RouteLibrary || a.o.Preview != nil):
		case b.Intent == IntentSettings && e.route == RouteSettings:
		case a.o.Keys.Label(b.Intent, typing) == "":
		default:
			bs = append(bs, b)
		}
	}
	return bs
}

func binds(bs []Binding, i Intent) bool {
	return slices.ContainsFunc(bs, func(b Binding) bool { return b.Intent == i })
}

// help opens the list of keys, or closes it.
func (a *App) help() tea.Cmd {
	if a.overlay != nil && !a.overlay.leaver() {
		a.uncover()
		return nil
	}
	below := a.top()
	own := below.screen.Bindings(a.o.Words)
	page := newHelp(below.screen.Title(a.o.Words), own, a.everywhere(below, own), below.typing())
	return a.cover(RouteHelp, page)
}

// paste gives pasted text to a page with a text field. Elsewhere it is not a row
// of keys: a number alone chooses its row, and nothing else means anything.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	to := a.top()
	if to == nil {
		return nil
	}
	if to.typing() || to.writes() {
		return a.send(to, msg)
	}
	if n, err := strconv.Atoi(strings.TrimSpace(msg.Content)); err == nil && n >= 1 && n <= 9 && a.takes(to, IntentDigit(n)) {
		return a.intent(to, IntentDigit(n))
	}
	return nil
}

// notHere says of a key that it does nothing on a page, and where it does
// something. Of keys that move there is nothing to say.
func (a *App) notHere(e *entry, i Intent) string {
	w := a.o.Words
	if _, digit := i.Digit(); digit || moves(i) {
		return ""
	}
	return w.Hands.NotHere(a.o.Keys.Shown(w, i, e.typing()), w.Hands.Where[string(i)])
}

// moves reports whether an intent is one of moving, marking and opening.
func moves(i Intent) bool {
	switch i {
	case IntentUp, IntentDown, IntentLeft, IntentRight, IntentPageUp, IntentPageDown, IntentTop, IntentBottom, IntentNext, IntentPrev,
		IntentMoveUp, IntentMoveDown, IntentSpace, IntentEnter, IntentErase, IntentSend, IntentNewLine, IntentBack:
		return true
	}
	return false
}
