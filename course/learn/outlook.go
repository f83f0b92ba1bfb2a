package learn

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// outlook is where the learner stands, for plans and forecasts. Beside skills
// its work and reviews are of lessons that no skill stands for and of cards and
// questions that are kept: their numbers follow on those of the skills.
type outlook struct {
	model.Outlook
	titles  map[int]string // of all that is to be done, by its number
	named   int            // skills of the course; what is numbered from here on is none
	skills  int            // skills still to be mastered
	lessons int            // still to be taken
}

// outlook is where the learner stands towards a goal; nil: all skills.
func (s *Session) outlook(goal []bool) outlook {
	l := s.state.learner
	d := newDraftOutlook(s, goal)
	o := outlook{Outlook: s.state.engine.Outlook(l, d.wanted, d.costs), titles: map[int]string{}, named: len(d.costs)}
	for i := range o.New {
		o.New[i].Lesson = d.costs[o.New[i].Skill].Lesson // what is left of all its lessons, also after the first
	}
	o.skills, o.lessons = len(o.New), d.lessons
	for i, k := range s.index.skills.list {
		o.titles[i] = k.Title
	}
	o.New = append(o.New, d.whole...)
	for _, w := range d.whole {
		o.titles[w.Skill] = d.take[w.Skill-len(d.costs)].Title
	}
	slices.SortStableFunc(o.New, func(a, b model.Work) int { return cmp.Compare(d.place(a.Skill), d.place(b.Skill)) })
	s.addKept(&o, len(d.costs)+len(d.take))
	s.addTime(&o)
	return o
}

// asksFor says which skills a goal asks for, with what they build on; nil: all.
func (s *Session) asksFor(g *course.Goal) []bool {
	if g == nil || len(g.Skills) == 0 {
		return nil
	}
	in := make([]bool, len(s.index.skills.list))
	for _, i := range s.index.skills.indexes(g.Skills) {
		in[i] = true
	}
	return s.index.skills.graph.Closure(in)
}

// addTime adds what the learner's time says.
func (s *Session) addTime(o *outlook) {
	l := s.state.learner
	today := s.state.on(l.Today)
	o.Pace = model.Pace{On: s.week(), Minutes: float64(s.sitting())}
	o.Speed, o.Own = model.Speed(s.state.work), s.ownRecords()
	o.Spent, o.Reviewed = today.Spent.Minutes(), today.Reviewed.Minutes()
	if s.state.rested == l.Today {
		o.Spent = math.Max(o.Spent, o.Pace.Minutes) // nothing more is booked on it
	}
	if !s.state.begun {
		return
	}
	o.Begin = s.state.first
	var days []model.DayMinutes
	for _, day := range s.daysWorked() {
		days = append(days, model.DayMinutes{Day: day, Minutes: s.state.on(day).Spent.Minutes()})
	}
	o.Weeks = model.PastWeeks(l.Today, s.state.first, days)
	if until := s.until(); !until.IsZero() {
		o.Target = dayOf(until)
	}
}

// until is the learner's date, at midnight UTC; zero: none.
func (s *Session) until() time.Time {
	t, err := time.Parse(time.DateOnly, s.choice(string(SettingUntil)))
	if err != nil {
		return time.Time{}
	}
	return t
}

// dayOf is the day of a date at midnight UTC.
func dayOf(date time.Time) model.Day { return model.Day(date.Unix() / (24 * 60 * 60)) }

// daysWorked lists the days that anything is known of, oldest first.
func (s *Session) daysWorked() []model.Day {
	days := make([]model.Day, 0, len(s.state.days))
	for day := range s.state.days {
		days = append(days, day)
	}
	slices.Sort(days)
	return days
}

// addKept adds the questions and cards that come back by themselves.
func (s *Session) addKept(o *outlook, number int) {
	add := func(key, title string, skills []int, minutes float64) {
		k := s.state.met[key]
		o.Reviews = append(o.Reviews, model.Review{Skill: number, Memory: k.memory, Last: k.last, Question: minutes})
		if len(skills) > 0 {
			title = s.index.skills.list[skills[0]].Title
		}
		o.titles[number] = title
		number++
	}
	for _, key := range s.keptKeys(DueQuestion) {
		_, id := splitKey(key)
		if q := s.index.questions[id]; q != nil && s.reachable(q) {
			add(key, q.Prompt, s.index.skillsOf(id), minutesOf(q))
		}
	}
	for _, key := range s.keptKeys(DueCard) {
		_, id := splitKey(key)
		if c := s.index.cards[id]; c != nil {
			add(key, firstLine(c.Front), s.index.skills.indexes(c.Skills), cardMinutes)
		}
	}
}

// draftOutlook is what is known of the work before the model orders it.
type draftOutlook struct {
	take    []*course.Lesson
	lessons int          // of them, those that the goal asks for
	wanted  []bool       // by skill: to be mastered, in what is left of the road
	first   []int        // by skill: where in take it comes up; -1: it came up
	costs   []model.Cost // by skill
	whole   []model.Work // lessons that count as a whole, numbered from the skills on
}

func newDraftOutlook(s *Session, goal []bool) draftOutlook {
	d := draftOutlook{take: s.toTake()}
	d.want(s, goal)
	d.costs = make([]model.Cost, len(d.wanted))
	for i := range d.costs {
		d.costs[i].Question, d.costs[i].Explain = s.questionMinutes(i), s.explainMinutes(i)
	}
	for k, l := range d.take {
		d.lesson(s, goal, k, l)
	}
	return d
}

// want finds the skills that are to be mastered: those of the goal that the
// course can ask, and that were begun or come up on what is left of the road.
func (d *draftOutlook) want(s *Session, goal []bool) {
	n := len(s.index.skills.list)
	d.wanted, d.first = make([]bool, n), make([]int, n)
	up := make([]bool, n)
	for i := range n {
		k := &s.state.learner.Skills[i]
		d.first[i] = -1
		up[i] = k.Taught || k.Answers > 0
	}
	for at, l := range d.take {
		see := func(skills []int) {
			for _, i := range skills {
				if !up[i] {
					up[i], d.first[i] = true, at
				}
			}
		}
		see(s.index.skills.ofLesson(l))
		for _, id := range s.index.contents[l.ID] {
			see(s.index.skillsOf(id))
		}
	}
	for i := range n {
		d.wanted[i] = up[i] && s.askable(i) && (goal == nil || goal[i])
	}
}

// lesson shares what a lesson takes among the skills that it teaches and that
// are not known yet. One that was begun, or teaches nothing that is asked, counts
// as a whole; one that is beyond the goal not at all.
func (d *draftOutlook) lesson(s *Session, goal []bool, at int, l *course.Lesson) {
	teaches := s.index.skills.ofLesson(l)
	var open []int
	for _, i := range teaches {
		if d.wanted[i] && !s.state.learner.Skills[i].Mastered {
			open = append(open, i)
		}
	}
	begun := s.state.lesson(l.ID).begun
	if !begun && goal != nil && len(teaches) > 0 && !slices.ContainsFunc(teaches, func(i int) bool { return goal[i] }) {
		return
	}
	d.lessons++
	minutes := s.index.lessonMinutes(l)
	if len(open) > 0 {
		minutes = s.teachMinutes(l)
	}
	if begun || len(open) == 0 {
		minutes *= s.openShare(l)
		d.whole = append(d.whole, model.Work{Skill: len(d.costs) + at, Lesson: minutes, Begun: begun})
		return
	}
	for _, i := range open {
		d.costs[i].Lesson += minutes / float64(len(open))
	}
}

// place is where on the road a piece of work comes up.
func (d *draftOutlook) place(number int) int {
	if n := len(d.costs); number >= n {
		return number - n
	}
	return d.first[number]
}

// askable reports whether the course can find out that a skill is known.
func (s *Session) askable(i int) bool {
	return len(s.index.skills.asked[i]) > 0 || s.index.skills.carded[i] > 0
}

// questionMinutes is how long a question on a skill usually takes.
func (s *Session) questionMinutes(i int) float64 {
	asked := s.index.skills.asked[i]
	switch {
	case len(asked) > 0:
		sum := 0.0
		for _, q := range asked {
			sum += minutesOf(q)
		}
		return sum / float64(len(asked))
	case s.index.skills.carded[i] > 0 && !s.state.learner.Skills[i].Mastered:
		return cardMinutes // once it is known, its cards come by themselves
	}
	return 0
}

// toTake lists the lessons that are still to be taken, in the order of the
// road: those required, and those the learner agreed to or is in. Of a fork that
// is open the first ones stand for those that will be chosen. What is known
// already is left out where the learner's pace passes it over.
func (s *Session) toTake() []*course.Lesson {
	var out []*course.Lesson
	seen := map[*course.Lesson]bool{}
	add := func(l *course.Lesson) {
		if !seen[l] {
			seen[l] = true
			out = append(out, l)
		}
	}
	if l := s.here(); l != nil && !s.index.placement(l.ID) {
		add(l)
	}
	for _, st := range s.road() {
		switch {
		case !s.open(st):
		case st.lesson == nil:
			for _, l := range st.choose.From[:min(max(st.choose.Pick, 0), len(st.choose.From))] {
				if !st.optional && !s.state.lesson(l.ID).done {
					add(l)
				}
			}
		case st.optional && !s.state.offers[st.lesson.ID]:
		case s.pace().SkipKnown != course.SkipNever && s.known(&st) != nil:
		default:
			add(st.lesson)
		}
	}
	return out
}

// seedOf is the chance of a forecast: the same all day.
func (s *Session) seedOf(d model.Day) uint64 { return s.hash("forecast " + strconv.Itoa(int(d))) }
