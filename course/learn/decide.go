package learn

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// Decision tells why the learner meets the present step, in full.
func (s *Session) Decision() Decision {
	s = s.asOfNow()
	at := s.step.At()
	d := Decision{Title: s.decidedFor(), Source: sourceOf(at.Why), Why: []Reason{at.Why}}
	if at.Why.Over != "" {
		d.Over = s.second(at)
	}
	skills := s.about()
	if len(skills) > 0 {
		traces, met := s.traces(), s.asTaught(skills)
		for _, i := range skills {
			d.Figures = append(d.Figures, Figure{SkillState: met.skillState(i), Traces: traces[i]})
		}
	}
	if a, ok := s.step.(Answering); ok && a.Checked && a.Purpose != ForPlacement {
		d.IfRight, d.IfWrong = s.whatIf(a, 1), s.whatIf(a, 0)
	}
	d.Else = s.alternatives()
	return d
}

// second is why the runner-up came second, with the numbers it has now.
func (s *Session) second(at Place) *Reason {
	over := Reason{Code: at.Why.Less}
	if after := s.afterNow(at); after != "" {
		over = s.whyReview(after)
	}
	over.Title, over.Over, over.Less = at.Why.Over, "", ""
	return &over
}

// decidedFor names what was decided for.
func (s *Session) decidedFor() string {
	switch st := s.step.(type) {
	case Answering:
		return st.Question.Prompt
	case Feedback:
		return st.Question.Prompt
	case Offer:
		if st.Title != "" {
			return st.Title
		}
	case Choosing:
		return st.Choose.Title
	case Asking:
		return st.Ask.Prompt
	case Reading:
		if st.Page.Title != "" {
			return st.Page.Title
		}
	case Doing:
		return st.Task.Title
	case Recalling:
		return firstLine(st.Front)
	case Planning, Placed, Summary, Reviewed, Closing, Finished:
	}
	if l := s.step.At().Lesson; l != nil {
		return l.Title
	}
	return s.course.Title
}

// sourceOf says who decided for a reason.
func sourceOf(r Reason) Source {
	if r.By != "" {
		return r.By
	}
	byLearner := []ReasonCode{WhyLearner, WhyChosen, WhyInterest}
	byAuthor := []ReasonCode{
		WhyWrongIdea, WhyThisAnswer, WhyRule, WhyWeak, WhyStrong, WhyScore, WhyLongAgo, WhyKnown, WhyPassedOver, WhyReturn, WhyTryAgain,
	}
	switch {
	case slices.Contains(byLearner, r.Code):
		return ByLearner
	case slices.Contains(byAuthor, r.Code):
		return ByAuthor
	}
	return ByOrder
}

// about are the skills that the present step is about.
func (s *Session) about() []int {
	switch st := s.step.(type) {
	case Answering:
		return s.index.skillsOf(st.Question.ID)
	case Feedback:
		return s.index.skillsOf(st.Question.ID)
	case Offer:
		if i, ok := s.index.skills.at[st.skill]; ok {
			return []int{i}
		}
	case Recalling:
		if _, id := splitKey(st.Item); s.index.cards[id] != nil {
			return s.index.skills.indexes(s.index.cards[id].Skills)
		}
	}
	if l := s.step.At().Lesson; l != nil {
		return s.index.skills.ofLesson(l)
	}
	return nil
}

// whatIf says what an answer of the given score would do to its skills.
func (s *Session) whatIf(a Answering, score float64) []SkillMove {
	l := *s.state.learner
	l.Skills = slices.Clone(l.Skills)
	q, skills := s.state.question(a.Question.ID), s.index.skillsOf(a.Question.ID)
	same := q.rev == a.Question.Rev
	aids := model.Aids{Hint: len(a.Hints) > 0, Again: same && q.within(s.now())}
	if s.hasTaught(a) {
		s.teachAhead(&l, a.Lesson.ID, skills)
	}
	var moves []SkillMove
	for _, i := range skills {
		before := l.Skills[i]
		var points float64
		answer := model.Answer{
			Evidence: evidenceOf(a.Question), Score: score, Weight: aids.Weight(score), Told: true,
			Unaided: score == 1 && aids.Counts() && (!same || !q.counted),
		}
		if reviewsNow(&before, l.Today, a.Purpose == ForReview) {
			points = s.state.engine.Review(&l, i, answer, model.GradeOf(score, aids.Hint))
		} else {
			points = s.state.engine.Answer(&l, i, answer)
		}
		moves = append(moves, s.skillMove(i, &before, &l, points, a.Question.ID))
	}
	return moves
}

// hasTaught reports whether the lesson has explained something before it puts a
// question, which counts with the first answer.
func (s *Session) hasTaught(a Answering) bool {
	return a.Purpose == ForLesson && len(s.state.lesson(a.Lesson.ID).read) > 0
}

// asTaught is the session with what the lesson has explained of the skills so far:
// what an answer to its question starts from.
func (s *Session) asTaught(skills []int) *Session {
	a, ok := s.step.(Answering)
	if !ok || !a.Checked || !s.hasTaught(a) {
		return s
	}
	taught, state, l := *s, *s.state, *s.state.learner
	l.Skills = slices.Clone(l.Skills)
	s.teachAhead(&l, a.Lesson.ID, skills)
	state.learner, taught.state = &l, &state
	return &taught
}

// teachAhead lets a learner have been taught what a lesson has explained by the
// time it asks for the skills.
func (s *Session) teachAhead(l *model.Learner, lesson string, skills []int) {
	for _, i := range s.state.untaught(lesson, skills) {
		if s.state.again(lesson, l.Skills[i].Taught) {
			s.state.engine.Explained(l, i)
		} else {
			s.state.engine.Taught(l, i)
		}
	}
}

// traces are the events that moved each skill, oldest first. They are found by
// folding the log once more, so that every number leads back to its events. What
// was set back is not among them.
func (s *Session) traces() [][]Trace {
	out := make([][]Trace, len(s.index.skills.list))
	st := newState(s.index)
	st.trace = func(e *Event, i int, what TraceKind, points float64) {
		if what == traceReset {
			out[i] = nil
			return
		}
		q := s.index.questions[e.Item]
		t := Trace{Event: *e, What: what, Points: points, Mastery: st.learner.Skills[i].Mastery()}
		_, id := splitKey(e.Ref)
		switch {
		case what == TraceCard && s.index.cards[id] != nil:
			t.Title = firstLine(s.index.cards[id].Front)
		case q != nil && what != TraceLesson && what != TraceExplained:
			t.Question, t.Title = q, q.Prompt
		case e.Kind == KindChecked && s.index.tasks[e.Item] != nil:
			t.Title = s.index.tasks[e.Item].Title
		case e.Lesson != "":
			t.Title = s.index.title(e.Lesson)
		}
		out[i] = append(out[i], t)
	}
	st.foldLog(s.events)
	return out
}

// alternatives are what else the learner can do now.
func (s *Session) alternatives() []Alternative {
	var out []Alternative
	a, answering := s.step.(Answering)
	l := s.step.At().Lesson
	if answering && a.CanEasier {
		out = append(out, Alternative{Kind: ElseEasier, Action: Easier{}})
	}
	if answering && a.CanHarder {
		out = append(out, Alternative{Kind: ElseHarder, Action: Harder{}})
	}
	if l != nil && s.another(l, "", Reason{}) != nil {
		out = append(out, Alternative{Kind: ElseExplain, Title: l.Title, Action: Explain{}})
	}
	if due := s.dueToday(); len(due) > 0 && !s.reviewing() {
		out = append(out, Alternative{Kind: ElseReview, Action: Review{}, Cost: &Reason{Code: WhyDue, Number: float64(len(due))}})
	}
	if w := s.weakest(); w >= 0 && !s.reviewing() {
		k := s.index.skills.list[w]
		out = append(out, Alternative{Kind: ElseWeakest, Title: k.Title, Action: Review{Skill: k.ID}})
	}
	out = append(out, s.otherRoads(l)...)
	return append(out, Alternative{Kind: ElseRest, Action: Rest{}})
}

// otherRoads are the next lesson after this one, and going on without this one.
func (s *Session) otherRoads(l *course.Lesson) []Alternative {
	var out []Alternative
	here := ""
	if l != nil {
		here = l.ID
	}
	if st := s.aheadOf(here); st != nil && st.lesson != nil && st.lesson != l {
		out = append(out, Alternative{Kind: ElseLesson, Title: st.lesson.Title, Action: GoTo{ID: st.lesson.ID}})
	}
	if l != nil && !s.index.placement(l.ID) {
		out = append(out, Alternative{Kind: ElseSkip, Title: l.Title, Action: SkipLesson{}, Builds: s.buildOn(l)})
	}
	return out
}

// buildOn is how many later lessons of the road build on what a lesson teaches.
func (s *Session) buildOn(l *course.Lesson) int {
	taught := s.index.skills.ofLesson(l)
	n := 0
	for _, st := range s.road() {
		if st.off || st.lesson == nil || st.lesson == l {
			continue
		}
		for _, i := range s.index.skills.ofLesson(st.lesson) {
			if slices.ContainsFunc(s.index.skills.graph.Below(i), func(b int) bool { return slices.Contains(taught, b) }) {
				n++
				break
			}
		}
	}
	return n
}

// weakest is the skill known least of those that were taught and have questions;
// -1: there is none.
func (s *Session) weakest() int {
	weakest := -1
	for i := range s.state.learner.Skills {
		k := &s.state.learner.Skills[i]
		if k.Mastered || !k.Taught || !s.asks(i) {
			continue
		}
		if weakest < 0 || k.Points < s.state.learner.Skills[weakest].Points {
			weakest = i
		}
	}
	return weakest
}
