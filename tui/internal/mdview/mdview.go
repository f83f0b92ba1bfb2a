package mdview

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// Options says how a text is laid out.
type Options = mdtext.Options

// Words are the words that Markdown leaves to the program.
type Words = mdtext.Words

// Link is a link or an image.
type Link = mdtext.Link

// CodeBlock is a block of code as the author wrote it, made safe to show.
type CodeBlock = mdtext.CodeBlock

// Heading is a heading of a text.
type Heading = mdtext.Heading

// Image is the room that was left for a picture.
type Image = mdtext.Image

// Footnote is a note at the end of a text.
type Footnote = mdtext.Footnote

// Spot is where a link, or a part of it, stands: W cells of a line from cell X.
type Spot struct {
	Line, X, W int
	Link       int // index into Doc.Links
}

// Doc is a text as styled lines. No line is wider than the width asked for,
// and each stands alone: its styles and links end where it ends.
type Doc struct {
	Lines     []string
	Links     []Link
	Code      []CodeBlock
	Images    []Image
	Headings  []Heading
	Footnotes []Footnote
	Spots     []Spot // where the links stand, line by line

	text *mdtext.Doc
	inks *inks
	opt  Options
}

// Render lays out all of md in lines of at most width cells.
func Render(md string, width int, st Style, opt Options) Doc {
	d := Open(md, width, st, opt)
	d.Upto(-1)
	return *d
}

// Open prepares md without laying any of it out, so that the first screen of a
// long text can be shown at once.
func Open(md string, width int, st Style, opt Options) *Doc {
	if _, none := st.Code.GetBackground().(lipgloss.NoColor); !none {
		opt.PadCode = true
	}
	return &Doc{text: mdtext.New(md, width, opt), inks: newInks(st), opt: opt}
}

// Upto lays the text out until there are at least n lines and reports whether
// the end was reached. A negative n means all of it.
func (d *Doc) Upto(n int) (done bool) {
	done = d.text.Upto(n)
	d.Links, d.Code, d.Images = d.text.Links, d.text.Code, d.text.Images
	d.Headings, d.Footnotes = d.text.Headings, d.text.Footnotes
	for _, line := range d.text.Lines[len(d.Lines):] {
		d.spot(line)
		d.Lines = append(d.Lines, d.inks.line(line, d.linker()))
	}
	return done
}

// spot notes the links of the line that comes next.
func (d *Doc) spot(line mdtext.Line) {
	if !slices.ContainsFunc(line, func(s mdtext.Span) bool { return s.Link > 0 }) {
		return
	}
	x := 0
	var last *Spot
	for _, s := range line {
		w := ansi.StringWidth(s.Text)
		link := int(s.Link) - 1
		switch {
		case link < 0:
			last = nil
		case last != nil && last.Link == link:
			last.W += w
		default:
			d.Spots = append(d.Spots, Spot{Line: len(d.Lines), X: x, W: w, Link: link})
			last = &d.Spots[len(d.Spots)-1]
		}
		x += w
	}
}

// linker returns the links that can be followed in the terminal.
func (d *Doc) linker() []Link {
	if d.opt.Hyperlinks {
		return d.text.Links
	}
	return nil
}

// Inline shows md, a prompt, an option or an item, as styled text in one line
// of any width.
func Inline(md string, st Style) string {
	line, _ := mdtext.Inline(md, Options{})
	return newInks(st).line(line, nil)
}

// line writes the escape sequences of a line. Spans of one look share them.
func (i *inks) line(line mdtext.Line, links []Link) string {
	if len(line) == 0 {
		return ""
	}
	var b strings.Builder
	const usual = 160 // bytes of a full line with a few styles
	b.Grow(usual)
	var look mdtext.Look
	var link int32
	var now ink
	for n, s := range line {
		target := followed(s.Link, links)
		if n == 0 || s.Look != look || target != link {
			b.WriteString(now.off)
			writeLink(&b, link, target, links)
			look, link, now = s.Look, target, i.of(s.Look)
			b.WriteString(now.on)
		}
		b.WriteString(s.Text)
	}
	b.WriteString(now.off)
	writeLink(&b, link, 0, links)
	return textsafe.Styled(b.String())
}

// followed returns the link if a terminal may follow it, else 0.
func followed(link int32, links []Link) int32 {
	if link == 0 || links == nil || !textsafe.Linkable(links[link-1].URL) {
		return 0
	}
	return link
}

// writeLink ends the link from and begins the link to.
func writeLink(b *strings.Builder, from, to int32, links []Link) {
	if from == to {
		return
	}
	b.WriteString("\x1b]8;;")
	if to != 0 {
		b.WriteString(links[to-1].URL)
	}
	b.WriteString("\x1b\\")
}
