package exercise

import (
	"fmt"
	"os"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
)

// Barred says why nothing of a task may be run.
type Barred string

// What keeps the commands of a task from being run.
const (
	BarredNot      Barred = ""
	BarredCourse   Barred = "course"   // the author wants nothing to be run
	BarredLearner  Barred = "learner"  // so does the learner
	BarredRequest  Barred = "request"  // nobody could read what it wants to run
	BarredAbsent   Barred = "absent"   // there is no toolchain for its language
	BarredUnneeded Barred = "unneeded" // it runs nothing
)

// State is how things stand with a task before anything is run.
type State struct {
	Folder  string // where it is done, absolute
	Ready   bool   // the folder is there
	File    string // of a task that is answered with code: its answer, in the folder
	Runs    bool   // trying it runs commands
	Agreed  bool   // to exactly these
	Barred  Barred
	Why     error // why it is barred, in English; nil where Barred says all
	Request trust.Request
	Passing bool // the folder is removed when the program ends

	Setup  []string // the setups that were not run in the folder, in their order
	Begins bool     // to make the folder ready runs some of them, where it may
	Resets bool     // so does starting it over

	// Cold says that a toolchain that it needs has kept nothing yet for this course: the
	// next try takes longer than all others.
	Cold bool

	// Rest is what the learner agrees to besides, where they were asked for all of the
	// course; see Bench.Rest.
	Rest []trust.Request

	held map[string][]course.TaskFile // what Request has of the course's files
}

// Asks reports whether the learner is to be asked before it is tried.
func (s State) Asks() bool { return s.Runs && s.Barred == BarredNot && !s.Agreed }

// Holds reports whether nothing of the task may be run, whatever the learner says.
func (s State) Holds() bool { return s.Barred != BarredNot && s.Barred != BarredUnneeded }

// Tries reports whether something of the task can be tried as things stand, or
// could without running anything.
func (s State) Tries(t *course.Task) bool {
	if s.Agreed || !s.Runs {
		return true
	}
	return t.Code == nil && slices.ContainsFunc(t.Checks, func(c course.Check) bool { return !check.Runs(c) })
}

// Makes reports whether the folder is still to be made, and can be without asking
// the learner anything, now or later.
func (s State) Makes() bool { return !s.Ready && (s.Agreed || !s.Begins || s.Holds()) }

// State looks at a task and runs nothing of the course.
func (b *Bench) State(t *course.Task) (State, error) {
	p := b.practice(nil)
	s := State{Folder: p.Path(t), Barred: BarredUnneeded, Passing: b.Passing}
	var err error
	if s.held, err = p.Hold(t); err != nil {
		return s, err
	}
	p.Held = s.held
	if info, err := os.Lstat(s.Folder); err == nil && info.IsDir() {
		s.Ready = true
	}
	if t.Code != nil {
		s.File = b.file(t)
		s.Cold = code.Cold(t.Code.Language, b.cache())
	}
	if s.Request, s.Runs, err = b.request(t, p); err != nil || !s.Runs {
		return s, err
	}
	if t.Code == nil {
		s.Setup, s.Begins = p.Unset(t)
		s.Resets = len(p.Commands(t)) > 0
		s.Cold = slices.ContainsFunc(s.Request.Commands, func(c trust.Command) bool { return code.ColdFor(c.Text, b.cache()) })
	}
	s.Barred, s.Why = b.barred(t, s.Request)
	if s.Barred != BarredNot {
		return s, nil
	}
	if s.Agreed = b.agreedNow(s.Request); s.Agreed {
		return s, nil
	}
	s.Agreed, err = b.Trust.Granted(s.Request)
	if err != nil {
		return s, fmt.Errorf("looking whether you agreed to the commands of %s: %w", textsafe.Line(t.ID), err)
	}
	return s, nil
}

// barred says why the commands of a task may not be run, if they may not.
func (b *Bench) barred(t *course.Task, r trust.Request) (Barred, error) {
	switch {
	case b.Course.Tasks == course.TasksNever:
		return BarredCourse, nil
	case b.Never != nil && b.Never():
		return BarredLearner, nil
	}
	if err := r.Check(); err != nil {
		return BarredRequest, err
	}
	if t.Code != nil {
		if _, err := b.toolchains.Find(b.Machine, t.Code.Language); err != nil {
			return BarredAbsent, err
		}
	}
	return BarredNot, nil
}

// request is what trying a task runs, as the learner is asked, and whether that is
// anything.
func (b *Bench) request(t *course.Task, p *practice.Practice) (r trust.Request, runs bool, err error) {
	if r, runs, err = check.Request(p, t, b.wall()); t.Code == nil || err != nil {
		return r, runs, err
	}
	r.Commands = append(r.Commands, trust.Command{For: "test", Text: t.Code.Test})
	r.Language = t.Code.Language
	return r, true, nil
}
