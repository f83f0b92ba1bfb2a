package learn_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn"
)

// TestEditedCoursesStrandNobody: the author changes the course at random while
// the learner is away. Whatever the learner does then, the end is reached.
func TestEditedCoursesStrandNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawCourse(t)
		w := newWalker(t, s.load(t))
		for range rapid.IntRange(1, 25).Draw(t, "before") {
			_, _ = w.s.Do(w.anything())
		}
		for range rapid.IntRange(1, 5).Draw(t, "edits") {
			edit(sketcher{t, s})
		}
		c := s.load(t)
		for manner := range manners {
			w.again(c).finish(manner)
		}
		w = w.again(c)
		_, _ = w.s.Do(manners["right"](w.s.Step())) // what follows from the edit by itself, follows now
		for range rapid.IntRange(1, 8).Draw(t, "after") {
			w.do(w.anything())
		}
	})
}

// edit changes the course in one place.
func edit(d sketcher) {
	s := d.s
	l := oneOf(d, s.lessons)
	at := 0
	if len(l.parts) > 0 {
		at = d.upTo(len(l.parts) - 1)
	}
	switch d.upTo(12) {
	case 0: // a lesson is gone
		if len(s.lessons) > 1 {
			s.lessons = slices.DeleteFunc(s.lessons, func(o *lessonSketch) bool { return o == l })
		}
	case 1: // its file has another name
		l.file = "renamed-" + l.file
	case 2: // its id is another one
		s.path = append(slices.DeleteFunc(s.path, func(id string) bool { return id == l.id }), l.id+"-new")
		l.id += "-new"
	case 3: // the road has another order
		slices.Reverse(s.path)
	case 4: // a part is gone
		if len(l.parts) > 0 {
			l.parts = slices.Delete(l.parts, at, at+1)
		}
	case 5: // a part moves to another lesson
		if len(l.parts) > 0 {
			p := l.parts[at]
			l.parts = slices.Delete(l.parts, at, at+1)
			to := oneOf(d, s.lessons)
			to.parts = append(to.parts, p)
		}
	case 6: // something means something else
		if len(l.parts) > 0 {
			l.parts[at].meaning++
			for _, q := range l.parts[at].inner {
				q.meaning++
			}
		}
	case 7: // something is put in other words
		if len(l.parts) > 0 {
			l.parts[at].wording = 1 - l.parts[at].wording
		}
	case 8: // something is new
		l.parts = slices.Insert(l.parts, at, d.part())
	case 9: // a lesson is new
		n := &lessonSketch{id: d.id("n"), kind: "lesson", title: "New", parts: []*part{d.question()}}
		n.file = n.id + ".md"
		s.lessons = append(s.lessons, n)
		s.path = slices.Insert(s.path, d.upTo(len(s.path)), n.id)
	case 10: // the placement test comes or goes
		if s.placement != nil {
			s.placement = nil
		} else {
			s.placement = &lessonSketch{id: "placement", kind: "placement", file: "placement.md", parts: []*part{d.question()}}
		}
	case 11: // the first questions and the skills are fewer
		s.asks = s.asks[:len(s.asks)/2]
		s.skills = 1 + d.upTo(skillCount-1)
	case 12: // the fork and the rules are others
		if len(s.fork) > 1 {
			s.fork = s.fork[1:]
		}
		l.next = nil
		d.rules(l)
	}
}

// two is a log that two devices have written, in the order of their clocks.
type two struct {
	*learn.Memory
	events []learn.Event
}

func (l two) Events(string) ([]learn.Event, error) { return l.events, nil }

// TestTwoDevices: what two devices wrote without knowing of each other is
// taken together without harm.
func TestTwoDevices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawCourse(t)
		var all []learn.Event
		c := s.load(t)
		for _, device := range []string{"a", "b"} {
			w := newWalker(t, c)
			for range rapid.IntRange(1, 25).Draw(t, "length") {
				w.clock = w.clock.Add(time.Duration(rapid.IntRange(1, 100).Draw(t, "wait")) * time.Second)
				_, _ = w.s.Do(w.anything())
			}
			for _, e := range w.events() {
				e.Device = device
				if e.Ref != "" {
					e.Ref = replaceDevice(e.Ref, device)
				}
				all = append(all, e)
			}
			edit(sketcher{t, s})
			c = s.load(t)
		}
		slices.SortStableFunc(all, func(a, b learn.Event) int {
			return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Device, b.Device))
		})
		for manner := range manners {
			w := &walker{t: t, c: c, clock: now().Add(time.Hour)}
			w.log = learn.NewMemory(func() time.Time { return w.clock })
			session, err := learn.Open(c, learn.Deps{Log: two{w.log, all}, Now: func() time.Time { return w.clock }, Seed: 5})
			if err != nil {
				t.Fatal(err)
			}
			w.s = session
			w.finish(manner)
		}
	})
}

func replaceDevice(ref, device string) string {
	const memory = "memory-"
	if len(ref) > len(memory) && ref[:len(memory)] == memory {
		return device + "-" + ref[len(memory):]
	}
	return ref
}
