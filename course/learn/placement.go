package learn

import (
	"cmp"
	"slices"
)

// undecided leaves out the questions of the placement test whose skills are
// clear already, and puts first what builds on most: a right answer there
// tells about everything below it.
func (s *Session) undecided(items []item) []item {
	var texts, questions []item
	for _, it := range items {
		switch {
		case it.question == nil:
			texts = append(texts, it)
		case s.met(s.state.lesson(s.index.place), s.index.place, it) || !s.clear(it.question.Skills):
			questions = append(questions, it)
		}
	}
	slices.SortStableFunc(questions, func(a, b item) int {
		return cmp.Compare(s.depth(b.question.Skills), s.depth(a.question.Skills))
	})
	return append(texts, questions...)
}

// clear reports whether nothing more is to be learned about the skills: each is
// shown, or builds on one that was missed.
func (s *Session) clear(skills []string) bool {
	if len(skills) == 0 {
		return false
	}
	missed := s.missedInPlacement()
	for _, id := range skills {
		if k := s.state.skills[id]; k == nil || k.mastery() >= placementKnow-1e-9 {
			continue
		}
		below := s.index.closure(id)
		if !slices.ContainsFunc(below, func(b string) bool { return missed[b] }) {
			return false
		}
	}
	return true
}

// missedInPlacement lists the skills of questions missed in the test.
func (s *Session) missedInPlacement() map[string]bool {
	missed := map[string]bool{}
	for id, q := range s.state.questions {
		c := s.index.questions[id]
		if c == nil || !q.missed || !s.index.placement(s.index.home[id]) {
			continue
		}
		for _, k := range c.Skills {
			missed[k] = true
		}
	}
	return missed
}

// depth is how much the skills build on.
func (s *Session) depth(skills []string) int {
	n := 0
	for _, id := range skills {
		n = max(n, len(s.index.closure(id)))
	}
	return n
}
