package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/words"
)

// libraryScreen lists the courses: built-in ones, those opened lately and those
// in the folder, each with how far the learner is in it.
type libraryScreen struct {
	entries []library.Entry
	listed  bool  // entries were asked for and came
	err     error // why they did not
	rows
	find finder
}

// listMsg asks the root for the courses on the shelf.
type listMsg struct {
	screen int
	first  bool // nothing is shown yet
}

// glanced is the first answer to listMsg: the titles alone.
type glanced struct{ entries []library.Entry }

// listed is the answer to listMsg.
type listed struct {
	entries []library.Entry
	err     error
}

func newLibrary() *libraryScreen { return &libraryScreen{} }

func (s *libraryScreen) Title(w *words.Words) string { return w.Library.Title }

func (s *libraryScreen) Captures() bool { return s.find.typing }

func (s *libraryScreen) Bindings(w *words.Words) []Binding {
	open := Binding{Intent: IntentEnter, Words: w.Keys.Open}
	find := Binding{Intent: IntentFindings, Words: w.Keys.Findings}
	filter := Binding{Intent: IntentFilter, Words: w.Keys.Filter}
	e := s.selected()
	switch {
	case e == nil:
		open.Disabled, find.Disabled = w.Library.NoneToOpen, w.Library.NoneToOpen
	case e.Errors+e.Warnings == 0:
		find.Disabled = w.Library.NoFindings
	}
	if len(s.entries) == 0 {
		filter.Disabled = w.Library.NoneToOpen
	}
	bs := []Binding{open, filter, find}
	if s.find.on() {
		bs = append(bs, Binding{Intent: IntentBack, Words: w.Keys.ClearFilter})
	}
	return append(bs, moving(w)...)
}

func (s *libraryScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		first := !s.listed
		return func() tea.Msg { return listMsg{screen: env.ID, first: first} }
	case glanced:
		if !s.listed {
			s.entries = msg.entries
		}
	case listed:
		s.take(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		s.find.key(msg)
	case IntentMsg:
		return s.intent(env, msg.Intent)
	}
	s.settle(len(s.list()), s.height(env), s.can)
	return nil
}

// take shows the courses that came and keeps the selection on its course.
func (s *libraryScreen) take(msg listed) {
	ref := ""
	if e := s.selected(); e != nil {
		ref = e.Ref
	}
	s.entries, s.err, s.listed = msg.entries, msg.err, true
	for i, r := range s.list() {
		if r.entry != nil && r.entry.Ref == ref {
			s.at = i
		}
	}
}

func (s *libraryScreen) intent(env Env, i Intent) tea.Cmd {
	e := s.selected()
	switch {
	case i == IntentFilter:
		s.find.typing = true
	case i == IntentBack:
		s.find = finder{}
	case i == IntentEnter && s.find.typing && e == nil:
		s.find.typing = false
	case i == IntentEnter && e != nil:
		s.find.typing = false
		to := RouteCourse.To(e.Ref)
		return func() tea.Msg { return GoMsg{To: to} }
	case i == IntentFindings && e != nil:
		to := RouteFindings.To(e.Ref)
		return func() tea.Msg { return GoMsg{To: to} }
	default:
		s.move(i, len(s.list()), s.height(env), s.can)
		return nil
	}
	s.settle(len(s.list()), s.height(env), s.can)
	return nil
}

// libraryRow is a course, a heading or a free line.
type libraryRow struct {
	heading library.Source
	entry   *library.Entry
}

// list gives the rows: the courses that match, under the headings of where
// they come from.
func (s *libraryScreen) list() []libraryRow {
	var out []libraryRow
	for _, src := range []library.Source{library.Recent, library.Folder, library.BuiltIn} {
		begun := false
		for i := range s.entries {
			e := &s.entries[i]
			if e.Source != src || !s.find.matches(e.Title+" "+e.ID+" "+e.Summary) {
				continue
			}
			if !begun {
				if len(out) > 0 {
					out = append(out, libraryRow{})
				}
				out = append(out, libraryRow{heading: src})
				begun = true
			}
			out = append(out, libraryRow{entry: e})
		}
	}
	return out
}

func (s *libraryScreen) can(i int) bool { return s.list()[i].entry != nil }

func (s *libraryScreen) selected() *library.Entry {
	if l := s.list(); s.at < len(l) {
		return l[s.at].entry
	}
	return nil
}

// height is how many rows are in sight; the rest is the selected course at
// length and the line of the filter.
func (s *libraryScreen) height(env Env) int {
	h := env.H - s.detailHeight(env)
	if s.find.on() {
		h -= 2
	}
	return max(h, 1)
}

// smallCairn is how many lines a cairn has where there is little room.
const smallCairn = 5

func (s *libraryScreen) detailHeight(env Env) int {
	switch {
	case env.H >= 28:
		return cairnLines + 1
	case env.H >= 14:
		return smallCairn + 1
	case env.H >= 7:
		return 2
	}
	return 0
}

func (s *libraryScreen) View(env Env) Frame {
	w := env.Words.Library
	var lines []string
	var cursor *tea.Cursor
	var spots []Spot
	if s.find.on() {
		line, at := s.find.line(env)
		lines = append(lines, line, "")
		if s.find.typing {
			cursor = at
		}
	}
	all := s.list()
	h := s.height(env)
	switch {
	case s.err != nil:
		lines = append(lines, wrapStyled(env.Theme.Bad, env.Words.Errors.ListFailed(s.err), env.Measure())...)
	case !s.listed:
	case len(s.entries) == 0:
		lines = append(lines, env.Theme.Text.Render(fit(env.Theme, w.Empty, env.W)))
		lines = append(lines, wrapStyled(env.Theme.Dim, w.EmptyHow, env.Measure())...)
	case len(all) == 0:
		lines = append(lines, env.Theme.Dim.Render(fit(env.Theme, w.NoMatch(s.find.text), env.W)))
	}
	first := s.from(len(all), h)
	for i := first; i < min(first+h, len(all)); i++ {
		if i == s.at && cursor == nil {
			cursor = tea.NewCursor(0, len(lines))
		}
		if all[i].entry != nil {
			spots = append(spots, rowSpot(i, len(lines), len(lines)+1, env.W, i == s.at))
		}
		lines = append(lines, s.row(env, all[i], i == s.at))
	}
	for len(lines) < env.H-s.detailHeight(env) && (len(lines) < len(all)+1 || env.H < 14) {
		lines = append(lines, "")
	}
	if e := s.selected(); e != nil {
		lines = append(lines, s.detail(env, e)...)
	}
	return Frame{Text: strings.Join(lines, "\n"), Cursor: cursor, Spots: spots}
}

// row draws one row: the title at the left, how far at the right.
func (s *libraryScreen) row(env Env, r libraryRow, at bool) string {
	w := env.Words.Library
	if r.entry == nil {
		names := map[library.Source]string{library.BuiltIn: w.BuiltIn, library.Recent: w.Recent, library.Folder: w.Folder}
		return env.Theme.Title.Render(fit(env.Theme, names[r.heading], env.W))
	}
	title := env.Theme.Text.Render(textsafe.Line(r.entry.Title))
	mark := "  "
	if at {
		mark = env.Theme.Accent.Render(env.Theme.Mark.Cursor) + " "
		title = env.Theme.Accent.Render(textsafe.Line(r.entry.Title))
	}
	return chosenRow(env, at, spread(env.Theme, mark+title, s.state(env, r.entry), env.Measure()))
}

// state says how far the learner is, as a bar and in words.
func (s *libraryScreen) state(env Env, e *library.Entry) string {
	w := env.Words.Library
	if e.Glanced {
		return ""
	}
	p := e.Progress
	bar := ""
	if env.Measure() >= 60 && p.Of > 0 && p.Started {
		bar = env.Theme.Bar(float64(p.Done)/float64(p.Of), 10) + "  "
	}
	said := w.NotBegun
	switch {
	case p.Finished:
		said = w.Finished
	case p.Started && p.Of > 0 && env.Measure() >= 60:
		said = w.Done(p.Done, p.Of)
	case p.Started && p.Of > 0:
		said = env.Words.Frame.StepShort(p.Done, p.Of)
	case p.Started:
		said = w.Begun
	}
	if env.Measure() >= 60 {
		said = fmt.Sprintf("%16s", said)
	}
	return bar + env.Theme.Dim.Render(said)
}

// detail says more of the selected course, beside a cairn that grows with it.
func (s *libraryScreen) detail(env Env, e *library.Entry) []string {
	h := s.detailHeight(env)
	if h == 0 {
		return nil
	}
	facts := env.Theme.Dim.Render(strings.Join(s.facts(env, e), " "+env.Theme.Mark.Dot+" "))
	if h < smallCairn {
		summary := env.Theme.Text.Render(fit(env.Theme, textsafe.Line(e.Summary), env.W))
		return []string{summary, fit(env.Theme, facts, env.W)}
	}
	known := cairnFrom(e.Progress)
	art := known.draw(env.Theme, cairnRoom-4, h-1)
	room := env.Measure() - cairnRoom
	text := wrapStyled(env.Theme.Text, textsafe.Line(e.Summary), room)
	if most := len(art) - 1; len(text) > most && most > 0 {
		text = text[:most]
	}
	text = append(text, fit(env.Theme, facts, room))
	for len(text) < len(art) {
		text = append([]string{""}, text...)
	}
	out := []string{""}
	for i, line := range text {
		left := strings.Repeat(" ", cairnRoom)
		if i < len(art) {
			left = pad(art[i], cairnRoom)
		}
		out = append(out, left+line)
	}
	return out
}

// facts lists what else there is to say of a course.
func (s *libraryScreen) facts(env Env, e *library.Entry) []string {
	w := env.Words.Library
	var out []string
	if e.Lessons > 0 {
		out = append(out, w.Lessons(e.Lessons))
	}
	switch {
	case e.Progress.Started && !e.Progress.Finished && e.Progress.MinutesLeft > 0:
		out = append(out, w.Left(e.Progress.MinutesLeft))
	case e.Minutes > 0:
		out = append(out, w.Minutes(e.Minutes))
	}
	if e.Errors > 0 {
		out = append(out, w.Errors(e.Errors))
	}
	if e.Warnings > 0 {
		out = append(out, w.Warnings(e.Warnings))
	}
	return out
}
