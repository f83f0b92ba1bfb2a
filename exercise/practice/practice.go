// Package practice keeps the folders in which tasks are done: ordinary folders,
// in which any editor and any shell works.
//
// A folder is made fresh from what its tasks bring, whole or not at all. What a
// learner wrote is never overwritten and never removed, but for the oldest of the
// folders that were moved aside when the learner started one over. Two windows
// make a folder one after the other.
package practice

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Name is the name of the folder of practice in cairn's data folder.
const Name = "practice"

// Kept is how many folders that were moved aside are kept of each.
const Kept = 5

// Names beside the practice folders of a course. Those of practice folders never
// begin with a dot.
const (
	makingDir = ".making" // folders on their way
	begunDir  = ".begun"  // what was begun in each folder
	asideDir  = ".before" // folders that were moved aside
)

// Practice is where the tasks of one course are done.
type Practice struct {
	Data   string         // cairn's data folder
	Course *course.Course // as it was loaded
	Files  fs.FS          // the course's folder
	Runner wall.Runner    // runs what tasks set up; nil: that is left out

	// Held are the files that tasks bring, by the id of the task, as the learner agreed to
	// them: Files may have others by now. nil: they are read from Files.
	Held map[string][]course.TaskFile

	NotIsolated bool // the learner agreed to commands without walls
	CatchUp     bool // in a fresh folder, tasks before this one are solved as their author does
}

// Folder is a practice folder that is ready.
type Folder struct {
	Path  string // absolute
	Fresh bool   // it was made just now
	Aside string // where the folder that was here before is now; empty: there was none

	// Unset are the setups that were not run here, in their order: those that nothing
	// may run, and those that were left out before the learner worked in the folder.
	Unset []string
}

// SetupError says that what sets a task up did not work.
type SetupError struct {
	Task   string // its id
	Result wall.Result
	Output string // what was written, cleaned; may be empty
}

func (e *SetupError) Error() string {
	how := fmt.Sprintf("ended with status %d", e.Result.Exit)
	if e.Result.Ended != wall.Exited {
		how = "was ended: " + e.Result.Ended.String()
	}
	return fmt.Sprintf("the setup of the task %s %s", textsafe.Line(e.Task), how)
}

// Path is where the practice folder of a task is, or will be.
func (p *Practice) Path(t *course.Task) string {
	return filepath.Join(p.Data, Name, p.Course.FolderName(), t.Folder)
}

// Steps are the tasks that share the folder of t, up to t, in the order of the
// course. What they bring is what the folder begins with.
func (p *Practice) Steps(t *course.Task) []*course.Task {
	var steps []*course.Task
	for _, other := range p.Course.TasksInOrder() {
		if other.Code == nil && other.Folder == t.Folder {
			steps = append(steps, other)
		}
		if other == t {
			break
		}
	}
	if !slices.Contains(steps, t) {
		steps = append(steps, t)
	}
	return steps
}

// Hold reads the files that Begin may bring for a task, for Held.
func (p *Practice) Hold(t *course.Task) (map[string][]course.TaskFile, error) {
	held := map[string][]course.TaskFile{}
	for _, step := range p.Steps(t) {
		files, err := p.Brings(step)
		if err != nil {
			return nil, err
		}
		held[step.ID] = files
	}
	return held, nil
}

// Brings are the files of the course that a task brings.
func (p *Practice) Brings(t *course.Task) ([]course.TaskFile, error) {
	if files, ok := p.Held[t.ID]; ok {
		return files, nil
	}
	return course.ReadTaskFiles(p.Files, t)
}

// Commands are the shell texts that Begin may run for a task, in their order: what
// a learner agrees to.
func (p *Practice) Commands(t *course.Task) []string {
	var list []string
	for _, step := range p.Steps(t) {
		if step.Setup != "" {
			list = append(list, step.Setup)
		}
		if p.CatchUp && step != t && step.Solve != "" {
			list = append(list, step.Solve)
		}
	}
	return list
}

// Begin makes the folder of a task ready. A folder that is not there is made of
// what the task and those before it in this folder bring. In one that is there,
// what was not brought yet is added where no file has its name, and each setup is
// run once. values are what checks captured, by name.
func (p *Practice) Begin(ctx context.Context, t *course.Task, values map[string]string) (Folder, error) {
	s, err := p.open(ctx, t)
	if err != nil {
		return Folder{}, fmt.Errorf("making the practice folder of %s: %w", textsafe.Line(t.ID), err)
	}
	defer s.close()
	f, err := s.begin(ctx, t, values)
	if err != nil {
		return Folder{}, fmt.Errorf("making the practice folder of %s: %w", textsafe.Line(t.ID), s.at(err))
	}
	return f, nil
}

// Reset moves the folder of a task aside, under a name made of the time, and makes
// it fresh. Of the folders that were moved aside the last Kept stay. When the new
// folder cannot be made, the old one is back where it was.
func (p *Practice) Reset(ctx context.Context, t *course.Task, values map[string]string, now time.Time) (Folder, error) {
	s, err := p.open(ctx, t)
	if err != nil {
		return Folder{}, fmt.Errorf("starting %s over: %w", textsafe.Line(t.ID), err)
	}
	defer s.close()
	aside, err := s.moveAside(now)
	if err != nil {
		return Folder{}, fmt.Errorf("starting %s over: %w", textsafe.Line(t.ID), s.at(err))
	}
	s.putRecordAside()
	f, err := s.begin(ctx, t, values)
	if err != nil {
		if back := s.moveBack(aside); back != nil {
			err = fmt.Errorf("%s; %w", err.Error(), back) // text: front ends put less in place of what they know
		} else {
			err = s.at(err)
		}
		return Folder{}, fmt.Errorf("starting %s over: %w", textsafe.Line(t.ID), err)
	}
	s.dropRecordAside()
	if aside != "" {
		f.Aside = filepath.Join(s.root.Name(), filepath.FromSlash(aside))
		s.prune()
	}
	return f, nil
}

// shelf is the folder of a course with its practice folders, and the name of the
// one that is worked on.
type shelf struct {
	*Practice
	root *os.Root
	name string
	held *os.File // the lock, of this window; nil where the file system has none
}

// open makes the folder of the course and keeps everything inside of it. It waits
// until no other window makes the folder of the task.
func (p *Practice) open(ctx context.Context, t *course.Task) (*shelf, error) {
	dir := filepath.Join(p.Data, Name, p.Course.FolderName())
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, notMade(dir, err)
	}
	if err := isFolder(dir); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, trouble.At(dir, err)
	}
	s := &shelf{Practice: p, root: root, name: t.Folder}
	if err := s.lock(ctx); err != nil {
		_ = root.Close() // it was only a handle
		return nil, trouble.At(dir, err)
	}
	return s, nil
}

// notMade is the error of a folder that could not be made. Where something else is in
// its place, a system may say that it is there already.
func notMade(dir string, err error) error {
	if there := isFolder(dir); there != nil && errors.Is(err, fs.ErrExist) {
		return there
	}
	return trouble.At(dir, err)
}

// isFolder is an error where something stands that is no folder: also a link to one,
// since what is moved and removed below it would be that of somebody else.
func isFolder(dir string) error {
	if info, err := os.Lstat(dir); err == nil && !info.IsDir() {
		return inTheWay(dir)
	}
	return nil
}

func inTheWay(path string) error {
	return &trouble.Error{Kind: trouble.InTheWay, Path: path, Err: errors.New(path + " is there, and is no folder; move it away")}
}

// at names the practice folder in an error of the disk.
func (s *shelf) at(err error) error {
	var ran *ranError
	if errors.As(err, &ran) { // it is of what runs commands, not of the folder
		return err
	}
	return trouble.At(filepath.Join(s.root.Name(), s.name), err)
}

func (s *shelf) close() {
	if s.held != nil {
		_ = s.held.Close() // which gives the lock back
	}
	_ = s.root.Close() // it was only a handle
}

// Environment are the variables in which commands find captured values, and the
// name that commits are made under: that of nobody, and the same everywhere.
func Environment(values map[string]string) []string {
	env := []string{
		"GIT_AUTHOR_NAME=Learner", "GIT_AUTHOR_EMAIL=learner@example.org", "GIT_COMMITTER_NAME=Learner", "GIT_COMMITTER_EMAIL=learner@example.org",
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat", "PAGER=cat",
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=init.defaultBranch", "GIT_CONFIG_VALUE_0=main",
	}
	return append(env, Captured(values)...)
}

// Captured are the variables in which captured values are found, by their names.
func Captured(values map[string]string) []string {
	var env []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		env = append(env, course.CaptureVariable(name)+"="+strings.ReplaceAll(values[name], "\x00", ""))
	}
	return env
}
