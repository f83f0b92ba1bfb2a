package main

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui"
)

// patience is how long a course may take to open before the screen comes up
// without it.
const patience = 30 * time.Millisecond

// runScreen shows the full-screen front end, at the library or in a course.
// What can fail is tried before, so that an error is printed where it stays;
// what is wrong with a course that takes longer than patience is shown on the
// screen. A folder that holds nothing to take shows what was found in it.
//
// The screen does not wait for a log that takes longer than patience to read:
// what is to be said of it is said when it is read.
func runScreen(env environment, home *soon, ref string, start beginning) error {
	courses := &shelf{Library: home.library}
	o := env.screen(courses)
	o.Settings, o.Export, o.Data = config.NewStore(env.machine()), env.export, dataDir(env)
	o.Bench = func(opened library.Opened) tui.Bench {
		if b := env.bench(opened); b != nil {
			return b
		}
		return nil
	}
	if home.within(patience) {
		o.Unsaved, o.Notice = said(env, home.wait(), o.Notice)
		home.sayDamage(env)
	} else {
		o.Late = func() (string, string) { return said(env, home.wait(), "") }
		defer home.sayDamage(env)
	}
	if ref != "" {
		if _, err := home.library.Find(ref); err != nil {
			return notFound(ref, err)
		}
		courses.ref = ref
		courses.opening = env.beginOpening(func() (library.Opened, error) { return openAt(home.library, ref, start) })
		o.Start = tui.RouteCourse.To(ref)
		if start.do != nil || courses.opening.within(patience) {
			opened, err := courses.opening.wait()
			switch {
			case err != nil && opened.Session == nil && len(opened.Diags) > 0:
				o.Start = tui.RouteFindings.To(ref)
			case err != nil:
				return err
			}
		}
	}
	return env.showScreen(o)
}

// screen is what the full screen is told of the machine and the settings.
func (e environment) screen(courses tui.Shelf) tui.Options {
	settings := e.settings()
	return tui.Options{
		Preferences: settings.Preferences(), Notice: settings.Notice(settings.Words()), Shelf: courses,
		NoColor: e.noColour(), Light: e.light(), Now: e.now, Environ: e.environ, Open: e.opener(),
		In: e.in, Out: e.console.out, Fault: e.report,
	}
}

// showScreen shows the full screen until it ends, by the learner or by a signal.
func (e environment) showScreen(o tui.Options) error {
	w := newWatch(e.force)
	o.Asks, o.Suspending, o.Guest, o.In = w.asks, w.suspending, w.run, w.listenTo(o.In)
	err := e.show(w.ctx, o)
	w.stop()
	if e.raw {
		e.sayRaw(e.words())
	}
	status := w.ended()
	if status == exitOK && err != nil && e.gone() {
		status = exitSignal + hangUp
	}
	switch {
	case err != nil && status == exitOK:
		return fmt.Errorf("showing the courses: %w", err)
	case status != exitOK:
		return exit{status: status, err: err}
	}
	return nil
}

// said tells what the front end says of the log: why nothing can be saved, and
// a notice, which is another one where nothing is wrong.
func said(env environment, h home, otherwise string) (unsaved, notice string) {
	if h.unsaved == "" && len(h.damage) > 0 {
		return "", env.words().Frame.Damaged
	}
	return h.unsaved, otherwise
}
