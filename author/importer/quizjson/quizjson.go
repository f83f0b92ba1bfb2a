// Package quizjson imports quizzes that are kept as JSON. There is no one form of
// them: questions are recognised by the names of their keys, wherever they stand.
// What fits none of the forms is a loss with its line.
package quizjson

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Format is quizzes in JSON.
func Format() importer.Format {
	return importer.Format{
		Name:  "quizjson",
		Reads: "quizzes in JSON: questions with options, answers and explanations",
		Ends:  []string{".json", ".jsonl"},
		Looks: looks,
		Read:  read,
	}
}

func looks(s importer.Source) bool {
	const most = 20
	for i, name := range s.Paths(".json", ".jsonl") {
		text, err := s.Text(name)
		if err != nil || i == most {
			continue
		}
		if v, err := parse(text); err == nil && holds(v, isQuestion) {
			return true
		}
	}
	return false
}

// holds reports whether a value is something, or holds it at any depth.
func holds(v *value, is func(*value) bool) bool {
	if is(v) {
		return true
	}
	return slices.ContainsFunc(v.list, func(item *value) bool { return holds(item, is) }) ||
		slices.ContainsFunc(v.keys, func(m member) bool { return holds(m.value, is) })
}

func read(source importer.Source) (*draft.Course, []draft.Loss, error) {
	r := &reader{course: &draft.Course{}}
	files := r.files(source)
	files, r.course.Language = r.oneLanguage(files)
	for _, f := range files {
		bare := strings.TrimSuffix(f.name, path.Ext(f.name))
		q := &quiz{reader: r, file: f.name, name: path.Base(bare), unused: map[string]int{}, zero: countsFrom(f.value)}
		in := place{}
		switch {
		case len(files) > 1:
			in.ref = bare
		case r.course.Language != "":
			q.name = "Quiz" // and not the language
		}
		q.walk(f.value, in)
		q.tellUnused()
	}
	return r.course, r.losses, nil
}

// file is one that was read.
type file struct {
	name  string
	value *value
}

// files reads the files that hold anything like a question.
func (r *reader) files(source importer.Source) []file {
	var out []file
	for _, name := range source.Paths(".json", ".jsonl") {
		text, err := source.Text(name)
		if err != nil {
			r.lose(draft.Place{File: name}, "the file", err.Error())
			continue
		}
		v, err := parse(text)
		switch {
		case err != nil:
			var syntax *json.SyntaxError
			line := 1 + strings.Count(strings.TrimRight(text, "\n"), "\n")
			if errors.As(err, &syntax) {
				line = 1 + strings.Count(text[:min(int(syntax.Offset), len(text))], "\n")
			}
			r.lose(draft.Place{File: name, Line: line}, "the file", err.Error())
		case holds(v, isQuestion) || holds(v, looksLost):
			out = append(out, file{name, v})
		default:
			r.lose(draft.Place{File: name}, "the file", "it holds no question")
		}
	}
	return out
}

// reader collects the course and what is lost of it.
type reader struct {
	course *draft.Course
	losses []draft.Loss
}

func (r *reader) lose(at draft.Place, what, why string) {
	r.losses = append(r.losses, at.Lost(textsafe.Line(what), why))
}

// oneLanguage keeps the file of one language where all are named after one: the
// same quizzes in several are several courses. English comes before others.
func (r *reader) oneLanguage(files []file) ([]file, string) {
	tags := make([]string, len(files))
	best := 0
	for i, f := range files {
		base := strings.TrimSuffix(path.Base(f.name), path.Ext(f.name))
		tag, err := language.Parse(base)
		if _, sure := tag.Base(); err != nil || sure < language.High || len(base) > 10 {
			return files, ""
		}
		if tags[i] = tag.String(); tags[i] == "en" {
			best = i
		}
	}
	if len(files) == 0 {
		return nil, ""
	}
	for i, f := range files {
		if i != best {
			r.lose(draft.Place{File: f.name}, "the language "+tags[i], "a course has one: import this file as a course of its own")
		}
	}
	return files[best : best+1], tags[best]
}

// place is where in a file something stands: what holds it, by title.
type place struct {
	ref    string
	title  string
	module string
}

// quiz is a file that is being read.
type quiz struct {
	*reader
	file   string
	name   string      // what a lesson is called that has no title
	now    *draft.File // that questions go to
	of     place       // what now was made for
	parts  int         // lessons that were made for it
	zero   base
	unused map[string]int // keys that mean nothing here, with the line of the first
}

func (q *quiz) at(v *value) draft.Place { return draft.Place{File: q.file, Line: v.line} }

// walk goes through a value and takes the questions that it finds. An object with
// a title, in which others stand, makes a lesson.
func (q *quiz) walk(v *value, in place) {
	switch v.kind {
	case isList:
		for _, item := range v.list {
			q.walk(item, in)
		}
	case isObject:
		if isQuestion(v) {
			q.question(v, in)
			return
		}
		in = in.inside(v)
		holders := 0
		for _, m := range v.keys {
			if holds(m.value, isQuestion) {
				holders++
			}
		}
		for _, m := range v.keys {
			q.walk(m.value, in.under(m, holders > 1))
		}
		if holders == 0 && looksLost(v) {
			q.lose(q.at(v), "a question", "it has none of the forms that are known: see the manual for them")
		}
	case isNull, isText, isNumber, isBool:
	}
}

// inside is a place within an object. The title of the outermost is that of the
// course, and of those in between the module.
func (in place) inside(v *value) place {
	title := v.get("title", "name", "topic", "category", "subject", "heading", "label", "lesson", "quiztitle").words()
	id := v.get("id", "slug", "key").words()
	if title == "" && id == "" {
		return in
	}
	if id == "" && in.title != "" {
		id = title
	}
	return place{ref: joined(in.ref, id), title: orElse(title, in.title), module: in.title}
}

// joined is a ref below another.
func joined(ref, id string) string {
	if ref == "" || id == "" {
		return ref + id
	}
	return ref + "/" + id
}

// under is a place below a key. Where several keys of an object hold questions,
// and where nothing else gives a title, the key is one.
func (in place) under(m member, several bool) place {
	switch m.name {
	case "questions", "quiz", "quizzes", "items", "data", "results", "exercises", "entries", "problems", "tests", "sections",
		"chapters", "lessons", "topics", "categories", "quizquestions", "questionlist", "list":
		return in
	}
	if !several && in.title != "" {
		return in
	}
	title := strings.Join(strings.Fields(strings.NewReplacer("_", " ", "-", " ").Replace(m.written)), " ")
	return place{ref: joined(in.ref, m.written), title: title, module: in.title}
}

// looksLost reports whether an object would be a question, if more of it were
// known.
func looksLost(v *value) bool {
	return v.get(promptKeys()...) != nil && v.get("question", "questiontext", "prompt", "stem", "answer", "answers", "options", "choices") != nil
}

// maxQuestions is how many questions a lesson has at most: a file has bounds.
const maxQuestions = 500

// lesson is the file that a question at a place goes to.
func (q *quiz) lesson(in place) *draft.File {
	title := textsafe.Line(orElse(in.title, q.name))
	ref := in.ref
	if q.now != nil && q.of == in {
		if len(q.now.Blocks) < maxQuestions {
			return q.now
		}
		q.parts++
		title, ref = fmt.Sprintf("%s, part %d", title, q.parts), fmt.Sprintf("%s/part-%d", ref, q.parts)
	} else {
		q.parts = 1
	}
	module := textsafe.Line(in.module)
	if q.course.Title == "" {
		q.course.Title = module
	}
	if module == q.course.Title {
		module = ""
	}
	q.of = in
	q.now = &draft.File{Ref: ref, Title: title, Module: module, From: draft.Place{File: q.file, Line: 1}}
	q.now.ID = course.Slug(title)
	if skill := q.course.SkillOf(title); skill != "" {
		q.now.Skills = []string{skill}
	}
	q.course.Files = append(q.course.Files, q.now)
	return q.now
}

// tellUnused tells which keys of questions and options were not carried over.
func (q *quiz) tellUnused() {
	for _, name := range slices.Sorted(maps.Keys(q.unused)) {
		q.lose(draft.Place{File: q.file, Line: q.unused[name]}, fmt.Sprintf("the key %q", name), "a question has nothing for it; told once for the file")
	}
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}
