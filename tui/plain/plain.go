// Package plain is the line-by-line front end: for screen readers, dumb
// terminals, pipes and scripts.
//
// What it promises:
//
//   - a step is told once and in one order: where the learner is, why when that
//     is news, the text, the question, the answers, how to answer
//   - the last line before every prompt says how to answer
//   - nothing is cut, nothing is drawn, and no line ends in a space
//   - it never answers by itself: the end of the input leaves everything as it
//     is, and an answer that was begun is kept as a draft
//   - nothing in a course or an answer reaches the terminal as a control
package plain

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/search"
	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/tui/words"
)

// Options is what a Dialogue must be given.
type Options struct {
	In      io.Reader
	Out     io.Writer
	Words   *words.Words
	Width   int  // cells to wrap text at
	Window  int  // cells that the window has; 0: as many as Width
	ASCII   bool // no signs outside ASCII
	Unsaved bool // nothing can be saved; the caller has said so
	Echo    bool // print the lines that are read: no terminal shows them
	AskDay  bool // somebody is there to answer: on a new day, whether to begin with what is due; before commands, whether to run them

	Preview *Preview // tells the course to who writes it; nil: to a learner

	Settings Settings // of the program; nil: there are none to change
	// Edit lets a text be written in the learner's editor and returns it. Nil:
	// there is no terminal for one.
	Edit func(text string) (string, error)

	// OnSave has a task checked by itself when something of it was saved.
	OnSave bool

	// EditFile opens a file in the learner's editor until that ends. Nil: there is
	// no terminal for one.
	EditFile func(file string) error

	// Shelf reads what can be found in the other courses than the one of the id;
	// nil: nothing.
	Shelf func(except string) []search.Document
	// Export writes the field notes to a file of that name, or of another where
	// there is one already, and says where; nil: nothing can be written.
	Export func(name, text string) (path string, err error)

	// Stop is closed when the learner wants to stop without typing it, such as
	// by ctrl+c: the same as the end of the input. Nil: never.
	Stop <-chan struct{}
	// Work begins something that takes time: until its end is called, ctrl+c ends the
	// context and nothing else. Nil: what ends the dialogue ends it too.
	Work func() (ctx context.Context, end func())
	// Flush drops what was typed and not read yet. Nil: nothing is dropped.
	Flush func()
}

// Dialogue is one conversation with one learner.
type Dialogue struct {
	printer
	s       Session
	in      *lines
	stop    <-chan struct{}
	w       *words.Words
	p       *words.Plain
	window  int // cells
	echo    bool
	unsaved bool
	asksDay bool

	preview *Preview // nil: for a learner
	saves   chan save
	over    chan struct{}
	kept    preview.Place // where the author is
	diags   []course.Diag // of the course that is previewed
	reads   chan aRead    // of the line that is waited for; nil: none

	settings Settings                          // of the program; nil: none
	editText func(text string) (string, error) // in the learner's editor; nil: not here

	editFile func(file string) error // the same with a file
	bench    Bench                   // where tasks are done; nil: nowhere
	practice practised
	working  func() (context.Context, func()) // nil: ctrl+c ends all
	flush    func()                           // drops what was typed ahead; nil: nothing
	quits    bool                             // the learner left within a command
	onSave   bool                             // saves of tasks are checked
	watched  watched

	shelf   func(except string) []search.Document
	shelved *search.Index   // of the other courses; nil: not read yet
	found   []search.Result // last, to be opened by number
	removed learn.Note      // last, to be brought back
	export  func(name, text string) (path string, err error)

	told    told
	given   given
	opening bool  // the day was told; whether to begin with its reviews is asked
	ended   bool  // the end of the road was reached
	inErr   error // of reading
}

// told is what the learner was told last, so that nothing is said twice.
type told struct {
	lesson, module string
	number, of     int
	why, undo      string
	item           string // id of the question or Ask
	hint           string // that came by itself after the last answer
	page           string // id of the page
	swaps          bool   // that another question can be had
}

// New begins a dialogue.
func New(o Options) *Dialogue {
	d := &Dialogue{
		printer: printer{out: o.Out, width: max(20, o.Width), diagrams: &o.Words.Diagram, written: o.Words.Flow.Alerts.AsWritten, code: o.Words.Flow.Alerts.Code, blank: true},
		in:      newLines(o.In), stop: o.Stop, w: o.Words, p: &o.Words.Plain, echo: o.Echo, unsaved: o.Unsaved, asksDay: o.AskDay,
		shelf: o.Shelf, export: o.Export,
		preview: o.Preview, settings: o.Settings, window: max(o.Window, o.Width),
		editText: o.Edit, editFile: o.EditFile, working: o.Work, flush: o.Flush, onSave: o.OnSave,
	}
	d.keepTo(o.ASCII)
	return d
}

// Warn says one line before anything else. It is not wrapped: it may hold a path.
func (d *Dialogue) Warn(text string) { d.line(text) }

// Run takes a learner through a course, one line at a time, until the course
// ends, the learner quits or the input does. It reports whether the end of the
// road was reached. The error is about reading or writing; what cannot be saved
// is said to the learner, who may try again.
func (d *Dialogue) Run(s Session) (finished bool, err error) {
	d.s = s
	d.watch()
	defer close(d.over)
	defer d.endWatch()
	d.say(s.Course().Title)
	how := d.p.HowTo
	if !d.unsaved {
		how += " " + d.p.Saves
	}
	d.say(how)
	d.say(d.p.KeysAre)
	if day := s.Today(); day.First {
		d.day(day)
	}
	if !d.opening {
		d.show()
	}
	for d.err == nil && !d.turn() {
	}
	if !d.ended && d.err == nil && d.preview == nil {
		d.gap()
		if InReview(s.Step()) {
			d.say(d.p.NotReviewed)
		} else {
			d.say(d.p.NotEnded)
		}
	}
	return d.ended, d.failure()
}

// turn says how to answer, takes one line and carries it out. It reports
// whether the conversation is over.
func (d *Dialogue) turn() (over bool) {
	d.catchUp()
	d.keepWatch()
	d.ask()
	line, got := d.readOr(true)
	switch got {
	case saved:
		return false
	case aLine:
		return d.take(line)
	case tooLong:
		d.say(d.p.TooLong(maxLine))
		return false
	case unfinished:
		d.leave(line)
		return true
	case end:
	}
	d.leave("")
	return true
}

// failure is what went wrong with reading or writing.
func (d *Dialogue) failure() error {
	switch {
	case d.inErr != nil:
		return fmt.Errorf("reading the answers: %w", d.inErr)
	case d.err != nil:
		return fmt.Errorf("writing the course: %w", d.err)
	}
	return nil
}

// read prompts and takes one line.
func (d *Dialogue) read() (string, got) { return d.readOr(false) }

// readOr is read, which a save of the course or of a task ends: what was said of it
// stands below the prompt then, and the line is still waited for.
func (d *Dialogue) readOr(saves bool) (string, got) {
	d.prompt(d.p.Prompt, d.echo)
	line, got := d.next(saves)
	switch {
	case d.echo && got != tooLong && got != saved:
		d.answered(line)
	case got != aLine && got != tooLong && got != saved:
		d.answered("")
	}
	return line, got
}

// aRead is a line that was read.
type aRead struct {
	line  string
	got   got
	err   error
	fault *crash.Fault // that came up in reading
}

// next waits for a line, for the learner's wish to stop, or for a save. A read that
// is then under way is that of the next line, or left to the end of the program.
func (d *Dialogue) next(saves bool) (string, got) {
	if d.reads == nil {
		c := make(chan aRead, 1)
		d.reads = c
		go func() {
			var r aRead
			defer func() {
				if p := recover(); p != nil {
					r.fault = crash.Caught(p)
				}
				c <- r
			}()
			r.line, r.got, r.err = d.in.next()
		}()
	}
	for {
		var course <-chan save
		var task <-chan error
		if saves {
			course, task = d.saves, d.watched.told
		}
		select {
		case r := <-d.reads:
			d.reads = nil
			if r.fault != nil {
				panic(r.fault)
			}
			d.inErr = r.err
			return r.line, r.got
		case <-d.stop:
			return "", end
		case s := <-course:
			d.answered("")
			d.taken(s)
			return "", saved
		case err, more := <-task:
			if d.savedWork(err, more) {
				return "", saved
			}
		}
	}
}

// await waits for saves and hands them over, until the dialogue is over.
func (d *Dialogue) await(wait func() error) {
	go func() {
		defer func() {
			if p := recover(); p != nil {
				select {
				case d.saves <- save{crash.Caught(p)}:
				case <-d.over:
				}
			}
		}()
		for wait() == nil {
			select {
			case d.saves <- save{}:
			case <-d.over:
				return
			}
		}
	}()
}

// do carries out an action and says what comes of it. It reports whether it
// was done.
func (d *Dialogue) do(a learn.Action) bool {
	if _, err := d.s.Do(a); err != nil {
		d.failed(err)
		return false
	}
	return true
}

// move carries out an action and tells the step that it leads to.
func (d *Dialogue) move(a learn.Action) {
	if d.do(a) {
		d.given = given{}
		d.show()
	}
}

// failed says why an action came to nothing.
func (d *Dialogue) failed(err error) {
	switch {
	case errors.Is(err, learn.ErrNotSaved):
		d.say(d.w.Failed(err))
	case errors.Is(err, learn.ErrNotNow):
		d.say(d.w.Errors.NotNow)
	case errors.Is(err, course.ErrForm):
		d.say(sentence(d.w.Lacks(err)))
	default:
		d.say(sentence(d.w.NoSuch(err)))
	}
}
