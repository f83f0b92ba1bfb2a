package tui

import (
	"fmt"
	"sync"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/crash"
)

// job is work that touches the disk or the session. Jobs run in commands, off
// the event loop, one at a time and in order, so that a Session has one owner
// and a slow disk never holds up a key.
type job func() tea.Msg

// jobMsg says that the running job is done, and what came of it.
type jobMsg struct {
	result tea.Msg
	sizes  pictureSizes // of the pictures that it shows
}

// acted is what came of an action.
type acted struct {
	session Session // that it was done on
	action  learn.Action
	then    learn.Action // to do if that went well; nil: nothing
	step    StepMsg
	beside  Beside     // what the learner tied to the step
	spot    learn.Spot // that a bookmark is about
}

// enqueue runs a job as soon as those before it are done.
func (a *App) enqueue(j job) tea.Cmd {
	a.jobs = append(a.jobs, j)
	return a.nextJob()
}

func (a *App) nextJob() tea.Cmd {
	if a.running || len(a.jobs) == 0 {
		return nil
	}
	begun := &begunJob{do: a.jobs[0]}
	a.jobs = a.jobs[1:]
	a.running, a.begun = true, begun
	assets, shelf, ref := a.gallery.assets, &a.assets, a.ref
	return func() tea.Msg {
		result := begun.run()
		switch o := result.(type) {
		case opened:
			assets = shelf.get(o.ref)
		case anew:
			assets = shelf.get(ref)
		}
		return jobMsg{result: result, sizes: sizesFor(assets, result)}
	}
}

// begunJob is a job that was handed out. It is run once, whoever comes first:
// the command that it was handed out in, or the end of the program.
type begunJob struct {
	do     job
	once   sync.Once
	result tea.Msg
}

// run runs the job, or waits until it has been run.
func (b *begunJob) run() tea.Msg {
	b.once.Do(func() { b.result = b.do() })
	return b.result
}

// jobDone takes the result of a job and starts the next.
func (a *App) jobDone(msg jobMsg) tea.Cmd {
	a.running = false
	cmd := a.picturesOf(msg.result)
	if len(msg.sizes) > 0 {
		a.gallery.measured(msg.sizes)
	}
	switch r := msg.result.(type) {
	case acted:
		cmd = a.acted(r)
	case opened:
		cmd = tea.Batch(cmd, a.opened(r))
	case anew:
		cmd = tea.Batch(cmd, a.renewed(r))
	case standing:
		if r.session == a.session {
			cmd = a.showStep(r.step)
			a.keep(r.beside)
		}
	case railRead:
		a.rail = r.rail
	case ForMsg:
		a.filed(r)
		cmd = a.deliver(r)
	case ToastMsg:
		a.toast = r.Text
	case seekingMsg:
		cmd = r.index
	case spotRead:
		cmd = openSpot(r.spot)
	}
	switch msg.result.(type) {
	case acted, opened, standing, anew:
		cmd = tea.Batch(cmd, a.readRail()) // after what it led to
	}
	if next := a.nextJob(); next != nil {
		return tea.Batch(cmd, next)
	}
	if a.leaving && !a.running && !a.setting && !a.editing {
		return a.quit()
	}
	return cmd
}

// picturesOf turns to the pictures of a course that was read.
func (a *App) picturesOf(result tea.Msg) tea.Cmd {
	switch r := result.(type) {
	case opened:
		if r.session != nil {
			return a.gallery.course(a.assets.get(r.ref))
		}
	case anew:
		if r.session != nil {
			return a.gallery.course(a.assets.get(a.ref))
		}
	}
	return nil
}

// do runs an action on the session.
func (a *App) do(action learn.Action) tea.Cmd { return a.doBoth(action, nil) }

// doBoth runs an action on the session and, if it goes well, another after it.
func (a *App) doBoth(action, then learn.Action) tea.Cmd {
	s := a.session
	if s == nil || action == nil {
		return nil
	}
	return a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = acted{session: s, action: action, then: then, step: StepMsg{Err: fmt.Errorf("doing %T: %w", action, a.caught(r))}}
			}
		}()
		step, err := s.Do(action)
		return acted{session: s, action: action, then: then, step: StepMsg{Step: step, Err: err}, beside: besideOf(s)}
	})
}

// read lets a screen look at the session between two actions.
func (a *App) read(msg ReadMsg) tea.Cmd {
	s := a.session
	if s == nil {
		return nil
	}
	return a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = ForMsg{Screen: msg.Screen, Msg: unreadMsg{a.caught(r)}}
			}
		}()
		return ForMsg{Screen: msg.Screen, Msg: msg.Read(s)}
	})
}

// unreadMsg says that reading from the session for a page panicked.
type unreadMsg struct{ fault *crash.Fault }

// list asks the shelf for its courses, the first time for their titles before.
func (a *App) list(msg listMsg) tea.Cmd {
	shelf := a.o.Shelf
	var glance tea.Cmd
	if msg.first {
		glance = a.enqueue(func() (result tea.Msg) {
			defer func() {
				if r := recover(); r != nil { // what is wrong comes again with the list
					_ = a.caught(r)
					result = ForMsg{Screen: msg.screen, Msg: glanced{}}
				}
			}()
			return ForMsg{Screen: msg.screen, Msg: glanced{shelf.Glance()}}
		})
	}
	return tea.Batch(glance, a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = ForMsg{Screen: msg.screen, Msg: listed{err: fmt.Errorf("reading the shelf: %w", a.caught(r))}}
			}
		}()
		entries, err := shelf.List()
		return ForMsg{Screen: msg.screen, Msg: listed{entries, err}}
	}))
}

// leave ends the program: at once if nothing is unsaved, else as soon as it is
// saved. If it cannot be saved the program stays and says so. Asked twice, it
// ends in any case.
func (a *App) leave() tea.Cmd {
	if a.leaving || a.warned {
		return a.quit()
	}
	if a.editing { // what is written there comes first
		a.leaving = true
		return nil
	}
	cmd := tea.Batch(a.noting(), a.parting())
	if cmd == nil && !a.running && !a.setting {
		return a.quit()
	}
	a.leaving = true
	return cmd
}
