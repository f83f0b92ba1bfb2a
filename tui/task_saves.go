package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/tui/words"
)

// saves is what the page of a task knows of checking what was saved: whether the
// learner wants it, what is watched, and what is still to be checked.
type saves struct {
	on     bool               // each save is to be checked
	chosen bool               // the learner said so on this page, whatever the settings say
	stop   context.CancelFunc // of the watch; nil: nothing is watched
	watch  int                // which one that is
	due    bool               // something was saved
	try    bool               // what is under way, or came last, is the check of a save
}

// savedWork is what a watch of a task tells. Its last word has over set, or an error.
type savedWork struct {
	task  *course.Task
	watch int
	told  <-chan error
	over  bool
	err   error
}

// watches begins or ends to watch, as the learner wants it, and checks what was
// saved. Nothing is checked while something else is over the page, and nothing is
// watched before the learner agreed to what would run.
func (t *task) watches(env Env) tea.Cmd {
	s := &t.work.saves
	if !s.chosen {
		s.on = env.OnSave
	}
	switch {
	case !s.on || !t.mayWatch(env) || t.work.state.Asks():
		t.unwatch()
		return nil
	case s.stop == nil:
		return t.watch(env)
	case s.due && env.Front && t.work.stop == nil:
		return t.trySaved(env)
	}
	return nil
}

// mayWatch reports whether saves can be checked here, once the learner agreed.
func (t *task) mayWatch(env Env) bool {
	return env.Bench != nil && tried(t.step.Task) && t.work.looked && t.work.err == nil && !t.work.state.Holds()
}

func (t *task) watch(env Env) tea.Cmd {
	var ctx context.Context
	s := &t.work.saves
	ctx, s.stop = context.WithCancel(context.Background())
	s.watch++
	bench, msg, id := env.Bench, savedWork{task: t.step.Task, watch: s.watch}, env.ID
	return func() tea.Msg {
		msg.told = bench.Watch(ctx, msg.task)
		return msg.next(id)()
	}
}

// next waits for what the watch tells next.
func (m savedWork) next(screen int) tea.Cmd {
	if m.told == nil {
		return nil
	}
	return func() tea.Msg {
		err, more := <-m.told
		m.err, m.over = err, !more
		return ForMsg{Screen: screen, Msg: m}
	}
}

func (t *task) unwatch() {
	s := &t.work.saves
	if s.stop != nil {
		s.stop()
	}
	s.stop, s.due = nil, false
}

// toldOf takes what a watch tells.
func (t *task) toldOf(env Env, msg savedWork) tea.Cmd {
	s := &t.work.saves
	var fault *crash.Fault
	switch {
	case msg.task != t.step.Task || msg.watch != s.watch || s.stop == nil || msg.over:
		return nil
	case errors.As(msg.err, &fault):
		panic(fault)
	case msg.err != nil:
		s.on, s.chosen = false, true
		t.notice = t.keyed(env, env.Words.Practice.TooMuch)
		return nil
	}
	s.due = true
	return msg.next(env.ID)
}

// trySaved tries the task because something was saved. What the learner did not say
// yet stays open, and what may not run any more is not run.
func (t *task) trySaved(env Env) tea.Cmd {
	bench, id, task, values, said := env.Bench, env.ID, t.step.Task, t.step.Values, t.work.said
	ctx, run := t.start()
	t.work.setup, t.work.saves.due, t.work.saves.try = "", false, true
	return func() tea.Msg {
		msg := triedMsg{task: task, run: run, said: said, saved: true}
		var state exercise.State
		switch state, msg.err = bench.State(task); {
		case msg.err != nil:
		case state.Asks() || state.Holds():
			msg.err = exercise.ErrNotAgreed
		default:
			msg.try, msg.err = bench.Try(ctx, task, values, said)
		}
		return ForMsg{Screen: id, Msg: msg}
	}
}

// yields ends the check of a save where the learner wants something else meanwhile.
func (t *task) yields() {
	if t.work.stop != nil && t.work.saves.try {
		t.end()
	}
}

// switchSaves turns the checking of saves on or off for this task.
func (t *task) switchSaves(env Env) tea.Cmd {
	s := &t.work.saves
	s.on, s.chosen = !s.on, true
	if t.notice = env.Words.Practice.Unwatched; s.on {
		t.notice = t.savesSaid(env)
	}
	return nil
}

// savesSaid says that saves are checked; empty: they are not.
func (t *task) savesSaid(env Env) string {
	switch {
	case !t.work.saves.on || !t.mayWatch(env):
		return ""
	case t.work.state.Asks():
		return t.keyed(env, env.Words.Practice.WatchAsks)
	}
	return env.Words.Practice.Watching
}

// keyed puts the key that checks into a text.
func (t *task) keyed(env Env, text string) string {
	return words.Put(text, "key", env.Keys.Shown(env.Words, IntentCheck, false))
}
