package plain

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// entry is one command. Those without an action are carried out here.
type entry struct {
	name   string
	short  string // one more name, mostly the key of the full-screen front end
	when   func(learn.Step) bool
	action learn.Action
	do     func(d *Dialogue, arg string)
}

// commands is the table that dispatch and help are made from.
func commands() []entry {
	return []entry{
		{name: "hint", short: "h", when: canHint, action: learn.Hint{}},
		{name: "dontknow", short: "i", when: is[learn.Answering], action: learn.Submit{Answer: course.Answer{DontKnow: true}}},
		{name: "show", short: "a", when: canShow, action: learn.ShowAnswer{}},
		{name: "right", short: "!", when: canDispute, action: learn.Dispute{}},
		{name: "stay", short: "n", when: canStay, action: learn.Decline{}},
		{name: "skip", short: "s", when: canSkip, action: learn.Skip{}},
		{name: "way", short: "w", when: hasWays, do: (*Dialogue).way},
		{name: "leave", short: "l", when: inLesson, action: learn.SkipLesson{}},
		{name: "undo", short: "u", when: canUndo, action: learn.Undo{}},
		{name: "again", short: "c", when: always, do: func(d *Dialogue, _ string) { d.lesson, d.why = "", ""; d.show() }},
		{name: "why", short: "y", when: always, do: func(d *Dialogue, _ string) { d.say(d.w.Why(d.s.Step().At().Why)) }},
		{name: "reread", short: "r", when: inLesson, do: (*Dialogue).reread},
		{name: "outline", short: "o", when: always, do: (*Dialogue).outline},
		{name: "open", short: "g", when: always, do: (*Dialogue).open},
		{name: "choices", short: "p", when: always, do: (*Dialogue).choices},
		{name: "set", short: "=", when: always, do: (*Dialogue).set},
		{name: "help", short: "?", when: always, do: (*Dialogue).help},
		{name: "quit", short: "q", when: always},
	}
}

// command carries out a command and reports whether it quits.
func (d *Dialogue) command(name, arg string) (quit bool) {
	for _, c := range commands() {
		if c.name != name && c.short != name {
			continue
		}
		switch {
		case c.name == "quit":
			return true
		case !c.when(d.s.Step()):
			d.say(d.w.Errors.NotNow)
		case c.do != nil:
			c.do(d, arg)
		default:
			if c.name == "right" {
				d.say(d.p.Disputed)
			}
			d.do(c.action)
		}
		return false
	}
	d.say(d.p.NoCommand(textsafe.Line(name)))
	return false
}

func (d *Dialogue) help(string) {
	d.say(d.p.Help)
	for _, c := range commands() {
		if c.when(d.s.Step()) {
			d.say(fmt.Sprintf(":%s (or :%s): %s", c.name, c.short, d.p.Commands[c.name]))
		}
	}
}

// way shows the next explanation of the page's first idea told in several.
func (d *Dialogue) way(string) {
	step := d.s.Step().(learn.Reading)
	for _, part := range step.Page.Parts {
		w, ok := part.(learn.WayPart)
		if !ok || len(w.List) < 2 {
			continue
		}
		next := w.List[(w.Shown+1)%len(w.List)]
		if _, err := d.s.Do(learn.ShowWay{Ways: w.ID, Key: next.Key}); err != nil {
			d.say(d.w.Failed(err))
		}
		d.say(d.p.WayChanged)
		d.markdown(next.Markdown)
		return
	}
	d.say(d.p.NoOtherWay)
}

// reread prints the pages of the lesson; the place is not touched.
func (d *Dialogue) reread(string) {
	for _, page := range d.s.Pages(d.s.Step().At().Lesson.ID) {
		d.page(page)
	}
	d.ask()
}

func (d *Dialogue) outline(string) {
	p := d.s.Progress()
	d.say(d.p.ProgressIs(p.Done, p.Of))
	module := ""
	for i, l := range p.Lessons {
		if l.Module != module && l.Module != "" {
			d.say(l.Module)
		}
		module = l.Module
		d.say(fmt.Sprintf("%d. %s: %s", i+1, l.Lesson.Title, d.state(l)))
	}
	d.say(d.p.OpenHow)
}

// state says how far a lesson is.
func (d *Dialogue) state(l learn.LessonProgress) string {
	o := d.w.Outline
	said := map[learn.LessonState]string{
		learn.LessonOpen: o.Open, learn.LessonBegun: o.Begun, learn.LessonDone: o.Done,
		learn.LessonSkipped: o.Skipped, learn.LessonOff: o.Off,
	}[l.State]
	if l.Optional {
		said += ", " + o.Optional
	}
	if l.Here {
		said += ", " + o.Here
	}
	return said
}

func (d *Dialogue) open(arg string) {
	lessons := d.s.Progress().Lessons
	if n, err := strconv.Atoi(arg); err == nil && n >= 1 && n <= len(lessons) {
		arg = lessons[n-1].Lesson.ID
	}
	if arg == "" {
		d.say(d.p.OpenHow)
		return
	}
	if _, err := d.s.Do(learn.GoTo{ID: arg}); err != nil {
		d.failed(err)
		return
	}
	d.show()
}

func (d *Dialogue) failed(err error) {
	if errors.Is(err, learn.ErrNotSaved) {
		d.say(d.w.Failed(err))
		return
	}
	d.say(err.Error())
}

func (d *Dialogue) choices(string) {
	d.say(d.p.Choices)
	for _, a := range d.s.Choices() {
		d.say(a.Ask.ID + ": " + d.inline(a.Ask.Prompt))
		for _, o := range a.Ask.Options {
			mark := "  "
			if slices.Contains(a.Current.Items, o.ID) {
				mark = "* "
			}
			d.say(mark + o.ID + ": " + d.inline(o.Title))
		}
		if a.Current.Text != "" {
			d.say("* " + a.Current.Text)
		}
	}
}

func (d *Dialogue) set(arg string) {
	name, value, _ := strings.Cut(arg, " ")
	if name == "" || value == "" {
		d.say(d.p.SetHow)
		return
	}
	a := course.Answer{Text: value}
	for _, c := range d.s.Choices() {
		if c.Ask.ID == name && len(c.Ask.Options) > 0 {
			a = course.Answer{Items: strings.Fields(value)}
		}
	}
	if _, err := d.s.Do(learn.Set{ID: name, Answer: a}); err != nil {
		d.failed(err)
		return
	}
	d.say(d.p.Saved)
}

func always(learn.Step) bool { return true }

func is[S learn.Step](st learn.Step) bool {
	_, ok := st.(S)
	return ok
}

func inLesson(st learn.Step) bool { return st.At().Lesson != nil }

func canUndo(st learn.Step) bool { return st.At().Undo != nil }

func canHint(st learn.Step) bool {
	switch st := st.(type) {
	case learn.Answering:
		return st.HintsLeft > 0
	case learn.Doing:
		return st.HintsLeft > 0
	case learn.Feedback:
		return !st.Settled && len(st.Question.Hints) > 0
	}
	return false
}

func canShow(st learn.Step) bool {
	if f, ok := st.(learn.Feedback); ok {
		return !f.Reveal
	}
	return is[learn.Answering](st)
}

func canDispute(st learn.Step) bool {
	f, ok := st.(learn.Feedback)
	return ok && f.CanDispute
}

func canStay(st learn.Step) bool {
	f, ok := st.(learn.Feedback)
	return ok && (f.Detour != nil || f.Go != nil) || is[learn.Offer](st)
}

func canSkip(st learn.Step) bool {
	switch st := st.(type) {
	case learn.Asking:
		return !st.Answered
	case learn.Summary, learn.Finished:
		return false
	}
	return true
}

func hasWays(st learn.Step) bool {
	r, ok := st.(learn.Reading)
	if !ok {
		return false
	}
	for _, part := range r.Page.Parts {
		if w, ok := part.(learn.WayPart); ok && len(w.List) > 1 {
			return true
		}
	}
	return false
}
