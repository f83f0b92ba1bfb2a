package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/tui/words"
)

// brokenScreen stands in for a page that cannot be shown and says why.
type brokenScreen struct {
	why   string
	fault *crash.Fault // in cairn itself; nil: something else is wrong
	pager
}

func newBroken(why string) *brokenScreen { return &brokenScreen{why: why} }

// newFallen stands in for a page with a fault of cairn itself.
func newFallen(f *crash.Fault) *brokenScreen { return &brokenScreen{why: f.Error(), fault: f} }

func (s *brokenScreen) Title(w *words.Words) string { return w.Frame.BrokenTitle }

func (s *brokenScreen) Bindings(w *words.Words) []Binding { return moving(w) }

func (s *brokenScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(IntentMsg); ok {
		n := len(s.lines(env))
		s.move(m.Intent, n, env.H)
	}
	return nil
}

func (s *brokenScreen) View(env Env) Frame { return s.frame(env, s.lines(env)) }

func (s *brokenScreen) lines(env Env) []string {
	f := env.Words.Frame
	var out []string
	add := func(style interface{ Render(...string) string }, text string) {
		for _, line := range wrap(text, env.Measure()) {
			out = append(out, style.Render(line))
		}
	}
	add(env.Theme.Bad, env.Theme.Mark.Wrong+" "+f.BrokenPage)
	out = append(out, "")
	add(env.Theme.Text, strings.ReplaceAll(textsafe.Text(s.why), "\t", "    "))
	out = append(out, "")
	add(env.Theme.Dim, f.BrokenHelp)
	if s.fault == nil {
		return out
	}
	if env.Data != "" {
		add(env.Theme.Dim, f.BrokenSafe(textsafe.Line(env.Data)))
	}
	if s.fault.Report != "" {
		add(env.Theme.Dim, f.BrokenReport(textsafe.Line(s.fault.Report)))
	}
	return out
}
