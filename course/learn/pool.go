package learn

import (
	"cmp"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// pick chooses the questions of a pool: the same ones all through a round of
// the lesson, but that one which was missed makes room for one never asked.
// When the lesson is taken again, those never asked come first, then those
// asked longest ago.
func (s *Session) pick(lesson string, p *course.Pool) []*course.Question {
	if p.Pick >= len(p.Questions) || p.Pick < 1 {
		return p.Questions
	}
	order := slices.Clone(p.Questions)
	from := s.state.lesson(lesson).from
	slices.SortStableFunc(order, func(a, b *course.Question) int {
		return cmp.Or(
			cmp.Compare(s.turn(a.ID, from), s.turn(b.ID, from)),
			s.state.question(a.ID).at.Compare(s.state.question(b.ID).at),
			cmp.Compare(s.hash(a.ID), s.hash(b.ID)),
		)
	})
	picked := order[:p.Pick]
	slices.SortStableFunc(picked, func(a, b *course.Question) int { return cmp.Compare(s.hash(a.ID), s.hash(b.ID)) })
	return picked
}

// turn says when a question of a pool has its turn: what the learner opened,
// came back to, wanted instead of another one or met in this round, what was
// never asked, what was asked before, and last what another one was asked in
// place of.
func (s *Session) turn(id, from string) int {
	q := s.state.question(id)
	switch {
	case q.spent || s.state.swaps[id] != "":
		return 3
	case id == from || q.touched() || s.state.swappedIn(id):
		return 0
	case s.state.unseen(id):
		return 1
	}
	return 2
}
