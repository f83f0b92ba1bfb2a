// Package anki writes the review cards and the glossary of a course as text that Anki
// imports. Each note has an id of its own made of the card's, so that importing the
// file of a later version updates the notes and keeps what was learnt of them.
package anki

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Format is the text that Anki imports.
func Format() exporter.Format {
	return exporter.Format{
		Name:   "anki",
		Writes: "cards and glossary as text for Anki",
		Text:   true,
		Write:  write,
	}
}

// head says what the columns are: id, kind of note, deck, tags, and two fields.
const head = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:4\n"

var errNone = errors.New("the course has no cards; --questions makes cards of its questions")

func write(src exporter.Source) (exporter.Written, error) {
	w := &writer{course: src.Course, decks: decks(src.Course)}
	w.out.WriteString(head)
	for list := src.Course.Cards; len(list) > 0; {
		n := together(list)
		w.note(list[:n])
		list = list[n:]
	}
	if src.Set.Questions {
		w.questions()
	}
	if w.held == (exporter.Counts{}) {
		return exporter.Written{Losses: w.All()}, errNone
	}
	return exporter.Written{Data: []byte(w.out.String()), Held: w.held, Losses: w.All()}, nil
}

// writer is a file of notes that is being written.
type writer struct {
	exporter.Losses
	course *course.Course
	decks  map[string]string // by id of a lesson
	out    strings.Builder
	held   exporter.Counts
}

// decks names a deck for each lesson, in that for its module, in that for the course.
func decks(c *course.Course) map[string]string {
	out := map[string]string{"": deck(c.Title)}
	for _, s := range exporter.Stops(c) {
		out[s.Lesson.ID] = deck(c.Title, s.Module, s.Lesson.Title)
	}
	return out
}

// deck joins names as Anki does.
func deck(names ...string) string {
	var parts []string
	for _, n := range names {
		if n = strings.Join(strings.Fields(textsafe.Line(n)), " "); n != "" {
			parts = append(parts, strings.ReplaceAll(n, "::", ":"))
		}
	}
	return strings.Join(parts, "::")
}

// together is how many of the cards at the head of a list are gaps of one text.
func together(list []course.Card) int {
	n := 1
	for n < len(list) && list[n].Pos == list[0].Pos {
		n++
	}
	if _, ok := cloze(list[:n]); ok {
		return n
	}
	return 1
}

const gap = "[…]"

// cloze is the text of cards that are gaps of it, with the gaps as signs that no text
// holds. It reports false for other cards, and where Anki would read gaps otherwise.
func cloze(list []course.Card) (string, bool) {
	full := ""
	var b strings.Builder
	from := 0
	for i, k := range list {
		before, after, ok := strings.Cut(k.Front, gap)
		whole := before + k.Back + after
		switch {
		case !ok, strings.Contains(after, gap), strings.ContainsAny(k.Back, "\n"+open+shut), strings.Contains(k.Back, "::"), strings.Contains(whole, "{{"), strings.Contains(whole, "}}"):
			return "", false
		case i == 0:
			full = whole
		}
		if whole != full || len(before) < from {
			return "", false
		}
		b.WriteString(full[from:len(before)] + open + k.Back + shut)
		from = len(before) + len(k.Back)
	}
	return b.String() + full[from:], true
}

// The ends of a gap while Markdown becomes HTML: characters for private use, which stand
// in no text.
const (
	open = "\ue000"
	shut = "\ue001"
)

// note writes one card, or the cards of one text with gaps.
func (w *writer) note(list []course.Card) {
	k := list[0]
	id, m := k.ID, w.markup(k.Pos)
	w.held.Cards += len(list)
	if text, ok := cloze(list); ok {
		id = strings.TrimSuffix(id, "-"+course.Slug(k.Back))
		html := m.Block(text)
		for i := range list {
			html = strings.Replace(html, open, fmt.Sprintf("{{c%d::", i+1), 1)
		}
		w.row(id, "Cloze", w.decks[k.After], k.Skills, strings.ReplaceAll(html, shut, "}}"), "")
		return
	}
	w.row(id, "Basic", w.decks[k.After], k.Skills, m.Block(k.Front), m.Block(k.Back))
}

// markup writes texts of a place. Anki sets TeX by itself, and takes no files along
// with a text.
func (w *writer) markup(at course.Pos) markup.Maker {
	return markup.Maker{TeX: true, Notes: fmt.Sprintf("n%d-", w.held.Cards), Lose: func(what, why string) { w.Lose(at, what, why) }}
}

// row writes a note. Its id is made of the course's and the card's.
func (w *writer) row(id, kind, deck string, skills []string, front, back string) {
	sum := sha256.Sum256([]byte(w.course.ID + "\x00" + id))
	cells := []string{"cairn-" + hex.EncodeToString(sum[:8]), kind, deck, strings.Join(skills, " "), front, back}
	for i, c := range cells {
		if i > 0 {
			w.out.WriteByte('\t')
		}
		w.out.WriteString(cell(c))
	}
	w.out.WriteByte('\n')
}

// cell quotes what a table would read otherwise.
func cell(s string) string {
	if strings.ContainsAny(s, "\t\n\"") || strings.HasPrefix(s, "#") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// questions makes a card of each question: what is asked, and the right answer.
func (w *writer) questions() {
	for _, s := range exporter.Stops(w.course) {
		for _, it := range exporter.Items(s.Lesson) {
			q := it.Question
			if q == nil {
				continue
			}
			m := w.markup(q.Pos)
			w.row("question/"+q.ID, "Basic", w.decks[s.Lesson.ID], q.Skills, asked(m, q), answered(m, q))
			w.held.Questions++
		}
	}
}

// asked is what a question says, with what there is to choose from.
func asked(m markup.Maker, q *course.Question) string {
	parts := []string{"<p>" + m.Line(q.Prompt) + "</p>"}
	if q.Body != "" {
		parts = append(parts, m.Block(q.Body))
	}
	switch f := q.Form.(type) {
	case *course.Options:
		var list []string
		for _, o := range f.List {
			if !o.DontKnow {
				list = append(list, m.Line(o.Text))
			}
		}
		parts = append(parts, items("ul", exporter.Mixed(q.ID, list)))
	case *course.Order:
		var list []string
		for _, s := range f.Items {
			list = append(list, m.Line(s))
		}
		parts = append(parts, items("ul", exporter.Mixed(q.ID, list)))
	case *course.Match:
		var list []string
		for _, p := range f.Pairs {
			list = append(list, m.Line(p.Left)+" – ?")
		}
		parts = append(parts, items("ul", list))
	case *course.Blanks:
		html := m.Block(f.Text)
		for i := range f.List {
			html = strings.ReplaceAll(html, fmt.Sprintf("[[%d]]", i+1), fmt.Sprintf("(%d) ____", i+1))
		}
		parts = append(parts, html)
	case *course.Typed:
	}
	return strings.Join(parts, "\n")
}

// answered is the right answer, and why.
func answered(m markup.Maker, q *course.Question) string {
	var list []string
	solution := q.Solution()
	switch f := q.Form.(type) {
	case *course.Typed:
		list = append(list, "<code>"+markup.Text(solution.Text)+"</code>")
	case *course.Blanks:
		for _, s := range solution.Items {
			list = append(list, "<code>"+markup.Text(s)+"</code>")
		}
	case *course.Match:
		for _, p := range f.Pairs {
			list = append(list, m.Line(p.Left)+" – "+m.Line(p.Right))
		}
	case *course.Options, *course.Order:
		for _, s := range solution.Items {
			list = append(list, m.Line(s))
		}
	}
	out := "<p>" + strings.Join(list, "") + "</p>"
	if len(list) != 1 {
		out = items("ol", list)
	}
	if q.Why != "" {
		out += "\n" + m.Block(q.Why)
	}
	return out
}

func items(name string, list []string) string {
	return "<" + name + "><li>" + strings.Join(list, "</li><li>") + "</li></" + name + ">"
}
