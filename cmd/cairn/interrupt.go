package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
)

// interrupt turns signals into what is wanted of the front end line by line: the
// first ends it in order, and the next one the program at once. While something is
// under way that takes time, the keys that end programs end that and nothing else.
type interrupt struct {
	ctx     context.Context // ends when the learner wants to stop
	cancel  context.CancelFunc
	signals chan os.Signal
	done    chan struct{}

	mu   sync.Mutex
	work context.CancelFunc // ends what is under way; nil: nothing is
}

// newInterrupt begins to listen to signals. Its end must be called.
func newInterrupt() *interrupt {
	const many = 4 // more than ever wait
	i := &interrupt{signals: make(chan os.Signal, many), done: make(chan struct{})}
	i.ctx, i.cancel = context.WithCancel(context.Background())
	signal.Notify(i.signals, endingSignals()...)
	go i.listen()
	return i
}

func (i *interrupt) listen() {
	for {
		select {
		case <-i.done:
			return
		case s := <-i.signals:
			i.took(s)
		}
	}
}

// took takes a signal.
func (i *interrupt) took(s os.Signal) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.work != nil && isKey(s) {
		i.work()
		return
	}
	signal.Stop(i.signals) // a second one ends the program at once
	i.cancel()
}

// working begins something that the keys which end programs are for. Its end must
// be called.
func (i *interrupt) working() (ctx context.Context, end func()) {
	ctx, cancel := context.WithCancel(i.ctx)
	i.mu.Lock()
	defer i.mu.Unlock()
	i.work = cancel
	return ctx, func() {
		i.mu.Lock()
		defer i.mu.Unlock()
		i.work = nil
		cancel()
	}
}

// end ends the listening.
func (i *interrupt) end() {
	signal.Stop(i.signals)
	close(i.done)
	i.cancel()
}
