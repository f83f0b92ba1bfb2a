package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// previewing is what the program knows as a preview.
type previewing struct {
	broken error // why the course could not be read the last time; nil: it was
	// reading says that the course is being read; another save meanwhile asks for it once more.
	reading, again bool
	place          preview.Place // where the author is; for the job that reads
}

// savedMsg says that files of the course were saved.
type savedMsg struct{}

// stateSetMsg says that the preview begins again in another state.
type stateSetMsg struct{}

// anew is what came of reading the course anew.
type anew struct {
	from    Session // the session before
	session Session // nil: there is nothing to take
	diags   []course.Diag
	err     error
	step    learn.Step
	beside  Beside
}

// watchSaves waits until files were saved.
func (a *App) watchSaves() tea.Cmd {
	p := a.o.Preview
	if p == nil || p.Saved == nil {
		return nil
	}
	return func() tea.Msg {
		if p.Saved() != nil {
			return nil
		}
		return savedMsg{}
	}
}

// saves takes that files were saved: the course is read anew, and the next save
// is waited for. What was typed and not sent stays.
func (a *App) saves() tea.Cmd {
	next := a.watchSaves()
	switch {
	case a.session == nil:
		return tea.Batch(next, a.visit(GoMsg{To: a.o.Start}))
	case a.preview.reading:
		a.preview.again = true
		return next
	}
	return tea.Batch(next, a.readAnew())
}

// readAnew reads the course in a job.
func (a *App) readAnew() tea.Cmd {
	drafted := a.parting()
	from, ref, open := a.session, a.ref, a.open
	a.preview.reading = true
	return tea.Batch(drafted, a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = anew{from: from, err: fmt.Errorf("reading the course: %w", a.caught(r))}
			}
		}()
		s, diags, err := open(ref)
		r := anew{from: from, diags: diags, err: err}
		if s != nil && err == nil {
			r.session, r.step = s, a.preview.place.Keep(from, s)
			r.beside = besideOf(s)
		}
		return r
	}))
}

// renewed shows the course as it is now. One that cannot be read leaves the last
// one on the screen.
func (a *App) renewed(r anew) tea.Cmd {
	a.preview.reading = false
	var cmd tea.Cmd
	if r.from == a.session { // not of a course that was left
		cmd = a.showAnew(r)
	}
	if a.preview.again { // something was saved in the meantime
		a.preview.again = false
		if a.session != nil {
			cmd = tea.Batch(cmd, a.readAnew())
		}
	}
	return cmd
}

func (a *App) showAnew(r anew) tea.Cmd {
	a.diags, a.preview.broken = r.diags, r.err
	cmd := a.tellFindings()
	if r.session == nil {
		return cmd
	}
	a.session, a.search.begun, a.banner = r.session, false, a.unsaved() // what could not be done was of the last one
	cmd = tea.Batch(cmd, a.again(r.step), a.renew())
	a.keep(r.beside)
	return cmd
}

// again puts a step of the course as it is now in the place of the page of the
// last one. Where it shows the same, it is scrolled to the same line.
func (a *App) again(s learn.Step) tea.Cmd {
	at := a.stepAt()
	if at < 0 || s == nil {
		return nil
	}
	before := a.stack[at]
	e := a.stepEntry(s)
	lesson, item := preview.Stood(before.step)
	if l, i := preview.Stood(s); l == lesson && i == item && sameKind(s, before.step) {
		if from, ok := before.screen.(staged); ok {
			if to, ok := e.screen.(staged); ok {
				to.flow().scroll = from.flow().scroll
			}
		}
	}
	drop(before)
	a.stack[at] = e
	return a.send(&a.stack[at], ShowMsg{})
}

// staged is a screen of the lesson flow.
type staged interface{ flow() *stage }

func (g *stage) flow() *stage { return g }

// renew makes the pages beside the flow anew that show a course as it was when
// they were opened, and lets the others ask again.
func (a *App) renew() tea.Cmd {
	for i := range a.stack {
		e := &a.stack[i]
		switch kind, _, _ := e.route.split(); kind {
		case RouteGlossary:
			e.screen = newGlossary(a.session.Course(), "")
		case RouteCards:
			e.screen = newCards(a.session.Course())
		}
	}
	if len(a.stack) == 0 || a.stack[len(a.stack)-1].step != nil {
		return nil
	}
	return a.send(&a.stack[len(a.stack)-1], ShowMsg{})
}
