package learn_test

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// A dispute that names no answer takes none back, nor a card in its place.
func TestDisputeOfNothing(t *testing.T) {
	c := load(t, fstest.MapFS{
		"1-a.md": &fstest.MapFile{Data: []byte("---\nid: a1\n---\n# A\n\nText.\n\n### Question: a?\n<!-- id: qa -->\n\n- Answer: one\n")},
	})
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	log := learn.NewMemory(func() time.Time { return now })
	events := []learn.Event{
		{Kind: learn.KindAnswered, Lesson: "a1", Item: "qa", Answer: &course.Answer{Text: "one"}, Outcome: course.Right, Score: 1, Confidence: 3},
		{Kind: learn.KindReviewed, What: "card", Ref: "card:x", Score: 1},
		{Kind: learn.KindDisputed, Item: "qa"},
	}
	for i := range events {
		events[i].Course, events[i].Time = c.ID, now
	}
	if _, err := log.Append(events...); err != nil {
		t.Fatal(err)
	}
	s, err := learn.Open(c, learn.Deps{Log: log, Now: func() time.Time { return now }, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	if n := s.Insights().Answers; n != 1 {
		t.Errorf("%d answers count, want the one that was given", n)
	}
}
