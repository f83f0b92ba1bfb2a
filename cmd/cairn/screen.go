package main

import (
	"context"
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
func runScreen(env environment, home home, ref string, start beginning) error {
	courses := &shelf{Library: home.library}
	settings := env.settings()
	o := tui.Options{
		Preferences: settings.Preferences(), Settings: config.NewStore(env.machine()), Notice: settings.Notice(settings.Words()),
		Shelf: courses, Unsaved: home.unsaved, NoColor: env.noColour(), Light: env.light(), Now: env.now,
		Export: env.export, Environ: env.environ, Open: env.opener(), In: env.in, Out: env.console.out,
	}
	if home.damaged {
		o.Notice = env.words().Frame.Damaged
	}
	if ref != "" {
		if _, err := home.library.Find(ref); err != nil {
			return notFound(ref, err)
		}
		courses.ref = ref
		courses.opening = beginOpening(func() (library.Opened, error) { return openAt(home, ref, start) })
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
	if err := tui.Run(context.Background(), o); err != nil {
		return fmt.Errorf("showing the courses: %w", err)
	}
	return nil
}
