package preview

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// Log keeps events in memory, for the one course that is previewed: also when its
// author gives that another id. It is safe for concurrent use.
type Log struct{ memory *learn.Memory }

// NewLog returns an empty log that takes the time from now.
func NewLog(now func() time.Time) *Log { return &Log{learn.NewMemory(now)} }

// Append implements learn.Log.
func (l *Log) Append(events ...learn.Event) ([]learn.Event, error) {
	own := make([]learn.Event, len(events))
	for i, e := range events {
		e.Course = ""
		own[i] = e
	}
	return l.memory.Append(own...)
}

// Events implements learn.Log.
func (l *Log) Events(string) ([]learn.Event, error) { return l.memory.Events("") }

// Backup copies nothing: nothing here is kept.
func (l *Log) Backup() (string, error) { return "", nil }

// Forgets implements learn.Forgetter.
func (l *Log) Forgets() bool { return true }
