package tui

import (
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
}

// What the learner may say of a task.
const (
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
	w := env.Words.Flow.Task
	t.pick.offer(
		widget.Choice{Value: taskDone, Text: w.Done},
		widget.Choice{Value: taskNotYet, Text: w.NotYet},
		widget.Choice{Value: taskSkip, Text: w.Skip})
	switch msg := msg.(type) {
	case StepMsg:
		t.take(msg)
	case IntentMsg:
		t.notice = ""
		cmd = t.intent(env, msg.Intent)
	}
	b := t.body(env)
	t.scroll.settle(b, t.room(env))
	return cmd
}

func (t *task) take(msg StepMsg) {
	s, ok := msg.Step.(learn.Doing)
	if !ok || msg.Err != nil {
		return
	}
	if s.Task != t.step.Task {
		*t = *newTask(s)
		return
	}
	t.step, t.place, t.scroll.hand = s, s.Place, false
}

func (t *task) intent(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentEnter:
		switch t.pick.value() {
		case taskDone:
			return do(learn.Continue{})
		case taskNotYet:
			return tea.Batch(toast(env.Words.Flow.Task.NotYetToast), visit(RouteOutline))
		case taskSkip:
			return do(learn.Skip{})
		}
		t.notice, t.scroll.hand = env.Words.Flow.Task.PickOne, false
		return nil
	case IntentHint:
		return do(learn.Hint{})
	case IntentSkip:
		return do(learn.Skip{})
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

func (t *task) Bindings(w *words.Words) []Binding {
	bs := t.pick.bindings(w)
	bs = append(bs,
		hintBinding(len(t.step.Hints), t.step.HintsLeft, course.HintsOnRequest, w),
		Binding{Intent: IntentSkip, Words: w.Keys.Skip})
	return withScroll(append(bs, t.commonBindings(w)...), w)
}

func (t *task) View(env Env) Frame { return t.frame(env, t.body(env)) }

func (t *task) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Task, env.Measure()
	b := &body{}
	b.add(t.prose.heading(env, t.step.Task.Title, width)...)
	if t.step.Task.Minutes > 0 {
		b.para(th.Dim, w.Minutes(t.step.Task.Minutes), width)
	}
	if text := t.step.Task.Text(); text != "" {
		b.gap()
		b.add(t.prose.lines(env, text, width)...)
	}
	if len(t.step.Task.Checks) > 0 {
		b.gap()
		b.para(th.Heading, w.Checks, width)
		for _, c := range t.step.Task.Checks {
			b.add(t.prose.item(env, "  "+th.Dim.Render(th.Mark.Dot)+" ", w.Check(c), width)...)
		}
	}
	for n, hint := range t.step.Hints {
		b.gap()
		b.add(t.prose.note(env, th.Info, env.Words.Flow.Question.Hint(n+1), hint, width)...)
	}
	b.gap()
	b.input(t.pick.view(width, t.prose.style(env)))
	b.add(besideLines(env)...)
	return b
}
