package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Ask is what is wanted of the program from outside its window.
type Ask int

// The asks.
const (
	AskLeave   Ask = iota // to end as by a key, when what is unsaved is saved
	AskSuspend            // to leave the terminal to the shell for a while
	AskRepaint            // to take the terminal anew and draw all of the page: it went on after a stop that cannot be caught
)

// errUnsaved says that the program ended before it could save the last things
// that were done or written.
type errUnsaved struct{ err error } // what ended it; nil: it was asked to end

func (e errUnsaved) Error() string {
	said := "the last things that were done or written could not be saved"
	if e.err != nil {
		return said + ": " + e.err.Error()
	}
	return said
}

func (e errUnsaved) Unwrap() error { return e.err }

// Run shows the program until the learner leaves, and gives the terminal back as
// it was found, whatever ends it. Everything that can fail for reasons other
// than the terminal should be checked before. A fault of cairn itself is
// returned as a *crash.Fault.
func Run(ctx context.Context, o Options) error {
	n := &net{app: New(o)}
	look := newGuard(o.Now).filter
	p := tea.NewProgram(n, append(o.program(ctx), tea.WithFilter(func(m tea.Model, msg tea.Msg) (out tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				out = faultMsg{n.app.caught(r)}
			}
		}()
		n.app.handing(msg)
		return look(m, msg)
	}))...)
	stop := make(chan struct{})
	go pass(o.Asks, stop, p.Send)
	err := n.run(p)
	close(stop)
	saved := n.app.rescue()
	n.app.forgetPictures()
	switch {
	case n.fault != nil:
		return n.fault
	case !saved:
		return errUnsaved{err}
	case n.app.left || ctx.Err() != nil:
		return n.app.unread
	}
	return errors.Join(err, n.app.unread)
}

// run runs the program. A fault that the terminal library met in drawing ends it
// too, and the terminal is given back.
func (n *net) run(p *tea.Program) (err error) {
	defer func() {
		if r := recover(); r != nil {
			n.fell(r)
			p.Kill()
		}
	}()
	_, err = p.Run()
	return err
}

// pass hands over what is asked from outside until the end.
func pass(asks <-chan Ask, stop <-chan struct{}, send func(tea.Msg)) {
	for {
		select {
		case <-stop:
			return
		case ask := <-asks:
			switch ask {
			case AskLeave:
				send(leaveMsg{})
			case AskSuspend:
				send(tea.SuspendMsg{})
			case AskRepaint:
				send(repaintMsg{})
			}
		}
	}
}

// handing tells where the terminal goes.
func (a *App) handing(msg tea.Msg) {
	tell := a.o.Suspending
	if tell == nil {
		tell = func(bool) {}
	}
	switch msg.(type) {
	case tea.SuspendMsg:
		tell(true)
	case tea.ResumeMsg:
		tell(false)
	}
}

// rescue saves, after the end, what leaving would have saved before it: the
// actions that wait, the text that is being written. It reports whether nothing
// is left unsaved.
func (a *App) rescue() bool {
	const patience = 3 * time.Second // a disk that takes longer may never answer
	if a.left {
		return true // or the learner was told, and left all the same
	}
	saved := make(chan bool, 1)
	go func() {
		ok := false
		defer func() {
			if p := recover(); p != nil {
				_ = a.caught(p)
			}
			saved <- ok
		}()
		ok = a.saveRest()
	}()
	select {
	case ok := <-saved:
		return ok
	case <-time.After(patience):
		return false
	}
}

// saveRest runs every job that waits, and those that leaving adds.
func (a *App) saveRest() bool {
	ok := true
	took := func(result tea.Msg) {
		if r, did := result.(acted); did && r.step.Err != nil {
			ok = false
		}
		if r, did := result.(ForMsg); did && notFiled(r) != nil {
			ok = false
		}
	}
	if a.running && a.begun != nil {
		took(a.begun.run())
	}
	a.running = true // what is added waits
	a.noting()
	a.parting()
	for _, j := range a.jobs {
		took(j())
	}
	return ok
}
