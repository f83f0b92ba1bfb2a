package walk

import (
	"context"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate"
)

// walker is one simulated learner, who knows skills or does not.
type walker struct {
	*ground
	mind  simulate.Mind
	luck  simulate.Dice
	rolls int             // choices made so far
	at    simulate.Moment // of the step that is chosen in
	meant []meant         // answers given as right
	whims int             // things done that lead nowhere
}

// meant is an answer that the learner meant to be right.
type meant struct {
	question *course.Question
	form     Form
}

// walk lets one learner go through the course.
func (g *ground) walk(ctx context.Context, seed uint64, number int, restless bool) (trail, error) {
	w, trip := g.walker(seed, number, restless)
	t, err := Along(ctx, g.course, trip)
	return newTrail(number, t, w.meant), err
}

// walker is one learner, ready to go.
func (g *ground) walker(seed uint64, number int, restless bool) (*walker, Trip) {
	who := simulate.NewLearner(g.curriculum, simulate.InOrder, seed, number, shares()[number%3])
	w := &walker{ground: g, mind: simulate.Worlds()[0].New(), luck: who.Luck}
	w.mind.Begin(g.curriculum, who)
	trip := Trip{Seed: seed + uint64(number), Meet: w.meet, Choose: w.choose}
	if restless {
		trip.Choose = w.wander
	}
	return w, trip
}

// meet is what reading a lesson does to the learner, who reads it when they
// first come to it; in a detour it explains once more.
func (w *walker) meet(at learn.Place, now simulate.Moment) {
	for _, k := range w.skills(at.Lesson.Skills) {
		if at.Depth > 0 {
			w.mind.Explain(k, now)
		} else {
			w.mind.Read(k, now)
		}
	}
}

// roll is the next number of the learner's luck, in 0..1.
func (w *walker) roll() float64 {
	w.rolls++
	return w.luck.Roll(walking, 0, w.rolls)
}

// walking is what a walker's rolls are for; the worlds use smaller numbers.
const walking = 100

// trail is what is counted of one learner's way.
type trail struct {
	Trail
	number  int
	asked   map[string]bool // questions met
	wrong   map[string]int  // wrong tries, by question
	detours map[string]bool // by the lesson they lead to
	refused []Refusal
}

func newTrail(number int, from Trail, given []meant) trail {
	t := trail{Trail: from, number: number, asked: map[string]bool{}, wrong: map[string]int{}, detours: map[string]bool{}}
	next := 0
	for _, m := range from.Marks {
		switch m.Kind {
		case MarkLesson:
			t.detours[m.Lesson] = t.detours[m.Lesson] || m.Detour
		case MarkMet:
			t.asked[m.Item] = true
		case MarkAnswered, MarkRefused:
			if m.Kind == MarkAnswered && m.Outcome == course.Wrong {
				t.wrong[m.Item]++
			}
			if next == len(given) || given[next].question.ID != m.Item || !sameAnswer(given[next].form.Answer, m.Given) {
				continue
			}
			if m.Kind == MarkRefused || m.Outcome != course.Right {
				t.refused = append(t.refused, given[next].form.refusal(given[next].question, m.Outcome, m.Said))
			}
			next++
		default:
		}
	}
	return t
}
