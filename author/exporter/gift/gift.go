// Package gift writes the questions of a course in Moodle's GIFT: one text file
// with a category for each lesson. What cairn import gift makes of it are the same
// questions, as far as GIFT can say them.
package gift

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// Format is GIFT.
func Format() exporter.Format {
	return exporter.Format{
		Name:   "gift",
		Writes: "the questions as Moodle GIFT: a text file",
		Text:   true,
		Write:  write,
	}
}

// errNone says that a course has no question.
var errNone = errors.New("the course has no question that the format can hold")

func write(src exporter.Source) (exporter.Written, error) {
	w := &writer{}
	for _, s := range exporter.Stops(src.Course) {
		items := exporter.Items(s.Lesson)
		if len(items) == 0 {
			continue
		}
		w.category(s.Module, s.Lesson.Title)
		for _, it := range items {
			w.item(it)
		}
	}
	if w.held == (exporter.Counts{}) {
		return exporter.Written{Losses: w.All()}, errNone
	}
	return exporter.Written{Data: []byte(w.out.String()), Held: w.held, Losses: w.All()}, nil
}

// writer is a file of GIFT that is being written.
type writer struct {
	exporter.Losses
	out  strings.Builder
	held exporter.Counts
	at   course.Pos // of the question that is written
	what string     // it, by its id
}

// lose notes a loss of the question that is written. What is lost of many alike
// names none of them.
func (w *writer) lose(what, why string) { w.Lose(w.at, what, why) }

// loseOf notes a loss of this very question.
func (w *writer) loseOf(what, why string) { w.lose(what+" of "+w.what, why) }

// category begins the questions of a lesson. A slash in a name is doubled.
func (w *writer) category(module, lesson string) {
	name := "$course$/top"
	for _, part := range []string{module, lesson} {
		if part = oneLine(part); part != "" {
			name += "/" + strings.ReplaceAll(part, "/", "//")
		}
	}
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	w.out.WriteString("$CATEGORY: " + name + "\n")
}

func (w *writer) item(it exporter.Item) {
	w.at = it.Pos
	if it.Ask != nil {
		w.ask(it.Ask)
		return
	}
	q := it.Question
	w.what = q.ID
	w.local(q)
	if it.Pool != nil {
		w.lose("that questions are picked from a pool", "each is a question of its own")
	}
	if len(q.Hints) > 0 {
		w.lose("hints", "GIFT has no place for them")
	}
	if q.When != nil {
		w.lose("a rule", "the question is asked of everybody")
	}
	for _, r := range q.Replies() {
		if r.Mixup != "" || r.Detour != "" || r.Go != "" {
			w.lose("where an answer leads to", "the feedback stays, the road is cairn's")
		}
	}
	stem := joined(q.Prompt, q.Body)
	before, answers, after, ok := w.form(q, stem)
	if !ok {
		return
	}
	w.held.Questions++
	w.put(q.ID, q.Skills, before, answers, q.Why, after)
}

// local tells of links and pictures of the course: their Markdown stays, and leads
// nowhere in Moodle.
func (w *writer) local(q *course.Question) {
	m := markup.Maker{Lose: func(what, _ string) {
		if what == markup.LostLink || what == markup.LostPicture {
			w.lose(what, "it leads to a file of the course, which Moodle does not have")
		}
	}}
	for _, md := range []string{q.Prompt, q.Body, q.Why} {
		m.Block(md)
	}
	for _, r := range q.Replies() {
		m.Block(r.Text)
	}
}

// ask writes a reflection. A question of preference has no answer to keep.
func (w *writer) ask(a *course.Ask) {
	w.what = a.ID
	if len(a.Options) > 0 {
		w.lose("a question of preference", "what is answered would change nothing")
		return
	}
	if a.When != nil {
		w.lose("a rule", "the question is asked of everybody")
	}
	w.held.Asks++
	w.put(a.ID, nil, joined(a.Prompt, a.Body), "", a.Why, "")
}

// put writes a question. answers are lines between braces.
func (w *writer) put(id string, skills []string, before, answers, why, after string) {
	w.out.WriteByte('\n')
	if len(skills) > 0 {
		w.out.WriteString("//")
		for _, s := range skills {
			w.out.WriteString(" [tag:" + strings.Trim(s, "[]") + "]")
		}
		w.out.WriteByte('\n')
	}
	gap := ""
	if after = escaped(after); after != "" {
		gap = " " // around the field in a sentence
	}
	fmt.Fprintf(&w.out, "::%s::[markdown]%s%s{", escaped(id), escaped(before), gap)
	w.out.WriteString(answers)
	if why != "" {
		fmt.Fprintf(&w.out, "\n####%s", w.within(why))
	}
	if answers != "" || why != "" {
		w.out.WriteByte('\n')
	}
	w.out.WriteString("}" + gap + after + "\n")
}
