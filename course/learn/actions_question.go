package learn

import (
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

func (s *Session) moveAnswering(step Answering, a Action) (move, error) {
	switch a := a.(type) {
	case Submit:
		return s.grade(step, a)
	case Hint:
		if step.HintsLeft == 0 {
			return notNow(a)
		}
		m := s.hint(step.Question.ID, step.Question.Rev)
		if aside(step.Purpose) {
			m.events[0].Ref = refAside
		}
		return m, nil
	case ShowAnswer:
		if step.Purpose != ForLesson {
			return s.grade(step, Submit{Answer: course.Answer{DontKnow: true}})
		}
		return s.showAnswer(step.Question), nil
	case Skip:
		return s.passQuestion(step), nil
	case Harder:
		return s.swapQuestion(step, whatHarder)
	case Easier:
		return s.swapQuestion(step, whatEasier)
	}
	return notNow(a)
}

// aside reports whether a question is put outside its place in a lesson.
func aside(p Purpose) bool { return p != ForLesson && p != ForPlacement }

// passQuestion goes on without an answer: with the lesson, without more
// questions before or after it, or out of the review.
func (s *Session) passQuestion(step Answering) move {
	e := s.event(KindSkipped)
	switch step.Purpose {
	case ForTry, ForPractice:
		e.What, e.Item, e.Lesson = string(step.Purpose), step.Lesson.ID, step.Lesson.ID
	case ForCheck:
		e.What, e.Item = whatFix, step.ref
	case ForReview:
		return one(s.endReview())
	case ForPlacement:
		return s.skipQuestion(step.Question)
	case ForLesson:
		return s.skipQuestion(step.Question)
	}
	return one(e)
}

// swapQuestion puts a harder or an easier question in the place of this one.
func (s *Session) swapQuestion(step Answering, what string) (move, error) {
	to := s.swap(step.Question, what == whatHarder)
	if aside(step.Purpose) {
		to = s.other(step.Question, what == whatHarder, s.notToday)
	}
	if to == nil || what == whatHarder && !step.CanHarder || what == whatEasier && !step.CanEasier {
		return move{}, fmt.Errorf("asking for another question: there is none here that is %s: %w", what, ErrNotNow)
	}
	e := s.event(KindSwapped)
	e.What, e.Item, e.Rev, e.To = what, step.Question.ID, step.Question.Rev, to.ID
	if aside(step.Purpose) {
		e.Ref = refAside
	}
	return one(e), nil
}

// explainMore shows another explanation of what the lesson is about.
func (s *Session) explainMore() (move, error) {
	l := s.step.At().Lesson
	if l == nil || s.explained(l) == nil {
		return move{}, fmt.Errorf("explaining in another way: the lesson has no other explanation that you have not seen: %w", ErrNotNow)
	}
	e := s.event(KindShown)
	e.What, e.Item = whatMore, l.ID
	if f, ok := s.step.(Feedback); ok && (f.Detour != nil || f.Go != nil) {
		e.Ref = s.state.pending.ID() // where it leads is offered again after the explanation
	}
	return one(e), nil
}

// grade turns an answer into an event, with the verdict as it was given.
func (s *Session) grade(step Answering, a Submit) (move, error) {
	q := step.Question
	if a.Confidence < 0 || a.Confidence > 3 {
		return move{}, fmt.Errorf("%w: say how sure you are in 1 to 3", course.ErrForm)
	}
	a.Answer.DontKnow = a.Answer.DontKnow || saysDontKnow(q, a.Answer)
	v, err := q.Grade(a.Answer)
	if err != nil {
		return move{}, err
	}
	e := s.event(KindAnswered)
	e.Item, e.Rev, e.Answer = q.ID, q.Rev, &a.Answer
	e.Outcome, e.Score, e.Hints, e.Confidence = v.Outcome, v.Score, len(step.Hints), a.Confidence
	s.markAside(&e, step)
	if v.Outcome == course.Wrong {
		for _, r := range v.Replies {
			if r.Mixup != "" {
				e.Mixup = r.Mixup
				break
			}
		}
	}
	m := one(e)
	if step.Purpose == ForReview && v.Outcome == course.Wrong {
		m.events = append(m.events, s.leech(step.ref)...)
	}
	return m, nil
}

// markAside says what a question put outside its place was put for, and why.
func (s *Session) markAside(e *Event, step Answering) {
	if step.Purpose == ForPlacement {
		e.Reason = &Reason{Code: WhyPlacement, By: ByModel}
	}
	if !aside(step.Purpose) {
		return
	}
	why := step.Why
	e.What, e.Ref, e.Reason = string(step.Purpose), step.ref, &why
}

// saysDontKnow reports whether the one option chosen says "I don't know".
func saysDontKnow(q *course.Question, a course.Answer) bool {
	f, ok := q.Form.(*course.Options)
	return ok && len(a.Items) == 1 && slices.ContainsFunc(f.List, func(o course.Option) bool {
		return o.DontKnow && o.Text == a.Items[0]
	})
}

// hint shows the next hint; the learner stays at the step.
func (s *Session) hint(item, rev string) move {
	e := s.event(KindShown)
	e.What, e.Item, e.Rev = whatHint, item, rev
	return move{events: []Event{e}, keep: true}
}

func (s *Session) showAnswer(q *course.Question) move {
	e := s.event(KindShown)
	e.What, e.Item, e.Rev = whatAnswer, q.ID, q.Rev
	return one(e)
}

func (s *Session) skipQuestion(q *course.Question) move {
	e := s.event(KindSkipped)
	e.What, e.Item, e.Rev = whatQuestion, q.ID, q.Rev
	return one(e)
}

func (s *Session) moveFeedback(f Feedback, a Action) (move, error) {
	switch a := a.(type) {
	case Continue:
		switch {
		case f.Detour != nil:
			return one(s.detoured(f)), nil
		case f.Go != nil:
			return one(s.jumped(f)), nil
		}
		return s.pass(), nil
	case Decline:
		if f.Detour == nil && f.Go == nil {
			return notNow(a)
		}
		e := s.event(KindSkipped)
		e.What, e.Item, e.Rev, e.Ref = whatDetour, f.Question.ID, f.Question.Rev, s.usedKey(f)
		return one(e), nil
	case Dispute:
		if !f.CanDispute {
			return notNow(a)
		}
		e := s.event(KindDisputed)
		e.Item, e.Rev, e.Answer, e.Note, e.Ref = f.Question.ID, f.Question.Rev, &f.Answer, a.Note, s.state.pending.ID()
		return one(e), nil
	case ShowAnswer:
		if f.Reveal || f.Purpose != ForLesson {
			return notNow(a) // where a question takes one try, it is asked again
		}
		return s.showAnswer(f.Question), nil
	case Hint:
		if f.HintsLeft == 0 {
			return notNow(a)
		}
		m := s.hint(f.Question.ID, f.Question.Rev)
		m.keep = false // the question is asked again, with the hint
		return m, nil
	case Skip:
		if f.Settled || f.Purpose != ForLesson {
			return s.pass(), nil
		}
		return s.skipQuestion(f.Question), nil
	}
	return notNow(a)
}

func (s *Session) detoured(f Feedback) Event {
	e := s.event(KindDetoured)
	e.Lesson, e.Item, e.Rev, e.To, e.Ref = f.Lesson.ID, f.Question.ID, f.Question.Rev, f.Detour.ID, s.usedKey(f)
	e.Reason = &Reason{Code: WhyThisAnswer, Title: f.Detour.Title}
	if f.Mixup != nil {
		e.Mixup = f.Mixup.ID
		e.Reason = &Reason{Code: WhyWrongIdea, Title: f.Mixup.Says}
	}
	return e
}

func (s *Session) jumped(f Feedback) Event {
	e := s.event(KindJumped)
	e.Lesson, e.To, e.Ref, e.What = f.Lesson.ID, f.Go.ID, s.usedKey(f), whatGo
	e.Reason = &Reason{Code: WhyThisAnswer, Title: f.Go.Title}
	return e
}
