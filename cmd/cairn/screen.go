package main

import (
	"context"
	"fmt"

	"github.com/cairn-learn/cairn/tui"
)

// runScreen shows the full-screen front end, at the library or in a course.
// What can fail is tried before, so that an error is printed where it stays. A
// folder that holds nothing to take shows what was found in it.
func runScreen(env environment, home home, ref string, start beginning) error {
	courses := &shelf{Library: home.library}
	o := tui.Options{
		Preferences: tui.Preferences{ASCII: env.ascii(), Words: env.words()},
		Shelf:       courses, Unsaved: home.unsaved, NoColor: env.noColour(), Light: env.light(), Now: env.now,
		Environ: env.environ, In: env.in, Out: env.out,
	}
	if home.damaged {
		o.Notice = env.words().Frame.Damaged
	}
	if ref != "" {
		opened, err := openAt(home, ref, start)
		switch {
		case err != nil && opened.Session == nil && len(opened.Diags) > 0:
			o.Start = tui.RouteFindings.To(ref)
		case err != nil:
			return err
		default:
			courses.ref, courses.opened = ref, &opened
			o.Start = tui.RouteCourse.To(ref)
		}
	}
	if err := tui.Run(context.Background(), o); err != nil {
		return fmt.Errorf("showing the courses: %w", err)
	}
	return nil
}
