package main

import "github.com/cairn-learn/cairn/library"

// shelf is the library with a course that is open already, or soon: it is not
// read from its files a second time when the screen asks for it first.
type shelf struct {
	*library.Library
	ref     string
	opening *opening // until it was handed out; nil: none
}

// Open hands out the course that is being opened once, and opens any other.
func (s *shelf) Open(ref string) (library.Opened, error) {
	if s.opening != nil && ref == s.ref {
		o := s.opening
		s.opening = nil
		return o.wait()
	}
	return s.Library.Open(ref)
}
