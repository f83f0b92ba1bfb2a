package tui

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// planning asks once for the learner's week. It lists what can be said; one
// choice is open at a time.
type planning struct {
	stage
	step  learn.Planning
	at    int          // the selected row; the last one goes on
	open  widget.Input // nil: the list is shown
	saved bool         // the open choice is on its way: the next row follows
	said  bool         // something was planned on this page
}

func newPlanning(s learn.Planning) *planning { return &planning{stage: newStage(s.Place), step: s} }

func (p *planning) Title(w *words.Words) string { return w.Flow.Titles.Planning }

// Captures reports whether letters are text at the moment.
func (p *planning) Captures() bool { return p.open != nil && p.open.Captures() }

func (p *planning) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case StepMsg:
		p.take(msg)
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		if p.open != nil {
			p.typed(env, p.open, msg)
		}
	case IntentMsg:
		p.notice = ""
		cmd = p.intent(env, msg.Intent)
	}
	b := p.body(env)
	p.scroll.settle(b, p.room(env))
	return cmd
}

// take shows the choices as they are now.
func (p *planning) take(msg StepMsg) {
	s, ok := msg.Step.(learn.Planning)
	if ok && msg.Err == nil {
		p.step, p.place = s, s.Place
		if p.saved {
			p.said = true
			p.at = min(p.at+1, len(s.Settings))
		}
	}
	p.saved = false
	p.at = min(p.at, len(p.step.Settings))
}

func (p *planning) intent(env Env, i Intent) tea.Cmd {
	if p.open != nil {
		return p.changing(env, i)
	}
	if row, ok := i.Row(); ok {
		p.at, p.scroll.hand = min(max(row, 0), len(p.step.Settings)), false
		return nil
	}
	switch i {
	case IntentEnter:
		if p.at >= len(p.step.Settings) {
			return do(learn.Continue{})
		}
		p.open = settingInput(p.step.Settings[p.at], env.Words)
		p.scroll = scroll{hand: true}
		return nil
	case IntentSkip:
		if p.said {
			return do(learn.Continue{})
		}
		return do(learn.Skip{})
	case IntentUp, IntentDown:
		b := p.body(env)
		if p.readsOn(i, b, p.room(env)) {
			return nil
		}
		by := 1
		if i == IntentUp {
			by = -1
		}
		p.at, p.scroll.hand = min(max(p.at+by, 0), len(p.step.Settings)), false
		return nil
	}
	return p.move(env, i, p.body(env))
}

// changing takes keys for the open choice.
func (p *planning) changing(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentEnter, IntentSend:
		return p.save(env)
	case IntentBack:
		p.open = nil
		return nil
	}
	b := p.body(env)
	if p.readsOn(i, b, p.room(env)) {
		return nil
	}
	if p.open.Intent(widget.Intent(i), env.Measure()) {
		p.scroll.hand = false
	}
	return nil
}

// save keeps the open choice, or says what is missing. Nothing is saved that
// did not change.
func (p *planning) save(env Env) tea.Cmd {
	was := p.step.Settings[p.at]
	answer, missing := settingAnswer(was, p.open, env.Words)
	if missing != "" {
		p.notice = missing
		return nil
	}
	p.open = nil
	if reflect.DeepEqual(answer, was.Current) {
		p.at++
		return nil
	}
	p.saved = true
	return do(learn.Set{ID: string(was.ID), Answer: answer})
}

func (p *planning) Bindings(w *words.Words) []Binding {
	t := w.Flow.Planning
	if p.open != nil {
		bs := inputBindings(p.open, w)
		for i := range bs {
			switch bs[i].Intent {
			case IntentEnter:
				bs[i].Words = t.Save
			case IntentBack:
				bs[i].Words = t.Keep
			case IntentNewLine:
				bs[i].Quiet = true // a line is enough
			}
		}
		if !binds(bs, IntentBack) {
			bs = append(bs, Binding{Intent: IntentBack, Words: t.Keep})
		}
		return append(bs, changeBindings(p.open, w)...)
	}
	enter := w.Keys.Change
	if p.at >= len(p.step.Settings) {
		enter = t.BeginTo
	}
	skip := t.Skip
	if p.said {
		skip = t.BeginTo
	}
	bs := []Binding{
		{Intent: IntentUp, Words: w.Answers.Move, Quiet: true},
		{Intent: IntentDown, Words: w.Answers.Move},
		{Intent: IntentEnter, Words: enter},
		{Intent: IntentSkip, Words: skip, Quiet: p.said && enter == t.BeginTo},
	}
	return withScroll(append(bs, p.commonBindings(w)...), w)
}

func (p *planning) View(env Env) Frame { return p.frame(env, p.body(env)) }

func (p *planning) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Planning, env.Measure()
	b := &body{}
	if p.open != nil {
		settingBody(env, b, p.step.Settings[p.at], p.open, p.prose.style(env))
		return b
	}
	b.para(th.Title, w.Title, width)
	help := w.Help
	if p.step.Minutes > 0 {
		help += " " + w.Road(p.step.Minutes)
	}
	b.para(th.Dim, help, width)
	b.gap()
	b.start = len(b.lines)
	v := widget.View{}
	for i := range len(p.step.Settings) + 1 {
		p.row(env, &v, i)
	}
	b.input(v)
	return b
}

// row draws a choice with its present answer, or the row that goes on.
func (p *planning) row(env Env, v *widget.View, i int) {
	th, w, width := env.Theme, env.Words, env.Measure()
	pointer, ink := "  ", th.Text
	if i == p.at {
		pointer, ink = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	}
	if i == len(p.step.Settings) {
		v.Lines = append(v.Lines, "")
	}
	v.Spots = append(v.Spots, widget.Spot{Y: len(v.Lines), W: width, H: 1, Part: i, Chosen: i == p.at})
	if i == p.at {
		v.From, v.To, v.Cursor = len(v.Lines), len(v.Lines)+1, &widget.Point{Y: len(v.Lines)}
	}
	if i == len(p.step.Settings) {
		v.Lines = append(v.Lines, chosenRow(env, i == p.at, pointer+ink.Render(fit(th, w.Flow.Planning.Begin, width-2))))
		return
	}
	s := p.step.Settings[i]
	said := th.Info
	if settingEmpty(s) {
		said = th.Dim
	}
	answer := said.Render(fit(th, settingSaid(s, w), (width-2)/2))
	v.Lines = append(v.Lines, chosenRow(env, i == p.at, pointer+spread(th, ink.Render(w.Setting(s.ID).Title), answer, width-2)))
}
