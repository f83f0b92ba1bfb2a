package learn

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// maxText is the longest text of a learner that is taken, in bytes: a line of
// the log has to hold it.
const maxText = 16 << 10

// checkLength refuses what the log could not hold.
func checkLength(a Action) error {
	n := 0
	switch a := a.(type) {
	case Submit:
		n = length(a.Answer)
	case Draft:
		n = length(a.Answer)
	case Set:
		n = length(a.Answer)
	case Dispute:
		n = len(a.Note)
	}
	if n > maxText {
		return fmt.Errorf("%w: it is longer than %d bytes", course.ErrForm, maxText)
	}
	return nil
}

func length(a course.Answer) int {
	n := len(a.Text)
	for _, it := range a.Items {
		n += len(it)
	}
	return n
}

// move turns an action into events. It changes nothing.
func (s *Session) move(a Action) (move, error) {
	if err := checkLength(a); err != nil {
		return move{}, err
	}
	if m, taken, err := s.moveAnywhere(a); taken {
		return m, err
	}
	return s.moveFrom(a)
}

// moveAnywhere takes what can be done at every step; taken is false for what
// depends on the step.
func (s *Session) moveAnywhere(a Action) (m move, taken bool, err error) {
	taken = true
	switch a := a.(type) {
	case Undo:
		m, err = s.undo()
	case Set:
		m, err = s.set(a)
	case GoTo:
		m, err = s.goTo(a.ID)
	case Redo:
		m, err = s.redo(a.ID)
	case Draft:
		m, err = s.keepDraft(a)
	case ShowWay:
		m, err = s.showWay(a)
	case SkipLesson:
		m, err = s.skipLesson()
	case Review:
		m, err = s.review(a)
	case Rest:
		m = s.rest()
	case Explain:
		m, err = s.explainMore()
	default:
		taken = false
	}
	return m, taken, err
}

// moveFrom takes what the present step takes.
func (s *Session) moveFrom(a Action) (move, error) {
	switch step := s.step.(type) {
	case Asking:
		return s.moveAsking(step, a)
	case Offer:
		return s.moveOffer(step, a)
	case Choosing:
		return s.moveChoosing(step, a)
	case Reading:
		return s.moveReading(step, a)
	case Answering:
		return s.moveAnswering(step, a)
	case Recalling:
		return s.moveRecalling(step, a)
	case Placed:
		return s.movePlaced(step, a)
	case Planning:
		return s.movePlanning(a)
	case Closing:
		return s.moveClosing(step, a)
	case Reviewed:
		switch a.(type) {
		case Continue, Skip:
			return one(s.endReview()), nil
		}
	case Feedback:
		return s.moveFeedback(step, a)
	case Doing:
		return s.moveDoing(step, a)
	case Summary:
		switch a.(type) {
		case Continue, Skip:
			return move{events: s.end(step.Lesson)}, nil
		}
	}
	return move{}, fmt.Errorf("%T: %w", a, ErrNotNow)
}

func notNow(a Action) (move, error) { return move{}, fmt.Errorf("%T: %w", a, ErrNotNow) }

func one(e Event) move { return move{events: []Event{e}} }

func (s *Session) moveAsking(step Asking, a Action) (move, error) {
	if step.Answered {
		switch a.(type) {
		case Continue, Skip:
			return s.pass(), nil
		}
		return notNow(a)
	}
	switch a := a.(type) {
	case Submit:
		if err := checkAsk(step.Ask, a.Answer); err != nil {
			return move{}, err
		}
		e := s.event(KindAnswered)
		e.What, e.Item, e.Answer = whatAsk, step.Ask.ID, &a.Answer
		return one(e), nil
	case Skip:
		return s.skipAsk(step.Ask.ID), nil
	}
	return notNow(a)
}

func (s *Session) skipAsk(id string) move {
	e := s.event(KindSkipped)
	e.What, e.Item = whatAsk, id
	return one(e)
}

// checkAsk refuses what is not an answer to an Ask.
func checkAsk(ask *course.Ask, a course.Answer) error {
	if len(ask.Options) == 0 {
		if strings.TrimSpace(a.Text) == "" {
			return fmt.Errorf("%w: nothing was written", course.ErrForm)
		}
		return nil
	}
	if len(a.Items) == 0 || len(a.Items) > 1 && !ask.Many {
		return fmt.Errorf("%w: choose one", course.ErrForm)
	}
	for i, id := range a.Items {
		if !slices.ContainsFunc(ask.Options, func(c course.Choice) bool { return c.ID == id }) {
			return fmt.Errorf("%w: %q is not among the answers", course.ErrForm, id)
		}
		if slices.Contains(a.Items[:i], id) {
			return fmt.Errorf("%w: %q was chosen twice", course.ErrForm, id)
		}
	}
	return nil
}

// pass leaves the feedback that is shown.
func (s *Session) pass() move {
	answer := s.state.pending
	e := s.event(KindShown)
	e.What, e.Item, e.Rev, e.Ref = whatFeedback, answer.Item, answer.Rev, answer.ID()
	return one(e)
}

func (s *Session) moveOffer(step Offer, a Action) (move, error) {
	answer := func(item, yes string) (move, error) {
		e := s.event(KindAnswered)
		e.Reason = &step.Why
		e.What, e.Item, e.Answer = whatOffer, item, &course.Answer{Items: []string{yes}}
		return one(e), nil
	}
	skip := func(what string, why *Reason) (move, error) {
		e := s.event(KindSkipped)
		e.What, e.Item, e.Reason = what, step.Item, why
		if what == whatLesson {
			e.Lesson = step.Item
		}
		return one(e), nil
	}
	_, decline := a.(Decline)
	switch a.(type) {
	case Accept:
		return s.accept(step, answer, skip)
	case Decline, Skip:
		switch step.Kind {
		case OfferSkip:
			return answer(skipOffer(step.Item), "no")
		case OfferPlacement:
			m, err := skip(whatPlacement, nil)
			if decline {
				m.events[0].Ref = declinedAsNew
			}
			return m, err
		case OfferExtra:
			return skip(whatExtra, nil)
		case OfferOptional, OfferReview, OfferPractice:
			return answer(step.Item, "no")
		case OfferBack:
			e := s.event(KindSkipped)
			e.What, e.Item, e.Ref = whatDetour, step.Item, backKey(step.Item)
			return one(e), nil
		}
	}
	return notNow(a)
}

// accept says yes to an offer.
func (s *Session) accept(step Offer, answer func(item, yes string) (move, error), skip func(what string, why *Reason) (move, error)) (move, error) {
	if step.Kind == OfferSkip {
		return skip(whatLesson, &step.Why)
	}
	if step.Kind == OfferBack {
		return one(s.wentBack(step)), nil
	}
	yes, err := answer(step.Item, "yes")
	if err != nil {
		return yes, err
	}
	switch step.Kind {
	case OfferReview:
		return s.acceptReview(yes)
	case OfferPractice:
		return s.acceptPractice(step, yes)
	case OfferBack, OfferPlacement, OfferSkip, OfferExtra, OfferOptional:
	}
	return yes, nil
}

// wentBack goes back to the lesson that teaches what was missed, to return to
// where the learner is.
func (s *Session) wentBack(step Offer) Event {
	e := s.event(KindDetoured)
	e.Lesson, e.To, e.Ref, e.Reason = step.Lesson.ID, step.Item, backKey(step.Item), &step.Why
	items := s.plan(step.Lesson)
	if i := s.next(step.Lesson.ID, items); i >= 0 {
		e.Item = items[i].id
	}
	return e
}

func (s *Session) moveChoosing(step Choosing, a Action) (move, error) {
	e := s.event(KindAnswered)
	e.What, e.Item = whatFork, step.Choose.ID
	e.Reason = &Reason{Code: WhyChosen, Title: step.Choose.Title}
	switch a := a.(type) {
	case Skip:
		e.Answer = &course.Answer{}
		return one(e), nil
	case Submit:
		if err := checkFork(step.Choose, a.Answer.Items); err != nil {
			return move{}, err
		}
		e.Answer = &a.Answer
		return one(e), nil
	}
	return notNow(a)
}

// checkFork refuses what is not a choice at a fork.
func checkFork(fork *course.Choose, taken []string) error {
	if len(taken) != fork.Pick {
		return fmt.Errorf("%w: choose %d", course.ErrForm, fork.Pick)
	}
	for i, id := range taken {
		if !slices.ContainsFunc(fork.From, func(l *course.Lesson) bool { return l.ID == id }) {
			return fmt.Errorf("%w: %q is not among the lessons", course.ErrForm, id)
		}
		if slices.Contains(taken[:i], id) {
			return fmt.Errorf("%w: %q was chosen twice", course.ErrForm, id)
		}
	}
	return nil
}

func (s *Session) moveReading(step Reading, a Action) (move, error) {
	switch a.(type) {
	case Continue, Skip:
		e := s.event(KindShown)
		if step.Another {
			w := step.Page.Parts[0].(WayPart)
			e.What, e.Item, e.Ref, e.Reason = whatExplain, wayKey(step.Lesson.ID, w.ID, w.List[w.Shown].Key), step.about, &step.Why
			return one(e), nil
		}
		ids := step.Page.ids(step.Lesson.ID)
		e.What, e.Item = whatPage, ids[0]
		if len(ids) > 1 {
			e.Answer = &course.Answer{Items: ids[1:]}
		}
		return one(e), nil
	}
	return notNow(a)
}

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

func (s *Session) moveDoing(step Doing, a Action) (move, error) {
	switch a.(type) {
	case Continue:
		e := s.event(KindFinished)
		e.What, e.Item, e.Rev = whatTask, step.Task.ID, step.Task.Rev
		return one(e), nil
	case Skip:
		e := s.event(KindSkipped)
		e.What, e.Item, e.Rev = whatTask, step.Task.ID, step.Task.Rev
		return one(e), nil
	case Hint:
		if step.HintsLeft == 0 {
			return notNow(a)
		}
		return s.hint(step.Task.ID, step.Task.Rev), nil
	}
	return notNow(a)
}
