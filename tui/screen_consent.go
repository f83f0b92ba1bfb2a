package tui

import (
	"slices"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// consent shows all that a task wants to run, over its page, and asks. Nothing can
// be answered before the last line was in sight, or by keys that were pressed for
// the page below; no is chosen, and what happens by itself.
type consent struct {
	screen int // that asked
	asked  agreedMsg
	rest   []trust.Request // what else of the course the learner may be asked for
	all    bool            // they want to be asked for that too
	again  bool            // the second question is put
	ready  bool            // it has been there for a moment
	seen   bool            // the last line was in sight
	pick   picker
	prose  markdown
	scroll scroll
	told   told
}

// told is what was said last before the question, as it was drawn: commands can be
// long, and are read many times.
type told struct {
	theme *Theme
	words *words.Words
	width int
	all   bool
	lines []string
}

// consentMoment is how long a box is there before keys answer it: those that come
// sooner were pressed for something else.
const consentMoment = 300 * time.Millisecond

// consentReadyMsg says that the moment is over.
type consentReadyMsg struct{}

// What may be answered.
const (
	consentNo  = "no"
	consentYes = "yes"
	consentAll = "all"
)

func newConsent(screen int, asked agreedMsg, rest []trust.Request) *consent {
	return &consent{screen: screen, asked: asked, rest: rest, scroll: scroll{hand: true}}
}

func (c *consent) Title(w *words.Words) string { return w.Practice.Consent.Title }

func (c *consent) Bindings(w *words.Words) []Binding {
	bs := c.pick.bindings(w)
	if !c.seen {
		bs = enterPages(bs, w)
	}
	bs = append(bs, Binding{Intent: IntentBack, Words: w.Keys.Back})
	return withScroll(append(bs, Binding{Intent: IntentSpace, Words: w.Flow.PageDown, Quiet: true}), w)
}

func (c *consent) Update(env Env, msg tea.Msg) tea.Cmd {
	c.offer(env)
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case ShowMsg:
		id := env.ID
		cmd = tea.Tick(consentMoment, func(time.Time) tea.Msg { return ForMsg{Screen: id, Msg: consentReadyMsg{}} })
	case consentReadyMsg:
		c.ready = true
	case IntentMsg:
		cmd = c.intent(env, msg.Intent)
	}
	c.offer(env)
	b := c.body(env)
	c.seen = c.seen || c.scroll.end(b, env.H)
	return cmd
}

// offer puts the answers, with no chosen.
func (c *consent) offer(env Env) {
	if c.pick.input != nil {
		return
	}
	w := env.Words.Practice.Consent
	answers := []widget.Choice{{Value: consentNo, Text: w.No}, {Value: consentYes, Text: w.Yes}}
	switch {
	case c.all:
		answers[1].Text = w.YesAll
	case len(c.rest) > 0 && !c.again:
		answers = append(answers, widget.Choice{Value: consentAll, Text: w.All})
	}
	c.pick.offer(answers...)
	c.pick.intent(IntentDown, env.Measure())
}

func (c *consent) intent(env Env, i Intent) tea.Cmd {
	b := c.body(env)
	switch {
	case i == IntentBack:
		return func() tea.Msg { return ReturnMsg{Then: toast(env.Words.Practice.Consent.Refused)} }
	case i == IntentSpace, !c.seen && (i == IntentDown || i == IntentEnter):
		if i != IntentDown {
			i = IntentPageDown
		}
		c.scroll.intent(i, b, env.H)
	case !c.ready || !c.seen:
		c.scroll.intent(i, b, env.H)
	case i == IntentEnter && c.pick.value() == consentYes:
		return c.yes()
	case i == IntentEnter && c.pick.value() == consentAll:
		c.all, c.seen, c.pick, c.scroll = true, false, picker{}, scroll{hand: true}
	case i == IntentEnter:
		return c.no(env)
	case c.pick.intent(i, env.Measure()):
		c.scroll.hand = false
	default:
		c.scroll.intent(i, b, env.H)
	}
	return nil
}

// no goes on with what can be done without running anything.
func (c *consent) no(env Env) tea.Cmd {
	refused := refusedMsg{c.asked.task, c.asked.then}
	said := toast(env.Words.Practice.Consent.Refused)
	return func() tea.Msg {
		return ReturnMsg{Then: tea.Sequence(func() tea.Msg { return ForMsg{Screen: c.screen, Msg: refused} }, said)}
	}
}

// yes puts the second question where there is one, and then goes on.
func (c *consent) yes() tea.Cmd {
	if !c.again && c.asked.state.Request.Needs() > 1 {
		c.again, c.pick = true, picker{}
		return nil
	}
	asked := c.asked
	if c.all {
		asked.state.Rest = c.rest
	}
	return func() tea.Msg {
		return ReturnMsg{Then: func() tea.Msg { return ForMsg{Screen: c.screen, Msg: asked} }}
	}
}

func (c *consent) View(env Env) Frame { return c.scroll.draw(env, c.body(env), env.H) }

func (c *consent) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Practice.Consent, env.Measure()
	b := &body{lines: slices.Clip(c.tell(env))}
	b.gap()
	b.para(th.Heading, w.Question(c.asked.state.Request.Course, c.all, c.asked.state.Passing), width)
	if c.again {
		b.gap()
		b.para(th.Bad, w.Again, width)
	}
	b.gap()
	view := c.pick.view(width, c.prose.style(env))
	if !c.ready {
		b.add(make([]string, len(view.Lines))...) // what cannot be answered yet is not there yet
		return b
	}
	b.input(view)
	return b
}

// tell is what is to be known before the question: what is run, and what keeps it.
func (c *consent) tell(env Env) []string {
	th, w, width := env.Theme, env.Words.Practice.Consent, env.Measure()
	if c.told.theme == th && c.told.words == env.Words && c.told.width == width && c.told.all == c.all {
		return c.told.lines
	}
	r, b := c.asked.state.Request, &body{}
	if !c.all {
		b.para(th.Text, words.Put(w.Asks, "task", words.Named(plainText(r.TaskTitle)), "course", words.Named(r.CourseTitle)), width)
		requested(env, b, r, width)
	} else {
		b.para(th.Text, words.Put(w.AsksAll, "course", words.Named(r.CourseTitle)), width)
		for _, r := range append([]trust.Request{r}, c.rest...) {
			b.gap()
			b.para(th.Heading, words.Put(w.Task, "task", words.Named(plainText(r.TaskTitle))), width)
			requested(env, b, r, width)
		}
	}
	network := "no"
	if r.Network {
		network = "yes"
	}
	b.para(th.Text, w.Network[network], width)
	level := th.Text
	if r.Level == wall.None {
		level = th.Bad
	}
	b.para(level, w.Level[r.Level.String()], width)
	if r.Level != wall.None {
		for _, lack := range r.Lacks {
			b.para(th.Warn, w.Lacks[lack.String()], width)
		}
	}
	b.para(th.Dim, w.NoBetter(r), width)
	c.told = told{th, env.Words, width, c.all, b.lines}
	return b.lines
}

// requested is what one task runs, with which files and where.
func requested(env Env, b *body, r trust.Request, width int) {
	th, w := env.Theme, env.Words.Practice.Consent
	for _, l := range r.Lines() {
		if l.Number > 0 {
			b.gap()
			b.para(th.Dim, w.For[l.For]+env.Words.Print.Colon, width)
		}
		b.add(signs(env, l.Text, width)...)
	}
	if len(r.Files) > 0 {
		b.gap()
		b.para(th.Dim, w.Files, width)
		for _, f := range r.Files {
			b.add(signs(env, trust.Escape(f.Name), width)...)
		}
	}
	b.gap()
	b.add(pathLines(th, w.Folder, r.Folder, width)...)
}

// signs folds a text at the width, sign by sign, with a bar before every line: no
// part of it can be taken for the words of cairn.
func signs(env Env, text string, width int) []string {
	bar := env.Theme.Info.Render(env.Theme.Mark.Quote) + " "
	all, room := []rune(textsafe.Line(text)), max(8, width-2)
	if slices.ContainsFunc(all, func(r rune) bool { return r > unicode.MaxLatin1 && r != '→' }) {
		room /= 2 // a sign may take two cells
	}
	if len(all) == 0 {
		return []string{bar} // an empty line is one of the command's too
	}
	var lines []string
	for part := range slices.Chunk(all, room) {
		lines = append(lines, bar+env.Theme.Code.Render(string(part)))
	}
	return lines
}
