// Package swirl imports courses of swirl: a folder of lessons, each a lesson.yaml
// that holds texts and questions for the R console.
//
// What swirl accepts is decided by tests that are R code. Those that state
// answers are carried over; the others need R and are losses.
package swirl

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// Format is a course of swirl.
func Format() importer.Format {
	return importer.Format{
		Name:  "swirl",
		Reads: "a course of swirl: a folder of lessons, or one lesson.yaml",
		Looks: func(s importer.Source) bool {
			r := &reader{source: s}
			folders, err := r.lessons()
			if err != nil || len(folders) == 0 {
				return false
			}
			text, err := s.Text(r.lessonIn(folders[0]))
			return err == nil && strings.Contains(text, "Class:")
		},
		Read: read,
	}
}

func read(source importer.Source) (*draft.Course, []draft.Loss, error) {
	r := &reader{source: source, course: &draft.Course{Assets: map[string][]byte{}}}
	folders, err := r.lessons()
	if err != nil {
		return nil, nil, err
	}
	for _, folder := range folders {
		r.lesson(folder)
	}
	if len(folders) == 0 {
		return nil, nil, fmt.Errorf("no lesson.yaml was found: a course of swirl has one in the folder of each lesson")
	}
	return r.course, r.losses, nil
}

// reader collects the course and what is lost of it.
type reader struct {
	source importer.Source
	course *draft.Course
	losses []draft.Loss
	shown  []string // files whose text is part of a lesson
}

func (r *reader) lose(at draft.Place, what, why string) {
	r.losses = append(r.losses, at.Lost(what, why))
}

// The names that a lesson and the list of lessons have.
const (
	manifest   = "MANIFEST"
	lessonFile = "lesson.yaml"
)

// lessons lists the folders of lessons: those of the MANIFEST in its order, and
// then the others. A folder that is one lesson itself is "".
func (r *reader) lessons() ([]string, error) {
	if r.source.File != "" {
		return []string{"."}, nil
	}
	entries, err := fs.ReadDir(r.source.FS, ".")
	if err != nil {
		return nil, fmt.Errorf("reading the folder of the course: %w", err)
	}
	var found, order []string
	for _, e := range entries {
		switch name := e.Name(); {
		case !e.IsDir() && isLessonFile(name):
			found = append(found, ".")
		case e.IsDir() && !strings.HasPrefix(name, "."):
			if file := r.lessonIn(name); file != "" {
				found = append(found, name)
			}
		}
	}
	text, _ := r.source.Text(manifest) // a course need not have one
	for i, line := range strings.Split(text, "\n") {
		name := strings.TrimSpace(line)
		at := draft.Place{File: manifest, Line: i + 1}
		switch {
		case name == "" || strings.HasPrefix(name, "#") || slices.Contains(order, name):
		case slices.Contains(found, name):
			order = append(order, name)
		default:
			r.lose(at, fmt.Sprintf("the lesson %q", textsafe.Line(name)), "it has no folder with a lesson.yaml")
		}
	}
	listed := len(order) > 0
	for _, name := range found {
		if !slices.Contains(order, name) {
			if listed {
				r.lose(draft.Place{File: manifest}, fmt.Sprintf("the place of the lesson %q", name), "it is not in the list; it comes last")
			}
			order = append(order, name)
		}
	}
	return order, nil
}

func isLessonFile(name string) bool {
	lower := strings.ToLower(name)
	return lower == lessonFile || lower == "lesson.yml"
}

// lessonIn is the name of the lesson's file in a folder, or empty.
func (r *reader) lessonIn(folder string) string {
	if r.source.File != "" {
		return r.source.File
	}
	entries, err := fs.ReadDir(r.source.FS, folder)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if !e.IsDir() && isLessonFile(e.Name()) {
			return path.Join(folder, e.Name())
		}
	}
	return ""
}

// unit is one entry of a lesson.yaml, with all that any class of them may have.
type unit struct {
	strictyaml.Place
	Class         strictyaml.Scalar `yaml:"Class"`
	Output        strictyaml.Scalar `yaml:"Output"`
	CorrectAnswer strictyaml.Scalar `yaml:"CorrectAnswer"`
	AnswerChoices strictyaml.Scalar `yaml:"AnswerChoices"`
	AnswerTests   strictyaml.Scalar `yaml:"AnswerTests"`
	Hint          strictyaml.Scalar `yaml:"Hint"`
	Figure        strictyaml.Scalar `yaml:"Figure"`
	FigureType    strictyaml.Scalar `yaml:"FigureType"`
	VideoLink     strictyaml.Scalar `yaml:"VideoLink"`
	Video         strictyaml.Scalar `yaml:"Video"`
	Script        strictyaml.Scalar `yaml:"Script"`

	Course       strictyaml.Scalar `yaml:"Course"`
	Lesson       strictyaml.Scalar `yaml:"Lesson"`
	Author       strictyaml.Scalar `yaml:"Author"`
	Version      strictyaml.Scalar `yaml:"Version"`
	Type         strictyaml.Scalar `yaml:"Type"`
	Organization strictyaml.Scalar `yaml:"Organization"`
}

// lesson reads the lesson in a folder.
func (r *reader) lesson(folder string) {
	name := r.lessonIn(folder)
	text, err := r.source.Text(name)
	if err != nil {
		r.lose(draft.Place{File: name}, "the lesson", err.Error())
		return
	}
	var units []unit
	problems := strictyaml.Reader{Clean: textsafe.Text}.Decode([]byte(text), &units)
	for _, p := range problems {
		what := p.Msg
		if p.Code == strictyaml.UnknownKey {
			what = "a key: " + what
		}
		r.lose(draft.Place{File: name, Line: p.Line}, what, "this part of the YAML was left out")
	}
	f := &draft.File{Ref: folder, Title: spaced(path.Base(folder)), From: draft.Place{File: name, Line: 1}}
	if folder == "." {
		f.Title = ""
	}
	l := &lesson{reader: r, file: f, name: name, folder: folder}
	for i := range units {
		l.unit(&units[i])
	}
	f.Title = orElse(f.Title, "Lesson")
	if len(f.Blocks) == 0 {
		r.lose(f.From, fmt.Sprintf("the lesson %q", f.Title), "nothing of it could be read")
		return
	}
	r.files(folder, name)
	if slices.ContainsFunc(f.Blocks, func(b draft.Block) bool { _, is := b.(*draft.Question); return is }) {
		if skill := r.course.SkillOf(f.Title); skill != "" {
			f.Skills = []string{skill}
		}
	}
	r.course.Files = append(r.course.Files, f)
}

// files tells what else lies in the folder of a lesson.
func (r *reader) files(folder, lesson string) {
	entries, err := fs.ReadDir(r.source.FS, folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		why := "learners need it beside R: tell them where to find it"
		switch lower := strings.ToLower(e.Name()); {
		case name == lesson, folder == ".", slices.Contains(r.shown, name), lower == "scripts", strings.HasPrefix(lower, "."):
			continue
		case lower == "dependson.txt":
			why = "swirl installs the packages that it names: tell learners to"
		case lower == "initlesson.r":
			why = "swirl runs it before the lesson: tell learners to"
		case lower == "customtests.r":
			why = "tests that are R code are not run"
		}
		r.lose(draft.Place{File: name}, "the file", why)
	}
}

// meta takes what a lesson says of itself.
func (l *lesson) meta(u *unit) {
	c := l.course
	if t := spaced(u.Course.Text); t != "" && c.Title == "" {
		c.Title = t
	}
	if v := strings.TrimSpace(u.Version.Text); v != "" && c.Version == "" {
		c.Version = textsafe.Line(v)
	}
	for _, a := range []string{u.Author.Text, u.Organization.Text} {
		a = strings.Join(strings.Fields(a), " ")
		if placeholder := strings.HasPrefix(a, "your ") || a == "NA"; a != "" && !placeholder && !slices.Contains(c.Authors, a) {
			c.Authors = append(c.Authors, a)
		}
	}
	if t := spaced(u.Lesson.Text); t != "" {
		l.file.Title = t
	}
}

// spaced is a name of a folder as people write it.
func spaced(name string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "_", " ")), " ")
}

func orElse(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return a
}
