package main

import (
	"sync"

	"github.com/cairn-learn/cairn/library"
)

// shelf is the library with a course that is open already, or soon: it is not
// read from its files a second time when the screen asks for it first. It is
// safe for concurrent use.
type shelf struct {
	*library.Library
	ref string

	mu      sync.Mutex
	opening *opening // until it was handed out; nil: none
}

// Open hands out the course that is being opened once, and opens any other.
func (s *shelf) Open(ref string) (library.Opened, error) {
	if o := s.take(ref); o != nil {
		return o.wait()
	}
	return s.Library.Open(ref)
}

// take gives the course that is being opened to the first who asks for it.
func (s *shelf) take(ref string) *opening {
	s.mu.Lock()
	defer s.mu.Unlock()
	if ref != s.ref {
		return nil
	}
	o := s.opening
	s.opening = nil
	return o
}
