package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/practice"
)

// sayable are the places of the checks that the learner has to say something to,
// once the others were tried.
func (t *task) sayable() []int {
	if t.work.try == nil || t.step.Task.Code != nil {
		return nil
	}
	return t.work.try.Report.Sayable(t.step.Task)
}

// asksSaid asks what the learner saw, over the page.
func (t *task) asksSaid(env Env) tea.Cmd {
	open, over := t.sayable(), env.ID
	if len(open) == 0 {
		return nil
	}
	s := newSaying(over, t.step.Task, open, t.work.said, t.work.try.Report.Values)
	return func() tea.Msg { return OverMsg{Route: RouteSaying, Screen: s} }
}

// start begins something that can be stopped.
func (t *task) start() (context.Context, int) {
	ctx, stop := context.WithCancel(context.Background())
	t.work.run++
	t.work.stop = stop
	return ctx, t.work.run
}

// end says that it is over.
func (t *task) end() {
	if t.work.stop != nil {
		t.work.stop()
	}
	t.work.stop, t.notice = nil, ""
}

func (t *task) tryIt(env Env, what saidMsg) tea.Cmd {
	if t.yields(); t.work.stop != nil {
		return nil
	}
	bench, id, task, values := env.Bench, env.ID, t.step.Task, t.step.Values
	ctx, run := t.start()
	t.work.setup, t.work.saves.due, t.work.saves.try = "", false, false
	return func() tea.Msg {
		msg := triedMsg{task: task, run: run, said: what.said, left: what.left}
		msg.try, msg.err = bench.Try(ctx, task, values, what.said)
		return ForMsg{Screen: id, Msg: msg}
	}
}

// triedIt takes what came of a try, and lets the session know.
func (t *task) triedIt(env Env, msg triedMsg) tea.Cmd {
	t.end()
	if msg.err != nil {
		if !msg.saved || !errors.Is(msg.err, exercise.ErrNotAgreed) {
			t.failed(env, msg.err)
		}
		return t.look(env, wantNothing)
	}
	t.work.try, t.work.said = &msg.try, map[int]string{}
	for i, o := range msg.try.Report.Outcomes {
		if text, ok := msg.said[i]; ok && o.Held {
			t.work.said[i] = text
		}
	}
	if msg.saved {
		t.notice = env.Words.Practice.OnSave
	} else {
		t.work.output, t.work.tells = false, true
	}
	tells := do(learn.Checked{Held: msg.try.Held(), Values: msg.try.Report.Values, Saved: msg.saved})
	if msg.saved || msg.left || t.step.Task.Code != nil || !msg.try.Report.Waits(t.step.Task) {
		return tea.Batch(tells, t.look(env, wantNothing))
	}
	if t.step.Done() { // what held before is not lost because it is asked once more
		return tea.Batch(t.look(env, wantNothing), t.asksSaid(env))
	}
	t.work.asking = true // the page is shown anew then, with nothing over it
	return tea.Batch(tells, t.look(env, wantNothing))
}

// failed says why something could not be tried or begun.
func (t *task) failed(env Env, err error) {
	p := &env.Words.Practice
	var setup *practice.SetupError
	switch {
	case errors.Is(err, context.Canceled):
		t.notice = p.Stopped
	case errors.As(err, &setup):
		t.notice, t.work.setup = p.Setup, setup.Output
	default:
		t.notice = textsafe.Line(p.CouldNot(err))
	}
}

// outputOf is what the commands of a try wrote.
func outputOf(try *exercise.Try) string {
	if try == nil {
		return ""
	}
	return try.Output()
}

// saidTo is yes or no, as a check takes it.
func saidTo(yes bool) string {
	if yes {
		return check.Yes
	}
	return check.No
}
