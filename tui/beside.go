package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/fieldnotes"
)

// Beside is what the learner tied to what is before them.
type Beside struct {
	Here   learn.Spot // what it is
	Notes  []learn.Note
	Marked bool // it is bookmarked
}

// besideOf reads it from the session.
func besideOf(s Session) Beside {
	_, marked := s.MarkedHere()
	return Beside{Here: s.Here(), Notes: s.NotesHere(), Marked: marked}
}

// Placer is a page beside the flow that shows one place of the course, to which
// notes and bookmarks can be tied; empty: it shows none now.
type Placer interface{ Place() string }

// shows reports whether a page shows a place, and which; a step shows the one
// where the learner is, whose id only the session knows.
func shows(e *entry) (id string, ok bool) {
	if e.step != nil {
		return "", true
	}
	if p, is := e.screen.(Placer); is {
		id = p.Place()
	}
	return id, id != ""
}

// finding lists the keys that find things and keep them, as far as they mean
// something on a page.
func (a *App) finding(e *entry) []Binding {
	w := a.o.Words.Finding
	if e == a.overlay {
		return nil
	}
	bs := []Binding{{Intent: IntentPalette, Words: w.KeyPalette, Quiet: true}, {Intent: IntentSearch, Words: w.KeySearch, Quiet: true}}
	if a.session == nil || e.route == RouteLibrary {
		return bs
	}
	glossary := Binding{Intent: IntentGlossary, Words: w.KeyGlossary, Quiet: true}
	if len(a.session.Course().Glossary) == 0 {
		glossary.Disabled = w.NoTerms
	}
	note := Binding{Intent: IntentNote, Words: w.KeyNote, Quiet: true}
	mark := Binding{Intent: IntentBookmark, Words: w.KeyBookmark, Quiet: true}
	if _, ok := shows(e); !ok {
		note.Disabled, mark.Disabled = w.NoPlace, w.NoPlace
	}
	if kind, _, _ := e.route.split(); kind != RouteGlossary { // it is open
		bs = append(bs, glossary)
	}
	return append(bs, note, mark, Binding{Intent: IntentNotes, Words: w.KeyNotes, Quiet: true})
}

// find carries out what the keys of finding mean.
func (a *App) find(e *entry, i Intent) tea.Cmd {
	place, _ := shows(e)
	spot := learn.Spot{ID: place}
	if e.step != nil {
		spot = e.beside.Here // what is shown now, whatever step is on its way
	}
	switch i {
	case IntentPalette:
		return a.palette()
	case IntentSearch:
		return a.visit(GoMsg{To: RouteSearch})
	case IntentGlossary:
		return a.visit(GoMsg{To: RouteGlossary})
	case IntentNotes:
		return a.visit(GoMsg{To: RouteNotes})
	case IntentNote:
		return a.cover(RouteNote, newNote(learn.Note{Spot: spot}))
	case IntentBookmark:
		return a.mark(spot.ID, e.step != nil)
	}
	return nil
}

// cover lays a page over the one that is shown.
func (a *App) cover(r Route, s Screen) tea.Cmd {
	var under *entry
	if a.overlay.leaver() {
		under = a.overlay
	}
	a.overlay = &entry{id: a.newID(), route: r, screen: s, under: under}
	return a.send(a.overlay, ShowMsg{})
}

// mark sets a bookmark at a place, or takes it away. here: it is that of a step
// that was shown when the learner asked, whatever step has come since.
func (a *App) mark(place string, here bool) tea.Cmd {
	s := a.session
	if s == nil {
		return nil
	}
	return a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = acted{session: s, action: learn.Mark{}, step: StepMsg{Err: fmt.Errorf("setting a bookmark: %w", a.caught(r))}}
			}
		}()
		action := learn.Mark{Place: place, Off: s.Marked(place)}
		if here && s.Here().ID == place { // a page may hold several places
			if id, marked := s.MarkedHere(); marked {
				action.Place, action.Off = id, true
			}
		}
		spot := s.SpotOf(action.Place)
		step, err := s.Do(action)
		return acted{session: s, action: action, step: StepMsg{Step: step, Err: err}, beside: besideOf(s), spot: spot}
	})
}

// exportMsg asks the root to write the field notes.
type exportMsg struct{}

// export writes the field notes of the open course and says where.
func (a *App) export() tea.Cmd {
	s, w, write := a.session, a.o.Words, a.o.Export
	if s == nil || write == nil {
		a.toast = w.Finding.NoExport
		return nil
	}
	return a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = ToastMsg{textsafe.Line(a.caught(r).Error())}
			}
		}()
		path, err := write(fieldnotes.FileName(s.Course().ID), fieldnotes.Markdown(s, w))
		if err != nil {
			return ToastMsg{w.Failed(err)}
		}
		return ToastMsg{w.Finding.Exported(path)}
	})
}

// marked says what became of a bookmark.
func (a *App) marked(m learn.Mark, spot learn.Spot) string {
	w := a.o.Words.Finding
	if m.Off {
		return w.Unmarked(a.spotName(spot))
	}
	return w.Marked(a.spotName(spot))
}

func (a *App) spotName(sp learn.Spot) string { return spotName(Env{Words: a.o.Words}, sp) }

// spotName names a place in a word or a line, safe to show.
func spotName(env Env, sp learn.Spot) string {
	w := env.Words.Finding
	title := shownTitle(env.Words.CourseTitle(sp.Title))
	switch {
	case sp.Gone && sp.Lesson == nil:
		return textsafe.Line(sp.ID)
	case sp.Gone:
		return titleOf(sp.Lesson)
	case sp.ID == "":
		return w.Course
	case title == "":
		return titleOf(sp.Lesson)
	}
	return title
}

// besideLines draws what the learner noted here, below a page.
func besideLines(env Env) []string {
	if len(env.Beside.Notes) == 0 {
		return nil
	}
	th := env.Theme
	lines := []string{""}
	for _, n := range env.Beside.Notes {
		for _, line := range wrap(textsafe.Text(n.Text), env.Measure()-2) {
			lines = append(lines, th.Accent.Render(th.Mark.Quote)+" "+th.Dim.Render(line))
		}
	}
	return lines
}
