package tui

import (
	"strings"

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
	offerYes  = "yes"
	offerNo   = "no"
	offerSkip = "skip" // neither: no test, and not new to it
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
	_, answers := o.say(env.Words.Flow.Offer)
	o.pick.offer(answers...)
	if m, ok := msg.(IntentMsg); ok {
		o.notice = ""
		cmd = o.intent(env, m.Intent)
	}
	b := o.body(env)
	o.scroll.settle(b, o.room(env))
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
		case offerSkip:
			return do(learn.Skip{})
		}
		o.notice = env.Words.Flow.Offer.PickOne
		return nil
	case IntentSkip:
		return do(learn.Skip{})
	}
	b := o.body(env)
	if o.readsOn(i, b, o.room(env)) {
		return nil
	}
	if o.pick.intent(i, env.Measure()) {
		o.scroll.hand = false
		return nil
	}
	return o.move(env, i, b)
}

func (o *offer) Bindings(w *words.Words) []Binding {
	bs := append(o.pick.bindings(w), Binding{Intent: IntentSkip, Words: w.Keys.Skip, Quiet: true})
	return withScroll(append(bs, o.commonBindings(w)...), w)
}

func (o *offer) View(env Env) Frame { return o.frame(env, o.body(env)) }

func (o *offer) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Offer, env.Measure()
	b := &body{}
	what, _ := o.say(w)
	b.para(th.Title, what, width)
	b.para(th.Dim, strings.Join(o.size(w), " "), width)
	if o.step.Kind == learn.OfferPlacement {
		b.para(th.Text, w.PlacementHelp, width)
	}
	b.gap()
	b.input(o.pick.view(width, o.prose.style(env)))
	return b
}

// size says how much it is, as far as that is known.
func (o *offer) size(w words.Offer) []string {
	var said []string
	if o.step.Kind == learn.OfferPlacement && o.step.Count > 0 {
		said = append(said, w.PlacementCount(o.step.Count))
	}
	if o.step.Minutes > 0 {
		said = append(said, w.Takes(o.step.Minutes))
	}
	return said
}

// say is what is offered, and the answers.
func (o *offer) say(w words.Offer) (what string, answers []widget.Choice) {
	title := textsafe.Line(o.step.Title)
	yesNo := func(what, yes, no string) (string, []widget.Choice) {
		return what, []widget.Choice{{Value: offerYes, Text: yes}, {Value: offerNo, Text: no}}
	}
	switch o.step.Kind {
	case learn.OfferPlacement:
		what, answers = yesNo(w.Placement(title), w.PlacementYes, w.PlacementNo)
		return what, append(answers, widget.Choice{Value: offerSkip, Text: w.PlacementSkip})
	case learn.OfferSkip:
		return yesNo(w.Skip(title), w.SkipYes, w.SkipNo)
	case learn.OfferExtra:
		return yesNo(w.Extra(title), w.ExtraYes, w.ExtraNo)
	case learn.OfferReview:
		return yesNo(w.Review(o.step.Count), w.ReviewYes, w.ReviewNo)
	case learn.OfferPractice:
		return yesNo(w.Practice(title), w.PracticeYes, w.PracticeNo)
	case learn.OfferBack:
		return yesNo(w.Back(title), w.BackYes, w.BackNo)
	case learn.OfferOptional:
	}
	return yesNo(w.Optional(title), w.OptionalYes, w.OptionalNo)
}
