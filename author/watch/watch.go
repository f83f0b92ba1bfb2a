// Package watch notices that files of a folder were saved.
//
// It looks at names, sizes and times at intervals instead of asking the system to
// be told: that works on every file system, also on shared and mounted ones where
// no message comes, costs a fraction of a second for ten thousand files, and needs
// no handle for each folder.
package watch

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Every is how long to wait between two looks. Shorter is not noticed by who has
// just pressed a key, longer is.
const Every = 500 * time.Millisecond

// maxNames bounds the files and folders that are looked at.
const maxNames = 100_000

// Stamp is what is seen of a file without reading it.
type Stamp struct {
	Size int64
	Mod  time.Time
	Mode fs.FileMode
}

// Look returns the stamps of all files at or below a path, by path below it with
// slashes; a path that is a file has itself as ".". Links are not followed, and
// folders whose name begins with a dot are left out, as is what cannot be looked
// at: a file that is being replaced is there the next time.
func Look(path string) map[string]Stamp {
	seen := map[string]Stamp{}
	names := 0
	_ = filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // what cannot be looked at is left out
		}
		if names++; names > maxNames {
			return filepath.SkipAll
		}
		if e.IsDir() {
			if name != path && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules") {
				return filepath.SkipDir
			}
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return nil //nolint:nilerr // as above
		}
		below, err := filepath.Rel(path, name)
		if err != nil {
			return err
		}
		seen[filepath.ToSlash(below)] = Stamp{info.Size(), info.ModTime(), info.Mode()}
		return nil
	})
	return seen
}

// Changed lists the names whose stamps differ, sorted: files that are new, that
// are other, and that are gone.
func Changed(before, after map[string]Stamp) []string {
	var names []string
	for name, s := range after {
		if old, ok := before[name]; !ok || old.Size != s.Size || !old.Mod.Equal(s.Mod) || old.Mode != s.Mode {
			names = append(names, name)
		}
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Watcher tells of changes since it last told.
type Watcher struct {
	look func() map[string]Stamp
	wait func(context.Context) error
	last map[string]Stamp
}

// New returns a watcher of a folder or a file as it is now. It looks each time
// that wait returns nil, and ends with the error of wait; Pause waits a while.
func New(path string, wait func(context.Context) error) *Watcher {
	look := func() map[string]Stamp { return Look(path) }
	return &Watcher{look: look, wait: wait, last: look()}
}

// Pause returns a wait of a length, which ends early when its context does.
func Pause(d time.Duration) func(context.Context) error {
	return func(ctx context.Context) error {
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
			return nil
		}
	}
}

// settle is how many looks at most a folder is given to come to rest: a program
// that writes without end must not keep every change from being told.
const settle = 4

// Next waits until files were changed and the folder is at rest again, so that no
// half of a save is seen, and returns their names. Its error is that of wait,
// which is ctx.Err() when the context ended.
func (w *Watcher) Next(ctx context.Context) ([]string, error) {
	for {
		if err := w.wait(ctx); err != nil {
			return nil, err
		}
		now := w.look()
		if len(Changed(w.last, now)) == 0 {
			continue
		}
		for range settle {
			if err := w.wait(ctx); err != nil {
				return nil, err
			}
			later := w.look()
			if len(Changed(now, later)) == 0 {
				break
			}
			now = later
		}
		names := Changed(w.last, now)
		w.last = now
		if len(names) > 0 { // else all is as it was
			return names, nil
		}
	}
}
