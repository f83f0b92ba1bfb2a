package main

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"sync"
	"time"

	"github.com/cairn-learn/cairn/tui"
)

// How long the program may take to end after a signal: what is unsaved is saved
// first, and then the terminal is given back.
const (
	toSave    = 3 * time.Second
	toRestore = 2 * time.Second
)

// watch turns signals into what is wanted of the full screen, so that it ends
// in order. The first wish to end lets it save what is unsaved; a second, or
// toSave later, ends it at once; and toRestore after that the process ends in any case, and
// the terminal is set back from here.
type watch struct {
	asks   chan tui.Ask
	ctx    context.Context // ends when the program has to
	cancel context.CancelFunc
	force  func(status int) // ends the process, whatever it is doing

	signals chan os.Signal
	stopped chan struct{}

	mu    sync.Mutex
	away  bool      // the terminal is the shell's or a guest's
	guest *exec.Cmd // the program that has it; nil: none
	got   os.Signal // the first that wants an end; nil: none
}

// newWatch begins to listen to signals. Its stop must be called.
func newWatch(force func(status int)) *watch {
	const many = 16 // more than ever wait
	w := &watch{asks: make(chan tui.Ask, many), force: force, signals: make(chan os.Signal, many), stopped: make(chan struct{})}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	signal.Notify(w.signals, endingSignals()...)
	listenToJobControl(w.signals)
	go w.listen()
	return w
}

// stop ends the listening, where the screen has ended and little is left to say.
// A terminal that takes nothing must not hold the program: after a signal it
// ends toRestore later, said or not; without one, the next signal ends it.
func (w *watch) stop() {
	w.mu.Lock()
	status := w.status()
	w.mu.Unlock()
	if status == exitOK {
		signal.Reset(endingSignals()...)
	} else {
		signal.Ignore(endingSignals()...) // the program is ending: one more must not cut it short
		time.AfterFunc(toRestore, func() { w.force(status) })
	}
	signal.Stop(w.signals)
	close(w.stopped)
	w.cancel()
}

func (w *watch) listen() {
	for {
		select {
		case <-w.stopped:
			return
		case s := <-w.signals:
			w.took(s)
		}
	}
}

// took takes a signal.
func (w *watch) took(s os.Signal) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case isStop(s):
		if w.away {
			stopHere()
		} else {
			w.ask(tui.AskSuspend)
		}
	case isGoOn(s):
		if !w.away { // it was stopped by what cannot be caught, and another may have used the terminal
			w.ask(tui.AskRepaint)
		}
	case w.guest != nil && isKey(s): // the guest has the keyboard, and got it too
	case w.got == nil:
		w.got = s
		if w.guest != nil {
			_ = w.guest.Process.Signal(s) // it keeps what was written, and ends
		}
		w.ask(tui.AskLeave)
		time.AfterFunc(toSave, w.hurry)
	default:
		go w.hurry()
	}
}

// ask never waits: who does not listen any more has been asked often enough.
func (w *watch) ask(a tui.Ask) {
	select {
	case w.asks <- a:
	default:
	}
}

// hurry ends the program without waiting for anything to be saved.
func (w *watch) hurry() {
	select {
	case <-w.stopped:
		return
	default:
	}
	w.mu.Lock()
	if w.guest != nil {
		_ = w.guest.Process.Kill()
	}
	status := w.status()
	w.mu.Unlock()
	w.cancel()
	time.AfterFunc(toRestore, func() {
		select {
		case <-w.stopped:
		default:
			w.force(status)
		}
	})
}

// status is the exit status that the signal makes, or 0: the custom of shells.
func (w *watch) status() int {
	if w.got == nil {
		return exitOK
	}
	return exitSignal + numberOf(w.got)
}

// ended is the exit status after the end.
func (w *watch) ended() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.status()
}

// suspending is told when the terminal is left to the shell or a guest: then a
// signal to stop is not asked of the screen, but done.
func (w *watch) suspending(away bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.away = away
}

// run runs a program that has the terminal until it ends. The keys that end
// programs are for it alone.
func (w *watch) run(cmd *exec.Cmd) error {
	w.suspending(true)
	defer w.suspending(false)
	cmd.Stdin = terminalOf(cmd.Stdin)
	w.mu.Lock()
	err := cmd.Start()
	if err == nil {
		w.guest = cmd
	}
	w.mu.Unlock()
	if err != nil {
		return err
	}
	defer func() {
		w.mu.Lock()
		w.guest = nil
		w.mu.Unlock()
	}()
	return cmd.Wait()
}
