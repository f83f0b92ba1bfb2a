package learn

import (
	"maps"
	"math"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// Today is what a day holds for a learner: what is due, what is next and why,
// and how long it takes.
type Today struct {
	Day         time.Time // its date, at midnight UTC
	Due         []Due     // in the order in which a review would take them
	DueMinutes  int       // for all of them; 0: none is due
	Take        int       // of them, that leave room for what is new today: Review with Share takes these
	TakeMinutes int       // for these
	Tomorrow    int       // reviews due tomorrow
	Next        Next
	Spent       float64 // minutes spent today
	Sitting     int     // minutes planned for one sitting
	Planned     bool    // today is one of the learner's days
	Resting     bool    // the learner said so
	First       bool    // nothing was done yet today, and something was before
	Week        *Week   // nil: switched off
	Forecast    *Forecast
	Unclear     *Unclear // what the learner wrote was unclear, until they met it again
	Leeches     []Due    // missed again and again
	Known       int      // skills that are known, of
	Of          int      // those that the goal asks for and that can be checked
}

// Next is what comes next on the road.
type Next struct {
	Title   string // of the lesson, fork or offer; empty at the end of the road
	Lesson  *course.Lesson
	Module  string
	Begun   bool
	Minutes int // that are left of it; 0: unknown
	Why     Reason
}

// Due is one item that can be reviewed.
type Due struct {
	Kind   DueKind
	ID     string // names it in events: kind, colon, id
	Title  string
	Skill  string    // id of the skill it is about; empty: none
	Recall float64   // chance to have it still, 0..1
	Since  int       // days since it was last met
	On     time.Time // the day it is due, at midnight UTC
	Lapses int       // times it was missed
	Why    Reason
}

// DueKind is what can be reviewed.
type DueKind string

// The kinds of what can be reviewed.
const (
	DueSkill    DueKind = "skill"    // a skill that was mastered
	DueOpen     DueKind = "open"     // a skill that was left for another day
	DueQuestion DueKind = "question" // a question that was missed
	DueCard     DueKind = "card"
	DueTerm     DueKind = "term" // of the glossary
)

// Unclear is what the learner wrote at the end of a sitting.
type Unclear struct {
	Text   string
	When   time.Time
	Lesson *course.Lesson // it was about; nil: gone
	Skills []course.Skill // it may be about, likeliest first
}

// Today tells what the day holds.
func (s *Session) Today() Today {
	s = s.asOfNow()
	l := s.state.learner
	d := s.state.on(l.Today)
	t := Today{
		Day: l.Today.Date(), Due: s.dueToday(), Tomorrow: s.dueTomorrow(), Next: s.nextOnRoad(),
		Spent: d.Spent.Minutes(), Sitting: s.sitting(), Planned: s.week()[l.Today.Weekday()],
		Resting: s.state.rested == l.Today, Week: s.weekSoFar(), Unclear: s.lastUnclear(),
	}
	t.DueMinutes = s.minutesForAll(t.Due)
	take := s.share(t.Due)
	t.Take, t.TakeMinutes = len(take), s.minutesForAll(take)
	t.Known, t.Of = s.standing()
	t.First = s.state.underway && model.DayOf(s.state.last) != l.Today
	t.Leeches = s.leechList()
	t.Forecast = s.forecast()
	return t
}

// nextOnRoad is what comes next when no review is under way.
func (s *Session) nextOnRoad() Next {
	l := s.here()
	if l != nil && s.next(l.ID, s.plan(l)) >= 0 {
		next := s.nextLesson(l, s.whyHere(l), true)
		for _, st := range s.road() {
			if st.lesson == l {
				next.Module = st.module
			}
		}
		return next
	}
	st := s.ahead()
	if l != nil {
		st = s.aheadOf(l.ID) // all of it was met, but for its summary
	}
	switch {
	case st == nil:
		return Next{Why: Reason{Code: WhyEnd}}
	case st.lesson == nil:
		return Next{Title: st.choose.Title, Module: st.module, Why: st.why}
	}
	next := s.nextLesson(st.lesson, st.why, false)
	next.Module = st.module
	return next
}

func (s *Session) nextLesson(l *course.Lesson, why Reason, begun bool) Next {
	if begun && why.Code == WhyNext {
		why.Code = WhyContinue
	}
	minutes := int(math.Ceil(float64(l.Minutes) * s.openShare(l)))
	return Next{Title: l.Title, Lesson: l, Begun: begun, Minutes: minutes, Why: why}
}

// leechList lists what was missed again and again.
func (s *Session) leechList() []Due {
	var list []Due
	for _, key := range slices.Sorted(maps.Keys(s.state.leeches)) {
		kind, id := splitKey(key)
		if s.state.lapses(key) < leechFrom {
			continue
		}
		title := s.ranItem(ranItem{key: key}).Title
		if k := s.state.met[key]; k != nil {
			list = append(list, s.dueItem(kind, id, title, k))
		} else if i, ok := s.index.skills.at[id]; ok && kind == DueSkill {
			list = append(list, s.knownSkill(i))
		}
	}
	return list
}
