package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// coding is where the program that answers a question is written, over the page of
// its task. It is saved to its file line by line, and when the page goes.
type coding struct {
	screen int // of the task
	file   *codeFile
	field  widget.Input
	kept   string   // what is saved
	first  []string // what went wrong first with it, when it was last tried
	failed string   // why it could not be saved
	then   tea.Cmd  // what follows once it is saved; nil: nothing
	prose  markdown
	scroll scroll
}

// codeFile is the file of an answer. Jobs write it, one after the other.
type codeFile struct {
	bench Bench
	task  *course.Task
	was   string // what it holds, as far as this page knows
}

// What jobs and commands bring.
type (
	// openedCode is a program that was read to be written on.
	openedCode struct {
		task *course.Task
		text string
		err  error
	}
	// savedCode says what came of writing it.
	savedCode struct {
		text   string
		beside string // where something else that stood in the file is now
		err    error
	}
	// leftCode tells the page of the task that its program was written.
	leftCode struct {
		task  *course.Task
		check bool
	}
)

// writeHere reads the program of the task, to be written on over its page. Nothing
// is run by that, so nobody has to agree first.
func (t *task) writeHere(env Env) tea.Cmd {
	if env.Bench == nil || t.step.Task.Code == nil {
		return nil
	}
	t.yields()
	bench, id, task := env.Bench, env.ID, t.step.Task
	return func() tea.Msg {
		text, err := bench.Answer(task)
		return ForMsg{Screen: id, Msg: openedCode{task, text, err}}
	}
}

// opened lays the program that was read over the page, with the cursor where it went
// wrong first.
func (t *task) opened(env Env, msg openedCode) tea.Cmd {
	switch {
	case msg.task != t.step.Task:
		return nil
	case msg.err != nil:
		t.notice = words.Put(env.Words.Practice.Failed, "why", textsafe.Line(env.Words.Practice.Because(msg.err)))
		return nil
	case len(msg.text) > widget.MaxCode:
		t.notice = env.Words.Practice.TooLong
		return nil
	}
	c, line := &coding{screen: env.ID, file: &codeFile{env.Bench, msg.task, msg.text}}, 1
	if try := t.work.try; try != nil && try.Code != nil && !try.Code.Passed {
		line, c.first = max(1, try.Code.First.Line), env.Words.Practice.Failure(try.Code)
	}
	c.field = widget.NewCode(msg.text, line, tabbed(msg.task.Code.Language, msg.text))
	c.kept = c.text()
	return func() tea.Msg { return OverMsg{Route: RouteCode, Screen: c} }
}

// tabbed reports whether the lines of a program are set in by tabs.
func tabbed(language, text string) bool {
	return language == "go" || strings.Contains(text, "\n\t")
}

// leftCode goes on once the program was written over the page.
func (t *task) leftCode(env Env, msg leftCode) tea.Cmd {
	switch {
	case msg.task != t.step.Task:
		return nil
	case msg.check:
		t.end() // what is under way tries what was there before
		return t.wants(env, wantCheck)
	}
	return t.look(env, wantNothing)
}

func (c *coding) text() string {
	text, _ := c.field.Text()
	return text
}

func (c *coding) Title(*words.Words) string { return code.FileOf(c.file.task.Code.Language) }

// Captures reports that letters are text.
func (c *coding) Captures() bool { return true }

// Writing is the program, to be written in an editor.
func (c *coding) Writing() (string, bool) { return c.text(), true }

func (c *coding) Bindings(w *words.Words) []Binding {
	p := w.Practice
	return append([]Binding{
		{Intent: IntentSend, Words: p.Check},
		{Intent: IntentBack, Words: p.SaveBack},
		{Intent: IntentNext, Words: p.Further},
		{Intent: IntentPrev, Words: p.Out, Quiet: true},
		{Intent: IntentEnter, Words: w.Answers.NewLine, Quiet: true},
		{Intent: IntentNewLine, Words: w.Answers.NewLine, Quiet: true},
		{Intent: IntentUp, Words: w.Keys.Up, Quiet: true},
		{Intent: IntentDown, Words: w.Keys.Down, Quiet: true},
		{Intent: IntentPageUp, Words: w.Keys.PageUp, Quiet: true},
		{Intent: IntentPageDown, Words: w.Keys.PageDown, Quiet: true},
	}, changeBindings(c.field, w)...)
}

func (c *coding) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		c.then = nil
		if notice := write(env, c.field, msg); notice != "" {
			cmd = toast(notice)
		}
	case IntentMsg:
		c.then = nil
		cmd = c.intent(env, msg.Intent)
	case savedCode:
		cmd = c.saved(env, msg)
	}
	b, h := c.body(env), env.H-len(c.head(env))
	c.scroll.settle(b, h)
	return cmd
}

// intent moves and writes. A line that is left is saved.
func (c *coding) intent(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentSend:
		return c.leave(env, true)
	case IntentBack:
		return c.leave(env, false)
	case IntentPageUp, IntentPageDown:
		one := map[Intent]widget.Intent{IntentPageUp: widget.Up, IntentPageDown: widget.Down}[i]
		for range max(1, env.H-2) {
			c.field.Intent(one, env.W)
		}
	case IntentEnter:
		c.field.Intent(widget.NewLine, env.W)
	default:
		c.field.Intent(widget.Intent(i), env.W)
	}
	leaves := []Intent{IntentEnter, IntentNewLine, IntentUp, IntentDown, IntentPageUp, IntentPageDown}
	if slices.Contains(leaves, i) && c.text() != c.kept {
		return c.save(env)
	}
	return nil
}

func (c *coding) save(env Env) tea.Cmd {
	id := env.ID
	return func() tea.Msg { return SaveMsg{Screen: id} }
}

// leave goes back to the task, perhaps to check it, once the program is saved.
func (c *coding) leave(env Env, check bool) tea.Cmd {
	back := ForMsg{Screen: c.screen, Msg: leftCode{c.file.task, check}}
	then := func() tea.Msg { return ReturnMsg{Then: func() tea.Msg { return back }} }
	if c.text() == c.kept {
		return then
	}
	c.then = then
	return c.save(env)
}

// Unsaved writes the program to its file.
func (c *coding) Unsaved() func() tea.Msg {
	text, file := c.text(), c.file
	if text == c.kept {
		return nil
	}
	return func() tea.Msg {
		beside, err := file.bench.Keep(file.task, file.was, text)
		if err == nil {
			file.was = text
		}
		return savedCode{text, beside, err}
	}
}

// saved takes what came of writing the program, and leaves where that was waited for.
func (c *coding) saved(env Env, msg savedCode) tea.Cmd {
	if msg.err != nil {
		c.then, c.failed = nil, words.Put(env.Words.Practice.NotSaved, "why", textsafe.Line(env.Words.Practice.Because(msg.err)))
		return nil
	}
	c.kept, c.failed = msg.text, ""
	var cmd tea.Cmd
	if msg.beside != "" {
		cmd = toast(words.Put(env.Words.Practice.Beside, "path", textsafe.Line(msg.beside)))
	}
	then := c.then
	if c.text() != c.kept {
		then = nil
	}
	return tea.Sequence(then, cmd)
}

func (c *coding) View(env Env) Frame {
	head := c.head(env)
	f := c.scroll.draw(env, c.body(env), env.H-len(head))
	if f.Cursor != nil {
		f.Cursor.Y += len(head)
	}
	f.Spots = moveSpots(f.Spots, 0, len(head))
	f.Text = joined(append(head, f.Text), env)
	return f
}

// head is what stays in sight above the program: why it is not saved, or what went
// wrong first.
func (c *coding) head(env Env) []string {
	b, most := body{}, max(env.H/4, min(env.H/2, 5)) // a small window has its first words and what was wanted
	if c.failed != "" {
		b.para(env.Theme.Bad, c.failed, env.W)
	}
	for _, line := range c.first {
		b.para(env.Theme.Warn, textsafe.Line(line), env.W)
	}
	if len(b.lines) > most {
		b.lines = b.lines[:most]
	}
	return b.lines
}

func (c *coding) body(env Env) *body {
	b := &body{}
	b.input(c.field.View(env.W, c.prose.style(env)))
	return b
}
