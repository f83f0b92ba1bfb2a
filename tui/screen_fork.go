package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// fork is a fork in the road: the learner takes some of several lessons.
type fork struct {
	stage
	step  learn.Choosing
	input widget.Input // nil until the first Update
}

func newFork(s learn.Choosing) *fork { return &fork{stage: newStage(s.Place), step: s} }

func (f *fork) Title(w *words.Words) string { return w.Flow.Titles.Fork }

func (f *fork) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	if m, ok := msg.(StepMsg); ok && m.Err == nil {
		if s, ok := m.Step.(learn.Choosing); ok && s.Choose != f.step.Choose {
			*f = *newFork(s)
		}
	}
	if f.input == nil {
		f.input = f.lessons(env.Words.Flow.Fork)
	}
	if m, ok := msg.(IntentMsg); ok {
		f.notice = ""
		cmd = f.intent(env, m.Intent)
	}
	b := f.body(env)
	f.scroll.settle(b, f.room(env))
	return cmd
}

// lessons lists what there is to choose.
func (f *fork) lessons(w words.Fork) widget.Input {
	var list []widget.Choice
	for _, l := range f.step.Choose.From {
		text := escapeMarkdown(l.Title)
		if l.Minutes > 0 {
			text += " (" + w.Minutes(l.Minutes) + ")"
		}
		if slices.Contains(f.step.Taken, l.ID) {
			text += ", " + w.Taken
		}
		list = append(list, widget.Choice{Value: l.ID, Text: text})
	}
	if f.step.Choose.Pick > 1 {
		return widget.Several(list)
	}
	return widget.One(list)
}

func (f *fork) intent(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentEnter:
		return f.send(env)
	case IntentSkip:
		return do(learn.Skip{})
	}
	if f.input.Intent(widget.Intent(i), env.Measure()) {
		f.scroll.hand = false
		return nil
	}
	return f.move(env, i, f.body(env))
}

// send takes the lessons chosen, once there are as many as the fork asks for.
func (f *fork) send(env Env) tea.Cmd {
	if ready, missing := f.input.Ready(&env.Words.Answers); !ready {
		f.notice = missing
		return nil
	}
	a := f.input.Answer()
	if n := len(a.Items); n != f.step.Choose.Pick {
		f.notice = env.Words.Flow.Fork.NeedExact(n, f.step.Choose.Pick)
		return nil
	}
	return do(learn.Submit{Answer: a})
}

func (f *fork) Bindings(w *words.Words) []Binding {
	var bs []Binding
	if f.input != nil {
		bs = inputBindings(f.input, w)
		for i := range bs {
			if bs[i].Intent == IntentEnter {
				bs[i].Words = w.Flow.Fork.Take
			}
		}
	}
	bs = append(bs, Binding{Intent: IntentSkip, Words: w.Flow.Fork.Skip})
	if f.input == nil {
		return withScroll(append(bs, f.commonBindings(w)...), w)
	}
	return withScroll(append(bs, f.answerBindings(w, f.input)...), w)
}

func (f *fork) View(env Env) Frame { return f.frame(env, f.body(env)) }

func (f *fork) body(env Env) *body {
	th, width := env.Theme, env.Measure()
	b := &body{}
	b.para(th.Title, textsafe.Line(env.Words.CourseTitle(f.step.Choose.Title)), width)
	b.para(th.Dim, env.Words.Flow.Fork.Pick(f.step.Choose.Pick), width)
	b.gap()
	if f.input != nil {
		b.input(f.input.View(width, f.prose.style(env)))
	}
	return b
}
