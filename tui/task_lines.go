package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/tui/words"
)

// workLines are where the task is done, what must hold, and what came of the last
// try. It returns the line at which what must hold begins.
func (t *task) workLines(env Env, b *body, width int) int {
	th, p := env.Theme, &env.Words.Practice
	if t.work.looked && !t.work.barred() {
		b.gap()
		if t.work.state.File != "" {
			b.para(th.Dim, words.Put(p.File, "path", textsafe.Line(t.work.state.File)), width)
		} else {
			b.para(th.Dim, words.Put(p.Folder, "path", textsafe.Line(t.work.state.Folder)), width)
		}
	}
	b.gap()
	checks := len(b.lines)
	t.checkLines(env, b, width)
	switch {
	case t.work.barred():
		b.gap()
		b.para(th.Info, barredWhy(env.Words, t.work.state), width)
	case t.work.looked && t.work.err != nil:
		b.gap()
		b.para(th.Bad, words.Put(p.Failed, "why", textsafe.Line(t.work.err.Error())), width)
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

// checkLines are the checks in words, with what came of each the last time.
func (t *task) checkLines(env Env, b *body, width int) {
	checks := t.step.Task.Checks
	if len(checks) == 0 {
		return
	}
	th, w, p := env.Theme, env.Words.Flow.Task, &env.Words.Practice
	head := w.Checks
	if len(t.step.Held) > 0 {
		head += " " + th.Mark.Dot + " " + p.CreditOf(t.step.Held)
	}
	b.para(th.Heading, head, width)
	for i, c := range checks {
		mark := th.Dim.Render(th.Mark.Dot)
		if i < len(t.step.Held) {
			mark = th.Bad.Render(th.Mark.Wrong)
			if t.step.Held[i] {
				mark = th.Good.Render(th.Mark.Right)
			}
		}
		b.add(t.prose.item(env, "  "+mark+" ", w.Check(c), width)...)
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
	if try == nil || i >= len(try.Report.Outcomes) || try.Report.Outcomes[i].Held {
		return
	}
	o, in := try.Report.Outcomes[i], "      "
	if o.Otherwise != "" {
		for _, line := range t.prose.lines(env, course.FillIn(o.Otherwise, try.Report.Values), width-len(in)) {
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
