package walk

import (
	"cmp"
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
	fewestSteps = 3000 // that a learner has at least before the road counts as endless
	stepsEach   = 40   // for each block of the course, where that is more
	idleSteps   = 800  // without anything new before the road counts as a circle
	sitting     = 30 * time.Minute
)

// Trip is how one learner goes through a course.
type Trip struct {
	// Choose is what the learner does in a step; nil: whatever leads on.
	Choose  func(learn.Step, simulate.Moment) learn.Action
	Meet    func(learn.Place, simulate.Moment) // a lesson for the first time; may be nil
	Sitting time.Duration                      // learned in one day; half an hour without it
	Left    func(*learn.Session)               // is given the session at the end, finished or not; may be nil
	Seed    uint64                             // decides the order of options and what is picked
}

// End says how a trip ended.
type End string

// The ends of a trip.
const (
	EndFinished End = "finished"
	EndStuck    End = "stuck"  // nothing that can be done leads on
	EndCircle   End = "circle" // it goes on, and comes to nothing new
)

// Trail is what one learner left behind.
type Trail struct {
	Marks []Mark // in order
	End   End
	Where string // the place that the learner did not get away from; empty at the end of the road
	Took  time.Duration
}

// Mark is one thing that happened on the way.
type Mark struct {
	Kind    MarkKind
	Lesson  string // id of where it happened; of MarkPassed the lesson passed over
	Item    string // id of the question, Ask, fork, offer or task
	Why     learn.Reason
	Depth   int           // detours the learner is in
	Given   course.Answer // of answers
	Outcome course.Outcome
	Mixup   string // id of the wrong idea that an answer shows
	Said    string // of MarkRefused: what the answer lacks
	Detour  bool   // of MarkLesson: as a detour, to come back from
}

// MarkKind is what happened.
type MarkKind string

// The kinds of marks.
const (
	MarkLesson   MarkKind = "lesson"   // came to a lesson, for the first time or again
	MarkMet      MarkKind = "met"      // met a question
	MarkAnswered MarkKind = "answered" // answered a question
	MarkRefused  MarkKind = "refused"  // an answer was not taken
	MarkReturned MarkKind = "returned" // came back from a detour to a question, or to the end of a lesson
	MarkPassed   MarkKind = "passed"   // a lesson was passed over
	MarkTold     MarkKind = "told"     // answered an Ask
	MarkOffer    MarkKind = "offer"    // took an offer or not
	MarkFork     MarkKind = "fork"     // chose at a fork
)

// Lessons are the ids of the lessons met, in the order of the first time.
func (t Trail) Lessons() []string {
	var ids []string
	seen := map[string]bool{}
	for _, m := range t.Marks {
		if m.Kind == MarkLesson && !seen[m.Lesson] {
			seen[m.Lesson] = true
			ids = append(ids, m.Lesson)
		}
	}
	return ids
}

// Along lets one learner go through the course. The clock goes by what is there
// to read and to answer. The error says that the context ended or that the
// session did not open.
func Along(ctx context.Context, c *course.Course, o Trip) (Trail, error) {
	t, err := o.begin(c, nil)
	if err != nil {
		return Trail{}, err
	}
	err = t.walk(ctx, mostSteps(c))
	if t.Left != nil {
		t.Left(t.session)
	}
	return t.trail, err
}

// begin puts the learner where a log ends: of an empty one, before the course.
func (o Trip) begin(c *course.Course, log []learn.Event) (*traveller, error) {
	t := &traveller{
		Trip: o, clock: time.Date(2026, 3, 2, 18, 0, 0, 0, time.UTC),
		read: map[string]bool{}, places: map[string]bool{}, pace: map[string]float64{},
	}
	t.Sitting = cmp.Or(t.Sitting, sitting)
	now := func() time.Time { return t.clock }
	t.log = &watched{Memory: learn.NewMemory(now)}
	for _, e := range log {
		t.clock = e.Time
		if _, err := t.log.Memory.Append(e); err != nil {
			return nil, err
		}
	}
	t.start, t.began = t.clock, t.clock
	s, err := learn.Open(c, learn.Deps{Log: t.log, Now: now, Seed: o.Seed})
	t.session = s
	return t, err
}

// mostSteps is how many steps a learner has to come to the end.
func mostSteps(c *course.Course) int {
	blocks := 0
	for _, l := range c.Lessons {
		l.EachBlock(func(course.Block) { blocks++ })
	}
	return max(fewestSteps, stepsEach*blocks)
}

// watched is a log that keeps at hand what was appended last.
type watched struct {
	*learn.Memory
	last []learn.Event
	all  []learn.Event
}

// Append implements learn.Log.
func (w *watched) Append(events ...learn.Event) ([]learn.Event, error) {
	stamped, err := w.Memory.Append(events...)
	w.last = append(w.last, stamped...)
	w.all = append(w.all, stamped...)
	return stamped, err
}

// traveller is one learner on the way.
type traveller struct {
	Trip
	session *learn.Session
	log     *watched
	clock   time.Time
	began   time.Time // the present sitting
	start   time.Time
	read    map[string]bool // lessons met
	here    string          // id of the lesson of the last step in one
	places  map[string]bool // that were seen
	idle    int             // steps since the last new place
	pace    map[string]float64
	trail   Trail
	done    []int // how many events there were after each thing that was done
}

// walk goes from step to step until there is an end.
func (t *traveller) walk(ctx context.Context, steps int) error {
	for ; steps > 0 && t.idle < idleSteps; steps-- {
		if err := ctx.Err(); err != nil {
			return err
		}
		st := t.session.Step()
		if _, ok := st.(learn.Finished); ok {
			t.trail.End = EndFinished
			return nil
		}
		if !t.on(st) {
			t.trail.End, t.trail.Where = EndStuck, place(st)
			return nil
		}
	}
	t.trail.End, t.trail.Where = EndCircle, place(t.session.Step())
	return nil
}

// on takes one step, and reports false when nothing helps any more.
func (t *traveller) on(st learn.Step) bool {
	t.meet(st)
	t.wait(t.duration(st))
	tries := []learn.Action{t.Choose(st, t.now()), learn.Continue{}, learn.Accept{}, learn.Skip{}, learn.SkipLesson{}}
	for _, a := range tries {
		if a == nil {
			continue
		}
		t.log.last = nil
		_, err := t.session.Do(a)
		if err == nil {
			t.note(st)
			t.done = append(t.done, len(t.log.all))
			return true
		}
		if !errors.Is(err, learn.ErrNotNow) && !errors.Is(err, course.ErrForm) {
			return false
		}
		q, asked := st.(learn.Answering)
		if s, sent := a.(learn.Submit); asked && sent {
			t.mark(Mark{Kind: MarkRefused, Item: q.Question.ID, Lesson: t.here, Given: s.Answer, Said: err.Error()})
		}
	}
	return false
}

func (t *traveller) mark(m Mark) { t.trail.Marks = append(t.trail.Marks, m) }

// meet notes where the learner is.
func (t *traveller) meet(st learn.Step) {
	if key := place(st); !t.places[key] {
		t.places[key], t.idle = true, 0
	}
	t.idle++
	at := st.At()
	if l := at.Lesson; l != nil && inside(st) {
		if l.ID != t.here {
			t.here = l.ID
			t.mark(Mark{Kind: MarkLesson, Lesson: l.ID, Why: at.Why, Depth: at.Depth, Detour: at.Depth > 0})
		}
		if !t.read[l.ID] {
			t.read[l.ID] = true
			if t.Meet != nil {
				t.Meet(at, t.now())
			}
		}
	}
	if q, ok := st.(learn.Answering); ok {
		t.mark(Mark{Kind: MarkMet, Item: q.Question.ID, Lesson: t.here, Why: at.Why, Depth: at.Depth})
	}
}

// inside reports whether a step is of the lesson that it names, and not before
// its door, a review or a placement test.
func inside(st learn.Step) bool {
	switch st := st.(type) {
	case learn.Offer:
		return st.Kind == learn.OfferExtra
	case learn.Answering:
		return (st.Purpose == learn.ForLesson || st.Purpose == learn.ForPractice) && !isPlacement(st.At().Lesson)
	case learn.Feedback:
		return (st.Purpose == learn.ForLesson || st.Purpose == learn.ForPractice) && !isPlacement(st.At().Lesson)
	case learn.Reading:
		return !st.Another && !isPlacement(st.At().Lesson)
	case learn.Asking, learn.Doing, learn.Summary:
		return !isPlacement(st.At().Lesson)
	}
	return false
}

func isPlacement(l *course.Lesson) bool { return l != nil && l.Kind == course.KindPlacement }

// note takes in what an action came to.
func (t *traveller) note(before learn.Step) {
	for _, e := range t.log.last {
		m := Mark{Lesson: e.Lesson, Item: e.Item, Depth: before.At().Depth}
		if e.Reason != nil {
			m.Why = *e.Reason
		}
		if e.Answer != nil {
			m.Given = *e.Answer
		}
		switch {
		case e.Kind == learn.KindReturned:
			m.Kind, m.Lesson = MarkReturned, e.To
		case e.Kind == learn.KindSkipped && e.What == "lesson":
			m.Kind, m.Lesson = MarkPassed, e.Item
		case e.Kind != learn.KindAnswered:
			continue
		case e.What == "ask":
			m.Kind = MarkTold
		case e.What == "offer":
			m.Kind = MarkOffer
		case e.What == "fork":
			m.Kind = MarkFork
		case e.Outcome == "":
			continue
		default:
			m.Kind, m.Outcome, m.Mixup = MarkAnswered, e.Outcome, e.Mixup
		}
		t.mark(m)
	}
}

// wait lets the clock go on, to the next day when the sitting is over.
func (t *traveller) wait(took time.Duration) {
	t.trail.Took += took
	t.clock = t.clock.Add(took)
	if t.clock.Sub(t.began) > t.Sitting {
		t.began = t.began.AddDate(0, 0, 1)
		if t.began.After(t.clock) {
			t.clock = t.began
		}
	}
}

// now is the moment, as simulated minds count it.
func (t *traveller) now() simulate.Moment {
	return simulate.Moment{Days: t.clock.Sub(t.start).Hours() / 24, Into: t.clock.Sub(t.began).Minutes()}
}

// theEnd is the place behind the last lesson.
const theEnd = "the end of the course"

// place is where a step stands, in words that find it in the course.
func place(st learn.Step) string {
	where := "before the first lesson"
	if l := st.At().Lesson; l != nil {
		where = l.ID
	}
	switch st := st.(type) {
	case learn.Finished:
		return theEnd
	case learn.Closing:
		where = theEnd
	case learn.Answering:
		where = st.Question.ID
	case learn.Feedback:
		where = st.Question.ID
	case learn.Reading:
		where = st.Page.ID
	case learn.Asking:
		where = st.Ask.ID
	case learn.Offer:
		where = st.Item
	case learn.Recalling:
		where = st.Item
	}
	return fmt.Sprintf("%s (%s)", where, strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", st), "learn.")))
}
