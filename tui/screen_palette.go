package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// paletteScreen lists what can be done on the page below and where one can go,
// each with its key, so that the keys are learned by the way. What is typed
// narrows it down. It is made of the bindings of the page and of the lessons of
// the course, and knows of no command by itself.
type paletteScreen struct {
	title string // of a list of its own; empty: the palette
	all   []command
	find  finder
	found []command // that fit what is typed, best first
	rows
}

// command is a row of the palette. One of intent, to, do and msg is set.
type command struct {
	words    string
	also     string // other names of what starts something over; empty for all else
	key      string
	disabled string // why not now
	intent   Intent
	to       Route
	do       learn.Action
	then     learn.Action // after do, if that goes well; nil: nothing
	told     []string     // what is said below the list while the row is chosen; none: nothing
	msg      tea.Msg      // to the root
	marks    [][2]int     // letters of words that were typed
	score    int
}

// chosenMsg is a command that was chosen in the palette.
type chosenMsg struct{ command command }

// lessonsRead are the lessons of the open course.
type lessonsRead []learn.LessonProgress

// palette lays the palette over the page that is shown.
func (a *App) palette() tea.Cmd {
	below := a.top()
	s := &paletteScreen{find: finder{typing: true}}
	seen := map[Intent]bool{}
	all := a.bindings(below)
	if all[0].Intent == IntentHelp {
		all = append(all[1:len(all):len(all)], all[0]) // it comes last: here is what it would tell
	}
	for _, b := range all {
		if seen[b.Intent] || b.Intent == IntentPalette || onlyMoves(b.Intent) {
			continue
		}
		seen[b.Intent] = true
		s.all = append(s.all, command{words: b.Words, key: a.keyFor(b.Intent, below), disabled: b.Disabled, intent: b.Intent})
	}
	slices.SortStableFunc(s.all, func(x, y command) int {
		switch {
		case x.disabled == "" && y.disabled != "":
			return -1
		case x.disabled != "" && y.disabled == "":
			return 1
		}
		return 0
	})
	names := IntentWords(a.o.Words)
	for i, to := range a.places() {
		if !seen[i] {
			s.all = append(s.all, command{words: names[i], key: a.keyFor(i, below), to: to})
			seen[i] = true
		}
	}
	slices.SortStableFunc(s.all[len(s.all)-len(s.places()):], func(x, y command) int { return strings.Compare(x.words, y.words) })
	if a.session != nil {
		s.all = append(s.all, a.startOvers(below)...)
		s.all = append(s.all, command{words: a.o.Words.Outline.CardsTitle, to: RouteCards}, command{words: a.o.Words.Finding.Export, msg: exportMsg{}})
	}
	return a.cover(RoutePalette, s)
}

// keyFor is the key to learn for an intent: one that works while text is typed
// where it is, else the one for everywhere else.
func (a *App) keyFor(i Intent, e *entry) string {
	if key := a.o.Keys.Shown(a.o.Words, i, e.typing()); key != "" {
		return key
	}
	return a.o.Keys.Shown(a.o.Words, i, false)
}

// places are the commands that go somewhere.
func (s *paletteScreen) places() []command {
	i := slices.IndexFunc(s.all, func(c command) bool { return c.to != "" })
	if i < 0 {
		return nil
	}
	return s.all[i:]
}

// places are the pages that an intent leads to from anywhere.
func (a *App) places() map[Intent]Route {
	if a.session == nil {
		return map[Intent]Route{IntentCourses: RouteLibrary}
	}
	return map[Intent]Route{
		IntentCourses: RouteLibrary, IntentToday: RouteToday, IntentMap: RouteMap, IntentPlan: RoutePlan, IntentInsights: RouteInsights,
		IntentOutline: RouteOutline, IntentChoices: RouteChoices, IntentWhy: RouteWhy, IntentReread: RouteReread,
	}
}

// onlyMoves reports whether an intent only moves through a page.
func onlyMoves(i Intent) bool {
	if _, ok := i.Digit(); ok {
		return true
	}
	switch i {
	case IntentUp, IntentDown, IntentLeft, IntentRight, IntentPageUp, IntentPageDown, IntentTop, IntentBottom, IntentNext, IntentPrev,
		IntentMoveUp, IntentMoveDown, IntentNewLine, IntentErase, IntentStop:
		return true
	}
	return false
}

// chosen carries out a command on the page below the palette.
func (a *App) chosen(m chosenMsg) tea.Cmd {
	a.overlay = nil
	c, e := m.command, a.top()
	switch {
	case e == nil:
		return nil
	case c.to != "":
		return a.visit(GoMsg{To: c.to})
	case c.msg != nil:
		return func() tea.Msg { return c.msg }
	case c.do != nil:
		return tea.Batch(a.parting(), a.doBoth(c.do, c.then))
	}
	return a.intent(e, c.intent)
}

func (s *paletteScreen) Title(w *words.Words) string {
	if s.title != "" {
		return s.title
	}
	return w.Finding.Palette
}

// Captures reports that letters are text.
func (s *paletteScreen) Captures() bool { return true }

func (s *paletteScreen) Bindings(w *words.Words) []Binding {
	do := Binding{Intent: IntentEnter, Words: w.Finding.KeyDo}
	switch c := s.row(); {
	case c == nil:
		do.Disabled = w.Finding.NothingKept
	case c.disabled != "":
		do.Disabled = c.disabled
	}
	return append([]Binding{do, {Intent: IntentBack, Words: w.Keys.Back}, {Intent: IntentPalette, Words: w.Keys.Close, Quiet: true}}, withoutSpace(moving(w))...)
}

func (s *paletteScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		s.narrow()
		if s.title != "" {
			return nil
		}
		return func() tea.Msg {
			return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg { return lessonsRead(l.Progress().Lessons) }}
		}
	case lessonsRead:
		for _, l := range msg {
			c := command{words: titleOf(l.Lesson), do: learn.GoTo{ID: l.Lesson.ID}}
			if l.Here {
				c.do, c.to = nil, RouteCourse
			}
			s.all = append(s.all, c)
		}
		s.narrow()
	case tea.KeyPressMsg, tea.PasteMsg:
		s.find.key(msg)
		s.find.typing = true
		s.at = 0
		s.narrow()
	case IntentMsg:
		switch msg.Intent {
		case IntentEnter:
			if c := s.row(); c != nil {
				chosen := chosenMsg{*c}
				return func() tea.Msg { return chosen }
			}
		case IntentBack, IntentPalette:
			return func() tea.Msg { return BackMsg{} }
		default:
			s.move(msg.Intent, len(s.found), s.height(env), s.can)
		}
	}
	s.settle(len(s.found), s.height(env), s.can)
	return nil
}

// narrow lists the commands that fit what is typed: the best first, and before
// anything is typed in their own order.
func (s *paletteScreen) narrow() {
	s.found = nil
	for _, c := range s.all {
		score, marks, ok := fuzzy(s.find.text, c.words)
		if !ok && s.find.text == c.key {
			score, marks, ok = 0, nil, true
		}
		if typed := strings.ToLower(strings.TrimSpace(s.find.text)); !ok && len(typed) > 2 && strings.Contains(c.also, typed) {
			score, marks, ok = 0, nil, true
		}
		if ok {
			c.score, c.marks = score, marks
			s.found = append(s.found, c)
		}
	}
	if strings.TrimSpace(s.find.text) != "" {
		slices.SortStableFunc(s.found, func(x, y command) int { return y.score - x.score })
		s.smallestFirst()
	}
}

// smallestFirst keeps what starts something over in its own order, the course
// last, in whatever language and however well the names fit.
func (s *paletteScreen) smallestFirst() {
	var own []command
	for _, c := range s.all {
		i := slices.IndexFunc(s.found, func(f command) bool { return c.also != "" && f.also != "" && f.words == c.words })
		if i >= 0 {
			own = append(own, s.found[i])
		}
	}
	n := 0
	for i, f := range s.found {
		if f.also != "" {
			s.found[i], n = own[n], n+1
		}
	}
}

func (s *paletteScreen) can(i int) bool { return i >= 0 && i < len(s.found) }

func (s *paletteScreen) row() *command {
	if !s.can(s.at) {
		return nil
	}
	return &s.found[s.at]
}

// height is how many rows are in sight.
func (s *paletteScreen) height(env Env) int {
	told := s.toldLines(env)
	if told > 0 {
		told++ // a free line
	}
	return max(min(env.H-2-told, len(s.found)), 1)
}

// toldLines is how many lines there are for what rows tell: as many as the longest
// takes, so that the list stays while one goes through it, but not more than half.
func (s *paletteScreen) toldLines(env Env) int {
	most := 0
	for _, c := range s.found {
		most = max(most, len(toldOf(env, c)))
	}
	return min(most, max(env.H/2-1, 1))
}

// toldOf is what a row tells, with what of the row itself there is no room for.
func toldOf(env Env, c command) []string {
	var out []string
	if len(c.told) > 0 && ansi.StringWidth(c.words)+ansi.StringWidth(c.key)+4 > min(env.W, env.Measure()) {
		out = wrapStyled(env.Theme.Text, c.words+env.Words.Print.Colon+" "+c.key, min(env.W, env.Measure()))
	}
	for _, said := range c.told {
		out = append(out, wrapStyled(env.Theme.Info, said, min(env.W, env.Measure()))...)
	}
	return out
}

func (s *paletteScreen) View(env Env) Frame {
	th := env.Theme
	lines := []string{th.Accent.Render(th.Mark.Cursor) + " " + fit(th, s.find.shown(env), env.W-3), ""}
	f := Frame{Cursor: tea.NewCursor(min(ansi.StringWidth(s.find.text)+2, env.W-1), 0)}
	if len(s.found) == 0 {
		lines = append(lines, th.Dim.Render(fit(th, env.Words.Finding.NoCommand(s.find.text), env.W)))
	}
	h := s.height(env)
	first := s.from(len(s.found), h)
	for i := first; i < min(first+h, len(s.found)); i++ {
		f.Spots = append(f.Spots, rowSpot(i, len(lines), len(lines)+1, env.W, i == s.at))
		lines = append(lines, s.draw(env, s.found[i], i == s.at))
	}
	if n := s.toldLines(env); n > 0 && s.row() != nil {
		told := toldOf(env, *s.row())
		if len(told) > n {
			told = append(told[:n-1:n-1], fit(th, told[n-1]+" "+th.Mark.More, env.W))
		}
		lines = append(append(lines, ""), told...)
		for range n - len(told) {
			lines = append(lines, "")
		}
	}
	f.Text, f.Sight = strings.Join(lines, "\n"), sight(first, h, len(s.found))
	return f
}

// draw draws a command: what it does, and at the right its key, or why it
// cannot be done now.
func (s *paletteScreen) draw(env Env, c command, at bool) string {
	th := env.Theme
	pointer, style := "  ", th.Text
	switch {
	case at:
		pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	case c.disabled != "":
		style = th.Dim
	}
	left := pointer + inStyle(c.words, c.marks, style, style.Underline(len(c.marks) > 0))
	right := th.Key.Render(c.key)
	if c.disabled != "" {
		right = th.Dim.Render(env.Words.Finding.NotNow + env.Words.Print.Colon + " " + c.disabled)
	}
	if ansi.StringWidth(left)+ansi.StringWidth(right)+2 > env.W {
		right = fit(th, right, max(env.W-ansi.StringWidth(left)-2, env.W/2))
	}
	return chosenRow(env, at, spread(th, left, right, min(env.W, env.Measure())))
}
