package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/editor"
	"github.com/cairn-learn/cairn/tui/words"
)

// make makes the folder where nothing has to be asked for that.
func (t *task) make(env Env) tea.Cmd {
	if !t.work.state.Makes() || t.work.err != nil || t.work.made != nil || t.work.stop != nil {
		return nil
	}
	var ctx context.Context
	ctx, t.work.made = context.WithCancel(context.Background())
	bench, id, task, values := env.Bench, env.ID, t.step.Task, t.step.Values
	return func() tea.Msg {
		_, err := bench.Begin(ctx, task, values)
		return ForMsg{Screen: id, Msg: madeMsg{task, err}}
	}
}

// isMade says why the folder could not be made, where it could not. It is tried once
// a page: a check tries it again.
func (t *task) isMade(env Env, msg madeMsg) tea.Cmd {
	switch {
	case msg.task != t.step.Task, errors.Is(msg.err, context.Canceled):
		return nil
	case msg.err == nil:
		return t.look(env, wantNothing)
	case t.work.stop == nil:
		t.failed(env, msg.err)
	}
	return nil
}

// begun goes on in a folder that is ready.
func (t *task) begun(env Env, msg begunMsg) tea.Cmd {
	t.end()
	if msg.err != nil {
		t.failed(env, msg.err)
		return t.look(env, wantNothing)
	}
	id, file, environ, command := env.ID, t.work.state.File, env.Environ, env.Editor
	line := 0
	if t.work.try != nil && t.work.try.Code != nil {
		line = t.work.try.Code.First.Line
	}
	p, values := &env.Words.Practice, t.step.Values
	switch msg.then {
	case wantShell:
		first := words.Put(p.ShellIn, "path", textsafe.Line(msg.folder.Path))
		return func() tea.Msg {
			cmd, err := shellIn(environ, msg.folder.Path, values)
			return guestMsg{screen: id, cmd: cmd, first: first, err: err}
		}
	case wantEditor:
		return func() tea.Msg {
			cmd, err := editor.Open(editor.Find(command, environ), file, line)
			return guestMsg{screen: id, cmd: cmd, editor: true, err: err}
		}
	case wantFresh:
		t.work.try, t.work.said = nil, nil
		t.notice = p.StartedOver
		if msg.folder.Aside != "" {
			t.notice += " " + words.Put(p.Kept, "path", pathEnd(env.Theme, textsafe.Line(msg.folder.Aside), env.Measure()-8))
		}
	case wantNothing, wantCheck, wantAsk:
	}
	return t.look(env, wantNothing)
}
