package words

import (
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

func TestDaysAndWeeks(t *testing.T) {
	w := English()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	now := day(2026, time.March, 14)
	for _, c := range []struct{ got, want string }{
		{w.Days.Between(day(2026, 6, 3), day(2026, 6, 12), now), "between 3 and 12 June"},
		{w.Days.Between(day(2026, 6, 3), day(2026, 7, 1), now), "between 3 June and 1 July"},
		{w.Days.Between(day(2026, 12, 28), day(2027, 1, 9), now), "between 28 December 2026 and 9 January 2027"},
		{w.Days.Between(day(2027, 1, 3), day(2027, 1, 9), now), "between 3 and 9 January 2027"},
		{w.Days.Between(day(2026, 6, 3), day(2026, 6, 3), now), "on 3 June"},
		{w.Days.Ago(0), "today"}, {w.Days.Ago(1), "yesterday"}, {w.Days.Ago(9), "9 days ago"},
		{w.Days.In(-3), "today"}, {w.Days.In(1), "tomorrow"}, {w.Days.In(8), "in 8 days"},
		{w.Days.Minutes(0.2), "1 min"}, {w.Days.Minutes(0), "0 min"}, {w.Days.Minutes(179.6), "3 h"},
		{w.Days.Codes([]string{"mon", "sat"}), "Mon Sat"},
		{w.Days.Codes([]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}), "every day"},

		// A week is never told as a loss.
		{w.Today.Week(3, 4), "3 of 4 this week"},
		{w.Today.Week(0, 4), "4 days planned this week"},
		{w.Today.Week(5, 4), "5 days this week (4 planned)"},
		{w.Today.Week(1, 0), "1 day this week"},
		{w.Today.Week(0, 0), ""},
	} {
		if c.got != c.want {
			t.Errorf("said %q, want %q", c.got, c.want)
		}
	}
}

func TestTrace(t *testing.T) {
	w := English()
	numeric := &course.Question{Form: &course.Typed{Answers: []course.Accept{{Kind: course.AnswerNumber}}}}
	four := &course.Question{Form: &course.Options{List: make([]course.Option, 4)}}
	answered := func(o course.Outcome, score float64, hints int, a *course.Answer) learn.Event {
		return learn.Event{Kind: learn.KindAnswered, Outcome: o, Score: score, Hints: hints, Answer: a}
	}
	for _, c := range []struct {
		trace learn.Trace
		want  string
	}{
		{learn.Trace{What: learn.TraceAnswer, Question: numeric, Event: answered(course.Right, 1, 0, nil)}, "number, right"},
		{learn.Trace{What: learn.TraceAnswer, Question: four, Event: answered(course.Right, 1, 2, nil)}, "choice of 4, right, 2 hints"},
		{learn.Trace{What: learn.TraceAnswer, Question: four, Event: answered(course.Wrong, 0.5, 0, nil)}, "choice of 4, partly right"},
		{learn.Trace{What: learn.TraceReview, Question: numeric, Event: answered(course.Wrong, 0, 0, nil)}, "review, number, not right"},
		{learn.Trace{What: learn.TracePlacement, Question: four, Event: answered(course.Wrong, 0, 0, &course.Answer{DontKnow: true})}, "placement test, choice of 4, “I don't know”"},
		{learn.Trace{What: learn.TraceAnswer, Event: answered(course.Right, 1, 0, nil)}, "question, right"},
		{learn.Trace{What: learn.TraceLesson, Event: learn.Event{Kind: learn.KindFinished}}, "lesson read"},
		{learn.Trace{What: learn.TraceLesson, Event: answered(course.Right, 1, 0, nil)}, "lesson read"},
	} {
		if got := w.Trace(c.trace); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
}
