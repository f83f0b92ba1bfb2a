package learn_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// walker is a learner who does as the test says.
type walker struct {
	t     *rapid.T
	c     *course.Course
	log   *learn.Memory
	clock time.Time
	day   model.Day // of the last thing done
	s     *learn.Session
}

func newWalker(t *rapid.T, c *course.Course) *walker {
	w := &walker{t: t, c: c, clock: now(), day: model.DayOf(now())}
	w.log = learn.NewMemory(func() time.Time { return w.clock })
	w.s = w.open()
	return w
}

func (w *walker) open() *learn.Session {
	s, err := learn.Open(w.c, learn.Deps{Log: w.log, Now: func() time.Time { return w.clock }, Seed: 5})
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

// again is the same learner in another course, with a log of their own.
func (w *walker) again(c *course.Course) *walker {
	v := &walker{t: w.t, c: c, clock: w.clock, day: w.day}
	v.log = learn.NewMemory(func() time.Time { return v.clock })
	if _, err := v.log.Append(w.events()...); err != nil {
		w.t.Fatal(err)
	}
	v.s = v.open()
	return v
}

func (w *walker) events() []learn.Event {
	events, err := w.log.Events("random")
	if err != nil {
		w.t.Fatal(err)
	}
	return events
}

// TestEveryCourseEnds: who goes on comes to the end, in whatever manner.
func TestEveryCourseEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCourse(t).load(t)
		for _, manner := range slices.Sorted(maps.Keys(manners)) {
			w := newWalker(t, c)
			w.finish(manner)
			if p := w.s.Progress(); p.Done != p.Of {
				t.Fatalf("always %s: finished with %d of %d done", manner, p.Done, p.Of)
			}
		}
	})
}

// anything draws what a learner might do.
func (w *walker) anything() learn.Action {
	t := w.t
	if rapid.IntRange(0, 3).Draw(t, "go on") > 0 {
		return manners[rapid.SampledFrom([]string{"right", "wrong", "wrong", "close"}).Draw(t, "manner")](w.s.Step())
	}
	ids := []string{"nowhere", "placement", ""}
	for _, l := range w.c.Lessons {
		ids = append(ids, l.ID, l.ID+"#start")
	}
	for i := range 8 {
		ids = append(ids, fmt.Sprintf("q%d", i), fmt.Sprintf("e%d", i))
	}
	id := rapid.SampledFrom(ids).Draw(t, "id")
	item := rapid.SampledFrom([]string{"yes", "g0", "g1", "i0", "fast", "p0", "right", "I don't know yet"}).Draw(t, "item")
	answer := course.Answer{Items: []string{item}, Text: item}
	switch rapid.IntRange(0, 9).Draw(t, "beside the road") {
	case 0, 1, 2:
		return w.besides()
	case 3:
		return w.jots()
	case 4:
		return w.resets()
	}
	return rapid.SampledFrom([]learn.Action{
		learn.Continue{}, learn.Submit{Answer: answer}, learn.Submit{Answer: course.Answer{Text: "corect"}, Confidence: 2},
		learn.Submit{Answer: course.Answer{DontKnow: true}}, learn.Hint{}, learn.Hint{}, learn.ShowAnswer{}, learn.Skip{}, learn.SkipLesson{},
		learn.Accept{}, learn.Decline{}, learn.Dispute{Note: "no"}, learn.GoTo{ID: id}, learn.Redo{ID: id}, learn.Undo{}, learn.Undo{},
		learn.Set{ID: "goal", Answer: answer}, learn.Set{ID: "pace", Answer: answer}, learn.Draft{Answer: answer},
		learn.ShowWay{Ways: "w", Key: "why"}, learn.Checked{Held: []bool{true, false}}, learn.Checked{Held: []bool{true, true}, Values: map[string]string{"a": item}},
		learn.Checked{Held: []bool{false, true}, Saved: true}, nil,
	}).Draw(t, "action")
}

// do does one thing and checks what must hold after anything.
func (w *walker) do(a learn.Action) {
	w.clock = w.clock.Add(20 * time.Second)
	w.sleep()
	was, today, before, old := w.s.Step(), w.now(), w.s.Progress(), w.events()
	why := w.s.Decision()
	_, err := w.s.Do(a)
	w.t.Logf("%T %+v (%v)\n%s", a, a, err, describe(w.s))
	events := w.events()
	if err != nil {
		if !reflect.DeepEqual(was, w.s.Step()) || len(old) != len(events) {
			w.t.Fatalf("%T was refused (%v) and changed something: from %s to %s", a, err, what(was), what(w.s.Step()))
		}
		return
	}
	if jotted(a) && (stands(was) != stands(w.s.Step()) || what(was) != what(w.s.Step())) {
		w.t.Fatalf("%T moved the learner from %s to %s", a, what(was), what(w.s.Step()))
	}
	if jotted(a) && model.DayOf(w.clock) != w.day {
		return // the new day begins with what is done on the road
	}
	w.day = model.DayOf(w.clock)
	w.checkReopened()
	w.checkRoad(events[len(old):])
	w.checkProgress(a, before, events[len(old):])
	w.checkUndo(today, events[len(old):])
	w.checkReset(a, today)
	w.checkSwap(a, today)
	w.checkViews()
	w.checkWhatIf(a, was, why)
	w.checkElse()
}

// now is the step as it is on this day. A program that was left open shows the
// one of the day before until something is done.
func (w *walker) now() learn.Step {
	if model.DayOf(w.clock) != w.day {
		return w.open().Step()
	}
	return w.s.Step()
}

// checkReopened: the program may be closed at any time. What comes up then is
// the same step with the same reason, but that "next" is now "continue".
func (w *walker) checkReopened() {
	s := w.open()
	a, b := w.s.Step(), s.Step()
	if why := a.At().Why; why.Code == learn.WhyNext && b.At().Why.Code == learn.WhyContinue {
		b = because(b, why)
	}
	if !reflect.DeepEqual(a, b) {
		w.t.Fatalf("reopened at another step:\n%#v\nwas\n%#v", b, a)
	}
	if !learn.SameState(w.s, s) {
		w.t.Fatalf("the log gives another state than the session has, at %s", describe(s))
	}
}

// because is a step with another reason.
func because(st learn.Step, why learn.Reason) learn.Step {
	v := reflect.New(reflect.TypeOf(st)).Elem()
	v.Set(reflect.ValueOf(st))
	v.FieldByName("Place").FieldByName("Why").Set(reflect.ValueOf(why))
	return v.Interface().(learn.Step)
}

// checkRoad: detours are never deeper than two, come once for one wrong idea,
// and lead back to their question.
func (w *walker) checkRoad(events []learn.Event) {
	if d := w.s.Step().At().Depth; d > 2 {
		w.t.Fatalf("in %d detours: %s", d, describe(w.s))
	}
	used := map[string]learn.Event{}
	for _, e := range w.events() {
		if e.Kind == learn.KindReset { // what it set back may come again
			maps.DeleteFunc(used, func(_ string, road learn.Event) bool { return w.setsBack(e, road) })
		}
		if e.Kind == learn.KindDetoured || e.Kind == learn.KindJumped && e.Ref != "" {
			if _, twice := used[e.Ref]; twice {
				w.t.Fatalf("the road changed twice for %s", e.Ref)
			}
			used[e.Ref] = e
		}
	}
	if len(events) == 0 {
		return
	}
	if e := events[len(events)-1]; e.Kind == learn.KindReturned && e.Item != "" && w.s.MayShow(e.To, e.Item) {
		if st, ok := w.s.Step().(learn.Answering); !ok || st.Question.ID != e.Item {
			w.t.Fatalf("back from a detour to %s, and not asked it: %s", e.Item, describe(w.s))
		}
	}
}

// checkProgress: nothing counts twice or too early, and what is done stays done
// unless the learner takes it back, opens it anew or chooses another road.
func (w *walker) checkProgress(a learn.Action, before learn.Progress, events []learn.Event) {
	p, here := w.s.Progress(), w.s.Step().At().Lesson
	if p.Done > p.Of || p.Done < 0 {
		w.t.Fatalf("%d of %d done", p.Done, p.Of)
	}
	for _, l := range p.Lessons {
		if l.Here != (here == l.Lesson) {
			w.t.Fatalf("here is %v in %s, at %s", l.Here, l.Lesson.ID, describe(w.s))
		}
		if l.Right > l.Asked {
			w.t.Fatalf("%s: %d of %d right", l.Lesson.ID, l.Right, l.Asked)
		}
	}
	if fin, ok := w.s.Step().(learn.Finished); ok && !reflect.DeepEqual(fin.Progress, p) {
		w.t.Fatalf("the end tells another progress:\n%+v\n%+v", fin.Progress, p)
	}
	switch a.(type) {
	case learn.Undo, learn.GoTo, learn.Redo, learn.Reset, learn.UndoReset:
		return
	}
	for _, e := range events {
		if e.Kind == learn.KindJumped || e.Kind == learn.KindDetoured {
			return // an author's leap or detour may open a lesson again that was left
		}
	}
	if skippedIn(p) < skippedIn(before) {
		return // a skill that was passed over as known was not: its lesson is open again
	}
	if p.Done < before.Done {
		w.t.Fatalf("%T: done fell from %d to %d", a, before.Done, p.Done)
	}
}

func skippedIn(p learn.Progress) int {
	n := 0
	for _, l := range p.Lessons {
		if l.State == learn.LessonSkipped {
			n++
		}
	}
	return n
}

// checkUndo: one undo puts the learner where they were before a change of
// road, and going on does not make the same change again.
func (w *walker) checkUndo(was learn.Step, events []learn.Event) {
	var change *learn.Event
	for i, e := range events {
		switch {
		case e.Kind == learn.KindUndone:
			return
		case e.Kind == learn.KindDetoured, e.Kind == learn.KindJumped, e.What == "fork", e.Kind == learn.KindSkipped && e.What == "lesson":
			change = &events[i]
		}
	}
	if change == nil || w.s.Step().At().Undo == nil {
		return
	}
	v := w.again(w.c)
	if _, err := v.s.Do(learn.Undo{}); err != nil {
		w.t.Fatalf("undoing %s: %v", change.Kind, err)
	}
	sum, atEnd := was.(learn.Summary)
	offer, _ := was.(learn.Offer)
	beside := false // a day may have passed since: what is due comes first
	switch st := v.s.Step().(type) {
	case learn.Offer:
		beside = st.Kind == learn.OfferReview
	case learn.Closing:
		beside = true
	}
	if st, asked := was.(learn.Answering); asked && st.Purpose == learn.ForReview {
		beside = true // a review ends with its day
	}
	switch {
	case beside:
	case change.Reason != nil && (change.Reason.Code == learn.WhyKnown || change.Reason.Code == learn.WhyTestedOut), change.Item == offer.Item && offer.Kind == learn.OfferSkip:
		// who takes passing over back wants the lesson
		if l := v.s.Step().At().Lesson; l == nil || l.ID != change.Item {
			w.t.Fatalf("undone passing over %s: at %s", change.Item, describe(v.s))
		}
	case strings.HasPrefix(change.Ref, "next:") && (!atEnd || sum.Depth > 0 || sum.Lesson.ID != change.Lesson):
		// a rule fired by itself after a detour or an Ask: the lesson ends without it
	case stands(was) != stands(v.s.Step()):
		w.t.Fatalf("undone %s %s (%s): at %s, was at %s", change.Kind, change.What, change.To, stands(v.s.Step()), stands(was))
	}
	if change.Ref == "" {
		return
	}
	v.finish("right")
	for _, e := range v.events()[len(w.events()):] {
		if e.Ref == change.Ref && e.Kind != learn.KindUndone {
			w.t.Fatalf("undone, and made again: %+v", e)
		}
	}
}

// stands says at which step a learner is, and nothing of how they came there.
func stands(st learn.Step) string {
	lesson, item := "-", ""
	if l := st.At().Lesson; l != nil {
		lesson = l.ID
	}
	switch st := st.(type) {
	case learn.Asking:
		item = st.Ask.ID
	case learn.Offer:
		item = st.Item
	case learn.Choosing:
		item = st.Choose.ID
	case learn.Reading:
		item = st.Page.ID
	case learn.Answering:
		item = fmt.Sprint(st.Question.ID, st.Try, len(st.Hints))
	case learn.Feedback:
		item = st.Question.ID
	case learn.Doing:
		item = st.Task.ID
	}
	return fmt.Sprintf("%T %s %s", st, lesson, item)
}

func TestAnythingGoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(1, 40).Draw(t, "length") {
			w.do(w.anything())
		}
	})
}
