package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// reviewed closes a review: how it went item by item, when each comes again,
// and what is due next.
type reviewed struct {
	stage
	step learn.Reviewed
}

func newReviewed(s learn.Reviewed) *reviewed { return &reviewed{stage: newStage(s.Place), step: s} }

func (r *reviewed) Title(w *words.Words) string { return w.Flow.Titles.Reviewed }

func (r *reviewed) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case StepMsg:
		if s, ok := msg.Step.(learn.Reviewed); ok && msg.Err == nil {
			*r = *newReviewed(s)
		}
	case IntentMsg:
		return r.intent(env, msg.Intent)
	}
	return nil
}

func (r *reviewed) intent(env Env, i Intent) tea.Cmd {
	b := r.body(env)
	switch i {
	case IntentSpace:
		if !r.scroll.end(b, r.room(env)) {
			i = IntentPageDown
			break
		}
		return do(learn.Continue{})
	case IntentEnter:
		return do(learn.Continue{})
	}
	return r.move(env, i, b)
}

func (r *reviewed) Bindings(w *words.Words) []Binding {
	bs := []Binding{
		{Intent: IntentEnter, Words: w.Flow.GoOn},
		{Intent: IntentSpace, Words: w.Flow.PageDown, Quiet: true},
	}
	if r.step.Due > 0 {
		bs = append(bs, Binding{Intent: IntentReview, Words: w.Flow.Reviewed.More})
	}
	for _, b := range r.commonBindings(w) {
		if !binds(bs, b.Intent) {
			bs = append(bs, b)
		}
	}
	return withScroll(bs, w)
}

func (r *reviewed) View(env Env) Frame { return r.frame(env, r.body(env)) }

func (r *reviewed) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Reviewed, env.Measure()
	b := &body{}
	how := w.None
	if r.step.Asked > 0 {
		how = w.Right(r.step.Right, r.step.Asked, r.step.Minutes)
	}
	b.para(th.Title, how, width)
	b.gap()
	b.add(r.items(env)...)
	b.gap()
	if r.step.Due > 0 {
		b.para(th.Text, w.Due(r.step.Due), width)
	}
	switch {
	case r.step.Tomorrow > 0:
		b.para(th.Text, w.Tomorrow(r.step.Tomorrow), width)
	case r.step.Due == 0 && !r.step.Next.IsZero():
		b.para(th.Text, w.Next(r.step.Next), width)
	}
	return b
}

// items lists what was reviewed, with when it comes again.
func (r *reviewed) items(env Env) []string {
	th, w, width := env.Theme, env.Words.Flow.Reviewed, env.Measure()
	var lines []string
	for _, it := range r.step.Items {
		mark := th.Good.Render(th.Mark.Right)
		if !it.Right {
			mark = th.Warn.Render(th.Mark.Close)
		}
		title := th.Text.Render(plainText(it.Title))
		lines = append(lines, spread(th, mark+" "+title, th.Dim.Render(w.Again(it.Days)), width))
		if it.Leech {
			in := strings.Repeat(" ", ansi.StringWidth(mark)+1)
			for _, l := range wrapStyled(th.Info, w.Leech, width-len(in)) {
				lines = append(lines, in+l)
			}
		}
	}
	return lines
}
