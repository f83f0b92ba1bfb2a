package plain

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui/words"
)

// Bench is where the tasks of a course are done and tried. An exercise.Bench is
// one.
type Bench interface {
	State(t *course.Task) (exercise.State, error)
	Agree(t *course.Task, asked exercise.State) error
	Begin(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Reset(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Try(ctx context.Context, t *course.Task, values map[string]string, said map[int]string) (exercise.Try, error)
}

// PractiseAt says where the tasks of the course are done. Without it, the learner
// says of each how it stands.
func (d *Dialogue) PractiseAt(b Bench) { d.bench = b }

// stopping is a context that ends when the learner stops.
type stopping struct {
	context.Context
	stop <-chan struct{}
}

func (s stopping) Done() <-chan struct{} { return s.stop }

func (s stopping) Err() error {
	select {
	case <-s.stop:
		return context.Canceled
	default:
		return nil
	}
}

func (d *Dialogue) work() context.Context { return stopping{context.Background(), d.stop} }

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
	barred bool           // nothing of it is run
}

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
	at, p := d.at(st.Task), &d.w.Practice
	s, err := d.bench.State(st.Task)
	if err != nil {
		d.say(words.Put(p.Failed, "why", err.Error()))
		return
	}
	if at.barred = d.barred(s); at.barred {
		return
	}
	if s.File != "" {
		d.line(words.Put(p.File, "path", s.File))
	} else {
		d.line(words.Put(p.Folder, "path", s.Folder))
	}
	if len(st.Held) > 1 {
		d.say(p.CreditOf(st.Held))
	}
}

// barred says why nothing of a task is run, if that is so.
func (d *Dialogue) barred(s exercise.State) bool {
	if s.Barred == exercise.BarredNot || s.Barred == exercise.BarredUnneeded {
		return false
	}
	p := &d.w.Practice
	var programs []string
	var absent *code.AbsentError
	if errors.As(s.Why, &absent) {
		programs = absent.Programs
	}
	d.say(p.Why(s, programs) + " " + p.IDid)
	return true
}

// howTask says how the task is answered.
func (d *Dialogue) howTask(st learn.Doing) string {
	switch {
	case !canTry(d, st), d.practice.barred:
		return d.p.Done
	case st.Done():
		return d.p.GoOn
	case st.Task.Code != nil:
		return d.w.Practice.CodeHow
	}
	return d.w.Practice.TaskHow
}

// ready looks whether the task may be begun, and asks the learner where that is
// theirs to say. What they typed in place of an answer is no.
func (d *Dialogue) ready(t *course.Task) (exercise.State, bool) {
	p := &d.w.Practice
	s, err := d.bench.State(t)
	switch {
	case err != nil:
		d.say(words.Put(p.Failed, "why", err.Error()))
		return s, false
	case d.barred(s):
		return s, false
	case !s.Asks():
		return s, true
	case !d.asksDay:
		d.consent(s.Request)
		d.say(p.Consent.Nobody)
		return s, false
	}
	d.consent(s.Request)
	for n := range s.Request.Needs() {
		if n > 0 {
			d.say(p.Consent.Again)
		}
		d.say(p.Consent.How)
		if line, got := d.read(); got != aLine || !words.Means(strings.TrimSpace(line), d.p.Replies.Yes) {
			d.say(p.Consent.Refused)
			return s, false
		}
	}
	if err := d.bench.Agree(t, s); err != nil && !errors.Is(err, trust.ErrNothingKept) {
		d.say(words.Put(p.Failed, "why", err.Error()))
		return s, false
	}
	return s, true
}

// consent tells all that a task wants to run.
func (d *Dialogue) consent(r trust.Request) {
	w := d.w.Practice.Consent
	d.say(words.Put(w.Asks, "task", d.inline(r.TaskTitle), "course", r.CourseTitle))
	for _, l := range r.Lines() {
		mark := "  | "
		if l.Number > 0 {
			d.say(w.For[l.For] + d.w.Print.Colon)
		}
		d.hangSigns(mark, l.Text)
	}
	if len(r.Files) > 0 {
		d.say(w.Files)
		for _, f := range r.Files {
			d.hangSigns("- ", trust.Escape(f.Name))
		}
	}
	d.line(words.Put(w.Folder, "path", r.Folder))
	network := "no"
	if r.Network {
		network = "yes"
	}
	d.say(w.Network[network])
	d.say(w.Level[r.Level.String()])
	if r.Level != wall.None {
		for _, lack := range r.Lacks {
			d.say(w.Lacks[lack.String()])
		}
	}
	d.say(w.Ask)
}

// hangSigns prints a text behind a mark and folds it at the width, sign by sign and
// with the mark on every line: no part of it can be taken for the words of cairn.
func (d *Dialogue) hangSigns(mark, text string) {
	signs, room := []rune(textsafe.Line(text)), max(10, d.width-len(mark))
	if slices.ContainsFunc(signs, func(r rune) bool { return r > unicode.MaxLatin1 && r != '→' }) {
		room /= 2 // a sign may take two cells
	}
	for part := range slices.Chunk(signs, room) {
		d.line(mark + string(part))
	}
}

// check tries the task, tells what came of each check, and lets the session know.
func (d *Dialogue) check(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	s, ok := d.ready(st.Task)
	if !ok {
		return
	}
	said, ok := d.askChecks(st.Task)
	if !ok {
		return
	}
	p := &d.w.Practice
	d.say(p.Trying(s, d.w.Keys.Name("ctrl+c")))
	try, err := d.bench.Try(d.work(), st.Task, st.Values, said)
	if err != nil {
		d.untried(err)
		return
	}
	at := d.at(st.Task)
	if try.Code != nil {
		at.output = try.Code.Output
		d.firstFailure(try.Code)
	} else {
		d.outcomes(st.Task, try.Report, at, said)
	}
	if !d.do(learn.Checked{Held: try.Held(), Values: try.Report.Values}) {
		return
	}
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
	at.output = ""
	for i, o := range r.Outcomes {
		mark := "missing"
		switch {
		case o.Held:
			mark = "held"
		case o.Open:
			mark = "open"
		}
		d.hang("- ", p.Marks[mark]+d.w.Print.Colon+" "+d.inline(d.w.Flow.Task.Check(t.Checks[i])))
		if text, ok := said[i]; ok && o.Held {
			at.said[i] = text
		}
		if o.Held {
			continue
		}
		if o.Otherwise != "" {
			d.note("", course.FillIn(o.Otherwise, r.Values))
		} else if found := p.Found(o.Found); found != "" {
			d.say(found)
		}
		if o.Output != "" {
			at.output += o.Output + "\n"
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
		d.say(how)
		line, got := d.read()
		if got != aLine {
			return nil, false
		}
		said[i] = saidTo(c, strings.TrimSpace(line), d.p.Replies)
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
	if _, ok := d.ready(st.Task); !ok {
		return
	}
	f, err := d.bench.Begin(d.work(), st.Task, st.Values)
	if err != nil {
		d.untried(err)
		return
	}
	p := &d.w.Practice
	d.line(words.Put(p.Folder, "path", f.Path))
	d.line(words.Put(p.ShellHow, "command", "cd "+shellWord(f.Path)))
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
	if _, ok := d.ready(st.Task); !ok {
		return
	}
	f, err := d.bench.Reset(d.work(), st.Task, st.Values)
	if err != nil {
		d.untried(err)
		return
	}
	d.practice = practised{}
	p := &d.w.Practice
	d.say(p.StartedOver)
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
func (d *Dialogue) editCode(t *course.Task, values map[string]string) {
	s, ok := d.ready(t)
	if !ok {
		return
	}
	if _, err := d.bench.Begin(d.work(), t, values); err != nil {
		d.untried(err)
		return
	}
	if d.editFile == nil {
		d.line(words.Put(d.w.Practice.FileHow, "path", s.File))
		return
	}
	if err := d.editFile(s.File); err != nil {
		d.edited(err)
		d.line(words.Put(d.w.Practice.FileHow, "path", s.File))
	}
}
