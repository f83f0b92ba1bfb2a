package tui

import (
	"fmt"
	"sort"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// textScreen is a page of text to look things up in: findings, glossary, cards.
type textScreen struct {
	title func(*words.Words) string
	text  func(Env, *markdown) []string // every line, at most env.W cells wide
	lines []string                      // text as it was last laid out
	wide  int                           // for which width
	look  *Theme                        // and which theme
	prose markdown
	pager
}

func (s *textScreen) Title(w *words.Words) string { return s.title(w) }

func (s *textScreen) Bindings(w *words.Words) []Binding { return moving(w) }

func (s *textScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if s.lines == nil || s.wide != env.W || s.look != env.Theme {
		s.lines, s.wide, s.look = s.text(env, &s.prose), env.W, env.Theme
	}
	if m, ok := msg.(IntentMsg); ok {
		s.move(m.Intent, len(s.lines), env.H)
	}
	return nil
}

func (s *textScreen) View(env Env) Frame { return s.frame(env, s.lines) }

// newFindings lists what is wrong with the files of a course, errors first, for
// whoever writes it.
func newFindings(diags []course.Diag) *textScreen {
	sorted := append([]course.Diag{}, diags...)
	sort.SliceStable(sorted, func(i, j int) bool {
		return sorted[i].Severity == course.Error && sorted[j].Severity != course.Error
	})
	return &textScreen{
		title: func(w *words.Words) string { return w.Library.FindingsTitle },
		text:  func(env Env, _ *markdown) []string { return findingLines(env, sorted) },
	}
}

func findingLines(env Env, diags []course.Diag) []string {
	w, th := env.Words.Library, env.Theme
	if len(diags) == 0 {
		return wrapStyled(th.Text, w.FindingsNone, env.Measure())
	}
	errors := 0
	for _, d := range diags {
		if d.Severity == course.Error {
			errors++
		}
	}
	out := []string{th.Title.Render(fit(th, w.FindingsCount(errors, len(diags)-errors), env.W))}
	for _, d := range diags {
		style, mark := th.Warn, th.Mark.Close
		if d.Severity == course.Error {
			style, mark = th.Bad, th.Mark.Wrong
		}
		at := textsafe.Line(d.Pos.File)
		if d.Pos.Line > 0 {
			at += ", " + w.Line(d.Pos.Line)
		}
		head := fmt.Sprintf("%s %s", mark, string(d.Severity))
		out = append(out, "", style.Render(head)+"  "+th.Dim.Render(fit(th, at, env.W-len(head)-2)))
		out = append(out, indent(wrapStyled(th.Text, textsafe.Line(d.Msg), env.Measure()-2))...)
		if d.Hint != "" {
			out = append(out, indent(wrapStyled(th.Info, w.Cure+" "+textsafe.Line(d.Hint), env.Measure()-2))...)
		}
	}
	return out
}

// newCards lists the cards of a course, front and back.
func newCards(c *course.Course) *textScreen {
	return &textScreen{
		title: func(w *words.Words) string { return w.Outline.CardsTitle },
		text: func(env Env, md *markdown) []string {
			var out []string
			for _, card := range c.Cards {
				if len(out) > 0 {
					out = append(out, "")
				}
				out = append(out, md.doc(env, card.Front, env.Measure()).Lines...)
				out = append(out, indent(md.doc(env, card.Back, env.Measure()-2).Lines)...)
			}
			return out
		},
	}
}

// indent moves lines two cells in.
func indent(lines []string) []string {
	in := make([]string, len(lines))
	for i := range lines {
		in[i] = "  " + lines[i]
	}
	return in
}
