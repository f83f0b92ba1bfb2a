package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// closing ends a sitting: what was done, and one line on what is still unclear,
// which comes back in the next review.
type closing struct {
	stage
	step  learn.Closing
	input widget.Input
	sent  bool
}

func newClosing(s learn.Closing) *closing {
	c := &closing{stage: newStage(s.Place), step: s, input: widget.NewText()}
	c.input.Restore(course.Answer{Text: s.Draft})
	return c
}

func (c *closing) Title(w *words.Words) string { return w.Flow.Titles.Closing }

// Captures reports whether letters are text at the moment.
func (c *closing) Captures() bool { return c.input.Captures() }

// Leave keeps a line that was not sent.
func (c *closing) Leave() learn.Action {
	if a := c.input.Answer(); !c.sent && a.Text != c.step.Draft {
		return learn.Draft{Answer: a}
	}
	return nil
}

func (c *closing) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case StepMsg:
		c.sent = false
		if s, ok := msg.Step.(learn.Closing); ok && msg.Err == nil {
			c.step, c.place = s, s.Place
		}
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		c.typed(env, c.input, msg)
	case IntentMsg:
		c.notice = ""
		cmd = c.intent(env, msg.Intent)
	}
	b := c.body(env)
	c.scroll.settle(b, c.room(env))
	return cmd
}

func (c *closing) intent(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentEnter, IntentSend:
		return c.send(env)
	case IntentSkip:
		return do(learn.Skip{})
	}
	b := c.body(env)
	if c.readsOn(i, b, c.room(env)) {
		return nil
	}
	if c.input.Intent(widget.Intent(i), env.Measure()) {
		c.scroll.hand = false
		return nil
	}
	return c.move(env, i, b)
}

// send keeps the line, once, or says how to go on without one.
func (c *closing) send(env Env) tea.Cmd {
	c.scroll.hand = false
	text := strings.TrimSpace(c.input.Answer().Text)
	switch {
	case text == "":
		c.notice = env.Words.Flow.Closing.Missing
		return nil
	case c.sent:
		return nil
	}
	c.sent = true
	return do(learn.Submit{Answer: course.Answer{Text: text}})
}

func (c *closing) Bindings(w *words.Words) []Binding {
	bs := []Binding{
		{Intent: IntentEnter, Words: w.Flow.Closing.Keep},
		{Intent: IntentSkip, Words: w.Flow.Closing.Skip},
	}
	for _, b := range inputBindings(c.input, w) {
		if b.Intent == IntentNewLine {
			b.Quiet = true // one line is asked for
		}
		if b.Intent != IntentEnter {
			bs = append(bs, b)
		}
	}
	return withScroll(append(bs, c.answerBindings(w, c.input)...), w)
}

func (c *closing) View(env Env) Frame { return c.frame(env, c.body(env)) }

func (c *closing) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Closing, env.Measure()
	b := &body{}
	b.para(th.Text, strings.Join(c.facts(w), " "), width)
	c.list(env, b, w.Lessons, lessonTitles(c.step.Lessons))
	c.list(env, b, w.Skills, skillTitles(c.step.Skills))
	b.gap()
	b.start = len(b.lines)
	b.para(th.Strong, w.Ask, width)
	b.para(th.Dim, w.Help, width)
	if env.H >= lowWindow {
		b.gap()
	}
	b.input(c.input.View(width, c.prose.style(env)))
	return b
}

// facts are what the sitting comes to, a sentence each.
func (c *closing) facts(w words.Closing) []string {
	said := []string{w.Spent(c.step.Minutes)}
	if c.step.Week != nil && c.step.Week.Done > 0 {
		said = append(said, w.Week(c.step.Week.Done, c.step.Week.Of))
	}
	if c.step.Tomorrow > 0 {
		said = append(said, w.Tomorrow(c.step.Tomorrow))
	}
	return said
}

// list adds titles below a heading, if there are any.
func (c *closing) list(env Env, b *body, heading string, titles []string) {
	if len(titles) == 0 {
		return
	}
	th := env.Theme
	b.gap()
	b.para(th.Heading, heading, env.Measure())
	for _, t := range titles {
		b.add("  " + th.Good.Render(th.Mark.Done) + " " + th.Text.Render(fit(th, t, env.Measure()-6)))
	}
}

func lessonTitles(lessons []*course.Lesson) []string {
	var out []string
	for _, l := range lessons {
		out = append(out, titleOf(l))
	}
	return out
}

func skillTitles(skills []learn.SkillState) []string {
	var out []string
	for _, s := range skills {
		out = append(out, textsafe.Line(s.Skill.Title))
	}
	return out
}
