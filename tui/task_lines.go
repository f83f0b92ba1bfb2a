package tui

import (
	"path/filepath"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/tui/words"
)

// workLines are where the task is done, what must hold, and what came of the last
// try. It returns the line at which what must hold begins.
func (t *task) workLines(env Env, b *body, width int) int {
	th, p := env.Theme, &env.Words.Practice
	t.placeLines(env, b, width)
	if said := t.savesSaid(env); said != "" {
		b.para(th.Dim, said, width)
	}
	b.gap()
	checks := len(b.lines)
	t.checkLines(env, b, width)
	switch {
	case t.work.looked && t.work.err != nil:
		b.gap()
		b.para(th.Bad, textsafe.Line(p.CouldNot(t.work.err)), width)
	case t.work.state.Holds():
		b.gap()
		b.para(th.Info, barredWhy(env.Words, t.step.Task, t.work.state), width)
	case t.work.refused && t.work.state.Asks():
		b.gap()
		b.para(th.Info, p.Consent.Refused+" "+p.InPart, width)
	}
	if t.work.try != nil && t.work.try.Code != nil {
		t.failureLines(env, b, t.work.try.Code, width)
	}
	if t.work.setup != "" {
		t.outputLines(env, b, t.work.setup, width)
	}
	if t.work.output {
		t.outputLines(env, b, outputOf(t.work.try), width)
	}
	return checks
}

// placeLines say where the task is done, and what has to be made ready there.
func (t *task) placeLines(env Env, b *body, width int) {
	th, p, s := env.Theme, &env.Words.Practice, t.work.state
	if env.Bench == nil && tried(t.step.Task) {
		b.gap()
		b.para(th.Info, p.NoBench, width)
	}
	if !t.work.looked || s.Folder == "" {
		return
	}
	b.gap()
	if s.File != "" {
		b.add(pathEndLines(th, p.File, s.File, width)...)
	} else {
		b.add(pathEndLines(th, p.Folder, s.Folder, width)...)
	}
	switch {
	case s.Ready || s.Makes():
	case s.File != "":
		b.para(th.Dim, p.NoFile, width)
	default:
		b.para(th.Dim, p.NotMade, width)
	}
	if s.Passing {
		b.para(th.Warn, p.Passing, width)
	}
	if t.bySelf() {
		b.gap()
		b.para(th.Info, p.BySelf, width)
		for _, setup := range s.Setup {
			for line := range strings.Lines(setup) {
				b.add(signs(env, trust.Escape(strings.TrimRight(line, "\n")), width)...)
			}
		}
	}
}

// pathEndLines put a path into a text that it ends, on few lines: of a long one only
// the end is in sight.
func pathEndLines(th *Theme, text, path string, width int) []string {
	path = textsafe.Line(path)
	if ansi.StringWidth(words.Put(text, "path", path)) > width {
		path = pathEnd(th, path, 2*width-width/3)
	}
	return pathLines(th, text, path, width)
}

// pathLines put a path into a text that it ends. Where both are too long for a line,
// the path gets lines of its own that begin at its folders.
func pathLines(th *Theme, text, path string, width int) []string {
	path = textsafe.Line(path)
	if all := words.Put(text, "path", path); ansi.StringWidth(all) <= width {
		return []string{th.Dim.Render(all)}
	}
	lines, line := wrap(strings.TrimSpace(words.Put(text, "path", "")), width), ""
	for _, part := range folders(path) {
		if line != "" && ansi.StringWidth(line+part) > width {
			lines, line = append(lines, wrap(line, width)...), ""
		}
		line += part
	}
	lines = append(lines, wrap(line, width)...)
	for i := range lines {
		lines[i] = th.Dim.Render(lines[i])
	}
	return lines
}

// pathEnd are the last folders of a path, as many as there is room for in so many
// cells, and its last part in any case.
func pathEnd(th *Theme, path string, room int) string {
	parts := folders(path)
	if ansi.StringWidth(path) <= room {
		return path
	}
	for len(parts) > 1 && ansi.StringWidth(th.Mark.More+strings.Join(parts, "")) > room {
		parts = parts[1:]
	}
	return th.Mark.More + strings.Join(parts, "")
}

// folders are the parts of a path, each with the sign that ends it.
func folders(path string) []string {
	return strings.SplitAfter(filepath.ToSlash(path), "/")
}

// bySelf reports whether the learner has to set the folder up: nothing may run it,
// or they worked there before it could.
func (t *task) bySelf() bool {
	s := t.work.state
	return len(s.Setup) > 0 && (s.Holds() || t.work.refused || !s.Begins)
}

// untried reports whether a check was left open, or is while nothing is run.
func (t *task) untried(i int) bool {
	if try := t.work.try; try != nil && i < len(try.Report.Outcomes) {
		return try.Report.Outcomes[i].Open
	}
	s := t.work.state
	return t.work.looked && s.Runs && !s.Agreed && (s.Holds() || t.work.refused) && check.Runs(t.step.Task.Checks[i])
}

// checkLines are the checks in words, with what came of each the last time.
func (t *task) checkLines(env Env, b *body, width int) {
	checks := t.step.Task.Checks
	if len(checks) == 0 {
		return
	}
	th, w, p := env.Theme, env.Words.Flow.Task, &env.Words.Practice
	head := w.Checks
	held := t.step.Held
	if len(held) == 0 && t.work.try != nil {
		held = t.work.try.Report.Held() // nothing came of it that had to be kept
	}
	if len(held) > 0 {
		head += " " + th.Mark.Dot + " " + p.CreditOf(held)
	}
	b.para(th.Heading, head, width)
	for i, c := range checks {
		mark := th.Dim.Render(th.Mark.Dot)
		if i < len(held) && (held[i] || !t.untried(i)) {
			mark = th.Bad.Render(th.Mark.Wrong)
			if held[i] {
				mark = th.Good.Render(th.Mark.Right)
			}
		}
		b.add(t.prose.item(env, "  "+mark+" ", w.Check(c, t.step.Task.Shown(t.step.Values)), width)...)
		t.missingLines(env, b, i, width)
	}
	if t.step.Done() {
		b.gap()
		b.para(th.Good, p.Done, width)
	}
}

// missingLines say what is missing where a check does not hold: what the author
// says, or else what was found.
func (t *task) missingLines(env Env, b *body, i, width int) {
	try := t.work.try
	if t.untried(i) {
		if i < len(t.step.Held) && t.step.Held[i] {
			return // it was said before, and holds
		}
		open := capital(env.Words.Practice.Marks["open"]) + "."
		if t.step.Task.Checks[i].Kind == course.CheckAsk {
			open = env.Words.Practice.Unsaid
		}
		t.indented(b, env.Theme.Dim, "      ", open, width)
		return
	}
	if try == nil || i >= len(try.Report.Outcomes) || try.Report.Outcomes[i].Held {
		return
	}
	o, in := try.Report.Outcomes[i], "      "
	if o.Otherwise != "" {
		for _, line := range t.prose.lines(env, o.Otherwise, width-len(in)) {
			b.add(in + line)
		}
		return
	}
	t.indented(b, env.Theme.Warn, in, env.Words.Practice.Found(o.Found), width)
}

// failureLines say what went wrong first with an answer that is a program.
func (t *task) failureLines(env Env, b *body, r *code.Result, width int) {
	th, p := env.Theme, &env.Words.Practice
	b.gap()
	if r.Passed {
		b.para(th.Good, p.Passed, width)
		return
	}
	for i, line := range p.Failure(r) {
		if i == 0 {
			b.para(th.Warn, line, width)
			continue
		}
		t.indented(b, th.Text, "  ", line, width)
	}
}

// outputLines are what commands wrote, cut at the width.
func (t *task) outputLines(env Env, b *body, text string, width int) {
	if strings.TrimSpace(text) == "" {
		return
	}
	th := env.Theme
	b.gap()
	b.para(th.Dim, env.Words.Practice.Output, width)
	for line := range strings.Lines(strings.TrimSpace(textsafe.Text(text))) {
		b.add(th.Faint.Render(th.Mark.Quote) + " " + th.Text.Render(fit(th, strings.TrimRight(line, "\n"), width-2)))
	}
}

// indented adds a paragraph that stands in.
func (t *task) indented(b *body, style lipgloss.Style, in, text string, width int) {
	if text == "" {
		return
	}
	for _, line := range wrapStyled(style, textsafe.Line(text), max(width-len(in), 10)) {
		b.add(in + line)
	}
}
