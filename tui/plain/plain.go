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
	"github.com/cairn-learn/cairn/tui/words"
)

// maxLine is the longest line of input taken, in bytes.
const maxLine = 64 << 10

// Options is what Run must be given.
type Options struct {
	Session *learn.Session
	In      io.Reader
	Out     io.Writer
	Words   *words.Words
	Width   int // cells to wrap text at
}

// Run takes a learner through a course, one line at a time, until the course
// ends, the learner quits or the input does. It reports whether the course was
// finished. The error is about reading or writing; what cannot be saved is said
// to the learner, who may try again.
func Run(o Options) (finished bool, err error) {
	in := bufio.NewScanner(o.In)
	in.Buffer(make([]byte, 0, 4096), maxLine)
	d := &dialogue{s: o.Session, in: in, out: o.Out, w: o.Words, p: &o.Words.Plain, width: max(20, o.Width)}
	d.say(d.p.Welcome(d.s.Course().Title))
	d.say(d.p.HowTo)
	d.run()
	_, finished = d.s.Step().(learn.Finished)
	if !finished {
		d.gap()
		d.say(d.p.NotFinished)
	}
	if err := in.Err(); err != nil {
		return finished, fmt.Errorf("reading the answers: %w", err)
	}
	if d.err != nil {
		return finished, fmt.Errorf("writing the course: %w", d.err)
	}
	return finished, nil
}

// dialogue is one run.
type dialogue struct {
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

func (d *dialogue) run() {
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
func (d *dialogue) read() (string, bool) {
	if !d.in.Scan() {
		d.print("\n")
		return "", false
	}
	return strings.TrimRight(d.in.Text(), "\r"), true
}

// line carries out one line of input and reports whether the learner quits.
func (d *dialogue) line(line string) (quit bool) {
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
func (d *dialogue) do(a learn.Action) {
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
		d.say(d.w.Frame.NotSaved(d.w.Saving(err)))
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
func (d *dialogue) say(text string) {
	for _, line := range wrap(textsafe.Line(text), d.width) {
		d.print(line + "\n")
	}
}

func (d *dialogue) gap() { d.print("\n") }

func (d *dialogue) print(s string) {
	if d.err != nil {
		return
	}
	_, d.err = io.WriteString(d.out, s)
}
