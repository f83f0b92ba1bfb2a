package learn

import (
	"maps"
	"math"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// rushedUnder is how quickly a choice is made that was hardly read.
const rushedUnder = 2 * time.Second

// sureMiss is a wrong answer that the learner was sure of.
type sureMiss struct {
	question string
	when     time.Time
	right    bool // answered right since
}

// foldQuestion takes in the answer to a graded question. The placement test
// says nothing about an answer but that it was misspelt.
func (s *state) foldQuestion(e *Event) {
	q := s.touchQuestion(e.Item, e.Rev)
	inPlacement := s.index.placement(e.Lesson)
	if e.Outcome != course.Spelling || e.What == "" {
		s.seen[e.Item] = true
	}
	if !inPlacement || e.Outcome == course.Spelling {
		s.pending = e
	}
	if e.What == "" {
		s.back = nil
	}
	if e.Outcome == course.Spelling {
		return
	}
	q.answers++
	if e.Mixup != "" {
		s.mixups[e.Mixup]++
	}
	q.right = q.right || right(e)
	switch {
	case inPlacement:
		s.placeAnswer(e)
	case e.What == "":
		s.lessonAnswer(e, q)
	default:
		s.asideAnswer(e, q)
	}
	q.at = e.Time
}

// right reports whether an answer is good enough to go on.
func right(e *Event) bool { return e.Outcome == course.Right || e.Outcome == course.Close }

// lessonAnswer takes in the answer to a question where it stands in its lesson.
// Only the first try counts.
func (s *state) lessonAnswer(e *Event, q *question) {
	if right(e) {
		q.settled = true
	} else {
		q.tries++
	}
	if !q.checked {
		q.checked, q.score, q.missed = true, share(e.Score), !right(e)
		s.teachSoFar(e)
		s.count(e, q)
		if !right(e) {
			s.miss(e)
		}
	}
	cq := s.index.questions[e.Item]
	if e.Answer.DontKnow || cq != nil && q.tries >= cq.Tries {
		q.settled = true
	}
	if q.settled {
		q.again = ""
	}
}

// asideAnswer takes in the answer to a question put outside its place: before
// the lesson, after it, on what it builds on, or in a review. It takes one try.
func (s *state) asideAnswer(e *Event, q *question) {
	s.count(e, q)
	delete(s.asideHints, e.Item)
	clear(s.instead)
	if e.What == whatReview {
		s.foldReviewAnswer(e)
		return
	}
	l := s.touchLesson(e.Lesson)
	l.paced += took(e).Minutes() // of a question more, which the lesson's own minutes do not hold
	switch e.What {
	case whatTry:
		l.tried++
		l.missed = l.missed || !right(e)
		if right(e) {
			q.checked, q.settled, q.missed, q.score = true, true, false, share(e.Score)
		} else {
			q.again = s.index.title(e.Lesson)
		}
		s.moveTo(e.Lesson)
		return
	case whatPractice:
		l.extra++
		q.checked, q.settled, q.missed, q.score = true, true, !right(e), share(e.Score)
		for _, i := range s.index.skillsOf(e.Item) {
			h := s.helped[i]
			h.eased = false
			s.helped[i] = h
		}
	case whatCheck:
		s.checkedBelow(e)
	}
	if !right(e) {
		s.miss(e)
	}
}

// count lets an answer count for its skills: as a review for those that were
// known on an earlier day, and as evidence for the others.
func (s *state) count(e *Event, q *question) {
	cq := s.index.questions[e.Item]
	s.save(e, q)
	s.rate(e)
	if cq == nil {
		return
	}
	aids := model.Aids{
		Hint: e.Hints > 0, Again: q.within(e.Time),
		Rushed: rushed(cq, e), Guessed: e.Confidence == 1,
	}
	counts := e.Outcome == course.Right && aids.Counts()
	score := share(e.Score)
	for _, i := range s.index.skillsOf(e.Item) {
		s.evidence(e, i, model.Answer{
			Evidence: evidenceOf(cq), Score: score, Weight: aids.Weight(score), Unaided: counts && !q.counted,
			DontKnow: e.Answer.DontKnow, Told: true,
		}, gradeOf(e))
	}
	q.counted = q.counted || counts
	for _, i := range s.index.skillsOf(e.Item) {
		if h := s.helped[i]; !right(e) {
			h.missed = e.Item
			s.helped[i] = h
		}
	}
}

// save keeps what an answer is about to change.
func (s *state) save(e *Event, q *question) {
	s.saved = &snapshot{
		event: e.ID(), skills: map[int]model.Skill{}, points: map[int]float64{}, keeps: s.learner.Keeps, recalled: s.recalled, counted: q.counted,
		rated: s.rated, hours: s.hours, beside: map[int]beside{}, before: s.learner.Reviewed,
		day: s.learner.Today, known: slices.Clone(s.today().Skills), leeches: maps.Clone(s.leeches),
	}
	for _, i := range s.index.skillsOf(e.Item) {
		s.saved.beside[i] = s.besideOf(i)
	}
}

// rushed reports whether a choice was made before it can have been read.
func rushed(q *course.Question, e *Event) bool {
	_, choice := q.Form.(*course.Options)
	return choice && !e.Answer.DontKnow && e.Took > 0 && e.Took < rushedUnder.Milliseconds()
}

// evidence moves one skill by one answer.
func (s *state) evidence(e *Event, i int, a model.Answer, g model.Grade) {
	k := &s.learner.Skills[i]
	if _, kept := s.saved.skills[i]; !kept {
		s.saved.skills[i] = *k
	}
	s.touched[i] = s.learner.Today
	s.begins(i)
	if !reviewsNow(k, s.learner.Today, e.What == whatReview) {
		moved := s.engine.Answer(s.learner, i, a)
		s.saved.points[i] += moved
		s.traced(e, i, traceOf(e), moved)
		return
	}
	s.reviewed[i]++
	s.saved.reviewed = append(s.saved.reviewed, i)
	if s.learner.Today > k.Last {
		s.predicted(i, a, g)
	}
	moved := s.engine.Review(s.learner, i, a, g)
	s.saved.points[i] += moved
	if !k.Mastered {
		s.reopen(i)
	}
	s.traced(e, i, TraceReview, moved)
}

// reviewsNow reports whether an answer on a skill is a review of it: when it was
// known on an earlier day, when it has just lapsed, and in a review at any time.
func reviewsNow(k *model.Skill, today model.Day, inReview bool) bool {
	return k.Mastered && (today > k.Last || k.Lapsed || inReview)
}

// gradeOf is the grade of an answer: what is not good enough to go on was not
// recalled, whatever part of it was right.
func gradeOf(e *Event) model.Grade {
	if !right(e) {
		return model.Again
	}
	return model.GradeOf(share(e.Score), e.Hints > 0)
}

// predicted counts a review against what was predicted of it.
func (s *state) predicted(i int, a model.Answer, g model.Grade) {
	recall := s.engine.Recall(s.learner, i)
	s.recalled.Asked++
	s.recalled.Expected += recall*(1-a.Evidence.Slip) + (1-recall)*a.Evidence.Guess
	if g != model.Again {
		s.recalled.Right++
	}
}

// traceOf tells a card that the learner judged, and a task, from an answer.
func traceOf(e *Event) TraceKind {
	switch e.Kind {
	case KindReviewed:
		return TraceCard
	case KindChecked:
		return TraceTask
	default:
		return TraceAnswer
	}
}

// reopen lets every question on a skill count once more: it is to be shown anew.
// The lessons that were passed over because it was known are open again.
func (s *state) reopen(i int) {
	for _, cq := range s.index.skills.asked[i] {
		if q := s.questions[cq.ID]; q != nil {
			q.counted = false
		}
	}
	if s.learner.Skills[i].Taught {
		return
	}
	delete(s.known, s.index.skills.list[i].ID)
	for _, c := range s.index.skills.taught[i] {
		l := s.lessons[c.ID]
		if l != nil && l.skipped != nil && (l.skipped.Code == WhyTestedOut || l.skipped.Code == WhyKnown) {
			l.skipped = nil
		}
	}
}

// rate takes in how sure the learner was, and at what hour they answer well.
func (s *state) rate(e *Event) {
	ok := 0
	if right(e) {
		ok = 1
	}
	h := &s.hours[e.Time.Hour()]
	h.Asked, h.Right = h.Asked+1, h.Right+ok
	s.today().Answers++
	for n := range s.sure {
		s.sure[n].right = s.sure[n].right || ok == 1 && s.sure[n].question == e.Item
	}
	if e.Confidence < 1 || e.Confidence > 3 {
		return
	}
	r := &s.rated[e.Confidence]
	r.Asked, r.Right = r.Asked+1, r.Right+ok
	if e.Confidence == 3 && ok == 0 {
		s.sure = append(s.sure, sureMiss{question: e.Item, when: e.Time})
	}
}

// teachSoFar takes in that the lesson has explained the skills of a question by
// the time it asks them.
func (s *state) teachSoFar(e *Event) {
	if len(s.lesson(e.Lesson).read) > 0 {
		s.teach(e, s.index.skillsOf(e.Item))
	}
}

// untaught are those of the skills that a lesson teaches and has not taught
// yet, this round.
func (s *state) untaught(lesson string, skills []int) []int {
	c := s.index.lessons[lesson]
	if c == nil {
		return nil
	}
	return slices.DeleteFunc(s.index.skills.ofLesson(c), func(i int) bool {
		return s.lesson(lesson).taught[i] || !slices.Contains(skills, i)
	})
}

// again reports whether a lesson explains a skill a second time: a detour to
// what was taught before.
func (s *state) again(lesson string, taught bool) bool {
	return taught && s.index.lessons[lesson].Kind != course.KindLesson
}

// teach takes in that a lesson has taught some of its skills, once a round.
func (s *state) teach(e *Event, skills []int) {
	l := s.touchLesson(e.Lesson)
	for _, i := range s.untaught(e.Lesson, skills) {
		if l.taught == nil {
			l.taught = map[int]bool{}
		}
		l.taught[i] = true
		s.touched[i] = s.learner.Today
		if s.again(e.Lesson, s.learner.Skills[i].Taught) {
			s.explain(e, i)
			continue
		}
		s.begins(i)
		s.engine.Taught(s.learner, i)
		s.traced(e, i, TraceLesson, 0)
	}
}

// explain takes in a second explanation of a skill.
func (s *state) explain(e *Event, i int) {
	s.engine.Explained(s.learner, i)
	s.explained[i]++
	s.touched[i] = s.learner.Today
	h := s.helped[i]
	h.eased = true
	s.helped[i] = h
	s.traced(e, i, TraceExplained, 0)
}

// traced takes note of what an event did to a skill, and tells who asks for it.
func (s *state) traced(e *Event, i int, what TraceKind, points float64) {
	d, known := s.today(), s.learner.Skills[i].Mastered
	switch {
	case known && !s.firm[i]:
		s.firm[i] = true
		d.Skills = append(d.Skills, i)
	case !known && s.firm[i]:
		delete(s.firm, i)
		d.Skills = slices.DeleteFunc(d.Skills, func(have int) bool { return have == i })
	}
	if s.trace != nil {
		s.trace(e, i, what, points)
	}
}

// takeBack puts back what an answer has changed.
func (s *state) takeBack(e *Event, old *snapshot, q *question) {
	for i, b := range old.beside {
		s.putBeside(i, b)
	}
	if d := s.days[old.day]; d != nil {
		d.Skills = old.known
	}
	for i := range s.learner.Skills {
		if k, changed := old.skills[i]; changed {
			s.learner.Skills[i] = k
			s.traced(e, i, TraceDispute, -old.points[i])
		}
	}
	for _, i := range old.reviewed {
		s.reviewed[i]--
	}
	s.learner.Reviewed = old.before
	s.learner.Keeps, s.recalled, q.counted = old.keeps, old.recalled, old.counted
	for _, id := range old.reopened {
		s.questions[id].counted = true
	}
	s.rated, s.hours = old.rated, old.hours
	if old.key != "" {
		s.restore(old)
	}
	s.leeches = old.leeches
}

// share keeps a score in 0..1.
func share(x float64) float64 { return math.Min(math.Max(x, 0), 1) }
