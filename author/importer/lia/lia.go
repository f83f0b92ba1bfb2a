// Package lia reads courses of LiaScript: one Markdown file whose headings make
// slides, with quizzes, surveys, animations and macros between the text.
//
// A heading of the first or second level begins a lesson; deeper ones begin pages
// of it. Of what LiaScript does and a terminal cannot, the text is kept.
package lia

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
)

// maxSource is how large a file of a course may be, in bytes.
const maxSource = 4 << 20

// Format is what cairn import knows of LiaScript.
func Format() importer.Format {
	return importer.Format{
		Name:  "lia",
		Reads: "a LiaScript course: a Markdown file, or a folder of them",
		Ends:  []string{".md", ".markdown"},
		Looks: func(s importer.Source) bool { return len(headed(s)) > 0 },
		Read: func(s importer.Source) (*draft.Course, []draft.Loss, error) {
			names := headed(s)
			if len(names) == 0 {
				names = s.Paths(".md", ".markdown")
			}
			return Import(s.FS, names...)
		},
	}
}

// headed lists the files that begin with a comment of keys, as a course of
// LiaScript does.
func headed(s importer.Source) []string {
	var out []string
	for _, name := range s.Paths(".md", ".markdown") {
		data, err := page.ReadFile(s.FS, name, maxSource)
		src := strings.TrimSpace(page.Decode(data))
		if err != nil || !strings.HasPrefix(src, "<!--") {
			continue
		}
		for _, l := range page.Split(src, 1) {
			if len(l.Comments) > 0 && len(readHeader(l.Comments[0]).keys) > 0 {
				out = append(out, name)
			}
			break
		}
	}
	return out
}

// Import reads courses of LiaScript: the files of some names, with what they show
// of the same source. Several files make modules of one course.
func Import(fsys fs.FS, names ...string) (*draft.Course, []draft.Loss, error) {
	all := &shared{copier: page.Copier{FS: fsys}, course: &draft.Course{}, ids: map[string]int{}, firsts: map[string]string{}}
	var readers []*reader
	for _, name := range names {
		data, err := page.ReadFile(fsys, name, maxSource)
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", name, err)
		}
		r := &reader{shared: all, file: name, several: len(names) > 1}
		r.losses.File = name
		r.read(page.Decode(data))
		readers = append(readers, r)
	}
	var losses []draft.Loss
	for _, r := range readers {
		for i := range r.sections {
			r.sections[i].lines = r.links(i)
		}
		r.lessons()
		losses = append(losses, r.losses.List()...)
	}
	if len(all.course.Files) == 0 {
		return nil, nil, errors.New("there is no text in it to make a course of; a course of LiaScript is a Markdown file")
	}
	all.course.Assets = all.copier.Assets
	return all.course, losses, nil
}

// shared is what the files of one course have in common.
type shared struct {
	copier page.Copier
	course *draft.Course
	ids    map[string]int    // that are taken: how often each was asked for
	firsts map[string]string // the first lesson of each file
}

// reader reads one file.
type reader struct {
	*shared
	file    string
	several bool // there are other files
	name    string
	losses  page.Losses

	sections []section
	slides   map[string]string // files, by the number of a slide and by the words of its heading
	notes    int               // footnotes that were written in a text
}

// section is a heading with what follows it up to the next one: a slide.
type section struct {
	level int    // 0: before the first heading
	title string // Markdown
	n     int    // the line of the heading
	lines []page.Line

	lesson int  // index of the lesson that it is in, -1 for none
	top    int  // level of the heading that this lesson begins with
	only   bool // it is the title of a module and nothing else
}

// read takes a file apart, as far as it can be done without knowing the others.
func (r *reader) read(src string) {
	lines := page.Split(src, 1)
	for i, l := range lines {
		if len(l.Comments) > 0 && l.Blank() {
			readHeader(l.Comments[0]).tell(r)
			lines[i].Comments = l.Comments[1:]
		}
		if len(l.Comments) > 0 || !l.Blank() {
			break
		}
	}
	lines = r.comments(lines)
	lines = page.Tags{Left: r.losses.Left}.Write(lines)
	r.cut(r.inline(lines))
	before := len(r.course.Files)
	r.plan()
	if len(r.course.Files) == before {
		return
	}
	first := r.course.Files[before]
	r.firsts[r.file] = first.Path
	if r.name == "" {
		r.name = first.Title
	}
	for _, f := range r.course.Files[before:] {
		f.From.File = r.file
		if r.several && f.Module == "" {
			f.Module = r.name
		}
	}
	if !r.several && r.course.Title == "" {
		r.course.Title = r.name
	}
}

// comments notes what comments say that is more than an attribute for the
// browser: what is spoken, and tables that are drawn as charts.
func (r *reader) comments(lines []page.Line) []page.Line {
	for _, l := range lines {
		for _, c := range l.Comments {
			text := strings.TrimSpace(c.Text)
			switch {
			case strings.Contains(text, "--{{"):
				r.losses.Add(c.N, "text that is spoken and not shown: "+strings.Join(strings.Fields(text), " "), "a course has no voice")
			case strings.Contains(text, "data-type") || strings.Contains(text, "data-show"):
				r.losses.Add(c.N, "a table that is drawn as a chart", "it is a table now")
			case strings.Contains(text, "data-solution-button") || strings.Contains(text, "data-hint-button"):
				r.losses.Count(c.N, "when the solution or a hint may be looked at", "hints come on request, and the answer after the last try")
			case strings.Contains(text, "style=") || strings.Contains(text, "class="):
				r.losses.Count(c.N, "how a text looks, in a comment", "a terminal has its own looks")
			}
		}
	}
	return lines
}

// cut divides the lines at the headings.
func (r *reader) cut(lines []page.Line) {
	cur := section{n: 1}
	for _, l := range lines {
		level, title := heading(l)
		if level == 0 {
			cur.lines = append(cur.lines, l)
			continue
		}
		r.sections = append(r.sections, cur)
		cur = section{level: level, title: title, n: l.N}
		if len(l.Comments) > 0 {
			cur.lines = append(cur.lines, page.Line{N: l.N, Comments: l.Comments})
		}
	}
	r.sections = append(r.sections, cur)
}

// heading reads a heading with signs in front of it.
func heading(l page.Line) (level int, title string) {
	text := strings.TrimRight(l.Text, " \t")
	rest := strings.TrimLeft(text, "#")
	level = len(text) - len(rest)
	if l.Code || level == 0 || level > 6 || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return 0, ""
	}
	title = strings.TrimSpace(rest)
	if bare := strings.TrimRight(title, "#"); bare == "" || strings.HasSuffix(bare, " ") {
		title = strings.TrimSpace(bare)
	}
	return level, title
}

// plan divides the sections into lessons and names the lessons' files.
func (r *reader) plan() {
	firsts := 0
	for _, s := range r.sections {
		if s.level == 1 {
			firsts++
		}
	}
	module, top := "", 1
	var file *draft.File
	for i := range r.sections {
		s := &r.sections[i]
		if s.level == 0 && !page.Shows(s.lines) {
			s.lesson = -1
			continue
		}
		if s.level == 1 && firsts > 1 {
			module = r.moduleOf(i)
		}
		if s.level == 1 && i+1 < len(r.sections) && r.sections[i+1].level == 2 && !page.Shows(s.lines) && s.title != "" {
			// Nothing but a title: it is that of what follows.
			module = page.Plain(s.title)
			s.lesson, s.only = len(r.course.Files), true
			file = nil
			continue
		}
		if file == nil || s.level <= 2 && file.From.Line > 0 {
			title := page.Plain(s.title)
			if title == "" {
				title = r.name
			}
			file = &draft.File{Title: title, Module: module, From: draft.Place{File: r.file, Line: s.n}}
			file.ID = r.unique(course.Slug(title), "part-"+strconv.Itoa(len(r.course.Files)+1))
			file.Path = page.Path("lessons", file.ID, file.ID) // without a number: a new lesson before it moves no other
			r.course.Files = append(r.course.Files, file)
			top = max(s.level, 1)
		}
		s.lesson, s.top = len(r.course.Files)-1, top
	}
}

// moduleOf returns the title of the module that the first heading at i makes: it
// makes one if a second one follows before the next first one.
func (r *reader) moduleOf(i int) string {
	for j := i + 1; j < len(r.sections) && r.sections[j].level != 1; j++ {
		if r.sections[j].level == 2 {
			return page.Plain(r.sections[i].title)
		}
	}
	return ""
}

// unique returns the first of want, want-2 and so on that is free; where want is
// empty, other takes its place.
func (a *shared) unique(want, other string) string {
	if want == "" {
		want = other
	}
	id := want
	for a.ids[id] > 0 {
		a.ids[want]++
		id = want + "-" + strconv.Itoa(a.ids[want])
	}
	a.ids[id] = 1
	return id
}
