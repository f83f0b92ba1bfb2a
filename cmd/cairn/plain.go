package main

import (
	"fmt"
	"os"

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
	keys := newInterrupt()
	defer keys.end()
	edit, editFile := env.editors(keys)
	d := plain.New(plain.Options{
		In: env.in, Out: env.out, Words: w, Width: min(env.width, settings.Preferences().Measure), Window: env.width, ASCII: settings.Preferences().ASCII, Unsaved: home.unsaved != "", Echo: !env.terminal,
		AskDay: env.terminal, Stop: keys.ctx.Done(), Work: keys.working, Flush: env.dropTyped, Settings: talk{config.NewStore(env.machine())}, Edit: edit, EditFile: editFile, OnSave: settings.Preferences().OnSave,
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

// editors open a text and a file in the learner's editor, which has the keyboard
// until it ends. Without a terminal there are none.
func (e environment) editors(keys *interrupt) (text func(string) (string, error), file func(string) error) {
	if !e.terminal {
		return nil, nil
	}
	chosen := e.settings().Preferences().Editor
	text = func(before string) (string, error) {
		_, end := keys.working()
		defer end()
		return e.edit(chosen, before)
	}
	file = func(name string) error {
		_, end := keys.working()
		defer end()
		return e.editFile(chosen, name)
	}
	return text, file
}

// dropTyped drops what was typed before it was asked for.
func (e environment) dropTyped() {
	if f, ok := e.in.(*os.File); ok && e.terminal {
		dropTyped(f.Fd())
	}
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
