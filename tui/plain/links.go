package plain

import (
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// leaf is a page of lesson text as it was told: its lines, and what can be gone
// to from it. Lines are counted from the first of the page.
type leaf struct {
	lines []string
	heads []mdtext.Heading
	links []mdtext.Link // without pictures
	notes map[int]string
	file  string // that it is written in
}

// leaf is the page that was told last, or with none the first of the lesson.
func (d *Dialogue) leaf() leaf {
	at := d.s.Step().At().Lesson
	page := learn.Page{}
	if r, ok := d.s.Step().(learn.Reading); ok {
		page = r.Page
	} else if pages := d.s.Pages(at.ID); len(pages) > 0 {
		page = pages[0]
		for _, p := range pages {
			if p.ID == d.told.page {
				page = p
			}
		}
	}
	out := leaf{file: at.File, notes: map[int]string{}}
	for _, part := range page.Parts {
		switch part := part.(type) {
		case learn.TextPart:
			out.add(d.lay(part.Markdown))
		case learn.WayPart:
			out.add(d.lay(part.List[part.Shown].Markdown))
		}
	}
	return out
}

// add puts a text below the others.
func (l *leaf) add(doc *mdtext.Doc) {
	if len(l.lines) > 0 {
		l.lines = append(l.lines, "")
	}
	n := len(l.lines)
	for _, line := range doc.Lines {
		l.lines = append(l.lines, line.String())
	}
	for _, h := range doc.Headings {
		h.Line += n
		l.heads = append(l.heads, h)
	}
	for _, link := range doc.Links {
		if !link.Image && (link.URL != "" || link.Note > 0) {
			link.Line += n
			l.links = append(l.links, link)
		}
	}
	for i, note := range doc.Footnotes {
		end := len(l.lines)
		if i+1 < len(doc.Footnotes) {
			end = n + doc.Footnotes[i+1].Line
		}
		_, text, _ := strings.Cut(strings.Join(strings.Fields(strings.Join(l.lines[n+note.Line:end], " ")), " "), "] ")
		l.notes[note.Number] = text
	}
}

// contents lists the headings of the page, or tells it from one of them on.
func (d *Dialogue) contents(arg string) {
	l := d.leaf()
	if len(l.heads) == 0 {
		d.say(d.w.Reading.NoHeadings)
		return
	}
	if n, given := d.numberOf(arg, len(l.heads), d.w.Reading.ContentsHow); n > 0 {
		d.from(l, l.heads[n-1])
		return
	} else if given {
		return
	}
	least := 6
	for _, h := range l.heads {
		least = min(least, h.Level)
	}
	for i, h := range l.heads {
		d.hang(strings.Repeat("  ", h.Level-least)+strconv.Itoa(i+1)+". ", h.Text)
	}
	d.say(d.w.Reading.ContentsHow)
}

// from tells a page from a heading on.
func (d *Dialogue) from(l leaf, h mdtext.Heading) {
	d.say(d.w.Reading.From(h.Text))
	d.gap()
	for _, line := range l.lines[h.Line:] {
		d.line(line)
	}
	d.gap()
}

// links lists the links of the page, or tells what one of them leads to.
func (d *Dialogue) links(arg string) {
	l := d.leaf()
	if len(l.links) == 0 {
		d.say(d.w.Reading.NoLinks)
		return
	}
	if n, given := d.numberOf(arg, len(l.links), d.w.Reading.LinksHow); n > 0 {
		d.follow(l, l.links[n-1])
		return
	} else if given {
		return
	}
	for i, link := range l.links {
		said := link.Text
		if to := d.leads(l, link); to != said {
			said += " (" + to + ")"
		}
		d.numbered(i, said)
	}
	d.say(d.w.Reading.LinksHow)
}

// numberOf reads the number of one of so many. Where what was given is none of
// theirs, that is said, or how one is given.
func (d *Dialogue) numberOf(arg string, of int, how string) (n int, given bool) {
	if arg == "" {
		return 0, false
	}
	n, err := strconv.Atoi(arg)
	switch {
	case err != nil:
		d.say(how)
		return 0, true
	case n < 1 || n > of:
		d.say(d.w.Reading.NoNumber(n, of))
		return 0, true
	}
	return n, true
}

// headOf finds the heading of the page that a link leads to; nil: none.
func (l leaf) headOf(to course.Target) *mdtext.Heading {
	if to.File != l.file || to.Anchor == "" {
		return nil
	}
	for i, h := range l.heads {
		if strings.EqualFold(h.ID, to.Anchor) {
			return &l.heads[i]
		}
	}
	return nil
}

// leads says where a link leads.
func (d *Dialogue) leads(l leaf, link mdtext.Link) string {
	r := d.w.Reading
	if link.Note > 0 {
		return r.Footnote(l.notes[link.Note])
	}
	to := d.s.Course().Target(l.file, link.URL)
	head := l.headOf(to)
	switch {
	case head != nil:
		return r.Heading(head.Text)
	case strings.HasPrefix(link.URL, "#"):
		return link.URL
	case to.Lesson != nil:
		return r.Lesson(titled(to.Lesson))
	case to.Entry != nil:
		return r.Term(d.inline(to.Entry.Term))
	case to.File != "" && to.Anchor == "":
		return r.File(to.File)
	}
	return link.URL
}

// follow tells what a link leads to. The learner's place stays.
func (d *Dialogue) follow(l leaf, link mdtext.Link) {
	to := d.s.Course().Target(l.file, link.URL)
	head := l.headOf(to)
	switch {
	case link.Note > 0:
		d.say(d.leads(l, link))
	case head != nil:
		d.from(l, *head)
	case strings.HasPrefix(link.URL, "#"):
		d.say(d.w.Reading.Elsewhere)
	case to.Lesson != nil:
		d.openSpot(d.s.SpotOf(to.Lesson.ID))
	case to.Entry != nil:
		d.glossary(to.Entry.Term)
	default:
		d.line(d.leads(l, link))
	}
}
