package cohort

import (
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// toPaste are the lines that take an answer to a typed question for right, and
// for wrong, as an author would write them below the other answers. They are of
// the kind of the answer that the question shows. Empty: the question is not
// there, takes another form of answer, or the answer cannot be stated.
func toPaste(q asked, a course.Answer) []string {
	if q.Question == nil {
		return []string{}
	}
	f, ok := q.Form.(*course.Typed)
	if !ok || len(f.Answers) == 0 {
		return []string{}
	}
	kind := f.Answers[0].Kind
	text := strings.Join(strings.Fields(a.Text), " ")
	if kind == course.AnswerPattern || kind == course.AnswerNumber {
		kind = course.AnswerWords
	}
	if kind == course.AnswerShell {
		text = strings.TrimPrefix(text, "$ ")
	}
	s := draft.Stated(draft.Accept{Kind: kind, Text: text})
	if s == "" {
		return []string{}
	}
	return []string{"- Also: " + s, "- Not: " + s}
}
