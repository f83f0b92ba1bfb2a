//go:build e2e && unix

package e2e

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestStartingIsNotFelt opens the library on logs of years. Its first frame
// comes before the log is read; what the log tells comes after it.
func TestStartingIsNotFelt(t *testing.T) {
	for _, c := range []struct {
		events int
		atMost time.Duration // to the first frame; held to under torture, where the machine is for that alone
	}{
		{10_000, 50 * time.Millisecond},
		{100_000, 250 * time.Millisecond},
	} {
		if c.events > 10_000 && !torture.Full() {
			continue
		}
		t.Run(fmt.Sprint(c.events), func(t *testing.T) {
			dir := data(t)
			writeLog(t, dir, c.events)
			first(t, data(t)) // the program is read from the disk
			first(t, dir)     // the backup of the day is made
			var frames, lists, empty []time.Duration
			for range torture.Times(1, 11) {
				frame, list := first(t, dir)
				none, _ := first(t, data(t))
				frames, lists, empty = append(frames, frame), append(lists, list), append(empty, none)
			}
			got := median(frames)
			torture.Report(t, "P12", "%d events: first frame after %v, standing of every course after %v; with no log %v (medians of %d)",
				c.events, got.Round(time.Millisecond), median(lists).Round(time.Millisecond), median(empty).Round(time.Millisecond), len(frames))
			if torture.Full() && got > c.atMost {
				t.Errorf("the first frame takes %v, at most %v", got, c.atMost)
			}
		})
	}
}

// first opens the library and gives the time to its first frame, and to what
// is known of its courses.
func first(t *testing.T, dir string) (frame, list time.Duration) {
	t.Helper()
	began := time.Now()
	w := start(t, 80, 24, onData(dir))
	for _, step := range []struct {
		words string
		took  *time.Duration
	}{{"Courses", &frame}, {"min", &list}} {
		for !shows(w.text(), []string{step.words}) {
			if time.Since(began) > patience || w.ended() {
				t.Fatalf("no %q on the screen:\n%s", step.words, w.text())
			}
			time.Sleep(500 * time.Microsecond)
		}
		*step.took = time.Since(began)
	}
	w.press("q")
	w.ends(0)
	return frame, list
}

// writeLog makes a log of answers to the course on Git.
func writeLog(t *testing.T, dir string, events int) {
	t.Helper()
	at := time.Date(2025, 1, 6, 9, 0, 0, 0, time.UTC)
	log := progress.Open(dir, progress.Options{Now: func() time.Time { return at }, Machine: "test"})
	var batch []learn.Event
	for i := range events {
		batch = append(batch, learn.Event{
			Time: at.Add(time.Duration(i) * time.Minute), Course: "git", Lesson: fmt.Sprintf("lesson-%d", i%40),
			Item: fmt.Sprintf("lesson-%d/question-%d", i%40, i%7), Rev: "9f2c01aa", Kind: learn.KindAnswered,
			Answer: &course.Answer{Text: `git commit -m "first"`}, Outcome: course.Right, Score: 1, Took: int64(1000 + i),
		})
		if len(batch) == 1000 || i == events-1 {
			if _, err := log.Append(batch...); err != nil {
				t.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
}

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}
