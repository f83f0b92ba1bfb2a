package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Picture says how many cells the picture at an address takes in a room of so
// many columns; no rows: it is shown in words.
type Picture func(url string, room int) (cols, rows int)

// Image is the room that was left for a picture.
type Image struct {
	Line, Rows int // its lines
	Col, Cols  int // its cells in each of them
	URL        string
	Alt        string
}

// picture leaves room for a picture that is a paragraph of its own, with its
// description below, and reports whether n is one.
func (l *layouter) picture(n ast.Node) bool {
	if l.opt.Picture == nil || n.FirstChild() == nil || n.FirstChild() != n.LastChild() {
		return false
	}
	img, ok := n.FirstChild().(*ast.Image)
	if !ok {
		return false
	}
	url := decode(string(img.Destination))
	cols, rows := l.opt.Picture(url, l.measure-l.indent)
	if cols < 1 || rows < 1 || cols > l.measure-l.indent {
		return false
	}
	alt := collector{lay: l}
	alt.children(img, Body)
	room := Image{Line: len(l.doc.Lines), Rows: rows, Cols: cols, URL: url, Alt: alt.string()}
	if l.blank {
		room.Line++
	}
	for range rows {
		line, at := l.begin()
		room.Col = at
		l.end(line)
	}
	l.doc.Images = append(l.doc.Images, room)
	link := l.newLink(url, true)
	l.doc.Links[link-1].Text = room.Alt
	for i := range alt.runs {
		alt.runs[i].look |= Dim
		alt.runs[i].link = link
	}
	if strings.TrimSpace(room.Alt) != "" {
		l.emit(alt.runs)
	}
	return true
}
