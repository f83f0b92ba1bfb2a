package main

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/internal/filelock"
	"github.com/cairn-learn/cairn/internal/plainfile"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/library"
)

// What the folder of a preview is called, in the system's folder for temporary
// files, and the file in it that is locked while the preview goes on.
const (
	trialPrefix = "cairn-preview-"
	trialLock   = "in-use"
)

// trialYoung is how long a folder that nobody holds may be one that is being made.
const trialYoung = time.Minute

// trial is where the tasks of a course are tried while it is previewed: a folder of
// this run alone, made when a course with tasks is opened. What the author agreed to
// is kept in it too, and goes with it. A course that was read anew is tried in the
// same one. It is safe for concurrent use.
type trial struct {
	env environment

	mu    sync.Mutex
	dir   string   // empty: none was needed yet
	held  *os.File // its lock
	ended bool
}

// bench is where the tasks of a course are done; nil where it has none, or there can
// be no folder for them.
func (t *trial) bench(o library.Opened) *exercise.Bench {
	if o.Session == nil || len(o.Session.Course().TasksInOrder()) == 0 {
		return nil
	}
	b := t.env.benchIn(t.folder(), o)
	if b != nil {
		b.Passing = true
	}
	return b
}

// folder makes the folder; empty: it cannot be made.
func (t *trial) folder() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.dir != "" || t.ended {
		return t.dir
	}
	clearTrials(t.env.now())
	dir, err := os.MkdirTemp("", trialPrefix)
	if err != nil {
		return ""
	}
	held, err := os.OpenFile(filepath.Join(dir, trialLock), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		_ = os.Remove(dir) // it is empty
		return ""
	}
	_ = filelock.Try(held) // where there are no locks, nobody takes it for one that was left
	t.dir, t.held = dir, held
	return dir
}

// end removes the folder and all that is in it. No bench is to be had afterwards.
func (t *trial) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ended = true
	if t.dir == "" {
		return
	}
	_ = t.held.Close() // some systems remove nothing that is open
	wall.RemoveAll(t.dir)
	t.dir = ""
}

// clearTrials removes the folders of previews that did not come to their end: those
// of who runs the program that no preview holds.
func clearTrials(now time.Time) {
	entries, err := os.ReadDir(os.TempDir())
	if err != nil {
		return
	}
	for _, e := range entries {
		number, ours := strings.CutPrefix(e.Name(), trialPrefix)
		if !ours || number == "" || strings.Trim(number, "0123456789") != "" {
			continue
		}
		info, err := e.Info()
		if err != nil || !info.IsDir() || !plainfile.Own(info) || now.Sub(info.ModTime()) < trialYoung {
			continue
		}
		if dir := filepath.Join(os.TempDir(), e.Name()); left(dir) {
			wall.RemoveAll(dir)
		}
	}
}

// left reports whether nobody holds the folder of a preview.
func left(dir string) bool {
	name := filepath.Join(dir, trialLock)
	info, err := os.Lstat(name)
	if err != nil {
		return os.IsNotExist(err) // it did not come to that
	}
	if !info.Mode().IsRegular() {
		return false
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only a handle
	return filelock.Try(f) == nil
}
