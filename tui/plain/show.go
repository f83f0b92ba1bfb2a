package plain

import (
	"fmt"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// show tells the step the learner meets now.
func (d *Dialogue) show() {
	d.gap()
	d.opening = false
	switch st := d.s.Step().(type) {
	case learn.Asking:
		d.asking(st)
	case learn.Offer:
		d.place(st.Place)
		d.offer(st)
	case learn.Choosing:
		d.where(st.Place)
		d.choosing(st)
	case learn.Reading:
		d.reading(st)
	case learn.Answering:
		d.where(st.Place)
		d.answering(st)
	case learn.Feedback:
		d.feedback(st)
	case learn.Doing:
		d.where(st.Place)
		d.doing(st)
	case learn.Summary:
		d.summary(st)
	case learn.Planning:
		d.planning(st)
	case learn.Placed:
		d.placed(st)
	case learn.Recalling:
		d.recalling(st)
	case learn.Reviewed:
		d.reviewed(st)
	case learn.Closing:
		d.closing(st)
	case learn.Finished:
		d.ended = true
		d.finished(st)
	}
}

// where says the place, the reason and what can be taken back, as far as they
// are news. That a step is next on the road is none within a lesson.
func (d *Dialogue) where(at learn.Place) {
	before := d.told
	d.place(at)
	why := d.reason(at.Why)
	if why != "" && why != before.why && (before.lesson != d.told.lesson || at.Why.Code != learn.WhyNext || before.why == "") {
		d.say(d.p.Why(why))
	}
	d.told.why = why
	d.undoes(at)
}

// place says the lesson and the step, as far as they are news.
func (d *Dialogue) place(at learn.Place) {
	sameLesson := at.Lesson == nil && d.told.lesson == "" || at.Lesson != nil && at.Lesson.ID == d.told.lesson
	if at.Lesson != nil && !sameLesson {
		d.lesson(at)
	}
	if at.Number > 0 && (!sameLesson || at.Number != d.told.number || at.Of != d.told.of) {
		d.say(d.count(at))
	}
	d.told.number, d.told.of = at.Number, at.Of
}

// count says the number of a step: of a review it is one of its items.
func (d *Dialogue) count(at learn.Place) string {
	st := d.s.Step()
	if q, ok := st.(learn.Answering); ok && q.Purpose == learn.ForPlacement {
		return d.w.Flow.Purpose.Placement(at.Number, at.Of)
	}
	if InReview(st) {
		return d.w.Flow.Purpose.Review(at.Number, at.Of)
	}
	return d.p.Step(at.Number, at.Of)
}

// lesson says which lesson begins.
func (d *Dialogue) lesson(at learn.Place) {
	if at.Module != "" && at.Module != d.told.module {
		d.say(d.p.Module(at.Module))
		d.told.module = at.Module
	}
	title := at.Lesson.Title
	switch {
	case at.Depth > 0:
		d.say(d.p.Detour(title, at.Back))
	case at.Stop > 0:
		d.say(d.p.LessonOf(at.Stop, at.Stops, title))
	default:
		d.say(d.p.Lesson(title))
	}
	d.told.lesson, d.told.swaps = at.Lesson.ID, false
}

// undoes says what can be taken back, once for each change of road.
func (d *Dialogue) undoes(at learn.Place) {
	if at.Undo == nil {
		d.told.undo = ""
		return
	}
	what := d.p.UndoTurn
	switch {
	case at.Undo.Code == learn.WhyKnown:
		what = d.p.UndoKnown
	case at.Undo.Code == learn.WhyReset:
		what = d.p.UndoReset(at.Undo.Title)
	case at.Undo.Code == learn.WhyLearner && at.Lesson != nil && at.Undo.Title == at.Lesson.Title:
		what = d.p.UndoOpen
	case at.Undo.Code == learn.WhyLearner:
		what = d.p.UndoLeave(at.Undo.Title)
	}
	if key := what + at.Undo.Title; key != d.told.undo {
		d.say(what)
		d.told.undo = key
	}
}

// reason puts a reason into words.
func (d *Dialogue) reason(r learn.Reason) string {
	return why(d.w, r)
}

func (d *Dialogue) asking(st learn.Asking) {
	if !st.Answered || d.told.item != st.Ask.ID {
		d.where(st.Place)
		d.page(st.Intro, "")
		d.say(d.inline(d.w.Ask(st.Ask).Prompt))
		d.note("", st.Ask.Body)
	}
	d.told.item = st.Ask.ID
	if st.Answered {
		d.say(d.p.Recorded)
		if st.Ask.Compare {
			d.say(d.p.AnswerWas(st.Current.Text))
			d.say(d.p.Compare)
		}
		d.note("", st.Ask.Why)
		return
	}
	for i, o := range d.w.Ask(st.Ask).Options {
		d.numbered(i, d.inline(o.Title))
	}
	if before := d.said(st.Ask, st.Current); before != "" {
		d.say(d.p.Before(before))
	}
}

// said is an answer to an Ask in the learner's words or those of its options.
func (d *Dialogue) said(ask *course.Ask, a course.Answer) string {
	if a.Text != "" {
		return a.Text
	}
	var titles []string
	for _, o := range d.w.Ask(ask).Options {
		for _, id := range a.Items {
			if id == o.ID {
				titles = append(titles, d.inline(o.Title))
			}
		}
	}
	return listed(d.w, titles)
}

func (d *Dialogue) offer(st learn.Offer) {
	switch st.Kind {
	case learn.OfferPlacement:
		d.offerPlacement(st)
	case learn.OfferSkip:
		d.say(d.reason(st.Why))
		d.say(d.p.OfferSkip(st.Title))
	case learn.OfferExtra: // a heading as written; the others are titles of lessons
		d.say(d.p.OfferExtra(d.inline(st.Title)))
	case learn.OfferReview:
		d.say(d.p.Path.Review(st.Title, st.Count, st.Minutes))
	case learn.OfferPractice:
		d.say(d.reason(st.Why))
		d.say(d.p.Path.Practice(st.Title, st.Count, st.Minutes))
	case learn.OfferBack:
		d.say(d.reason(st.Why))
		d.say(d.p.Path.Back(st.Title, st.Count, st.Minutes))
	case learn.OfferOptional:
		d.say(d.p.OfferOptional(st.Title, st.Minutes))
	}
	d.undoes(st.Place)
}

func (d *Dialogue) choosing(st learn.Choosing) {
	d.say(d.w.CourseTitle(st.Choose.Title))
	for i, l := range st.Choose.From {
		text := l.Title
		if l.Minutes > 0 {
			text += ", " + d.w.Flow.Fork.Minutes(l.Minutes)
		}
		for _, id := range st.Taken {
			if id == l.ID {
				text += ", " + d.p.Taken
			}
		}
		d.numbered(i, text)
	}
}

// numbered prints one of several answers.
func (d *Dialogue) numbered(i int, text string) { d.hang(fmt.Sprintf("%d. ", i+1), text) }
