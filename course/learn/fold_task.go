package learn

import (
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// foldChecked takes in what came of the checks of a task. Work that is under way
// says nothing about a skill; once all checks hold it counts, once a round.
func (s *state) foldChecked(e *Event) {
	if e.Answer == nil {
		return
	}
	s.pending = nil
	q := s.touchQuestion(e.Item, e.Rev)
	q.answers++
	q.held = q.held[:0:0]
	for _, letter := range e.Answer.Text {
		q.held = append(q.held, letter == letterHeld)
	}
	for _, kept := range e.Answer.Items {
		if name, value, ok := strings.Cut(kept, "="); ok {
			s.values[name] = value
		}
	}
	s.seen[e.Item] = true
	s.enter(e)
	if e.Outcome == course.Right && !q.checked {
		q.checked, q.score = true, share(e.Score)
		s.teachSoFar(e)
		if !q.shown {
			s.countTask(e, q)
		}
	}
	q.at = e.Time
}

// countTask lets a task whose checks all hold count for its skills.
func (s *state) countTask(e *Event, q *question) {
	s.save(e, q)
	aids := model.Aids{Hint: e.Hints > 0, Again: q.within(e.Time)}
	for _, i := range s.index.skillsOf(e.Item) {
		s.evidence(e, i, model.Answer{
			Evidence: model.Program(), Score: 1, Weight: aids.Weight(1), Unaided: aids.Counts() && !q.counted, Told: true,
		}, gradeOf(e))
	}
	q.right, q.counted = true, q.counted || aids.Counts()
}
