package learn

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// review begins a review.
func (s *Session) review(a Review) (move, error) {
	list, err := s.queue(a)
	if err != nil {
		return move{}, err
	}
	if a.Minutes > 0 {
		list = s.fits(list, float64(max(a.Minutes, shortestReview)))
	}
	if a.Share {
		list = s.share(list)
	}
	e := s.event(KindReviewed)
	e.What, e.Answer, e.Reason = whatBegin, &course.Answer{}, s.whyBegin(a, len(list))
	if a.Skill == "" && !a.Spare {
		e.Ref = reviewOffer(s.state.learner.Today)
	}
	for _, d := range list {
		e.Answer.Items = append(e.Answer.Items, d.ID)
	}
	return one(e), nil
}

const (
	shortestReview = 2  // minutes
	longestReview  = 60 // items
	spareItems     = 5  // of a review of what is not due
	practiceItems  = 5  // questions on one skill that the learner asks for
)

// queue lists what a review takes.
func (s *Session) queue(a Review) ([]Due, error) {
	switch {
	case a.Skill != "":
		i, ok := s.index.skills.at[a.Skill]
		if !ok {
			return nil, fmt.Errorf("reviewing %q: the course %q has no such skill%s", a.Skill, s.course.ID, meant(a.Skill, ids(s.index.skills.at)))
		}
		n := min(practiceItems, s.questionsOn(i))
		if n == 0 {
			return nil, fmt.Errorf("reviewing %q: its lesson comes first: %w", s.index.skills.list[i].Title, ErrNotNow)
		}
		return slices.Repeat([]Due{{Kind: DueSkill, ID: dueKey(DueSkill, a.Skill), Skill: a.Skill}}, n), nil
	case a.Spare:
		list := s.spare()
		if len(list) == 0 {
			return nil, fmt.Errorf("reviewing ahead: nothing is known yet that could slip: %w", ErrNotNow)
		}
		return list, nil
	}
	list := s.dueToday()
	if len(list) == 0 {
		return nil, fmt.Errorf("reviewing: nothing is due today: %w", ErrNotNow)
	}
	return list[:min(len(list), longestReview)], nil
}

// asks reports whether there is any question to practise a skill with.
func (s *Session) asks(i int) bool { return slices.ContainsFunc(s.index.skills.asked[i], s.reachable) }

// questionsOn is how many questions there are to practise a skill with.
func (s *Session) questionsOn(i int) int {
	n := 0
	for _, q := range s.index.skills.asked[i] {
		if s.reachable(q) {
			n++
		}
	}
	return n
}

// spare lists what is remembered least of what is not due.
func (s *Session) spare() []Due {
	var list []Due
	for i := range s.state.learner.Skills {
		k, skill := &s.state.learner.Skills[i], s.index.skills.list[i]
		if !k.Mastered || k.Last == s.state.learner.Today || !s.asks(i) {
			continue
		}
		r := s.state.engine.Recall(s.state.learner, i)
		if r >= s.state.engine.TopUp {
			continue
		}
		list = append(list, Due{
			Kind: DueSkill, ID: dueKey(DueSkill, skill.ID), Title: skill.Title, Skill: skill.ID, Recall: r,
			Why: Reason{Code: WhyTopUp, By: ByModel, Title: skill.Title, Number: r},
		})
	}
	slices.SortStableFunc(list, func(a, b Due) int { return cmp.Compare(a.Recall, b.Recall) })
	return list[:min(len(list), spareItems)]
}

// share cuts a list to what leaves room for what is new today.
func (s *Session) share(list []Due) []Due {
	if s.ahead() == nil {
		return list
	}
	return s.fits(list, float64(max(shortestReview, s.reviewShare())))
}

// fits cuts a list to what fits into so many minutes, one item at least.
func (s *Session) fits(list []Due, minutes float64) []Due {
	sum := 0.0
	for n, d := range list {
		if sum += s.minutesFor(d); sum > minutes && n > 0 {
			return list[:n]
		}
	}
	return list
}

// whyBegin is why a review begins.
func (s *Session) whyBegin(a Review, items int) *Reason {
	if a.Skill != "" {
		return &Reason{Code: WhyLearner, By: ByLearner, Title: s.skillTitle(a.Skill), Number: float64(items)}
	}
	return &Reason{Code: WhyReviews, By: ByModel, Number: float64(items)}
}
