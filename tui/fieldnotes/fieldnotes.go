// Package fieldnotes writes down what a learner took from a course, as Markdown
// to be kept: the lessons they finished, what they know, the questions they
// answered, what they noted, and the terms they met.
//
// What it promises: the right answer of a question stands in it only once the
// learner was told it; what the learner or an author wrote stays inside its own
// paragraph, list or quotation, whatever it holds; and no control character is
// in it.
package fieldnotes

import (
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// Session is what field notes are made of: a learn.Session.
type Session interface {
	Course() *course.Course
	Progress() learn.Progress
	Map() learn.Map
	Met() []learn.Met
	NotesInPlace() []learn.Note
	Bookmarks() []learn.Bookmark
	TermsMet() []course.Entry
}

// Markdown writes the field notes. The same session gives the same text.
func Markdown(s Session, w *words.Words) string {
	n := &notes{w: w, f: w.FieldNotes}
	n.head(s)
	n.learned(s)
	n.answered(s.Met())
	n.noted(s.NotesInPlace(), s.Bookmarks())
	n.terms(s.TermsMet())
	return n.b.String()
}

// FileName is the name of the file for the field notes of a course, such as
// "git-field-notes.md".
func FileName(courseID string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(courseID) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else if t := b.String(); t != "" && !strings.HasSuffix(t, "-") {
			b.WriteByte('-')
		}
	}
	name := strings.Trim(b.String(), "-")
	if name == "" {
		name = "course"
	}
	const most = 60
	return name[:min(len(name), most)] + "-field-notes.md"
}

type notes struct {
	w *words.Words
	f words.FieldNotes
	b strings.Builder
}

// line adds a line; para one with an empty line after it.
func (n *notes) line(text string) { n.b.WriteString(text + "\n") }
func (n *notes) para(text string) { n.b.WriteString(text + "\n\n") }

// day is a date with its year.
func (n *notes) day(t time.Time) string { return n.w.Days.Date(t, time.Time{}) }

func (n *notes) head(s Session) {
	n.para("# " + n.f.Title(inline(s.Course().Title)))
	p := s.Progress()
	if !p.Started {
		n.para(n.f.Nothing)
		return
	}
	n.para(n.f.Done(p.Done, p.Of, n.day(p.Last)))
}

// learned lists the lessons that were finished and the skills that were
// answered on.
func (n *notes) learned(s Session) {
	begun := false
	head := func() {
		if !begun {
			n.para("## " + n.f.Learned)
		}
		begun = true
	}
	finished := false
	for _, l := range s.Progress().Lessons {
		if l.State != learn.LessonDone {
			continue
		}
		head()
		item := "- " + inline(l.Lesson.Title)
		if !l.Finished.IsZero() {
			item += ", " + n.day(l.Finished)
		}
		n.line(item)
		finished = true
	}
	if finished {
		n.line("")
	}
	for i, k := range answeredSkills(s.Map()) {
		if head(); i == 0 {
			n.para("### " + n.w.Outline.Skills)
		}
		item := "- " + inline(k.Skill.Title) + n.w.Print.Colon + " " + n.w.Map.Stages[k.Stage]
		if k.Mastered && !k.Due.IsZero() {
			item += "; " + n.f.Review(n.day(k.Due))
		}
		n.line(item)
	}
	if begun && !strings.HasSuffix(n.b.String(), "\n\n") {
		n.line("")
	}
}

func answeredSkills(m learn.Map) []learn.MapSkill {
	return slices.DeleteFunc(slices.Clone(m.Skills), func(k learn.MapSkill) bool { return k.Answers == 0 && !k.Tested })
}

// answered lists the questions that were answered, under their lessons: with the
// learner's last answer, and where they were told it the right one and why.
func (n *notes) answered(met []learn.Met) {
	lesson, begun := "", false
	for _, m := range met {
		if m.Answer == nil && !m.Open {
			continue
		}
		if !begun {
			n.para("## " + n.f.Answered)
		}
		title := ""
		if m.Spot.Lesson != nil {
			title = m.Spot.Lesson.Title
		}
		if title != lesson && title != "" {
			n.para("### " + inline(title))
		}
		lesson, begun = title, true
		n.question(m)
	}
}

func (n *notes) question(m learn.Met) {
	n.para("**" + strings.TrimSpace(strong(m.Question.Prompt)) + "**")
	n.quote(m.Question.Body)
	if a := m.Answer; a != nil {
		said := n.f.DontKnow
		if !a.DontKnow {
			said = n.answer(m.Question, *a)
		}
		n.para(n.f.YouSaid(n.day(m.When)) + " " + said + n.verdict(m))
	}
	if !m.Open {
		return
	}
	if m.Outcome != course.Right {
		n.para(n.f.RightIs + " " + n.answer(m.Question, m.Question.Solution()))
	}
	n.quote(m.Question.Why)
}

// verdict says what the last answer was worth, where the learner was told.
func (n *notes) verdict(m learn.Met) string {
	said := n.f.Outcomes[string(m.Outcome)]
	if m.Disputed {
		said = n.f.Disputed
	}
	if said == "" {
		return ""
	}
	return " (" + said + ")"
}

// answer writes an answer on one line.
func (n *notes) answer(q *course.Question, a course.Answer) string {
	var parts []string
	switch f := q.Form.(type) {
	case *course.Typed:
		return code(a.Text)
	case *course.Blanks:
		for _, it := range a.Items {
			parts = append(parts, code(it))
		}
	case *course.Match:
		for i, it := range a.Items {
			if i < len(f.Pairs) {
				it = f.Pairs[i].Left + " – " + it
			}
			parts = append(parts, oneLine(it))
		}
	default:
		for _, it := range a.Items {
			parts = append(parts, oneLine(it))
		}
	}
	return strings.Join(parts, "; ")
}

// noted lists the notes under their lessons, and the bookmarks.
func (n *notes) noted(list []learn.Note, marks []learn.Bookmark) {
	if len(list) > 0 {
		n.para("## " + n.f.Noted)
	}
	lesson := ""
	for _, note := range list {
		title := n.f.Course
		if note.Spot.Lesson != nil {
			title = note.Spot.Lesson.Title
		} else if note.Spot.Gone {
			title = n.w.Finding.Gone
		}
		if title != lesson {
			n.para("### " + inline(title))
			lesson = title
		}
		where := oneLine(n.w.CourseTitle(note.Spot.Title))
		if where != "" && where != oneLine(title) && note.Spot.Kind != learn.SpotCourse {
			where += ", "
		} else {
			where = ""
		}
		n.para("*" + strings.ReplaceAll(where, "*", "") + n.day(note.When) + "*")
		n.para(paragraphs(note.Text))
	}
	if len(marks) == 0 {
		return
	}
	n.para("## " + n.f.Marked)
	for _, m := range marks {
		said := oneLine(n.w.CourseTitle(m.Spot.Title))
		if l := m.Spot.Lesson; l != nil && said == "" {
			said = inline(l.Title)
		} else if l != nil && said != inline(l.Title) {
			said = inline(l.Title) + ": " + said
		}
		if m.Spot.Gone {
			said = strings.TrimPrefix(said+", "+n.w.Finding.Gone, ", ")
		}
		if said == "" {
			said = n.f.Course
		}
		n.line("- " + said)
	}
	n.line("")
}

func (n *notes) terms(met []course.Entry) {
	for i, e := range met {
		if i == 0 {
			n.para("## " + n.f.Terms)
		}
		n.para("**" + inline(e.Term) + "**")
		n.quote(e.Meaning)
	}
}

// quote adds Markdown of an author as a quotation, which ends where it ends
// whatever it left open.
func (n *notes) quote(md string) {
	md = strings.TrimSpace(textsafe.Text(md))
	if md == "" {
		return
	}
	for line := range strings.SplitSeq(md, "\n") {
		n.line(strings.TrimRight("> "+line, " "))
	}
	n.line("")
}
