//go:build unix

package main

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cairn-learn/cairn/tui"
)

// TestTheLastWordsDoNotHoldTheProgram stops listening after a signal, and then
// says something to a terminal that takes nothing: the program ends all the same.
// Without a signal it may talk as long as it likes, and the next signal ends it.
func TestTheLastWordsDoNotHoldTheProgram(t *testing.T) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, endingSignals()...) // what listens for the whole process begins outside of the bubbles
	t.Cleanup(func() { signal.Notify(heard, endingSignals()...); signal.Reset(endingSignals()...) })
	for _, got := range []os.Signal{nil, syscall.SIGTERM} {
		synctest.Test(t, func(t *testing.T) {
			var forced atomic.Int64 // set in the time's own goroutine
			w := &watch{asks: make(chan tui.Ask, 1), cancel: func() {}, force: func(status int) { forced.Store(int64(status)) }, signals: make(chan os.Signal, 1), stopped: make(chan struct{})}
			if got != nil {
				w.took(got)
			}
			w.stop()
			for _, s := range endingSignals() {
				if ignored := signal.Ignored(s); ignored != (got != nil) {
					t.Errorf("after %v, %v is ignored: %v", got, s, ignored)
				}
			}
			time.Sleep(toRestore - time.Millisecond)
			if forced.Load() != 0 {
				t.Errorf("after %v: it was cut short", got)
			}
			time.Sleep(toSave)
			if want := w.ended(); forced.Load() != int64(want) {
				t.Errorf("after %v: ended with status %d, want %d", got, forced.Load(), want)
			}
		})
	}
}

// TestGoingOn asks for the page anew after a stop that nobody could catch, and
// not where another has the terminal.
func TestGoingOn(t *testing.T) {
	w := &watch{asks: make(chan tui.Ask, 1)}
	w.took(syscall.SIGCONT)
	if len(w.asks) != 1 || <-w.asks != tui.AskRepaint {
		t.Error("the page is not drawn anew")
	}
	w.suspending(true)
	w.took(syscall.SIGCONT)
	if len(w.asks) != 0 {
		t.Error("it is drawn over what has the terminal")
	}
}
