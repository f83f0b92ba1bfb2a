package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// notesScreen lists the learner's notes and bookmarks under their lessons, the
// lesson of the newest note first.
type notesScreen struct {
	list    []keepsake
	known   bool
	removed learn.Note // last, to be brought back
	at0     string     // id of the note to begin at; empty: the first
	rows
}

// keepsake is a row: a heading, a note or a bookmark, or a free line.
type keepsake struct {
	heading string
	note    *learn.Note
	mark    *learn.Bookmark
}

// kept is what the page asks the session for.
type kept struct {
	notes []learn.Note
	marks []learn.Bookmark
}

func newNotes(note string) *notesScreen { return &notesScreen{at0: note} }

func (s *notesScreen) Title(w *words.Words) string { return w.Finding.Notes }

func (s *notesScreen) Bindings(w *words.Words) []Binding {
	f := w.Finding
	open := Binding{Intent: IntentEnter, Words: w.Keys.Open}
	edit := Binding{Intent: IntentNote, Words: f.KeyEdit}
	remove := Binding{Intent: IntentErase, Words: f.KeyRemove}
	undo := Binding{Intent: IntentUndo, Words: f.KeyBringBack}
	row := s.row()
	if row.note == nil && row.mark == nil {
		open.Disabled, edit.Disabled, remove.Disabled = f.NothingKept, f.NothingKept, f.NothingKept
	} else if row.note == nil {
		edit.Disabled = f.OnlyNotes
	}
	if s.removed.ID == "" {
		undo.Disabled = f.NothingRemoved
	}
	export := Binding{Intent: IntentSend, Words: f.KeyExport}
	return append([]Binding{open, edit, remove, undo, export, {Intent: IntentBookmark, Words: f.KeyBookmark, Disabled: f.NoPlace, Quiet: true}}, moving(w)...)
}

func (s *notesScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return s.read(env)
	case StepMsg:
		return tea.Batch(s.told(env, msg), s.read(env))
	case kept:
		s.take(env, msg)
	case IntentMsg:
		return s.intent(env, msg.Intent)
	}
	s.settle(len(s.list), s.height(env), s.can)
	return nil
}

func (s *notesScreen) read(env Env) tea.Cmd {
	return func() tea.Msg {
		return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg { return kept{l.Notes(), l.Bookmarks()} }}
	}
}

// told says what became of a note, once that is saved.
func (s *notesScreen) told(env Env, msg StepMsg) tea.Cmd {
	if msg.Err != nil {
		return nil
	}
	switch action := msg.Action.(type) {
	case learn.RemoveNote:
		for _, row := range s.list {
			if row.note != nil && row.note.ID == action.ID {
				s.removed = *row.note
				return toast(env.Words.Finding.Removed(env.Keys.Shown(env.Words, IntentUndo, false)))
			}
		}
	case learn.EditNote:
		if action.ID == s.removed.ID {
			s.removed = learn.Note{}
			return toast(env.Words.Finding.Back)
		}
	}
	return nil
}

// take lists what the learner kept: by lesson, the newest first.
func (s *notesScreen) take(env Env, k kept) {
	s.known = true
	s.list = nil
	group := func(sp learn.Spot) string {
		if sp.Lesson != nil {
			return titleOf(sp.Lesson)
		}
		if sp.Gone {
			return env.Words.Finding.Gone
		}
		return env.Words.Finding.Course
	}
	var order []string
	rows := map[string][]keepsake{}
	add := func(sp learn.Spot, row keepsake) {
		g := group(sp)
		if !slices.Contains(order, g) {
			order = append(order, g)
		}
		rows[g] = append(rows[g], row)
	}
	for i := range k.notes {
		add(k.notes[i].Spot, keepsake{note: &k.notes[i]})
	}
	for i := range k.marks {
		add(k.marks[i].Spot, keepsake{mark: &k.marks[i]})
	}
	for _, g := range order {
		if len(s.list) > 0 {
			s.list = append(s.list, keepsake{})
		}
		s.list = append(append(s.list, keepsake{heading: g}), rows[g]...)
	}
	for i, r := range s.list {
		if r.note != nil && r.note.ID == s.at0 {
			s.at, s.at0 = i, ""
		}
	}
}

func (s *notesScreen) can(i int) bool { return s.list[i].note != nil || s.list[i].mark != nil }

func (s *notesScreen) row() keepsake {
	if s.at < len(s.list) {
		return s.list[s.at]
	}
	return keepsake{}
}

func (s *notesScreen) intent(env Env, i Intent) tea.Cmd {
	row := s.row()
	switch {
	case i == IntentEnter && row.note != nil:
		return openSpot(row.note.Spot)
	case i == IntentEnter && row.mark != nil:
		return openSpot(row.mark.Spot)
	case i == IntentNote && row.note != nil:
		n := *row.note
		return func() tea.Msg { return rewriteMsg{n} }
	case i == IntentErase && row.note != nil:
		return do(learn.RemoveNote{ID: row.note.ID})
	case i == IntentErase && row.mark != nil:
		return do(learn.Mark{Place: row.mark.Spot.ID, Off: true})
	case i == IntentSend:
		return func() tea.Msg { return exportMsg{} }
	case i == IntentUndo:
		return do(learn.EditNote{ID: s.removed.ID, Text: s.removed.Text})
	}
	s.move(i, len(s.list), s.height(env), s.can)
	return nil
}

// rewriteMsg asks the root for the field in which a note is changed.
type rewriteMsg struct{ note learn.Note }

// openSpot goes to a place; it moves the learner nowhere.
func openSpot(sp learn.Spot) tea.Cmd {
	if sp.Gone || sp.Kind == learn.SpotCourse {
		if sp.Lesson == nil {
			return visit(RouteOutline)
		}
	}
	switch sp.Kind {
	case learn.SpotQuestion:
		return func() tea.Msg { return GoMsg{To: metRoute("", sp.ID)} }
	case learn.SpotTerm:
		return func() tea.Msg { return GoMsg{To: RouteGlossary, Line: sp.Title} }
	case learn.SpotCard:
		return visit(RouteCards)
	case learn.SpotText:
		return visit(RouteReread.To("", sp.ID))
	case learn.SpotCourse, learn.SpotLesson, learn.SpotTask, learn.SpotAsk, learn.SpotExtra:
	}
	if sp.Lesson == nil {
		return visit(RouteChoices)
	}
	return visit(RouteReread.To("", sp.Lesson.ID))
}

// metRoute is the route of a question that was met.
func metRoute(ref, question string) Route { return RouteMet.To(ref) + Route("#"+question) }

// height is how many rows are in sight above the selected note at length.
func (s *notesScreen) height(env Env) int { return max(env.H-s.detailHeight(env), 1) }

func (s *notesScreen) detailHeight(env Env) int {
	if env.H >= 12 {
		return 6
	}
	return 3
}

func (s *notesScreen) View(env Env) Frame {
	th, w := env.Theme, env.Words.Finding
	if !s.known {
		return Frame{}
	}
	if len(s.list) == 0 {
		note, mark := env.Keys.Shown(env.Words, IntentNote, false), env.Keys.Shown(env.Words, IntentBookmark, false)
		return Frame{Text: strings.Join(wrapStyled(th.Dim, w.NoNotes(note, mark), env.Measure()), "\n"), Cursor: tea.NewCursor(0, 0)}
	}
	h := s.height(env)
	first := s.from(len(s.list), h)
	var lines []string
	var spots []Spot
	f := Frame{Sight: sight(first, h, len(s.list))}
	for i := first; i < min(first+h, len(s.list)); i++ {
		if i == s.at {
			f.Cursor = tea.NewCursor(0, len(lines))
		}
		if s.can(i) {
			spots = append(spots, rowSpot(i, len(lines), len(lines)+1, env.W, i == s.at))
		}
		lines = append(lines, s.draw(env, s.list[i], i == s.at))
	}
	for len(lines) < h && env.H >= 12 {
		lines = append(lines, "")
	}
	f.Text, f.Spots = joined(append(lines, s.detail(env)...), env), spots
	return f
}

// draw draws a row: the first line of a note, or the place of a bookmark.
func (s *notesScreen) draw(env Env, r keepsake, at bool) string {
	th, w := env.Theme, env.Words.Finding
	pointer, style := "  ", th.Text
	if at {
		pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	}
	switch {
	case r.heading != "":
		return th.Heading.Render(fit(th, r.heading, env.W))
	case r.note != nil:
		line, more, _ := strings.Cut(strings.TrimSpace(textsafe.Text(r.note.Text)), "\n")
		if more != "" {
			line += " " + th.Mark.More
		}
		return chosenRow(env, at, spread(th, pointer+style.Render(line), th.Dim.Render(env.Words.Days.ShortDate(r.note.When)), env.Measure()))
	case r.mark != nil:
		return chosenRow(env, at, spread(th, pointer+style.Render(spotName(env, r.mark.Spot)), th.Dim.Render(w.Bookmark), env.Measure()))
	}
	return ""
}

// detail says where the selected row stands, and the whole of a note.
func (s *notesScreen) detail(env Env) []string {
	th, w, r := env.Theme, env.Words.Finding, s.row()
	room := s.detailHeight(env)
	lines := []string{""}
	place := func(sp learn.Spot) {
		said := placeLine(env, sp)
		if sp.Gone {
			said += " " + th.Mark.Dot + " " + w.Gone
		}
		lines = append(lines, th.Dim.Render(fit(th, said, env.Measure())))
	}
	var text []string
	switch {
	case r.note != nil:
		place(r.note.Spot)
		text = wrapStyled(th.Text, textsafe.Text(r.note.Text), env.Measure())
	case r.mark != nil:
		place(r.mark.Spot)
	}
	lines = append(lines, text...)
	if len(lines) > room {
		lines = lines[:room]
		lines[room-1] = fit(th, lines[room-1]+" "+th.Mark.More, env.Measure())
	}
	return lines
}

// placeLine says where a place is: lesson, page, heading.
func placeLine(env Env, sp learn.Spot) string {
	var parts []string
	if sp.Lesson != nil {
		parts = append(parts, titleOf(sp.Lesson))
	}
	if sp.Page > 0 {
		parts = append(parts, env.Words.Finding.Page(sp.Page))
	}
	if name := spotName(env, sp); len(parts) == 0 || name != parts[0] {
		parts = append(parts, name)
	}
	return strings.Join(parts, " "+env.Theme.Mark.Sep+" ")
}

// inStyle renders the stretches of a line that were marked in one style and the
// rest in another.
func inStyle(line string, marks [][2]int, rest, marked lipgloss.Style) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(rest.Render(line[at:m[0]]))
		b.WriteString(marked.Render(line[m[0]:m[1]]))
		at = m[1]
	}
	b.WriteString(rest.Render(line[at:]))
	return b.String()
}
