package learn

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// stop is one entry of the road as it is for this learner.
type stop struct {
	module   string
	lesson   *course.Lesson // nil at a fork
	choose   *course.Choose
	optional bool
	off      bool   // its rule does not hold, or an author's Go to passes over it
	why      Reason // why it is here, or why it is off
}

// road is the road from the course and what is known of the learner. It is
// computed for each step and never stored, so that an edited course strands
// nobody. Callers must not change it.
func (s *Session) road() []stop {
	if s.stops == nil {
		s.stops = s.computeRoad()
	}
	return s.stops
}

func (s *Session) computeRoad() []stop {
	stops := make([]stop, 0, len(s.course.Path))
	facts, asked := s.facts(""), s.inGoal()
	for _, p := range s.course.Path {
		if p.Choose != nil {
			stops = append(stops, s.fork(p, facts)...)
			continue
		}
		st := stop{module: p.Module, lesson: p.Lesson, optional: p.Optional, why: Reason{Code: WhyNext}}
		for _, rule := range []*course.Rule{p.When, p.Lesson.When} {
			if rule == nil {
				continue
			}
			st.why = s.whyRule(rule, "")
			if !rule.Holds(facts) {
				st.off = true
				break
			}
		}
		stops = append(stops, s.beyond(st, p, asked))
	}
	return s.passOver(needsFirst(stops))
}

// beyond makes a lesson optional that teaches nothing the learner's goal asks
// for, unless its author says by a rule for whom it is.
func (s *Session) beyond(st stop, p course.Stop, asked []bool) stop {
	skills := s.index.skills.ofLesson(st.lesson)
	if asked == nil || st.optional || p.When != nil || st.lesson.When != nil || len(skills) == 0 {
		return st
	}
	if !slices.ContainsFunc(skills, func(i int) bool { return asked[i] }) {
		st.optional = true
		st.why = Reason{Code: WhyBeyond, By: ByModel, Title: st.lesson.Title, From: s.goalTitle()}
	}
	return st
}

// fork gives the lessons taken at a fork, or the fork itself while it is open.
func (s *Session) fork(p course.Stop, facts course.Facts) []stop {
	off := !p.When.Holds(facts)
	taken, decided := s.taken(p.Choose)
	var stops []stop
	for _, l := range p.Choose.From {
		for _, id := range taken {
			if l.ID == id {
				stops = append(stops, stop{module: p.Module, lesson: l, off: off, why: Reason{Code: WhyChosen, Title: p.Choose.Title}})
			}
		}
	}
	if decided {
		return stops
	}
	return append(stops, stop{module: p.Module, choose: p.Choose, optional: p.Optional, off: off, why: Reason{Code: WhyNext}})
}

// taken lists the lessons taken at a fork, and whether the learner has decided.
// Lessons that the fork no longer has leave it undecided, unless one of them
// was finished.
func (s *Session) taken(fork *course.Choose) (lessons []string, decided bool) {
	taken, decided := s.state.forks[fork.ID]
	over := len(taken) == 0
	for _, id := range taken {
		if slices.ContainsFunc(fork.From, func(l *course.Lesson) bool { return l.ID == id }) {
			lessons = append(lessons, id)
		}
		over = over || s.state.lesson(id).done
	}
	return lessons, decided && (over || len(lessons) > 0)
}

// needsFirst moves a lesson that another one needs, or the first that teaches a
// skill it needs, in front of it. Stops keep their order otherwise; a cycle is
// broken where it is met.
func needsFirst(stops []stop) []stop {
	if !slices.ContainsFunc(stops, func(st stop) bool { return st.lesson != nil && len(st.lesson.Needs) > 0 }) {
		return stops
	}
	at := map[string]int{}
	for i, st := range stops {
		if st.lesson != nil {
			at[st.lesson.ID] = i
		}
	}
	for i, st := range stops {
		if st.lesson == nil || st.off {
			continue
		}
		for _, skill := range st.lesson.Skills {
			if _, known := at[skill]; !known {
				at[skill] = i
			}
		}
	}
	out := make([]stop, 0, len(stops))
	done := make([]bool, len(stops))
	var emit func(i int, why *Reason)
	emit = func(i int, why *Reason) {
		if done[i] {
			return
		}
		done[i] = true
		st := stops[i]
		if st.lesson != nil && !st.off {
			for _, need := range st.lesson.Needs {
				if j, ok := at[need]; ok && j > i {
					emit(j, &Reason{Code: WhyNeeded, From: st.lesson.Title})
				}
			}
		}
		if why != nil && !st.off {
			st.why = *why
		}
		out = append(out, st)
	}
	for i := range stops {
		emit(i, nil)
	}
	return out
}

// passOver takes the stops that an author's Go to passes over off the road,
// unless the learner has begun them.
func (s *Session) passOver(stops []stop) []stop {
	for _, b := range s.state.bypasses {
		from, to := find(stops, b.from), find(stops, b.to)
		if from < 0 || to < 0 {
			continue
		}
		for i := from + 1; i < to; i++ {
			if l := stops[i].lesson; l == nil || !s.state.lesson(l.ID).begun {
				stops[i].off, stops[i].why = true, b.why
			}
		}
	}
	return stops
}

func find(stops []stop, lesson string) int {
	for i, st := range stops {
		if st.lesson != nil && st.lesson.ID == lesson {
			return i
		}
	}
	return -1
}

// open reports whether a stop is still to be met.
func (s *Session) open(st stop) bool {
	if st.off {
		return false
	}
	if st.lesson == nil {
		return true
	}
	if yes, answered := s.state.offers[st.lesson.ID]; st.optional && answered && !yes {
		return false
	}
	l := s.state.lesson(st.lesson.ID)
	return !l.ended && !l.done && l.skipped == nil && !l.left
}

// here is the lesson the learner is in on the road, or nil between two.
func (s *Session) here() *course.Lesson {
	l := s.state.lesson(s.state.cursor)
	if !l.begun || l.ended || l.skipped != nil || l.left {
		return nil
	}
	return s.index.lessons[s.state.cursor]
}

// ahead is the first open stop after where the learner is, or else the first
// one passed over, or nil at the end of the road.
func (s *Session) ahead() *stop { return s.aheadOf("") }

// aheadOf is ahead as if the given lesson had ended.
func (s *Session) aheadOf(ended string) *stop {
	stops := s.road()
	at := find(stops, s.state.roadAt)
	for i := at; i < len(stops); i++ {
		if i >= 0 && s.open(stops[i]) && !isLesson(stops[i], ended) {
			st := stops[i]
			if !s.state.underway && st.why.Code == WhyNext {
				st.why.Code = WhyStart
			}
			return &st
		}
	}
	for i := 0; i < at; i++ {
		if s.open(stops[i]) && !isLesson(stops[i], ended) {
			st := stops[i]
			if st.why.Code == WhyNext {
				st.why.Code = WhyLeftOver
			}
			return &st
		}
	}
	return nil
}

func isLesson(st stop, id string) bool { return st.lesson != nil && st.lesson.ID == id }
