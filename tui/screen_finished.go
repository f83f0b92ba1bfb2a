package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// finished is the end of the road: what was learned, the learner's own promise
// to judge it by, and what was left out.
type finished struct {
	stage
	step learn.Finished
	pick picker
}

func newFinished(s learn.Finished) *finished {
	f := &finished{stage: newStage(s.Place), step: s}
	if len(s.Left) > 0 {
		var list []widget.Choice
		for _, l := range s.Left {
			list = append(list, widget.Choice{Value: l.ID, Text: escapeMarkdown(titleOf(l))})
		}
		f.pick.offer(list...)
	}
	return f
}

func (f *finished) Title(w *words.Words) string { return w.Flow.Titles.Finished }

func (f *finished) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case StepMsg:
		if s, ok := msg.Step.(learn.Finished); ok && msg.Err == nil {
			*f = *newFinished(s)
		}
	case IntentMsg:
		f.notice = ""
		cmd = f.intent(env, msg.Intent)
	}
	b := f.body(env)
	f.scroll.settle(b, f.room(env))
	return cmd
}

func (f *finished) intent(env Env, i Intent) tea.Cmd {
	b := f.body(env)
	h := f.room(env)
	if i == IntentEnter {
		if id := f.pick.value(); id != "" {
			return do(learn.GoTo{ID: id})
		}
		return visit(RouteOutline)
	}
	if f.readsOn(i, b, h) {
		return nil
	}
	if f.pick.intent(i, env.Measure()) {
		f.scroll.hand = false
		return nil
	}
	return f.move(env, i, b)
}

func (f *finished) Bindings(w *words.Words) []Binding {
	enter := Binding{Intent: IntentEnter, Words: w.Keys.Outline}
	if f.pick.value() != "" {
		enter.Words = w.Flow.Finished.Open
	}
	bs := []Binding{enter}
	for _, b := range f.pick.bindings(w) {
		if b.Intent != IntentEnter {
			bs = append(bs, b)
		}
	}
	return withScroll(append(bs, f.commonBindings(w)...), w)
}

func (f *finished) View(env Env) Frame { return f.frame(env, f.body(env)) }

func (f *finished) body(page Env) *body {
	c := cairnFrom(f.step.Progress)
	env, wide := c.room(page)
	b := f.text(env)
	if wide {
		b.lines = c.beside(page, b.lines)
	}
	return b
}

// text is the page without the cairn beside it.
func (f *finished) text(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Finished, env.Measure()
	p := f.step.Progress
	b := &body{}
	b.para(th.Title, w.Title(textsafe.Line(f.place.Course)), width)
	said := w.Lessons(p.Done, p.Of)
	if p.Minutes >= 1 {
		said += " " + th.Mark.Dot + " " + w.Minutes(int(p.Minutes+0.5))
	}
	b.para(th.Text, said, width)
	if known := answeredSkills(p.Skills); len(known) > 0 {
		b.gap()
		b.para(th.Heading, w.Skills, width)
		b.add(skillRows(env, known)...)
	}
	if f.step.Promise != "" {
		b.gap()
		b.add(f.prose.quote(env, th.Info, w.Promise, f.step.Promise, width)...)
	}
	if len(f.step.Left) > 0 {
		b.gap()
		b.para(th.Heading, w.Left, width)
		b.input(f.pick.view(width, f.prose.style(env)))
	}
	return b
}

// answeredSkills is the skills that answers speak for, as they stand now.
func answeredSkills(skills []learn.SkillState) []learn.SkillState {
	var out []learn.SkillState
	for _, s := range skills {
		if s.Answers > 0 {
			s.Before = s.Mastery
			out = append(out, s)
		}
	}
	return out
}
