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
func (w *walker) choose(st learn.Step, now simulate.Moment) learn.Action {
	w.at = now
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
			return learn.Submit{Answer: w.right(st.Question)}
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

const (
	whim      = 0.15 // chance that a restless learner does something else
	mostWhims = 200  // after which they settle down
)

// wander is choose, with whims between.
func (w *walker) wander(st learn.Step, now simulate.Moment) learn.Action {
	if w.whims >= mostWhims || w.roll() >= whim {
		return w.choose(st, now)
	}
	w.whims++
	lessons := w.course.Lessons
	somewhere := lessons[w.pick(len(lessons))].ID
	whims := []learn.Action{
		learn.Hint{}, learn.ShowAnswer{}, learn.Skip{}, learn.SkipLesson{}, learn.Decline{}, learn.Undo{}, learn.Explain{},
		learn.Easier{}, learn.Harder{}, learn.GoTo{ID: somewhere}, learn.Redo{ID: somewhere}, learn.Review{Spare: true},
	}
	return whims[w.pick(len(whims))]
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
		right = w.mind.Answer(k, x, w.at, true) && right
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

// right is a right answer, as one of those who know it would give it.
func (w *walker) right(q *course.Question) course.Answer {
	forms := w.forms[q]
	f := forms[w.pick(len(forms))]
	w.meant = append(w.meant, meant{q, f})
	return f.Answer
}

// wrong is a wrong answer, of those that the author foresaw where there are any.
func (w *walker) wrong(q *course.Question) course.Answer {
	list := w.mistakes[q]
	return list[w.pick(len(list))]
}

// Mistakes are wrong answers to a question, at least one: those that the author
// foresaw, in their order, and where there are none, one that nobody foresees.
func Mistakes(q *course.Question) []course.Answer {
	likely, last := foreseen(q)
	list := slices.DeleteFunc(likely, func(a course.Answer) bool { return !wrong(q, a) })
	for _, a := range last {
		if len(list) == 0 && wrong(q, a) {
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		list = append(list, course.Answer{DontKnow: true})
	}
	return list
}

func wrong(q *course.Question, a course.Answer) bool {
	v, err := q.Grade(a)
	return err == nil && v.Outcome == course.Wrong
}

// nonsense is what nobody states as an answer, in words and as a number.
func nonsense() []string { return []string{"no idea", "-987654321"} }

// foreseen are answers that an author has probably thought of, and some that will
// do where none of them is wrong.
func foreseen(q *course.Question) (list, last []course.Answer) {
	switch f := q.Form.(type) {
	case *course.Options:
		for _, o := range f.List {
			switch a := (course.Answer{Items: []string{o.Text}}); {
			case o.Right: // of several right ones, one is too few
				last = append(last, a)
			case !o.DontKnow:
				list = append(list, a)
			}
		}
	case *course.Typed:
		for _, not := range f.Not {
			if not.Kind != course.AnswerPattern {
				list = append(list, course.Answer{Text: not.Text})
			}
		}
		for _, text := range nonsense() {
			last = append(last, course.Answer{Text: text})
		}
	case *course.Order:
		items := slices.Clone(f.Items)
		slices.Reverse(items)
		list = append(list, course.Answer{Items: items})
	case *course.Match:
		var items []string
		for i := range f.Pairs {
			items = append(items, f.Pairs[(i+1)%len(f.Pairs)].Right)
		}
		list = append(list, course.Answer{Items: items})
	case *course.Blanks:
		for _, text := range nonsense() {
			last = append(last, course.Answer{Items: slices.Repeat([]string{text}, len(f.List))})
		}
	}
	return list, last
}
