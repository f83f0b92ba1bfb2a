package learn

import (
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// Spot is a place in a course: what a note or a bookmark is tied to. The zero
// Spot is the course as a whole.
type Spot struct {
	ID     string // names it in events: see Session.SpotOf; empty: the course as a whole
	Kind   SpotKind
	Title  string         // Markdown, one line: its heading, prompt, front or name; empty: text before the first heading
	Lesson *course.Lesson // that holds it, or it is; nil: none does
	Page   int            // of that lesson, as the learner sees it, from 1; 0: on none of its pages
	Gone   bool           // the course has it no longer: Lesson is where it was, if that is still there
}

// SpotKind says what stands at a place.
type SpotKind string

// The kinds of places.
const (
	SpotCourse   SpotKind = "course"
	SpotLesson   SpotKind = "lesson"
	SpotText     SpotKind = "text" // under one heading, or the idea explained there
	SpotQuestion SpotKind = "question"
	SpotTask     SpotKind = "task"
	SpotAsk      SpotKind = "ask"
	SpotExtra    SpotKind = "extra"
	SpotCard     SpotKind = "card"
	SpotTerm     SpotKind = "term"
)

// termKey begins the id of the place of a term of the glossary.
const termKey = "term:"

// TermSpot is the id of the place of a term.
func TermSpot(term string) string { return termKey + term }

// CardSpot is the id of the place of a card.
func CardSpot(card string) string { return dueKey(DueCard, card) }

// TextSpot is the id of the place of a text or an idea of a lesson.
func TextSpot(lesson, text string) string { return lesson + "#" + text }

// spotAt is a place of the course as it is written, and where it comes in it.
type spotAt struct {
	kind   SpotKind
	title  string
	lesson *course.Lesson
	order  int
}

// spotMap finds every place of a course by its id.
func spotMap(c *course.Course) map[string]spotAt {
	m := map[string]spotAt{}
	put := func(id string, kind SpotKind, title string, l *course.Lesson) {
		if _, taken := m[id]; !taken {
			m[id] = spotAt{kind, title, l, len(m)}
		}
	}
	put("", SpotCourse, c.Title, nil)
	for _, a := range c.Onboarding {
		put(a.ID, SpotAsk, a.Prompt, nil)
	}
	lessons := roadFirst(c)
	if c.Placement != nil {
		lessons = append([]*course.Lesson{c.Placement}, lessons...)
	}
	for _, l := range lessons {
		put(l.ID, SpotLesson, l.Title, l)
		spotBlocks(l, l.Blocks, put)
	}
	for _, card := range c.Cards {
		put(CardSpot(card.ID), SpotCard, firstLine(card.Front), nil)
	}
	for _, e := range c.Glossary {
		put(TermSpot(e.Term), SpotTerm, e.Term, nil)
	}
	return m
}

func spotBlocks(l *course.Lesson, blocks []course.Block, put func(id string, kind SpotKind, title string, l *course.Lesson)) {
	heading := "" // an idea has none of its own: the one above it
	for _, b := range blocks {
		switch b := b.(type) {
		case course.Text:
			heading = b.Title
			put(TextSpot(l.ID, b.ID), SpotText, b.Title, l)
		case *course.Ways:
			put(TextSpot(l.ID, b.ID), SpotText, heading, l)
		case *course.Section:
			spotBlocks(l, b.Blocks, put)
		case *course.Extra:
			put(b.ID, SpotExtra, b.Title, l)
			spotBlocks(l, b.Blocks, put)
		case *course.Pool:
			for _, q := range b.Questions {
				put(q.ID, SpotQuestion, q.Prompt, l)
			}
		case *course.Question:
			put(b.ID, SpotQuestion, b.Prompt, l)
		case *course.Task:
			put(b.ID, SpotTask, b.Title, l)
		case *course.Ask:
			put(b.ID, SpotAsk, b.Prompt, l)
		}
	}
}

// spots is the map of the course's places, made when it is first asked for.
func (ix *index) spots(c *course.Course) map[string]spotAt {
	if ix.places == nil {
		ix.places = spotMap(c)
	}
	return ix.places
}

// SpotOf finds a place of the course by its id: that of a lesson, question,
// task, Ask or extra, "LESSON#TEXT" for a text of a lesson, "card:ID", or
// "term:TERM"; empty stands for the course. A place that the course does not
// have is Gone.
func (s *Session) SpotOf(id string) Spot { return s.spotOf(id, "") }

// spotOf is SpotOf; lesson is where a place that is gone was.
func (s *Session) spotOf(id, lesson string) Spot {
	at, found := s.index.spots(s.course)[id]
	if !found {
		if of, _, text := strings.Cut(id, "#"); text && lesson == "" {
			lesson = of
		}
		return Spot{ID: id, Lesson: s.index.lessons[lesson], Gone: true}
	}
	sp := Spot{ID: id, Kind: at.kind, Title: at.title, Lesson: at.lesson}
	if at.kind == SpotText {
		sp.Page = s.pageOf(at.lesson, id)
	}
	return sp
}

// pageOf is the page of a lesson that holds a text, from 1; 0: none does, as
// things are for this learner.
func (s *Session) pageOf(l *course.Lesson, id string) int {
	for i, p := range s.Pages(l.ID) {
		for _, have := range p.ids(l.ID) {
			if have == id {
				return i + 1
			}
		}
	}
	return 0
}

// Here is the place that the learner is at: that of the page, question or card
// before them, else the lesson, else the course.
func (s *Session) Here() Spot { return s.SpotOf(s.hereIDs()[0]) }

// hereIDs are the ids of the places before the learner, at least one: a page may
// hold several texts.
func (s *Session) hereIDs() []string {
	at := s.step.At()
	id := ""
	if at.Lesson != nil {
		id = at.Lesson.ID
	}
	switch st := s.step.(type) {
	case Reading:
		if ids := st.Page.ids(at.Lesson.ID); len(ids) > 0 {
			return ids
		}
	case Answering:
		id = st.Question.ID
	case Feedback:
		id = st.Question.ID
	case Doing:
		id = st.Task.ID
	case Asking:
		id = st.Ask.ID
	case Recalling:
		id = st.Item
	case Offer, Choosing, Placed, Planning, Summary, Reviewed, Closing, Finished:
	}
	return []string{id}
}
