package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/fix"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/library"
)

// newFix is cairn fix: it writes ids and keeps course.lock.
func newFix(env environment) *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "fix [DIR]",
		Short: "Write the ids that are missing, and keep course.lock",
		Long: "Fix writes an id wherever cairn made one of a heading or of a file's name: the one\n" +
			"that it has already. From then on, other words in a heading are no other id; of a\n" +
			"question they are still another meaning, and it is asked again. It also keeps course.lock, which holds every id that the course ever\n" +
			"had, so that cairn check tells when one of them changes its meaning, goes away or\n" +
			"is used again.\n\n" +
			"A file is written whole or not at all, and not when it was saved by somebody else\n" +
			"meanwhile. To have other mistakes mended: cairn check --fix. Without\n" +
			"DIR it is the folder that you are in.",
		Example: "  cairn fix my-course --dry-run\n  cairn fix my-course",
		Args:    folderAtMost("fix", "fix [DIR]"),
		RunE:    func(_ *cobra.Command, args []string) error { return fixIDs(env, oneFolder(args), dryRun) },
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "print what would be written, and write nothing")
	return cmd
}

// fixIDs plans, writes and tells.
func fixIDs(env environment, dir string, dryRun bool) error {
	if err := fixable(dir); err != nil {
		return unfit(err)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("fixing %q: %w", dir, err)
	}
	files, err := course.OpenDir(abs)
	if err != nil {
		return unfit(fmt.Errorf("fixing %q: %w", dir, err))
	}
	name := filepath.Base(abs)
	changes, left, err := fix.IDs(files, name)
	if err != nil {
		return unfit(fmt.Errorf("fixing %q: %w", dir, errors.Join(err, files.Close())))
	}
	lock, changed, lockErr := fix.Lock(files, name, changes)
	if changed {
		changes = append(changes, lock)
	}
	if err := files.Close(); err != nil {
		return fmt.Errorf("fixing %q: %w", dir, err)
	}
	var failed error
	if !dryRun {
		changes, failed = fix.Write(abs, changes)
	}
	if err := tellFixed(env, changes, left, dryRun); err != nil {
		return fmt.Errorf("printing what was written: %w", err)
	}
	if err := errors.Join(failed, lockErr); err != nil {
		return fmt.Errorf("fixing %q: %w", dir, err)
	}
	return nil
}

// fixable makes sure that a path is a folder of one course.
func fixable(dir string) error {
	if _, several := library.New(library.Options{}).Shelf(dir); several {
		return fmt.Errorf("fixing %q: it holds several courses; fix them one by one", dir)
	}
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("fixing %q: there is no such folder", dir)
	case err == nil && !info.IsDir() && course.IsArchive(dir):
		return fmt.Errorf("fixing %q: an archive is not changed; unpack it and fix the folder", dir)
	case err == nil && !info.IsDir():
		return fmt.Errorf("fixing %q: it is a file; fix the folder it is in: %q", dir, filepath.Dir(dir))
	}
	return nil
}

func tellFixed(env environment, changes []fix.Change, left []fix.Unwritten, dryRun bool) error {
	p := printer{w: env.out}
	ids := 0
	for _, c := range changes {
		if c.File != course.LockFile {
			ids += len(c.IDs)
		}
		switch {
		case dryRun:
			p.part("%s\n", c.Diff())
		case c.File == course.LockFile:
			p.line("%s: %s", c.File, several(len(c.IDs), "line"))
		default:
			p.line("%s: %s", c.File, several(len(c.IDs), "id"))
		}
	}
	for _, u := range left {
		p.line("%s:%d: the id %s of a %s could not be written: %s", u.File, u.Line, u.ID, u.Kind, u.Why)
	}
	switch {
	case len(changes) == 0:
		p.line("Nothing is to be written.")
	case dryRun:
		p.line("%s would be written; nothing was changed.", several(ids, "id"))
	default:
		p.line("%s written.", several(ids, "id"))
	}
	return p.err
}

// several is a number of things.
func several(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
