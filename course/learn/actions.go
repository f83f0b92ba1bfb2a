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
	case Checked:
		for name, value := range a.Values {
			n += len(name) + len(value)
		}
	case AddNote:
		n = len(a.Text)
	case EditNote:
		n = len(a.Text)
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
	case Reset:
		m, err = s.reset(a)
	case UndoReset:
		m, err = s.undoReset(a.ID)
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
		return s.moveNotes(a)
	}
	return m, taken, err
}

// moveNotes takes what is done with notes and bookmarks. It moves the learner
// nowhere.
func (s *Session) moveNotes(a Action) (m move, taken bool, err error) {
	taken = true
	switch a := a.(type) {
	case AddNote:
		m, err = s.addNote(a)
	case EditNote:
		m, err = s.editNote(a)
	case RemoveNote:
		m, err = s.removeNote(a)
	case Mark:
		m, err = s.mark(a)
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
