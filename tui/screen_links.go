package tui

import (
	"net/url"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdview"
	"github.com/cairn-learn/cairn/tui/words"
)

// pageLink is a link of a page, and where it leads.
type pageLink struct {
	text, url string
	note      string        // the text of a footnote
	target    course.Target // within the course
	line      int           // on this page; below 0: elsewhere
	heading   string        // on that line
}

// pageLinks are the links of a page in the order of its text.
type pageLinks struct {
	list  []pageLink
	taken int // the one to follow at once, from 1; 0: they are listed
}

// askLinks asks where the links of a page lead; file is that of its lesson.
// taken is the one to follow, from 1, or 0 to list them.
func (p *page) askLinks(env Env, file string, taken int) tea.Cmd {
	var list []pageLink
	for _, l := range p.links() {
		to := pageLink{text: l.Text, url: l.URL, line: -1}
		if l.Note > 0 {
			to.line, to.note = p.footnote(l.Note)
		}
		list = append(list, to)
	}
	heads := p.heads()
	read := func(s Session) tea.Msg {
		for i := range list {
			list[i].resolve(s.Course(), file, heads)
		}
		return pageLinks{list, taken}
	}
	return func() tea.Msg { return ReadMsg{Screen: env.ID, Read: read} }
}

// footnote is the line and the beginning of the text of a note; -1 where it is
// not on the page.
func (p *page) footnote(number int) (line int, text string) {
	for _, t := range p.texts {
		for _, n := range t.Footnotes {
			if at := t.from + n.Line; n.Number == number && at < len(p.lines) {
				_, text, _ = strings.Cut(ansi.Strip(p.lines[at]), "]")
				return at, strings.TrimSpace(text)
			}
		}
	}
	return -1, ""
}

// resolve finds what the link leads to within the course.
func (l *pageLink) resolve(c *course.Course, file string, heads []mdview.Heading) {
	if l.url == "" || webAddress(l.url) != "" {
		return
	}
	l.target = c.Target(file, l.url)
	if l.target.File != file || l.target.Anchor == "" {
		return
	}
	for _, h := range heads {
		if strings.EqualFold(h.ID, l.target.Anchor) {
			l.line, l.heading = h.Line, h.Text
			return
		}
	}
}

// webAddress is a link as an address that may be opened outside; empty when it
// is none.
func webAddress(link string) string {
	if u, err := url.Parse(link); err == nil {
		link = u.String()
	}
	if !textsafe.Linkable(link) {
		return ""
	}
	return link
}

// leads says where the link leads.
func (l *pageLink) leads(w *words.Words) string {
	r := w.Reading
	switch {
	case l.note != "":
		return r.Footnote(l.note)
	case l.line >= 0:
		return r.Heading(l.heading)
	case strings.HasPrefix(l.url, "#"): // to a heading that is not on the page
		return l.url
	case l.target.Lesson != nil:
		return r.Lesson(textsafe.Line(l.target.Lesson.Title))
	case l.target.Entry != nil:
		return r.Term(textsafe.Line(l.target.Entry.Term))
	case l.target.File != "" && l.target.Anchor == "":
		return r.File(textsafe.Line(l.target.File))
	}
	return l.url
}

// follow goes where the link leads: on the page, in the course, or outside. What
// cannot be opened is copied.
func (l *pageLink) follow(env Env, page int) tea.Cmd {
	w := env.Words.Reading
	switch {
	case l.line >= 0:
		return func() tea.Msg { return ForMsg{Screen: page, Msg: jumpMsg{l.line}} }
	case l.note != "" || l.url == "":
		return nil
	case webAddress(l.url) != "":
		return openAddress(env, webAddress(l.url))
	case strings.HasPrefix(l.url, "#"):
		return toast(w.Elsewhere)
	case l.target.Lesson != nil:
		return visit(RouteReread.To("", l.target.Lesson.ID))
	case l.target.Entry != nil:
		return func() tea.Msg { return GoMsg{To: RouteGlossary, Line: l.target.Entry.Term} }
	case l.target.File != "":
		return tea.Batch(toClipboard(l.target.File), toast(w.CopiedFile(l.target.File)))
	}
	return tea.Batch(toClipboard(l.url), toast(w.Copied(l.url)))
}

// openAddress opens an address outside, or copies it where that cannot be done,
// and says which.
func openAddress(env Env, address string) tea.Cmd {
	w := env.Words.Reading
	if env.Open == nil {
		return tea.Batch(toClipboard(address), toast(w.Copied(address)))
	}
	return func() tea.Msg {
		if err := env.Open(address); err != nil {
			return tea.Batch(toClipboard(address), toast(w.Failed(address, textsafe.Line(err.Error()))))()
		}
		return ToastMsg{Text: w.Opened(address)}
	}
}

// overLinks shows the links over their page, or follows the one that was taken.
func overLinks(env Env, links pageLinks) tea.Cmd {
	if n := links.taken; 0 < n && n <= len(links.list) {
		return links.list[n-1].follow(env, env.ID)
	}
	if len(links.list) == 0 {
		return toast(env.Words.Reading.NoLinks)
	}
	s := &jumps{
		title: func(w *words.Words) string { return w.Reading.LinksTitle },
		enter: func(w *words.Words) string { return w.Reading.Open },
		close: IntentLinks,
	}
	page := env.ID
	for _, l := range links.list {
		s.rows = append(s.rows, jump{
			text:  l.text,
			leads: l.leads,
			does:  func(env Env) tea.Cmd { return l.follow(env, page) },
		})
	}
	return func() tea.Msg { return OverMsg{Route: RouteLinks, Screen: s} }
}
