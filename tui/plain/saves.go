package plain

import (
	"context"
	"errors"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/tui/words"
)

// watched is the task whose saves are told.
type watched struct {
	task *course.Task
	told <-chan error // nil: nothing is watched
	stop context.CancelFunc
}

// saving is whether saves of a task are to be checked.
type saving struct {
	on, chosen bool // chosen: the learner said so of this task, whatever the settings say
}

// wantsSaves reports whether saves of a task are to be checked.
func (d *Dialogue) wantsSaves(t *course.Task) bool {
	if s := d.at(t).saves; s.chosen {
		return s.on
	}
	return d.onSave
}

// switchSaves turns the checking of saves on or off for the task.
func (d *Dialogue) switchSaves(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	s, ok := d.look(st.Task)
	switch {
	case !ok:
		return
	case s.Holds():
		d.barred(st.Task, s)
		return
	}
	on := !d.wantsSaves(st.Task)
	d.at(st.Task).saves = saving{on: on, chosen: true}
	if !on {
		d.say(d.w.Practice.Unwatched)
		return
	}
	d.saySaves(s)
}

// saySaves says that saves are checked, or what is missing for that.
func (d *Dialogue) saySaves(s exercise.State) {
	text := d.w.Practice.Watching
	if s.Asks() {
		text = d.w.Practice.WatchAsks
	}
	d.say(words.Put(text, "key", ":check"))
}

// keepWatch watches the task that was told, where saves of it are to be checked and
// the learner agreed to what would run. It asks nothing.
func (d *Dialogue) keepWatch() {
	st, ok := d.s.Step().(learn.Doing)
	if !ok || !canTry(d, st) || !d.wantsSaves(st.Task) {
		d.endWatch()
		return
	}
	if d.watched.task == st.Task {
		return
	}
	d.endWatch()
	if s, err := d.bench.State(st.Task); err != nil || !mayRun(s) {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	d.watched = watched{st.Task, d.bench.Watch(ctx, st.Task), stop}
}

func (d *Dialogue) endWatch() {
	if d.watched.stop != nil {
		d.watched.stop()
	}
	d.watched = watched{}
}

// mayRun reports whether trying a task needs no word of the learner, and runs all of
// its checks.
func mayRun(s exercise.State) bool {
	return !s.Asks() && !s.Holds()
}

// savedWork takes what a watch told, and reports whether something was said of it.
func (d *Dialogue) savedWork(err error, more bool) bool {
	var fault *crash.Fault
	st, doing := d.s.Step().(learn.Doing)
	switch {
	case errors.As(err, &fault):
		panic(fault)
	case !more, !doing:
		d.watched.told = nil
		return false
	case err != nil:
		d.at(st.Task).saves = saving{chosen: true}
		d.endWatch()
		return d.besides(words.Put(d.w.Practice.TooMuch, "key", ":check"))
	}
	if s, err := d.bench.State(st.Task); err != nil || !mayRun(s) {
		d.endWatch()
		return false
	}
	ctx, end := d.work()
	try, err := d.bench.Try(ctx, st.Task, st.Values, d.at(st.Task).said)
	end()
	switch {
	case errors.Is(err, context.Canceled):
		return false
	case err != nil:
		d.answered("")
		d.untried(err)
		return true
	}
	if _, err := d.s.Do(learn.Checked{Held: try.Held(), Values: try.Report.Values, Saved: true}); err != nil {
		d.answered("")
		d.failed(err)
		return true
	}
	said := d.brief(try)
	if said == d.at(st.Task).brief {
		return false
	}
	d.tried(try, said)
	return d.besides(d.w.Practice.OnSave + " " + said)
}

// besides says something below the prompt.
func (d *Dialogue) besides(text string) bool {
	d.answered("")
	d.say(text)
	return true
}

// tried keeps what the last try wrote, and what was said of it.
func (d *Dialogue) tried(try exercise.Try, brief string) {
	d.practice.brief, d.practice.output = brief, try.Output()
}

// brief is what came of a try in a line: how much holds, and what is missing first.
func (d *Dialogue) brief(try exercise.Try) string {
	p := &d.w.Practice
	if try.Code != nil {
		if try.Code.Passed {
			return p.Passed
		}
		return p.Failure(try.Code)[0]
	}
	held := try.Held()
	if st, ok := d.s.Step().(learn.Doing); ok && len(st.Held) == len(held) {
		held = st.Held
	}
	if !slices.Contains(held, false) {
		return p.Done
	}
	said := p.CreditOf(held)
	i := slices.IndexFunc(try.Report.Outcomes, func(o check.Outcome) bool { return !o.Held && !o.Open })
	if i < 0 { // what the learner has not said yet
		st, doing := d.s.Step().(learn.Doing)
		if i = slices.Index(held, false); i < 0 || !doing || i >= len(st.Task.Checks) {
			return said
		}
		return said + " " + p.Marks["open"] + d.w.Print.Colon + " " + d.inline(d.w.Flow.Task.Check(st.Task.Checks[i], st.Task.Shown(try.Report.Values)))
	}
	if o := try.Report.Outcomes[i]; o.Otherwise != "" {
		return said + " " + d.inline(o.Otherwise)
	}
	return said + " " + p.Found(try.Report.Outcomes[i].Found)
}
