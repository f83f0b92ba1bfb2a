package walk

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate"
)

const (
	mostSteps   = 3000 // before a learner is stuck
	sitting     = 30 * time.Minute
	wordsMinute = 200.0 // words that are read in a minute
	blink       = 2 * time.Second
)

// walker is one simulated learner on the way.
type walker struct {
	*ground
	mind    simulate.Mind
	luck    simulate.Dice
	rolls   int // choices made so far
	session *learn.Session
	clock   time.Time
	began   time.Time // the present sitting
	start   time.Time
	read    map[string]bool // lessons read
	trail   trail
}

// trail is what a learner left behind.
type trail struct {
	took     time.Duration
	finished bool
	stuck    string         // where, when not finished
	lessons  []string       // ids met, in order of first meeting
	wrong    map[string]int // wrong tries, by question
	asked    map[string]int // times a question was met for the first time
	detours  map[string]int // detours taken, by the lesson they lead to
}

// walk lets one learner go through the course.
func (g *ground) walk(ctx context.Context, seed uint64, number int) (trail, error) {
	who := simulate.NewLearner(g.curriculum, simulate.InOrder, seed, number, shares()[number%3])
	w := &walker{
		ground: g, mind: simulate.Worlds()[0].New(), luck: who.Luck,
		clock: time.Date(2026, 3, 2, 18, 0, 0, 0, time.UTC), read: map[string]bool{},
		trail: trail{wrong: map[string]int{}, asked: map[string]int{}, detours: map[string]int{}},
	}
	w.start, w.began = w.clock, w.clock
	w.mind.Begin(g.curriculum, who)
	now := func() time.Time { return w.clock }
	s, err := learn.Open(g.course, learn.Deps{Log: learn.NewMemory(now), Now: now, Seed: seed + uint64(number)})
	if err != nil {
		return w.trail, err
	}
	w.session = s
	for range mostSteps {
		if err := ctx.Err(); err != nil {
			return w.trail, err
		}
		if _, ok := s.Step().(learn.Finished); ok {
			w.trail.finished = true
			return w.trail, nil
		}
		if !w.on() {
			break
		}
	}
	w.trail.stuck = place(s.Step())
	return w.trail, nil
}

// place is where a step stands, in words that find it in the course.
func place(st learn.Step) string {
	where := "before the first lesson"
	if l := st.At().Lesson; l != nil {
		where = l.ID
	}
	if a, ok := st.(learn.Answering); ok {
		where = a.Question.ID
	}
	return fmt.Sprintf("%s (%s)", where, strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", st), "learn.")))
}

// on takes one step, and reports false when nothing helps any more.
func (w *walker) on() bool {
	st := w.session.Step()
	if _, offered := st.(learn.Offer); !offered {
		w.meet(st.At())
	}
	w.wait(duration(st))
	tries := append([]learn.Action{w.choose(st)}, learn.Continue{}, learn.Accept{}, learn.Skip{}, learn.SkipLesson{})
	for _, a := range tries {
		if a == nil {
			continue
		}
		_, err := w.session.Do(a)
		if err == nil {
			w.note(st)
			return true
		}
		if !errors.Is(err, learn.ErrNotNow) && !errors.Is(err, course.ErrForm) {
			return false
		}
	}
	return false
}

// meet notes where the learner is. They read a lesson when they first come to
// it; in a detour it explains once more.
func (w *walker) meet(at learn.Place) {
	l := at.Lesson
	if l == nil || w.read[l.ID] {
		return
	}
	w.read[l.ID] = true
	w.trail.lessons = append(w.trail.lessons, l.ID)
	if at.Depth > 0 {
		w.trail.detours[l.ID]++
	}
	for _, k := range w.skills(l.Skills) {
		if at.Depth > 0 {
			w.mind.Explain(k, w.now())
		} else {
			w.mind.Read(k, w.now())
		}
	}
}

// wait lets the clock go on, to the next day when the sitting is over.
func (w *walker) wait(took time.Duration) {
	w.trail.took += took
	w.clock = w.clock.Add(took)
	if w.clock.Sub(w.began) > sitting {
		w.began = w.began.AddDate(0, 0, 1)
		w.clock = w.began
	}
}

// now is the moment, as simulated minds count it.
func (w *walker) now() simulate.Moment {
	return simulate.Moment{Days: w.clock.Sub(w.start).Hours() / 24, Into: w.clock.Sub(w.began).Minutes()}
}

// roll is the next number of the learner's luck, in 0..1.
func (w *walker) roll() float64 {
	w.rolls++
	return w.luck.Roll(walking, 0, w.rolls)
}

// walking is what a walker's rolls are for; the worlds use smaller numbers.
const walking = 100

// duration is how long a step takes.
func duration(st learn.Step) time.Duration {
	minutes := 0.2
	switch st := st.(type) {
	case learn.Reading:
		words := 0
		for _, p := range st.Page.Parts {
			switch p := p.(type) {
			case learn.TextPart:
				words += len(strings.Fields(p.Markdown))
			case learn.WayPart:
				words += len(strings.Fields(p.List[p.Shown].Markdown))
			}
		}
		minutes += float64(words) / wordsMinute
	case learn.Answering:
		minutes = questionMinutes(st.Question)
	case learn.Doing:
		if minutes = 5; st.Task.Minutes > 0 {
			minutes = float64(st.Task.Minutes)
		}
	}
	return max(blink, time.Duration(minutes*float64(time.Minute)))
}

// note takes in what an answer turned out to be.
func (w *walker) note(before learn.Step) {
	asked, ok := before.(learn.Answering)
	if !ok {
		return
	}
	id := asked.Question.ID
	if asked.Try <= 1 {
		w.trail.asked[id]++
	}
	if f, ok := w.session.Step().(learn.Feedback); ok && f.Verdict.Outcome == course.Wrong {
		w.trail.wrong[id]++
	}
}
