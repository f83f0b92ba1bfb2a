// Package aiken imports questions in the Aiken format: a question, options from A
// on, and a line that says which is right.
package aiken

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
)

// Format is Aiken.
func Format() importer.Format {
	return importer.Format{
		Name:  "aiken",
		Reads: "Aiken: a text file, or a folder of .txt files",
		Ends:  []string{".txt"},
		Looks: func(src importer.Source) bool {
			names := src.Paths(".txt")
			if len(names) == 0 {
				return false
			}
			text, err := src.Text(names[0])
			questions, _ := parse(text)
			return err == nil && len(questions) > 0
		},
		Read: read,
	}
}

// maxQuestions is how many questions of a source are read.
const maxQuestions = 50_000

func read(src importer.Source) (*draft.Course, []draft.Loss, error) {
	c := &draft.Course{}
	var losses []draft.Loss
	count := 0
	for _, name := range src.Paths(".txt") {
		text, err := src.Text(name)
		if err != nil {
			return nil, losses, fmt.Errorf("reading %s: %w", name, err)
		}
		questions, bad := parse(text)
		if count += len(questions); count > maxQuestions {
			questions = questions[:max(len(questions)-(count-maxQuestions), 0)]
			bad = append(bad, broken{0, "the rest of the questions", fmt.Sprintf("more than %d are not read at once", maxQuestions)})
		}
		for _, b := range bad {
			losses = append(losses, draft.Place{File: name, Line: b.line}.Lost(b.what, b.why))
		}
		if len(questions) == 0 {
			continue
		}
		bare := strings.TrimSuffix(name, path.Ext(name))
		f := &draft.File{Ref: bare, Title: path.Base(bare), From: draft.Place{File: name}}
		for _, q := range questions {
			f.Blocks = append(f.Blocks, q.draft(name))
		}
		c.Files = append(c.Files, f)
	}
	return c, losses, nil
}

// question is one question as it stands.
type question struct {
	line    int
	stem    []string
	options []string
	right   []int
}

// broken is what cannot be read.
type broken struct {
	line      int
	what, why string
}

var (
	option = regexp.MustCompile(`^([A-Za-z])[.)][ \t]+(\S.*)$`)
	answer = regexp.MustCompile(`^(?i:answer)[ \t]*:[ \t]*([A-Za-z](?:[ \t]*,[ \t]*[A-Za-z])*)[ \t]*$`)
)

// parse reads a file. A question that is broken costs itself.
func parse(src string) (questions []question, bad []broken) {
	q := question{}
	drop := func(why string) {
		if len(q.stem)+len(q.options) > 0 {
			bad = append(bad, broken{q.line, fmt.Sprintf("the question %q", cut(strings.Join(append(q.stem, q.options...), " "))), why})
		}
		q = question{}
	}
	for i, line := range strings.Split(src, "\n") {
		line = strings.TrimSpace(line)
		m := option.FindStringSubmatch(line)
		letter := -1
		if m != nil {
			letter = int(m[1][0]|0x20) - 'a'
		}
		switch a := answer.FindStringSubmatch(line); {
		case line == "":
			if len(q.options) > 0 { // some leave a line before the answer
				continue
			}
			if len(q.stem) > 0 {
				q.stem = append(q.stem, "")
			}
		case a != nil && len(q.options) == 0:
			drop("it has no options before its answer")
		case a != nil:
			if why := q.answer(a[1]); why != "" {
				drop(why)
				continue
			}
			questions = append(questions, q)
			q = question{}
		case letter == len(q.options) && len(q.stem) > 0:
			q.options = append(q.options, m[2])
		case len(q.options) > 0:
			drop("it has no line ANSWER:")
			fallthrough
		default:
			if len(q.stem) == 0 {
				q.line = i + 1
			}
			q.stem = append(q.stem, line)
		}
	}
	drop("it has no line ANSWER:")
	return questions, bad
}

// answer takes in which options are right, and says why it cannot.
func (q *question) answer(letters string) string {
	for l := range strings.SplitSeq(letters, ",") {
		n := int(strings.TrimSpace(l)[0]|0x20) - 'a'
		if n >= len(q.options) {
			return fmt.Sprintf("its answer is %s, and it has no such option", strings.ToUpper(strings.TrimSpace(l)))
		}
		q.right = append(q.right, n)
	}
	return ""
}

// draft is a question as a choice.
func (q question) draft(file string) *draft.Question {
	prompt, body := draft.Asked(draft.Plain(strings.TrimSpace(strings.Join(q.stem, "\n"))))
	f := &draft.Options{}
	for i, o := range q.options {
		f.List = append(f.List, draft.Option{Text: draft.Plain(o), Right: slices.Contains(q.right, i)})
	}
	return &draft.Question{Prompt: prompt, Body: body, Form: f, From: draft.Place{File: file, Line: q.line}}
}

// cut is a text short enough to be named.
func cut(s string) string {
	const most = 40
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return string(r)
}
