package learn

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// begins takes note of how well a skill was known before anything was done for
// it in its lesson or by an answer.
func (s *state) begins(i int) {
	if _, begun := s.outset[i]; !begun {
		s.outset[i] = s.learner.Skills[i].Mastery()
	}
}

// ownRecords is what the skills that were begun took so far, by their authors'
// estimates, with what was expected of them before.
func (s *Session) ownRecords() []model.Record {
	l, e := s.state.learner, s.state.engine
	costs := s.wholeCosts()
	fresh := e.NewLearner(l.Today)
	var out []model.Record
	for i := range l.Skills {
		k := &l.Skills[i]
		outset, begun := s.state.outset[i]
		if !begun || !s.askable(i) {
			continue
		}
		reviews := s.state.reviewed[i]
		r := model.Record{
			Taken:    float64(max(0, k.Answers-reviews))*costs[i].Question + float64(s.state.explained[i])*costs[i].Explain,
			Expected: float64(max(0, reviews-k.Lapses)) * e.ExpectReview(i, costs), // a lapse asks twice
		}
		if k.Taught {
			r.Taken += costs[i].Lesson
		}
		if r.Taken > 0 {
			fresh.Skills[i].Points = model.Points(outset)
			r.Expected += e.Expect(fresh, i, costs)
		}
		if !k.Mastered {
			r.Left = e.Expect(l, i, costs)
		}
		out = append(out, r)
	}
	return out
}

// wholeCosts is what each skill takes of a learner who has done nothing for it
// yet.
func (s *Session) wholeCosts() []model.Cost {
	costs := make([]model.Cost, len(s.index.skills.list))
	for i := range costs {
		costs[i] = model.Cost{Question: s.questionMinutes(i), Explain: s.explainMinutes(i)}
		for _, l := range s.index.skills.taught[i] {
			if l.Kind == course.KindLesson {
				costs[i].Lesson = s.teachMinutes(l) / float64(max(1, len(s.index.skills.ofLesson(l))))
				break // the first: with it the skill counts as taught
			}
		}
	}
	return costs
}

// explainMinutes is how long another explanation of a skill usually takes: a
// detour, or one more way in which its lesson tells it; 0: there is none.
func (s *Session) explainMinutes(i int) float64 {
	sum, n := 0.0, 0
	for _, l := range s.index.skills.taught[i] {
		z := s.index.sizeOf(l)
		switch {
		case l.Kind != course.KindLesson:
			sum += s.teachMinutes(l) / float64(max(1, len(s.index.skills.ofLesson(l))))
			n++
		case z.ideas > 0:
			sum += float64(z.again) / float64(z.ideas) / wordsAMinute
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
