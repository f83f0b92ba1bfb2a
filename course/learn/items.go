package learn

import (
	"math"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// put is a question put outside its place in a lesson. It takes one try.
func (s *Session) put(q *course.Question, p Place, purpose Purpose) Answering {
	swaps := purpose == ForReview || purpose == ForPractice
	if to := s.index.questions[s.state.instead[q.ID]]; swaps && to != nil {
		q = to
	}
	seen := s.state.question(q.ID)
	hints := 0
	if seen.rev == q.Rev && purpose != ForPlacement {
		hints = min(s.state.asideHints[q.ID], len(q.Hints))
	}
	a := Answering{
		Place: p, Question: q, Try: 1, Hints: q.Hints[:hints], Layout: s.layout(q), Draft: s.state.drafts[q.ID],
		Checked: true, Purpose: purpose, Support: s.support(q),
	}
	if purpose != ForPlacement && q.HintsMode != course.HintsAfterWrong {
		a.HintsLeft = len(q.Hints) - hints
	}
	a.AskSure = purpose != ForPlacement && s.asksSure(q)
	if pool := s.index.pool[q.ID]; pool != nil {
		a.Intro = pool.Intro
	}
	if swaps {
		a.CanHarder, a.CanEasier = s.other(q, true, s.notToday) != nil, s.other(q, false, s.notToday) != nil
	}
	return a
}

// support is how much help comes unasked with a question: by the skill of it
// that is known least.
func (s *Session) support(q *course.Question) model.Support {
	least := 2.0
	for _, i := range s.index.skillsOf(q.ID) {
		least = min(least, s.state.learner.Skills[i].Mastery())
	}
	if least > 1 {
		return model.SupportFading
	}
	return model.SupportFor(least)
}

// askedOf is how many first tries there are between two of which the learner
// is asked how sure they are.
const askedOf = 3

// asksSure reports whether to ask how sure the learner is: as the author says,
// else at about one question in three.
func (s *Session) asksSure(q *course.Question) bool {
	switch {
	case s.settingIs(SettingConfidence, "off"):
		return false
	case q.Confidence == course.ConfidenceAlways:
		return true
	case q.Confidence == course.ConfidenceNever:
		return false
	}
	return s.hash("sure "+q.ID)%askedOf == 0
}

// pickFor is the question to put on a skill, out of those whose lessons the
// learner has been through: one that was never asked, near the chance of success
// that practice aims at; else the one asked longest ago. Nil: there is none.
func (s *Session) pickFor(i int, may func(*course.Question) bool) *course.Question {
	var best *course.Question
	var bestSeen bool
	var bestRank float64
	for _, q := range s.index.skills.asked[i] {
		if !s.reachable(q) || !may(q) {
			continue
		}
		seen := !s.state.unseen(q.ID)
		rank := s.distance(i, q)
		if seen {
			rank = float64(s.state.question(q.ID).at.Unix())
		}
		if best == nil || bestSeen && !seen || bestSeen == seen && rank < bestRank {
			best, bestSeen, bestRank = q, seen, rank
		}
	}
	return best
}

// distance is how far a question is from the chance of success that practice
// aims at.
func (s *Session) distance(i int, q *course.Question) float64 {
	points := s.state.learner.Skills[i].Points
	return math.Abs(model.Success(points, evidenceOf(q), levelOf(q)) - model.SuccessAim)
}

// reachable reports whether a question can be put outside its place: the
// learner has been in its lesson, and nothing the author wrote keeps it away.
func (s *Session) reachable(q *course.Question) bool {
	home := s.index.home[q.ID]
	l := s.state.lesson(home)
	if !l.done && !l.begun && l.tried == 0 && l.skipped == nil {
		return false
	}
	if extra := s.index.extra[q.ID]; extra != "" && !s.state.offers[extra] {
		return false
	}
	return q.When.Holds(s.facts(home))
}

// other is a question on the same skill that is harder, or easier, and may be
// put; nil: there is none.
func (s *Session) other(q *course.Question, harder bool, may func(*course.Question) bool) *course.Question {
	skills := s.index.skillsOf(q.ID)
	if len(skills) == 0 {
		return nil
	}
	i := skills[0]
	points := s.state.learner.Skills[i].Points
	now := model.Success(points, evidenceOf(q), levelOf(q))
	var best *course.Question
	least := math.Inf(1)
	for _, o := range s.index.skills.asked[i] {
		if o == q || !s.reachable(o) || !may(o) {
			continue
		}
		d := now - model.Success(points, evidenceOf(o), levelOf(o))
		if !harder {
			d = -d
		}
		if levelOf(o) == levelOf(q) || d <= 0 || d >= least {
			continue
		}
		best, least = o, d
	}
	return best
}

// notToday reports whether a question was not answered on this day.
func (s *Session) notToday(q *course.Question) bool { return !s.askedToday(q.ID) }

// askedToday reports whether a question was answered on this day.
func (s *Session) askedToday(id string) bool {
	at := s.state.question(id).at
	return !at.IsZero() && model.DayOf(at) == s.state.learner.Today
}
