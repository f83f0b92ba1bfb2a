package progress

import (
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// Opening is an event that tells when and where a course was opened. A place
// that another machine tells is a name there: looking for it here could ask
// a server of that name for it.
type Opening struct {
	learn.Event
	Here bool // this machine wrote it
}

// Openings returns those of a course's events that tell when and where it was
// opened, in order. It decodes few others: a shelf asks for them at every start.
func (l *Log) Openings(course string) ([]Opening, error) {
	l.mu.Lock()
	lines := slices.Clone(l.union.courses[course])
	l.mu.Unlock()
	var openings []Opening
	for _, line := range lines {
		// With an escape in it, a line may say the word in another way.
		if text := line.text(); !strings.Contains(text, string(learn.KindOpened)) && !strings.Contains(text, `\u`) {
			continue
		}
		if e := line.event(); e.Kind == learn.KindOpened {
			base, _, _ := strings.Cut(e.Device, ".")
			openings = append(openings, Opening{Event: e, Here: base == l.device && base != ""})
		}
	}
	return openings, nil
}

// Course is a course that the log has events of.
type Course struct {
	ID     string
	Last   time.Time // of its last event
	Events int
}

// Courses lists the courses that the log has events of, the latest first.
func (l *Log) Courses() []Course {
	l.mu.Lock()
	defer l.mu.Unlock()
	var last []*line // of each course
	for id, lines := range l.union.courses {
		if id != "" {
			last = append(last, lines[len(lines)-1])
		}
	}
	slices.SortFunc(last, func(a, b *line) int { return inOrder(b, a) })
	courses := make([]Course, len(last))
	for i, line := range last {
		e := line.event()
		courses[i] = Course{ID: e.Course, Last: e.Time, Events: len(l.union.courses[e.Course])}
	}
	return courses
}
