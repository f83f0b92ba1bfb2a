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
	d.bench.Anew()
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
	d.consent(s)
	if !d.asksDay {
		d.say(p.Consent.Nobody)
		return false, true
	}
	if yes, ok := d.saysYes(t, &s); !yes || !ok {
		return false, ok
	}
	if err := d.bench.Agree(t, s); err != nil && !errors.Is(err, trust.ErrNothingKept) {
		d.cannot(err)
		return false, false
	}
	_, ok = d.look(t)
	return true, ok
}

// saysYes asks whether to run what was shown, as often as the walls need it. Where
// the learner wants to be asked for all of the course, that is shown first, and
// becomes the Rest of the state. ok is false where there is no answer.
func (d *Dialogue) saysYes(t *course.Task, s *exercise.State) (yes, ok bool) {
	p := &d.w.Practice
	rest, _ := d.bench.Rest(t) // what cannot be looked at is asked where it stands
	how := p.Consent.How
	if len(rest) > 0 {
		how += " " + p.Consent.HowAll
	}
	line, ok := d.put(how)
	if ok && len(rest) > 0 && words.Means(line, d.p.Replies.All) {
		s.Rest = rest
		d.consent(*s)
		line, ok = d.put(p.Consent.How)
	}
	if ok && words.Means(line, d.p.Replies.Yes) && s.Request.Needs() > 1 {
		d.say(p.Consent.Again)
		line, ok = d.put(p.Consent.How)
	}
	if ok && !words.Means(line, d.p.Replies.Yes) {
		d.say(p.Consent.Refused)
		return false, true
	}
	return ok, ok
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

// consent tells all that a task wants to run, and the rest of the course where the
// learner wants to be asked for it.
func (d *Dialogue) consent(s exercise.State) {
	w, r := d.w.Practice.Consent, s.Request
	if s.Rest == nil {
		d.say(words.Put(w.Asks, "task", words.Named(d.inline(r.TaskTitle)), "course", words.Named(r.CourseTitle)))
		d.requested(r)
	} else {
		d.say(words.Put(w.AsksAll, "course", words.Named(r.CourseTitle)))
		for _, r := range append([]trust.Request{r}, s.Rest...) {
			d.line("")
			d.say(words.Put(w.Task, "task", words.Named(d.inline(r.TaskTitle))))
			d.requested(r)
		}
		d.line("")
	}
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
	if why := w.NoBetter(r); why != "" {
		d.say(why)
	}
	d.say(w.Question(s.Request.Course, s.Rest != nil, s.Passing))
}

// requested tells what one task runs, with which files and where.
func (d *Dialogue) requested(r trust.Request) {
	w := d.w.Practice.Consent
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
}

// hangSigns prints a text behind a mark and folds it at the width, sign by sign and
// with the mark on every line: no part of it can be taken for the words of cairn.
func (d *Dialogue) hangSigns(mark, text string) {
	signs, room := []rune(textsafe.Line(text)), max(10, d.width-len(mark))
	if slices.ContainsFunc(signs, func(r rune) bool { return r > unicode.MaxLatin1 && r != '→' }) {
		room /= 2 // a sign may take two cells
	}
	if len(signs) == 0 {
		d.line(strings.TrimRight(mark, " ")) // an empty line is one of the command's too
	}
	for part := range slices.Chunk(signs, room) {
		d.line(mark + string(part))
	}
}
