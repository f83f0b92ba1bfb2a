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
	kept    library.Log // the log, or where nothing can be saved one that forgets
	library *library.Library
	seed    uint64
	unsaved string   // why nothing can be saved; empty: it can
	damage  []string // what is wrong with what was saved, one thing a line
}

// openHome opens the progress in $CAIRN_DATA, or in the platform's folder for
// data. It does not fail: without a folder to write to, courses can be taken,
// and the learner is told that nothing is saved. With readOnly nothing is made
// or mended.
//
// What is wrong with the log is said on standard error.
func openHome(env environment, readOnly bool) home {
	h := readHome(env, readOnly)
	h.sayDamage(env)
	return h
}

// readHome is openHome, and says nothing.
func readHome(env environment, readOnly bool) home {
	log := progress.Open(dataDir(env), env.logOptions(readOnly))
	status := log.Status()
	h := home{log: log, kept: log, seed: seed(status.Writer), damage: damage(env.words(), status)}
	if status.ReadOnly && !readOnly {
		h.unsaved = status.Reason + "; " + env.words().Shell.Damage.Elsewhere
		h.kept = unsaved{log, learn.NewMemory(env.now)}
	}
	h.library = library.New(courseOptions(env, h.kept, func() uint64 { return h.seed }))
	return h
}

// dataDir is the folder that progress is kept in.
func dataDir(env environment) string {
	if dir := env.getenv("CAIRN_DATA"); dir != "" {
		return dir
	}
	return progress.DefaultDir(env.getenv)
}

// courseOptions tells a library where courses are.
func courseOptions(env environment, log library.Log, seed func() uint64) library.Options {
	var folders []string
	if wd, err := os.Getwd(); err == nil {
		folders = append(folders, wd) // without archives: they may be of anything
	}
	return library.Options{
		BuiltIn: courses.FS(), Folders: folders, Shelves: []string{filepath.Join(dataDir(env), "courses")},
		Log: log, Now: env.now, Seed: seed,
	}
}

// sayDamage prints what is wrong with the log, to where it stays when a
// full-screen page has come and gone. Where nothing can be saved, that is said
// instead.
func (h home) sayDamage(env environment) {
	if h.unsaved == "" {
		env.say(h.damage...)
	}
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

// Backup copies nothing: nothing here is kept.
func (u unsaved) Backup() (string, error) { return "", nil }

// Forgets implements learn.Forgetter.
func (u unsaved) Forgets() bool { return true }

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
func (u unsaved) Openings(course string) ([]progress.Opening, error) {
	before, err := u.Log.Openings(course)
	if err != nil {
		return nil, err
	}
	since, err := u.memory.Events(course)
	for _, e := range since {
		if e.Kind == learn.KindOpened {
			before = append(before, progress.Opening{Event: e, Here: true})
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
