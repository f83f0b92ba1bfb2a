package learn

import (
	"maps"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// compute finds what the learner meets now: the first unmet step of the road.
func (s *Session) compute() Step {
	if f := s.feedback(); f != nil {
		if l := f.At().Lesson; l != nil && s.state.wants == l.ID {
			if step := s.explained(l); step != nil {
				return step
			}
		}
		return f
	}
	if s.reviewing() {
		return s.reviewStep()
	}
	if f := s.frame(); f != nil {
		if a := s.index.asks[f.ask]; a != nil {
			p := s.place(s.index.lessons[f.home], f.why)
			return Asking{Place: p, Ask: a, Current: s.draft(a.ID)}
		}
		if l := s.index.lessons[f.lesson]; l != nil {
			return s.inLesson(l, f.why)
		}
	}
	switch s.state.placement {
	case placementAccepted:
		if step := s.placing(); step != nil {
			return step
		}
		return s.placed()
	case placementFound:
		return s.placed()
	case placementOpen, placementDone, placementDeclined:
	}
	if l := s.here(); l != nil {
		return s.inLesson(l, s.whyHere(l))
	}
	if step := s.before(); step != nil {
		return step
	}
	st := s.ahead()
	if st == nil {
		return s.finishedStep()
	}
	if step := s.between(); step != nil {
		return step
	}
	return s.onRoad(st)
}

// before is what is asked before the first lesson; nil: nothing more.
func (s *Session) before() Step {
	if a := s.firstAsk(); a != nil {
		return s.firstAsking(a)
	}
	if s.placementOffered() {
		p := s.place(nil, Reason{Code: WhyPlacement})
		t := s.index.lessons[s.index.place]
		return Offer{Place: p, Kind: OfferPlacement, Item: t.ID, Title: t.Title, Minutes: t.Minutes, Count: s.placementLimit()}
	}
	return s.planning()
}

// onRoad is the step at the next stop of the road.
func (s *Session) onRoad(st *stop) Step {
	switch {
	case st.choose != nil:
		p := s.place(nil, st.why)
		p.Module = st.module
		return Choosing{Place: p, Choose: st.choose}
	case st.optional && !s.offered(st.lesson.ID):
		p := s.place(st.lesson, Reason{Code: WhyOptional, Title: st.lesson.Title})
		if st.why.Code == WhyBeyond {
			p.Why = st.why
		}
		return Offer{Place: p, Kind: OfferOptional, Item: st.lesson.ID, Title: st.lesson.Title, Minutes: st.lesson.Minutes}
	}
	l := st.lesson
	if why := s.known(st); why != nil && s.pace().SkipKnown != course.SkipNever {
		return Offer{Place: s.place(l, *why), Kind: OfferSkip, Item: l.ID, Title: l.Title, Minutes: l.Minutes}
	}
	if !s.state.lesson(l.ID).begun {
		if w, why := s.waits(l); w >= 0 {
			return Offer{Place: s.place(l, why), Kind: OfferPractice, Item: practiceOffer(l.ID), Title: s.index.skills.list[w].Title, Count: min(practiceItems, s.questionsOn(w)), skill: s.index.skills.list[w].ID}
		}
		if q := s.try(l); q != nil {
			return *q
		}
	}
	return s.inLesson(l, st.why)
}

func (s *Session) offered(item string) bool {
	_, answered := s.state.offers[item]
	return answered
}

// firstAsk is the first question of the onboarding that is still to be put, or
// nil. It is never put once a lesson has begun: the choices stay open then.
func (s *Session) firstAsk() *course.Ask {
	if s.state.underway || s.state.placement != placementOpen {
		return nil
	}
	for _, a := range s.course.Onboarding {
		if !s.state.asked[a.ID] && a.When.Holds(s.facts("")) {
			return a
		}
	}
	return nil
}

func (s *Session) firstAsking(a *course.Ask) Step {
	p := s.place(nil, Reason{Code: WhyAsked})
	intro := ""
	for _, b := range s.course.Onboarding {
		if b == a || s.state.asked[b.ID] || b.When.Holds(s.facts("")) {
			p.Of++
		}
		if b == a {
			p.Number = p.Of
		}
	}
	if p.Number == 1 {
		intro = s.course.Welcome
	}
	return Asking{Place: p, Ask: a, Current: s.draft(a.ID), Intro: intro}
}

// placementOffered reports whether to offer the placement test: once, before
// the first lesson, and not to those who said they are new.
func (s *Session) placementOffered() bool {
	return s.index.place != "" && s.state.placement == placementOpen &&
		!s.state.underway && s.choice("experience") != "new"
}

// whyHere is why the learner is in a lesson of the road.
func (s *Session) whyHere(l *course.Lesson) Reason {
	if s.index.placement(l.ID) {
		return Reason{Code: WhyPlacement}
	}
	if w := s.state.lesson(l.ID).why; w != nil {
		return *w
	}
	stops := s.road()
	if i := find(stops, l.ID); i >= 0 && !stops[i].off {
		return stops[i].why
	}
	return Reason{Code: WhyBegun, Title: l.Title}
}

// place says where a step in a lesson stands. The lesson may be nil.
func (s *Session) place(l *course.Lesson, why Reason) Place {
	p := Place{Course: s.course.Title, Lesson: l, Why: why, Depth: s.depthNow(), Undo: s.undoes()}
	if passed := s.justPassed(); passed != nil && (why.Code == WhyNext || why.Code == WhyStart) {
		p.Why = *passed
	} else if s.resumed && why.Code == WhyNext {
		p.Why = Reason{Code: WhyContinue, Title: why.Title}
	}
	if f := s.frame(); f != nil && f.ask == "" && s.index.lessons[f.home] != nil {
		p.Back = s.index.title(f.home)
	}
	if l == nil {
		return p
	}
	for _, st := range s.road() {
		if st.off || st.lesson == nil {
			continue
		}
		p.Stops++
		if st.lesson.ID == l.ID {
			p.Stop, p.Module = p.Stops, st.module
		}
	}
	return p
}

// depthNow is how many detours the learner is in; an Ask put again is none.
func (s *Session) depthNow() int {
	n := 0
	for _, f := range s.state.frames {
		if f.ask == "" {
			n++
		}
	}
	return n
}

// undoes says what one Undo would take back, or nil.
func (s *Session) undoes() *Reason {
	e := s.lastChange()
	if e == nil {
		return nil
	}
	r := Reason{Code: WhyLearner}
	if e.Reason != nil {
		r = *e.Reason
	}
	if r.Title == "" && e.Kind != KindReset {
		r.Title = s.index.title(target(*e))
	}
	return &r
}

// lastChange is the last change of road or reset that can be taken back, or nil.
// A change that leads to what the course no longer has cannot.
func (s *Session) lastChange() *Event {
	for i := len(s.state.undoable) - 1; i >= 0; i-- {
		e := &s.state.undoable[i]
		if e.Kind == KindReset {
			return e
		}
		if to := target(*e); s.index.lessons[to] != nil || s.index.asks[to] != nil || s.index.forks[to] != nil && s.decided(to) {
			return e
		}
	}
	return nil
}

// decided reports whether the learner has passed a fork.
func (s *Session) decided(fork string) bool {
	_, decided := s.taken(s.index.forks[fork])
	return decided
}

// target is the lesson, Ask or fork that a change of road is about.
func target(e Event) string {
	if e.Kind == KindSkipped || e.Kind == KindAnswered {
		return e.Item
	}
	return e.To
}

// draft is an answer left unsent, or the one given before.
func (s *Session) draft(item string) course.Answer {
	if d, ok := s.state.drafts[item]; ok {
		return d
	}
	return s.state.answers[item]
}

// inLesson is the step the learner meets in a lesson, or its summary. Help
// comes between its items, but not between a detour and the question that it
// leads back to.
func (s *Session) inLesson(l *course.Lesson, why Reason) Step {
	items := s.plan(l)
	i := s.next(l.ID, items)
	if i < 0 || !s.comesBack(items[i].id) {
		if step := s.help(l); step != nil {
			return step
		}
	}
	if i < 0 {
		if q := s.practice(l); q != nil {
			return *q
		}
		return s.summary(l)
	}
	it := items[i]
	p := s.place(l, why)
	if it.rule != nil {
		p.Why = s.whyRule(it.rule, l.ID)
	}
	return s.itemStep(l, it, p, items)
}

// itemStep is the step that an item of a lesson comes to.
func (s *Session) itemStep(l *course.Lesson, it item, p Place, items []item) Step {
	p.Number, p.Of = findItem(items, l.ID, it.id)+1, len(items)
	switch {
	case it.page != nil:
		return Reading{Place: p, Page: *it.page}
	case it.ask != nil:
		return Asking{Place: p, Ask: it.ask, Current: s.draft(it.id)}
	case it.task != nil:
		if q := s.state.question(it.id); q.right && q.rev != it.task.Rev {
			p.Why = Reason{Code: WhyChanged}
		}
		return s.doing(it.task, p)
	case it.extra != nil:
		p.Why = Reason{Code: WhyOptional, Title: it.extra.Title}
		return Offer{Place: p, Kind: OfferExtra, Item: it.id, Title: it.extra.Title}
	}
	return s.answering(it, p)
}

// doing puts a task.
func (s *Session) doing(t *course.Task, p Place) Doing {
	n := s.taskHints(t)
	d := Doing{Place: p, Task: t, Hints: t.Hints[:n], HintsLeft: len(t.Hints) - n, Values: maps.Clone(s.state.values)}
	if q := s.state.question(t.ID); q.rev == t.Rev && len(q.held) == checksOf(t) {
		d.Held = slices.Clone(q.held)
	}
	if q := s.state.question(t.ID); q.rev == t.Rev && q.shown {
		d.Solution = t.Solution()
	}
	return d
}

// taskHints is how many hints of a task were shown.
func (s *Session) taskHints(t *course.Task) int {
	q := s.state.question(t.ID)
	if q.rev != t.Rev {
		return 0
	}
	return min(q.hints, len(t.Hints))
}

// answering puts a question.
func (s *Session) answering(it item, p Place) Step {
	c := it.question
	q := s.state.question(c.ID)
	var now question
	changed := q.rev != c.Rev
	if !changed {
		now = *q
	}
	switch {
	case changed && q.answers > 0:
		p.Why = Reason{Code: WhyChanged}
	case now.again != "" && s.comesBack(c.ID):
		p.Why = Reason{Code: WhyReturn, From: now.again}
	case now.again != "":
		p.Why = Reason{Code: WhyTryAgain, From: now.again}
	}
	return Answering{
		Place: p, Question: c, Intro: it.intro, Try: now.tries + 1,
		Hints: c.Hints[:min(now.hints, len(c.Hints))], HintsLeft: hintsLeft(c, &now), Layout: s.layout(c),
		Draft: s.state.drafts[c.ID], Checked: !now.checked,
		AskSure: !now.checked && s.asksSure(c), Support: s.support(c),
		CanHarder: s.swap(c, true) != nil, CanEasier: s.swap(c, false) != nil,
	}
}

// comesBack reports whether the learner has just come back from a detour to a
// question.
func (s *Session) comesBack(question string) bool {
	return s.state.back != nil && s.state.back.item == question
}

// hintsLeft is how many more hints can be had now.
func hintsLeft(c *course.Question, q *question) int {
	if c.HintsMode == course.HintsAfterWrong && q.tries == 0 {
		return 0
	}
	return max(0, len(c.Hints)-q.hints)
}
