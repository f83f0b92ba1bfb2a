package learn_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

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

// A dispute puts back all that an answer changed of what is known of skills: a
// lapse, what was mastered, what was missed, and that it was missed again and
// again.
func TestDisputePutsAllBack(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/path/next-review.txt")
	if err != nil {
		t.Fatal(err)
	}
	begin := []string{"skip", "skip", "continue", "right", "continue", "right", "continue", "continue"}
	lapse := []string{"wait 20d", "review a", "wrong", "continue", "right", "continue", "skip"}
	for _, c := range []struct {
		name   string
		before []string
	}{
		{"in a lesson", []string{"skip", "skip", "continue", "wrong", "skip"}},
		{"a review", append(slices.Clone(begin), "wait 10d", "review")},
		{"a review that opens the skill", append(slices.Clone(begin), "wait 10d", "review", "wrong", "continue")},
		{"a fourth lapse", slices.Concat(begin, lapse, lapse, lapse, []string{"wait 20d", "review a"})},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLearner(t, ar.Files[:len(ar.Files)-1])
			for _, line := range c.before {
				l.act(line)
			}
			was := ofSkills(l.s)
			l.act("wrong")
			if ofSkills(l.s) == was {
				t.Fatalf("the answer changed nothing, at %s", describe(l.s))
			}
			l.act("dispute")
			if now := ofSkills(l.s); now != was {
				t.Errorf("after the dispute\n%s\nwas\n%s", now, was)
			}
		})
	}
}

// ofSkills are the lines of the state that tell of skills.
func ofSkills(s *learn.Session) string {
	var lines []string
	for line := range strings.Lines(learn.Dump(s)) {
		for _, of := range []string{"learner.", "helped", "touched", "firm", "mastered", "leeches", "outset", "met", "reviewed"} {
			if strings.HasPrefix(line, of) {
				lines = append(lines, line)
			}
		}
	}
	return strings.Join(lines, "")
}
