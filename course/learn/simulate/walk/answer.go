package walk

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate"
)

// Chances of a learner who walks.
const (
	slips      = 0.08 // to answer wrong what they know
	openGuess  = 0.02 // to guess what is to be typed
	skillless  = 0.8  // to answer right, or to know a card, where no skill is asked for
	takesOffer = 0.5
)

// choose is what the learner does in a step; nil: whatever leads on.
func (w *walker) choose(st learn.Step) learn.Action {
	switch st := st.(type) {
	case learn.Asking:
		if st.Answered {
			return learn.Continue{}
		}
		return learn.Submit{Answer: w.reply(st.Ask)}
	case learn.Offer:
		if w.roll() < takesOffer {
			return learn.Accept{}
		}
		return learn.Decline{}
	case learn.Choosing:
		return learn.Submit{Answer: course.Answer{Items: w.some(st.Choose)}}
	case learn.Answering:
		if w.knows(st.Question) {
			return learn.Submit{Answer: st.Question.Solution()}
		}
		return learn.Submit{Answer: w.wrong(st.Question)}
	case learn.Recalling:
		if w.roll() < skillless {
			return learn.Judge{Knew: learn.KnewIt}
		}
		return learn.Judge{Knew: learn.KnewNot}
	}
	return nil
}

// reply is an answer to an Ask.
func (w *walker) reply(a *course.Ask) course.Answer {
	if len(a.Options) == 0 {
		return course.Answer{Text: "-"}
	}
	return course.Answer{Items: []string{a.Options[w.pick(len(a.Options))].ID}}
}

// pick is a number in 0..n-1.
func (w *walker) pick(n int) int { return min(int(w.roll()*float64(n)), n-1) }

// some are as many lessons as a fork asks for.
func (w *walker) some(c *course.Choose) []string {
	from := slices.Clone(c.From)
	var ids []string
	for len(ids) < c.Pick && len(from) > 0 {
		k := w.pick(len(from))
		ids = append(ids, from[k].ID)
		from = slices.Delete(from, k, k+1)
	}
	return ids
}

// knows reports whether the learner answers a question right: with all of its
// skills, and by chance without. Feedback teaches them.
func (w *walker) knows(q *course.Question) bool {
	skills := w.skills(q.Skills)
	if len(skills) == 0 {
		return w.roll() < skillless
	}
	right := true
	for _, k := range skills {
		x := simulate.Question{Guess: guess(q), Slip: slips}
		right = w.mind.Answer(k, x, w.now(), true) && right
	}
	return right
}

// guess is the chance to answer right without knowing.
func guess(q *course.Question) float64 {
	if f, ok := q.Form.(*course.Options); ok && !f.Many {
		return 1 / float64(max(len(f.List), 2))
	}
	return openGuess
}

// questionMinutes is how long an answer takes.
func questionMinutes(q *course.Question) float64 {
	if q.Minutes > 0 {
		return float64(q.Minutes)
	}
	if _, ok := q.Form.(*course.Options); ok {
		return simulate.Choice.Minutes()
	}
	return simulate.Text.Minutes()
}

// wrong is a wrong answer, of those that the author foresaw where there are any.
func (w *walker) wrong(q *course.Question) course.Answer {
	switch f := q.Form.(type) {
	case *course.Options:
		var list []string
		for _, o := range f.List {
			if !o.Right && !o.DontKnow {
				list = append(list, o.Text)
			}
		}
		if len(list) > 0 {
			return course.Answer{Items: []string{list[w.pick(len(list))]}}
		}
	case *course.Typed:
		if n := len(f.Not); n > 0 && f.Not[0].Kind != course.AnswerPattern {
			return course.Answer{Text: f.Not[w.pick(n)].Text}
		}
		if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerNumber {
			return course.Answer{Text: "-987654321"}
		}
		return course.Answer{Text: "no idea"}
	case *course.Order:
		items := slices.Clone(f.Items)
		slices.Reverse(items)
		return course.Answer{Items: items}
	}
	return course.Answer{DontKnow: true}
}
