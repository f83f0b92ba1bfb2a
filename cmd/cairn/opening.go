package main

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/library"
)

// opening is a course that is being opened at the side. A large one takes a
// second, and the screen need not stay empty for so long.
type opening struct {
	done   chan struct{} // closed when the course is open, or cannot be
	opened library.Opened
	err    error
}

// beginOpening begins to open a course.
func (e environment) beginOpening(open func() (library.Opened, error)) *opening {
	o := &opening{done: make(chan struct{})}
	go func() {
		defer close(o.done)
		defer func() {
			if p := recover(); p != nil { // a crash would leave the terminal as the screen has set it
				f := crash.Caught(p)
				f.Report = e.report(f)
				o.opened, o.err = library.Opened{}, fmt.Errorf("reading the course: %w", f)
			}
		}()
		o.opened, o.err = open()
	}()
	return o
}

// within reports whether the course is open, or cannot be, in a given time.
func (o *opening) within(patience time.Duration) bool {
	return closedWithin(o.done, patience)
}

// closedWithin reports whether a channel is closed in a given time.
func closedWithin(done <-chan struct{}, patience time.Duration) bool {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-done:
		return true
	case <-timer.C:
		return false
	}
}

// wait gives the course as soon as it is open.
func (o *opening) wait() (library.Opened, error) {
	<-o.done
	return o.opened, o.err
}
