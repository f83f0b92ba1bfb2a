package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// task is something to do for real: the learner says whether it is done.
type task struct {
	stage
	step learn.Doing
	pick picker
	work work

	offered string // which choices those of pick are
}

// What the learner may say of a task.
const (
	taskWrite  = "write"
	taskCheck  = "check"
	taskAsk    = "ask"
	taskSay    = "say"
	taskGoOn   = "go-on"
	taskDone   = "done"
	taskNotYet = "not-yet"
	taskSkip   = "skip"
)

func newTask(s learn.Doing) *task {
	return &task{stage: newStage(s.Place), step: s}
}

func (t *task) Title(w *words.Words) string { return w.Flow.Titles.Task }

func (t *task) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	open := t.step
	t.offer(env)
	switch msg := msg.(type) {
	case ShowMsg:
		cmd = t.lookAnew(env, wantNothing)
	case StepMsg:
		t.take(msg)
		if t.work.asking {
			t.work.asking, cmd = false, t.asksSaid(env)
		}
	case IntentMsg:
		t.notice, t.work.tells = "", false
		cmd = t.intent(env, msg.Intent)
	default:
		cmd = t.worked(env, msg)
	}
	cmd = tea.Batch(cmd, t.watches(env))
	t.offer(env)
	if t.work.stop != nil {
		t.notice = env.Words.Practice.Trying(t.work.state, env.Keys.Shown(env.Words, IntentCheck, false))
	}
	b, checks := t.lay(env)
	switch {
	case t.step.Task == open.Task && t.step.Done() && !open.Done():
		t.work.tells = false
		t.scroll.intent(IntentBottom, b, t.room(env)) // what can be done next is in sight
	case t.work.tells:
		t.scroll.to(checks, b, t.room(env))
	}
	t.settle(b, t.room(env))
	return cmd
}

// offer is what can be said of the task now.
func (t *task) offer(env Env) {
	w, p := env.Words.Flow.Task, env.Words.Practice
	later := []widget.Choice{{Value: taskNotYet, Text: w.NotYet}, {Value: taskSkip, Text: w.Skip}}
	kind, list := taskDone, append([]widget.Choice{{Value: taskDone, Text: w.Done}}, later...)
	switch {
	case t.step.Done():
		kind, list = taskGoOn, []widget.Choice{{Value: taskGoOn, Text: p.GoOn}, {Value: taskCheck, Text: capital(p.Check)}}
	case t.checks(env):
		kind, list = taskCheck, append([]widget.Choice{{Value: taskCheck, Text: capital(p.Check)}, {Value: taskDone, Text: p.Another}}, later...)
		if len(t.sayable()) > 0 {
			kind, list = taskSay, slices.Insert(list, 1, widget.Choice{Value: taskSay, Text: p.SaySeen})
		}
		if t.work.refused && t.work.state.Asks() {
			kind, list = kind+taskAsk, append(list, widget.Choice{Value: taskAsk, Text: p.AskAgain})
		}
	}
	if env.Bench != nil && t.step.Task.Code != nil && !t.step.Done() {
		list = append([]widget.Choice{{Value: taskWrite, Text: capital(p.WriteHere)}}, list...)
	}
	picked := ""
	if t.offered != kind {
		if t.work.saves.try { // by itself, so that what was picked stays
			picked = t.pick.value()
		}
		t.offered, t.pick = kind, picker{}
	}
	t.pick.offer(list...)
	if slices.ContainsFunc(list, func(c widget.Choice) bool { return c.Value == picked }) {
		t.pick.input.Restore(course.Answer{Items: []string{picked}})
	}
}

// checks reports whether the task can be tried here.
func (t *task) checks(env Env) bool {
	return env.Bench != nil && tried(t.step.Task) && (!t.work.looked || !t.work.state.Holds() || t.work.state.Tries(t.step.Task))
}

func (t *task) take(msg StepMsg) {
	s, ok := msg.Step.(learn.Doing)
	if !ok || msg.Err != nil {
		return
	}
	if s.Task != t.step.Task {
		t.Stop()
		run, watch := t.work.run, t.work.saves.watch
		*t = *newTask(s)
		t.work.run, t.work.saves.watch = run, watch // so that nothing which is under way is taken for this one
		return
	}
	t.step, t.place = s, s.Place
	switch msg.Action.(type) {
	case learn.Hint, learn.ShowAnswer:
		t.scroll.hand = false
	}
}

func (t *task) intent(env Env, i Intent) tea.Cmd {
	if i != IntentRedo {
		t.work.over = false
	}
	switch i {
	case IntentEnter:
		return t.enter(env)
	case IntentHint:
		t.scroll.hand = false
		return do(learn.Hint{})
	case IntentSkip:
		return do(learn.Skip{})
	case IntentShowAnswer:
		t.scroll.hand = false
		return do(learn.ShowAnswer{})
	case IntentCheck, IntentShell, IntentEditor, IntentRedo:
		return t.wants(env, map[Intent]want{IntentCheck: wantCheck, IntentShell: wantShell, IntentEditor: wantEditor, IntentRedo: wantFresh}[i])
	case IntentNext:
		return t.writeHere(env)
	case IntentWatch:
		return t.switchSaves(env)
	case IntentOutput:
		t.work.output = !t.work.output
		return nil
	case IntentCopy:
		path := t.work.path()
		return tea.Batch(toClipboard(path), toast(words.Put(env.Words.Practice.Copied, "path", path)))
	}
	b := t.body(env)
	if t.readsOn(i, b, t.room(env)) {
		return nil
	}
	if t.pick.intent(i, env.Measure()) {
		t.scroll.hand = false
		return nil
	}
	return t.move(env, i, b)
}

// enter does what is picked.
func (t *task) enter(env Env) tea.Cmd {
	switch t.pick.value() {
	case taskWrite:
		return t.writeHere(env)
	case taskCheck:
		return t.wants(env, wantCheck)
	case taskAsk:
		return t.wants(env, wantAsk)
	case taskSay:
		return t.says(env)
	case taskDone, taskGoOn:
		return do(learn.Continue{})
	case taskNotYet:
		return tea.Batch(toast(env.Words.Flow.Task.NotYetToast), visit(RouteOutline))
	case taskSkip:
		return do(learn.Skip{})
	}
	if t.step.Done() {
		return do(learn.Continue{})
	}
	if b := t.body(env); t.readsOn(IntentSpace, b, t.room(env)) {
		return nil // no key passes over lines that were never in sight
	}
	t.notice, t.scroll.hand = env.Words.Flow.Task.PickOne, false
	return nil
}

// says asks what the learner saw, and ends the check of a save for that.
func (t *task) says(env Env) tea.Cmd {
	if t.yields(); t.work.stop != nil {
		return nil
	}
	return t.asksSaid(env)
}

// path is what is copied for another window.
func (w *work) path() string {
	if w.state.File != "" {
		return w.state.File
	}
	return w.state.Folder
}

func (t *task) Bindings(w *words.Words) []Binding {
	bs := t.pick.bindings(w)
	if t.below {
		pages := t.pick.value() == "" && !t.step.Done()
		if pages {
			bs = enterPages(bs, w)
		}
		bs = append(bs, Binding{Intent: IntentSpace, Words: w.Flow.PageDown, Quiet: pages})
	}
	bs = append(bs, t.workBindings(w)...)
	bs = append(bs,
		hintBinding(len(t.step.Hints), t.step.HintsLeft, course.HintsOnRequest, w),
		Binding{Intent: IntentSkip, Words: w.Keys.Skip})
	if t.step.Task.Solution() != "" && t.step.Solution == "" && !t.step.Done() {
		bs = append(bs, Binding{Intent: IntentShowAnswer, Words: w.Practice.Solution, Quiet: len(t.step.Held) == 0})
	}
	return withScroll(append(bs, t.commonBindings(w)...), w)
}

// workBindings are the keys of a task that can be tried.
func (t *task) workBindings(w *words.Words) []Binding {
	if !t.work.looked {
		return nil
	}
	p, why, none := w.Practice, "", ""
	if s := t.work.state; s.Holds() && !s.Tries(t.step.Task) {
		why = barredWhy(w, t.step.Task, s)
	}
	if !t.work.state.Ready {
		none = p.NotMade
	}
	watch, held := p.Watch, ""
	if t.work.saves.on {
		watch = p.Unwatch
	}
	if t.work.state.Holds() {
		held = barredWhy(w, t.step.Task, t.work.state)
	}
	bs := []Binding{{Intent: IntentCheck, Words: p.Check, Disabled: why}}
	if t.work.stop != nil {
		bs[0] = Binding{Intent: IntentCheck, Words: p.Stop}
	}
	if t.step.Task.Code != nil {
		bs = append(bs, Binding{Intent: IntentNext, Words: p.WriteHere}, Binding{Intent: IntentEditor, Words: w.Hands.Editor})
	}
	bs = append(bs,
		Binding{Intent: IntentShell, Words: p.Shell, Quiet: t.step.Task.Code != nil},
		Binding{Intent: IntentRedo, Words: p.StartOver, Disabled: none, Quiet: true},
		Binding{Intent: IntentWatch, Words: watch, Disabled: held, Quiet: true},
		Binding{Intent: IntentCopy, Words: p.CopyFolder, Disabled: none, Quiet: true})
	if outputOf(t.work.try) != "" {
		bs = append(bs, Binding{Intent: IntentOutput, Words: p.ShowOutput})
	}
	return bs
}

func (t *task) View(env Env) Frame { return t.frame(env, t.body(env)) }

func (t *task) body(env Env) *body {
	b, _ := t.lay(env)
	return b
}

// lay is the body, and the line at which the checks begin.
func (t *task) lay(env Env) (*body, int) {
	th, w, width := env.Theme, env.Words.Flow.Task, env.Measure()
	b := &body{}
	b.add(t.prose.heading(env, t.step.Fill(t.step.Task.Title), width)...)
	if t.step.Task.Minutes > 0 {
		b.para(th.Dim, w.Minutes(t.step.Task.Minutes), width)
	}
	if text := t.step.Fill(t.text()); text != "" {
		b.gap()
		b.add(t.prose.lines(env, text, width)...)
	}
	if t.step.Unkept() {
		b.gap()
		b.para(th.Dim, env.Words.Practice.Unkept, width)
	}
	checks := t.workLines(env, b, width)
	for n, hint := range t.step.Hints {
		b.gap()
		b.add(t.prose.note(env, th.Info, env.Words.Flow.Question.Hint(n+1), t.step.Fill(hint), width)...)
	}
	if t.step.Solution != "" {
		b.gap()
		b.add(t.prose.note(env, th.Info, env.Words.Practice.OneWay, t.step.Fill(t.step.Solution), width)...)
		b.para(th.Dim, env.Words.Practice.Uncounted, width)
	}
	b.gap()
	b.input(t.pick.view(width, t.prose.style(env)))
	b.add(besideLines(env)...)
	return b, checks
}

// text is what is read: of an answer in code, what is in its file now.
func (t *task) text() string {
	c := t.step.Task.Code
	if c == nil || t.work.answer == "" {
		return t.step.Task.Text()
	}
	fence := "```"
	for strings.Contains(t.work.answer, fence) {
		fence += "`"
	}
	return t.step.Task.Body + "\n\n" + fence + c.Language + "\n" + strings.TrimSuffix(t.work.answer, "\n") + "\n" + fence + "\n"
}
