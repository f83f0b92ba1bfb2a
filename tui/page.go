package tui

import (
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdview"
	"github.com/cairn-learn/cairn/tui/internal/widget"
)

// page is a drawn page of lesson text: its lines, and where its explanations and
// texts are. Of a long one only the beginning may be laid out.
type page struct {
	body
	ways  []wayLines
	texts []pageText
}

// wayLines is an idea with several explanations, and the line it begins at.
type wayLines struct {
	part learn.WayPart
	from int
}

// pageText is a text of a page and the line it begins at.
type pageText struct {
	from int
	md   string
	*laid
}

// pageCode is a code block of a page, and which one of which text it is.
type pageCode struct {
	mdview.CodeBlock
	md string
	n  int
}

// layMsg asks a page that is not all laid out for some more of it. It comes
// between keys, so that none has to wait for the end of a long text.
type layMsg struct{}

// layLines is how many lines are laid out at once behind what is in sight: a few
// milliseconds of work.
const layLines = 2000

// everyLine asks for every line of a page.
const everyLine = -1

// page draws a page of lesson text with its explanations, until it has far lines
// at least. Code and tables may take the whole width of the window.
func (p *markdown) page(env Env, pg learn.Page, far int) *page {
	out := &page{}
	for _, part := range pg.Parts {
		md := partText(part)
		if out.more = out.more || far != everyLine && len(out.lines) >= far && !p.begun(env, md, env.W); out.more {
			break
		}
		out.gap()
		switch part := part.(type) {
		case learn.TextPart:
			out.text(env, p, md, far)
		case learn.WayPart:
			if len(part.List) > 1 {
				out.ways = append(out.ways, wayLines{part: part, from: len(out.lines)})
				out.add(wayList(env, part)...)
				out.gap()
			}
			out.text(env, p, md, far)
		}
	}
	return out
}

// partText is the Markdown that is shown of a part of a page.
func partText(part learn.Part) string {
	switch part := part.(type) {
	case learn.TextPart:
		return part.Markdown
	case learn.WayPart:
		return part.List[part.Shown].Markdown
	}
	return ""
}

// text adds a text, so much of it that the page has far lines.
func (p *page) text(env Env, prose *markdown, md string, far int) {
	n := len(p.lines)
	need := everyLine
	if far != everyLine {
		need = max(far-n, 0)
	}
	d := prose.upto(env, md, env.W, need)
	p.more = !d.done
	p.texts = append(p.texts, pageText{n, md, d})
	if n == 0 { // a page is put together after every key
		p.lines = slices.Clip(d.Lines)
		return
	}
	p.add(d.Lines...)
}

// code lists the code blocks of the page that are in sight in the lines from top
// up to end.
func (p *page) code(top, end int) []pageCode {
	var seen []pageCode
	for _, t := range p.texts {
		for i, c := range t.Code {
			c.Line += t.from
			if b := (pageCode{CodeBlock: c, md: t.md, n: i}); b.sees(top, end) {
				seen = append(seen, b)
			}
		}
	}
	return seen
}

// leads reports whether a link can be followed.
func leads(l mdview.Link) bool { return !l.Image && (l.URL != "" || l.Note > 0) }

// links lists the links of the page in the order of its text.
func (p *page) links() []mdview.Link {
	var links []mdview.Link
	for _, t := range p.texts {
		for _, l := range t.Links {
			if leads(l) {
				l.Line += t.from
				links = append(links, l)
			}
		}
	}
	return links
}

// linkSpots are where the links stand in the lines from top up to end, each with
// its index among the links of the page.
func (p *page) linkSpots(top, end int) []Spot {
	var spots []Spot
	before := 0 // links of the texts above
	for _, t := range p.texts {
		numbers := make([]int, len(t.Links))
		for i, l := range t.Links {
			numbers[i] = -1
			if leads(l) {
				numbers[i] = before
				before++
			}
		}
		first := sort.Search(len(t.Spots), func(i int) bool { return t.from+t.Spots[i].Line >= top })
		for _, s := range t.Spots[first:] {
			if t.from+s.Line >= end {
				break
			}
			if n := numbers[s.Link]; n >= 0 {
				spots = append(spots, partSpot(widget.Spot{X: s.X, Y: t.from + s.Line, W: s.W, H: 1, Part: n}))
			}
		}
	}
	return spots
}

// heads lists the headings of the page.
func (p *page) heads() []mdview.Heading {
	var heads []mdview.Heading
	for _, t := range p.texts {
		for _, h := range t.Headings {
			h.Line += t.from
			heads = append(heads, h)
		}
	}
	return heads
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
	for _, t := range q.texts {
		t.from += n
		p.texts = append(p.texts, t)
	}
	p.add(q.lines...)
	p.more = q.more
}

// slide scrolls to the side what code is in sight and wider than the window.
func (p *page) slide(prose *markdown, i Intent, top, h int) {
	by := map[Intent]int{IntentLeft: -slideCells, IntentRight: slideCells}[i]
	if by == 0 {
		return
	}
	for _, c := range p.code(top, top+h) {
		if c.Wide {
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
	seen := p.code(top, end)
	if len(seen) == 0 {
		seen = p.code(0, len(p.lines))
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
	return tea.Batch(toClipboard(text), toast(said))
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
