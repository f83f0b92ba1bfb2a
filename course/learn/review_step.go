package learn

import (
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// reviewing reports whether a review of today is under way.
func (s *Session) reviewing() bool {
	return s.state.run != nil && s.state.run.day == s.state.learner.Today
}

// atReview reports whether the step belongs to a review, also to one of a day
// that has ended since.
func (s *Session) atReview() bool {
	switch step := s.step.(type) {
	case Recalling, Reviewed:
		return true
	case Answering:
		return step.Purpose == ForReview
	case Feedback:
		return step.Purpose == ForReview && s.state.run != nil
	}
	return false
}

// endReview leaves the review, or its summary.
func (s *Session) endReview() Event {
	e := s.event(KindReviewed)
	e.What, e.Ref = whatEnd, s.state.run.event
	return e
}

// reviewStep is what the review under way meets now.
func (s *Session) reviewStep() Step {
	r := s.state.run
	done := map[string]int{}
	for n, key := range r.queue {
		done[key]++
		if r.met(key) >= done[key] {
			if key = s.onceMore(key, n); key == "" {
				continue
			}
		}
		why := s.whyReview(key)
		if after := s.afterThis(n); after != "" {
			why.Over, why.Less = s.ranItem(ranItem{key: after}).Title, s.whyReview(after).Code
		}
		p := s.place(nil, why)
		p.Number, p.Of = n+1, len(r.queue)
		kind, id := splitKey(key)
		switch kind {
		case DueCard:
			if c := s.index.cards[id]; c != nil {
				return Recalling{Place: p, Kind: s.cardKind(c), Item: key, Front: c.Front, Back: c.Back}
			}
		case DueQuestion, DueSkill, DueOpen, DueTerm:
			if q := s.reviewQuestion(kind, id); q != nil {
				a := s.put(q, p, ForReview)
				a.ref = key
				return a
			}
		}
	}
	return s.reviewedStep()
}

// afterThis is the item of the review that follows the n-th; empty: none.
func (s *Session) afterThis(n int) string {
	queue := s.state.run.queue[n+1:]
	if i := slices.IndexFunc(queue, s.stillThere); i >= 0 {
		return queue[i]
	}
	return ""
}

// afterNow is the item of a review that follows the one that stands at a place;
// empty: none, or no review.
func (s *Session) afterNow(at Place) string {
	if !s.reviewing() || at.Lesson != nil || at.Number < 1 || at.Number > len(s.state.run.queue) {
		return ""
	}
	return s.afterThis(at.Number - 1)
}

// stillThere reports whether the course has what an item of a review is about.
func (s *Session) stillThere(key string) bool {
	switch kind, id := splitKey(key); kind {
	case DueCard, DueTerm:
		return s.index.cards[id] != nil
	case DueSkill, DueOpen, DueQuestion:
		return s.reviewQuestion(kind, id) != nil
	}
	return false
}

// openInRow is how many questions on an open skill follow each other in one
// review, at most.
const openInRow = 3

// onceMore is the skill of the last answer, as a review names it, when it is
// asked once more at once: a known one that was missed, to see whether it has
// gone, and an open one that was right, to see whether it has come. Empty: no.
func (s *Session) onceMore(key string, n int) string {
	r := s.state.run
	last := len(r.items) - 1
	if last < 0 || r.items[last].key != key || slices.Index(r.queue, key) != n {
		return ""
	}
	kind, id := splitKey(key)
	skills := s.index.skills.indexes([]string{id})
	if kind == DueQuestion {
		skills = s.index.skillsOf(id)
	}
	for _, i := range skills {
		again := dueKey(DueSkill, s.index.skills.list[i].ID)
		switch k := &s.state.learner.Skills[i]; {
		case k.Mastered && k.Lapsed && k.Last == r.day && !r.items[last].right && r.met(again) < 2:
			return again
		case kind == DueSkill && !k.Mastered && r.items[last].right && r.met(key) < openInRow && s.fresh(i):
			return again
		}
	}
	return ""
}

// fresh reports whether there is a question on a skill that was not asked today.
func (s *Session) fresh(i int) bool {
	return s.pickFor(i, s.notToday) != nil
}

// reviewQuestion is the question to review an item with.
func (s *Session) reviewQuestion(kind DueKind, id string) *course.Question {
	if kind == DueQuestion {
		return s.index.questions[id]
	}
	i, ok := s.index.skills.at[id]
	if !ok {
		return nil
	}
	if q := s.pickFor(i, s.notToday); q != nil {
		return q
	}
	return s.pickFor(i, anyQuestion)
}

// whyReview is why an item is reviewed, as things stand now.
func (s *Session) whyReview(key string) Reason {
	kind, id := splitKey(key)
	if k := s.state.met[key]; k != nil && kind != DueSkill {
		d := s.dueItem(kind, id, id, k)
		if kind == DueQuestion {
			return Reason{Code: WhyMissed, By: ByModel, Days: d.Since}
		}
		if kind == DueCard && s.index.cards[id] != nil {
			d.Title = firstLine(s.index.cards[id].Front)
		}
		return Reason{Code: WhyDue, By: ByModel, Title: d.Title, Days: d.Since, Number: d.Recall, Limit: s.state.engine.Target}
	}
	switch kind {
	case DueCard:
		if c := s.index.cards[id]; c != nil {
			return Reason{Code: WhyCard, By: ByModel, From: s.index.title(s.cardAfter(c))}
		}
	case DueSkill, DueOpen:
		if i, ok := s.index.skills.at[id]; ok {
			return s.whySkill(i)
		}
	case DueQuestion, DueTerm:
	}
	return Reason{Code: WhyTopUp, By: ByModel, Title: id}
}

// whySkill is why a skill is reviewed now.
func (s *Session) whySkill(i int) Reason {
	skill, k := s.index.skills.list[i], &s.state.learner.Skills[i]
	if s.unclearSkill() == skill.ID {
		return Reason{Code: WhyUnclear, By: ByLearner, Title: skill.Title}
	}
	if d, due := s.dueSkill(i); due {
		return d.Why
	}
	if k.Mastered {
		return Reason{Code: WhyTopUp, By: ByModel, Title: skill.Title, Number: s.state.engine.Recall(s.state.learner, i)}
	}
	return Reason{Code: WhyPractice, By: ByModel, Title: skill.Title, Number: k.Mastery(), Limit: s.state.engine.Line(i)}
}

// moveRecalling takes the learner's word for how well they knew a card.
func (s *Session) moveRecalling(step Recalling, a Action) (move, error) {
	e := s.event(KindReviewed)
	e.What, e.Ref, e.Reason = whatCard, step.Item, &step.Why
	switch a := a.(type) {
	case Judge:
		switch a.Knew {
		case KnewIt:
			e.Score = 1
		case KnewEasy:
			e.Score, e.Answer = 1, &course.Answer{Text: string(KnewEasy)}
		case KnewNot:
		default:
			return move{}, fmt.Errorf("%w: say %q, %q or %q", course.ErrForm, KnewNot, KnewIt, KnewEasy)
		}
	case Skip:
		return one(s.endReview()), nil
	default:
		return notNow(a)
	}
	m := one(e)
	if e.Score == 0 {
		m.events = append(m.events, s.leech(step.Item)...)
	}
	return m, nil
}

// leech tells of an item that was missed again and again, once.
func (s *Session) leech(key string) []Event {
	if s.state.leeches[key] || s.state.lapses(key)+1 < leechFrom || !s.lapsesNow(key) {
		return nil
	}
	e := s.event(KindNoted)
	e.What, e.Ref, e.Took = whatLeech, key, 0
	_, e.Item = splitKey(key)
	return []Event{e}
}

// lapsesNow reports whether a miss now is one more lapse: a skill that failed
// just before, or is not known, lapses no further.
func (s *Session) lapsesNow(key string) bool {
	kind, id := splitKey(key)
	i, ok := s.index.skills.at[id]
	if kind != DueSkill || !ok {
		return true
	}
	k := &s.state.learner.Skills[i]
	return k.Mastered && !k.Lapsed && s.state.learner.Today > k.Last
}

// reviewedStep closes the review.
func (s *Session) reviewedStep() Step {
	r := s.state.run
	st := Reviewed{Place: s.place(nil, Reason{Code: WhyReviewed}), Minutes: r.spent.Minutes(), Due: len(s.dueToday()), Tomorrow: s.dueTomorrow()}
	for _, it := range r.items {
		st.Asked++
		if it.right {
			st.Right++
		}
		st.Items = append(st.Items, s.ranItem(it))
	}
	st.Next = s.nextReview()
	return st
}

// ranItem tells of one item of a review that is through.
func (s *Session) ranItem(it ranItem) ReviewedItem {
	kind, id := splitKey(it.key)
	out := ReviewedItem{Title: id, Kind: kind, Right: it.right, Leech: s.state.leeches[it.key]}
	l, e := s.state.learner, s.state.engine
	if k := s.state.met[it.key]; k != nil && !k.gone {
		out.Days = int(e.DueOn(l, k.memory, k.last) - l.Today)
	}
	switch kind {
	case DueSkill, DueOpen:
		if i, ok := s.index.skills.at[id]; ok {
			k := &l.Skills[i]
			out.Title, out.Days = s.index.skills.list[i].Title, 1
			if q := s.index.questions[it.item]; q != nil && s.state.run != nil && s.state.run.met(it.key) > 1 {
				out.Title = q.Prompt // one skill, several questions
			}
			if k.Mastered {
				out.Days = int(e.DueOn(l, k.Memory, k.Last) - l.Today)
			}
		}
	case DueQuestion:
		if q := s.index.questions[id]; q != nil {
			out.Title = q.Prompt
		}
	case DueCard:
		if c := s.index.cards[id]; c != nil {
			out.Title, out.Kind = firstLine(c.Front), s.cardKind(c)
		}
	case DueTerm:
	}
	return out
}
