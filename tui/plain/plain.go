// Package plain is the line-by-line front end: for screen readers, dumb
// terminals, pipes and scripts. It prints a step, reads a line, and never
// answers by itself: the end of the input leaves everything as it is.
package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/words"
)

// maxLine is the longest line of input taken, in bytes.
const maxLine = 64 << 10

// Options is what a Dialogue must be given.
type Options struct {
	In    io.Reader
	Out   io.Writer
	Words *words.Words
	Width int // cells to wrap text at
}

// Dialogue is one conversation with one learner.
type Dialogue struct {
	s     *learn.Session
	in    *bufio.Scanner
	out   io.Writer
	w     *words.Words
	p     *words.Plain
	width int

	lesson string // the lesson the last step stood in
	why    string // the reason said last
	gaps   []string
	err    error // of the first write that failed
}

// New begins a dialogue.
func New(o Options) *Dialogue {
	in := bufio.NewScanner(o.In)
	in.Buffer(make([]byte, 0, 4096), maxLine)
	return &Dialogue{in: in, out: o.Out, w: o.Words, p: &o.Words.Plain, width: max(20, o.Width)}
}

// Warn says one line before anything else.
func (d *Dialogue) Warn(text string) { d.say(text) }

// Choose lists courses and lets the learner take one. It reports false when the
// input ends or the learner quits.
func (d *Dialogue) Choose(entries []library.Entry) (library.Entry, bool, error) {
	d.say(d.w.Library.Title)
	titles := make([]string, len(entries))
	for i, e := range entries {
		titles[i] = e.Title
		d.say(fmt.Sprintf("%d. %s: %s", i+1, e.Title, d.stand(e.Progress)))
	}
	if len(entries) == 0 {
		d.say(d.w.Library.Empty)
		d.say(d.w.Library.EmptyHow)
		return library.Entry{}, false, d.failure()
	}
	for d.err == nil {
		d.say(d.p.ChooseOne(len(entries)))
		d.print(d.p.Prompt)
		line, ok := d.read()
		line = strings.TrimSpace(line)
		if !ok || line == ":quit" || line == ":q" {
			break
		}
		for _, e := range entries {
			if line == e.Ref {
				return e, true, nil
			}
		}
		if picked, err := d.pick(line, titles); err == nil && len(picked) == 1 {
			return entries[picked[0]], true, nil
		}
	}
	return library.Entry{}, false, d.failure()
}

// stand says how far a course is.
func (d *Dialogue) stand(p learn.Progress) string {
	switch {
	case p.Finished:
		return d.w.Library.Finished
	case p.Started:
		return d.w.Library.Done(p.Done, p.Of)
	}
	return d.w.Library.NotBegun
}

// Run takes a learner through a course, one line at a time, until the course
// ends, the learner quits or the input does. It reports whether the course was
// finished. The error is about reading or writing; what cannot be saved is said
// to the learner, who may try again.
func (d *Dialogue) Run(s *learn.Session) (finished bool, err error) {
	d.s = s
	d.say(d.p.Welcome(s.Course().Title))
	d.say(d.p.HowTo)
	d.run()
	_, finished = s.Step().(learn.Finished)
	if !finished {
		d.gap()
		d.say(d.p.NotFinished)
	}
	return finished, d.failure()
}

// failure is what went wrong with reading or writing.
func (d *Dialogue) failure() error {
	if err := d.in.Err(); err != nil {
		return fmt.Errorf("reading the answers: %w", err)
	}
	if d.err != nil {
		return fmt.Errorf("writing the course: %w", d.err)
	}
	return nil
}

func (d *Dialogue) run() {
	d.show()
	for d.err == nil {
		if _, done := d.s.Step().(learn.Finished); done {
			return
		}
		d.print(d.p.Prompt)
		line, ok := d.read()
		if !ok || d.line(line) {
			return
		}
	}
}

// read takes one line; false at the end of the input.
func (d *Dialogue) read() (string, bool) {
	if !d.in.Scan() {
		d.print("\n")
		return "", false
	}
	return strings.TrimRight(d.in.Text(), "\r"), true
}

// line carries out one line of input and reports whether the learner quits.
func (d *Dialogue) line(line string) (quit bool) {
	trimmed := strings.TrimSpace(line)
	if name, arg, ok := command(trimmed); ok {
		return d.command(name, arg)
	}
	a, err := d.action(trimmed)
	switch {
	case err != nil:
		d.say(err.Error())
	case a == nil:
	default:
		d.do(a)
	}
	return false
}

// do carries out an action and says what comes of it.
func (d *Dialogue) do(a learn.Action) {
	d.gaps = nil
	_, err := d.s.Do(a)
	switch {
	case err == nil:
		d.show()
	case errors.Is(err, learn.ErrNotNow):
		d.say(d.w.Errors.NotNow)
	case errors.Is(err, course.ErrForm):
		d.say(err.Error())
	default:
		d.say(d.w.Failed(err))
	}
}

// command splits a line that starts with a colon into name and argument.
func command(line string) (name, arg string, ok bool) {
	rest, ok := strings.CutPrefix(line, ":")
	if !ok || rest == "" {
		return "", "", false
	}
	name, arg, _ = strings.Cut(rest, " ")
	return name, strings.TrimSpace(arg), true
}

// say prints one paragraph, wrapped and safe.
func (d *Dialogue) say(text string) {
	for _, line := range wrap(textsafe.Line(text), d.width) {
		d.print(line + "\n")
	}
}

func (d *Dialogue) gap() { d.print("\n") }

func (d *Dialogue) print(s string) {
	if d.err != nil {
		return
	}
	_, d.err = io.WriteString(d.out, s)
}
