// Package webpage writes a course as one page of HTML: to read without cairn, and to
// print.
//
// What it promises: the page holds all that the course has to read, needs no network
// and has no script. HTML of the author is not passed on. Pictures are part of the page.
package webpage

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// Format is a page of HTML.
func Format() exporter.Format {
	return exporter.Format{
		Name:   "html",
		Writes: "the whole course as one page, to read and to print",
		Text:   true,
		Write:  write,
	}
}

func write(src exporter.Source) (exporter.Written, error) {
	c := src.Course
	p := &page{course: c, said: wordsOf(c.Language), src: src, answers: src.Set.Answers, anchors: map[string]bool{}, numbers: map[*course.Question]int{}}
	if p.answers == "" {
		p.answers = exporter.AnswersEnd
	}
	p.stops = exporter.Stops(c)
	p.number()
	p.put(`<!DOCTYPE html>
<html lang="` + markup.Text(c.Language) + `">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>` + markup.Text(c.Title) + `</title>
<style>
` + style + `</style>
</head>
<body>
`)
	p.titlePage()
	p.contents()
	p.put("<main>\n")
	p.lessons()
	p.cards()
	p.glossary()
	p.appendix()
	p.put("</main>\n</body>\n</html>\n")
	held := exporter.Count(c)
	return exporter.Written{Data: []byte(p.out.String()), Held: held, Losses: p.All()}, nil
}

// page is a page that is being written.
type page struct {
	exporter.Losses
	course  *course.Course
	said    *words
	src     exporter.Source
	answers exporter.Answers
	stops   []exporter.Stop
	out     strings.Builder

	numbers  map[*course.Question]int
	anchors  map[string]bool // ids of texts, so that links lead somewhere
	notes    int             // texts that may have footnotes, so far
	pictures int             // bytes of pictures so far
	deep     int             // level of the last heading of the lesson
	drawings int             // diagrams so far
}

func (p *page) put(s string) { p.out.WriteString(s) }

func (p *page) putf(format string, args ...any) { fmt.Fprintf(&p.out, format, args...) }

// number numbers the questions as a reader meets them, and notes what links may
// lead to.
func (p *page) number() {
	for _, s := range p.stops {
		s.Lesson.EachBlock(func(b course.Block) {
			switch b := b.(type) {
			case *course.Question:
				p.numbers[b] = len(p.numbers) + 1
			case course.Text:
				p.anchors[textID(s.Lesson, b.ID)] = true
			}
		})
	}
}

func lessonID(l *course.Lesson) string { return "lesson-" + l.ID }

func textID(l *course.Lesson, id string) string { return lessonID(l) + "-" + id }

func termID(e course.Entry) string { return "term-" + course.Slug(e.Term) }

// titlePage says what the course is.
func (p *page) titlePage() {
	c := p.course
	p.put("<header>\n<h1>" + markup.Text(c.Title) + "</h1>\n")
	if c.Summary != "" {
		p.put(`<p class="summary">` + markup.Text(c.Summary) + "</p>\n")
	}
	var facts []string
	fact := func(what, value string) {
		if value != "" {
			facts = append(facts, "<dt>"+what+"</dt><dd>"+markup.Text(value)+"</dd>")
		}
	}
	fact(p.said.by, strings.Join(c.Authors, ", "))
	fact(p.said.version, c.Version)
	fact(p.said.licence, c.License)
	if c.Minutes > 0 {
		fact(p.said.time, duration(c.Minutes))
	}
	if len(facts) > 0 {
		p.put(`<dl class="facts">` + "\n" + strings.Join(facts, "\n") + "\n</dl>\n")
	}
	if c.Welcome != "" {
		p.put(p.markup(course.Pos{}).Block(c.Welcome) + "\n")
	}
	p.goals()
	p.put("</header>\n")
}

// goals lists what learners may come for.
func (p *page) goals() {
	if len(p.course.Goals) == 0 {
		return
	}
	p.put("<h2>" + p.said.comeFor + "</h2>\n<ul>\n")
	for _, g := range p.course.Goals {
		p.put("<li>" + markup.Text(g.Title) + "</li>\n")
	}
	p.put("</ul>\n")
}

func duration(minutes int) string {
	switch h, m := minutes/60, minutes%60; {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	default:
		return fmt.Sprintf("%d h %d min", h, m)
	}
}

// modules are the stops by their modules, as they follow each other.
type module struct {
	title string
	stops []exporter.Stop
}

func (p *page) modules() []module {
	var out []module
	for _, s := range p.stops {
		title := s.Module
		switch {
		case s.Lesson == p.course.Placement:
			title = p.said.placement
		case s.Off:
			title = p.said.aside
		case title == "":
			title = p.said.lessons
		}
		if n := len(out); n == 0 || out[n-1].title != title {
			out = append(out, module{title: title})
		}
		out[len(out)-1].stops = append(out[len(out)-1].stops, s)
	}
	return out
}

// contents is the table of contents.
func (p *page) contents() {
	p.put(`<nav aria-labelledby="contents">` + "\n" + `<h2 id="contents">` + p.said.contents + "</h2>\n<ol>\n")
	for i, m := range p.modules() {
		p.putf(`<li><a href="#module-%d">%s</a>`+"\n<ol>\n", i+1, markup.Text(m.title))
		for _, s := range m.stops {
			p.putf(`<li><a href="#%s">%s</a></li>`+"\n", markup.Text(lessonID(s.Lesson)), markup.Text(s.Lesson.Title))
		}
		p.put("</ol>\n</li>\n")
	}
	p.entry(len(p.course.Cards) > len(p.course.Glossary), "cards", p.said.cards)
	p.entry(len(p.course.Glossary) > 0, "glossary", p.said.glossary)
	p.entry(p.answers == exporter.AnswersEnd && len(p.numbers) > 0, "answers", p.said.answers)
	p.put("</ol>\n</nav>\n")
}

func (p *page) entry(there bool, id, title string) {
	if there {
		p.putf(`<li><a href="#%s">%s</a></li>`+"\n", id, title)
	}
}

// lessons writes all lessons, module by module.
func (p *page) lessons() {
	for i, m := range p.modules() {
		p.putf(`<section aria-labelledby="module-%d">`+"\n"+`<h2 id="module-%d">%s</h2>`+"\n", i+1, i+1, markup.Text(m.title))
		for _, s := range m.stops {
			p.lesson(s)
		}
		p.put("</section>\n")
	}
}

// lesson writes one lesson, with what brings a learner to it.
func (p *page) lesson(s exporter.Stop) {
	l := s.Lesson
	p.putf(`<article aria-labelledby="%[1]s">`+"\n"+`<h3 id="%[1]s">%[2]s</h3>`+"\n", markup.Text(lessonID(l)), markup.Text(l.Title))
	var about []string
	switch l.Kind {
	case course.KindDetour:
		about = append(about, p.said.detour)
	case course.KindExtra:
		about = append(about, p.said.extra)
	case course.KindProject:
		about = append(about, p.said.project)
	default:
		if s.Optional {
			about = append(about, p.said.offered)
		}
	}
	if s.Fork != nil {
		title := s.Fork.Title
		if title == "" {
			title = p.said.aFork
		}
		about = append(about, p.said.fork(len(s.Fork.From), s.Fork.Pick, title))
	}
	if s.When != nil {
		about = append(about, p.inWords(s.When))
	}
	if l.When != nil {
		about = append(about, p.inWords(l.When))
	}
	if l.Minutes > 0 {
		about = append(about, p.said.about(duration(l.Minutes)))
	}
	for _, a := range about {
		p.aside(a)
	}
	p.deep = 3
	p.blocks(l, l.Blocks, l.Title)
	p.put("</article>\n")
}

// aside is a line about the text.
func (p *page) aside(s string) { p.put(`<p class="about">` + markup.Text(s) + "</p>\n") }
