package main

import (
	"context"
	"fmt"
	"os/signal"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/search"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/plain"
)

// runPlain takes a course line by line.
func runPlain(env environment, home home, ref string, start beginning) error {
	settings := env.settings()
	w := settings.Words()
	stop, ignore := signal.NotifyContext(context.Background(), endingSignals()...)
	defer ignore()
	context.AfterFunc(stop, ignore) // a second one ends the program at once
	var edit func(string) (string, error)
	var editFile func(string) error
	if env.terminal {
		editFile = func(file string) error { return env.editFile(settings.Preferences().Editor, file) }
		edit = func(text string) (string, error) { return env.edit(settings.Preferences().Editor, text) }
	}
	d := plain.New(plain.Options{
		In: env.in, Out: env.out, Words: w, Width: min(env.width, settings.Preferences().Measure), Window: env.width, ASCII: settings.Preferences().ASCII, Unsaved: home.unsaved != "", Echo: !env.terminal,
		AskDay: env.terminal, Stop: stop.Done(), Settings: talk{config.NewStore(env.machine())}, Edit: edit, EditFile: editFile,
		Export: env.export, Shelf: func(except string) []search.Document {
			return home.shelved(func(_, id string) bool { return id == except })
		},
	})
	if home.unsaved != "" {
		d.Warn(w.Frame.Unsaved(home.unsaved))
	}
	if mistakes := settings.Notice(w); mistakes != "" {
		d.Warn(mistakes)
	}
	if ref == "" {
		entries, err := home.library.Menu()
		if err != nil {
			return err
		}
		chosen, ok, err := d.Choose(entries)
		if err != nil {
			return err
		}
		if !ok {
			return exit{status: exitUnfinished}
		}
		ref = chosen.Ref
	}
	o, err := openAt(home.library, ref, start)
	if err != nil {
		return withFindings(env, o, err)
	}
	if n := errorsIn(o.Diags); n > 0 {
		d.Warn(w.Plain.Findings(n))
	}
	if b := env.bench(o); b != nil {
		d.PractiseAt(b)
	}
	finished, err := d.Run(o.Session)
	if env.raw {
		env.sayRaw(w)
	}
	switch {
	case err != nil:
		return err
	case start.review && !plain.InReview(o.Session.Step()):
		return nil
	case !finished:
		return exit{status: exitUnfinished}
	}
	return nil
}

// withFindings prints what was found in a folder that holds nothing to take.
func withFindings(env environment, o library.Opened, err error) error {
	if o.Session == nil && len(o.Diags) > 0 {
		if err := course.WriteDiags(env.out, o.Diags); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
	}
	return err
}

// errorsIn counts the findings of severity error.
func errorsIn(diags []course.Diag) int {
	n := 0
	for _, d := range diags {
		if d.Severity == course.Error {
			n++
		}
	}
	return n
}
