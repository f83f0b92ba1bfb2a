package learn

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// Questions and explanations that the model puts beside the author's road:
// before a lesson, after it, and where the learner misses again and again. Each
// can be passed over.
const (
	triesBefore = 3 // questions before one lesson, at most
	extrasAfter = 2 // questions after one lesson, at most

	missesToLeave = 4 // in a row, after which a skill is left for tomorrow in any case
)

// try is the question to put before a lesson that may be known already; nil:
// none. The lesson begins when one is missed, or when the learner wants it to.
func (s *Session) try(l *course.Lesson) *Answering {
	state := s.state.lesson(l.ID)
	if state.begun || state.missed || state.straight || state.tried >= triesBefore || s.settingIs(SettingFirst, "read") {
		return nil
	}
	least, points := -1, 0.0
	for _, i := range s.index.skills.ofLesson(l) {
		k := &s.state.learner.Skills[i]
		if k.Mastered {
			continue
		}
		if s.state.engine.Within(s.state.learner, i).Act != model.ActTry {
			return nil
		}
		if least < 0 || k.Points < points {
			least, points = i, k.Points
		}
	}
	if least < 0 {
		return nil
	}
	q := s.questionIn(l, least)
	if q == nil {
		return nil
	}
	k := s.index.skills.list[least]
	why := Reason{Code: WhyTryFirst, By: ByModel, Title: k.Title, Number: model.Mastery(points), Over: l.Title, Less: WhyNext}
	a := s.put(q, s.place(l, why), ForTry)
	return &a
}

// questionIn is a question of a lesson on a skill that was not asked yet; nil:
// there is none.
func (s *Session) questionIn(l *course.Lesson, skill int) *course.Question {
	var best *course.Question
	for _, q := range s.index.skills.asked[skill] {
		if s.index.home[q.ID] != l.ID || s.index.extra[q.ID] != "" || !s.state.unseen(q.ID) || !q.When.Holds(s.facts(l.ID)) {
			continue
		}
		if best == nil || s.distance(skill, q) < s.distance(skill, best) {
			best = q
		}
	}
	return best
}

// help is what comes between the items of a lesson after misses in a row on
// one of its skills: a look at what it builds on, another explanation, an easier
// question. Nil: nothing.
func (s *Session) help(l *course.Lesson) Step {
	if to := s.state.wayBack; s.index.lessons[to] != nil && s.mayDetour(l.ID, to, backKey(to)) {
		return s.offerBack(l)
	}
	if s.state.wants == l.ID {
		if step := s.explained(l); step != nil {
			return step
		}
	}
	for _, i := range s.index.skills.ofLesson(l) {
		if s.state.helped[i].off == s.state.learner.Today {
			continue
		}
		k := &s.state.learner.Skills[i]
		if !s.taught(l, i) || k.Mastered {
			continue
		}
		title := s.index.skills.list[i].Title
		if s.state.helped[i].eased {
			if q := s.easier(l, i); q != nil {
				return s.put(q, s.place(l, Reason{Code: WhyEasier, By: ByModel, Title: title}), ForPractice)
			}
		}
		d := s.state.engine.Within(s.state.learner, i)
		if d.Act == model.ActCheck {
			if step := s.checkBelow(l, d); step != nil {
				return step
			}
			d.Act = d.Over // there is nothing to look at it with
		}
		if d.Act == model.ActExplain {
			if step := s.another(l, s.index.skills.list[i].ID, Reason{Code: WhyExplain, By: ByModel, Title: title}); step != nil {
				return step
			}
			if q := s.easier(l, i); q != nil {
				return s.put(q, s.place(l, Reason{Code: WhyEasier, By: ByModel, Title: title}), ForPractice)
			}
		}
	}
	return nil
}

// taught reports whether the lesson has explained the skill so far.
func (s *Session) taught(l *course.Lesson, i int) bool { return s.state.lesson(l.ID).taught[i] }

// checkBelow is a question on the weakest skill that another one builds on; nil:
// there is none to put.
func (s *Session) checkBelow(l *course.Lesson, d model.Decision) Step {
	q := s.pickFor(d.Skill, func(q *course.Question) bool { return s.index.home[q.ID] != l.ID && s.notToday(q) })
	if q == nil {
		return nil
	}
	below, above := s.index.skills.list[d.Skill], s.index.skills.list[d.For]
	why := Reason{
		Code: WhyPrereq, By: ByModel, Title: below.Title, From: above.Title,
		Number: s.state.learner.Skills[d.Skill].Mastery(), Over: above.Title, Less: WhyNext,
	}
	if d.Over == model.ActExplain {
		why.Less = WhyExplain
	}
	if s.state.learner.Skills[d.Skill].Mastered {
		why.Number *= s.state.engine.Recall(s.state.learner, d.Skill) // what is still there of it
	}
	a := s.put(q, s.place(l, why), ForCheck)
	a.ref = above.ID
	return a
}

// offerBack offers to go back to the lesson that teaches what was missed in a
// look at what this one builds on.
func (s *Session) offerBack(l *course.Lesson) Step {
	to := s.index.lessons[s.state.wayBack]
	why := Reason{Code: WhyPrereq, By: ByModel, From: l.Title, Number: 1, Over: l.Title, Less: WhyNext}
	for _, i := range s.index.skills.ofLesson(to) {
		if m := s.state.learner.Skills[i].Mastery(); m < why.Number {
			why.Number, why.Title = m, s.index.skills.list[i].Title
		}
	}
	return Offer{Place: s.place(l, why), Kind: OfferBack, Item: to.ID, Title: to.Title, Minutes: to.Minutes}
}

// explained is another explanation that the learner asked for; nil: there is
// none.
func (s *Session) explained(l *course.Lesson) Step {
	return s.another(l, "", Reason{Code: WhyExplain, By: ByLearner, Title: l.Title})
}

// another is another explanation of a skill, out of the lesson that the learner
// is in: one that they have not seen. Nil: its author wrote none.
func (s *Session) another(l *course.Lesson, about string, why Reason) Step {
	read := s.state.lesson(l.ID).read
	for _, it := range s.plan(l) {
		if it.page == nil {
			continue
		}
		for _, part := range it.page.Parts {
			w, ok := part.(WayPart)
			if !ok || !read[l.ID+"#"+w.ID] {
				continue
			}
			if next := s.unseenWay(l.ID, w); next >= 0 {
				w.Shown = next
				p := s.place(l, why)
				return Reading{Place: p, Page: Page{ID: w.ID, Title: it.page.Title, Parts: []Part{w}}, Another: true, about: about}
			}
		}
	}
	return nil
}

// unseenWay is an explanation of an idea that the learner has not been shown, or
// -1.
func (s *Session) unseenWay(lesson string, w WayPart) int {
	for i, way := range w.List {
		if i != w.Shown && !s.state.seen[wayKey(lesson, w.ID, way.Key)] {
			return i
		}
	}
	return -1
}

// wayKey names one explanation of an idea.
func wayKey(lesson, ways, way string) string { return lesson + "#" + ways + "=" + way }

// easier is a question of a pool of the lesson that was never asked and is
// easier than what was missed; nil: there is none, or the learner wants no more.
func (s *Session) easier(l *course.Lesson, skill int) *course.Question {
	missed := s.index.questions[s.state.helped[skill].missed]
	if missed == nil || s.state.lesson(l.ID).enough {
		return nil
	}
	points := s.state.learner.Skills[skill].Points
	limit := model.Success(points, evidenceOf(missed), levelOf(missed))
	q := s.questionIn(l, skill)
	if q == nil || s.index.pool[q.ID] == nil || model.Success(points, evidenceOf(q), levelOf(q)) <= limit {
		return nil
	}
	return q
}

// practice is one more question at the end of a lesson whose skills are not
// known yet, as long as its pools have one that was never asked; nil: none.
func (s *Session) practice(l *course.Lesson) *Answering {
	state := s.state.lesson(l.ID)
	if state.enough || state.extra >= extrasAfter || state.summed {
		return nil
	}
	for _, i := range s.index.skills.ofLesson(l) {
		k := &s.state.learner.Skills[i]
		if k.Mastered || !k.Taught || s.state.helped[i].off == s.state.learner.Today {
			continue
		}
		d := s.state.engine.Within(s.state.learner, i)
		if d.Act == model.ActCheck {
			d.Act = d.Over // help has found nothing to look at it with
		}
		if d.Act != model.ActAsk {
			continue
		}
		q := s.questionIn(l, i)
		if q == nil || s.index.pool[q.ID] == nil {
			continue
		}
		skill := s.index.skills.list[i]
		why := Reason{
			Code: WhyPractice, By: ByModel, Title: skill.Title, Number: k.Mastery(), Limit: s.state.engine.Line(i),
			Over: s.nextTitle(l), Less: WhyNext,
		}
		a := s.put(q, s.place(l, why), ForPractice)
		return &a
	}
	return nil
}

// nextTitle names what comes after a lesson; empty at the end of the road.
func (s *Session) nextTitle(l *course.Lesson) string {
	st := s.aheadOf(l.ID)
	switch {
	case st == nil:
		return ""
	case st.lesson != nil:
		return st.lesson.Title
	}
	return st.choose.Title
}

// waits is the weakest skill that a lesson builds on and that is not known well
// enough, when there are questions to practise it with; -1: none.
func (s *Session) waits(l *course.Lesson) (skill int, why Reason) {
	if s.offered(practiceOffer(l.ID)) {
		return -1, Reason{}
	}
	for _, i := range s.index.skills.ofLesson(l) {
		w := s.state.engine.WaitsFor(s.state.learner, i)
		if w < 0 || !s.state.learner.Skills[w].Taught || s.state.helped[w].off == s.state.learner.Today {
			continue
		}
		if s.pickFor(w, s.notToday) == nil {
			continue
		}
		return w, Reason{
			Code: WhyWaits, By: ByModel, Title: l.Title, From: s.index.skills.list[w].Title,
			Number: s.state.learner.Skills[w].Mastery(), Limit: s.state.engine.Gate, Over: l.Title, Less: WhyNext,
		}
	}
	return -1, Reason{}
}

// practiceOffer is the id under which an offer to practise is answered.
func practiceOffer(lesson string) string { return "practice:" + lesson }

// leaving is the skill to leave for tomorrow, as no more help would serve it
// today; -1: none.
func (s *Session) leaving(l *course.Lesson) int {
	for _, i := range s.index.skills.ofLesson(l) {
		k := &s.state.learner.Skills[i]
		if !s.taught(l, i) || k.Mastered || s.state.helped[i].off == s.state.learner.Today {
			continue
		}
		act := s.state.engine.Within(s.state.learner, i).Act
		if act == model.ActLeave || k.Misses >= missesToLeave {
			return i
		}
	}
	return -1
}
