package learn

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Memory is a Log that keeps its events in memory, for tests and for sessions
// that leave nothing behind. It is safe for concurrent use.
//
// Every event goes through JSON once, so that what comes back is what a log on
// disk would give: text that is not UTF-8 is mended, empty lists are nil, and
// times have lost their monotonic part.
type Memory struct {
	now func() time.Time

	mu     sync.Mutex
	events []Event
	clock  uint64
	err    error
}

// NewMemory returns an empty log that takes the time from now.
func NewMemory(now func() time.Time) *Memory { return &Memory{now: now} }

// Fail makes every later Append fail with err and save nothing; nil ends it.
func (m *Memory) Fail(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.err = err
}

// Append implements Log.
func (m *Memory) Append(events ...Event) ([]Event, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		return nil, fmt.Errorf("save progress: %w", m.err)
	}
	saved := make([]Event, 0, len(events))
	clock := m.clock
	for i, e := range events {
		clock = max(clock+1, uint64(max(m.now().UnixMilli(), 0))<<16)
		e.Device, e.Seq, e.Clock = "memory", uint64(len(m.events)+i+1), clock
		text, err := json.Marshal(e)
		if err != nil {
			return nil, fmt.Errorf("save progress: event %q: %w", e.Kind, err)
		}
		var back Event
		if err := json.Unmarshal(text, &back); err != nil {
			return nil, fmt.Errorf("save progress: event %q: %w", e.Kind, err)
		}
		saved = append(saved, back)
	}
	m.events, m.clock = append(m.events, saved...), clock
	return copyEvents(saved), nil
}

// Events implements Log.
func (m *Memory) Events(course string) ([]Event, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var of []Event
	for _, e := range m.events {
		if e.Course == course {
			of = append(of, e)
		}
	}
	return copyEvents(of), nil
}

// copyEvents gives the caller events that share nothing with the log.
func copyEvents(events []Event) []Event {
	copied := slices.Clone(events)
	for i, e := range copied {
		if e.Answer != nil {
			copied[i].Answer = &course.Answer{Text: e.Answer.Text, Items: slices.Clone(e.Answer.Items), DontKnow: e.Answer.DontKnow}
		}
		if e.Reason != nil {
			why := *e.Reason
			copied[i].Reason = &why
		}
	}
	return copied
}
