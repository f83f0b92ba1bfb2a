package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// summary closes a lesson: how it went, as counts and not as praise, which
// questions were missed, what became of the skills, and what comes next.
type summary struct {
	stage
	step learn.Summary
}

func newSummary(s learn.Summary) *summary {
	return &summary{stage: newStage(s.Place), step: s}
}

func (s *summary) Title(w *words.Words) string { return w.Flow.Titles.Summary }

func (s *summary) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case StepMsg:
		if step, ok := msg.Step.(learn.Summary); ok && msg.Err == nil {
			*s = *newSummary(step)
		}
	case IntentMsg:
		return s.intent(env, msg.Intent)
	}
	return nil
}

func (s *summary) intent(env Env, i Intent) tea.Cmd {
	b := s.body(env)
	switch i {
	case IntentSpace:
		if !s.scroll.end(b, s.room(env)) {
			i = IntentPageDown
			break
		}
		return do(learn.Continue{})
	case IntentEnter:
		return do(learn.Continue{})
	case IntentRedo:
		return do(learn.Redo{ID: s.place.Lesson.ID})
	}
	return s.move(env, i, b)
}

func (s *summary) Bindings(w *words.Words) []Binding {
	bs := []Binding{
		{Intent: IntentEnter, Words: w.Flow.GoOn},
		{Intent: IntentSpace, Words: w.Flow.PageDown, Quiet: true},
	}
	if s.place.Lesson != nil {
		bs = append(bs, Binding{Intent: IntentRedo, Words: w.Flow.Summary.Redo})
	}
	return withScroll(append(bs, s.commonBindings(w)...), w)
}

func (s *summary) View(env Env) Frame { return s.frame(env, s.body(env)) }

func (s *summary) body(page Env) *body {
	env, wide := page.Cairn.room(page)
	b := s.text(env)
	if wide {
		b.lines = page.Cairn.beside(page, b.lines)
	}
	return b
}

// text is the page without the cairn beside it.
func (s *summary) text(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Summary, env.Measure()
	b := &body{}
	b.para(th.Title, w.Done(lessonTitle(s.place)), width)
	b.gap()
	if s.step.Asked == 0 {
		b.para(th.Text, w.Read, width)
	} else {
		b.para(th.Text, w.Right(s.step.Right, s.step.Asked), width)
	}
	if len(s.step.Missed) > 0 {
		b.gap()
		b.para(th.Heading, w.Missed, width)
		for _, q := range s.step.Missed {
			b.add(s.prose.item(env, "  "+th.Dim.Render(th.Mark.Dot)+" ", q.Prompt, width)...)
		}
	}
	if len(s.step.Skills) > 0 {
		b.gap()
		b.para(th.Heading, w.Skills, width)
		b.add(skillRows(env, s.step.Skills)...)
	}
	b.gap()
	if s.step.Next == "" {
		b.para(th.Strong, w.End, width)
		return b
	}
	b.add(s.prose.heading(env, w.Next(s.step.Next), width)...)
	b.para(th.Info, env.Words.Why(plainReason(s.step.NextWhy)), width)
	return b
}

// skillRows draws how well skills are known: a bar, and in words where it
// stood before. Where the window is narrow the title has a line of its own.
func skillRows(env Env, skills []learn.SkillState) []string {
	th, w := env.Theme, env.Words.Flow.Summary
	const bar = 12
	title := 0
	for _, s := range skills {
		title = max(title, ansi.StringWidth(textsafe.Line(s.Skill.Title)))
	}
	wide := env.Measure() >= 2+title+2+bar+2+24
	var lines []string
	for _, s := range skills {
		name := textsafe.Line(s.Skill.Title)
		now, before := words.Percent(s.Mastery), words.Percent(s.Before)
		said, share := w.Same(now), s.Mastery
		switch {
		case s.Answers == 0:
			said, share = env.Words.Outline.NoAnswers, 0
		case s.Before > 0 && now != before:
			said = w.From(before, now)
		}
		line := th.Bar(share, bar) + "  " + th.Dim.Render(said)
		if wide {
			lines = append(lines, "  "+pad(th.Text.Render(name), title)+"  "+line)
			continue
		}
		lines = append(lines, "  "+th.Text.Render(fit(th, name, env.Measure()-2)), "    "+line)
	}
	return lines
}
