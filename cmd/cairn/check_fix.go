package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/cairn-learn/cairn/author/fix"
	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/course"
)

// mend makes the changes of all cures, or prints them alone.
func (c checking) mend(env environment) error {
	abs, err := filepath.Abs(c.dir)
	if err != nil {
		return fmt.Errorf("mending %q: %w", c.dir, err)
	}
	files, err := course.OpenDir(abs)
	if err != nil {
		return unfit(fmt.Errorf("mending %q: %w", c.dir, err))
	}
	changes, _, err := fix.Plan(files, filepath.Base(abs), inspect.Course)
	if err = errors.Join(err, files.Close()); err != nil {
		return nil //nolint:nilerr // what cannot be read is told by the check that follows
	}
	var failed error
	if !c.dryRun {
		changes, failed = fix.Write(abs, changes)
	}
	p := printer{w: env.out}
	cured := 0
	for _, change := range changes {
		p.part("%s\n", change.Diff())
		cured += len(change.Cured)
	}
	switch {
	case len(changes) == 0 && failed == nil:
		p.line("Nothing that is found has one sure cure.\n")
	case c.dryRun:
		p.line("%s would be mended; nothing was changed.\n", counted(cured, len(changes)))
	default:
		p.line("%s mended.\n", counted(cured, len(changes)))
	}
	if p.err != nil {
		return fmt.Errorf("printing what was mended: %w", p.err)
	}
	if failed != nil {
		return fmt.Errorf("mending %q: %w; check again", c.dir, failed)
	}
	return nil
}

// counted says how many findings in how many files.
func counted(findings, files int) string {
	what, where := "findings", "files"
	if findings == 1 {
		what = "finding"
	}
	if files == 1 {
		where = "file"
	}
	return fmt.Sprintf("%d %s in %d %s", findings, what, files, where)
}
