package webpage

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	_ "image/gif" // kinds of pictures that a page may hold
	_ "image/jpeg"
	_ "image/png"
	"strings"

	_ "golang.org/x/image/webp" // the same

	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// Bounds of the pictures of a page.
const (
	maxPictures = 64 << 20 // bytes of all
	maxPixels   = 40_000_000
)

// markup writes texts of a place in the course.
func (p *page) markup(at course.Pos) markup.Maker {
	p.notes++
	return markup.Maker{
		Notes:   fmt.Sprintf("t%d-", p.notes),
		Texts:   new(int),
		Lose:    func(what, why string) { p.Lose(at, what, why) },
		Link:    func(to string) (string, bool) { return p.link(at, to) },
		Alerts:  p.said.alerts,
		Diagram: p.diagram,
		Whole:   true,
		Image:   func(to string) (string, bool) { return p.picture(at, to) },
	}
}

// link leads to a lesson or a term of this page.
func (p *page) link(at course.Pos, to string) (string, bool) {
	t := p.course.Target(at.File, to)
	switch {
	case t.Lesson != nil:
		if id := textID(t.Lesson, t.Anchor); t.Anchor != "" && p.anchors[id] {
			return "#" + id, true
		}
		return "#" + lessonID(t.Lesson), true
	case t.Entry != nil:
		return "#" + termID(*t.Entry), true
	}
	return "", false
}

// picture is a picture as an address that holds it. What it is is told by its bytes
// and never by its name.
func (p *page) picture(at course.Pos, to string) (string, bool) {
	if p.src.Asset == nil || strings.Contains(to, "://") {
		return "", false
	}
	data, err := p.src.Asset(at.File, to)
	if err != nil {
		return "", false
	}
	if p.pictures+len(data) <= maxPictures && isDrawing(data) {
		p.pictures += len(data)
		return "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(data), true
	}
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width*config.Height > maxPixels || p.pictures+len(data) > maxPictures {
		return "", false
	}
	p.pictures += len(data)
	return "data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(data), true
}

// cards lists the review cards; the terms of the glossary stand there.
func (p *page) cards() {
	terms := map[course.Pos]bool{}
	for _, e := range p.course.Glossary {
		terms[e.Pos] = true
	}
	open := false
	for _, k := range p.course.Cards {
		if terms[k.Pos] {
			continue
		}
		if !open {
			open = true
			p.put(`<section aria-labelledby="cards">` + "\n" + `<h2 id="cards">` + p.said.cards + "</h2>\n")
			p.table(p.said.front, p.said.back)
		}
		m := p.markup(k.Pos)
		p.put("<tr><td>" + m.Block(k.Front) + "</td><td>" + m.Block(k.Back) + "</td></tr>\n")
	}
	if open {
		p.put("</tbody>\n</table>\n</div>\n</section>\n")
	}
}

// table begins a table of two columns.
func (p *page) table(first, second string) {
	p.put(`<div class="table">` + "\n<table>\n<thead>\n<tr>" + `<th scope="col">` + first + `</th><th scope="col">` + second + "</th></tr>\n</thead>\n<tbody>\n")
}

func (p *page) glossary() {
	if len(p.course.Glossary) == 0 {
		return
	}
	p.put(`<section aria-labelledby="glossary">` + "\n" + `<h2 id="glossary">` + p.said.glossary + "</h2>\n")
	p.table(p.said.term, p.said.meaning)
	seen := map[string]bool{}
	for _, e := range p.course.Glossary {
		m, id := p.markup(e.Pos), ""
		if t := termID(e); !seen[t] {
			seen[t] = true
			id = ` id="` + markup.Text(t) + `"`
		}
		p.put("<tr><td" + id + ">" + m.Line(e.Term) + "</td><td>" + m.Block(e.Meaning) + "</td></tr>\n")
	}
	p.put("</tbody>\n</table>\n</div>\n</section>\n")
}
