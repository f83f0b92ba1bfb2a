package plain

import (
	"context"
	"errors"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/tui/words"
)

// Bench is where the tasks of a course are done and tried. An exercise.Bench is
// one.
type Bench interface {
	State(t *course.Task) (exercise.State, error)
	Anew()
	Rest(t *course.Task) ([]trust.Request, error)
	Agree(t *course.Task, asked exercise.State) error
	Begin(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Reset(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Try(ctx context.Context, t *course.Task, values map[string]string, said map[int]string) (exercise.Try, error)
	Answer(t *course.Task) (string, error)
	Keep(t *course.Task, was, text string) (beside string, err error)
	Watch(ctx context.Context, t *course.Task) <-chan error
}

// PractiseAt says where the tasks of the course are done. Without it, the learner
// says of each how it stands.
func (d *Dialogue) PractiseAt(b Bench) { d.bench = b }

// tried reports whether a task is one that can be tried.
func tried(t *course.Task) bool { return t.Code != nil || len(t.Checks) > 0 }

// canTry reports whether the task that was told can be tried.
func canTry(d *Dialogue, st learn.Step) bool {
	doing, ok := st.(learn.Doing)
	return ok && d.bench != nil && tried(doing.Task)
}

func hasOutput(d *Dialogue, st learn.Step) bool { return canTry(d, st) && d.practice.output != "" }

// practised is what the dialogue knows of the task that was told.
type practised struct {
	task    *course.Task
	said    map[int]string // by the place of a check that held
	output  string         // of the last try
	report  check.Report   // of the last try of checks
	sayable []int          // what they ask and does not hold
	state   exercise.State // when it was looked at last

	refused bool   // the learner said no to what it wants to run
	brief   string // what came of the last try, in a line
	saves   saving
}

// shut reports whether nothing of the task can be tried.
func (at *practised) shut() bool { return at.state.Holds() && !at.state.Tries(at.task) }

// at is what is known of a task; nothing yet where another one was told before.
func (d *Dialogue) at(t *course.Task) *practised {
	if d.practice.task != t {
		d.practice = practised{task: t, said: map[int]string{}}
	}
	return &d.practice
}

// standing tells where a task is done and how it stands.
func (d *Dialogue) standing(st learn.Doing) {
	if !tried(st.Task) {
		return
	}
	p := &d.w.Practice
	if d.bench == nil {
		d.say(p.NoBench)
		return
	}
	d.bench.Anew()
	s, ok := d.look(st.Task)
	if !ok {
		return
	}
	if s.File != "" {
		d.line(words.Put(p.File, "path", s.File))
	} else {
		d.line(words.Put(p.Folder, "path", s.Folder))
	}
	if s.Makes() {
		if _, ok := d.begin(st); !ok {
			return
		}
		s = d.practice.state
	}
	if !s.Ready {
		d.say(p.NotMade)
	}
	if s.Passing {
		d.say(p.Passing)
	}
	if s.Holds() {
		d.barred(st.Task, s)
	}
	d.bySelf(s)
	if len(st.Held) > 1 {
		d.say(p.CreditOf(st.Held))
	}
	if d.wantsSaves(st.Task) && !s.Holds() {
		d.saySaves(s)
	}
}

// look looks how things stand with a task, or says why that cannot be told.
func (d *Dialogue) look(t *course.Task) (exercise.State, bool) {
	s, err := d.bench.State(t)
	if err != nil {
		d.cannot(err)
		return s, false
	}
	d.at(t).state = s
	return s, true
}

// barred says why nothing of a task is run, and what can be done.
func (d *Dialogue) barred(t *course.Task, s exercise.State) {
	p := &d.w.Practice
	var programs []string
	var absent *code.AbsentError
	if errors.As(s.Why, &absent) {
		programs = absent.Programs
	}
	why := p.IDid
	if s.Tries(t) {
		why = p.InPart
	}
	d.say(p.Why(s, programs) + " " + why)
}

// bySelf tells the lines of the setups that the learner has to run: nothing may run
// them, or the learner worked in the folder before it could.
func (d *Dialogue) bySelf(s exercise.State) {
	if len(s.Setup) == 0 || !s.Holds() && !d.practice.refused && s.Begins {
		return
	}
	d.say(d.w.Practice.BySelf)
	for _, setup := range s.Setup {
		for line := range strings.Lines(setup) {
			d.hangSigns("  | ", trust.Escape(strings.TrimRight(line, "\n")))
		}
	}
}

// howTask says how the task is answered.
func (d *Dialogue) howTask(st learn.Doing) string {
	switch {
	case !canTry(d, st), d.practice.shut() && st.Task.Code == nil:
		return d.p.Done
	case d.practice.shut():
		return d.w.Practice.CodeShut
	case st.Done():
		return d.p.GoOn
	case st.Task.Code != nil:
		return d.w.Practice.CodeHow
	}
	return d.w.Practice.TaskHow
}

// tellOutput tells what the commands of the last try wrote.
func (d *Dialogue) tellOutput(string) { d.output(d.practice.output) }

func (d *Dialogue) output(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	d.say(d.w.Practice.Output)
	for line := range strings.Lines(textsafe.Text(text)) {
		d.line("  " + strings.TrimSuffix(line, "\n"))
	}
}

// editCode opens the answer in the learner's editor, or says where it is.
func (d *Dialogue) editCode(st learn.Doing) {
	if _, ok := d.begin(st); !ok {
		return
	}
	file := d.practice.state.File
	if d.editFile == nil {
		d.line(words.Put(d.w.Practice.FileHow, "path", file))
		return
	}
	if err := d.editFile(file); err != nil {
		d.edited(err)
		d.line(words.Put(d.w.Practice.FileHow, "path", file))
	}
}
