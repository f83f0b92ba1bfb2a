package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdview"
)

// page is a drawn page of lesson text: its lines, where its explanations
// begin, and its code.
type page struct {
	body
	ways []wayLines
	code []mdview.CodeBlock
}

// wayLines is an idea with several explanations, and the line it begins at.
type wayLines struct {
	part learn.WayPart
	from int
}

// page draws a page of lesson text with its explanations and its links.
func (p *markdown) page(env Env, pg learn.Page) *page {
	out := &page{}
	var links []string
	add := func(md string) {
		d := p.doc(env, md, env.Measure())
		for _, c := range d.Code {
			c.Line += len(out.lines)
			out.code = append(out.code, c)
		}
		for _, l := range d.Links {
			if !l.Image && l.URL != l.Text && textsafe.Linkable(l.URL) && !slices.Contains(links, l.URL) {
				links = append(links, l.URL)
			}
		}
		out.add(d.Lines...)
	}
	for _, part := range pg.Parts {
		out.gap()
		switch part := part.(type) {
		case learn.TextPart:
			add(part.Markdown)
		case learn.WayPart:
			if len(part.List) > 1 {
				out.ways = append(out.ways, wayLines{part: part, from: len(out.lines)})
				out.add(wayList(env, part)...)
				out.gap()
			}
			add(part.List[part.Shown].Markdown)
		}
	}
	if len(links) > 0 {
		out.gap()
		out.para(env.Theme.Heading, env.Words.Flow.Links, env.Measure())
		for n, to := range links {
			out.para(env.Theme.Dim, fmt.Sprintf("%d  %s", n+1, textsafe.Line(to)), env.Measure())
		}
	}
	return out
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
	p.add(q.lines...)
}

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
	var seen []mdview.CodeBlock
	for _, c := range p.code {
		if c.Line < end && c.Line+c.Lines > top {
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
