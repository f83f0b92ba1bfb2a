// Package carpentries reads lessons of The Carpentries, of both generations: the
// Workbench, with fenced divs in episodes/, and the older one for Jekyll, with
// quotes and attributes of kramdown in _episodes/.
//
// An episode becomes a lesson. A challenge becomes a question where its options and
// what is right of them are certain, and else an Ask beside whose answer the
// solution stands. Nothing that a learner would read is lost without a word.
package carpentries

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
)

// Bounds of what is read.
const (
	maxPage  = 4 << 20 // bytes of one page
	maxPages = 2000
)

// Format is what cairn import knows of it.
func Format() importer.Format {
	return importer.Format{
		Name:  "carpentries",
		Reads: "a Carpentries lesson: the folder with config.yaml or _config.yml",
		Looks: func(s importer.Source) bool {
			_, ok := page.Root(s.FS, is)
			return ok
		},
		Read: func(s importer.Source) (*draft.Course, []draft.Loss, error) {
			if s.File != "" {
				return nil, nil, errors.New("it is a file; give the folder of the lesson, the one with config.yaml or _config.yml")
			}
			root, _ := page.Root(s.FS, is)
			return Import(root)
		},
	}
}

func is(fsys fs.FS) bool {
	return isDir(fsys, "episodes") || isDir(fsys, "_episodes")
}

// Import reads the lesson in a folder.
func Import(fsys fs.FS) (*draft.Course, []draft.Loss, error) {
	r := &reader{fsys: fsys, copier: page.Copier{FS: fsys}, course: &draft.Course{}, to: map[string]*source{}}
	switch {
	case isDir(fsys, "episodes"):
		r.folder = "episodes"
	case isDir(fsys, "_episodes"):
		r.folder, r.jekyll = "_episodes", true
	default:
		return nil, nil, errors.New("there is neither a folder episodes nor a folder _episodes in it; give the folder of the lesson, the one with config.yaml or _config.yml")
	}
	r.config()
	if err := r.list(); err != nil {
		return nil, nil, err
	}
	for _, s := range r.sources {
		r.read(s)
	}
	if len(r.course.Files) == 0 {
		return nil, nil, fmt.Errorf("%s holds no episode that can be read", r.folder)
	}
	r.course.Assets = r.copier.Assets
	return r.course, r.losses(), nil
}

func isDir(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// reader reads one lesson of The Carpentries.
type reader struct {
	fsys    fs.FS
	copier  page.Copier
	course  *draft.Course
	folder  string // of the episodes
	jekyll  bool
	conf    page.Losses // of the configuration
	sources []*source
	to      map[string]*source // by path without ending
	order   []string           // of the episodes, as the configuration has it
	ids     map[string]bool
}

// source is one page of the lesson.
type source struct {
	path string
	kind course.LessonKind
	file *draft.File
	page.Losses
}

// losses lists what was lost, in the order of the pages.
func (r *reader) losses() []draft.Loss {
	out := r.conf.List()
	for _, s := range r.sources {
		out = append(out, s.List()...)
	}
	return out
}

// list finds the pages, in the order of the course: what the lesson is about, how
// to set up, the episodes, and what may be looked up.
func (r *reader) list() error {
	r.ids = map[string]bool{}
	episodes := r.episodes()
	if len(episodes) > maxPages {
		return fmt.Errorf("%s holds more than %d pages", r.folder, maxPages)
	}
	extras, left := r.others()
	for _, name := range []string{"index.md", "learners/setup.md", "setup.md"} {
		r.take(name, course.KindLesson)
	}
	for _, name := range episodes {
		r.take(name, course.KindLesson)
	}
	for _, name := range extras {
		r.take(name, course.KindExtra)
	}
	for _, name := range left {
		r.conf.Add(0, name, "it is for those who teach the lesson or keep its source, so it is left out")
	}
	return nil
}

// take makes a file of the course for a page.
func (r *reader) take(name string, kind course.LessonKind) {
	info, err := fs.Stat(r.fsys, name)
	if err != nil || !info.Mode().IsRegular() || r.to[bare(name)] != nil {
		return
	}
	id := course.Slug(strings.TrimLeft(strings.TrimSuffix(path.Base(name), path.Ext(name)), "0123456789-_"))
	if id == "" {
		id = "page"
	}
	for i, want := 2, id; r.ids[id]; i++ {
		id = fmt.Sprintf("%s-%d", want, i)
	}
	r.ids[id] = true
	s := &source{path: name, kind: kind, Losses: page.Losses{File: name}}
	s.file = &draft.File{ID: id, Ref: name, Kind: kind, From: draft.Place{File: name, Line: 1}}
	s.file.Path = page.Path("lessons", strings.TrimSuffix(path.Base(name), path.Ext(name)), id)
	if bare(path.Base(name)) == "index" {
		s.file.ID, s.file.Path = "overview", "lessons/00-overview.md"
	}
	if kind == course.KindExtra {
		s.file.Path = page.Path("extras", id, id)
	}
	r.sources = append(r.sources, s)
	r.to[bare(name)] = s
}

// bare is what links may call a page by: its path without the ending.
func bare(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// episodes lists the episodes: those that the configuration names, then the rest.
func (r *reader) episodes() []string {
	all := r.pages(r.folder)
	var out []string
	for _, name := range r.order {
		name = path.Join(r.folder, name)
		if !slices.Contains(all, name) {
			r.conf.Add(0, "the episode "+page.Excerpt(name), "the configuration names it, and there is no such file")
			continue
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return all
	}
	for _, name := range all {
		if !slices.Contains(out, name) {
			r.conf.Add(0, name, "the configuration does not name it among the episodes")
		}
	}
	return out
}

// pages lists the pages in a folder, in the order of their names.
func (r *reader) pages(dir string) []string {
	entries, err := fs.ReadDir(r.fsys, dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		switch path.Ext(e.Name()) {
		case ".md", ".Rmd", ".markdown":
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out
}

// others lists the pages that are no episodes: what learners may look up, and what
// is for others.
func (r *reader) others() (extras, left []string) {
	for _, dir := range []string{"learners", "_extras"} {
		for _, name := range r.pages(dir) {
			switch path.Base(name) {
			case "setup.md":
			case "guide.md", "figures.md", "about.md":
				left = append(left, name)
			default:
				extras = append(extras, name)
			}
		}
	}
	for _, name := range r.pages(".") {
		switch name {
		case "index.md", "setup.md":
		case "reference.md":
			extras = append(extras, name)
		default:
			left = append(left, name)
		}
	}
	for _, dir := range []string{"instructors", "profiles"} {
		left = append(left, r.pages(dir)...)
	}
	return extras, left
}
