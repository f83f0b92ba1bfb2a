package learn

import (
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// end lists what ends a lesson whose items are all met: the first of the
// author's next rules that holds and was not used up, or its finish, and for a
// detour the way back.
func (s *Session) end(l *course.Lesson) []Event {
	if r, key := s.nextRule(l); r != nil {
		return s.ruleEvents(l, r, key)
	}
	return s.close(l)
}

// close finishes a lesson, and leads back from a detour.
func (s *Session) close(l *course.Lesson) []Event {
	events := []Event{s.finish(l.ID)}
	if s.inDetour(l.ID) {
		events = append(events, s.returned(s.frame()))
	}
	return events
}

// returned comes back from a detour.
func (s *Session) returned(f *frame) Event {
	e := s.event(KindReturned)
	e.Lesson, e.Item, e.To = f.lesson, f.item, f.home
	return e
}

func (s *Session) finish(lesson string) Event {
	e := s.event(KindFinished)
	e.What, e.Item, e.Lesson = whatLesson, lesson, lesson
	return e
}

// nextRule is the first of a lesson's next rules that holds and may be taken,
// with the key that uses it up.
func (s *Session) nextRule(l *course.Lesson) (*course.NextRule, string) {
	facts := s.facts(l.ID)
	for i := range l.Next {
		r := &l.Next[i]
		key := fmt.Sprintf("next:%s:%d:%d", l.ID, i, s.state.lesson(l.ID).round)
		if s.state.taken[key] || !r.When.Holds(facts) {
			continue
		}
		switch {
		case r.Detour != "" && (s.index.lessons[r.Detour] == nil || !s.mayDetour(l.ID, r.Detour, key)):
			continue
		case r.Go != "" && (s.index.lessons[r.Go] == nil || r.Go == l.ID):
			continue
		case r.Ask != "" && s.index.asks[r.Ask] == nil:
			continue
		case r.Detour == "" && r.Go == "" && r.Ask == "":
			continue
		}
		return r, key
	}
	return nil, ""
}

// whyNext is the reason in a next rule.
func (s *Session) whyNext(l *course.Lesson, r *course.NextRule) Reason {
	if r.When == nil {
		return Reason{Code: WhyRule}
	}
	return s.whyRule(r.When, l.ID)
}

// ruleEvents carries out a next rule.
func (s *Session) ruleEvents(l *course.Lesson, r *course.NextRule, key string) []Event {
	because := s.whyNext(l, r)
	why := &because
	switch {
	case r.Detour != "":
		e := s.event(KindDetoured)
		e.Lesson, e.To, e.Ref = l.ID, r.Detour, key
		why.Title = s.index.title(r.Detour)
		e.Reason = why
		return []Event{e}
	case r.Go != "":
		e := s.event(KindJumped)
		e.Lesson, e.To, e.Ref, e.What = l.ID, r.Go, key, whatGo
		why.Title = s.index.title(r.Go)
		e.Reason = why
		return []Event{s.finish(l.ID), e}
	case r.Ask != "":
		e := s.event(KindDetoured)
		e.Lesson, e.To, e.Ref, e.What = l.ID, r.Ask, key, whatAsk
		why.Title = s.index.asks[r.Ask].Prompt
		e.Reason = why
		return []Event{e}
	}
	return nil
}

// summary closes a lesson.
func (s *Session) summary(l *course.Lesson) Step {
	p := s.place(l, s.whyLesson(l))
	sum := Summary{Place: p}
	for _, id := range s.index.contents[l.ID] {
		q, c := s.state.question(id), s.index.questions[id]
		if c == nil || !q.checked || q.rev != c.Rev {
			continue
		}
		sum.Asked++
		if q.missed {
			sum.Missed = append(sum.Missed, c)
		} else {
			sum.Right++
		}
	}
	before := s.state.lesson(l.ID).before
	for _, k := range s.course.Skills {
		if !slices.Contains(l.Skills, k.ID) {
			continue
		}
		st := s.skillState(s.index.skills.at[k.ID])
		st.Before = before[s.index.skills.at[k.ID]]
		sum.Skills = append(sum.Skills, st)
	}
	s.announce(&sum, l)
	return sum
}

// announce says what comes after the lesson, and why.
func (s *Session) announce(sum *Summary, l *course.Lesson) {
	if r, _ := s.nextRule(l); r != nil {
		sum.NextWhy = s.whyNext(l, r)
		switch {
		case r.Detour != "":
			sum.Next = s.index.title(r.Detour)
		case r.Go != "":
			sum.Next = s.index.title(r.Go)
		default:
			sum.Next = s.index.asks[r.Ask].Prompt
		}
		return
	}
	if s.inDetour(l.ID) {
		sum.Next, sum.NextWhy = s.index.title(s.frame().home), Reason{Code: WhyReturn, From: l.Title}
		return
	}
	st := s.aheadOf(l.ID)
	if st == nil {
		sum.NextWhy = Reason{Code: WhyEnd}
		return
	}
	sum.NextWhy = st.why
	if st.optional && st.why.Code != WhyBeyond {
		sum.NextWhy = Reason{Code: WhyOptional}
	}
	if st.lesson != nil {
		sum.Next = st.lesson.Title
	} else {
		sum.Next = st.choose.Title
	}
}

// askPromise is the id of the Ask whose answer is shown again at the end.
const askPromise = "promise"

// finishedStep is the end of the road.
func (s *Session) finishedStep() Step {
	f := Finished{Place: s.place(nil, Reason{Code: WhyEnd}), Progress: s.progress(nil)}
	f.Promise = s.state.answers[askPromise].Text
	for _, l := range f.Progress.Lessons {
		if l.Lesson.Kind == course.KindDetour && !s.index.onPath[l.Lesson.ID] {
			continue
		}
		if l.State == LessonSkipped || l.State == LessonOff || l.Optional && l.State == LessonOpen {
			f.Left = append(f.Left, l.Lesson)
		}
	}
	return f
}
