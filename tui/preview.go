package tui

import (
	"errors"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/editor"
)

// Preview makes the program one for who writes the course: it is read anew when
// its files were saved, and what was found in them stands beside it. Its functions
// do I/O and wait: they run in commands.
type Preview struct {
	// Saved waits until files of the course were saved. An error ends it: no more
	// is told.
	Saved func() error
	// Source is the editor with a file of the course, as a finding names it, at a
	// line from 1; 0: anywhere.
	Source func(file string, line int) (*exec.Cmd, error)
	// As begins again in a state of knowledge, and State is the present one, as As
	// takes it. Both nil: there are no states.
	As    func(state string) error
	State func() string
}

// tellFindings gives what was found to the page that lists it.
func (a *App) tellFindings() tea.Cmd {
	var cmds []tea.Cmd
	for i := range a.stack {
		if _, ok := a.stack[i].screen.(*findingsScreen); ok {
			cmds = append(cmds, a.send(&a.stack[i], findingsMsg{a.diags}))
		}
	}
	return tea.Batch(cmds...)
}

// previewKeys are the keys of a preview, on every page of the course.
func (a *App) previewKeys(e *entry) []Binding {
	if a.o.Preview == nil || a.session == nil || e == a.overlay || e.route == RouteLibrary {
		return nil
	}
	w := a.o.Words.Preview
	bs := []Binding{{Intent: IntentFindings, Words: a.o.Words.Keys.Findings, Quiet: true}}
	if kind, _, _ := e.route.split(); kind == RouteFindings {
		bs = nil
	}
	source := Binding{Intent: IntentSource, Words: w.KeySource, Quiet: true}
	if file, _ := a.sourceOf(e); file == "" {
		source.Disabled = w.NoSource
	}
	jump := Binding{Intent: IntentJump, Words: w.KeyJump, Quiet: true}
	leads := Binding{Intent: IntentLeads, Words: w.KeyLeads, Quiet: true}
	if q, _ := asked(e); q == nil {
		leads.Disabled = w.NoLeads
	}
	bs = append(bs, jump, leads, source)
	if a.o.Preview.As != nil {
		bs = append(bs, Binding{Intent: IntentState, Words: w.KeyState, Quiet: true})
	}
	return bs
}

// previewed carries out what the keys of a preview mean.
func (a *App) previewed(e *entry, i Intent) tea.Cmd {
	switch i {
	case IntentFindings:
		return a.visit(GoMsg{To: RouteFindings})
	case IntentJump:
		return a.jump()
	case IntentLeads:
		return a.leads(e)
	case IntentState:
		return a.cover(RoutePalette, newState(a.o.Preview.State(), a.o.Preview.As))
	case IntentSource:
		file, line := a.sourceOf(e)
		return a.openSource(file, line)
	}
	return nil
}

// sourceOf is the file and the line that a page is written in; empty: in none.
func (a *App) sourceOf(e *entry) (file string, line int) {
	if e.step == nil || e.step.At().Lesson == nil {
		return "", 0
	}
	file = e.step.At().Lesson.File
	switch s := e.step.(type) {
	case learn.Answering:
		return s.Question.Pos.File, s.Question.Pos.Line
	case learn.Feedback:
		if s.Question != nil {
			return s.Question.Pos.File, s.Question.Pos.Line
		}
	case learn.Doing:
		return s.Task.Pos.File, s.Task.Pos.Line
	}
	return file, 0
}

// sourceMsg asks for a file of the course in the author's editor.
type sourceMsg struct {
	file string
	line int
}

// sourceReady is the editor that shall have the terminal.
type sourceReady struct {
	cmd *exec.Cmd
	err error
}

// sourceShut says that the editor ended.
type sourceShut struct{ err error }

// openSource asks for the editor.
func (a *App) openSource(file string, line int) tea.Cmd {
	p := a.o.Preview
	if p == nil || p.Source == nil {
		a.toast = a.o.Words.Preview.NoSource
		return nil
	}
	return func() tea.Msg {
		cmd, err := p.Source(file, line)
		return sourceReady{cmd, err}
	}
}

// byPreview takes what a preview is told.
func (a *App) byPreview(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case savedMsg:
		return a.saves(), true
	case stateSetMsg:
		return a.readAnew(), true
	case sourceMsg:
		return a.openSource(msg.file, msg.line), true
	case sourceReady:
		if msg.err != nil {
			return a.noSource(msg.err), true
		}
		a.editing = true
		return a.exec(msg.cmd, "", func(err error) tea.Msg { return sourceShut{err} }), true
	case sourceShut:
		a.editing, a.pictureOf = false, 0
		if msg.err != nil {
			a.toast = textsafe.Line(msg.err.Error())
		}
		if a.leaving {
			a.leaving = false
			return a.leave(), true
		}
		return nil, true
	}
	return nil, false
}

// noSource says why a file was not opened.
func (a *App) noSource(err error) tea.Cmd {
	if errors.Is(err, editor.ErrNone) || errors.Is(err, exec.ErrNotFound) {
		return a.openEditor(editMsg{err: err})
	}
	a.toast = textsafe.Line(err.Error())
	return nil
}

// previewLine says in at most w cells that this is a preview, and what was found;
// short: not that nothing is saved.
func (a *App) previewLine(w int, short bool) string {
	said, th := a.o.Words.Preview, a.theme
	count, style := said.NoFindings, th.Dim
	errors, warnings := countFindings(a.diags)
	switch {
	case a.preview.broken != nil:
		count, style = said.Broken(textsafe.Line(a.preview.broken.Error())), th.Bad
	case errors > 0:
		count, style = a.counted(errors, warnings), th.Bad
	case warnings > 0:
		count, style = a.counted(errors, warnings), th.Warn
	case a.session == nil:
		count = ""
	}
	sep := " " + th.Mark.Dot + " "
	for _, name := range []string{said.Unsaved, said.Name} {
		if !short && ansi.StringWidth(name+sep+count) <= w || name == said.Name {
			return fit(th, th.Dim.Render(name+sep)+style.Render(count), w)
		}
	}
	return ""
}

// countFindings counts errors, and all that is less.
func countFindings(diags []course.Diag) (errors, others int) {
	for _, d := range diags {
		if d.Severity == course.Error {
			errors++
		}
	}
	return errors, len(diags) - errors
}

// toFindings shows what was found in a course: to its author as a list to go
// through.
func (a *App) toFindings(r Route, diags []course.Diag) tea.Cmd {
	if a.o.Preview == nil {
		return a.push(r, newFindings(diags))
	}
	a.diags = diags
	return tea.Batch(a.push(RouteFindings, newFindingsList(diags)), a.tellFindings())
}
