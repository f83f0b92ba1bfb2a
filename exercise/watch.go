package exercise

import (
	"context"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/internal/fingerprint"
)

// How often a watch looks. A folder of many files is looked at less often, so that
// a watch takes a small part of a processor whatever it looks at.
const (
	every   = 300 * time.Millisecond // and so long nothing must have changed for a save to be over
	perName = time.Millisecond / 10  // more, for each file and folder
)

// How often it tells, where something changes time and again without a rest, such
// as a log that a program of the learner's writes.
const (
	restful = 10               // looks without a change that make a rest
	longest = 10 * time.Second // between two saves that are told
)

// ErrTooMany is what a watch ends with where there is too much to look at.
var ErrTooMany = fingerprint.ErrTooMany

// Watch tells each time that what a task is done with was saved: its folder or,
// where it is answered with code, the file of the answer. It is told once all is at
// rest, never while a task is tried or begun, and not of what cairn or the checks
// wrote; what the learner saved while they ran is told when they are through. A
// save that leaves all as it was is none, and no more is a folder that goes.
//
// Nothing is told twice before it was taken. An error that is told ends the watch:
// ErrTooMany, or a *crash.Fault. It also ends with its context, and nothing of it
// is left then. It asks nobody and runs nothing. What is saved once Watch has
// returned is told.
func (b *Bench) Watch(ctx context.Context, t *course.Task) <-chan error {
	told := make(chan error)
	w := &watch{bench: b, path: b.place(t), answer: t.Code != nil}
	w.join()
	go func() {
		defer close(told)
		defer func() {
			if p := recover(); p != nil {
				tell(ctx, told, crash.Caught(p))
			}
		}()
		defer w.leave()
		w.run(ctx, told)
	}()
	return told
}

// place is what a task is done with.
func (b *Bench) place(t *course.Task) string {
	if t.Code != nil {
		return b.file(t)
	}
	return b.practice(nil).Path(t)
}

// tell reports false when the context ended before somebody took it.
func tell(ctx context.Context, told chan<- error, err error) bool {
	select {
	case told <- err:
		return true
	case <-ctx.Done():
		return false
	}
}

// watch is one look after the other at one folder or file. What may change belongs
// to who holds Bench.busy.
type watch struct {
	bench  *Bench
	path   string
	answer bool // it is the file of an answer, which nobody but the learner writes

	last fingerprint.Print // as it was told, or as cairn left it
	seen fingerprint.Print // as it was at the last look
	err  error

	waits   bool            // something was saved while cairn was at work in it
	again   bool            // it was told for that alone: the try that follows is one more
	row     int             // tries that followed from each other
	touched map[string]bool // what the learner saved
	written map[string]int  // what changed while checks ran, and how often
}

func (w *watch) join() {
	w.bench.busy.Lock()
	defer w.bench.busy.Unlock()
	w.touched, w.written = map[string]bool{}, map[string]int{}
	w.last = w.now()
	w.seen = w.last
	w.bench.watches = append(w.bench.watches, w)
}

func (w *watch) leave() {
	w.bench.busy.Lock()
	defer w.bench.busy.Unlock()
	w.bench.watches = slices.DeleteFunc(w.bench.watches, func(o *watch) bool { return o == w })
}

func (w *watch) run(ctx context.Context, told chan<- error) {
	wait := w.bench.Wait
	if wait == nil {
		wait = pause
	}
	rests, breath := 0, time.Duration(0)
	for {
		if wait(ctx, w.pause()) != nil {
			return
		}
		saved, err := w.look()
		switch {
		case err != nil:
			tell(ctx, told, err)
			return
		case !saved:
			if rests++; rests >= restful {
				breath = 0
			}
			continue
		}
		if !tell(ctx, told, nil) {
			return
		}
		rests = 0
		if breath > 0 && wait(ctx, breath) != nil {
			return
		}
		breath = min(max(2*breath, every), longest)
	}
}

// pause is how long to wait before the next look.
func (w *watch) pause() time.Duration {
	w.bench.busy.Lock()
	defer w.bench.busy.Unlock()
	return every + time.Duration(w.seen.Len())*perName
}

// look reports whether something was saved and is at rest. While cairn is at work
// there is nothing to see.
func (w *watch) look() (bool, error) {
	if !w.bench.busy.TryLock() {
		return false, nil
	}
	defer w.bench.busy.Unlock()
	now := w.now()
	if w.err != nil {
		return false, w.err
	}
	if !now.There {
		w.seen = now
		return false, nil
	}
	saved := fingerprint.Changed(w.last, now)
	rest := w.seen.There && len(fingerprint.Changed(w.seen, now)) == 0
	w.seen = now
	if len(saved) == 0 && !w.waits || !rest {
		return false, nil
	}
	for _, name := range saved {
		w.touched[name] = true
	}
	w.last, w.waits, w.again = now, false, len(saved) == 0
	return true, nil
}

// now is the fingerprint; the last one where there is too much to look at.
func (w *watch) now() fingerprint.Print {
	now, err := fingerprint.Of(w.path, w.seen)
	if err != nil {
		w.err = err
		return w.seen
	}
	return now
}

// making lets no watch of a place tell of what is brought there until the function
// that it returns is called. What was saved before is told, unless all of it is
// made anew. It wants Bench.busy held.
func (b *Bench) making(path string, anew bool) (made func()) {
	watches := b.watching(path)
	for _, w := range watches {
		saved := w.last.There && len(fingerprint.Changed(w.last, w.now())) > 0
		w.waits = !anew && (w.waits || saved)
	}
	return func() {
		for _, w := range watches {
			w.last = w.now()
			w.seen = w.last
		}
	}
}

// most is how many tries in a row follow from each other at most: checks that write
// into what the learner works on must not keep themselves going.
const most = 3

// trying lets every watch of a place tell, once the function that it returns is
// called, of what the learner saved since. It wants Bench.busy held.
func (b *Bench) trying(path string) (tried func()) {
	watches := b.watching(path)
	before := make([]fingerprint.Print, len(watches))
	for i, w := range watches {
		before[i] = w.now()
		w.seen = before[i]
	}
	return func() {
		for i, w := range watches {
			now := w.now()
			w.tried(fingerprint.Changed(before[i], now))
			w.last, w.seen = now, now
		}
	}
}

// tried takes in what changed while checks ran. Nobody tells whether they or the
// learner wrote it: what the learner saved before is taken for theirs again, and
// what only ever changes while checks run for that of the checks, from the second
// time on. What is not known makes for one more try.
func (w *watch) tried(names []string) {
	theirs, unknown := false, false
	if !w.again {
		w.row = 0
	}
	w.row, w.again = w.row+1, false
	for _, name := range names {
		w.written[name]++
		switch {
		case w.touched[name]:
			theirs = true
		case w.written[name] == 1:
			unknown = true
		}
	}
	w.waits = theirs && w.row < most || unknown && w.row == 1 || w.answer && len(names) > 0
	if len(w.written) > maxKnown {
		clear(w.written)
	}
	if len(w.touched) > maxKnown {
		clear(w.touched)
	}
}

// maxKnown bounds what is remembered of names.
const maxKnown = 100_000

func (b *Bench) watching(path string) []*watch {
	var list []*watch
	for _, w := range b.watches {
		if w.path == path {
			list = append(list, w)
		}
	}
	return list
}

// pause waits a while, or until the context ends.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
