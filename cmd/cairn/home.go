package main

import (
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/library"
)

// home is where a learner's progress is kept, and the courses that go with it.
type home struct {
	log     *progress.Log
	library *library.Library
	unsaved string // why nothing can be saved; empty: it can
	damaged bool   // something is wrong with what was saved; it was said on standard error
}

// openHome opens the progress in $CAIRN_DATA, or in the platform's folder for
// data. It does not fail: without a folder to write to, courses can be taken,
// and the learner is told that nothing is saved. With readOnly nothing is made
// or mended.
func openHome(env environment, readOnly bool) home {
	dir := env.getenv("CAIRN_DATA")
	if dir == "" {
		dir = progress.DefaultDir(env.getenv)
	}
	machine, err := os.Hostname()
	if err != nil {
		machine = ""
	}
	log := progress.Open(dir, progress.Options{Now: env.now, Machine: machine, ReadOnly: readOnly})
	status := log.Status()
	h := home{log: log, damaged: len(damage(env.words(), status)) > 0}
	var kept library.Log = log
	if status.ReadOnly && !readOnly {
		h.unsaved = status.Reason
		kept = unsaved{log, learn.NewMemory(env.now)}
	} else {
		warnOfDamage(env.err, env.words(), status)
	}
	folders := []string{filepath.Join(dir, "courses")}
	if wd, err := os.Getwd(); err == nil {
		folders = append(folders, wd)
	}
	h.library = library.New(library.Options{
		BuiltIn: courses.FS(), Folders: folders, Log: kept, Now: env.now, Seed: seed(status.Writer),
	})
	return h
}

// close gives the log back to other windows. What was saved is on the disk
// already, so that a failure here costs nothing.
func (h home) close() { _ = h.log.Close() }

// unsaved is a log that cannot be written to: what happens is kept until the
// program ends.
type unsaved struct {
	*progress.Log
	memory *learn.Memory
}

// Append keeps the events in memory.
func (u unsaved) Append(events ...learn.Event) ([]learn.Event, error) {
	return u.memory.Append(events...)
}

// Events returns what was saved before, and then what happened since.
func (u unsaved) Events(course string) ([]learn.Event, error) {
	before, err := u.Log.Events(course)
	if err != nil {
		return nil, err
	}
	since, err := u.memory.Events(course)
	return append(before, since...), err
}

// Openings returns those of before, and then those since.
func (u unsaved) Openings(course string) ([]learn.Event, error) {
	before, err := u.Log.Openings(course)
	if err != nil {
		return nil, err
	}
	since, err := u.memory.Events(course)
	for _, e := range since {
		if e.Kind == learn.KindOpened {
			before = append(before, e)
		}
	}
	return before, err
}

// seed is the number that decides the order of options: the same in every
// window of a device.
func seed(writer string) uint64 {
	device, _, _ := strings.Cut(writer, ".")
	f := fnv.New64a()
	f.Write([]byte(device))
	return f.Sum64()
}
