package tui

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// opened is what came of opening a course.
type opened struct {
	ref     string
	session Session
	diags   []course.Diag
	step    learn.Step // nil unless session is set
	beside  Beside
	first   bool // the first time on a new day, in a course that was begun
	err     error
	then    GoMsg // where the learner was going
}

// standing is where the learner is in the open course.
type standing struct {
	session Session
	step    learn.Step
	beside  Beside
}

// openCourse opens a course in a job and then goes where msg says.
func (a *App) openCourse(ref string, msg GoMsg) tea.Cmd {
	if ref == "" {
		return a.push(msg.To, newBroken(a.o.Words.Errors.NoPlace(string(msg.To))))
	}
	drafted := a.parting()
	a.toast = a.o.Words.Frame.Opening(ref)
	open := a.open
	return tea.Batch(drafted, a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = opened{ref: ref, err: fmt.Errorf("reading the course: %w", a.caught(r)), then: msg}
			}
		}()
		s, diags, err := open(ref)
		o := opened{ref: ref, session: s, diags: diags, err: err, then: msg}
		if err == nil && s != nil {
			o.step, o.first, o.beside = s.Step(), s.Today().First, besideOf(s)
		}
		return o
	}))
}

// opened goes into a course that was opened, or says why it could not be.
func (a *App) opened(o opened) tea.Cmd {
	a.toast = ""
	e := a.o.Words.Errors
	kind, _, _ := o.then.To.split()
	switch {
	case o.err != nil && o.session == nil && len(o.diags) > 0, o.err == nil && o.session == nil:
		return a.toFindings(RouteFindings.To(o.ref), o.diags)
	case o.err != nil:
		return a.push(o.then.To, newBroken(e.OpenFailed(o.ref, o.err)))
	case kind == RouteFindings && a.session == nil && len(a.stack) > 0:
		return a.toFindings(o.then.To, o.diags)
	}
	written := a.noting() // for the course that is left
	a.overlay = nil
	a.ref, a.session, a.diags, a.saved, a.banner = o.ref, o.session, o.diags, false, a.unsaved()
	drop(a.stack[1:]...)
	a.stack = a.stack[:1]
	if kind == RouteFindings {
		return tea.Batch(written, a.toFindings(o.then.To, o.diags))
	}
	cmd := tea.Batch(written, a.showStep(o.step))
	a.keep(o.beside)
	switch {
	case kind == RouteCourse && o.first && a.o.Preview == nil:
		return tea.Batch(cmd, a.inCourse(GoMsg{To: RouteToday.To(o.ref)}))
	case kind == RouteCourse:
		return cmd
	}
	return tea.Batch(cmd, a.inCourse(o.then))
}

// acted takes the engine's answer to an action.
func (a *App) acted(r acted) tea.Cmd {
	if r.session != a.session { // of a course that was left
		if r.step.Err != nil {
			a.banner = a.o.Words.Failed(r.step.Err)
		}
		return nil
	}
	r.step.Action = r.action
	at := a.stepAt()
	if err := r.step.Err; err != nil {
		a.warned, a.leaving = a.leaving, false // what could not be saved should be seen
		switch {
		case errors.Is(err, learn.ErrNotNow):
			a.toast = a.o.Words.Refused(r.action)
		case errors.Is(err, course.ErrForm): // the page says so, beside the answer
			a.toast = ""
		default:
			a.banner = a.o.Words.Failed(err)
		}
		return a.tellAsker(at, r.step)
	}
	a.banner, a.saved = a.unsaved(), true
	if !movesOn(r.action) {
		if m, ok := r.action.(learn.Mark); ok {
			a.toast = a.marked(m, r.spot)
		}
		var cmd tea.Cmd
		if at >= 0 { // else it was saved outside the flow, or on the way out of it
			cmd = a.updateStep(at, r.step)
			a.keep(r.beside)
		}
		return tea.Batch(cmd, a.tellAsker(-1, r.step))
	}
	if at >= 0 && at < len(a.stack)-1 {
		a.stack = a.stack[:at+1]
	}
	begun := at >= 0 && !chosenRoad(r.action) && beforeRoad(a.stack[at].step) && !beforeRoad(r.step.Step)
	if at >= 0 {
		a.toast = a.skipped(r.action, a.stack[at].step, r.step.Step)
	}
	if at >= 0 && startsOver(r.action, a.stack[at].step) {
		drop(a.stack[at])
		a.stack = slices.Delete(a.stack, at, at+1) // with what it shows of the tries that count no more
	}
	cmd := a.showStep(r.step.Step)
	a.keep(r.beside)
	if begun {
		cmd = tea.Batch(cmd, a.push(RouteOutline.To(a.ref), newOutline()))
	}
	return tea.Batch(cmd, a.do(r.then))
}

// skipped says what was left or started over, and how to take that back; empty:
// nothing was.
func (a *App) skipped(action learn.Action, from, to learn.Step) string {
	if _, reset := action.(learn.Reset); reset {
		return a.o.Words.Reset.Done(a.o.Keys.Shown(a.o.Words, IntentUndo, false))
	}
	_, lesson := action.(learn.SkipLesson)
	_, skip := action.(learn.Skip)
	switch {
	case (lesson || skip) && inReview(from) && !learn.Errand(to):
		return a.o.Words.Flow.ReviewLeft
	case !lesson || learn.Errand(from):
		return "" // a test has an end of its own
	}
	p, w, undo := from.At(), a.o.Words.Flow, ""
	if to != nil && to.At().Undo != nil {
		undo = a.o.Keys.Shown(a.o.Words, IntentUndo, false)
	}
	if p.Depth > 0 {
		return w.Ended(lessonTitle(p), undo)
	}
	return w.Skipped(lessonTitle(p), undo)
}

// unsaved says that nothing can be saved, as long as that is so.
func (a *App) unsaved() string {
	if a.o.Unsaved == "" {
		return ""
	}
	return a.o.Words.Frame.Unsaved(a.o.Unsaved)
}

// tellAsker tells the page shown, and the page of the step at the given place
// on the stack, how an action went.
func (a *App) tellAsker(at int, msg StepMsg) tea.Cmd {
	last := len(a.stack) - 1
	var cmds []tea.Cmd
	if at >= 0 {
		msg.Step = a.stack[at].step
		cmds = append(cmds, a.send(&a.stack[at], msg))
	}
	if last != at && last >= 0 && a.stack[last].step == nil {
		cmds = append(cmds, a.send(&a.stack[last], msg))
	}
	for e := a.overlay; e != nil; e = e.under {
		cmds = append(cmds, a.send(e, msg))
	}
	return tea.Batch(cmds...)
}

// keep lets the page of the step know what the learner tied to it.
func (a *App) keep(b Beside) {
	if at := a.stepAt(); at >= 0 {
		a.stack[at].beside = b
	}
}

// movesOn reports whether an action leads to the step it returns. The others
// change something and leave the learner where they are.
func movesOn(action learn.Action) bool {
	switch a := action.(type) {
	case learn.Set, learn.Draft, learn.ShowWay, learn.Rest, learn.AddNote, learn.EditNote, learn.RemoveNote, learn.Mark:
		return false
	case learn.Checked:
		return !a.Saved
	}
	return true
}

// chosenRoad reports whether the learner said where to go, so that nothing
// should come between.
func chosenRoad(action learn.Action) bool {
	switch action.(type) {
	case learn.GoTo, learn.Redo, learn.Review, learn.Reset, learn.UndoReset, learn.Undo:
		return true
	}
	return false
}

// startsOver reports whether an action sets back what was done, or takes that
// back: nothing on the page of the step holds any more.
func startsOver(action learn.Action, from learn.Step) bool {
	switch action.(type) {
	case learn.Reset, learn.UndoReset:
		return true
	case learn.Undo:
		r := from.At().Undo
		return r != nil && r.Code == learn.WhyReset
	}
	return false
}

// beforeRoad reports whether a step comes before the road begins: one of the
// first questions, or the placement.
func beforeRoad(s learn.Step) bool {
	switch s := s.(type) {
	case learn.Asking:
		return s.Lesson == nil
	case learn.Offer:
		return s.Kind == learn.OfferPlacement
	case learn.Planning, learn.Placed:
		return true
	case learn.Answering:
		if s.Purpose == learn.ForPlacement {
			return true
		}
	}
	l := s.At().Lesson
	return l != nil && l.Kind == course.KindPlacement
}

// stepAt is where on the stack the page of the step is, or -1.
func (a *App) stepAt() int {
	for i, e := range a.stack {
		if e.step != nil {
			return i
		}
	}
	return -1
}

// toStep goes to the page of the step.
func (a *App) toStep() tea.Cmd {
	if at := a.stepAt(); at >= 0 {
		a.stack = a.stack[:at+1]
		return a.shown()
	}
	s := a.session
	return a.enqueue(func() tea.Msg { return standing{session: s, step: s.Step(), beside: besideOf(s)} })
}

// showStep puts a step on top. A page that shows a step of the same kind is
// kept and told; for another kind there is another page.
func (a *App) showStep(s learn.Step) tea.Cmd {
	if s == nil {
		return nil
	}
	at := a.stepAt()
	if at >= 0 && sameKind(a.stack[at].step, s) {
		return tea.Batch(a.updateStep(at, StepMsg{Step: s}), a.shown())
	}
	e := a.stepEntry(s)
	if f, ok := e.screen.(Follower); ok && at >= 0 {
		f.Follows(a.stack[at].step, a.stack[at].screen)
	}
	if at < 0 {
		a.stack = append(a.stack, e)
	} else {
		drop(a.stack[at])
		a.stack[at] = e
	}
	return a.shown()
}

// updateStep gives the page of the step a newer step of its kind, or puts
// another page in its place.
func (a *App) updateStep(at int, msg StepMsg) tea.Cmd {
	if msg.Step == nil {
		return nil
	}
	e := &a.stack[at]
	if sameKind(e.step, msg.Step) {
		e.step, e.route = msg.Step, a.stepRoute(msg.Step)
		return a.send(e, msg)
	}
	drop(a.stack[at])
	a.stack[at] = a.stepEntry(msg.Step)
	if at == len(a.stack)-1 {
		return a.shown()
	}
	return nil
}

// stepEntry is a new page for a step.
func (a *App) stepEntry(s learn.Step) entry {
	screen := a.screens(s, a.o.Words)
	if screen == nil {
		screen = newBroken(fmt.Sprintf("there is no page for a step of the kind %T", s))
	}
	e := a.newEntry(a.stepRoute(s), screen)
	e.step = s
	return e
}

func (a *App) stepRoute(s learn.Step) Route {
	if l := s.At().Lesson; l != nil {
		return RouteLesson.To(a.ref, l.ID)
	}
	return RouteCourse.To(a.ref)
}

func sameKind(a, b learn.Step) bool { return fmt.Sprintf("%T", a) == fmt.Sprintf("%T", b) }

// inReview reports whether a step is an item of a review.
func inReview(st learn.Step) bool {
	if q, ok := st.(learn.Answering); ok {
		return q.Purpose == learn.ForReview
	}
	_, card := st.(learn.Recalling)
	return card
}
