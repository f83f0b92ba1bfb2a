// Package gift imports questions from Moodle's GIFT: text files with categories,
// descriptions and questions between empty lines.
package gift

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
)

// Format is GIFT.
func Format() importer.Format {
	return importer.Format{
		Name:  "gift",
		Reads: "Moodle GIFT: a text file, or a folder of .gift and .txt files",
		Ends:  []string{".gift", ".txt"},
		Looks: looks,
		Read:  read,
	}
}

// looks reports whether the first file has braces with answers.
func looks(src importer.Source) bool {
	names := src.Paths(".gift", ".txt")
	if len(names) == 0 {
		return false
	}
	text, err := src.Text(names[0])
	if err != nil {
		return false
	}
	items, _ := parse(text)
	return slices.ContainsFunc(items, func(it item) bool { return it.kind != description && it.kind != category })
}

// maxItems is how many entries of a source are read.
const maxItems = 50_000

func read(src importer.Source) (*draft.Course, []draft.Loss, error) {
	r := &reader{course: &draft.Course{}, files: map[string]*draft.File{}, alone: src.File != ""}
	for _, name := range src.Paths(".gift", ".txt") {
		text, err := src.Text(name)
		if err != nil {
			return nil, r.losses, fmt.Errorf("reading %s: %w", name, err)
		}
		r.file(name, text)
	}
	return r.course, r.losses, nil
}

// reader makes a course of what was read.
type reader struct {
	course *draft.Course
	files  map[string]*draft.File // by name of the file and category
	losses []draft.Loss
	count  int
	alone  bool // there is one file

	name string      // of the file that is read
	into *draft.File // where its items go
	at   draft.Place // of the item that is read
}

func (r *reader) lose(what, why string) { r.losses = append(r.losses, r.at.Lost(what, why)) }

// file takes in one file.
func (r *reader) file(name, text string) {
	items, bad := parse(text)
	r.name = name
	for _, b := range bad {
		r.at = draft.Place{File: name, Line: b.line}
		r.lose(fmt.Sprintf("the question %q", cut(b.text)), "it cannot be read: "+b.why)
	}
	r.category("")
	for _, it := range items {
		r.at = draft.Place{File: name, Line: it.line}
		if r.count++; r.count > maxItems {
			r.lose("the rest of the file", fmt.Sprintf("more than %d questions are not read at once", maxItems))
			return
		}
		if it.kind == category {
			r.category(it.title)
			continue
		}
		if len(r.into.Blocks) == 0 && r.into.From.Line == 0 {
			r.into.From = r.at
			r.course.Files = append(r.course.Files, r.into)
		}
		if len(it.tags) > 0 {
			r.lose("the tags "+strings.Join(it.tags, ", "), "questions have no tags here; name a skill in their settings where one is meant")
		}
		r.item(it)
	}
}

// category goes on in the lesson of a category. It becomes part of the course with
// its first item.
func (r *reader) category(name string) {
	var parts []string
	for _, p := range strings.Split(strings.ReplaceAll(name, "//", "\x00"), "/") {
		p = squeezed(strings.ReplaceAll(p, "\x00", "/"))
		if place := strings.HasPrefix(p, "$") || p == "top"; p != "" && (len(parts) > 0 || !place) {
			parts = append(parts, p)
		}
	}
	key := r.name + "\x00" + strings.Join(parts, "\x00")
	if r.into = r.files[key]; r.into != nil {
		return
	}
	bare := strings.TrimSuffix(r.name, path.Ext(r.name))
	r.into = &draft.File{Ref: bare, Title: path.Base(bare)}
	if n := len(parts); n > 0 {
		if r.into.Ref = strings.Join(parts, "/"); !r.alone {
			r.into.Ref = bare + "/" + r.into.Ref
		}
		r.into.Title, r.into.Module = parts[n-1], strings.Join(parts[:n-1], " / ")
	}
	r.files[key] = r.into
}
