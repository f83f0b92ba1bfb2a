package tui

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/internal/crash"
)

// net is the App with a net below it. A fault of the App or of a command that no
// page stands in for ends the program as leaving does, so that the terminal is
// given back as it was found.
type net struct {
	app   *App
	fault *crash.Fault // the first; nil: none
	view  tea.View     // the last that was drawn
}

// faultMsg is a fault that came up in a command.
type faultMsg struct{ fault *crash.Fault }

// holds reports whether the App has still something to do before the end.
func (n *net) holds() bool { return n.fault == nil && !n.app.left }

// Init begins the App.
func (n *net) Init() (cmd tea.Cmd) {
	defer func() {
		if p := recover(); p != nil {
			cmd = n.fell(p)
		}
	}()
	return n.under(n.app.Init())
}

// Update gives the App a message, unless there was a fault.
func (n *net) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if p := recover(); p != nil {
			m, cmd = n, n.fell(p)
		}
	}()
	if n.fault != nil {
		return n, tea.Quit
	}
	if msg, ok := msg.(faultMsg); ok {
		return n, n.fell(msg.fault)
	}
	_, cmd = n.app.Update(msg)
	return n, n.under(cmd)
}

// View shows the App, after a fault as it was before.
func (n *net) View() tea.View {
	if n.fault == nil {
		n.view = n.app.View() // which was drawn in Update, and cannot fail
	}
	return n.view
}

// fell takes a fault and ends the program.
func (n *net) fell(p any) tea.Cmd {
	f := n.app.caught(p)
	if n.fault == nil {
		n.fault = f
	}
	return tea.Quit
}

// under makes a command bring its fault, and those of the commands that it
// leads to.
func (n *net) under(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if p := recover(); p != nil {
				msg = faultMsg{n.app.caught(p)}
			}
		}()
		msg = cmd()
		if list := reflect.ValueOf(msg); list.Kind() == reflect.Slice && list.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			return n.all(list) // one after another, or all at once
		}
		return msg
	}
}

// all puts the net under every command of a list, whatever kind of list it is.
func (n *net) all(list reflect.Value) tea.Msg {
	held := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
	for i := range list.Len() {
		cmd, _ := list.Index(i).Interface().(tea.Cmd)
		held.Index(i).Set(reflect.ValueOf(n.under(cmd)))
	}
	return held.Interface()
}

// caught makes a fault of what recover returned, and a report of it.
func (a *App) caught(p any) *crash.Fault {
	f := crash.Caught(p)
	if a.o.Fault != nil && f.Report == "" {
		f.Report = a.o.Fault(f)
	}
	return f
}

// fallen puts a page that says so in the place of one that panicked. What was
// being written there is saved first, if it still can be said.
func (a *App) fallen(e *entry, f *crash.Fault) (cmd tea.Cmd) {
	defer func() {
		if recover() != nil { // it is the same page that is at fault
			cmd = nil
		}
		e.screen = newFallen(f)
	}()
	return a.saving(e)
}

// takeUnstarted is the command that came up while drawing.
func (a *App) takeUnstarted() tea.Cmd {
	cmd := a.unstarted
	a.unstarted = nil
	return cmd
}
