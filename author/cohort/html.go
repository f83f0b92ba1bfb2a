package cohort

import (
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

//go:embed report.css
var style string

// WriteHTML prints the report as one page that needs nothing else: no script, no
// network. What it shows in charts stands in tables too.
func (r Report) WriteHTML(w io.Writer) error {
	p := &page{}
	title := "Report on a course"
	if len(r.Courses) == 1 {
		title = "Report: " + r.Courses[0].Title
	}
	p.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	p.element("title", title)
	p.raw("<style>\n" + style + "</style>\n</head>\n<body>\n<main>\n")
	p.element("h1", title)
	p.element("p", r.foreword())
	for _, c := range r.Courses {
		p.course(c, len(r.Courses) > 1)
	}
	p.raw("</main>\n</body>\n</html>\n")
	if _, err := io.WriteString(w, p.b.String()); err != nil {
		return fmt.Errorf("printing the report: %w", err)
	}
	return nil
}

// page is HTML on its way. Only raw takes what is written here as it is.
type page struct{ b strings.Builder }

func (p *page) raw(s string) { p.b.WriteString(s) }

func (p *page) text(s string) { p.b.WriteString(escaped(s)) }

func (p *page) element(name, text string) {
	p.raw("<" + name + ">")
	p.text(text)
	p.raw("</" + name[:len(name)-len(attributes(name))] + ">\n")
}

// attributes are what follows the name of an element.
func attributes(element string) string {
	if i := strings.IndexByte(element, ' '); i >= 0 {
		return element[i:]
	}
	return ""
}

// escaped is text that is nothing but text, in an element and in an attribute.
func escaped(s string) string { return html.EscapeString(textsafe.Line(s)) }

// course is the part of one course, below its title where there are several.
func (p *page) course(c CourseReport, several bool) {
	p.raw("<section>\n")
	heading := "h2"
	if several {
		p.element("h2", c.Title)
		heading = "h3"
	}
	p.element("p", c.head())
	if c.Unnamed {
		p.element("p", rowsOfFew)
	}
	for _, t := range c.tables() {
		if c.Learners > 0 || t.part == "learners" {
			p.table(t, heading)
		}
	}
	p.raw("</section>\n")
}

func (p *page) table(t table, heading string) {
	p.raw("<section class=\"part\">\n")
	p.element(heading, t.title)
	if len(t.rows) == 0 {
		p.element("p", t.nothing)
		p.raw("</section>\n")
		return
	}
	if t.about != "" {
		p.element(`p class="about"`, t.about)
	}
	if t.chart > 0 {
		p.raw(t.bars())
	}
	p.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(t.title) + "\">\n<table>\n")
	p.element(`caption`, t.title)
	p.raw("<thead><tr>")
	for _, h := range t.keys {
		p.element(`th scope="col"`, h)
	}
	for i, h := range t.heads {
		if t.wordy(i) {
			p.element(`th scope="col"`, h)
		} else {
			p.element(`th scope="col" class="n"`, h)
		}
	}
	p.raw("</tr></thead>\n<tbody>\n")
	for _, l := range t.rows {
		p.raw("<tr>")
		p.raw("<th scope=\"row\">")
		p.text(l.label)
		if l.note != "" {
			p.raw(" ")
			p.element(`span class="note"`, l.note)
		}
		p.raw("</th>\n")
		if len(t.keys) > 1 {
			p.element("td", l.keys[2])
		}
		for i, c := range l.cells {
			p.cell(t, i, c)
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody>\n</table>\n</div>\n</section>\n")
}

func (p *page) cell(t table, i int, c cell) {
	switch {
	case c.text == "" && t.wordy(i):
		p.raw("<td></td>\n")
	case c.text == "":
		p.raw("<td class=\"n\"><span aria-label=\"not told\">–</span></td>\n")
	case strings.HasPrefix(c.text, "- "):
		p.raw("<td><code>")
		p.text(c.text)
		p.raw("</code></td>\n")
	case t.wordy(i):
		p.element("td", c.text)
	default:
		p.element(`td class="n"`, c.text)
	}
}

// wordy reports whether a measure is in words, which stand on the left.
func (t table) wordy(i int) bool {
	for _, l := range t.rows {
		if l.cells[i].words {
			return true
		}
	}
	return false
}
