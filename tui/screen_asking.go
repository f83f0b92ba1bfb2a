package tui

import (
	"reflect"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// asking puts a question without a right answer: a preference, or a
// reflection. Once it is answered it shows what the author says, beside the
// learner's own words where the two are to be compared.
type asking struct {
	stage
	step  learn.Asking
	input widget.Input
}

func newAsking(s learn.Asking, w *words.Words) *asking {
	return &asking{stage: newStage(s.Place), step: s, input: askInput(s, w)}
}

// askInput is where an Ask is answered, with the answer given before.
func askInput(s learn.Asking, w *words.Words) widget.Input {
	var in widget.Input
	switch ask := w.Ask(s.Ask); {
	case len(ask.Options) == 0:
		in = widget.NewText()
	case ask.Many:
		in = widget.Several(choices(ask.Options))
	default:
		in = widget.One(choices(ask.Options))
	}
	in.Restore(s.Current)
	return in
}

func choices(options []course.Choice) []widget.Choice {
	list := make([]widget.Choice, len(options))
	for i, o := range options {
		list[i] = widget.Choice{Value: o.ID, Text: o.Title}
	}
	return list
}

func (a *asking) Title(w *words.Words) string { return w.Flow.Titles.Ask }

// Captures reports whether letters are text at the moment.
func (a *asking) Captures() bool { return !a.step.Answered && a.input.Captures() }

// Leave keeps an answer that was not sent.
func (a *asking) Leave() learn.Action {
	if ans := a.input.Answer(); !a.step.Answered && !reflect.DeepEqual(ans, a.step.Current) {
		return learn.Draft{Answer: ans}
	}
	return nil
}

func (a *asking) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case StepMsg:
		a.take(env, msg)
	case EnvMsg:
		a.respell(env)
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		a.typed(env, a.input, msg)
	case IntentMsg:
		a.notice = ""
		cmd = a.intent(env, msg.Intent)
	}
	b := a.body(env)
	a.scroll.settle(b, a.room(env))
	return cmd
}

// take shows a newer step; an answer that is being given is kept.
func (a *asking) take(env Env, msg StepMsg) {
	s, ok := msg.Step.(learn.Asking)
	if !ok || msg.Err != nil {
		return
	}
	if s.Ask != a.step.Ask || s.Answered != a.step.Answered {
		*a = *newAsking(s, env.Words)
		return
	}
	a.step, a.place = s, s.Place
}

// respell says the options of a built-in question in the language that holds
// now, with the answer that is being given.
func (a *asking) respell(env Env) {
	if !a.step.Ask.BuiltIn {
		return
	}
	now := a.step
	now.Current = a.input.Answer()
	a.input = askInput(now, env.Words)
}

func (a *asking) intent(env Env, i Intent) tea.Cmd {
	if a.step.Answered {
		return a.answered(env, i)
	}
	switch i {
	case IntentEnter, IntentSend:
		a.scroll.hand = false
		if ready, missing := a.input.Ready(&env.Words.Answers); !ready {
			a.notice = missing
			return nil
		}
		return do(learn.Submit{Answer: a.input.Answer()})
	case IntentSkip:
		return do(learn.Skip{})
	}
	b := a.body(env)
	if a.readsOn(i, b, a.room(env)) {
		return nil
	}
	if a.input.Intent(widget.Intent(i), env.Measure()) {
		a.scroll.hand = false
		return nil
	}
	return a.move(env, i, b)
}

// answered goes on from what the author says.
func (a *asking) answered(env Env, i Intent) tea.Cmd {
	b := a.body(env)
	switch i {
	case IntentSpace:
		if !a.scroll.end(b, a.room(env)) {
			i = IntentPageDown
			break
		}
		return do(learn.Continue{})
	case IntentEnter:
		return do(learn.Continue{})
	}
	return a.move(env, i, b)
}

func (a *asking) Bindings(w *words.Words) []Binding {
	var bs []Binding
	if a.step.Answered {
		bs = []Binding{
			{Intent: IntentEnter, Words: w.Flow.GoOn},
			{Intent: IntentSpace, Words: w.Flow.PageDown, Quiet: true},
		}
	} else {
		bs = inputBindings(a.input, w)
		for i := range bs {
			if bs[i].Intent == IntentEnter {
				bs[i].Words = w.Flow.Ask.Send
			}
		}
		bs = append(bs, Binding{Intent: IntentSkip, Words: w.Keys.Skip})
		bs = append(bs, a.answerBindings(w, a.input)...)
		for i := range bs {
			if bs[i].Intent == IntentEditor {
				bs[i].Quiet = false // where much may be written
			}
		}
		return withScroll(bs, w)
	}
	return withScroll(append(bs, a.commonBindings(w)...), w)
}

func (a *asking) View(env Env) Frame { return a.frame(env, a.body(env)) }

func (a *asking) body(env Env) *body {
	th, t, width := env.Theme, env.Words.Flow.Ask, env.Measure()
	b := &body{}
	if a.step.Intro != "" && !a.step.Answered {
		b.add(a.prose.lines(env, a.step.Intro, width)...)
		b.gap()
		b.start = len(b.lines)
	}
	b.add(a.prose.heading(env, env.Words.Ask(a.step.Ask).Prompt, width)...)
	if a.step.Answered {
		b.gap()
		a.reply(env, b)
		return b
	}
	if a.step.Ask.Body != "" {
		b.gap()
		b.add(a.prose.lines(env, a.step.Ask.Body, width)...)
	}
	how := t.One
	switch {
	case len(a.step.Ask.Options) == 0:
		how = t.Text
	case a.step.Ask.Many:
		how = t.Many
	}
	b.para(th.Dim, how, width)
	b.gap()
	b.input(a.input.View(width, a.prose.style(env)))
	return b
}

// reply shows what the author says, with the learner's own words before it:
// side by side where there is room.
func (a *asking) reply(env Env, b *body) {
	th, t := env.Theme, env.Words.Flow.Ask
	if !a.step.Ask.Compare {
		b.add(a.prose.lines(env, a.step.Ask.Why, env.Measure())...)
		return
	}
	own := textsafe.Text(a.step.Current.Text)
	if env.W < 72 {
		b.para(th.Heading, t.Yours, env.Measure())
		b.para(th.Text, own, env.Measure())
		b.gap()
		b.para(th.Heading, t.Authors, env.Measure())
		b.add(a.prose.lines(env, a.step.Ask.Why, env.Measure())...)
		return
	}
	const between = 4
	half := (min(env.W, 100) - between) / 2
	left := body{}
	left.para(th.Heading, t.Yours, half)
	left.para(th.Text, own, half)
	right := body{}
	right.para(th.Heading, t.Authors, half)
	right.add(a.prose.lines(env, a.step.Ask.Why, half)...)
	for i := range max(len(left.lines), len(right.lines)) {
		l, r := "", ""
		if i < len(left.lines) {
			l = left.lines[i]
		}
		if i < len(right.lines) {
			r = right.lines[i]
		}
		b.add(strings.TrimRight(l+strings.Repeat(" ", half+between-ansi.StringWidth(l))+r, " "))
	}
}
