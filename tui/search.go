package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/search"
)

// searcher is what was read to be searched. It is read when the search is
// opened first, off the event loop, and kept while the program runs.
type searcher struct {
	shelf   *search.Index // courses that are not open; nil: not read yet
	begun   bool          // they are being read
	asker   int           // the screen that asked last
	open    string        // the course that is left out: it was open then
	lessons *search.Index // of the open course
	of      lessonsOf     // the state in which they were read
}

// lessonsOf tells when the text of the lessons has to be read anew: in another
// course, and when a lesson was begun.
type lessonsOf struct {
	session Session
	begun   int
}

// seekMsg asks the root for what can be searched.
type seekMsg struct{ screen int }

// shelfRead is the index of the courses on the shelf.
type shelfRead struct {
	open  string // the course that was open and is left out
	index *search.Index
}

// learnerRead is what the session tells of the open course: the documents of
// what the learner met and wrote, and those of the lessons if they are not read.
type learnerRead struct {
	own     []search.Document
	lessons []search.Document // nil: as before
	begun   int
}

// sought is the index of the open course: one message to the screen and one to
// the root.
type sought struct {
	screen  int
	session Session
	own     *search.Index
	lessons *search.Index // nil: as before
	begun   int
}

// seek reads what can be searched: the courses of the shelf once, the open
// course as far as it has changed.
func (a *App) seek(msg seekMsg) tea.Cmd {
	var cmds []tea.Cmd
	a.search.asker = msg.screen
	if !a.search.begun || a.search.open != a.ref {
		a.search.begun, a.search.open, a.search.shelf = true, a.ref, nil
		cmds = append(cmds, a.readShelf(a.o.Shelf, a.ref))
	}
	if s := a.session; s != nil {
		ref, have := a.ref, -1
		if a.search.of.session == s {
			have = a.search.of.begun
		}
		cmds = append(cmds, a.enqueue(func() (result tea.Msg) {
			defer func() {
				if r := recover(); r != nil {
					_ = a.caught(r) // makes the report
					result = nil
				}
			}()
			return seekingMsg{msg.screen, s, readLearner(s, ref, have)}
		}))
	}
	if len(cmds) == 0 || a.search.shelf != nil {
		cmds = append(cmds, func() tea.Msg { return ForMsg{Screen: msg.screen, Msg: a.found()} })
	}
	return tea.Batch(cmds...)
}

// seekingMsg carries the documents out of the queue, in which a session has to
// wait for its turn: making the index of them takes longer, and nobody waits.
type seekingMsg struct {
	screen  int
	session Session
	read    learnerRead
}

// readLearner gathers the documents of an open course. have is how many lessons
// were begun when those of its lessons were read; -1: they were not.
func readLearner(s Session, ref string, have int) learnerRead {
	r := learnerRead{own: search.OfLearner(s, ref)}
	for _, l := range s.Progress().Lessons {
		if l.State == learn.LessonBegun || l.State == learn.LessonDone {
			r.begun++
		}
	}
	if r.begun != have {
		r.lessons = search.OfLessons(s, ref)
	}
	return r
}

// index makes the index of documents that were read.
func (m seekingMsg) index() tea.Msg {
	out := sought{screen: m.screen, session: m.session, own: search.NewIndex(m.read.own), begun: m.read.begun}
	if m.read.lessons != nil {
		out.lessons = search.NewIndex(m.read.lessons)
	}
	return out
}

// readShelf reads all courses but the open one. One that cannot be read is left
// out: the library says so.
func (a *App) readShelf(shelf Shelf, open string) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				_ = a.caught(r) // makes the report
				msg = shelfRead{open, search.NewIndex(nil)}
			}
		}()
		entries, err := shelf.List()
		if err != nil {
			return shelfRead{open, search.NewIndex(nil)}
		}
		var docs []search.Document
		for _, e := range entries {
			if e.Ref == open {
				continue
			}
			if c, _, _, err := shelf.Load(e.Ref); err == nil && c != nil {
				docs = append(docs, search.OfCourse(c, e.Ref)...)
			}
		}
		return shelfRead{open, search.NewIndex(docs)}
	}
}

// shelfIn takes the index of the shelf, unless it was read for another course.
func (a *App) shelfIn(r shelfRead) tea.Cmd {
	if r.open != a.search.open {
		return nil
	}
	a.search.shelf = r.index
	return a.deliver(ForMsg{Screen: a.search.asker, Msg: a.found()})
}

// soughtIn takes the index of the open course.
func (a *App) soughtIn(s sought) tea.Cmd {
	if s.session != a.session {
		return nil
	}
	if s.lessons != nil {
		a.search.lessons, a.search.of = s.lessons, lessonsOf{session: s.session, begun: s.begun}
	}
	f := a.found()
	f.own = s.own
	return a.deliver(ForMsg{Screen: s.screen, Msg: f})
}

// indexes is what a search screen is given to search.
type indexes struct {
	own     *search.Index // nil: as before
	lessons *search.Index
	shelf   *search.Index
	all     bool // nothing more is being read
}

// cut reports whether there is more than can be searched.
func (in indexes) cut() bool { return in.own.Cut() || in.lessons.Cut() || in.shelf.Cut() }

func (a *App) found() indexes {
	f := indexes{shelf: a.search.shelf}
	if a.session != nil && a.search.of.session == a.session {
		f.lessons = a.search.lessons
	}
	f.all = f.shelf != nil && (a.session == nil || f.lessons != nil)
	return f
}

// placeOf says where a result stands: its course, its lesson, the page.
func placeOf(env Env, r foundResult) string {
	w := env.Words.Finding
	var parts []string
	add := func(s string) {
		if s = shownTitle(s); s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	if r.Kind != search.KindCourse && !r.Open {
		add(r.Course)
	}
	if r.Kind != search.KindLesson && r.Title != r.LessonTitle && (r.Title != "" || r.Kind != search.KindText) {
		add(r.LessonTitle)
	}
	if r.Kind == search.KindTerm {
		parts = append(parts, w.Glossary)
	}
	if r.page > 0 {
		parts = append(parts, w.Page(r.page))
	}
	said := ""
	for i, p := range parts {
		if i > 0 {
			said += " " + env.Theme.Mark.Sep + " "
		}
		said += p
	}
	switch {
	case r.Ahead && said == "":
		said = w.Ahead
	case r.Ahead:
		said += fmt.Sprintf(" %s %s", env.Theme.Mark.Dot, w.Ahead)
	}
	return said
}
