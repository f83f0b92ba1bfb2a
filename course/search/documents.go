package search

import (
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// Learner is what is searched of an open course: a learn.Session.
type Learner interface {
	Course() *course.Course
	Step() learn.Step
	Progress() learn.Progress
	Pages(lesson string) []learn.Page
	Met() []learn.Met
	CardsMet() []course.Card
	Notes() []learn.Note
	Bookmarks() []learn.Bookmark
}

// OfCourse lists what can be found in a course that is not open: its title and
// summary, and its lessons with the text that everybody reads. Questions are not
// among it. ref is what opens the course.
func OfCourse(c *course.Course, ref string) []Document {
	g := gatherer{base: Document{Ref: ref, Course: c.Title}}
	g.course(c)
	for _, l := range c.Lessons {
		g.lesson(l, nil)
	}
	return g.docs
}

// OfLessons lists what can be found in an open course as OfCourse does, with the
// pages of lessons that were begun as the learner sees them. ref is what opens
// the course.
func OfLessons(s Learner, ref string) []Document {
	c := s.Course()
	g := gatherer{base: Document{Ref: ref, Course: c.Title, Open: true}}
	p := s.Progress()
	here := 0
	for i := range p.Lessons {
		if p.Lessons[i].Here {
			here = i
		}
	}
	g.course(c)
	for i := range p.Lessons {
		l := &p.Lessons[i]
		g.base.Far, g.base.Ahead = max(i-here, here-i), !l.Here && l.State != learn.LessonBegun && l.State != learn.LessonDone
		var pages []learn.Page
		if !g.base.Ahead {
			pages = s.Pages(l.Lesson.ID)
		}
		g.lesson(l.Lesson, pages)
	}
	return g.docs
}

// OfLearner lists what can be found in an open course beside its lessons: the
// glossary, the cards and questions that the learner has met, their notes and
// their bookmarks. The right answer of a question is among it only once they
// have been told it, and never while they are asked.
func OfLearner(s Learner, ref string) []Document {
	c := s.Course()
	g := gatherer{base: Document{Ref: ref, Course: c.Title, Open: true}}
	for _, e := range c.Glossary {
		g.add(Document{Kind: KindTerm, Title: e.Term, Text: e.Meaning, Place: learn.TermSpot(e.Term)})
	}
	g.cards(c, s.CardsMet())
	g.met(s)
	for _, n := range s.Notes() {
		d := g.at(n.Spot)
		d.Kind, d.Text, d.ID = KindNote, n.Text, n.ID
		g.add(d)
	}
	for _, b := range s.Bookmarks() {
		d := g.at(b.Spot)
		d.Kind = KindBookmark
		if d.Title == "" {
			d.Title = d.LessonTitle
		}
		g.add(d)
	}
	return g.docs
}

// gatherer lists documents. base is what those to come have in common.
type gatherer struct {
	base Document
	docs []Document
}

// add adds a document, with what it has in common with the others.
func (g *gatherer) add(d Document) {
	b := g.base
	d.Ref, d.Course, d.Open, d.Far, d.Ahead = b.Ref, b.Course, b.Open, b.Far, b.Ahead
	g.docs = append(g.docs, d)
}

func (g *gatherer) course(c *course.Course) {
	g.add(Document{Kind: KindCourse, Title: c.Title, Text: c.Summary})
}

// lesson adds a lesson with its pages; without them with the text that everybody
// reads.
func (g *gatherer) lesson(l *course.Lesson, pages []learn.Page) {
	in := Document{Lesson: l.ID, LessonTitle: l.Title}
	d := in
	d.Kind, d.Title, d.Place = KindLesson, l.Title, l.ID
	g.add(d)
	heading := ""
	text := func(id, title, md string) {
		d := in
		d.Kind, d.Title, d.Text, d.Place = KindText, title, md, learn.TextSpot(l.ID, id)
		if title == l.Title {
			d.Title = "" // the lesson itself is found by it
		}
		g.add(d)
	}
	idea := func(w *course.Ways) {
		var all []string
		for _, way := range w.List {
			all = append(all, way.Markdown)
		}
		text(w.ID, heading, strings.Join(all, "\n"))
	}
	for _, p := range pages {
		for _, part := range p.Parts {
			switch part := part.(type) {
			case learn.TextPart:
				heading = part.Title
				text(part.ID, part.Title, part.Markdown)
			case learn.WayPart:
				idea(part.Ways)
			}
		}
	}
	if pages != nil {
		return
	}
	for _, b := range l.Blocks {
		switch b := b.(type) {
		case course.Text:
			heading = b.Title
			text(b.ID, b.Title, b.Markdown)
		case *course.Ways:
			idea(b)
		case *course.Section, *course.Extra, *course.Pool, *course.Question, *course.Task, *course.Ask:
		}
	}
}

// cards adds the cards that were met. Terms of the glossary are there already.
func (g *gatherer) cards(c *course.Course, met []course.Card) {
	for _, card := range met {
		if slices.ContainsFunc(c.Glossary, func(e course.Entry) bool { return e.Term == card.Front }) {
			continue
		}
		g.add(Document{Kind: KindCard, Title: card.Front, Place: learn.CardSpot(card.ID)})
	}
}

// met adds the questions that were met: what they ask and what was answered, and
// the author's explanation once it was told. Not the one that is being asked.
func (g *gatherer) met(s Learner) {
	asked, _ := s.Step().(learn.Answering)
	for _, m := range s.Met() {
		text := m.Question.Body
		if m.Answer != nil && (asked.Question == nil || m.Question.ID != asked.Question.ID) {
			text += "\n" + m.Answer.Text + "\n" + strings.Join(m.Answer.Items, "\n")
		}
		if m.Open {
			text += "\n" + m.Question.Why
		}
		d := g.at(m.Spot)
		d.Kind, d.Title, d.Text = KindQuestion, m.Question.Prompt, text
		g.add(d)
	}
}

// at is a document at a place.
func (g *gatherer) at(sp learn.Spot) Document {
	d := Document{Place: sp.ID, Title: sp.Title}
	if sp.Lesson != nil {
		d.Lesson, d.LessonTitle = sp.Lesson.ID, sp.Lesson.Title
	}
	return d
}
