package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/cells"
)

// Messages about the settings of the program.
type (
	// SetMsg asks the root to keep another value of a setting.
	SetMsg struct{ Name, Value string }
	// keptMsg is what came of it.
	keptMsg struct {
		SetMsg
		kept Kept
		err  error
	}
	// readKeptMsg asks the root for the settings as they are kept. The screen gets
	// a Kept, in a ForMsg, and whenever one of them changes.
	readKeptMsg struct{ screen int }
)

// set keeps another value of a setting, one after the other: of those that wait,
// the last of each setting counts.
func (a *App) set(msg SetMsg) tea.Cmd {
	if a.o.Settings == nil {
		return nil
	}
	a.toSet = slices.DeleteFunc(a.toSet, func(m SetMsg) bool { return m.Name == msg.Name })
	a.toSet = append(a.toSet, msg)
	return a.setNext()
}

// setNext begins with the change that waits longest, unless one is under way.
func (a *App) setNext() tea.Cmd {
	if a.setting || len(a.toSet) == 0 {
		return nil
	}
	next, settings := a.toSet[0], a.o.Settings
	a.toSet, a.setting = a.toSet[1:], true
	return func() tea.Msg {
		kept, err := settings.Set(next.Name, next.Value)
		return keptMsg{next, kept, err}
	}
}

// kept takes what came of a change. What holds now is taken once no other change
// waits, so that nothing goes back and forth.
func (a *App) kept(msg keptMsg) tea.Cmd {
	a.setting = false
	if msg.err == nil {
		a.settled = &msg.kept
	} else {
		a.warned, a.leaving = a.leaving, false // what could not be kept should be seen
		a.toast = a.o.Words.Preferences.NotSaved(textsafe.Line(msg.err.Error()))
	}
	if len(a.toSet) > 0 {
		return a.setNext()
	}
	if a.leaving && !a.running {
		return a.quit()
	}
	var cmds []tea.Cmd
	if a.settled != nil {
		cmds = append(cmds, a.prefer(a.settled.Preferences))
		a.settled = nil
	}
	for i := range a.stack {
		cmds = append(cmds, a.send(&a.stack[i], msg.kept))
	}
	return tea.Batch(cmds...)
}

// readKept reads the settings for a screen.
func (a *App) readKept(msg readKeptMsg) tea.Cmd {
	settings, now := a.o.Settings, a.o.Preferences
	if settings == nil {
		return func() tea.Msg { return ForMsg{Screen: msg.screen, Msg: Kept{Preferences: now}} }
	}
	return func() tea.Msg { return ForMsg{Screen: msg.screen, Msg: settings.Read()} }
}

// prefer takes what the learner prefers from now on, on every page at once.
func (a *App) prefer(p Preferences) tea.Cmd {
	p = p.withDefaults()
	coloured := a.recolour(p.Look)
	if !a.colour {
		p.Look = LookMono
	}
	standing := a.banner != "" && a.banner == a.unsaved()
	a.o.Preferences = p
	if standing {
		a.banner = a.unsaved()
	}
	a.ascii = nil
	if p.ASCII {
		a.ascii = cells.ASCII()
	}
	return tea.Batch(coloured, a.retheme())
}

// recolour switches the colours of the terminal on for a look that the learner
// named, and off for one that is as usual where NO_COLOR wants none.
func (a *App) recolour(l Look) tea.Cmd {
	colour := !a.greyUsual || l != LookAuto
	if colour == a.colour {
		return nil
	}
	a.colour = colour
	profile := colorprofile.ASCII
	if colour {
		profile = colorprofile.Env(withoutNoColor(a.o.Environ))
	}
	a.gallery.quiet = !colour
	return func() tea.Msg { return tea.ColorProfileMsg{Profile: profile} }
}

// withoutNoColor is an environment that lacks NO_COLOR.
func withoutNoColor(environ []string) []string {
	return slices.DeleteFunc(slices.Clone(environ), func(v string) bool { return strings.HasPrefix(v, "NO_COLOR=") })
}

// retheme draws with the look that is preferred, and says so to every page.
// Where the terminal has only sixteen colours and the learner said nothing, it
// is drawn with those.
func (a *App) retheme() tea.Cmd {
	p := a.o.Preferences
	if p.Look == LookAuto && a.few {
		p.Look = LookSixteen
	}
	a.theme = p.theme(a.dark)
	return a.tellAll()
}

// nextLook changes the colours, says to what, and keeps it.
func (a *App) nextLook() tea.Cmd {
	all := a.o.Looks()
	at := slices.Index(all, a.o.Look) + 1
	if a.greyUsual && all[at%len(all)] == LookAuto {
		at++ // it has no colours, as the one before it
	}
	next := all[at%len(all)]
	a.o.Look = next
	coloured := a.recolour(next)
	f := a.o.Words.Frame
	a.toast = f.LookIs(lookName(a.o.Words, next))
	return tea.Batch(coloured, a.retheme(), a.set(SetMsg{Name: settingTheme, Value: string(next)}))
}
