package main

import (
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/library"
)

// home is where a learner's progress is kept, and the courses that go with it.
type home struct {
	log     *progress.Log
	library *library.Library
}

// openHome opens the progress in $CAIRN_DATA, or in the platform's folder for
// data. It does not fail: without a folder to write to, courses can be taken
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
	folders := []string{filepath.Join(dir, "courses")}
	if wd, err := os.Getwd(); err == nil {
		folders = append(folders, wd)
	}
	return home{log, library.New(library.Options{
		BuiltIn: courses.FS(), Folders: folders, Log: log, Now: env.now, Seed: seed(log.Status().Writer),
	})}
}

// close gives the log back to other windows. What was saved is on the disk
// already, so that a failure here costs nothing.
func (h home) close() { _ = h.log.Close() }

// seed is the number that decides the order of options: the same in every
// window of a device.
func seed(writer string) uint64 {
	device, _, _ := strings.Cut(writer, ".")
	f := fnv.New64a()
	f.Write([]byte(device))
	return f.Sum64()
}

// notFound makes a name that is no course a mistake in the command line.
func notFound(err error) error {
	if errors.Is(err, library.ErrNoCourse) {
		return usage(fmt.Errorf("%w; run cairn alone to see the courses", err))
	}
	return err
}
