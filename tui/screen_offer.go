package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// offer asks whether to take something that is not required, or to pass over
// something that seems known.
type offer struct {
	stage
	step learn.Offer
	pick picker
}

// The answers to an offer.
const (
	offerYes = "yes"
	offerNo  = "no"
)

func newOffer(s learn.Offer) *offer { return &offer{stage: newStage(s.Place), step: s} }

func (o *offer) Title(w *words.Words) string { return w.Flow.Titles.Offer }

func (o *offer) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	if m, ok := msg.(StepMsg); ok && m.Err == nil {
		if s, ok := m.Step.(learn.Offer); ok && (s.Item != o.step.Item || s.Kind != o.step.Kind) {
			*o = *newOffer(s)
		}
	}
	_, yes, no := o.say(env.Words.Flow.Offer)
	o.pick.offer(widget.Choice{Value: offerYes, Text: yes}, widget.Choice{Value: offerNo, Text: no})
	if m, ok := msg.(IntentMsg); ok {
		o.notice = ""
		cmd = o.intent(env, m.Intent)
	}
	b := o.body(env)
	o.scroll.settle(b, o.room(env, b))
	return cmd
}

func (o *offer) intent(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentEnter:
		switch o.pick.value() {
		case offerYes:
			return do(learn.Accept{})
		case offerNo:
			return do(learn.Decline{})
		}
		o.notice = env.Words.Flow.Offer.PickOne
		return nil
	case IntentSkip:
		return do(learn.Skip{})
	}
	if o.pick.intent(i, env.Measure()) {
		o.scroll.hand = false
		return nil
	}
	return o.move(env, i, o.body(env))
}

func (o *offer) Bindings(w *words.Words) []Binding {
	bs := append(o.pick.bindings(w), Binding{Intent: IntentSkip, Words: w.Keys.Skip, Quiet: true})
	return withScroll(append(bs, o.commonBindings(w)...), w)
}

func (o *offer) View(env Env) Frame { return o.frame(env, o.body(env)) }

func (o *offer) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Offer, env.Measure()
	b := &body{}
	what, _, _ := o.say(w)
	b.para(th.Title, what, width)
	if o.step.Minutes > 0 {
		b.para(th.Dim, w.Takes(o.step.Minutes), width)
	}
	b.gap()
	b.input(o.pick.view(width, o.prose.style(env)))
	return b
}

// say is what is offered, and the two answers.
func (o *offer) say(w words.Offer) (what, yes, no string) {
	title := textsafe.Line(o.step.Title)
	switch o.step.Kind {
	case learn.OfferPlacement:
		return w.Placement(title), w.PlacementYes, w.PlacementNo
	case learn.OfferSkip:
		return w.Skip(title), w.SkipYes, w.SkipNo
	case learn.OfferExtra:
		return w.Extra(title), w.ExtraYes, w.ExtraNo
	case learn.OfferOptional:
	}
	return w.Optional(title), w.OptionalYes, w.OptionalNo
}
