package learn

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Note is what the learner wrote about a place.
type Note struct {
	ID     string // of the event that it was written in
	Text   string
	Spot   Spot
	When   time.Time // it was written
	Edited time.Time // and last changed; zero: never
}

// Bookmark is a place that the learner marked.
type Bookmark struct {
	Spot Spot
	When time.Time
}

// note is a note as the events tell it.
type note struct {
	id, item, lesson, text string
	when, edited           time.Time
	removed                bool
}

// bookmark is a bookmark as the events tell it.
type bookmark struct {
	lesson string // that holds the place
	when   time.Time
}

// foldNote takes in what the learner did with notes and bookmarks. It moves
// them nowhere. A note that was changed after it was removed, which two devices
// may bring about, is there again: nothing that was written is lost.
func (s *state) foldNote(e *Event) {
	switch e.What {
	case whatNote:
		s.notes = append(s.notes, note{id: e.ID(), item: e.Item, lesson: e.To, text: e.Note, when: e.Time})
	case whatEdited, whatRemoved:
		i := slices.IndexFunc(s.notes, func(n note) bool { return n.id == e.Ref })
		if i < 0 {
			return
		}
		n := &s.notes[i]
		n.removed = e.What == whatRemoved
		if !n.removed && n.text != e.Note {
			n.text, n.edited = e.Note, e.Time
		}
	case whatMarked:
		if _, marked := s.bookmarks[e.Item]; !marked {
			s.bookmarks[e.Item] = bookmark{lesson: e.To, when: e.Time}
		}
	case whatUnmarked:
		delete(s.bookmarks, e.Item)
	}
}

// setBackNotes brings what is dated later to a moment.
func (s *state) setBackNotes(now time.Time) {
	for i := range s.notes {
		n := &s.notes[i]
		n.when, n.edited = earlier(n.when, now), earlier(n.edited, now)
	}
	for id, b := range s.bookmarks {
		b.when = earlier(b.when, now)
		s.bookmarks[id] = b
	}
}

// Notes lists the learner's notes, newest first. A note whose place is gone
// from the course is among them, and says so.
func (s *Session) Notes() []Note {
	var out []Note
	for _, n := range slices.Backward(s.state.notes) {
		if !n.removed {
			out = append(out, Note{ID: n.id, Text: n.text, Spot: s.spotOf(n.item, n.lesson), When: n.when, Edited: n.edited})
		}
	}
	slices.SortStableFunc(out, func(a, b Note) int { return b.When.Compare(a.When) })
	return out
}

// NotesInPlace lists the learner's notes in the order of the course, those of
// one place as they were written. Those whose place is gone follow the rest of
// its lesson.
func (s *Session) NotesInPlace() []Note {
	out := s.Notes()
	slices.SortStableFunc(out, func(a, b Note) int {
		return cmp.Or(s.compareSpots(a.Spot, b.Spot), a.When.Compare(b.When))
	})
	return out
}

// NotesHere lists the notes on what is before the learner, as they were
// written.
func (s *Session) NotesHere() []Note {
	ids := s.hereIDs()
	var out []Note
	for _, n := range s.state.notes {
		if !n.removed && slices.Contains(ids, n.item) {
			out = append(out, Note{ID: n.id, Text: n.text, Spot: s.spotOf(n.item, n.lesson), When: n.when, Edited: n.edited})
		}
	}
	return out
}

// Bookmarks lists the places that the learner marked, in the order of the
// course.
func (s *Session) Bookmarks() []Bookmark {
	var out []Bookmark
	for _, id := range slices.Sorted(maps.Keys(s.state.bookmarks)) {
		b := s.state.bookmarks[id]
		out = append(out, Bookmark{Spot: s.spotOf(id, b.lesson), When: b.when})
	}
	slices.SortStableFunc(out, func(a, b Bookmark) int { return s.compareSpots(a.Spot, b.Spot) })
	return out
}

// Marked reports whether a place is bookmarked.
func (s *Session) Marked(id string) bool {
	_, marked := s.state.bookmarks[id]
	return marked
}

// MarkedHere is the bookmarked place before the learner; ok is false where none
// is.
func (s *Session) MarkedHere() (id string, ok bool) {
	for _, id := range s.hereIDs() {
		if s.Marked(id) {
			return id, true
		}
	}
	return "", false
}

// compareSpots orders places as they come in the course. One that is gone comes
// at the end of its lesson, or of the course where that is gone too.
func (s *Session) compareSpots(a, b Spot) int {
	la, lb := s.spotLesson(a), s.spotLesson(b)
	if la != lb {
		return cmp.Compare(la, lb)
	}
	places := s.index.spots(s.course)
	return cmp.Or(cmp.Compare(asNumber(a.Gone), asNumber(b.Gone)), cmp.Compare(places[a.ID].order, places[b.ID].order), strings.Compare(a.ID, b.ID))
}

// spotLesson is where the lesson of a place comes in the course; what belongs to
// no lesson comes where it stands itself, and what is gone altogether last.
func (s *Session) spotLesson(sp Spot) int {
	places := s.index.spots(s.course)
	switch {
	case sp.Lesson != nil:
		return places[sp.Lesson.ID].order
	case sp.Gone:
		return len(places)
	}
	return places[sp.ID].order
}

func asNumber(b bool) int {
	if b {
		return 1
	}
	return 0
}

// addNote ties a note to a place.
func (s *Session) addNote(a AddNote) (move, error) {
	place, err := s.placeFor(a.Place, "writing a note")
	if err != nil {
		return move{}, err
	}
	if strings.TrimSpace(a.Text) == "" {
		return move{}, fmt.Errorf("%w: nothing was written", course.ErrForm)
	}
	e := s.noted(whatNote, place)
	e.Note = a.Text
	return move{events: []Event{e}, keep: true, aside: true}, nil
}

// editNote gives a note another text.
func (s *Session) editNote(a EditNote) (move, error) {
	n, err := s.noteOf(a.ID, "changing a note")
	if err != nil {
		return move{}, err
	}
	if strings.TrimSpace(a.Text) == "" {
		return move{}, fmt.Errorf("%w: nothing was written", course.ErrForm)
	}
	e := s.event(KindNoted)
	e.What, e.Item, e.To, e.Ref, e.Note = whatEdited, n.item, n.lesson, n.id, a.Text
	return move{events: []Event{e}, keep: true, aside: true}, nil
}

// removeNote takes a note off the list. Its text stays in the log.
func (s *Session) removeNote(a RemoveNote) (move, error) {
	n, err := s.noteOf(a.ID, "removing a note")
	if err != nil {
		return move{}, err
	}
	e := s.event(KindNoted)
	e.What, e.Item, e.To, e.Ref = whatRemoved, n.item, n.lesson, n.id
	return move{events: []Event{e}, keep: true, aside: true}, nil
}

// mark sets a bookmark, or takes it away.
func (s *Session) mark(a Mark) (move, error) {
	if a.Off {
		b, marked := s.state.bookmarks[a.Place]
		if !marked {
			return move{}, fmt.Errorf("taking a bookmark away: there is none at %q", a.Place)
		}
		e := s.event(KindNoted)
		e.What, e.Item, e.To = whatUnmarked, a.Place, b.lesson
		return move{events: []Event{e}, keep: true, aside: true}, nil
	}
	place, err := s.placeFor(a.Place, "setting a bookmark")
	if err != nil {
		return move{}, err
	}
	return move{events: []Event{s.noted(whatMarked, place)}, keep: true, aside: true}, nil
}

// noted begins an event about a place.
func (s *Session) noted(what string, place Spot) Event {
	e := s.event(KindNoted)
	e.What, e.Item = what, place.ID
	if place.Lesson != nil {
		e.To = place.Lesson.ID
	}
	return e
}

// placeFor finds the place that an action names.
func (s *Session) placeFor(id, doing string) (Spot, error) {
	place := s.SpotOf(id)
	if place.Gone {
		return place, fmt.Errorf("%s: the course %q has no place %q%s", doing, s.course.ID, id, meant(id, ids(s.index.spots(s.course))))
	}
	return place, nil
}

// noteOf finds a note by its id, also one that was removed.
func (s *Session) noteOf(id, doing string) (note, error) {
	i := slices.IndexFunc(s.state.notes, func(n note) bool { return n.id == id })
	if i < 0 {
		return note{}, fmt.Errorf("%s: there is no note %q", doing, id)
	}
	return s.state.notes[i], nil
}
