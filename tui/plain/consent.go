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
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui/words"
)

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

// work is the context of something that takes time. Its end must be called.
func (d *Dialogue) work() (ctx context.Context, end func()) {
	if d.working != nil {
		return d.working()
	}
	return stopping{context.Background(), d.stop}, func() {}
}

// ready looks at a task, and asks the learner where what is wanted runs something
// that they did not say yes or no to yet. It reports whether to go on, then with as
// much as they agreed to; trying says that the task is to be tried.
func (d *Dialogue) ready(t *course.Task, asks func(exercise.State) bool, trying bool) bool {
	s, ok := d.look(t)
	if !ok {
		return false
	}
	at := d.at(t)
	if at.shut() && trying {
		d.barred(t, s)
		return false
	}
	if asks(s) && (!at.refused || trying && !s.Tries(t)) {
		yes, ok := d.asked(t, s)
		if !ok {
			return false
		}
		at.refused = !yes
	}
	return !trying || d.practice.state.Tries(t)
}

// asked shows what a task wants to run and asks. Nobody to ask is no. ok is false
// where nothing is to follow: the learner leaves, or their yes could not be kept.
func (d *Dialogue) asked(t *course.Task, s exercise.State) (yes, ok bool) {
	p := &d.w.Practice
	if d.flush != nil {
		d.flush() // what was typed before it was shown is no answer to it
	}
	d.consent(s.Request)
	if !d.asksDay {
		d.say(p.Consent.Nobody)
		return false, true
	}
	for n := range s.Request.Needs() {
		if n > 0 {
			d.say(p.Consent.Again)
		}
		line, ok := d.put(p.Consent.How)
		if !ok {
			return false, false
		}
		if !words.Means(line, d.p.Replies.Yes) {
			d.say(p.Consent.Refused)
			return false, true
		}
	}
	if err := d.bench.Agree(t, s); err != nil && !errors.Is(err, trust.ErrNothingKept) {
		d.say(words.Put(p.Failed, "why", err.Error()))
		return false, false
	}
	_, ok = d.look(t)
	return true, ok
}

// put asks for a line within a command. A command is never taken for an answer: that
// of leaving leaves, and before any other the question is put again. ok is false
// where there is no answer.
func (d *Dialogue) put(how string) (line string, ok bool) {
	for {
		d.say(how)
		line, got := d.read()
		switch got {
		case tooLong:
			d.say(d.p.TooLong(maxLine))
			continue
		case aLine:
		case unfinished, end, saved:
			return "", false
		}
		line = strings.TrimSpace(line)
		name, _, isCommand := command(line)
		switch {
		case !isCommand:
			return strings.TrimPrefix(line, doubled(line)), true
		case name == "quit" || name == "q":
			d.quits = true
			return "", false
		}
		d.say(d.w.Practice.FirstThis)
	}
}

// doubled is the colon that stands before one which begins an answer.
func doubled(line string) string {
	if strings.HasPrefix(line, "::") {
		return ":"
	}
	return ""
}

// canRun reports whether a task has commands that the learner said no to.
func canRun(d *Dialogue, st learn.Step) bool {
	return canTry(d, st) && d.practice.refused && d.practice.state.Asks()
}

// run shows once more what the task wants to run, asks, and tries it.
func (d *Dialogue) run(string) {
	d.practice.refused = false
	d.check("")
}

// consent tells all that a task wants to run.
func (d *Dialogue) consent(r trust.Request) {
	w := d.w.Practice.Consent
	d.say(words.Put(w.Asks, "task", words.Named(d.inline(r.TaskTitle)), "course", words.Named(r.CourseTitle)))
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
