package plain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/search"
	"github.com/cairn-learn/cairn/tui/fieldnotes"
	"github.com/cairn-learn/cairn/tui/words"
)

// mostFound is how many results are told.
const mostFound = 10

// find looks words up everywhere, or opens a result by its number.
func (d *Dialogue) find(arg string) {
	if n, err := strconv.Atoi(arg); err == nil && n >= 1 && n <= len(d.found) {
		d.openFound(d.found[n-1])
		return
	}
	if arg == "" {
		d.say(d.w.Finding.Can)
		d.say(d.p.Finding.How)
		return
	}
	if d.shelved == nil {
		var docs []search.Document
		if d.shelf != nil {
			docs = d.shelf(d.s.Course().ID)
		}
		d.shelved = search.NewIndex(docs)
	}
	here := search.NewIndex(append(search.OfLearner(d.s, ""), search.OfLessons(d.s, "")...))
	d.found = search.Find(arg, mostFound, here, d.shelved)
	if here.Cut() || d.shelved.Cut() {
		d.say(d.w.Finding.Cut)
	}
	if len(d.found) == 0 {
		d.say(d.w.Finding.None(arg))
		return
	}
	if d.found[0].Slip {
		d.say(d.w.Finding.Slip(arg))
	}
	for i, r := range d.found {
		d.numbered(i, TellFound(d.w, d.s, r))
	}
	d.say(d.p.Finding.Open)
}

// Placer finds a place of the open course.
type Placer interface{ SpotOf(id string) learn.Spot }

// TellFound tells a result: what it is and where it stands, then its line. The
// placer may be nil where no course is open.
func TellFound(w *words.Words, s Placer, r search.Result) string {
	f := w.Finding
	title := inline(r.Title)
	if r.Kind == search.KindNote || title == "" {
		title = inline(r.LessonTitle)
	}
	var place []string
	for _, p := range []string{f.Kinds[string(r.Kind)], title, inline(r.LessonTitle), inline(r.Course)} {
		if p != "" && !slices.Contains(place, p) && (p != inline(r.Course) || !r.Open || r.Kind == search.KindCourse) {
			place = append(place, p)
		}
	}
	if s != nil && r.Open && r.Lesson != "" {
		if n := s.SpotOf(r.Place).Page; n > 0 {
			place = append(place, f.Page(n))
		}
	}
	if r.Ahead {
		place = append(place, f.Ahead)
	}
	said := strings.Join(place, ", ")
	if line := inline(r.Line); line != "" && line != title {
		said += ". " + line
	}
	return said
}

// openFound tells what a result is about. The learner's place stays.
func (d *Dialogue) openFound(r search.Result) {
	d.gap()
	if !r.Open {
		d.say(d.p.Finding.Elsewhere(r.Course, r.Ref))
		return
	}
	switch r.Kind {
	case search.KindCourse:
		d.say(r.Title)
		d.say(r.Text)
	case search.KindTerm:
		d.glossary(r.Title)
	case search.KindCard:
		d.note(d.p.CardFront(1), r.Title)
	case search.KindQuestion:
		d.met(r.Place)
	case search.KindNote:
		d.say(r.Text)
		d.openSpot(d.s.SpotOf(r.Place))
	case search.KindBookmark, search.KindLesson, search.KindText:
		d.openSpot(d.s.SpotOf(r.Place))
	}
}

// openSpot tells the page that a place is on.
func (d *Dialogue) openSpot(sp learn.Spot) {
	switch {
	case sp.Gone:
		d.say(sentence(d.w.Finding.Gone))
	case sp.Kind == learn.SpotQuestion:
		d.met(sp.ID)
	case sp.Kind == learn.SpotTerm:
		d.glossary(sp.Title)
	case sp.Lesson != nil:
		pages := d.s.Pages(sp.Lesson.ID)
		n := max(sp.Page, 1)
		if n > len(pages) {
			d.say(d.w.Flow.NoPages)
			return
		}
		d.say(sp.Lesson.Title)
		d.say(d.p.PageOf(n, len(pages), pages[n-1].Title))
		d.parts(pages[n-1], pages[n-1].Title)
		d.say(d.p.Finding.Stay)
	default:
		d.say(d.inline(d.w.CourseTitle(sp.Title)))
	}
}

// met tells a question that was met, with the last answer, and the right one once
// the learner was told it.
func (d *Dialogue) met(id string) {
	f := d.w.Finding
	for _, m := range d.s.Met() {
		if m.Question.ID != id {
			continue
		}
		d.say(d.inline(m.Question.Prompt))
		if m.Question.Body != "" {
			d.page(m.Question.Body, "")
		}
		if m.Answer != nil {
			d.say(f.YourLast + d.w.Print.Colon + " " + d.answerLine(*m.Answer))
		}
		if !m.Open {
			d.say(f.NotTold)
			return
		}
		d.say(f.RightOne + d.w.Print.Colon + " " + d.answerLine(m.Question.Solution()))
		if m.Question.Why != "" {
			d.note(f.Because+d.w.Print.Colon, m.Question.Why)
		}
		return
	}
	d.say(f.NotMet)
}

func (d *Dialogue) answerLine(a course.Answer) string {
	if a.DontKnow {
		return d.w.Keys.DontKnow
	}
	var parts []string
	if a.Text != "" {
		parts = append(parts, a.Text)
	}
	for _, it := range a.Items {
		parts = append(parts, d.inline(it))
	}
	return strings.Join(parts, "; ")
}

// jot writes a note on what is before the learner, or tells those there are.
func (d *Dialogue) jot(text string) {
	if text == "" {
		here := d.s.NotesHere()
		for _, n := range here {
			d.hang("- ", n.Text)
		}
		if len(here) == 0 {
			d.say(d.p.Finding.NoneHere)
		}
		return
	}
	here := d.s.Here()
	if d.do(learn.AddNote{Place: here.ID, Text: text}) {
		d.say(d.w.Finding.Saved + " " + d.spotName(here))
	}
}

// bookmark sets a bookmark where the learner is, or takes it away.
func (d *Dialogue) bookmark(string) {
	mark := learn.Mark{}
	if mark.Place, mark.Off = d.s.MarkedHere(); !mark.Off {
		mark.Place = d.s.Here().ID
	}
	name := d.spotName(d.s.SpotOf(mark.Place))
	if !d.do(mark) {
		return
	}
	if mark.Off {
		d.say(d.w.Finding.Unmarked(name))
		return
	}
	d.say(d.w.Finding.Marked(name))
}

// notes tells the notes and bookmarks, or opens, changes or removes one by its
// number.
func (d *Dialogue) notes(arg string) {
	notes, marks := d.s.Notes(), d.s.Bookmarks()
	verb, rest, _ := strings.Cut(arg, " ")
	if n, err := strconv.Atoi(verb); err == nil {
		d.openKept(n, notes, marks)
		return
	}
	number, text, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, err := strconv.Atoi(number)
	switch {
	case verb == "":
		d.account(TellNotes(d.w, notes, marks))
		if len(notes)+len(marks) > 0 {
			d.say(d.p.Finding.NotesHow)
		}
	case verb == "back" && d.removed.ID != "":
		if d.do(learn.EditNote{ID: d.removed.ID, Text: d.removed.Text}) {
			d.removed = learn.Note{}
			d.say(d.w.Finding.Back)
		}
	case err != nil || n < 1 || n > len(notes)+len(marks):
		d.say(d.p.Finding.NotesHow)
	case verb == "change" && n <= len(notes) && text != "":
		if d.do(learn.EditNote{ID: notes[n-1].ID, Text: text}) {
			d.say(d.w.Finding.Saved)
		}
	case verb == "remove" && n <= len(notes):
		if d.do(learn.RemoveNote{ID: notes[n-1].ID}) {
			d.removed = notes[n-1]
			d.say(d.w.Finding.Removed(":notes back"))
		}
	case verb == "remove":
		if d.do(learn.Mark{Place: marks[n-1-len(notes)].Spot.ID, Off: true}) {
			d.say(d.w.Finding.Unmarked(d.spotName(marks[n-1-len(notes)].Spot)))
		}
	default:
		d.say(d.p.Finding.NotesHow)
	}
}

// openKept tells a note or bookmark and the page that it is about.
func (d *Dialogue) openKept(n int, notes []learn.Note, marks []learn.Bookmark) {
	switch {
	case n >= 1 && n <= len(notes):
		d.say(notes[n-1].Text)
		d.openSpot(notes[n-1].Spot)
	case n > len(notes) && n <= len(notes)+len(marks):
		d.openSpot(marks[n-1-len(notes)].Spot)
	default:
		d.say(d.p.Finding.NotesHow)
	}
}

// TellNotes tells notes, newest first, and then bookmarks, all of them numbered.
func TellNotes(w *words.Words, notes []learn.Note, marks []learn.Bookmark) Account {
	t := newTeller(w)
	number := func(i int) string { return strconv.Itoa(i+1) + ". " }
	place := func(sp learn.Spot) string {
		said := spotName(w, sp)
		if sp.Lesson != nil && titled(sp.Lesson) != said {
			said = titled(sp.Lesson) + ", " + said
		}
		if sp.Gone {
			said += ", " + w.Finding.Gone
		}
		return said
	}
	for i, n := range notes {
		t.mark(number(i), w.Days.ShortDate(n.When)+", "+place(n.Spot)+w.Print.Colon+" "+n.Text)
	}
	for i, m := range marks {
		t.mark(number(len(notes)+i), w.Finding.Bookmark+w.Print.Colon+" "+place(m.Spot))
	}
	if len(t.to) == 0 {
		t.say(w.Finding.NoNotes(":note", ":bookmark"))
	}
	return t.to
}

func titled(l *course.Lesson) string { return inline(l.Title) }

func (d *Dialogue) spotName(sp learn.Spot) string { return spotName(d.w, sp) }

// spotName names a place.
func spotName(w *words.Words, sp learn.Spot) string {
	title := inline(w.CourseTitle(sp.Title))
	switch {
	case sp.Gone && sp.Lesson == nil:
		return sp.ID
	case sp.ID == "":
		return w.Finding.Course
	case (title == "" || sp.Gone) && sp.Lesson != nil:
		return titled(sp.Lesson)
	}
	return title
}

// exportNotes writes the field notes to a file.
func (d *Dialogue) exportNotes(name string) {
	if d.export == nil {
		d.say(d.w.Finding.NoExport)
		return
	}
	if name == "" {
		name = fieldnotes.FileName(d.s.Course().ID)
	}
	path, err := d.export(name, fieldnotes.Markdown(d.s, d.w))
	if err != nil {
		d.say(sentence(err.Error()))
		return
	}
	d.line(d.w.Finding.Exported(path))
}
