package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// choicesScreen shows what the learner chose, such as goal and pace, and
// changes it. One choice is open at a time.
type choicesScreen struct {
	asked []learn.Asking
	known bool // asked came
	rows
	open *openChoice // nil: the list is shown
}

// openChoice is a choice being changed.
type openChoice struct {
	ask   *course.Ask
	taken []string // code words of the options marked
	text  finder   // for an Ask without options
	rows
}

// chosen is what the screen asks the session for.
type chosen struct{ asked []learn.Asking }

func newChoices() *choicesScreen { return &choicesScreen{} }

func (s *choicesScreen) Title(w *words.Words) string { return w.Choices.Title }

func (s *choicesScreen) Captures() bool { return s.open != nil && s.open.text.typing }

func (s *choicesScreen) Bindings(w *words.Words) []Binding {
	k := w.Keys
	enter := Binding{Intent: IntentEnter, Words: k.Change}
	if s.open == nil {
		if len(s.asked) == 0 {
			enter.Disabled = w.Choices.NoChange
		}
		return append([]Binding{enter}, moving(w)...)
	}
	cancel := Binding{Intent: IntentBack, Words: k.Keep}
	switch {
	case s.open.text.typing:
		enter.Words = k.Save
		return []Binding{enter, cancel}
	case s.open.ask.Many:
		enter.Words = k.Save
		return append([]Binding{{Intent: IntentSpace, Words: k.Mark}, enter, cancel}, upAndDown(w)...)
	}
	enter.Words = k.Choose
	return append([]Binding{enter, cancel}, upAndDown(w)...)
}

// upAndDown lists the keys of a short list, in which space marks.
func upAndDown(w *words.Words) []Binding {
	return slices.DeleteFunc(moving(w), func(b Binding) bool { return b.Intent == IntentSpace })
}

func (s *choicesScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return s.ask(env)
	case StepMsg:
		if msg.Err == nil {
			return s.ask(env)
		}
	case chosen:
		s.asked, s.known = msg.asked, true
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.open != nil {
			s.open.text.key(msg)
			s.open.text.typing = true
		}
	case IntentMsg:
		return s.intent(env, msg.Intent)
	}
	s.settle(len(s.asked), s.height(env), always)
	return nil
}

func (s *choicesScreen) ask(env Env) tea.Cmd {
	return func() tea.Msg {
		return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg { return chosen{l.Choices()} }}
	}
}

func (s *choicesScreen) intent(env Env, i Intent) tea.Cmd {
	o := s.open
	switch {
	case o == nil && i == IntentEnter && s.at < len(s.asked):
		s.open = openAsk(s.asked[s.at])
	case o == nil:
		s.move(i, len(s.asked), s.height(env), always)
	case i == IntentBack:
		s.open = nil
	case i == IntentSpace:
		o.mark()
	case i == IntentEnter:
		return s.save()
	default:
		o.move(i, len(o.ask.Options), optionsHeight(env), always)
	}
	return nil
}

// save keeps the open choice. Nothing is saved that did not change.
func (s *choicesScreen) save() tea.Cmd {
	o, was := s.open, s.asked[s.at].Current
	s.open = nil
	answer := o.answer()
	if answer.Text == was.Text && slices.Equal(answer.Items, was.Items) {
		return nil
	}
	return func() tea.Msg { return DoMsg{Action: learn.Set{ID: o.ask.ID, Answer: answer}} }
}

// openAsk opens a choice at its present answer.
func openAsk(a learn.Asking) *openChoice {
	o := &openChoice{ask: a.Ask, taken: slices.Clone(a.Current.Items)}
	if len(a.Ask.Options) == 0 {
		o.text = finder{text: a.Current.Text, typing: true}
	}
	for i, opt := range a.Ask.Options {
		if slices.Contains(o.taken, opt.ID) {
			o.at = i
			break
		}
	}
	return o
}

// mark takes the selected option, or lets go of it.
func (o *openChoice) mark() {
	if o.at >= len(o.ask.Options) {
		return
	}
	id := o.ask.Options[o.at].ID
	if i := slices.Index(o.taken, id); i >= 0 {
		o.taken = slices.Delete(o.taken, i, i+1)
		return
	}
	o.taken = append(o.taken, id)
}

// answer is what was chosen, in the order of the options.
func (o *openChoice) answer() course.Answer {
	if len(o.ask.Options) == 0 {
		return course.Answer{Text: strings.TrimSpace(o.text.text)}
	}
	var items []string
	for i, opt := range o.ask.Options {
		if o.ask.Many && slices.Contains(o.taken, opt.ID) || !o.ask.Many && i == o.at {
			items = append(items, opt.ID)
		}
	}
	return course.Answer{Items: items}
}

// height is how many choices are in sight below the intro.
func (s *choicesScreen) height(env Env) int { return max(env.H-len(intro(env)), 1) }

// intro is shown above the list where there is room.
func intro(env Env) []string {
	if env.H < 12 {
		return nil
	}
	return append(wrapStyled(env.Theme.Dim, env.Words.Choices.Intro, env.Measure()), "")
}

func optionsHeight(env Env) int { return max(env.H-3, 1) }

func (s *choicesScreen) View(env Env) Frame {
	if s.open != nil {
		return s.open.view(env)
	}
	th, w := env.Theme, env.Words.Choices
	lines := intro(env)
	if s.known && len(s.asked) == 0 {
		lines = append(lines, th.Text.Render(fit(th, w.None, env.W)))
	}
	var cursor *tea.Cursor
	first := s.from(len(s.asked), s.height(env))
	for i := first; i < min(first+s.height(env), len(s.asked)); i++ {
		pointer, style := "  ", th.Text
		if i == s.at {
			pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
			cursor = tea.NewCursor(0, len(lines))
		}
		lines = append(lines, pointer+s.line(env, s.asked[i], style))
	}
	return Frame{Text: strings.Join(lines, "\n"), Cursor: cursor}
}

// line shows a choice and its present answer. The answer keeps its room, and
// the question gives way.
func (s *choicesScreen) line(env Env, a learn.Asking, style interface{ Render(...string) string }) string {
	th := env.Theme
	answer := said(env, a)
	w := env.Measure() - 2
	answer = fit(th, answer, w/2)
	ink := th.Info
	if len(a.Current.Items) == 0 && a.Current.Text == "" {
		ink = th.Dim
	}
	return spread(th, style.Render(textsafe.Line(a.Ask.Prompt)), ink.Render(answer), w)
}

// said puts the present answer into words.
func said(env Env, a learn.Asking) string {
	w := env.Words.Choices
	if len(a.Ask.Options) == 0 {
		if a.Current.Text == "" {
			return w.NotSaid
		}
		return textsafe.Line(a.Current.Text)
	}
	var titles []string
	for _, opt := range a.Ask.Options {
		if slices.Contains(a.Current.Items, opt.ID) {
			titles = append(titles, textsafe.Line(opt.Title))
		}
	}
	if len(titles) == 0 {
		return w.NotSaid
	}
	return strings.Join(titles, ", ")
}

// view draws the open choice: the question, its options or the text.
func (o *openChoice) view(env Env) Frame {
	th, w := env.Theme, env.Words.Choices
	how := w.OneHow
	switch {
	case len(o.ask.Options) == 0:
		how = w.TypeHow
	case o.ask.Many:
		how = w.ManyHow
	}
	lines := []string{
		th.Title.Render(fit(th, textsafe.Line(o.ask.Prompt), env.W)),
		th.Dim.Render(fit(th, how, env.W)), "",
	}
	if len(o.ask.Options) == 0 {
		text := wrap(o.text.text, env.Measure()-1)
		for _, line := range text {
			lines = append(lines, th.Text.Render(line))
		}
		x := ansi.StringWidth(text[len(text)-1])
		return Frame{Text: strings.Join(lines, "\n"), Cursor: tea.NewCursor(x, len(lines)-1)}
	}
	var cursor *tea.Cursor
	h := optionsHeight(env)
	first := o.from(len(o.ask.Options), h)
	for i := first; i < min(first+h, len(o.ask.Options)); i++ {
		if i == o.at {
			cursor = tea.NewCursor(0, len(lines))
		}
		lines = append(lines, o.option(env, i))
	}
	return Frame{Text: strings.Join(lines, "\n"), Cursor: cursor}
}

func (o *openChoice) option(env Env, i int) string {
	th, opt := env.Theme, o.ask.Options[i]
	on, off := th.Mark.RadioOn, th.Mark.RadioOff
	if o.ask.Many {
		on, off = th.Mark.CheckOn, th.Mark.CheckOff
	}
	mark := off
	if slices.Contains(o.taken, opt.ID) {
		mark = on
	}
	pointer, style := "  ", th.Text
	if i == o.at {
		pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	}
	return fit(th, pointer+style.Render(mark+" "+textsafe.Line(opt.Title)), env.W)
}

// always lets every row be selected.
func always(int) bool { return true }
