package learn

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Insights is what the log tells about how the learner learns.
type Insights struct {
	Minutes     float64
	Answers     int          // checked answers
	Strong      []SkillState // known best first
	Weak        []SkillState // known least first; only skills that were met
	SureMisses  []SureMiss   // sure, and wrong; newest first
	Calibration *Calibration // nil before ten ratings
	Hours       []HourBand   // best first; nil where the answers do not tell bands apart
	Days        []DayWork    // days with anything on them, oldest first
	Lessons     []LessonTime // in the order of the road
	Weeks       *WeekRun     // nil: switched off
	Recall      *Recalled    // nil before ten reviews
	Keeps       float64      // intervals are this many times the usual ones; 1: no reviews yet
	Leeches     []Due
	Unclear     []Unclear // newest first
	Forecast    *Forecast
}

// SureMiss is a wrong answer that the learner was sure of.
type SureMiss struct {
	Question *course.Question
	Lesson   *course.Lesson
	When     time.Time
	Right    bool // answered right since
}

// Calibration is how sure a learner was against how right.
type Calibration struct{ Guess, Fairly, Sure Tally }

// Tally counts answers.
type Tally struct{ Right, Asked int }

// HourBand is a part of the day.
type HourBand struct {
	From, To int // hours, 0..24
	Tally
}

// DayWork is what was done on one day.
type DayWork struct {
	Day     time.Time // its date, at midnight UTC
	Minutes float64
	Reviews int
	Answers int
	Lessons int // finished
}

// LessonTime is how long a lesson took.
type LessonTime struct {
	Lesson  *course.Lesson
	Minutes float64
}

// Recalled is how well reviews went against what was predicted.
type Recalled struct {
	Tally
	Expected float64 // share predicted, 0..1
}

// reviewsShown is after how many reviews the learner is shown how they went
// against what was predicted.
const reviewsShown = 10

// Insights tells what the log tells about how the learner learns.
func (s *Session) Insights() Insights {
	s = s.asOfNow()
	st := s.state
	in := Insights{
		Minutes: st.spent.Minutes(), SureMisses: s.sureMisses(), Calibration: s.calibration(),
		Hours: hourBands(st.hours), Days: s.dayWorks(), Lessons: s.lessonTimes(), Weeks: s.weekRun(),
		Keeps: math.Exp(st.learner.Keeps), Leeches: s.leechList(), Unclear: s.unclearNotes(), Forecast: s.forecast(),
	}
	for _, h := range st.hours {
		in.Answers += h.Asked
	}
	in.Strong, in.Weak = s.strongAndWeak()
	if st.recalled.Asked >= reviewsShown {
		r := st.recalled
		r.Expected /= float64(r.Asked)
		in.Recall = &r
	}
	return in
}

// strongAndWeak are the skills that answers were given on: those that are known,
// best first, and those that are not, farthest from it first.
func (s *Session) strongAndWeak() (strong, weak []SkillState) {
	for i := range s.state.learner.Skills {
		switch k := &s.state.learner.Skills[i]; {
		case k.Answers == 0:
		case k.Mastered:
			strong = append(strong, s.skillState(i))
		default:
			weak = append(weak, s.skillState(i))
		}
	}
	slices.SortStableFunc(strong, func(a, b SkillState) int {
		return cmp.Or(cmp.Compare(b.Mastery, a.Mastery), cmp.Compare(b.Recall, a.Recall))
	})
	slices.SortStableFunc(weak, func(a, b SkillState) int {
		return cmp.Or(cmp.Compare(b.Left, a.Left), cmp.Compare(a.Mastery, b.Mastery))
	})
	return strong, weak
}

// sureMisses are the wrong answers the learner was sure of, newest first. Those
// to questions that are gone are left out.
func (s *Session) sureMisses() []SureMiss {
	var out []SureMiss
	for _, m := range slices.Backward(s.state.sure) {
		if q := s.index.questions[m.question]; q != nil {
			out = append(out, SureMiss{Question: q, Lesson: s.index.lessons[s.index.home[q.ID]], When: m.when, Right: m.right})
		}
	}
	return out
}

// dayWorks are the days with anything on them, oldest first.
func (s *Session) dayWorks() []DayWork {
	var out []DayWork
	for _, day := range s.daysWorked() {
		d := s.state.on(day)
		w := DayWork{Day: day.Date(), Minutes: d.Spent.Minutes(), Reviews: d.Reviews, Answers: d.Answers, Lessons: len(d.Lessons)}
		if w.Minutes > 0 || w.Reviews > 0 || w.Answers > 0 || w.Lessons > 0 {
			out = append(out, w)
		}
	}
	return out
}

// lessonTimes are the minutes spent in each lesson, in the order of the road.
func (s *Session) lessonTimes() []LessonTime {
	var out []LessonTime
	for _, l := range roadFirst(s.course) {
		if minutes := s.state.minutes[l.ID]; minutes > 0 {
			out = append(out, LessonTime{Lesson: l, Minutes: minutes})
		}
	}
	return out
}

// unclearNotes are what the learner wrote was unclear, newest first.
func (s *Session) unclearNotes() []Unclear {
	var out []Unclear
	for _, u := range slices.Backward(s.state.unclear) {
		out = append(out, s.unclearOf(u))
	}
	return out
}
