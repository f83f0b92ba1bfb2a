// Package exercise is where the tasks of a course are done on this machine. It
// joins what a task needs, what the learner agreed to, the practice folder, the
// walls and the checks. Front ends ask a Bench, show what it says, and tell the
// session what came of it.
package exercise

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Bench is where the tasks of one course are done. Without the learner's yes it runs
// nothing: folders are made without what sets them up, and checks that would run
// something are left open. It is safe to be used by one
// command of a front end after another, in any goroutine.
type Bench struct {
	Data    string         // cairn's data folder
	Course  *course.Course // as it was loaded
	Files   fs.FS          // the course's folder
	Trust   trust.Store
	Machine code.Machine // where toolchains are looked for
	Never   func() bool  // whether the learner wants nothing to be run, ever; nil: no
	Passing bool         // Data is removed when the program ends
	Now     func() time.Time

	// Look finds the walls of this machine. It is called once, when a task first
	// needs to know.
	Look func() wall.Walls
	// Runner runs commands in place of the walls that Look finds; nil: those do.
	Runner wall.Runner
	// Wait lets a watch wait between two looks; nil: so long by the clock.
	Wait func(ctx context.Context, d time.Duration) error

	look  sync.Once
	walls wall.Walls

	toolchains code.Found

	busy    sync.Mutex // while something is begun or tried
	watches []*watch   // with it

	yes    sync.Mutex
	agreed map[string]bool // keys of what the learner agreed to and no folder keeps
}

// Try is what came of a task that was tried.
type Try struct {
	Report check.Report // of a task with checks
	Code   *code.Result // of one that is answered with code
	Folder practice.Folder
}

// Held is what came of each check, as the session takes it.
func (t Try) Held() []bool {
	if t.Code != nil {
		return []bool{t.Code.Passed}
	}
	return t.Report.Held()
}

// Output is what commands wrote, of checks that do not hold; empty: nothing.
func (t Try) Output() string {
	if t.Code != nil {
		return t.Code.Output
	}
	text := ""
	for _, o := range t.Report.Outcomes {
		if !o.Held && o.Output != "" {
			text += o.Output + "\n"
		}
	}
	return text
}

// ErrNotAgreed is the error of what would run commands that nobody agreed to.
var ErrNotAgreed = errors.New("nobody agreed to run this")

// Anew has toolchains that did not work, or were replaced, asked what they are once
// more by the next State: the learner may have mended them. One that was not there at
// all is looked for by each State, and one that works is asked once.
func (b *Bench) Anew() { b.toolchains.Anew() }

// Agree keeps that the learner agreed to what a State asked and to its Rest, twice
// where it needs two answers. What the task asks now must be the same; of the rest,
// each part holds as long as its task stays as it was read. Where no folder keeps
// it, it holds for this Bench.
func (b *Bench) Agree(t *course.Task, asked State) error {
	now, err := b.State(t)
	if err != nil {
		return err
	}
	if now.Request.Key() != asked.Request.Key() {
		return fmt.Errorf("what %s runs is not what was shown: %w", textsafe.Line(t.ID), ErrNotAgreed)
	}
	for _, r := range append([]trust.Request{now.Request}, asked.Rest...) {
		if err := b.grant(r); err != nil {
			return err
		}
	}
	return nil
}

func (b *Bench) grant(r trust.Request) error {
	err := b.Trust.Grant(r)
	if !errors.Is(err, trust.ErrNothingKept) {
		return err
	}
	b.yes.Lock()
	defer b.yes.Unlock()
	if b.agreed == nil {
		b.agreed = map[string]bool{}
	}
	b.agreed[r.Key()] = true
	return nil
}

// agreedNow reports whether the learner agreed to this while the program runs, where
// no folder keeps it.
func (b *Bench) agreedNow(r trust.Request) bool {
	b.yes.Lock()
	defer b.yes.Unlock()
	return b.agreed[r.Key()]
}

// Begin makes the folder of a task ready: with its files, its setup, or what there
// is to begin an answer with. What the learner wrote stays as it is.
func (b *Bench) Begin(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error) {
	b.busy.Lock()
	defer b.busy.Unlock()
	s, err := b.State(t)
	if err != nil {
		return practice.Folder{}, err
	}
	defer b.making(b.place(t), false)()
	return b.begin(ctx, t, s, values)
}

func (b *Bench) begin(ctx context.Context, t *course.Task, s State, values map[string]string) (practice.Folder, error) {
	f, err := b.practice(&s).Begin(ctx, t, values)
	if err != nil || t.Code == nil {
		return f, err
	}
	return f, keepNew(s.File, t.Code.Start)
}

// keepNew writes a file that is not there.
func keepNew(file, text string) error {
	if err := newfile.Write(file, []byte(text)); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("writing what your answer begins with: %w", trouble.At(filepath.Dir(file), err))
	}
	return nil
}

// Reset moves the folder of a task aside and makes it fresh.
func (b *Bench) Reset(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error) {
	b.busy.Lock()
	defer b.busy.Unlock()
	s, err := b.State(t)
	if err != nil {
		return practice.Folder{}, err
	}
	defer b.making(b.place(t), true)()
	f, err := b.practice(&s).Reset(ctx, t, values, b.Now())
	if err != nil || t.Code == nil {
		return f, err
	}
	return f, keepNew(s.File, t.Code.Start)
}

// Try tries a task: of one that the learner did not agree to, what can be tried
// without running anything. said is what the learner said or pasted, by the place of the
// check in the task.
func (b *Bench) Try(ctx context.Context, t *course.Task, values map[string]string, said map[int]string) (Try, error) {
	b.busy.Lock()
	defer b.busy.Unlock()
	s, err := b.State(t)
	if err != nil {
		return Try{}, err
	}
	f, err := b.begin(ctx, t, s, values)
	if err != nil {
		return Try{}, err
	}
	defer b.trying(b.place(t))()
	if t.Code != nil {
		return b.tryCode(ctx, t, s, f)
	}
	return b.tryChecks(ctx, t, s, f, values, said)
}

// tryChecks tries the checks of a task. Where its folder went meanwhile, or another
// one came in its place, what came of them says nothing.
func (b *Bench) tryChecks(ctx context.Context, t *course.Task, s State, f practice.Folder, values map[string]string, said map[int]string) (Try, error) {
	before, err := os.Lstat(f.Path)
	if err != nil {
		return Try{}, went(f.Path, err)
	}
	os.SameFile(before, before) // Windows looks which folder it is only now
	try := check.Try{Dir: f.Path, Values: values, Said: said, NotIsolated: s.Agreed}
	if s.Agreed {
		try.Runner = b.tools()
	}
	r, err := check.Run(ctx, t, try)
	if after, gone := os.Lstat(f.Path); ctx.Err() == nil && (gone != nil || !os.SameFile(before, after)) {
		return Try{}, went(f.Path, cmp.Or(gone, err, fs.ErrNotExist))
	}
	return Try{Report: r, Folder: f}, err
}

// went is the error of a folder that was removed or replaced while it was checked.
func went(dir string, err error) error {
	return &trouble.Error{Kind: trouble.Gone, Path: dir, Err: fmt.Errorf("%s went while it was checked: %w", dir, err)}
}

func (b *Bench) tryCode(ctx context.Context, t *course.Task, s State, f practice.Folder) (Try, error) {
	if !s.Agreed {
		return Try{}, fmt.Errorf("trying %s: %w", textsafe.Line(t.ID), orErr(s.Why, ErrNotAgreed))
	}
	tools, err := b.toolchains.Find(b.Machine, t.Code.Language)
	if err != nil {
		return Try{}, err
	}
	answer, err := code.ReadAnswer(s.File)
	if err != nil {
		return Try{}, err
	}
	cache := b.cache()
	if err := os.MkdirAll(cache, 0o700); err != nil {
		return Try{}, fmt.Errorf("making a folder for what %s compiles: %w", t.Code.Language, trouble.At(cache, err))
	}
	res, err := tools.Try(ctx, b.runner(), code.Place{Cache: cache, NotIsolated: true}, answer, t.Code.Test)
	return Try{Code: &res, Folder: f}, err
}

// cache is where toolchains keep what they made for this course. What was made
// behind walls of one level is not run behind those of another: whoever can write
// to it decides what it makes.
func (b *Bench) cache() string {
	level := strings.ReplaceAll(b.wall().Level.String(), " ", "-")
	return filepath.Join(b.Data, practice.Name, b.Course.FolderName(), ".cache", level)
}

func orErr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// practice is where the folder of a task is made. Only what was agreed to is run.
func (b *Bench) practice(s *State) *practice.Practice {
	p := &practice.Practice{Data: b.Data, Course: b.Course, Files: b.Files}
	if s != nil {
		p.Held = s.held
	}
	if s != nil && s.Agreed {
		p.Runner, p.NotIsolated = b.tools(), true
	}
	return p
}

func (b *Bench) wall() wall.Walls {
	b.look.Do(func() {
		if b.Look != nil {
			b.walls = b.Look()
		}
	})
	return b.walls
}

// tools runs the commands of tasks, with the toolchains that they name.
func (b *Bench) tools() wall.Runner {
	return &code.Tooled{Runner: b.runner(), Machine: b.Machine, Cache: b.cache(), Found: &b.toolchains}
}

func (b *Bench) runner() wall.Runner {
	if b.Runner != nil {
		return b.Runner
	}
	return b.wall()
}
