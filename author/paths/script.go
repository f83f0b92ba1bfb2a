package paths

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
)

// script is a learner on the way, who does what is written.
type script struct {
	Learner
	course *course.Course
	used   map[string]int     // attempts used up, by question
	tried  map[string][]tried // what became of the answers, by question
	noHint []Attempt          // hints that were not to be had
}

// tried is an answer that was given.
type tried struct {
	listed  bool // it is among the attempts
	said    string
	line    int
	outcome course.Outcome
	refused string // why it was not taken
}

// journey is what came of one learner.
type journey struct {
	walk.Trail
	tried  map[string][]tried
	unused []string // questions whose listed attempts did not all come up
	noHint []Attempt
}

// travel sends a learner through the course.
func travel(ctx context.Context, c *course.Course, l Learner) (journey, error) {
	s := &script{Learner: l, course: c, used: map[string]int{}, tried: map[string][]tried{}}
	t, err := walk.Along(ctx, c, walk.Trip{Seed: 1, Sitting: s.sitting(), Choose: s.choose})
	j := journey{Trail: t, tried: s.tried, noHint: s.noHint}
	s.settle(t)
	for _, id := range keys(l.Answers) {
		if s.used[id] < len(l.Answers[id]) {
			j.unused = append(j.unused, id)
		}
	}
	return j, err
}

// settle finds what became of each answer: they are marked in the order in which
// they were given.
func (s *script) settle(t walk.Trail) {
	next := map[string]int{}
	for _, m := range t.Marks {
		if m.Kind != walk.MarkAnswered && m.Kind != walk.MarkRefused {
			continue
		}
		list, i := s.tried[m.Item], next[m.Item]
		if i == len(list) {
			continue
		}
		list[i].outcome, list[i].refused = m.Outcome, m.Said
		next[m.Item]++
	}
}

// sitting is how long the learner's pace says that they learn in one day.
func (s *script) sitting() time.Duration {
	pace := cmp.Or(slices.Concat(s.Ask["pace"], []string{"steady"})[0], "steady")
	for _, p := range append(slices.Clone(s.course.Paces), s.course.Paces[0]) {
		if p.ID == pace {
			return time.Duration(p.Session) * time.Minute
		}
	}
	return time.Duration(s.course.Paces[0].Session) * time.Minute
}

// choose is what the learner does in a step; nil: whatever leads on.
func (s *script) choose(st learn.Step, _ simulate.Moment) learn.Action {
	switch st := st.(type) {
	case learn.Asking:
		return s.tell(st)
	case learn.Offer:
		if s.agrees(st) {
			return learn.Accept{}
		}
		return learn.Decline{}
	case learn.Choosing:
		return s.fork(st.Choose)
	case learn.Answering:
		return s.attempt(st)
	case learn.Doing:
		return s.do(st.Task)
	case learn.Recalling:
		return learn.Judge{Knew: learn.KnewIt}
	}
	return nil
}

func (s *script) tell(st learn.Asking) learn.Action {
	words, told := s.Ask[st.Ask.ID]
	switch {
	case st.Answered:
		return learn.Continue{}
	case !told || len(words) == 0:
		return learn.Skip{}
	case len(st.Ask.Options) == 0:
		return learn.Submit{Answer: course.Answer{Text: words[0]}}
	}
	return learn.Submit{Answer: course.Answer{Items: words}}
}

// agrees reports whether the learner takes an offer: as is written, or else what
// their pace or their experience stands for and nothing that is not required.
func (s *script) agrees(o learn.Offer) bool {
	for _, key := range []string{o.Item, string(o.Kind)} {
		if words := s.Ask[key]; len(words) > 0 {
			return words[0] == "yes" || words[0] == "true"
		}
	}
	switch o.Kind {
	case learn.OfferSkip:
		return true
	case learn.OfferPlacement:
		return len(s.Ask["experience"]) > 0 || s.placed()
	case learn.OfferReview, learn.OfferPractice, learn.OfferBack, learn.OfferExtra, learn.OfferOptional:
	}
	return false
}

// placed reports whether answers to the placement test are written down.
func (s *script) placed() bool {
	found := false
	if p := s.course.Placement; p != nil {
		p.EachBlock(func(b course.Block) {
			q, ok := b.(*course.Question)
			found = found || ok && len(s.Answers[q.ID]) > 0
		})
	}
	return found
}

// fork takes the lessons that are written down, or else the first.
func (s *script) fork(c *course.Choose) learn.Action {
	ids := slices.Clone(s.Ask[c.ID])
	for _, l := range c.From {
		if len(ids) < c.Pick && !slices.Contains(ids, l.ID) {
			ids = append(ids, l.ID)
		}
	}
	return learn.Submit{Answer: course.Answer{Items: ids}}
}

// next is the next attempt at a question or task; nil: none is left.
func (s *script) next(id string) *Attempt {
	list, n := s.Answers[id], s.used[id]
	if n == len(list) {
		return nil
	}
	s.used[id]++
	return &list[n]
}

func (s *script) attempt(st learn.Answering) learn.Action {
	q := st.Question
	a := s.next(q.ID)
	for a != nil && a.Do == Hint && st.HintsLeft == 0 {
		s.noHint = append(s.noHint, *a)
		a = s.next(q.ID)
	}
	if a == nil {
		return s.give(q, q.Solution(), tried{said: string(Right)})
	}
	t := tried{listed: true, said: a.Said, line: a.Line}
	switch a.Do {
	case Hint:
		return learn.Hint{}
	case Skip:
		return learn.Skip{}
	case Right:
		return s.give(q, q.Solution(), t)
	case Wrong:
		return s.give(q, plainMistake(q), t)
	case Typed:
	}
	return s.give(q, a.Answer, t)
}

func (s *script) give(q *course.Question, a course.Answer, t tried) learn.Action {
	s.tried[q.ID] = append(s.tried[q.ID], t)
	return learn.Submit{Answer: a}
}

func (s *script) do(t *course.Task) learn.Action {
	a := s.next(t.ID)
	switch {
	case a != nil && a.Do == Hint:
		return learn.Hint{}
	case a != nil && a.Do == Skip:
		return learn.Skip{}
	}
	return learn.Continue{}
}

// plainMistake is a wrong answer that leads nowhere, where there is one.
func plainMistake(q *course.Question) course.Answer {
	list := walk.Mistakes(q)
	for _, a := range list {
		v, err := q.Grade(a)
		if err == nil && !slices.ContainsFunc(v.Replies, func(r course.Reply) bool { return r.Mixup != "" || r.Detour != "" || r.Go != "" }) {
			return a
		}
	}
	return list[0]
}
