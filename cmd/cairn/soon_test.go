package main

import (
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/crash"
)

// TestAFaultWhileTheLogIsReadComesOut: it is not swallowed at the side, but comes
// out of whoever waits for the home, where it is reported; and whoever only closes
// goes on.
func TestAFaultWhileTheLogIsReadComesOut(t *testing.T) {
	l := newLearner(t)
	env := environment{
		now:    time.Now,
		getenv: func(name string) string { return map[string]string{"CAIRN_DATA": l.home + "/data"}[name] },
	}
	reading := env
	reading.now = func() time.Time { panic("the clock is broken") }
	s := beginHome(reading)
	s.close()
	var caught any
	func() {
		defer func() { caught = recover() }()
		_, _ = s.library.List()
	}()
	if f, is := caught.(*crash.Fault); !is || f == nil {
		t.Fatalf("out came %v", caught)
	}
	s = beginHome(env)
	defer s.close()
	if h := s.wait(); h.unsaved != "" || h.log == nil {
		t.Errorf("a home that is well: %+v", h)
	}
}
