package mdbook

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
)

// chapter is one entry of SUMMARY.md.
type chapter struct {
	path   string // in the book
	title  string // plain text
	module string
	file   *draft.File
	*page.Losses
}

var (
	entryLine = regexp.MustCompile(`^(\s*)(?:[-*+]\s+)?\[`)
	partLine  = regexp.MustCompile(`^#{1,6}\s+(.*?)\s*#*$`)
)

// readSummary reads SUMMARY.md: the chapters, in their order. Headings, the first
// aside, make modules; without any, an entry that others are indented under does.
func (r *reader) readSummary() error {
	name := path.Join(r.src, "SUMMARY.md")
	data, err := r.readFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no %s, which lists the chapters; give the folder of the book, the one with book.toml", name)
	case err != nil:
		return fmt.Errorf("reading %s: %w", name, err)
	}
	losses := r.lossesOf(name)
	r.files, r.quizzes = map[string]*chapter{}, map[string]int{}
	part, top, title, parts := "", "", true, false
	lines := page.Split(data, 1)
	for i, l := range lines {
		if m := partLine.FindStringSubmatch(l.Text); m != nil && !l.Code {
			if part = page.Plain(m[1]); title && len(r.chapters) == 0 && !parts {
				title, part = false, ""
				continue
			}
			parts = true
			continue
		}
		m := entryLine.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		if strings.HasPrefix(l.Text, "[") && i > 0 && !headed(lines[:i]) {
			part = "" // a chapter before or behind the numbered ones belongs to no part
		}
		page.Links([]page.Line{l}, func(link page.Link) string {
			words := page.Plain(link.Text)
			if link.Dest == "" {
				losses.Add(l.N, "the chapter "+words, "it is planned, and has no file yet")
			}
			if len(m[1]) == 0 {
				top = ""
				if i+1 < len(lines) && len(entryLine.FindString(lines[i+1].Text)) > 0 && strings.TrimLeft(lines[i+1].Text, " \t") != lines[i+1].Text {
					top = words
				}
			}
			module := part
			if module == "" {
				module = top
			}
			if link.Dest != "" {
				r.add(l.N, link.Dest, words, module, losses)
			}
			return ""
		})
	}
	return nil
}

// headed reports whether the last line that says something is a heading.
func headed(lines []page.Line) bool {
	for i := len(lines) - 1; i >= 0 && i > len(lines)-4; i-- {
		if !lines[i].Blank() {
			return partLine.MatchString(lines[i].Text)
		}
	}
	return false
}

// add adds a chapter.
func (r *reader) add(n int, dest, title, module string, losses *page.Losses) {
	name, _, ok := page.Within(path.Join(r.src, "SUMMARY.md"), dest)
	switch {
	case !ok, !page.Allowed(name) && !strings.EqualFold(path.Ext(name), ".md"): // such as .git/config
		losses.Add(n, "the chapter "+title, "it is in no file of the book that a course can have")
		return
	case r.files[bare(name)] != nil:
		losses.Add(n, "the chapter "+title+", a second time", "a course has a file once")
		return
	case len(r.chapters) == maxPages:
		losses.Count(n, "a chapter", fmt.Sprintf("no more than %d are read", maxPages))
		return
	}
	c := &chapter{path: name, title: title, module: module}
	c.file = &draft.File{Title: title, Ref: name, Module: module, From: draft.Place{File: name, Line: 1}}
	rel := strings.TrimPrefix(name, r.src+"/")
	c.file.Path = r.pathFor(rel)
	c.file.ID = course.Slug(bare(rel))
	r.files[bare(name)] = c
	r.chapters = append(r.chapters, c)
}

// pathFor is where a chapter lies in the course: as in the book, but for names
// that a course cannot have, such as those of a folder that begins with a dot.
func (r *reader) pathFor(rel string) string {
	to := "lessons/" + bare(rel) + ".md"
	if base := strings.ToLower(path.Base(bare(rel))); base == "readme" || base == "index" {
		to = path.Join("lessons", path.Dir(rel), "00-overview.md")
	}
	if !page.Allowed(to) {
		parts := strings.Split(bare(rel), "/")
		for i, p := range parts {
			parts[i] = strings.TrimLeft(p, ".")
		}
		name := strings.Join(parts, "/")
		to = page.Path("lessons", name, course.Slug(name))
	}
	stem := strings.TrimSuffix(to, ".md")
	for n := 2; slices.ContainsFunc(r.chapters, func(c *chapter) bool { return strings.EqualFold(c.file.Path, to) }); n++ {
		to = fmt.Sprintf("%s-%d.md", stem, n)
	}
	return to
}
