package learn_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course/learn"
)

// The views tell the day by the clock, also when it has moved on, and change
// nothing of the session.
func TestViewsOfAnotherDayChangeNothing(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/path/next-review.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := newLearner(t, ar.Files[:len(ar.Files)-1])
	for _, line := range []string{"skip", "skip", "continue", "right", "continue", "right", "continue", "continue"} {
		l.act(line)
	}
	was := learn.Dump(l.s)
	l.clock = l.clock.AddDate(0, 0, 3)
	today := l.s.Today()
	if today.Day.Day() != 5 || len(today.Due) != 1 || today.Tomorrow != 1 {
		t.Errorf("three days later it is the %d, %d due, %d tomorrow", today.Day.Day(), len(today.Due), today.Tomorrow)
	}
	l.s.Plan()
	l.s.Insights()
	l.s.Map()
	l.s.Decision()
	l.s.Decisions()
	l.s.Progress()
	if now := learn.Dump(l.s); now != was {
		t.Errorf("looking changed the state from\n%s\nto\n%s", was, now)
	}
}
