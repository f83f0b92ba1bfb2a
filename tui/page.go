package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdview"
)

// page is a drawn page of lesson text: its lines, and where its explanations,
// headings, links and code are.
type page struct {
	body
	ways  []wayLines
	heads []mdview.Heading
	links []mdview.Link     // in the order of the text
	notes []mdview.Footnote // footnotes
	code  []pageCode
}

// wayLines is an idea with several explanations, and the line it begins at.
type wayLines struct {
	part learn.WayPart
	from int
}

// pageCode is a code block of a page, and which one of which text it is.
type pageCode struct {
	mdview.CodeBlock
	md string
	n  int
}

// page draws a page of lesson text with its explanations. Code and tables may
// take the whole width of the window.
func (p *markdown) page(env Env, pg learn.Page) *page {
	out := &page{}
	for _, part := range pg.Parts {
		out.gap()
		switch part := part.(type) {
		case learn.TextPart:
			out.text(part.Markdown, p.long(env, part.Markdown))
		case learn.WayPart:
			if len(part.List) > 1 {
				out.ways = append(out.ways, wayLines{part: part, from: len(out.lines)})
				out.add(wayList(env, part)...)
				out.gap()
			}
			md := part.List[part.Shown].Markdown
			out.text(md, p.long(env, md))
		}
	}
	return out
}

// text adds a text that was laid out.
func (p *page) text(md string, d mdview.Doc) {
	n := len(p.lines)
	p.lines = slices.Grow(p.lines, len(d.Lines)+1) // at once: a page is put together after every key
	p.code = slices.Grow(p.code, len(d.Code))
	p.links = slices.Grow(p.links, len(d.Links))
	p.heads = slices.Grow(p.heads, len(d.Headings))
	for i, c := range d.Code {
		c.Line += n
		p.code = append(p.code, pageCode{CodeBlock: c, md: md, n: i})
	}
	for _, l := range d.Links {
		if !l.Image {
			l.Line += n
			p.links = append(p.links, l)
		}
	}
	for _, h := range d.Headings {
		h.Line += n
		p.heads = append(p.heads, h)
	}
	for _, note := range d.Footnotes {
		note.Line += n
		p.notes = append(p.notes, note)
	}
	p.add(d.Lines...)
}

// way is the idea with several explanations that is in sight in a window of h
// lines from the given one: the last that begins in its upper half, else the
// first of the page; nil when there is none.
func (p *page) way(top, h int) *wayLines {
	var at *wayLines
	for i := range p.ways {
		if at == nil || p.ways[i].from <= top+h/2 {
			at = &p.ways[i]
		}
	}
	return at
}

// join adds another page below.
func (p *page) join(q *page) {
	n := len(p.lines)
	for _, w := range q.ways {
		w.from += n
		p.ways = append(p.ways, w)
	}
	for _, c := range q.code {
		c.Line += n
		p.code = append(p.code, c)
	}
	for _, l := range q.links {
		l.Line += n
		p.links = append(p.links, l)
	}
	for _, h := range q.heads {
		h.Line += n
		p.heads = append(p.heads, h)
	}
	for _, note := range q.notes {
		note.Line += n
		p.notes = append(p.notes, note)
	}
	p.add(q.lines...)
}

// slide scrolls to the side what code is in sight and wider than the window.
func (p *page) slide(prose *markdown, i Intent, top, h int) {
	by := map[Intent]int{IntentLeft: -slideCells, IntentRight: slideCells}[i]
	if by == 0 {
		return
	}
	for _, c := range p.code {
		if c.Wide && c.sees(top, top+h) {
			prose.slide(c.md, c.n, by, c.Most)
		}
	}
}

// sees reports whether a part of the block is in the lines top to end.
func (c pageCode) sees(top, end int) bool { return c.Line < end && c.Line+c.Lines > top }

// wayList names the explanations of an idea, the one shown with a mark.
func wayList(env Env, part learn.WayPart) []string {
	th := env.Theme
	var lines []string
	line, used := "", 0
	for i, way := range part.List {
		title := th.Dim.Render(textsafe.Line(way.Title))
		mark := "  "
		if i == part.Shown {
			mark = th.Accent.Render(th.Mark.Cursor) + " "
			title = th.Accent.Render(textsafe.Line(way.Title))
		}
		cost := 2 + ansi.StringWidth(textsafe.Line(way.Title))
		if used > 0 && used+2+cost > env.Measure() {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line += "  "
			used += 2
		}
		line += mark + title
		used += cost
	}
	return append(lines, line)
}

// copier copies the code of a page, block after block.
type copier struct {
	copied int // blocks copied in a row, so that the key again takes the next
}

// copy does what an intent means to the code in the h lines from top on; nil
// when it means nothing.
func (c *copier) copy(env Env, i Intent, pg *page, top, h int) tea.Cmd {
	if i != IntentCopy {
		c.copied = 0
		return nil
	}
	c.copied++
	return pg.copy(env, top, top+h, c.copied-1)
}

// copy puts a code block that is in sight on the clipboard and says so: the
// n-th of them, so that the same key again takes the next.
func (p *page) copy(env Env, top, end, n int) tea.Cmd {
	var seen []pageCode
	for _, c := range p.code {
		if c.sees(top, end) {
			seen = append(seen, c)
		}
	}
	if len(seen) == 0 {
		seen = p.code
	}
	if len(seen) == 0 {
		return toast(env.Words.Flow.NoCode)
	}
	text := seen[n%len(seen)].Text
	cmds, count := commands(text)
	if count > 0 {
		text = cmds
	}
	firstLine, _, more := strings.Cut(strings.TrimSpace(text), "\n")
	firstLine = textsafe.Line(firstLine)
	if more {
		firstLine += " " + env.Theme.Mark.More
	}
	said := env.Words.Flow.Copied(firstLine)
	if count > 0 {
		said = env.Words.Flow.CopiedCommands(count, firstLine)
	}
	return tea.Batch(tea.SetClipboard(text), toast(said))
}

// commands returns what is typed in a session with a shell, and how many
// commands that is: the lines behind a prompt "$ ", and those they go on in
// after a backslash. Prompts and output are left out.
func commands(session string) (text string, count int) {
	var typed []string
	goesOn := false
	for line := range strings.SplitSeq(session, "\n") {
		command, prompted := strings.CutPrefix(line, "$ ")
		switch {
		case prompted:
			count++
		case goesOn:
			command = strings.TrimPrefix(line, "> ")
		default:
			continue
		}
		typed = append(typed, command)
		goesOn = strings.HasSuffix(command, "\\")
	}
	return strings.Join(typed, "\n"), count
}
