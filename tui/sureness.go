package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// newSureness asks how sure the learner is of an answer. The values are those
// of learn.Submit.
func newSureness(w words.Question) widget.Input {
	return widget.One([]widget.Choice{
		{Value: "1", Text: w.SureGuess}, {Value: "2", Text: w.SureFairly}, {Value: "3", Text: w.SureSure},
	})
}

// sureness takes how sure the learner is, and sends the answer with it. One key
// is enough, and nobody has to say.
func (q *question) sureness(env Env, i Intent) tea.Cmd {
	n, one := i.Digit()
	switch {
	case one && n <= 3:
		return q.submit(learn.Submit{Answer: q.input.Answer(), Confidence: n})
	case i == IntentEnter:
		return q.submit(learn.Submit{Answer: q.input.Answer(), Confidence: q.sureOf()})
	case i == IntentSkip:
		return q.submit(learn.Submit{Answer: q.input.Answer()})
	case i == IntentBack:
		q.sure = nil
		return nil
	}
	q.scroll.hand = false
	q.sure.Intent(widget.Intent(i), env.Measure())
	return nil
}

// sureOf is how sure the learner is as far as it is picked; 0: not said.
func (q *question) sureOf() int {
	a := q.sure.Answer()
	if len(a.Items) == 0 {
		return 0
	}
	n, err := strconv.Atoi(a.Items[0])
	if err != nil {
		return 0
	}
	return n
}

func (q *question) sureBindings(w *words.Words) []Binding {
	t := w.Flow.Question
	enter := Binding{Intent: IntentEnter, Words: t.SureSkip}
	if q.sureOf() > 0 {
		enter.Words = w.Flow.GoOn
	}
	bs := []Binding{
		{Intent: IntentDigit(1), Words: t.SureGuess},
		{Intent: IntentDigit(2), Words: t.SureFairly},
		{Intent: IntentDigit(3), Words: t.SureSure},
		enter,
		{Intent: IntentSkip, Words: t.SureSkip, Quiet: true},
		{Intent: IntentBack, Words: t.Back},
	}
	for _, b := range q.sure.Bindings(&w.Answers) {
		if b.Intent == widget.Up || b.Intent == widget.Down {
			bs = append(bs, Binding{Intent: Intent(b.Intent), Words: b.Words, Quiet: true})
		}
	}
	return bs
}

// askSure draws the answer as it was given, and how sure the learner is.
func (q *question) askSure(env Env, b *body) {
	th, width := env.Theme, env.Measure()
	b.add(q.input.View(width, q.prose.style(env)).Lines...)
	b.gap()
	top := len(b.lines)
	b.para(th.Strong, env.Words.Flow.Question.Sure, width)
	b.input(q.sure.View(width, q.prose.style(env)))
	if env.H > b.to-top {
		b.from = top
	}
	b.to = len(b.lines)
}
