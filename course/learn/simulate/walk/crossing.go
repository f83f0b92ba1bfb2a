package walk

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/each"
)

// Crossing is what became of one learner who was half way through a course when
// another version of it took its place.
type Crossing struct {
	Was, Is  string         // where they stood and stand now, as an id and what is to be done there
	Moved    bool           // that is another lesson, or another question of it
	Before   learn.Progress // in the older version
	After    learn.Progress // in the newer one, with the same log
	Answered []learn.Event  // first answers to questions, each question once, the last that counts
	Chosen   map[string][]string
	End      End    // how it went on in the newer version
	Where    string // the place that the learner did not get away from; empty at the end of the road
}

// Across lets learners walk through the older version of a course, stops each at a
// place that chance decides, and lets them go on in the newer one with the log that
// they have. Both have the same id. Learners who got nowhere are left out.
func Across(ctx context.Context, older, newer *course.Course, o Options) ([]Crossing, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	from, to := newGround(older), newGround(newer)
	all := max(o.Learners, 1) + max(o.Restless, 0)
	crossings, failed := make([]*Crossing, all), make([]error, all)
	var next atomic.Int64
	each.Of(min(o.Workers, all), func(int) {
		for i := int(next.Add(1)) - 1; i < all; i = int(next.Add(1)) - 1 {
			crossings[i], failed[i] = cross(ctx, from, to, o.Seed, i, i >= o.Learners)
		}
	})
	var list []Crossing
	for i, c := range crossings {
		if failed[i] != nil {
			return nil, fmt.Errorf("simulated learner %d: %w", i+1, failed[i])
		}
		if c != nil {
			list = append(list, *c)
		}
	}
	return list, nil
}

// stopping is what the roll is for that decides where a learner stops.
const stopping = walking + 1

// cross takes one learner over.
func cross(ctx context.Context, from, to *ground, seed uint64, number int, restless bool) (*Crossing, error) {
	w, trip := from.walker(seed, number, restless)
	t, err := trip.begin(from.course, nil)
	if err == nil {
		err = t.walk(ctx, mostSteps(from.course))
	}
	if err != nil || len(t.done) == 0 {
		return nil, err
	}
	at := min(int(w.luck.Roll(stopping, 0, 1)*float64(len(t.done))), len(t.done)-1)
	log := t.log.all[:t.done[at]]
	before, err := trip.begin(from.course, log)
	if err != nil {
		return nil, err
	}
	_, trip = to.walker(seed, number, restless)
	after, err := trip.begin(to.course, log)
	if err != nil {
		return nil, err
	}
	was, is := before.session.Step(), after.session.Step()
	c := &Crossing{
		Was: place(was), Is: place(is), Moved: moved(was, is),
		Before: before.session.Progress(), After: after.session.Progress(),
		Answered: lastAnswers(log), Chosen: chosen(log),
	}
	err = after.walk(ctx, mostSteps(to.course))
	c.End, c.Where = after.trail.End, after.trail.Where
	return c, err
}

// moved reports whether two steps are of different lessons, or of different things
// in one. Pages of a text may be cut otherwise.
func moved(was, is learn.Step) bool {
	id := func(st learn.Step) string {
		if l := st.At().Lesson; l != nil {
			return l.ID
		}
		return ""
	}
	if id(was) != id(is) {
		return true
	}
	_, read := was.(learn.Reading)
	_, reads := is.(learn.Reading)
	return place(was) != place(is) && (!read || !reads)
}

// lastAnswers are the last answers to questions in their lessons, in the order in
// which the questions were first answered.
func lastAnswers(log []learn.Event) []learn.Event {
	var list []learn.Event
	at := map[string]int{}
	for _, e := range log {
		if e.Kind != learn.KindAnswered || e.What != "" || e.Outcome == "" {
			continue
		}
		if i, ok := at[e.Item]; ok {
			list[i] = e
			continue
		}
		at[e.Item] = len(list)
		list = append(list, e)
	}
	return list
}

// chosen are the code words that the learner chose last at each Ask.
func chosen(log []learn.Event) map[string][]string {
	words := map[string][]string{}
	for _, e := range log {
		if e.Kind == learn.KindAnswered && e.What == "ask" && e.Answer != nil {
			words[e.Item] = e.Answer.Items
		}
	}
	return words
}
