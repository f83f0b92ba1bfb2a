package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// outlineScreen is the course at a glance: every lesson with its state, the
// skills, and what can be looked up. Any lesson can be opened from it.
type outlineScreen struct {
	course   *course.Course
	progress learn.Progress
	all      []outlineRow
	list     []outlineRow // of all, those that match what is typed
	find     finder
	found    bool // the learner's place was gone to once
	rows
}

// surveyed is what the outline asks the session for.
type surveyed struct {
	course   *course.Course
	progress learn.Progress
}

// outlineRow is one line of the outline. One of heading, lesson, skill and look
// is set; none on a free line.
type outlineRow struct {
	heading string
	lesson  *learn.LessonProgress
	number  int // of the lesson's stop on the road, from 1; 0 off the road
	skill   *learn.SkillState
	look    Route // where it leads
}

func newOutline() *outlineScreen { return &outlineScreen{} }

func (s *outlineScreen) Title(w *words.Words) string { return w.Outline.Title }

// Captures reports whether letters are text: they narrow the list down.
func (s *outlineScreen) Captures() bool { return s.find.typing }

// Facts says how much of the course is done.
func (s *outlineScreen) Facts(w *words.Words) []string {
	if s.course == nil {
		return nil
	}
	p := s.progress
	return []string{w.Outline.Progress(p.Done, p.Of), w.Frame.StepShort(p.Done, p.Of)}
}

func (s *outlineScreen) Bindings(w *words.Words) []Binding {
	open := Binding{Intent: IntentEnter, Words: w.Keys.Open}
	redo := Binding{Intent: IntentRedo, Words: w.Keys.Redo}
	row := s.row()
	switch {
	case row.lesson == nil:
		redo.Disabled = w.Outline.OnlyLessons
	case row.lesson.State != learn.LessonDone:
		redo.Disabled = w.Outline.NotFinished
	}
	if row.lesson == nil && row.look == "" {
		open.Disabled = w.Outline.NotOpened
	}
	bs := []Binding{open, redo, {Intent: IntentFilter, Words: w.Keys.Filter}}
	if s.find.on() {
		bs = append(bs, Binding{Intent: IntentBack, Words: w.Keys.ClearFilter})
	}
	bs = append(bs, viewBindings(w, IntentOutline, IntentMap, IntentChoices)...)
	return append(bs, moving(w)...)
}

func (s *outlineScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg, StepMsg:
		return func() tea.Msg {
			return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg {
				return surveyed{l.Course(), l.Progress()}
			}}
		}
	case surveyed:
		s.take(env, msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		s.find.key(msg)
		s.narrow()
	case IntentMsg:
		return s.intent(env, msg.Intent)
	}
	s.settle(len(s.list), s.height(env), s.can)
	return nil
}

// take lays the rows out; the first time it goes to where the learner is.
func (s *outlineScreen) take(env Env, msg surveyed) {
	s.course, s.progress = msg.course, msg.progress
	s.all = outlineRows(env.Words.Outline, msg.course, &s.progress)
	s.narrow()
	if s.found {
		return
	}
	s.found = true
	for i, r := range s.list {
		if r.lesson != nil && r.lesson.Here {
			s.at = i
			s.first = i - s.height(env)/2
		}
	}
}

// narrow lists all rows, or the lessons whose title has what is typed.
func (s *outlineScreen) narrow() {
	if s.list = s.all; s.find.text == "" {
		return
	}
	s.list = nil
	for _, r := range s.all {
		if r.lesson != nil && s.find.matches(shownTitle(r.lesson.Lesson.Title)) {
			s.list = append(s.list, r)
		}
	}
}

// outlineRows lists the lessons under their modules, then those off the road,
// the skills and what can be looked up.
func outlineRows(w words.Outline, c *course.Course, p *learn.Progress) []outlineRow {
	var out []outlineRow
	heading := func(title string) {
		if len(out) > 0 {
			out = append(out, outlineRow{})
		}
		if title != "" {
			out = append(out, outlineRow{heading: title})
		}
	}
	number := map[*course.Lesson]int{} // the lessons of a fork share one
	for i, stop := range c.Path {
		number[stop.Lesson] = i + 1
		if stop.Choose != nil {
			for _, l := range stop.Choose.From {
				number[l] = i + 1
			}
		}
	}
	module, aside := "", false
	for i := range p.Lessons {
		l := &p.Lessons[i]
		switch {
		case number[l.Lesson] == 0 && !aside:
			aside = true
			heading(w.Aside)
		case number[l.Lesson] > 0 && l.Module != module:
			module = l.Module
			heading(module)
		}
		out = append(out, outlineRow{lesson: l, number: number[l.Lesson]})
	}
	if len(p.Skills) > 0 {
		heading(w.Skills)
	}
	for i := range p.Skills {
		out = append(out, outlineRow{skill: &p.Skills[i]})
	}
	if len(c.Glossary)+len(c.Cards) > 0 {
		heading(w.Reference)
	}
	if len(c.Glossary) > 0 {
		out = append(out, outlineRow{look: RouteGlossary})
	}
	if len(c.Cards) > 0 {
		out = append(out, outlineRow{look: RouteCards})
	}
	return out
}

func (s *outlineScreen) can(i int) bool {
	r := s.list[i]
	return r.lesson != nil || r.skill != nil || r.look != ""
}

func (s *outlineScreen) row() outlineRow {
	if s.at < len(s.list) {
		return s.list[s.at]
	}
	return outlineRow{}
}

func (s *outlineScreen) intent(env Env, i Intent) tea.Cmd {
	row := s.row()
	var to tea.Msg
	switch i {
	case IntentFilter:
		s.find.typing = true
	case IntentBack:
		s.find = finder{}
		s.narrow()
		for n, r := range s.list {
			if row.lesson != nil && r.lesson == row.lesson {
				s.at = n
			}
		}
	case IntentEnter:
		s.find.typing = false
		switch {
		case row.lesson != nil && row.lesson.Here:
			to = GoMsg{To: RouteCourse}
		case row.lesson != nil:
			to = DoMsg{Action: learn.GoTo{ID: row.lesson.Lesson.ID}}
		case row.look != "":
			to = GoMsg{To: row.look}
		}
	case IntentRedo:
		if row.lesson != nil {
			to = DoMsg{Action: learn.Redo{ID: row.lesson.Lesson.ID}}
		}
	default:
		if cmd := toView(i); cmd != nil {
			return cmd
		}
		s.move(i, len(s.list), s.height(env), s.can)
	}
	s.settle(len(s.list), s.height(env), s.can)
	if to == nil {
		return nil
	}
	return func() tea.Msg { return to }
}

// height is how many rows are in sight above the lines on the selected one, and
// below the line of the filter.
func (s *outlineScreen) height(env Env) int {
	h := env.H - s.detailHeight(env)
	if s.find.on() {
		h -= 2
	}
	return max(h, 1)
}

func (s *outlineScreen) detailHeight(env Env) int {
	if env.H >= 14 {
		return 3
	}
	return 1
}

func (s *outlineScreen) View(env Env) Frame {
	if s.course == nil {
		return Frame{}
	}
	h := s.height(env)
	first := s.from(len(s.list), h)
	var lines []string
	var cursor *tea.Cursor
	var spots []Spot
	if s.find.on() {
		line, at := s.find.line(env)
		lines = append(lines, line, "")
		if s.find.typing {
			cursor = at
		}
		if len(s.list) == 0 {
			lines = append(lines, env.Theme.Dim.Render(fit(env.Theme, env.Words.Library.NoMatch(s.find.text), env.W)))
		}
		h += 2
	}
	for i := first; i < min(first+s.height(env), len(s.list)); i++ {
		if i == s.at && s.can(i) && cursor == nil {
			cursor = tea.NewCursor(0, len(lines))
		}
		if s.can(i) {
			spots = append(spots, rowSpot(i, len(lines), len(lines)+1, env.W, i == s.at))
		}
		lines = append(lines, chosenRow(env, s.can(i) && i == s.at, s.drawRow(env, s.list[i], i == s.at)))
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	if len(s.list)+1 < h && !s.find.on() {
		lines[h-1] = s.marks(env)
	}
	return Frame{Text: strings.Join(append(lines, s.detail(env)...), "\n"), Cursor: cursor, Spots: spots, Sight: sight(first, s.height(env), len(s.list))}
}
