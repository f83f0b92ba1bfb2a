package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/search"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// mostFound is how many results are shown.
const mostFound = 50

// searchScreen finds words everywhere, as they are typed: a field, and below it
// what was found, each with its kind, its place and the line.
type searchScreen struct {
	find    finder
	in      indexes
	asked   string // what the results are of
	results []foundResult
	rows
}

// foundResult is a result with the page it is on.
type foundResult struct {
	search.Result
	page int
}

// foundMsg is what a search found.
type foundMsg struct {
	query   string
	results []foundResult
}

// pagesMsg are the pages that results stand on, by place.
type pagesMsg map[string]int

func newSearch() *searchScreen { return &searchScreen{find: finder{typing: true}} }

func (s *searchScreen) Title(w *words.Words) string { return w.Finding.Title }

// Captures reports that letters are text.
func (s *searchScreen) Captures() bool { return s.find.typing }

// Facts says how much was found.
func (s *searchScreen) Facts(w *words.Words) []string {
	if len(s.results) == 0 {
		return nil
	}
	return []string{w.Finding.Count(len(s.results))}
}

func (s *searchScreen) Bindings(w *words.Words) []Binding {
	open := Binding{Intent: IntentEnter, Words: w.Keys.Open}
	if len(s.results) == 0 {
		open.Disabled = w.Finding.NothingKept
	}
	return append([]Binding{open}, withoutSpace(moving(w))...)
}

// withoutSpace leaves out the key that is a letter here.
func withoutSpace(bs []Binding) []Binding {
	return slices.DeleteFunc(bs, func(b Binding) bool { return b.Intent == IntentSpace })
}

func (s *searchScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case ShowMsg:
		s.find.typing = true
		cmd = func() tea.Msg { return seekMsg{screen: env.ID} }
	case indexes:
		own := s.in.own
		if s.in = msg; msg.own == nil {
			s.in.own = own
		}
		cmd = s.seek(env)
	case foundMsg:
		if msg.query == s.find.text {
			s.asked, s.results = msg.query, msg.results
			cmd = s.pages(env)
		}
	case pagesMsg:
		for i := range s.results {
			s.results[i].page = msg[s.results[i].Place]
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		before := s.find.text
		s.find.key(msg)
		s.find.typing = true
		if s.find.text != before {
			s.at = 0
			cmd = s.seek(env)
		}
	case IntentMsg:
		if msg.Intent == IntentEnter {
			return s.open()
		}
		s.move(msg.Intent, len(s.results), s.height(env), s.can)
	}
	s.settle(len(s.results), s.height(env), s.can)
	return cmd
}

// seek searches off the event loop.
func (s *searchScreen) seek(env Env) tea.Cmd {
	query, in := s.find.text, s.in
	if query == "" {
		s.asked, s.results = "", nil
		return nil
	}
	return func() tea.Msg {
		m := foundMsg{query: query}
		for _, r := range search.Find(query, mostFound, in.own, in.lessons, in.shelf) {
			m.results = append(m.results, foundResult{Result: r})
		}
		return ForMsg{Screen: env.ID, Msg: m}
	}
}

// pages asks on which pages of the open course the results stand.
func (s *searchScreen) pages(env Env) tea.Cmd {
	var places []string
	for _, r := range s.results {
		if r.Open && r.Lesson != "" {
			places = append(places, r.Place)
		}
	}
	if len(places) == 0 {
		return nil
	}
	return func() tea.Msg {
		return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg {
			m := pagesMsg{}
			for _, p := range places {
				m[p] = l.SpotOf(p).Page
			}
			return m
		}}
	}
}

func (s *searchScreen) can(i int) bool { return i >= 0 && i < len(s.results) }

// open goes to where the selected result stands. The learner's own place in the
// course stays where it is.
func (s *searchScreen) open() tea.Cmd {
	if !s.can(s.at) {
		return nil
	}
	r := s.results[s.at]
	to := GoMsg{Line: r.Line}
	switch r.Kind {
	case search.KindCourse:
		to.To = RouteCourse.To(r.Ref)
	case search.KindLesson:
		to.To = RouteReread.To(r.Ref, r.Lesson)
	case search.KindText:
		to.To = RouteReread.To(r.Ref, r.Place)
	case search.KindTerm:
		to.To, to.Line = RouteGlossary.To(r.Ref), r.Title
	case search.KindCard:
		to.To = RouteCards.To(r.Ref)
	case search.KindQuestion:
		to.To = metRoute(r.Ref, r.Place)
	case search.KindNote:
		to.To, to.Line = RouteNotes.To(r.Ref), r.ID
	case search.KindBookmark:
		place := r.Place
		return func() tea.Msg { return spotMsg{place} }
	}
	return func() tea.Msg { return to }
}

// spotMsg asks the root to go to a place of the open course.
type spotMsg struct{ id string }

// toSpot goes to a place of the open course.
func (a *App) toSpot(id string) tea.Cmd {
	s := a.session
	if s == nil {
		return nil
	}
	return a.enqueue(func() tea.Msg { return spotRead{s.SpotOf(id)} })
}

// spotRead is a place as the session knows it.
type spotRead struct{ spot learn.Spot }

// resultLines is how many lines a result takes.
const resultLines = 3

// height is how many results are in sight.
func (s *searchScreen) height(env Env) int { return max((env.H-2)/s.lines(env), 1) }

// lines is how many lines a result takes in this window.
func (s *searchScreen) lines(env Env) int {
	if env.H < 14 {
		return 2
	}
	return resultLines
}

func (s *searchScreen) View(env Env) Frame {
	th, w := env.Theme, env.Words.Finding
	b := &body{}
	label := w.Ask + env.Words.Print.Colon + " "
	text := s.find.shown(env)
	for ansi.StringWidth(label+text) >= env.W && text != "" {
		text = text[len(firstCluster(text)):]
	}
	b.add(th.Accent.Render(label)+text, "")
	f := Frame{Cursor: tea.NewCursor(min(ansi.StringWidth(label+text), env.W-1), 0)}
	switch {
	case s.find.text == "":
		b.para(th.Text, w.Can, env.Measure())
		b.gap()
		b.para(th.Dim, w.How, env.Measure())
	case len(s.results) == 0 && s.asked == s.find.text && s.in.all:
		b.para(th.Dim, w.None(s.find.text), env.Measure())
		if s.in.cut() {
			b.para(th.Dim, w.Cut, env.Measure())
		}
	}
	if !s.in.all && s.find.text != "" && len(s.results) == 0 {
		b.para(th.Dim, w.Reading, env.Measure())
	}
	if len(s.results) > 0 && s.results[0].Slip {
		b.lines[1] = th.Dim.Render(fit(th, w.Slip(s.asked), env.Measure()))
	} else if len(s.results) > 0 && s.in.cut() {
		b.lines[1] = th.Dim.Render(fit(th, w.Cut, env.Measure()))
	}
	h := s.height(env)
	first := s.from(len(s.results), h)
	for i := first; i < min(first+h, len(s.results)); i++ {
		top := len(b.lines)
		b.add(s.result(env, s.results[i], i == s.at)...)
		f.Spots = append(f.Spots, rowSpot(i, top, len(b.lines), env.W, i == s.at))
		if s.lines(env) == resultLines {
			b.add("")
		}
	}
	f.Text, f.Sight = joined(b.lines, env), sight(first, h, len(s.results))
	return f
}

// result draws a result: its title and place, and the line that was found.
func (s *searchScreen) result(env Env, r foundResult, at bool) []string {
	th, w := env.Theme, env.Words.Finding
	pointer, style := "  ", th.Title
	if at {
		pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	}
	title := shownTitle(r.Title)
	if r.Kind == search.KindNote || title == "" {
		title = shownTitle(r.LessonTitle)
	}
	if title == "" {
		title = w.Kinds[string(r.Kind)]
	}
	facts := []string{w.Kinds[string(r.Kind)]}
	if where := placeOf(env, r); where != "" && env.Measure() >= roomyWidth-4 {
		facts = append(facts, where)
	}
	right := fit(th, strings.Join(facts, " "+th.Mark.Dot+" "), env.Measure()*3/5)
	head := chosenRow(env, at, spread(th, pointer+style.Render(title), th.Dim.Render(right), env.Measure()))
	line, marks := safeLine(r.Line, r.Marks, env.Measure()-2)
	if line == "" || line == title {
		return []string{head}
	}
	return []string{head, fit(th, "  "+inStyle(line, marks, th.Dim, th.Strong), env.Measure())}
}

// safeLine makes a line that was found safe to show, with its marks, and cuts
// what comes long before the first of them.
func safeLine(line string, found []search.Span, room int) (string, [][2]int) {
	const before = 24
	from := 0
	if len(found) > 0 && ansi.StringWidth(line[:found[0].To]) > room*3/4 {
		from = found[0].From
		for n := 0; n < before && from > 0; n++ {
			from--
			for from > 0 && line[from]&0xc0 == 0x80 {
				from--
			}
		}
	}
	if i := strings.IndexByte(line[from:max(from, firstFrom(found))], ' '); from > 0 && i >= 0 {
		from += i + 1
	}
	out, at := "", from
	if from > 0 {
		out = "… "
	}
	var marks [][2]int
	for _, m := range found {
		out += textsafe.Line(line[at:m.From])
		begin := len(out)
		out += textsafe.Line(line[m.From:m.To])
		marks = append(marks, [2]int{begin, len(out)})
		at = m.To
	}
	return out + textsafe.Line(line[at:]), marks
}

// firstFrom is where the first word found begins.
func firstFrom(found []search.Span) int {
	if len(found) == 0 {
		return 0
	}
	return found[0].From
}

// firstCluster is the first character of a text, with its accents.
func firstCluster(s string) string {
	c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if c == "" {
		return s[:1]
	}
	return c
}
