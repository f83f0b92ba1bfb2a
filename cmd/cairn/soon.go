package main

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/library"
)

// soon is a home whose log is being read at the side: a log of years takes a
// moment, and the screen need not stay empty for so long. Its library lists and
// opens courses as soon as the log is read.
type soon struct {
	library *library.Library

	done   chan struct{} // closed when the rest is there
	home   home
	broken *crash.Fault // nil: all went well
}

// beginHome begins to open the home of a learner.
func beginHome(env environment) *soon {
	s := &soon{done: make(chan struct{})}
	s.library = library.New(courseOptions(env, awaited{s}, func() uint64 { return s.wait().seed }))
	go func() {
		defer close(s.done)
		defer func() {
			if p := recover(); p != nil { // it comes out of whoever waits, where the terminal is put right
				s.broken = crash.Caught(p)
			}
		}()
		s.home = readHome(env, false)
	}()
	return s
}

// homeNow is a home that is open already.
func homeNow(h home) *soon {
	s := &soon{library: h.library, done: make(chan struct{}), home: h}
	close(s.done)
	return s
}

// within reports whether the log is read in a given time.
func (s *soon) within(patience time.Duration) bool { return closedWithin(s.done, patience) }

// wait gives the home as soon as the log is read.
func (s *soon) wait() home {
	<-s.done
	if s.broken != nil {
		panic(s.broken)
	}
	return s.home
}

// sayDamage prints what is wrong with the log.
func (s *soon) sayDamage(env environment) { s.wait().sayDamage(env) }

// close gives the log back to other windows.
func (s *soon) close() {
	<-s.done
	if s.broken == nil {
		s.home.close()
	}
}

// awaited is the log of a home that is opened soon.
type awaited struct{ s *soon }

// Append implements learn.Log.
func (a awaited) Append(events ...learn.Event) ([]learn.Event, error) {
	return a.s.wait().kept.Append(events...)
}

// Backup implements learn.Backer.
func (a awaited) Backup() (string, error) {
	if log, can := a.s.wait().kept.(learn.Backer); can {
		return log.Backup()
	}
	return "", nil
}

// Forgets implements learn.Forgetter.
func (a awaited) Forgets() bool {
	log, may := a.s.wait().kept.(learn.Forgetter)
	return may && log.Forgets()
}

// Events implements learn.Log.
func (a awaited) Events(course string) ([]learn.Event, error) { return a.s.wait().kept.Events(course) }

// Courses implements library.Log.
func (a awaited) Courses() []progress.Course { return a.s.wait().kept.Courses() }

// Openings implements library.Log.
func (a awaited) Openings(course string) ([]progress.Opening, error) {
	return a.s.wait().kept.Openings(course)
}
