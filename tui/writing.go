package tui

import (
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/editor"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// write gives an input what is typed, pasted or written elsewhere. It returns
// what is to be said about it; mostly nothing.
func write(env Env, in widget.Input, msg tea.Msg) (notice string) {
	all := true
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		in.Key(msg)
	case tea.PasteMsg:
		all = in.Paste(msg.Content)
	case WrittenMsg:
		all = in.Replace(msg.Text)
	}
	if _, typed := in.Text(); typed && !all {
		return env.Words.Hands.Cut
	}
	return ""
}

// writing is the text of an input, if it has one.
func writing(in widget.Input) (text string, ok bool) {
	if in == nil {
		return "", false
	}
	return in.Text()
}

// Writing is the text of the answer.
func (q *question) Writing() (string, bool) {
	if q.sure != nil {
		return "", false
	}
	return writing(q.input)
}

// Writing is the text of the answer, until it is sent.
func (a *asking) Writing() (string, bool) {
	if a.step.Answered {
		return "", false
	}
	return writing(a.input)
}

// Writing is the line on what is unclear.
func (c *closing) Writing() (string, bool) { return writing(c.input) }

// Writing is the next try, or what speaks for the answer.
func (f *feedback) Writing() (string, bool) { return writing(f.field()) }

// Writing is the text of the open choice.
func (p *planning) Writing() (string, bool) { return writing(p.open) }

// Writing is the text of the open choice.
func (s *choicesScreen) Writing() (string, bool) { return writing(s.open) }

// changeBindings are the keys that change an answer that is not sent: take a
// change back, make it again, write it elsewhere.
func changeBindings(in widget.Input, w *words.Words) []Binding {
	undo := Binding{Intent: IntentUndo, Words: w.Hands.Undo, Quiet: true}
	redo := Binding{Intent: IntentRedoChange, Words: w.Hands.Redo, Quiet: true}
	back, again := in.Changes()
	if !back {
		undo.Disabled = w.Hands.NoChange
	}
	if !again {
		redo.Disabled = w.Hands.NoRedo
	}
	bs := []Binding{undo, redo}
	if _, ok := in.Text(); ok {
		bs = append(bs, Binding{Intent: IntentEditor, Words: w.Hands.Editor, Quiet: true})
	}
	return bs
}

// answerBindings are the keys of every step of a lesson, where an answer is
// given: undo takes back a change to the answer first, and in a field nothing
// else, so that it never does more than was meant.
func (g *stage) answerBindings(w *words.Words, in widget.Input) []Binding {
	change := changeBindings(in, w)
	undo, rest := change[0], change[1:]
	undo.Quiet = in.Captures() // there it is told in the help: keys are few and letters many
	var bs []Binding
	for _, b := range g.commonBindings(w) {
		if b.Intent == IntentUndo && (undo.Disabled == "" || in.Captures()) {
			b = undo
		}
		bs = append(bs, b)
	}
	return append(bs, rest...)
}

// editMsg is a text that lies ready for the editor.
type editMsg struct {
	screen int
	draft  *editor.Draft
	before string
	err    error
}

// editedMsg is what came of it.
type editedMsg struct {
	screen       int
	draft        *editor.Draft
	before, text string
	err          error
}

// edit puts the text of a page where the editor can open it.
func (a *App) edit(e *entry) tea.Cmd {
	w, ok := e.screen.(Writer)
	text := ""
	if ok {
		text, ok = w.Writing()
	}
	if !ok {
		a.toast = a.o.Words.Hands.NothingToEdit
		return nil
	}
	id, command := e.id, editor.Find(a.o.Editor, a.o.Environ)
	return func() tea.Msg {
		d, err := editor.New(command, text)
		return editMsg{screen: id, draft: d, before: text, err: err}
	}
}

// openEditor leaves the terminal to the editor until it ends.
func (a *App) openEditor(msg editMsg) tea.Cmd {
	h := a.o.Words.Hands
	switch {
	case errors.Is(msg.err, editor.ErrNone):
		a.toast = h.NoEditor
		return nil
	case errors.Is(msg.err, exec.ErrNotFound):
		a.toast = h.NoSuchEditor(textsafe.Line(editor.Find(a.o.Editor, a.o.Environ)))
		return nil
	case msg.err != nil:
		a.toast = h.EditorFailed(textsafe.Line(msg.err.Error()))
		return nil
	}
	a.editing = true
	return a.exec(msg.draft.Command(), "", func(err error) (result tea.Msg) {
		defer func() {
			if p := recover(); p != nil {
				result = faultMsg{a.caught(p)}
			}
		}()
		done := editedMsg{screen: msg.screen, draft: msg.draft, before: msg.before, err: err}
		if err == nil {
			done.text, done.err = msg.draft.Text()
		}
		return done
	})
}

// edited takes what was written. The text stays as it was when the editor did
// not end well. Where the page has gone, the file stays and it is said where.
func (a *App) edited(msg editedMsg) tea.Cmd {
	a.editing = false
	if !a.leaving {
		return a.rewritten(msg)
	}
	if msg.err != nil { // it was ended with the program, and may have kept the text in its own way
		a.unread = fmt.Errorf("%s and what lies beside it may hold what was written in the editor", msg.draft.Keep())
	}
	a.leaving = false
	return tea.Batch(a.rewritten(msg), a.leave())
}

// rewritten gives what was written to its page.
func (a *App) rewritten(msg editedMsg) tea.Cmd {
	end := func() tea.Msg { msg.draft.End(); return nil }
	failed := func(err error) {
		// Not a toast, which goes with the next key: it may name a file, first of
		// all, as there is one line for it.
		a.banner = a.o.Words.Hands.EditorFailed(textsafe.Line(err.Error()))
	}
	switch {
	case msg.err != nil:
		failed(msg.err)
		return end
	case strings.TrimSpace(msg.text) == strings.TrimSpace(msg.before):
		a.toast = a.o.Words.Hands.EditorSame
		return end
	case !a.has(msg.screen):
		failed(fmt.Errorf("%s keeps what was written: its page has gone", msg.draft.Keep()))
		return nil
	}
	return tea.Batch(end, a.deliver(ForMsg{Screen: msg.screen, Msg: WrittenMsg{Text: msg.text}}))
}

// has reports whether a page is still there.
func (a *App) has(screen int) bool {
	for e := a.overlay; e != nil; e = e.under {
		if e.id == screen {
			return true
		}
	}
	return slices.ContainsFunc(a.stack, func(e entry) bool { return e.id == screen })
}
