package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/editor"
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
	return t.look(env, then)
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
		return t.look(env, wantNothing)
	}
	return nil
}

// stands goes on with what is wanted, once it is known how things stand.
func (t *task) stands(env Env, msg standsMsg) tea.Cmd {
	switch {
	case msg.then == wantNothing:
		return t.make(env)
	case msg.err != nil:
		t.notice = words.Put(env.Words.Practice.Failed, "why", textsafe.Line(msg.err.Error()))
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
	failed := words.Put(env.Words.Practice.Failed, "why", "{why}")
	return func() tea.Msg {
		if err := agreeTo(bench, task, agreed); err != nil {
			return ToastMsg{Text: words.Put(failed, "why", textsafe.Line(err.Error()))}
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

// unsaid are the places of the checks that the learner has to say something to,
// once the others were tried.
func (t *task) unsaid() []int {
	if t.work.try == nil || t.step.Task.Code != nil {
		return nil
	}
	return t.work.try.Report.Unsaid(t.step.Task)
}

// asksSaid asks what the learner saw, over the page.
func (t *task) asksSaid(env Env) tea.Cmd {
	open, over := t.unsaid(), env.ID
	if len(open) == 0 {
		return nil
	}
	s := newSaying(over, t.step.Task, open, t.work.said)
	return func() tea.Msg { return OverMsg{Route: RouteSaying, Screen: s} }
}

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

// start begins something that can be stopped.
func (t *task) start() (context.Context, int) {
	ctx, stop := context.WithCancel(context.Background())
	t.work.run++
	t.work.stop = stop
	return ctx, t.work.run
}

// Stop ends what is under way: nobody waits for it any more.
func (t *task) Stop() {
	t.end()
	t.unwatch()
	if t.work.made != nil {
		t.work.made()
	}
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
		t.work.output = false
		b, checks := t.lay(env)
		t.scroll = scroll{hand: true}
		t.scroll.to(checks, b, t.room(env))
	}
	tells := do(learn.Checked{Held: msg.try.Held(), Values: msg.try.Report.Values, Saved: msg.saved})
	if msg.saved || msg.left || t.step.Task.Code != nil || !msg.try.Report.Waits(t.step.Task) {
		return tea.Batch(tells, t.look(env, wantNothing))
	}
	if t.step.Done() {
		tells = nil // what held before is not lost because it is asked once more
	}
	return tea.Batch(tells, t.look(env, wantNothing), t.asksSaid(env))
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
		t.notice = words.Put(p.Failed, "why", textsafe.Line(err.Error()))
	}
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

// outputOf is what the commands of a try wrote.
func outputOf(try *exercise.Try) string {
	if try == nil {
		return ""
	}
	if try.Code != nil {
		return try.Code.Output
	}
	text := ""
	for _, o := range try.Report.Outcomes {
		if !o.Held && o.Output != "" {
			text += o.Output + "\n"
		}
	}
	return text
}

// saidTo is yes or no, as a check takes it.
func saidTo(yes bool) string {
	if yes {
		return check.Yes
	}
	return check.No
}
