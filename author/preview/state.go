package preview

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

// State is a state of knowledge that a session begins in.
type State struct{}

func (State) record(*course.Course, *Log, func() time.Time) error { return nil }
