package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/cairn-learn/cairn/author/annotate"
	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/author/update"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// compare says what the step from the older version to this one does.
func (c checking) compare(env environment) error {
	ctx, stop := signal.NotifyContext(context.Background(), endingSignals()...)
	defer stop()
	abs, err := filepath.Abs(c.dir)
	if err != nil {
		return fmt.Errorf("opening the course in %q: %w", c.dir, err)
	}
	files, name, err := course.Open(abs)
	if err != nil {
		return unfit(fmt.Errorf("checking %q: %w", c.dir, err))
	}
	var r *update.Report
	var failed error
	_, diags, err := inspect.CourseWith(files, name, func(fsys fs.FS, newer *course.Course) []course.Diag {
		r, failed = c.report(ctx, newer, env.environ)
		if failed != nil {
			return nil
		}
		r.Locate(fsys)
		return r.Findings
	})
	switch err = errors.Join(err, files.Close()); {
	case failed != nil:
		return unfit(fmt.Errorf("comparing %q with %q: %w", c.dir, textsafe.Line(c.against), failed))
	case err != nil && len(diags) == 0:
		return unfit(fmt.Errorf("checking %q: %w", c.dir, err))
	}
	if err := c.printCompared(env, r, diags); err != nil {
		return fmt.Errorf("printing what the update does: %w", err)
	}
	stuck := r != nil && r.Learners != nil && len(r.Learners.Stuck) > 0
	if errorsIn(diags) > 0 || stuck || c.failOn == "warning" && len(diags) > 0 {
		return exit{status: exitFailed}
	}
	return nil
}

// report compares the course with its older version.
func (c checking) report(ctx context.Context, newer *course.Course, environ []string) (*update.Report, error) {
	older, err := c.older(ctx, newer, environ)
	if err != nil {
		return nil, err
	}
	r, err := update.Compare(ctx, older, newer, update.Options{Learners: update.LearnersFor(newer), Seed: 1})
	return &r, err
}

// older reads the older version: what is there under that name, or else what git
// has. Without an id of its own it is the same course.
func (c checking) older(ctx context.Context, newer *course.Course, environ []string) (*course.Course, error) {
	abs, err := filepath.Abs(c.dir)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(abs)
	if course.IsArchive(abs) {
		name = newer.ID
	}
	var files fs.FS
	switch _, err := os.Stat(c.against); {
	case err == nil:
		dir, _, err := course.Open(c.against)
		if err != nil {
			return nil, err
		}
		defer func() { _ = dir.Close() }() // it was read
		files = dir
	case course.IsArchive(abs):
		return nil, errors.New("there is no such folder or archive, and an archive has no revisions")
	default:
		if files, err = update.AtRevision(ctx, abs, c.against, environ); err != nil {
			return nil, err
		}
	}
	old, _, err := course.LoadChecked(files, name)
	return old, err
}

func (c checking) printCompared(env environment, r *update.Report, diags []course.Diag) error {
	switch {
	case c.format == "json" && r != nil:
		return r.WriteJSON(env.out, diags)
	case c.format == "json":
		return course.WriteDiagsJSON(env.out, diags)
	case c.format == "sarif":
		return annotate.WriteSARIF(env.out, filepath.ToSlash(c.dir), version(), diags)
	case c.format == "github":
		return annotate.WriteGitHub(env.out, filepath.ToSlash(c.dir), diags)
	}
	if err := c.print(env, diags); err != nil || r == nil {
		return err
	}
	p := printer{w: env.out}
	p.line("")
	if p.err != nil {
		return p.err
	}
	return r.WriteText(env.out)
}
