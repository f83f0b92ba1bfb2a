package learn

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// longCourse is how many minutes a road takes from which a plan is worth making.
const longCourse = 60

// planning asks once, before the first lesson of a longer course, when the
// learner means to learn; nil: not now.
func (s *Session) planning() Step {
	if s.state.planned || s.state.underway {
		return nil
	}
	minutes := 0
	for _, st := range s.road() {
		if st.lesson != nil && !st.off && !st.optional {
			minutes += st.lesson.Minutes
		}
	}
	if minutes < longCourse {
		return nil
	}
	asked := slices.DeleteFunc(s.Settings(), func(set Setting) bool { return !slices.Contains(settingsPlanned(), set.ID) })
	return Planning{Place: s.place(nil, Reason{Code: WhyPlanning}), Settings: asked, Minutes: minutes}
}

// settingsPlanned are the settings that make a plan: the other choices can wait
// until they matter to the learner.
func settingsPlanned() []SettingID {
	return []SettingID{SettingDays, SettingMinutes, SettingUntil, SettingWhen, SettingObstacle}
}

func (s *Session) movePlanning(a Action) (move, error) {
	switch a.(type) {
	case Continue, Accept:
		e := s.event(KindAnswered)
		e.What, e.Item, e.Answer = whatPlanning, whatPlanning, &course.Answer{Items: []string{"yes"}}
		return one(e), nil
	case Skip, Decline:
		e := s.event(KindSkipped)
		e.What, e.Item = whatPlanning, whatPlanning
		return one(e), nil
	}
	return notNow(a)
}

// between is what comes between two lessons: the end of the sitting, and
// reviews that are due. Nil: nothing.
func (s *Session) between() Step {
	if !s.state.underway {
		return nil
	}
	if s.closes() {
		return s.closing()
	}
	return s.offerReview()
}

// closes reports whether the minutes planned for today are through, and the
// learner was not told so yet.
func (s *Session) closes() bool {
	l := s.state.learner
	return s.state.closed != l.Today && !s.settingIs(SettingClosing, "off") &&
		s.state.on(l.Today).Spent.Minutes() >= float64(s.sitting())
}

func (s *Session) closing() Step {
	l := s.state.learner
	d := s.state.on(l.Today)
	st := Closing{
		Place:   s.place(nil, Reason{Code: WhyClosing, Number: float64(s.sitting())}),
		Minutes: d.Spent.Minutes(), Planned: s.sitting(), Tomorrow: s.dueTomorrow(), Week: s.weekSoFar(),
		Draft: s.state.drafts[whatClosing].Text,
	}
	for _, id := range d.Lessons {
		if c := s.index.lessons[id]; c != nil {
			st.Lessons = append(st.Lessons, c)
		}
	}
	for _, i := range d.Skills {
		st.Skills = append(st.Skills, s.skillState(i))
	}
	return st
}

func (s *Session) moveClosing(step Closing, a Action) (move, error) {
	switch a := a.(type) {
	case Submit:
		if strings.TrimSpace(a.Answer.Text) != "" {
			return one(s.noteUnclear(step, a.Answer.Text)), nil
		}
	case Continue, Skip, Decline, Accept:
	default:
		return notNow(a)
	}
	e := s.event(KindSkipped)
	e.What, e.Item = whatClosing, whatClosing
	return one(e), nil
}

// noteUnclear keeps what is still unclear, beside the lesson finished last.
func (s *Session) noteUnclear(step Closing, text string) Event {
	e := s.event(KindNoted)
	e.What, e.Note = whatUnclear, text
	if n := len(step.Lessons); n > 0 {
		e.Item = step.Lessons[n-1].ID
	}
	return e
}

// offerReview offers what is due between two lessons, once a day, as long as
// reviews have not had their share of it. Nil: not now.
func (s *Session) offerReview() Step {
	l := s.state.learner
	if s.state.rested == l.Today || s.offered(reviewOffer(l.Today)) || s.reviewShare() == 0 {
		return nil
	}
	due := s.dueToday()
	if len(due) == 0 {
		return nil
	}
	p := s.place(nil, Reason{Code: WhyReviews, By: ByModel, Number: float64(len(due)), Over: s.nextTitle(&course.Lesson{}), Less: WhyNext})
	return Offer{Place: p, Kind: OfferReview, Item: reviewOffer(l.Today), Minutes: s.minutesForAll(due), Count: len(due)}
}

// reviewOffer is the id under which the offer of a day's reviews is answered.
func reviewOffer(d model.Day) string { return "review:" + strconv.Itoa(int(d)) }

// acceptReview begins the reviews that were offered.
func (s *Session) acceptReview(yes move) (move, error) {
	begin, err := s.review(Review{Share: true})
	if err != nil {
		return yes, nil //nolint:nilerr // nothing is due any more: the offer is answered
	}
	return move{events: append(yes.events, begin.events...)}, nil
}

// reviewShare is how many minutes of reviews are left today while there is new
// material: their share of a sitting; 0: it is used up.
func (s *Session) reviewShare() int {
	share := s.state.engine.ReviewShare*float64(s.sitting()) - s.state.on(s.state.learner.Today).Reviewed.Minutes()
	return max(0, int(math.Round(share)))
}

// acceptPractice begins practice of what a lesson waits for.
func (s *Session) acceptPractice(step Offer, yes move) (move, error) {
	begin, err := s.review(Review{Skill: step.skill})
	if err != nil {
		return yes, nil //nolint:nilerr // there is nothing to practise with: the offer is answered
	}
	return move{events: append(yes.events, begin.events...)}, nil
}

// rest leaves the reviews of today for tomorrow.
func (s *Session) rest() move {
	e := s.event(KindSkipped)
	e.What, e.Item, e.Reason = whatRest, whatRest, &Reason{Code: WhyLearner, By: ByLearner}
	return move{events: []Event{e}, keep: !s.reviewing()}
}
