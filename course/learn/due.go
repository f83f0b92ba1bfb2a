package learn

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// dueToday lists what is due for review today, in the order in which a review takes
// it: what the learner found unclear first, then what is remembered least, with
// things alike kept apart; what is only open, and what is new, at the end.
func (s *Session) dueToday() []Due {
	var list []Due
	asked := map[int]bool{} // skills for which a question that was missed comes anyway
	for _, q := range s.keptKeys(DueQuestion) {
		if d, ok := s.dueQuestion(q); ok {
			list = append(list, d)
			for _, i := range s.index.skillsOf(d.id()) {
				asked[i] = true
			}
		}
	}
	for i := range s.state.learner.Skills {
		if d, ok := s.dueSkill(i); ok && !asked[i] {
			list = append(list, d)
		}
	}
	list = append(list, s.dueCards()...)
	list = append(list, s.stillUnclear(list)...)
	s.sortDue(list)
	return apart(list)
}

// stillUnclear is the skill that the learner wrote was unclear, where it is not
// due anyway; empty: it is, or there is none.
func (s *Session) stillUnclear(due []Due) []Due {
	unclear := s.unclearSkill()
	i, ok := s.index.skills.at[unclear]
	if !ok || slices.ContainsFunc(due, func(d Due) bool { return d.Skill == unclear }) || !s.asks(i) {
		return nil
	}
	return []Due{s.knownSkill(i)}
}

// id is the id in the name of an item.
func (d Due) id() string {
	_, id := splitKey(d.ID)
	return id
}

// keptKeys lists the items of one kind that are kept, in a fixed order.
func (s *Session) keptKeys(kind DueKind) []string {
	var keys []string
	for key, k := range s.state.met {
		if of, _ := splitKey(key); of == kind && !k.gone {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// dueQuestion is a question that was missed, if it is due.
func (s *Session) dueQuestion(key string) (Due, bool) {
	_, id := splitKey(key)
	q, k := s.index.questions[id], s.state.met[key]
	if q == nil || !s.reachable(q) || !s.dueNow(k) {
		return Due{}, false
	}
	d := s.dueItem(DueQuestion, id, q.Prompt, k)
	d.Why = Reason{Code: WhyMissed, By: ByModel, Title: q.Prompt, Days: d.Since}
	for _, i := range s.index.skillsOf(id) {
		d.Skill = s.index.skills.list[i].ID
		break
	}
	return d, true
}

// dueNow reports whether an item is due today.
func (s *Session) dueNow(k *kept) bool {
	return s.state.learner.Today >= s.state.engine.DueOn(s.state.learner, k.memory, k.last)
}

// dueItem is an item that is kept, as far as its memory tells.
func (s *Session) dueItem(kind DueKind, id, title string, k *kept) Due {
	l := s.state.learner
	return Due{
		Kind: kind, ID: dueKey(kind, id), Title: title, Lapses: k.lapses, Since: max(0, int(l.Today-k.last)),
		Recall: s.state.engine.RecallOf(l, k.memory, k.last), On: s.state.engine.DueOn(l, k.memory, k.last).Date(),
	}
}

// dueSkill is a skill that is due: one that is known, or one that was left for
// another day. It takes a question to review it.
func (s *Session) dueSkill(i int) (Due, bool) {
	l, e := s.state.learner, s.state.engine
	k, skill := &l.Skills[i], s.index.skills.list[i]
	d := Due{ID: dueKey(DueSkill, skill.ID), Title: skill.Title, Skill: skill.ID, Lapses: k.Lapses}
	switch {
	case k.Mastered && e.Due(l, i):
		d = s.knownSkill(i)
		d.Why = Reason{Code: WhyDue, By: ByModel, Title: skill.Title, Days: d.Since, Number: d.Recall, Limit: e.Target}
		if k.Lapsed && l.Today == k.Last {
			d.Why = Reason{Code: WhyLapse, By: ByModel, Title: skill.Title}
		}
	case !k.Mastered && k.Taught && s.state.touched[i] < l.Today:
		d.Kind, d.Recall, d.Since, d.On = DueOpen, k.Mastery(), int(l.Today-s.state.touched[i]), (s.state.touched[i] + 1).Date()
		d.Why = Reason{Code: WhyOpen, By: ByModel, Title: skill.Title, Number: d.Recall, Limit: e.Line(i)}
	default:
		return Due{}, false
	}
	return d, s.asks(i)
}

// knownSkill is a skill that was mastered, as far as its memory tells.
func (s *Session) knownSkill(i int) Due {
	l, e := s.state.learner, s.state.engine
	k, skill := &l.Skills[i], s.index.skills.list[i]
	return Due{
		Kind: DueSkill, ID: dueKey(DueSkill, skill.ID), Title: skill.Title, Skill: skill.ID, Lapses: k.Lapses,
		Recall: e.Recall(l, i), Since: max(0, int(l.Today-k.Last)), On: e.DueOn(l, k.Memory, k.Last).Date(),
	}
}

func anyQuestion(*course.Question) bool { return true }

// dueCards are the cards that are due, terms of the glossary among them, and
// some that are new.
func (s *Session) dueCards() []Due {
	var list []Due
	begun := s.cardsBegun()
	for i := range s.course.Cards {
		c := &s.course.Cards[i]
		k, title := s.state.met[dueKey(DueCard, c.ID)], firstLine(c.Front)
		d := Due{Kind: s.cardKind(c), ID: dueKey(DueCard, c.ID), Title: title}
		switch after := s.cardAfter(c); {
		case k != nil && s.dueNow(k):
			d = s.dueItem(d.Kind, c.ID, title, k)
			d.Why = Reason{Code: WhyDue, By: ByModel, Title: title, Days: d.Since, Number: d.Recall, Limit: s.state.engine.Target}
		case k == nil && begun < newCards && s.finishedBeforeToday(after):
			begun++
			d.On = s.state.learner.Today.Date()
			d.Why = Reason{Code: WhyCard, By: ByModel, Title: title, From: s.index.title(after)}
		default:
			continue
		}
		if len(c.Skills) > 0 {
			d.Skill = c.Skills[0]
		}
		list = append(list, d)
	}
	return list
}

// cardsBegun is how many cards were met for the first time today.
func (s *Session) cardsBegun() int {
	n := 0
	for key, k := range s.state.met {
		if kind, _ := splitKey(key); kind == DueCard && k.first == s.state.learner.Today {
			n++
		}
	}
	return n
}

// cardKind tells terms of the glossary from other cards.
func (s *Session) cardKind(c *course.Card) DueKind {
	if s.index.terms[c.Front] != nil {
		return DueTerm
	}
	return DueCard
}

// cardAfter is the lesson after which a card comes up: its author's, else the
// first that teaches its skill, else for a term the first that uses it, else the
// first of the road.
func (s *Session) cardAfter(c *course.Card) string {
	if s.index.lessons[c.After] != nil {
		return c.After
	}
	for _, i := range s.index.skills.indexes(c.Skills) {
		for _, l := range s.index.skills.taught[i] {
			return l.ID
		}
	}
	if used := s.index.usedIn(s.course, c.Front); used != "" {
		return used
	}
	for _, st := range s.course.Path {
		if st.Lesson != nil {
			return st.Lesson.ID
		}
	}
	return ""
}

// finishedBeforeToday reports whether a lesson was finished on an earlier day.
func (s *Session) finishedBeforeToday(lesson string) bool {
	l := s.state.lesson(lesson)
	return !l.finished.IsZero() && model.DayOf(l.finished) < s.state.learner.Today
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// sortDue puts what is due in order.
func (s *Session) sortDue(list []Due) {
	group := func(d Due) int {
		switch {
		case d.Why.Code == WhyCard:
			return 3
		case d.Kind == DueOpen:
			return 2
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b Due) int {
		return cmp.Or(cmp.Compare(group(a), group(b)), cmp.Compare(a.Recall-s.sooner(a), b.Recall-s.sooner(b)), cmp.Compare(a.ID, b.ID))
	})
	unclear := s.unclearSkill()
	i := slices.IndexFunc(list, func(d Due) bool { return unclear != "" && d.Skill == unclear })
	if i < 0 {
		return
	}
	first := list[i]
	first.Why = Reason{Code: WhyUnclear, By: ByLearner, Title: s.skillTitle(unclear)}
	copy(list[1:i+1], list[:i])
	list[0] = first
}

// sooner is by how much recall an item comes sooner, for what builds on it.
func (s *Session) sooner(d Due) float64 {
	i, ok := s.index.skills.at[d.Skill]
	if !ok {
		return 0
	}
	return s.state.engine.Sooner(i)
}

// apart keeps two items on one skill from following each other, as far as it
// goes: mixing what is alike makes one tell it apart (Brunmair & Richter 2019).
func apart(list []Due) []Due {
	for i := 1; i < len(list); i++ {
		if list[i].Skill == "" || list[i].Skill != list[i-1].Skill {
			continue
		}
		for j := i + 1; j < len(list); j++ {
			if list[j].Skill != list[i].Skill {
				moved := list[j]
				copy(list[i+1:j+1], list[i:j])
				list[i] = moved
				break
			}
		}
	}
	return list
}

// minutesFor is how long an item is expected to take this learner.
func (s *Session) minutesFor(d Due) float64 {
	usual := cardMinutes
	switch d.Kind {
	case DueQuestion:
		usual = minutesOf(s.index.questions[d.id()])
	case DueSkill, DueOpen:
		if i, ok := s.index.skills.at[d.Skill]; ok {
			if q := s.pickFor(i, anyQuestion); q != nil {
				usual = minutesOf(q)
			}
		}
	case DueCard, DueTerm:
	}
	return usual * model.Speed(s.state.work)
}

// minutesForAll is how long items are expected to take, in whole minutes.
func (s *Session) minutesForAll(list []Due) int {
	sum := 0.0
	for _, d := range list {
		sum += s.minutesFor(d)
	}
	return int(math.Ceil(sum))
}

// dueTomorrow is how many reviews are due tomorrow, if none of today's is done.
func (s *Session) dueTomorrow() int {
	return len(s.asOf(s.state.learner.Today + 1).dueToday())
}

// nextReview is the day of the next review after today; zero: none is known. It
// is of what can be reviewed, as things are now.
func (s *Session) nextReview() time.Time {
	l, e := s.state.learner, s.state.engine
	if s.dueTomorrow() > 0 {
		return (l.Today + 1).Date()
	}
	next := model.Day(math.MaxInt)
	for i := range l.Skills {
		if k := &l.Skills[i]; k.Mastered && s.asks(i) {
			next = min(next, e.DueOn(l, k.Memory, k.Last))
		}
	}
	for key, k := range s.state.met {
		if !k.gone && s.stillKept(key) {
			next = min(next, e.DueOn(l, k.memory, k.last))
		}
	}
	if next == math.MaxInt {
		return time.Time{}
	}
	return next.Date()
}

// stillKept reports whether the course has what is kept, for this learner.
func (s *Session) stillKept(key string) bool {
	kind, id := splitKey(key)
	if kind == DueCard {
		return s.index.cards[id] != nil
	}
	q := s.index.questions[id]
	return kind == DueQuestion && q != nil && s.reachable(q)
}
