// Package qti imports quizzes in QTI 1.2 as Canvas exports them: a zip or a folder
// with one XML file for each quiz, or one such file.
package qti

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/picture"
	"github.com/cairn-learn/cairn/course"
)

// Format is QTI 1.2.
func Format() importer.Format {
	return importer.Format{
		Name:  "qti",
		Reads: "QTI 1.2 as Canvas exports it: a .zip, a folder or one .xml file",
		Ends:  []string{".xml", ".qti"},
		Looks: func(src importer.Source) bool {
			for _, name := range src.Paths(".xml", ".qti") {
				if data, err := src.Read(name); err == nil && strings.Contains(string(data[:min(len(data), 4000)]), "<questestinterop") {
					return true
				}
			}
			return false
		},
		Read: read,
	}
}

func read(src importer.Source) (*draft.Course, []draft.Loss, error) {
	c := &draft.Course{Assets: map[string][]byte{}}
	r := &reader{course: c, pics: picture.Taker{Source: src, Assets: c.Assets}}
	var failed error
	for _, name := range src.Paths(".xml", ".qti") {
		data, err := src.Read(name)
		if err != nil {
			return nil, r.losses, fmt.Errorf("reading %s: %w", name, err)
		}
		r.name = name
		root, err := parseXML(data)
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("reading %s: %w", name, err))
			at := draft.Place{File: name}
			var syntax *xml.SyntaxError
			if errors.As(err, &syntax) {
				at.Line = syntax.Line
			}
			r.losses = append(r.losses, at.Lost("the file", err.Error()))
			continue
		}
		if root.name != "questestinterop" {
			continue // the list of files, and settings of Canvas
		}
		r.file(root)
	}
	if len(r.course.Files) == 0 && failed != nil {
		return nil, r.losses, failed
	}
	return r.course, r.losses, nil
}

// reader makes a course of what was read.
type reader struct {
	course *draft.Course
	losses []draft.Loss
	pics   picture.Taker
	name   string      // of the file that is read
	at     draft.Place // of the question that is read
}

func (r *reader) lose(what, why string) { r.losses = append(r.losses, r.at.Lost(what, why)) }

// file takes in one quiz or bank of questions.
func (r *reader) file(root *element) {
	quiz := root
	for _, name := range []string{"assessment", "objectbank"} {
		if list := root.own(name); len(list) > 0 {
			quiz = list[0]
			break
		}
	}
	bare := strings.TrimSuffix(path.Base(r.name), path.Ext(r.name))
	f := &draft.File{Ref: orElse(quiz.attrs["ident"], bare), Title: orElse(quiz.attrs["title"], bare), From: draft.Place{File: r.name, Line: quiz.line}}
	for _, field := range quiz.own("qtimetadata") {
		if t := meta(field)["bank_title"]; t != "" {
			f.Title = t
		}
	}
	r.section(f, quiz)
	if len(f.Blocks) > 0 {
		f.ID = course.Slug(f.Title) // for people; the idents of Canvas are numbers
		r.course.Files = append(r.course.Files, f)
	}
}

// section takes in the questions of a section. One that picks some of them is a
// pool.
func (r *reader) section(f *draft.File, s *element) {
	for _, k := range s.kids {
		switch k.name {
		case "item":
			if b := r.item(k); b != nil {
				f.Blocks = append(f.Blocks, b)
			}
		case "section":
			pick, bank := "", ""
			for _, o := range k.own("selection_ordering") {
				pick, bank = o.first("selection_number").words(), o.first("sourcebank_ref").words()
			}
			r.at = draft.Place{File: r.name, Line: k.line}
			if pick == "" {
				r.section(f, k)
				continue
			}
			if bank != "" {
				r.lose(fmt.Sprintf("the group %q", k.attrs["title"]), "its questions are in a bank that is a file of its own")
			}
			r.pool(f, k, pick)
		}
	}
}

// pool is a section of which some questions are asked.
func (r *reader) pool(f *draft.File, s *element, pick string) {
	p := &draft.Pool{Ref: s.attrs["ident"], ID: course.Slug(s.attrs["title"]), Title: draft.Plain(orElse(s.attrs["title"], "Questions")), From: r.at}
	if _, err := fmt.Sscanf(pick, "%d", &p.Pick); err != nil || p.Pick < 1 {
		p.Pick = 1
	}
	var behind []draft.Block
	for _, k := range s.own("item") {
		switch b := r.item(k).(type) {
		case nil:
		case *draft.Question:
			p.Questions = append(p.Questions, b)
		default:
			behind = append(behind, b)
		}
	}
	if len(p.Questions) > 0 {
		f.Blocks = append(f.Blocks, p)
	}
	f.Blocks = append(f.Blocks, behind...)
}

// meta is what the fields of an item say of it.
func meta(e *element) map[string]string {
	out := map[string]string{}
	for _, f := range e.all("qtimetadatafield") {
		out[f.first("fieldlabel").words()] = f.first("fieldentry").words()
	}
	return out
}

func orElse(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return strings.TrimSpace(a)
}
