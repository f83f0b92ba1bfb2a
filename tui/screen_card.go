package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// card shows the front of a card or a term. The learner turns it and says
// whether they knew what is on its back.
type card struct {
	stage
	step   learn.Recalling
	pick   picker
	turned bool
	sent   bool // the judgement is on its way
}

func newCard(s learn.Recalling) *card {
	c := &card{stage: newStage(s.Place), step: s}
	c.purpose, c.about = learn.ForReview, s.Front
	return c
}

func (c *card) Title(w *words.Words) string { return w.Flow.Titles.Card }

func (c *card) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	w := env.Words.Flow.Card
	c.pick.offer(
		widget.Choice{Value: string(learn.KnewNot), Text: w.No},
		widget.Choice{Value: string(learn.KnewIt), Text: w.Yes},
		widget.Choice{Value: string(learn.KnewEasy), Text: w.Easy})
	switch msg := msg.(type) {
	case StepMsg:
		c.take(msg)
	case IntentMsg:
		c.notice = ""
		cmd = c.intent(env, msg.Intent)
	}
	b := c.body(env)
	c.scroll.settle(b, c.room(env))
	return cmd
}

// take shows the next card, which may be this one again.
func (c *card) take(msg StepMsg) {
	judged := c.sent
	c.sent = false
	s, ok := msg.Step.(learn.Recalling)
	if !ok || msg.Err != nil {
		return
	}
	if judged || s.Item != c.step.Item || s.Kind != c.step.Kind {
		*c = *newCard(s)
		return
	}
	c.step, c.place = s, s.Place
}

func (c *card) intent(env Env, i Intent) tea.Cmd {
	if i == IntentSkip {
		return do(learn.Skip{})
	}
	b := c.body(env)
	if !c.turned {
		return c.front(env, i, b)
	}
	if n, ok := i.Digit(); ok && n <= 3 {
		c.pick.intent(i, env.Measure())
		i = IntentEnter
	}
	if i == IntentEnter {
		if c.pick.value() == "" {
			c.notice, c.scroll.hand = env.Words.Flow.Card.Pick, false
			return nil
		}
		return c.judge(learn.Knew(c.pick.value()))
	}
	if c.readsOn(i, b, c.room(env)) {
		return nil
	}
	if c.pick.intent(i, env.Measure()) {
		c.scroll.hand = false
		return nil
	}
	return c.move(env, i, b)
}

// front reads the front on, and turns the card at its end.
func (c *card) front(env Env, i Intent, b *body) tea.Cmd {
	switch i {
	case IntentEnter, IntentSpace:
		if h := c.room(env); !c.scroll.end(b, h) {
			c.scroll.intent(IntentPageDown, b, h)
			return nil
		}
		c.turned, c.scroll = true, scroll{hand: true}
		return nil
	}
	return c.move(env, i, b)
}

// judge sends how well the card was known, once.
func (c *card) judge(k learn.Knew) tea.Cmd {
	if c.sent {
		return nil
	}
	c.sent = true
	return do(learn.Judge{Knew: k})
}

func (c *card) Bindings(w *words.Words) []Binding {
	bs := []Binding{
		{Intent: IntentEnter, Words: w.Flow.Card.Turn},
		{Intent: IntentSpace, Words: w.Flow.Card.Turn, Quiet: true},
	}
	if c.turned {
		bs = c.pick.bindings(w)
	}
	bs = append(bs, c.skipBinding(w))
	for _, b := range c.commonBindings(w) {
		b.Quiet = b.Quiet || b.Intent == IntentSkipLesson // skipping does the same
		bs = append(bs, b)
	}
	return withScroll(bs, w)
}

func (c *card) View(env Env) Frame { return c.frame(env, c.body(env)) }

func (c *card) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Card, env.Measure()
	b := &body{}
	b.para(th.Dim, env.Words.Flow.Purpose.Review(c.place.Number, c.place.Of), width)
	b.gap()
	switch front := strings.TrimSpace(c.step.Front); {
	case c.step.Kind == learn.DueTerm:
		b.para(th.Title, textsafe.Line(front), width)
		if !c.turned {
			b.para(th.Text, w.Term, width)
		}
	case !strings.Contains(front, "\n"):
		b.add(c.prose.heading(env, front, width)...)
	default:
		b.add(c.prose.lines(env, front, width)...)
	}
	b.gap()
	if !c.turned {
		b.para(th.Dim, w.Say, width)
		return b
	}
	b.start = len(b.lines)
	bar := th.Info.Render(th.Mark.Quote) + " "
	for _, l := range c.prose.lines(env, c.step.Back, width-2) {
		b.add(bar + l)
	}
	b.gap()
	top := len(b.lines)
	b.para(th.Strong, w.Ask, width)
	b.input(c.pick.view(width, c.prose.style(env)))
	if c.pick.value() == "" {
		b.keep(top)
	}
	b.add(besideLines(env)...)
	return b
}
