//go:build unix

package main

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
)

// writeLog makes a log of events of the built-in course on Git, as a learner
// leaves them who answers a question a minute.
func writeLog(dir string, events int) error {
	start := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	log := progress.Open(dir, progress.Options{Now: func() time.Time { return start }, Machine: "bench"})
	for from := 0; from < events; from += 1000 {
		var batch []learn.Event
		for i := from; i < min(from+1000, events); i++ {
			batch = append(batch, learn.Event{
				Time: start.Add(time.Duration(i) * time.Minute), Course: "git",
				Lesson: fmt.Sprintf("lesson-%d", i%40), Item: fmt.Sprintf("lesson-%d/question-%d", i%40, i%7), Rev: "9f2c01aa",
				Kind: learn.KindAnswered, Answer: &course.Answer{Text: `git commit -m "first"`},
				Outcome: course.Right, Score: 1, Hints: i % 2, Took: int64(1000 + i),
			})
		}
		if _, err := log.Append(batch...); err != nil {
			return fmt.Errorf("making the log: %w", err)
		}
	}
	if err := log.Close(); err != nil {
		return fmt.Errorf("making the log: %w", err)
	}
	return nil
}
