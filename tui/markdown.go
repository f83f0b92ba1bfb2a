package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/widget"
)

// markdown renders Markdown for one screen and keeps what it rendered, since a
// page is drawn after every key.
type markdown struct {
	docs map[docKey]doc
}

// docKey is all that the look of rendered Markdown hangs on.
type docKey struct {
	md, palette string
	width       int
	dark, ascii bool
}

// doc is rendered Markdown.
type doc struct {
	lines []string
	code  []codeBlock
	links []string // addresses, in order
}

// codeBlock is code in a doc: its text, and the lines it stands on.
type codeBlock struct {
	text     string
	from, to int
}

// maxDocs is how many documents a screen keeps.
const maxDocs = 64

// doc renders Markdown at a width.
func (p *markdown) doc(env Env, md string, width int) doc {
	th := env.Theme
	key := docKey{md: md, palette: th.Palette.Name, width: width, dark: th.Dark, ascii: th.ASCII}
	if d, ok := p.docs[key]; ok {
		return d
	}
	d := doc{lines: strings.Split(ansi.Wrap(md, width, ""), "\n")}
	if p.docs == nil || len(p.docs) >= maxDocs {
		p.docs = map[docKey]doc{}
	}
	p.docs[key] = d
	return d
}

// inline renders one line of Markdown, unbroken.
func (p *markdown) inline(env Env, md string) string { return strings.ReplaceAll(md, "`", "") }

// heading renders one line of Markdown as the title of a step.
func (p *markdown) heading(env Env, md string, width int) []string {
	lines := wrap(p.inline(env, md), width)
	for i, l := range lines {
		lines[i] = env.Theme.Title.Render(l)
	}
	return lines
}

// item renders one line of Markdown behind a prefix, under which it hangs.
func (p *markdown) item(env Env, prefix, md string, width int) []string {
	in := ansi.StringWidth(prefix)
	lines := wrap(p.inline(env, md), max(width-in, 1))
	for i, l := range lines {
		if i > 0 {
			prefix = strings.Repeat(" ", in)
		}
		lines[i] = prefix + l
	}
	return lines
}

// note renders Markdown beside a bar, under a title, to tell it from the text
// of the lesson.
func (p *markdown) note(env Env, style lipgloss.Style, title, md string, width int) []string {
	bar := style.Render(env.Theme.Mark.Quote) + " "
	lines := []string{bar + style.Bold(true).Render(fit(env.Theme, title, width-2))}
	for _, l := range p.doc(env, md, width-2).lines {
		lines = append(lines, bar+l)
	}
	return lines
}

// quote gives the learner's own words back beside a bar.
func (p *markdown) quote(env Env, style lipgloss.Style, title, text string, width int) []string {
	b := body{}
	b.para(style, title, width)
	bar := env.Theme.Faint.Render(env.Theme.Mark.Quote) + " "
	for _, l := range wrap(text, width-2) {
		b.add(bar + l)
	}
	return b.lines
}

// style is how widgets draw with this Markdown.
func (p *markdown) style(env Env) widget.Style {
	return widget.Style{
		Theme:  env.Theme,
		Say:    &env.Words.Answers,
		Inline: func(md string) string { return p.inline(env, md) },
		Wrap:   wrap,
		Block: func(md string, width int) []string {
			return append([]string(nil), p.doc(env, md, width).lines...)
		},
	}
}

// escapeMarkdown makes a plain title mean itself in Markdown.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|~&$:", r) {
			fmt.Fprint(&b, "\\")
		}
		b.WriteRune(r)
	}
	return b.String()
}
