package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// rightAnswer reports whether the answer was right, so that what it did is good
// to know at once. After another answer, what was wrong comes first.
func (f *feedback) rightAnswer() bool {
	return f.step.Verdict.Outcome == course.Right || f.step.Verdict.Outcome == course.Close
}

// unanswered reports whether the question was missed before its lesson, which
// answers it.
func (f *feedback) unanswered() bool { return f.step.Settled && !f.step.Reveal }

// moves says what the answer did to its skills.
func (f *feedback) moves(env Env, b *body) {
	if len(f.step.Moved) == 0 {
		return
	}
	th, w, width := env.Theme, env.Words.Flow.Moved, env.Measure()
	b.gap()
	b.para(th.Heading, w.Heading, width)
	title := 0
	for _, m := range f.step.Moved {
		title = max(title, ansi.StringWidth(textsafe.Line(m.Skill.Title)))
	}
	const bar, in = 12, 2
	wide := width >= in+title+2+bar+2+16
	for _, m := range f.step.Moved {
		name := textsafe.Line(m.Skill.Title)
		line := moveBar(th, m, bar) + "  " + th.Dim.Render(moved(m, w))
		if wide {
			b.add("  " + pad(th.Text.Render(name), title) + "  " + line)
		} else {
			b.add("  "+th.Text.Render(fit(th, name, width-in)), "  "+line)
		}
		if said := outlook(m, w); said != "" {
			b.add(indent(wrapStyled(th.Dim, said, width-in))...)
		}
	}
}

// moveBar draws how well a skill is known now, with what the answer gave in
// another colour.
func moveBar(th *Theme, m learn.SkillMove, width int) string {
	now := ansi.Strip(th.Bar(m.After, width))
	full := strings.Count(now, th.Mark.BarFull)
	had := min(strings.Count(ansi.Strip(th.Bar(m.Before, width)), th.Mark.BarFull), full)
	return th.Good.Render(strings.Repeat(th.Mark.BarFull, had)) + th.Accent.Render(strings.Repeat(th.Mark.BarFull, full-had)) +
		th.Faint.Render(strings.Repeat(th.Mark.BarEmpty, width-full))
}

// moved says from where to where a skill went.
func moved(m learn.SkillMove, w words.Moved) string {
	before, after := words.Percent(m.Before), words.Percent(m.After)
	if before == after {
		return w.Same(after)
	}
	return w.From(before, after)
}

// outlook says how far a skill is from counting as known.
func outlook(m learn.SkillMove, w words.Moved) string {
	switch {
	case m.Mastered && m.Now:
		return w.KnownNow(m.Next)
	case m.Mastered:
		return w.Known(m.Next)
	case m.Left > 0:
		return w.Left(m.Left)
	}
	return ""
}

// sureMiss asks for a longer look at an answer that was sure, and wrong.
func (f *feedback) sureMiss(env Env, b *body) {
	if !f.step.SureMiss {
		return
	}
	w := env.Words.Flow.Moved
	b.gap()
	b.add(f.prose.note(env, env.Theme.Info, w.SureMiss, w.SureMissText, env.Measure())...)
}

// hint shows a hint that comes by itself, or says that there is one.
func (f *feedback) hint(env Env, b *body) {
	w, width := env.Words.Flow.Moved, env.Measure()
	switch {
	case f.leads(): // the detour comes before the next try
	case f.step.Hint != "":
		b.gap()
		b.add(f.prose.note(env, env.Theme.Info, w.Hint, f.step.Hint, width)...)
	case f.step.HintReady && f.step.HintsLeft > 0:
		b.gap()
		b.para(env.Theme.Text, w.HintReady(env.Keys.Shown(env.Words, IntentHint, f.Captures())), width)
	}
}

// calibration shows how sure the learner was against how right.
func (f *feedback) calibration(env Env, b *body) {
	c := f.step.Calibration
	if c == nil {
		return
	}
	th, w, width := env.Theme, env.Words.Flow.Moved, env.Measure()
	b.gap()
	b.para(th.Heading, w.Calibration, width)
	rows := []struct {
		name string
		learn.Tally
	}{{w.Sure, c.Sure}, {w.Fairly, c.Fairly}, {w.Guess, c.Guess}}
	name := 0
	for _, r := range rows {
		name = max(name, ansi.StringWidth(r.name))
	}
	for _, r := range rows {
		share := 0.0
		if r.Asked > 0 {
			share = float64(r.Right) / float64(r.Asked)
		}
		b.add(fit(th, "  "+pad(th.Text.Render(r.name), name)+"  "+th.Bar(share, 10)+"  "+th.Dim.Render(w.RightOf(r.Right, r.Asked)), width))
	}
}
