package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/tui/words"
)

// want is what the learner wants of the folder of a task.
type want string

// What may be wanted.
const (
	wantNothing want = ""
	wantCheck   want = "check"
	wantShell   want = "shell"
	wantEditor  want = "editor"
	wantFresh   want = "fresh"
	wantAsk     want = "ask" // what it wants to run is shown, also again
)

// work is what the page of a task knows beyond the session: how things stand in the
// folder, and what came of the last try.
type work struct {
	looked bool // state and err hold
	state  exercise.State
	answer string // the file that an answer is kept in
	err    error

	refused bool // the learner said no to what it wants to run, on this page

	stop context.CancelFunc // of what is under way; nil: nothing is
	run  int                // which one that is
	made context.CancelFunc // of what makes the folder as the page opens; nil: nothing does

	try    *exercise.Try  // nil: not tried on this page yet
	said   map[int]string // by the place of a check that held
	output bool           // what the commands wrote is shown
	over   bool           // asked whether to start the folder over
	tells  bool           // what came of a try, until the learner does something
	asking bool           // what the learner saw is asked once the session knows of the try
	setup  string         // what a setup that did not work wrote

	saves saves
}

// What commands bring back. Each names its task: a page may show another by then.
type (
	standsMsg struct {
		task   *course.Task
		state  exercise.State
		answer string
		err    error
		then   want
	}
	agreedMsg struct {
		task  *course.Task
		state exercise.State
		then  want
	}
	refusedMsg struct {
		task *course.Task
		then want
	}
	saidMsg struct {
		task *course.Task
		said map[int]string
		left bool // not all that was asked
	}
	triedMsg struct {
		task *course.Task
		run  int
		try  exercise.Try
		said map[int]string
		err  error

		saved bool // because something was saved
		left  bool // the learner was asked just now, and left something open
	}
	madeMsg struct {
		task *course.Task
		err  error
	}
	begunMsg struct {
		task   *course.Task
		run    int
		folder practice.Folder
		then   want
		err    error
	}
)

// tried reports whether a task is one that can be tried.
func tried(t *course.Task) bool { return t.Code != nil || len(t.Checks) > 0 }

// look asks how things stand with the task, and goes on with what is wanted.
func (t *task) look(env Env, then want) tea.Cmd {
	bench, id, task := env.Bench, env.ID, t.step.Task
	if bench == nil || !tried(task) {
		return nil
	}
	return func() tea.Msg {
		msg := standsMsg{task: task, then: then}
		msg.state, msg.err = bench.State(task)
		if msg.err == nil && msg.state.File != "" {
			msg.answer, msg.err = code.ReadAnswer(msg.state.File)
		}
		return ForMsg{Screen: id, Msg: msg}
	}
}

// lookAnew does too, once more at toolchains that did not work: the learner may have
// mended them.
func (t *task) lookAnew(env Env, then want) tea.Cmd {
	bench, look := env.Bench, t.look(env, then)
	if look == nil {
		return nil
	}
	return func() tea.Msg {
		bench.Anew()
		return look()
	}
}

// wants begins what the learner asks for, or says why it cannot be had.
func (t *task) wants(env Env, then want) tea.Cmd {
	p := &env.Words.Practice
	switch {
	case env.Bench == nil || !tried(t.step.Task):
		t.notice = p.NoTask
		return nil
	case t.work.stop != nil && then == wantCheck:
		t.work.stop()
		return nil
	case then == wantFresh && !t.work.over:
		t.notice, t.work.over = p.SureOver, true
		return nil
	}
	if t.yields(); t.work.stop != nil {
		return nil
	}
	t.work.over = false
	return t.lookAnew(env, then)
}

// worked takes what commands bring back.
func (t *task) worked(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case standsMsg:
		if msg.task == t.step.Task {
			t.work.looked, t.work.state, t.work.answer, t.work.err = true, msg.state, msg.answer, msg.err
			return t.stands(env, msg)
		}
	case agreedMsg:
		if msg.task == t.step.Task {
			t.work.refused = false
			return t.goOn(env, msg.then, &msg.state)
		}
	case refusedMsg:
		if msg.task == t.step.Task {
			t.work.refused = true
			return t.without(env, msg.then)
		}
	case saidMsg:
		if msg.task == t.step.Task {
			return t.tryIt(env, msg)
		}
	case madeMsg:
		return t.isMade(env, msg)
	case begunMsg:
		if msg.task == t.step.Task && msg.run == t.work.run {
			return t.begun(env, msg)
		}
	case triedMsg:
		if msg.task == t.step.Task && msg.run == t.work.run {
			return t.triedIt(env, msg)
		}
	case openedCode:
		return t.opened(env, msg)
	case leftCode:
		return t.leftCode(env, msg)
	case savedWork:
		return t.toldOf(env, msg)
	case guestGone:
		return t.lookAnew(env, wantNothing)
	}
	return nil
}

// stands goes on with what is wanted, once it is known how things stand.
func (t *task) stands(env Env, msg standsMsg) tea.Cmd {
	switch {
	case msg.then == wantNothing:
		return t.make(env)
	case msg.err != nil:
		t.notice = textsafe.Line(env.Words.Practice.CouldNot(msg.err))
		return nil
	case msg.then == wantAsk && msg.state.Asks(), t.asks(msg.then):
		then := msg.then
		if then == wantAsk {
			then = wantCheck
		}
		id, bench, asked := env.ID, env.Bench, agreedMsg{t.step.Task, msg.state, then}
		return func() tea.Msg {
			rest, _ := bench.Rest(asked.task) // what cannot be looked at is asked where it stands
			return OverMsg{Route: RouteConsent, Screen: newConsent(id, asked, rest)}
		}
	}
	return t.without(env, msg.then)
}

// asks reports whether what is wanted runs something that the learner did not say
// yes or no to.
func (t *task) asks(then want) bool {
	s := t.work.state
	switch {
	case !s.Asks():
		return false
	case then == wantCheck:
		return !t.work.refused || !s.Tries(t.step.Task)
	case then == wantFresh:
		return !t.work.refused && s.Resets
	}
	return !t.work.refused && s.Begins
}

// without goes on with what can be done, where the learner has nothing more to say.
func (t *task) without(env Env, then want) tea.Cmd {
	if then == wantAsk || then == wantCheck && !t.work.state.Tries(t.step.Task) {
		if t.work.state.Holds() {
			t.notice = barredWhy(env.Words, t.step.Task, t.work.state)
		}
		return nil
	}
	return t.goOn(env, then, nil)
}

// barredWhy says why nothing of the task is run, and what can be done.
func barredWhy(w *words.Words, t *course.Task, s exercise.State) string {
	var programs []string
	var absent *code.AbsentError
	if errors.As(s.Why, &absent) {
		programs = absent.Programs
	}
	why := w.Practice.IDid
	if s.Tries(t) {
		why = w.Practice.InPart
	}
	return w.Practice.Why(s, programs) + " " + why
}

// goOn does what is wanted. What the learner agreed to just now is kept first.
func (t *task) goOn(env Env, then want, agreed *exercise.State) tea.Cmd {
	bench, id, task, values := env.Bench, env.ID, t.step.Task, t.step.Values
	if then == wantCheck {
		try := saidMsg{task: task, said: t.work.said}
		return tea.Sequence(t.agree(env, agreed), func() tea.Msg { return ForMsg{Screen: id, Msg: try} })
	}
	ctx, run := t.start()
	begin := bench.Begin
	if then == wantFresh {
		begin = bench.Reset
	}
	return func() tea.Msg {
		msg := begunMsg{task: task, run: run, then: then}
		if msg.err = agreeTo(bench, task, agreed); msg.err == nil {
			msg.folder, msg.err = begin(ctx, task, values)
		}
		return ForMsg{Screen: id, Msg: msg}
	}
}

// agree keeps what the learner agreed to. When that fails, the page says so, and a
// try that follows is refused where it is made.
func (t *task) agree(env Env, agreed *exercise.State) tea.Cmd {
	if agreed == nil {
		return nil
	}
	bench, task := env.Bench, t.step.Task
	p := &env.Words.Practice
	return func() tea.Msg {
		if err := agreeTo(bench, task, agreed); err != nil {
			return ToastMsg{Text: textsafe.Line(p.CouldNot(err))}
		}
		return nil
	}
}

func agreeTo(bench Bench, t *course.Task, agreed *exercise.State) error {
	if agreed == nil {
		return nil
	}
	if err := bench.Agree(t, *agreed); err != nil && !errors.Is(err, trust.ErrNothingKept) {
		return err
	}
	return nil
}

// Stop ends what is under way: nobody waits for it any more.
func (t *task) Stop() {
	t.end()
	t.unwatch()
	if t.work.made != nil {
		t.work.made()
	}
}
