package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
	"github.com/cairn-learn/cairn/tui/internal/mdview"
	"github.com/cairn-learn/cairn/tui/internal/widget"
)

// markdown renders Markdown for one screen and keeps what it rendered, since a
// page is drawn after every key.
type markdown struct {
	docs    map[docKey]*laid
	file    string           // of the course, that the texts are from: where its pictures are looked for
	offsets map[string][]int // cells by which the code blocks of a text are scrolled to the left
}

// docKey is all that the look of rendered Markdown hangs on.
type docKey struct {
	md, palette, language, offsets string
	width, measure, height         int
	dark, ascii, links             bool
	pictures                       int // of the gallery, where the text has one
}

// maxDocs is how many documents a screen keeps.
const maxDocs = 64

// laid is a text of which as much is laid out as was asked for.
type laid struct {
	*mdview.Doc
	done bool // all of it is
	hung int  // of its pictures are drawn into it
}

// doc renders all of a text at a width.
func (p *markdown) doc(env Env, md string, width int) *laid { return p.upto(env, md, width, -1) }

// upto renders a text at a width until it has n lines at least; below 0: all of
// it. What was laid out before is kept.
func (p *markdown) upto(env Env, md string, width, n int) *laid {
	d := p.open(env, md, width)
	if !d.done && (n < 0 || len(d.Lines) < n) {
		d.done = d.Upto(n)
	}
	if !d.told() {
		p.hang(env, d)
	}
	return d
}

// told reports whether all pictures of what is laid out were seen to.
func (d *laid) told() bool { return d.hung == len(d.Images) }

// begun reports whether some of a text is laid out.
func (p *markdown) begun(env Env, md string, width int) bool {
	d := p.docs[p.key(env, md, width)]
	return d != nil && (d.done || len(d.Lines) > 0)
}

// key is what a text at a width is kept by.
func (p *markdown) key(env Env, md string, width int) docKey {
	th := env.Theme
	key := docKey{
		md: md, palette: th.Palette.Name, language: env.Words.Language, offsets: fmt.Sprint(p.offsets[md]),
		width: width, measure: env.Measure(), height: min(env.H, tallEnough), dark: th.Dark, ascii: th.ASCII, links: env.Links,
	}
	if strings.Contains(md, "![") {
		key.pictures = env.gallery.version()
	}
	return key
}

// open prepares a text, or finds it among those that were.
func (p *markdown) open(env Env, md string, width int) *laid {
	key := p.key(env, md, width)
	if d, ok := p.docs[key]; ok {
		return d
	}
	opt := options(env)
	opt.Underline = width >= env.Measure() && env.H >= tallEnough
	opt.Offsets, opt.Hyperlinks = p.offsets[md], env.Links
	opt.Picture = p.room(env)
	d := &laid{Doc: mdview.Open(md, width, mdview.ThemeStyle(env.Theme), opt)}
	if p.docs == nil || len(p.docs) >= maxDocs {
		p.docs = map[docKey]*laid{}
	}
	p.docs[key] = d
	return d
}

// tallEnough is from how many lines on a page has one for the rule under a title.
const tallEnough = 12

// options says how Markdown is laid out. Without colours, signs tell what they
// would tell.
func options(env Env) mdview.Options {
	a := env.Words.Flow.Alerts
	return mdview.Options{
		ASCII: env.ASCII, Measure: env.Measure(),
		Names: env.ASCII,
		Marks: env.Theme.Palette.Code == "",
		Words: mdview.Words{Note: a.Note, Tip: a.Tip, Important: a.Important, Warning: a.Warning, Caution: a.Caution, Image: a.Image, AsWritten: a.AsWritten, Diagram: &env.Words.Diagram},
	}
}

// lines is doc without what it tells about the text.
func (p *markdown) lines(env Env, md string, width int) []string { return p.doc(env, md, width).Lines }

// inline renders one line of Markdown, unbroken.
func (p *markdown) inline(env Env, md string) string {
	if opt := options(env); opt.Marks {
		line, _ := mdtext.Inline(md, opt)
		return line.String()
	}
	return mdview.Inline(md, mdview.ThemeStyle(env.Theme))
}

// slide scrolls the n-th code block of a text by some cells to the left, up to
// most.
func (p *markdown) slide(md string, n, by, most int) {
	if p.offsets == nil {
		p.offsets = map[string][]int{}
	}
	to := p.offsets[md]
	for len(to) <= n {
		to = append(to, 0)
	}
	to[n] = max(min(to[n]+by, most), 0)
	p.offsets[md] = to
}

// slideCells is how far a key slides wide code.
const slideCells = 8

// heading renders one line of Markdown as the title of a step.
func (p *markdown) heading(env Env, md string, width int) []string {
	st := mdview.ThemeStyle(env.Theme)
	st.Body = env.Theme.Title
	if options(env).Marks {
		return wrapStyled(env.Theme.Title, p.inline(env, md), width)
	}
	return mdview.Wrap(mdview.Inline(md, st), max(width, 1))
}

// item renders one line of Markdown behind a prefix, under which it hangs.
func (p *markdown) item(env Env, prefix, md string, width int) []string {
	in := ansi.StringWidth(prefix)
	lines := mdview.Wrap(p.inline(env, md), max(width-in, 1))
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
	for _, l := range p.lines(env, md, width-2) {
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
		Wrap:   func(s string, width int) []string { return mdview.Wrap(s, max(width, 1)) },
		Block:  func(md string, width int) []string { return slices.Clone(p.lines(env, md, width)) },
	}
}

// plainText is one line of Markdown without its marks, safe to show.
func plainText(md string) string {
	line, _ := mdtext.Inline(md, mdtext.Options{})
	return line.String()
}

// escapeMarkdown makes a plain title mean itself in Markdown.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|~&$:", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
