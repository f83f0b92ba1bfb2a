package tried

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// Said tells what a question says and takes as right, in words without marks, so that
// two questions can be compared: what is not in it, an import does not have to keep.
func Said(q *course.Question) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s", words(q.Prompt+" "+q.Body))
	switch f := q.Form.(type) {
	case *course.Options:
		line("many %v", f.Many)
		for _, o := range f.List {
			line("option %v %v: %s: %s", o.Right, o.DontKnow, words(o.Text), words(o.Reply.Text))
		}
	case *course.Typed:
		accepts(line, "answer", f.Answers)
		accepts(line, "close", f.Close)
		accepts(line, "not", f.Not)
		line("otherwise: %s", words(f.Otherwise.Text))
	case *course.Match:
		for _, p := range f.Pairs {
			line("pair %s: %s", words(p.Left), words(p.Right))
		}
	case *course.Order:
		line("order %s", words(strings.Join(f.Items, "; ")))
	case *course.Blanks:
		line("blanks %s", words(f.Text))
		for _, x := range f.List {
			accepts(line, "blank", x.Accept)
		}
	}
	line("why: %s", words(q.Why))
	return b.String()
}

func accepts(line func(string, ...any), what string, list []course.Accept) {
	for _, a := range list {
		if a.Kind == course.AnswerNumber && a.Low == a.High {
			line("%s %g: %s", what, a.Low, words(a.Reply.Text)) // among words, a number is one of them
			continue
		}
		if a.Kind == course.AnswerNumber {
			line("%s %g to %g: %s", what, a.Low, a.High, words(a.Reply.Text))
			continue
		}
		line("%s %s: %s", what, words(a.Text), words(a.Reply.Text))
	}
}

// words is a text without marks and with single spaces.
func words(md string) string { return markup.Plain(strings.Join(strings.Fields(md), " ")) }

// Questions lists the graded questions of a course by their ids.
func Questions(c *course.Course) map[string]*course.Question {
	out := map[string]*course.Question{}
	c.EachQuestion(func(q *course.Question) { out[q.ID] = q })
	return out
}
