package plain

import (
	"context"
	"errors"
	"slices"
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
	Rest(t *course.Task) ([]trust.Request, error)
	Agree(t *course.Task, asked exercise.State) error
	Begin(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Reset(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Try(ctx context.Context, t *course.Task, values map[string]string, said map[int]string) (exercise.Try, error)
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
	task   *course.Task
	said   map[int]string // by the place of a check that held
	output string         // of the last try
	state  exercise.State // when it was looked at last

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
	if d.bench == nil || !tried(st.Task) {
		return
	}
	p := &d.w.Practice
	s, ok := d.look(st.Task)
	if !ok {
		return
	}
	if s.File != "" {
		d.line(words.Put(p.File, "path", s.File))
	} else {
		d.line(words.Put(p.Folder, "path", s.Folder))
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
		d.say(words.Put(d.w.Practice.Failed, "why", err.Error()))
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

// check tries the task, tells what came of each check, and lets the session know.
func (d *Dialogue) check(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	if !d.ready(st.Task, (exercise.State).Asks, true) {
		return
	}
	d.checkOpen(st)
}

// checkOpen tries what may be tried.
func (d *Dialogue) checkOpen(st learn.Doing) {
	said, ok := d.askChecks(st.Task)
	if !ok {
		return
	}
	p := &d.w.Practice
	d.say(p.Trying(d.practice.state, d.w.Keys.Name("ctrl+c")))
	ctx, end := d.work()
	try, err := d.bench.Try(ctx, st.Task, st.Values, said)
	end()
	if err != nil {
		d.untried(err)
		return
	}
	at := d.at(st.Task)
	if try.Code != nil {
		d.firstFailure(try.Code)
	} else {
		d.outcomes(st.Task, try.Report, at, said)
	}
	if d.look(st.Task); try.Code == nil && slices.ContainsFunc(try.Report.Outcomes, func(o check.Outcome) bool { return o.Open }) {
		d.bySelf(at.state)
	}
	if !d.do(learn.Checked{Held: try.Held(), Values: try.Report.Values}) {
		return
	}
	d.tried(try, d.brief(try))
	switch now, ok := d.s.Step().(learn.Doing); {
	case try.Code != nil:
	case ok && now.Done():
		d.say(p.Done)
	default:
		d.say(p.CreditOf(try.Held()))
	}
}

// untried says why a task could not be tried or begun.
func (d *Dialogue) untried(err error) {
	p := &d.w.Practice
	var setup *practice.SetupError
	switch {
	case errors.Is(err, context.Canceled):
		d.say(p.Stopped)
	case errors.As(err, &setup):
		d.say(p.Setup)
		d.output(setup.Output)
	default:
		d.say(words.Put(p.Failed, "why", err.Error()))
	}
}

// outcomes tells what came of each check.
func (d *Dialogue) outcomes(t *course.Task, r check.Report, at *practised, said map[int]string) {
	p := &d.w.Practice
	for i, o := range r.Outcomes {
		mark := "missing"
		switch {
		case o.Held:
			mark = "held"
		case o.Open:
			mark = "open"
		}
		d.hang("- ", p.Marks[mark]+d.w.Print.Colon+" "+d.inline(d.w.Flow.Task.Check(t.Checks[i], r.Values)))
		if text, ok := said[i]; ok && o.Held {
			at.said[i] = text
		}
		if o.Held || o.Open {
			if o.Open && t.Checks[i].Kind == course.CheckAsk {
				d.say(p.Unsaid)
			}
			continue
		}
		if o.Otherwise != "" {
			d.note("", course.FillIn(o.Otherwise, r.Values))
		} else if found := p.Found(o.Found); found != "" {
			d.say(found)
		}
	}
}

// firstFailure tells what went wrong first with an answer that is a program.
func (d *Dialogue) firstFailure(r *code.Result) {
	p := &d.w.Practice
	if r.Passed {
		d.say(p.Passed)
		return
	}
	for i, line := range p.Failure(r) {
		if i == 0 {
			d.say(line)
		} else {
			d.line("  " + line)
		}
	}
}

// askChecks asks the learner what they saw. What held before is not asked again.
func (d *Dialogue) askChecks(t *course.Task) (map[int]string, bool) {
	said := map[int]string{}
	for i, c := range t.Checks {
		if c.Kind != course.CheckAsk {
			continue
		}
		if before, ok := d.at(t).said[i]; ok {
			said[i] = before
			continue
		}
		d.say(d.inline(c.What))
		how := d.w.Practice.Paste
		if len(c.Expect) == 0 {
			how = d.w.Practice.YesNo
		}
		line, ok := d.put(how)
		if !ok {
			return nil, false
		}
		if line != "" {
			said[i] = saidTo(c, line, d.p.Replies)
		}
	}
	return said, true
}

// saidTo is an answer to what a check asks, as it is graded.
func saidTo(c course.Check, line string, r words.Replies) string {
	switch {
	case len(c.Expect) > 0:
		return line
	case words.Means(line, r.Yes):
		return check.Yes
	}
	return check.No
}

// shell makes the folder ready and tells how to get there.
func (d *Dialogue) shell(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	if !d.ready(st.Task, func(s exercise.State) bool { return s.Asks() && s.Begins }, false) {
		return
	}
	f, ok := d.begin(st)
	if !ok {
		return
	}
	p := &d.w.Practice
	d.line(words.Put(p.Folder, "path", f.Path))
	d.bySelf(d.practice.state)
	d.line(words.Put(p.ShellHow, "command", "cd "+shellWord(f.Path)))
	if kept := kept(st.Values); len(kept) > 0 {
		d.say(p.Values)
		for _, line := range kept {
			d.line("  " + line)
		}
	}
}

// begin makes the folder of a task ready, or says why it is not.
func (d *Dialogue) begin(st learn.Doing) (practice.Folder, bool) {
	ctx, end := d.work()
	defer end()
	f, err := d.bench.Begin(ctx, st.Task, st.Values)
	if err != nil {
		d.untried(err)
		return f, false
	}
	_, ok := d.look(st.Task)
	return f, ok
}

// maxKept is how long a value is that can be typed, in bytes.
const maxKept = 200

// kept are lines that give a shell the values which checks kept, but for those that
// nobody would type.
func kept(values map[string]string) []string {
	var lines []string
	for _, v := range practice.Captured(values) {
		name, value, _ := strings.Cut(v, "=")
		if len(value) <= maxKept && !strings.Contains(value, "\n") {
			lines = append(lines, "export "+name+"="+shellWord(value))
		}
	}
	return lines
}

// shellWord quotes a path for a shell, where it needs that.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-+:,@%", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// fresh starts the folder of the task over.
func (d *Dialogue) fresh(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	if !d.ready(st.Task, func(s exercise.State) bool { return s.Asks() && s.Resets }, false) {
		return
	}
	ctx, end := d.work()
	f, err := d.bench.Reset(ctx, st.Task, st.Values)
	end()
	if err != nil {
		d.untried(err)
		return
	}
	refused, saves := d.practice.refused, d.at(st.Task).saves
	d.practice = practised{}
	d.at(st.Task).refused, d.at(st.Task).saves = refused, saves
	p := &d.w.Practice
	d.say(p.StartedOver)
	if s, ok := d.look(st.Task); ok {
		d.bySelf(s)
	}
	if f.Aside != "" {
		d.line(words.Put(p.Kept, "path", f.Aside))
	}
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
