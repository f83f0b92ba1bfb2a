package course

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// summaryEntry is one chapter of SUMMARY.md that has a file.
type summaryEntry struct {
	file   string
	module string
	pos    Pos
}

// readSummary reads the order of a book as mdBook and GitBook keep it: links in
// lists and paragraphs, headings for parts. Chapters without a file are drafts
// and are passed over.
func (l *loader) readSummary() {
	for _, dir := range []string{".", "src", "docs"} {
		file := path.Join(dir, "SUMMARY.md")
		if src, ok := l.folder.texts[file]; ok {
			s := summaryReader{l: l, file: file, src: []byte(src)}
			s.read()
			return
		}
	}
}

// summaryReader walks through one SUMMARY.md.
type summaryReader struct {
	l       *loader
	file    string
	src     []byte
	part    string // the heading above; empty before the first
	chapter string // the top entry of the list, when entries stand below it
}

func (s *summaryReader) read() {
	if tangled(s.src) {
		s.l.warn(codeSummary, Pos{File: s.file}, 0, "SUMMARY.md has more links in one paragraph than can be read; the order of the file names is taken", "write a list of links, one on a line")
		return
	}
	doc := goldmark.New().Parser().Parse(text.NewReader(s.src))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			title := plainInline(n, s.src)
			if n.Level == 1 && len(s.l.summary) == 0 && s.l.heading == "" && s.part == "" {
				if !isContents(title) {
					s.l.heading = title
				}
				continue
			}
			s.part = title
		case *ast.List:
			s.list(n, 0)
		default:
			s.links(n)
		}
	}
	if len(s.l.summary) == 0 {
		s.l.warn(codeSummary, Pos{File: s.file}, 0, "SUMMARY.md names no file that can be read; the order of the file names is taken", "write a list of links to the lessons")
	}
}

// list reads the entries of one list; those below a top entry are its module
// when there are no parts.
func (s *summaryReader) list(list *ast.List, depth int) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		s.item(item, depth)
	}
}

func (s *summaryReader) item(item ast.Node, depth int) {
	if depth == 0 {
		s.chapter = ""
		if last := item.LastChild(); last != nil && last.Kind() == ast.KindList && item.FirstChild() != last {
			s.chapter = plainInline(item.FirstChild(), s.src)
		}
	}
	const deepest = 12
	for n := item.FirstChild(); n != nil; n = n.NextSibling() {
		if below, ok := n.(*ast.List); ok && depth < deepest {
			s.list(below, depth+1)
			continue
		}
		s.links(n)
	}
}

// links adds the links of a block.
func (s *summaryReader) links(block ast.Node) {
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		link, ok := n.(*ast.Link)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		s.add(string(link.Destination), plainInline(link, s.src), s.posOf(link))
		return ast.WalkSkipChildren, nil
	})
}

// posOf is the place of a link: that of its first text.
func (s *summaryReader) posOf(link ast.Node) Pos {
	for n := link.FirstChild(); n != nil; n = n.FirstChild() {
		if t, ok := n.(*ast.Text); ok {
			return place(s.file, s.src, t.Segment.Start)
		}
	}
	return Pos{File: s.file}
}

func (s *summaryReader) add(to, title string, pos Pos) {
	target, _, _ := strings.Cut(to, "#")
	if target == "" || strings.Contains(target, "://") {
		return
	}
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	file := path.Join(path.Dir(s.file), target)
	if _, seen := s.l.summaryTitles[file]; seen {
		return
	}
	if _, ok := s.l.folder.texts[file]; !ok {
		s.l.warn(codeDeadLink, pos, len(title), fmt.Sprintf("there is no file %s", named(target)), s.l.nearFile(s.file, target))
		return
	}
	if !isMarkdown(file) {
		return
	}
	module := s.part
	if module == "" {
		module = s.chapter
	}
	s.l.summaryTitles[file] = title
	s.l.summary = append(s.l.summary, summaryEntry{file: file, module: module, pos: pos})
}

// isContents reports a heading that names the list and not the book.
func isContents(title string) bool {
	switch strings.ToLower(title) {
	case "summary", "table of contents", "contents", "toc", "index":
		return true
	}
	return false
}

// plainInline is the text of an inline or a block of inlines.
func plainInline(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(src))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return oneLine(b.String())
}

// tangled reports a text with so many brackets in one paragraph that parsing it
// would take seconds.
func tangled(src []byte) bool {
	const most = 1000
	brackets := 0
	for line := range bytes.Lines(src) {
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 0 || bytes.HasPrefix(trimmed, []byte("- ")) || bytes.HasPrefix(trimmed, []byte("* ")) {
			brackets = 0
		}
		if brackets += bytes.Count(trimmed, []byte("[")); brackets > most {
			return true
		}
	}
	return false
}
