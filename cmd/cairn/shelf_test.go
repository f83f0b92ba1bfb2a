package main

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/library"
)

// TestShelf hands out the course that is open, once, and only by its name.
func TestShelf(t *testing.T) {
	log := progress.Open(t.TempDir(), progress.Options{Now: time.Now})
	defer func() {
		if err := log.Close(); err != nil {
			t.Error(err)
		}
	}()
	files := fstest.MapFS{"one/a.md": {Data: []byte("# A\n\nText.\n")}, "two/b.md": {Data: []byte("# B\n\nText.\n")}}
	lib := library.New(library.Options{BuiltIn: files, Log: log, Now: time.Now})
	opened, err := lib.Open("one")
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{Library: lib, ref: "one", opening: environment{}.beginOpening(func() (library.Opened, error) { return opened, nil })}
	session := func(ref string) *learn.Session {
		o, err := s.Open(ref)
		if err != nil {
			t.Fatal(err)
		}
		return o.Session
	}
	if got := session("two"); got == opened.Session {
		t.Error("another course was given for the one that is open")
	}
	if got := session("one"); got != opened.Session {
		t.Error("the course that is open was opened again")
	}
	if got := session("one"); got == opened.Session {
		t.Error("a session was handed out twice")
	}
	if _, err := s.Open("three"); !errors.Is(err, library.ErrNoCourse) {
		t.Errorf("opening what is not there: %v", err)
	}
}

// TestShelfAtOnce: of many that ask at the same time, one is handed the course
// that is open.
func TestShelfAtOnce(t *testing.T) {
	lib := library.New(library.Options{BuiltIn: fstest.MapFS{}, Now: time.Now})
	s := &shelf{Library: lib, ref: "one", opening: environment{}.beginOpening(func() (library.Opened, error) {
		return library.Opened{Session: &learn.Session{}}, nil
	})}
	var handed atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if o, err := s.Open("one"); err == nil && o.Session != nil {
				handed.Add(1)
			}
		})
	}
	all.Wait()
	if n := handed.Load(); n != 1 {
		t.Errorf("handed out %d times", n)
	}
}

// TestOpeningTakesItsTime asks before the course is open and after it.
func TestOpeningTakesItsTime(t *testing.T) {
	let := make(chan struct{})
	broken := errors.New("broken")
	env := environment{now: time.Now, getenv: func(string) string { return "" }}
	o := env.beginOpening(func() (library.Opened, error) {
		<-let
		return library.Opened{}, broken
	})
	if o.within(0) {
		t.Error("open before it can be")
	}
	close(let)
	if _, err := o.wait(); !errors.Is(err, broken) || !o.within(time.Hour) {
		t.Errorf("opened with %v", err)
	}
	if _, err := env.beginOpening(func() (library.Opened, error) { panic("loose") }).wait(); err == nil {
		t.Error("a panic is no error")
	}
}
