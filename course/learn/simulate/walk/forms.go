package walk

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
)

// Form is a right answer as a person would give it.
type Form struct {
	Answer course.Answer
	Stated string // the answer as the author states it
	How    string // what the person does differently; empty: nothing
	Pos    course.Pos
}

// Refusal is a right answer that was not taken for one.
type Refusal struct {
	Question string     `json:"question"` // id
	Stated   string     `json:"stated"`   // as the author wrote it
	Given    string     `json:"given"`    // as it was typed
	How      string     `json:"how"`      // what was done differently; empty: nothing
	Became   string     `json:"became"`   // what was made of it
	Pos      course.Pos `json:"-"`
}

// Forms are the right answers to a question in all the forms that they are
// tried in: each that is stated, typed with spaces around it and between its
// words, in capitals and in small letters where both are forgiven, with a full
// stop, as a number with and without its unit. A pattern is tried by one text that
// it matches, where it is the only answer.
func Forms(q *course.Question) []Form {
	switch f := q.Form.(type) {
	case *course.Typed:
		var list []Form
		for _, a := range f.Answers {
			for _, t := range typings(a, f.ExactCase) {
				list = append(list, Form{Answer: course.Answer{Text: t.text}, Stated: a.Text, How: t.how, Pos: a.Pos})
			}
		}
		if len(list) > 0 {
			return list
		}
	case *course.Blanks:
		return blankForms(q, f)
	}
	a := q.Solution()
	return []Form{{Answer: a, Stated: said(a), Pos: q.Pos}}
}

// blankForms vary one blank at a time.
func blankForms(q *course.Question, f *course.Blanks) []Form {
	base := q.Solution()
	list := []Form{{Answer: base, Stated: said(base), Pos: q.Pos}}
	for i, b := range f.List {
		for _, a := range b.Accept {
			for _, t := range typings(a, f.ExactCase) {
				items := slices.Clone(base.Items)
				items[i] = t.text
				list = append(list, Form{Answer: course.Answer{Items: items}, Stated: a.Text, How: t.how, Pos: a.Pos})
			}
		}
	}
	return list
}

type typing struct{ text, how string }

// typings are the ways to type one stated answer.
func typings(a course.Accept, exactCase bool) []typing {
	text := a.Text
	if a.Kind == course.AnswerPattern {
		return nil
	}
	list := []typing{{text, ""}}
	add := func(how, typed string) {
		if typed != text {
			list = append(list, typing{typed, how})
		}
	}
	add("with spaces around it", "  "+text+" ")
	switch a.Kind {
	case course.AnswerWords:
		add("with two spaces between words", strings.ReplaceAll(text, " ", "  "))
		if !exactCase {
			add("in capitals", strings.ToUpper(text))
			add("in small letters", strings.ToLower(text))
		}
		if last, _ := utf8.DecodeLastRuneInString(text); unicode.IsLetter(last) || unicode.IsDigit(last) {
			add("with a full stop", text+".")
		}
	case course.AnswerShell:
		add("with the prompt", "$ "+text)
		if !strings.ContainsAny(text, "'\"\\`$") {
			add("with two spaces between words", strings.ReplaceAll(text, " ", "  "))
		}
	case course.AnswerNumber:
		middle := strconv.FormatFloat((a.Low+a.High)/2, 'g', 12, 64)
		add("as a number alone", middle)
		if a.Unit != "" {
			add("as a number with its unit", middle+" "+a.Unit)
		}
	case course.AnswerCode, course.AnswerPattern:
	}
	return list
}

// Refused grades every right answer in every form and returns those that are
// not right, in the order of the course; and how many were tried.
func Refused(c *course.Course) (list []Refusal, tried int) {
	c.EachQuestion(func(q *course.Question) {
		for _, f := range Forms(q) {
			tried++
			if v, err := q.Grade(f.Answer); err != nil {
				list = append(list, f.refusal(q, "", err.Error()))
			} else if v.Outcome != course.Right {
				list = append(list, f.refusal(q, v.Outcome, ""))
			}
		}
	})
	return list, tried
}

func (f Form) refusal(q *course.Question, became course.Outcome, lacks string) Refusal {
	r := Refusal{Question: q.ID, Stated: f.Stated, Given: said(f.Answer), How: f.How, Became: string(became), Pos: f.Pos}
	if lacks != "" {
		r.Became = "no answer yet: " + lacks
	}
	if r.Pos.File == "" {
		r.Pos = q.Pos
	}
	return r
}

// said is an answer in one line.
func said(a course.Answer) string {
	switch {
	case a.DontKnow:
		return "I don't know"
	case len(a.Items) > 0:
		return strings.Join(a.Items, " | ")
	}
	return a.Text
}

func sameAnswer(a, b course.Answer) bool {
	return a.Text == b.Text && a.DontKnow == b.DontKnow && slices.Equal(a.Items, b.Items)
}
