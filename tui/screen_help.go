package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/words"
)

// helpScreen lists the keys of the page below it: those of the page first, then
// those that hold everywhere, and beside a key that cannot be had the reason.
type helpScreen struct {
	page   string // title of the page below
	own    []Binding
	rest   []Binding
	typing bool // letters are text there
	pager
}

// newHelp takes the bindings of a page as the App lists them: its own, then
// those that hold everywhere.
func newHelp(page string, own, everywhere []Binding, typing bool) *helpScreen {
	return &helpScreen{page: page, own: own, rest: everywhere, typing: typing}
}

func (s *helpScreen) Title(w *words.Words) string { return w.Frame.HelpTitle }

func (s *helpScreen) Bindings(w *words.Words) []Binding {
	return append([]Binding{
		{Intent: IntentHelp, Words: w.Keys.Close},
		{Intent: IntentBack, Words: w.Keys.Close, Quiet: true},
		{Intent: IntentQuit, Words: w.Keys.Close, Quiet: true},
		{Intent: IntentEnter, Words: w.Keys.Close, Quiet: true},
	}, moving(w)...)
}

func (s *helpScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	m, ok := msg.(IntentMsg)
	if !ok {
		return nil
	}
	n := len(s.lines(env))
	if s.move(m.Intent, n, env.H) {
		return nil
	}
	return func() tea.Msg { return BackMsg{} }
}

func (s *helpScreen) View(env Env) Frame { return s.frame(env, s.lines(env)) }

func (s *helpScreen) lines(env Env) []string {
	k := env.Words.Keys
	var out []string
	group := func(heading string, bs []Binding) {
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, env.Theme.Heading.Render(fit(env.Theme, heading, env.W)))
		for _, b := range merge(bs) {
			out = append(out, s.line(env, b)...)
		}
	}
	if s.typing {
		out = append(out, wrapStyled(env.Theme.Info, env.Words.Hands.Typing, env.Measure())...)
	}
	group(s.page, s.own)
	group(k.Everywhere, s.rest)
	return out
}

// line draws one binding: its keys, what it does, and why it cannot be had.
func (s *helpScreen) line(env Env, b helpRow) []string {
	column := 16
	if env.W >= 60 {
		column = 20
	}
	keys := ""
	for _, i := range b.intents {
		for _, key := range env.Keys[i] {
			if s.typing && prints(key) {
				continue
			}
			// A key that does not fit behind the others is left out whole.
			if name := env.Words.Keys.Name(key); keys == "" {
				keys = name
			} else if ansi.StringWidth(keys)+1+ansi.StringWidth(name) <= column-2 {
				keys += " " + name
			}
		}
	}
	if keys == "" {
		return nil
	}
	label := env.Theme.Key.Render(pad(fit(env.Theme, keys, column-2), column))
	what := b.words
	if b.disabled != "" {
		what += " (" + env.Words.Keys.NotNow + env.Words.Print.Colon + " " + b.disabled + ")"
	}
	var out []string
	for n, line := range wrap(what, max(env.Measure()-column-2, 10)) {
		style := env.Theme.Text
		if b.disabled != "" {
			style = env.Theme.Dim
		}
		if n > 0 {
			label = strings.Repeat(" ", ansi.StringWidth(label))
		}
		out = append(out, "  "+label+style.Render(line))
	}
	return out
}

// helpRow is the keys that do the same.
type helpRow struct {
	intents  []Intent
	words    string
	disabled string
}

// merge puts bindings with the same words on one row, where the first stands.
func merge(bs []Binding) []helpRow {
	var out []helpRow
	for _, b := range bs {
		found := false
		for i := range out {
			if out[i].words == b.Words && out[i].disabled == b.Disabled {
				out[i].intents = append(out[i].intents, b.Intent)
				found = true
			}
		}
		if !found {
			out = append(out, helpRow{[]Intent{b.Intent}, b.Words, b.Disabled})
		}
	}
	return out
}
