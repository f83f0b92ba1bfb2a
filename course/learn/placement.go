package learn

import (
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

const (
	drawnID       = "placement:drawn" // the test of a course whose author wrote none
	drawnFrom     = 5                 // skills that can be asked, from which such a test is worth it
	drawnEach     = 2                 // questions on one skill to draw from
	sampleSeed    = 20                // of the states; the same for all, so that replays agree
	declinedAsNew = "new"             // Ref of a test that was declined by somebody who is new
)

// draw gives a course without a placement test one that is made of its lessons'
// own questions, where it has enough of them.
func (ix *index) draw(c *course.Course) {
	if c.Placement != nil {
		ix.place = c.Placement.ID
		return
	}
	asked := 0
	for i := range ix.skills.list {
		if len(ix.drawable(i)) > 0 {
			asked++
		}
	}
	if asked < drawnFrom {
		return
	}
	ix.place, ix.drawn = drawnID, true
	ix.lessons[drawnID] = &course.Lesson{ID: drawnID, Kind: course.KindPlacement, StopWhen: course.StopWhenClear}
}

// drawable are the questions on a skill that can be put without their lesson:
// those of the road that every learner may meet, what is hardest to guess first.
func (ix *index) drawable(i int) []*course.Question {
	var out []*course.Question
	for _, q := range ix.skills.asked[i] {
		if q.When == nil && q.Body == "" && ix.onPath[ix.home[q.ID]] && ix.extra[q.ID] == "" && len(ix.skillsOf(q.ID)) == 1 {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b *course.Question) int {
		switch ga, gb := evidenceOf(a).Guess, evidenceOf(b).Guess; {
		case ga < gb:
			return -1
		case ga > gb:
			return 1
		}
		return 0
	})
	return out[:min(len(out), drawnEach)]
}

// sampled are the states that a placement test begins with.
func (ix *index) sampled() *model.States {
	if ix.states == nil {
		ix.states = ix.skills.graph.Sample(sampleSeed)
	}
	return ix.states
}

// placementQuestions are the questions that the test chooses from.
func (s *Session) placementQuestions() []*course.Question {
	var out []*course.Question
	if s.index.drawn {
		for i := range s.index.skills.list {
			out = append(out, s.index.drawable(i)...)
		}
		return out
	}
	for _, it := range s.plan(s.course.Placement) {
		if it.question != nil {
			out = append(out, it.question)
		}
	}
	return out
}

// probe is the question that the test puts next; nil: it is over.
func (s *Session) probe() *course.Question {
	var open []*course.Question
	var probes []model.Probe
	for _, q := range s.placementQuestions() {
		if !s.state.asides[q.ID] {
			open = append(open, q)
			probes = append(probes, model.Probe{Skills: s.index.skillsOf(q.ID), Evidence: evidenceOf(q)})
		}
	}
	if s.state.place == nil || len(open) == 0 {
		return nil
	}
	if s.index.lessons[s.index.place].StopWhen == course.StopAtEnd {
		return open[0]
	}
	if i, _, ok := s.state.place.Next(probes); ok {
		return open[i]
	}
	return nil
}

// placementLimit is the most questions that the test puts.
func (s *Session) placementLimit() int {
	n := len(s.placementQuestions())
	if s.index.lessons[s.index.place].StopWhen == course.StopAtEnd {
		return n
	}
	return min(n, s.index.sampled().Place().Limit())
}

// placing is the step in the placement test: what its author wrote before the
// questions, then the questions that tell most. Nil: it is over.
func (s *Session) placing() Step {
	l := s.index.lessons[s.index.place]
	why := Reason{Code: WhyPlacement, By: ByModel}
	if !s.index.drawn {
		items := s.plan(l)
		for _, it := range items {
			if it.question == nil && !s.met(s.state.lesson(l.ID), l.ID, it) {
				return s.itemStep(l, it, s.place(l, why), nil)
			}
		}
	}
	q := s.probe()
	if q == nil {
		return nil
	}
	p := s.place(l, why)
	s.countPlacement(&p)
	return s.put(q, p, ForPlacement)
}

// countPlacement numbers a question of the test by those that were put before
// it. One that was skipped, or says nothing of a skill, leaves the limit as it is.
func (s *Session) countPlacement(p *Place) {
	put := len(s.state.asides)
	p.Number = put + 1
	p.Of = min(len(s.placementQuestions()), s.placementLimit()+put-s.state.place.Put())
	p.Of = max(p.Number, p.Of) // an edited test may have fewer
}

// placementOver reports whether the test under way has nothing left to put.
func (s *Session) placementOver() bool {
	return s.state.placement == placementAccepted && s.placing() == nil
}

// placed is the result of the placement test.
func (s *Session) placed() Step {
	st := Placed{Place: s.place(nil, Reason{Code: WhyPlaced, By: ByModel}), Asked: s.state.place.Put()}
	shown := s.shownNow()
	for i, k := range s.index.skills.list {
		ps := PlacedSkill{Skill: k, Mastery: s.state.place.Known(i), Found: FoundNew, Lessons: s.goneWith(i, shown)}
		if sk := &s.state.learner.Skills[i]; sk.Answers > 0 || sk.Taught || sk.Mastered {
			continue // more is known than a test can tell
		}
		switch {
		case shown[i]:
			ps.Found, ps.Known = FoundKnown, s.pace().SkipKnown != course.SkipNever
		case ps.Mastery >= s.state.engine.TryFrom:
			ps.Found = FoundMaybe
		}
		st.Skills = append(st.Skills, ps)
	}
	return st
}

// shownNow says which skills the placement test has shown, or were shown before.
func (s *Session) shownNow() []bool {
	shown := make([]bool, len(s.index.skills.list))
	for i := range shown {
		k := &s.state.learner.Skills[i]
		shown[i] = k.Mastered && k.Tested || s.state.place.Shown(i, s.state.engine.SkipFrom)
	}
	return shown
}

// goneWith are the lessons of the road that are passed over when a skill is
// known beside those that were shown: what teaches another one stays.
func (s *Session) goneWith(i int, shown []bool) []*course.Lesson {
	var gone []*course.Lesson
	for _, l := range s.index.skills.taught[i] {
		stays := slices.ContainsFunc(s.index.skills.ofLesson(l), func(k int) bool { return k != i && !shown[k] })
		if s.index.onPath[l.ID] && !stays {
			gone = append(gone, l)
		}
	}
	return gone
}

// movePlaced takes the result, as it stands or as the learner changed it.
func (s *Session) movePlaced(step Placed, a Action) (move, error) {
	var known []string
	switch a := a.(type) {
	case Accept, Continue:
		for _, k := range step.Skills {
			if k.Known {
				known = append(known, k.Skill.ID)
			}
		}
	case Decline, Skip:
	case Submit:
		for _, id := range a.Answer.Items {
			if !slices.ContainsFunc(step.Skills, func(k PlacedSkill) bool { return k.Skill.ID == id }) {
				return move{}, fmt.Errorf("%w: %q is not among the skills", course.ErrForm, id)
			}
		}
		known = a.Answer.Items
	default:
		return notNow(a)
	}
	e := s.event(KindAnswered)
	e.What, e.Item, e.Answer, e.Reason = whatPlaced, s.index.place, &course.Answer{Items: known}, &step.Why
	return one(e), nil
}

// shownBefore is the reason why a lesson that was not begun can be passed over:
// all that it teaches was shown before. Nil: it was not.
func (s *Session) shownBefore(l *course.Lesson) *Reason {
	skills := s.index.skills.ofLesson(l)
	if len(skills) == 0 {
		return nil
	}
	why := Reason{Code: WhyTestedOut, By: ByModel, Number: 2}
	for _, i := range skills {
		k := &s.state.learner.Skills[i]
		if !k.Mastered || !k.Tested {
			return nil
		}
		if m := k.Mastery(); m < why.Number {
			why.Number, why.Title, why.From = m, s.index.skills.list[i].Title, l.Title
		}
	}
	return &why
}

// agreed reports whether the learner has agreed, in the result of the placement
// test, to pass over what the lesson teaches.
func (s *Session) agreed(l *course.Lesson) bool {
	skills := s.index.skills.ofLesson(l)
	return len(skills) > 0 && !slices.ContainsFunc(skills, func(i int) bool { return !s.state.known[s.index.skills.list[i].ID] })
}
