package plain

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/tui/words"
)

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
		answered, left := d.askChecks(st.Task, unsaid, try.Report.Values)
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
	open := d.at(st.Task).sayable
	answered, left := d.askChecks(st.Task, open, d.practice.report.Values)
	if !left {
		d.checkSaid(st, exercise.Try{Report: d.practice.report}, open, answered)
	}
}

// canSay reports whether the learner has something to say to a check of the task.
func canSay(d *Dialogue, st learn.Step) bool {
	doing, ok := st.(learn.Doing)
	return ok && canTry(d, st) && d.practice.task == doing.Task && len(d.practice.sayable) > 0
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
	if d.practice.sayable = nil; try.Code == nil {
		d.practice.report, d.practice.sayable = try.Report, try.Report.Sayable(st.Task)
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
		if len(d.practice.sayable) > 0 {
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
		d.cannot(err)
	}
}

// cannot says why something could not be done with a task. A path may be in it, which
// is told whole.
func (d *Dialogue) cannot(err error) {
	d.line(d.w.Practice.CouldNot(err))
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
		d.hang("- ", p.Marks[mark]+d.w.Print.Colon+" "+d.inline(d.w.Flow.Task.Check(t.Checks[i], t.Shown(r.Values))))
		if o.Held || o.Open {
			if o.Open && t.Checks[i].Kind == course.CheckAsk {
				d.say(p.Unsaid)
			}
			continue
		}
		if o.Otherwise != "" {
			d.note("", o.Otherwise)
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

// askChecks asks the learner what they saw, by the places of the checks, with what was
// captured so far. left says that they are through with being asked at all.
func (d *Dialogue) askChecks(t *course.Task, open []int, values map[string]string) (said map[int]string, left bool) {
	said = map[int]string{}
	for _, i := range open {
		c := t.Checks[i]
		d.say(d.inline(course.FillIn(c.What, t.Shown(values))))
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
