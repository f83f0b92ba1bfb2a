package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

// facts answers the rules of a course about one learner in one lesson.
type facts struct {
	s      *Session
	lesson string
}

func (s *Session) facts(lesson string) course.Facts { return facts{s, lesson} }

func (f facts) Mastery(id string) float64 {
	if i, ok := f.s.index.skills.at[id]; ok {
		return f.s.state.learner.Skills[i].Mastery()
	}
	return 0
}

// Score is the mean of the first tries in the lesson, this round; 0 before the
// first. In a preview it is what was given.
func (f facts) Score() float64 {
	if given, ok := f.s.deps.Scores[f.lesson]; ok {
		return given
	}
	sum, n := 0.0, 0
	for _, id := range f.s.index.contents[f.lesson] {
		if q := f.s.state.question(id); q.checked {
			sum += q.score
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func (f facts) Tries(id string) int {
	return f.s.deps.Tries[id] + f.s.state.question(id).answers
}

func (f facts) Right(id string) bool { return f.s.state.question(id).right }

func (f facts) Seen(id string) bool { return f.s.state.seen[id] }

func (f facts) Mixup(name string) bool { return f.s.state.mixups[name] > 0 }

func (f facts) Answer(ask string) []string { return words(f.s.state.answers[ask]) }

func (f facts) DaysSince(lesson string) (float64, bool) {
	l := f.s.state.lesson(lesson)
	if l.finished.IsZero() {
		return 0, false
	}
	return f.s.deps.Now().Sub(l.finished).Hours() / 24, true
}

func (f facts) Goal() string        { return f.s.chosenGoal() }
func (f facts) Pace() string        { return f.s.pace().ID }
func (f facts) Way() string         { return f.s.choice("way") }
func (f facts) Interests() []string { return words(f.s.state.answers["interests"]) }

// words are the code words of an answer, or its text.
func words(a course.Answer) []string {
	if len(a.Items) > 0 {
		return a.Items
	}
	if a.Text != "" {
		return []string{a.Text}
	}
	return nil
}

// choice is the first word the learner chose for an Ask; empty: none.
func (s *Session) choice(ask string) string {
	if w := words(s.state.answers[ask]); len(w) > 0 {
		return w[0]
	}
	return ""
}

// chosenGoal is the goal that the learner chose, or the only one of a course that
// does not ask; empty: none.
func (s *Session) chosenGoal() string {
	if len(s.course.Goals) == 1 && s.index.asks[course.AskGoal] == nil {
		return s.course.Goals[0].ID
	}
	return s.choice(course.AskGoal)
}

// pace is the pace of the learner.
func (s *Session) pace() course.Pace { return s.index.paceOf(s.choice("pace")) }

// paceOf is the pace that was chosen, else "steady" where the course has it,
// else the first.
func (ix *index) paceOf(chosen string) course.Pace {
	for _, want := range []string{chosen, "steady"} {
		for _, p := range ix.paces {
			if p.ID == want {
				return p
			}
		}
	}
	if len(ix.paces) > 0 {
		return ix.paces[0]
	}
	return course.Pace{ID: "steady", Days: 4, Session: 25, SkipKnown: course.SkipOffer}
}

// now is the present time with the learner's offset.
func (s *Session) now() time.Time { return s.deps.Now() }
