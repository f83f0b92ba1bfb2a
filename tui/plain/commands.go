package plain

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// entry is one command. Exactly one of action and do is set; quit has neither.
type entry struct {
	name   string
	short  string // one more name: the key of the full-screen front end
	when   func(*Dialogue, learn.Step) bool
	action learn.Action
	do     func(d *Dialogue, arg string)
	author bool // only while a course is previewed
}

// commands is the table that dispatch and help are made from.
func commands() []entry {
	return slices.Concat(stepCommands(), courseCommands(), previewCommands())
}

// stepCommands are about the step that was told.
func stepCommands() []entry {
	return []entry{
		{name: "hint", short: "h", when: canHint, do: (*Dialogue).hint},
		{name: "dontknow", short: "i", when: is[learn.Answering], action: learn.Submit{Answer: course.Answer{DontKnow: true}}},
		{name: "show", short: "a", when: canShow, do: (*Dialogue).showAnswer},
		{name: "right", short: "!", when: canDispute, do: (*Dialogue).right},
		{name: "stay", when: canStay, action: learn.Decline{}},
		{name: "skip", short: "s", when: canSkip, action: learn.Skip{}},
		{name: "edit", short: "E", when: canEdit, do: (*Dialogue).edit},
		{name: "write", when: canWrite, do: (*Dialogue).write},
		{name: "lines", when: canWrite, do: (*Dialogue).tellProgram},
		{name: "check", short: "x", when: canTry, do: (*Dialogue).check},
		{name: "say", when: canSay, do: (*Dialogue).sayNow},
		{name: "run", when: canRun, do: (*Dialogue).run},
		{name: "shell", short: "$", when: canTry, do: (*Dialogue).shell},
		{name: "fresh", when: canTry, do: (*Dialogue).fresh},
		{name: "output", when: hasOutput, do: (*Dialogue).tellOutput},
		{name: "watch", short: "C", when: canTry, do: (*Dialogue).switchSaves},
		{name: "send", when: canSend, do: (*Dialogue).sendKept},
		{name: "back", when: canBack, do: (*Dialogue).back},
		{name: "way", short: "w", when: hasWays, do: (*Dialogue).way},
		{name: "undo", short: "u", when: canUndo, do: (*Dialogue).undo},
		{name: "leave", short: "S", when: canLeave, action: learn.SkipLesson{}},
		{name: "harder", short: "+", when: canHarder, action: learn.Harder{}},
		{name: "easier", short: "-", when: canEasier, action: learn.Easier{}},
		{name: "explain", short: "e", when: canExplain, action: learn.Explain{}},
	}
}

// courseCommands are possible, or not, whatever step was told.
func courseCommands() []entry {
	return []entry{
		{name: "review", short: "v", when: always, do: (*Dialogue).review},
		{name: "rest", short: "z", when: canRest, do: (*Dialogue).rest},
		{name: "again", when: always, do: (*Dialogue).again},
		{name: "why", short: "W", when: always, do: (*Dialogue).whyThis},
		{name: "else", when: always, do: (*Dialogue).elseDo},
		{name: "today", short: "T", when: always, do: (*Dialogue).today},
		{name: "map", short: "m", when: always, do: (*Dialogue).skillMap},
		{name: "insights", short: "I", when: always, do: (*Dialogue).insights},
		{name: "plan", short: "P", when: always, do: (*Dialogue).plan},
		{name: "reread", short: "r", when: inLesson, do: (*Dialogue).reread},
		{name: "links", short: "L", when: inLesson, do: (*Dialogue).links},
		{name: "contents", short: "c", when: inLesson, do: (*Dialogue).contents},
		{name: "outline", short: "o", when: always, do: (*Dialogue).outline},
		{name: "open", when: always, do: (*Dialogue).open},
		{name: "redo", short: "R", when: always, do: (*Dialogue).redo},
		{name: "reset", when: always, do: (*Dialogue).reset},
		{name: "glossary", short: "D", when: hasGlossary, do: (*Dialogue).glossary},
		{name: "cards", when: hasCards, do: (*Dialogue).cards},
		{name: "find", short: "/", when: always, do: (*Dialogue).find},
		{name: "note", short: "n", when: always, do: (*Dialogue).jot},
		{name: "notes", short: "N", when: always, do: (*Dialogue).notes},
		{name: "bookmark", short: "B", when: always, do: (*Dialogue).bookmark},
		{name: "export", when: canExport, do: (*Dialogue).exportNotes},
		{name: "choices", short: "p", when: hasChoices, do: (*Dialogue).choices},
		{name: "set", when: canSet, do: (*Dialogue).set},
		{name: "settings", short: ",", when: hasSettings, do: (*Dialogue).preferences},
		{name: "help", short: "?", when: always, do: (*Dialogue).help},
		{name: "quit", short: "q", when: always},
	}
}

// command carries out a command and reports whether it quits.
func (d *Dialogue) command(name, arg string) (quit bool) {
	all := commands()
	i := slices.IndexFunc(all, func(c entry) bool { return c.name == name || c.short == name })
	if i < 0 {
		d.say(d.p.NoCommand(textsafe.Line(name)))
		return false
	}
	c := all[i]
	switch {
	case !d.can(c):
		d.say(d.refuse(c.name))
	case c.do != nil:
		c.do(d, arg)
		if d.quits {
			d.leave("")
			return true
		}
	case c.action != nil:
		d.move(c.action)
	default:
		d.leave("")
		return true
	}
	return false
}

// can reports whether a command is possible now.
func (d *Dialogue) can(c entry) bool {
	return (!c.author || d.preview != nil) && (!d.opening || !isOfStep(c.name)) && c.when(d, d.s.Step())
}

func isOfStep(name string) bool {
	return slices.ContainsFunc(stepCommands(), func(c entry) bool { return c.name == name })
}

func (d *Dialogue) help(string) {
	d.say(d.p.Help)
	for _, c := range commands() {
		if !d.can(c) {
			continue
		}
		name := c.name
		if args := d.p.CommandArgs[c.name]; args != "" {
			name += " " + args
		}
		d.hang("- ", d.p.CommandIs(name, c.short, d.p.Commands[c.name]))
	}
	d.say(d.p.HelpColon)
}

// again tells the step once more, with all that stands around it.
func (d *Dialogue) again(string) {
	if d.opening {
		d.day(d.s.Today())
		return
	}
	d.told = told{page: d.told.page}
	d.show()
}

// showAnswer shows the right answer, or below a task how its author does it.
func (d *Dialogue) showAnswer(string) {
	if _, task := d.s.Step().(learn.Doing); !task {
		d.move(learn.ShowAnswer{})
		return
	}
	if !d.do(learn.ShowAnswer{}) {
		return
	}
	if st, ok := d.s.Step().(learn.Doing); ok {
		d.authorsWay(st)
	}
}

// right says "I think I was right", with what the learner adds.
func (d *Dialogue) right(note string) {
	if d.do(learn.Dispute{Note: note}) {
		d.given = given{}
		d.say(d.p.Disputed)
		d.show()
	}
}

func (d *Dialogue) undo(string) {
	if d.do(learn.Undo{}) {
		d.given, d.told.undo = given{}, ""
		d.say(d.p.Undone)
		d.show()
	}
}

func always(*Dialogue, learn.Step) bool { return true }

func is[S learn.Step](_ *Dialogue, st learn.Step) bool {
	_, ok := st.(S)
	return ok
}

func inLesson(_ *Dialogue, st learn.Step) bool { return st.At().Lesson != nil }

func canLeave(d *Dialogue, st learn.Step) bool { return inLesson(d, st) || InReview(st) }

func canUndo(_ *Dialogue, st learn.Step) bool { return st.At().Undo != nil }

func canHint(_ *Dialogue, st learn.Step) bool {
	switch st := st.(type) {
	case learn.Answering:
		return st.HintsLeft > 0
	case learn.Doing:
		return st.HintsLeft > 0
	case learn.Feedback:
		return st.HintsLeft > 0
	}
	return false
}

func canShow(_ *Dialogue, st learn.Step) bool {
	if f, ok := st.(learn.Feedback); ok {
		return !f.Reveal && f.Purpose == learn.ForLesson
	}
	if t, ok := st.(learn.Doing); ok {
		return t.Task.Solution() != "" && t.Solution == ""
	}
	_, ok := st.(learn.Answering)
	return ok
}

func canDispute(_ *Dialogue, st learn.Step) bool {
	f, ok := st.(learn.Feedback)
	return ok && f.CanDispute
}

func canStay(_ *Dialogue, st learn.Step) bool {
	f, ok := st.(learn.Feedback)
	return ok && (f.Detour != nil || f.Go != nil)
}

func canSkip(_ *Dialogue, st learn.Step) bool {
	switch st := st.(type) {
	case learn.Asking:
		return !st.Answered
	case learn.Summary, learn.Finished, learn.Placed, learn.Reviewed:
		return false
	case learn.Offer:
		return st.Kind != learn.OfferPlacement // its three answers say what skipping it would leave open
	}
	return true
}

func canSend(d *Dialogue, st learn.Step) bool {
	switch st := st.(type) {
	case learn.Asking:
		return !st.Answered && (st.Current.Text != "" || len(st.Current.Items) > 0)
	case learn.Answering:
		return d.given.whole == nil && (st.Draft.Text != "" || len(st.Draft.Items) > 0 || len(d.given.gaps) > 0)
	case learn.Closing:
		return st.Draft != ""
	}
	return false
}

func canBack(d *Dialogue, _ learn.Step) bool {
	return d.given.whole != nil || d.filled() != "" || d.given.setting > 0
}

func hasWays(_ *Dialogue, st learn.Step) bool {
	r, ok := st.(learn.Reading)
	return ok && slices.ContainsFunc(waysOf(r.Page), func(w learn.WayPart) bool { return len(w.List) > 1 })
}

func hasGlossary(d *Dialogue, _ learn.Step) bool { return len(d.s.Course().Glossary) > 0 }

func canExport(d *Dialogue, _ learn.Step) bool { return d.export != nil }

func hasCards(d *Dialogue, _ learn.Step) bool { return len(d.s.Course().Cards) > 0 }

func hasChoices(d *Dialogue, _ learn.Step) bool { return len(d.s.Choices())+len(d.s.Settings()) > 0 }
