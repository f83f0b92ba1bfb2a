package plain

import (
	"context"
	"errors"
	"maps"
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
	report check.Report   // of the last try of checks
	unsaid []int          // what they ask and nothing was said to
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
	if !tried(st.Task) {
		return
	}
	p := &d.w.Practice
	if d.bench == nil {
		d.say(p.NoBench)
		return
	}
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

// checkOpen tries what may be tried. What the learner has to say is asked once
// nothing else is missing, and all is tried with that.
func (d *Dialogue) checkOpen(st learn.Doing) {
	at := d.at(st.Task)
	said := maps.Clone(at.said)
	try, ok := d.try(st, said)
	if !ok {
		return
	}
	if st.Task.Code == nil && try.Report.Waits(st.Task) {
		unsaid := try.Report.Unsaid(st.Task)
		d.outcomes(st.Task, try.Report, func(i int) bool { return !slices.Contains(unsaid, i) })
		answered, left := d.askChecks(st.Task, unsaid)
		if left {
			if !st.Done() { // what held before is not lost because it was asked once more
				d.checked(st, try)
			}
			return
		}
		d.checkSaid(st, try, unsaid, answered)
		return
	}
	if try.Code != nil {
		d.firstFailure(try.Code)
	} else {
		d.outcomes(st.Task, try.Report, func(int) bool { return true })
	}
	d.keepSaid(try.Report, said)
	d.concluded(st, try)
}

// checkSaid tries a task with what the learner said to some of its checks just now,
// and tells what came of these and what else does not hold.
func (d *Dialogue) checkSaid(st learn.Doing, try exercise.Try, asked []int, answered map[int]string) {
	said := maps.Clone(d.at(st.Task).said)
	if len(answered) > 0 {
		maps.Copy(said, answered)
		var ok bool
		if try, ok = d.try(st, said); !ok {
			return
		}
	}
	d.outcomes(st.Task, try.Report, func(i int) bool {
		o := try.Report.Outcomes[i]
		return slices.Contains(asked, i) || !o.Held && !o.Open
	})
	d.keepSaid(try.Report, said)
	d.concluded(st, try)
}

// sayNow asks what the learner has to say of the task, and tries it with that.
func (d *Dialogue) sayNow(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok || !d.ready(st.Task, (exercise.State).Asks, true) {
		return
	}
	unsaid := d.at(st.Task).unsaid
	answered, left := d.askChecks(st.Task, unsaid)
	if !left {
		d.checkSaid(st, exercise.Try{Report: d.practice.report}, unsaid, answered)
	}
}

// canSay reports whether the learner has something to say to a check of the task.
func canSay(d *Dialogue, st learn.Step) bool {
	doing, ok := st.(learn.Doing)
	return ok && canTry(d, st) && d.practice.task == doing.Task && len(d.practice.unsaid) > 0
}

// try tries a task, or says why it cannot be tried.
func (d *Dialogue) try(st learn.Doing, said map[int]string) (exercise.Try, bool) {
	d.say(d.w.Practice.Trying(d.practice.state, d.w.Keys.Name("ctrl+c")))
	ctx, end := d.work()
	try, err := d.bench.Try(ctx, st.Task, st.Values, said)
	end()
	if err != nil {
		d.untried(err)
	}
	return try, err == nil
}

// keepSaid keeps what the learner said and held.
func (d *Dialogue) keepSaid(r check.Report, said map[int]string) {
	for i, o := range r.Outcomes {
		if text, ok := said[i]; ok && o.Held {
			d.practice.said[i] = text
		}
	}
}

// checked lets the session know what came of a try.
func (d *Dialogue) checked(st learn.Doing, try exercise.Try) bool {
	if !d.do(learn.Checked{Held: try.Held(), Values: try.Report.Values}) {
		return false
	}
	if d.practice.unsaid = nil; try.Code == nil {
		d.practice.report, d.practice.unsaid = try.Report, try.Report.Unsaid(st.Task)
	}
	d.tried(try, d.brief(try))
	return true
}

// concluded tells how much of a task holds now that it was tried.
func (d *Dialogue) concluded(st learn.Doing, try exercise.Try) {
	p := &d.w.Practice
	if d.look(st.Task); try.Code == nil && slices.ContainsFunc(try.Report.Outcomes, func(o check.Outcome) bool { return o.Open }) {
		d.bySelf(d.practice.state)
	}
	if !d.checked(st, try) {
		return
	}
	switch now, ok := d.s.Step().(learn.Doing); {
	case try.Code != nil:
	case ok && now.Done():
		d.say(p.Done)
	default:
		d.say(p.CreditOf(try.Held()))
		if len(d.practice.unsaid) > 0 {
			d.say(p.SayHow)
		}
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

// outcomes tells what came of the checks that tells chooses, by their place.
func (d *Dialogue) outcomes(t *course.Task, r check.Report, tells func(int) bool) {
	p := &d.w.Practice
	for i, o := range r.Outcomes {
		if !tells(i) {
			continue
		}
		mark := "missing"
		switch {
		case o.Held:
			mark = "held"
		case o.Open:
			mark = "open"
		}
		d.hang("- ", p.Marks[mark]+d.w.Print.Colon+" "+d.inline(d.w.Flow.Task.Check(t.Checks[i], r.Values)))
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

// askChecks asks the learner what they saw, by the places of the checks. left says
// that they are through with being asked at all.
func (d *Dialogue) askChecks(t *course.Task, open []int) (said map[int]string, left bool) {
	said = map[int]string{}
	for _, i := range open {
		c := t.Checks[i]
		d.say(d.inline(c.What))
		how := d.w.Practice.Paste
		if !check.Written(c) {
			how = d.w.Practice.YesNo
		}
		line, ok := d.put(how)
		if !ok {
			return nil, true
		}
		if line != "" {
			said[i] = saidTo(c, line, d.p.Replies)
		}
	}
	return said, false
}

// saidTo is an answer to what a check asks, as it is graded.
func saidTo(c course.Check, line string, r words.Replies) string {
	switch {
	case check.Written(c):
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
