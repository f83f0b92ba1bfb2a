package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// findingsScreen lists what was found in a course that is previewed, errors
// first. The chosen one is told whole; enter goes to what it is about.
type findingsScreen struct {
	diags []course.Diag
	rows
}

// findingsMsg is what was found when the course was read anew.
type findingsMsg struct{ diags []course.Diag }

func newFindingsList(diags []course.Diag) *findingsScreen {
	s := &findingsScreen{}
	s.take(diags)
	return s
}

// take lists findings, and stays at the one that was chosen as far as it is there.
func (s *findingsScreen) take(diags []course.Diag) {
	var was course.Diag
	if s.at < len(s.diags) {
		was = s.diags[s.at]
	}
	s.diags = slices.Clone(diags)
	slices.SortStableFunc(s.diags, func(a, b course.Diag) int { return rank(a) - rank(b) })
	if i := slices.IndexFunc(s.diags, func(d course.Diag) bool { return d.Code == was.Code && d.Msg == was.Msg && d.Pos.File == was.Pos.File }); i >= 0 {
		s.at = i
	}
	s.at = min(s.at, max(len(s.diags)-1, 0))
}

// rank orders findings by how bad they are.
func rank(d course.Diag) int {
	if d.Severity == course.Error {
		return 0
	}
	return 1
}

func (s *findingsScreen) Title(w *words.Words) string { return w.Library.FindingsTitle }

// Facts counts them.
func (s *findingsScreen) Facts(w *words.Words) []string {
	if len(s.diags) == 0 {
		return nil
	}
	return []string{w.Library.FindingsCount(countFindings(s.diags)), w.Frame.StepShort(s.at+1, len(s.diags))}
}

func (s *findingsScreen) Bindings(w *words.Words) []Binding {
	open := Binding{Intent: IntentEnter, Words: w.Preview.KeyThere}
	source := Binding{Intent: IntentSource, Words: w.Preview.KeySource}
	if len(s.diags) == 0 {
		open.Disabled, source.Disabled = w.Library.NoFindings, w.Library.NoFindings
	}
	return append([]Binding{open, source}, moving(w)...)
}

func (s *findingsScreen) can(i int) bool { return i >= 0 && i < len(s.diags) }

func (s *findingsScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case findingsMsg:
		s.take(msg.diags)
	case IntentMsg:
		switch {
		case !s.can(s.at):
		case msg.Intent == IntentEnter:
			at := s.diags[s.at].Pos
			find := func(l Session) tea.Msg { return findingAt{preview.PlaceAt(l.Course(), at)} }
			return func() tea.Msg { return ReadMsg{Screen: env.ID, Read: find} }
		case msg.Intent == IntentSource:
			at := s.diags[s.at].Pos
			return func() tea.Msg { return sourceMsg{at.File, at.Line} }
		default:
			s.move(msg.Intent, len(s.diags), s.height(env), s.can)
		}
	case findingAt:
		if msg.id == "" {
			return toast(env.Words.Preview.NoPlace)
		}
		return tea.Sequence(do(learn.GoTo{ID: msg.id}), visit(RouteCourse))
	}
	s.settle(len(s.diags), s.height(env), s.can)
	return nil
}

// findingAt is the lesson or question that a finding is about; empty: none that
// can be gone to.
type findingAt struct{ id string }

// height is how many rows the list takes: the chosen one is told below it.
func (s *findingsScreen) height(env Env) int { return max(env.H-s.toldLines(env)-1, 1) }

// toldLines is how many lines the chosen finding takes at most.
func (s *findingsScreen) toldLines(env Env) int { return min(len(s.told(env)), max(env.H/2, 2)) }

func (s *findingsScreen) View(env Env) Frame {
	th := env.Theme
	if len(s.diags) == 0 {
		return Frame{Text: strings.Join(wrapStyled(th.Text, env.Words.Library.FindingsNone, env.Measure()), "\n")}
	}
	h := s.height(env)
	first := s.from(len(s.diags), h)
	var f Frame
	var lines []string
	for i := first; i < min(first+h, len(s.diags)); i++ {
		f.Spots = append(f.Spots, rowSpot(i, len(lines), len(lines)+1, env.W, i == s.at))
		if i == s.at {
			f.Cursor = tea.NewCursor(0, len(lines))
		}
		lines = append(lines, s.row(env, i))
	}
	lines = append(lines, "")
	told := s.told(env)
	lines = append(lines, told[:min(len(told), s.toldLines(env))]...)
	f.Text, f.Sight = strings.Join(lines, "\n"), sight(first, h, len(s.diags))
	return f
}

// row is a finding on one line: how bad it is, what it is, and where.
func (s *findingsScreen) row(env Env, i int) string {
	th, d := env.Theme, s.diags[i]
	pointer, style := "  ", th.Text
	if i == s.at {
		pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	}
	mark := th.Warn.Render(th.Mark.Close)
	if d.Severity == course.Error {
		mark = th.Bad.Render(th.Mark.Wrong)
	}
	w := min(env.W, env.Measure())
	return chosenRow(env, i == s.at, spread(th, pointer+mark+" "+style.Render(textsafe.Line(d.Msg)), th.Dim.Render(fitPlace(th, d.Pos, w/3)), w))
}

// fitPlace is file and line in at most w cells. What is cut off is the beginning
// of the file's name, not the line.
func fitPlace(th *Theme, p course.Pos, w int) string {
	place := []rune(findingPlace(p))
	if ansi.StringWidth(string(place)) <= w {
		return string(place)
	}
	for len(place) > 0 && ansi.StringWidth(th.Mark.More+string(place)) > w {
		place = place[1:]
	}
	return th.Mark.More + string(place)
}

// findingPlace is file and line, as compilers write them.
func findingPlace(p course.Pos) string {
	if p.Line == 0 {
		return textsafe.Line(p.File)
	}
	return fmt.Sprintf("%s:%d", textsafe.Line(p.File), p.Line)
}

// told is the chosen finding as it is told whole.
func (s *findingsScreen) told(env Env) []string {
	if !s.can(s.at) {
		return nil
	}
	th, d := env.Theme, s.diags[s.at]
	style, mark := th.Warn, th.Mark.Close
	if d.Severity == course.Error {
		style, mark = th.Bad, th.Mark.Wrong
	}
	out := []string{fit(th, style.Render(mark+" "+string(d.Severity))+th.Dim.Render("  "+findingPlace(d.Pos)+"  "+d.Code), min(env.W, env.Measure()))}
	out = append(out, wrapStyled(th.Text, textsafe.Line(d.Msg), env.Measure())...)
	if d.Hint != "" {
		out = append(out, wrapStyled(th.Info, env.Words.Library.Cure+" "+textsafe.Line(d.Hint), env.Measure())...)
	}
	return out
}
