package plain

import (
	"io"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/diagram"
	"github.com/cairn-learn/cairn/tui/internal/cells"
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// printer prints lines, and keeps the first error.
type printer struct {
	out   io.Writer
	width int

	diagrams *diagram.Words    // how diagrams are told; nil: in English
	code     string            // stands before the language of code; empty: in English
	written  string            // stands above what is told as it was written; empty: in English
	ascii    *strings.Replacer // of typography and signs; nil: they stay

	blank bool // the last line was blank, or there is none yet
	apart bool // a blank line is due before the next one
	err   error
}

// line prints one line. It is the only way out but for the prompt: what it
// prints is safe, has no space at its end, and never follows a blank line when
// it is blank itself.
func (p *printer) line(s string) {
	s = strings.TrimRightFunc(textsafe.Line(s), unicode.IsSpace)
	if p.apart && s != "" && !p.blank {
		p.write("\n")
	}
	if s == "" && p.blank {
		return
	}
	p.apart, p.blank = p.apart && s == "", s == ""
	p.write(p.signs(s) + "\n")
}

// signs is a text in the signs that are wanted.
func (p *printer) signs(s string) string {
	if p.ascii == nil {
		return s
	}
	return p.ascii.Replace(s)
}

// keepTo sets whether signs outside ASCII are replaced.
func (p *printer) keepTo(ascii bool) {
	p.ascii = nil
	if ascii {
		p.ascii = cells.ASCII()
	}
}

// prompt prints what stands before a line of the learner's. Where it is echoed
// afterwards, the space between the two is left to answered.
func (p *printer) prompt(s string, echo bool) {
	if !echo {
		s += " "
	}
	p.apart, p.blank = false, false
	p.write(p.signs(s))
}

// answered ends the line that a prompt began.
func (p *printer) answered(s string) {
	if s = strings.TrimRightFunc(textsafe.Line(s), unicode.IsSpace); s != "" {
		s = " " + s
	}
	p.write(s + "\n")
}

func (p *printer) write(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, s)
	}
}

// gap sets off what comes next with a blank line.
func (p *printer) gap() { p.apart = true }

// say prints one paragraph of plain text.
func (p *printer) say(text string) { p.hang("", text) }

// hang prints one paragraph behind a mark; the lines after the first are
// indented by its width.
func (p *printer) hang(mark, text string) {
	for _, l := range mdtext.Wrap(mdtext.Line{{Text: mark + textsafe.Line(text)}}, p.width, len(mark)) {
		p.line(l.String())
	}
}

// page prints Markdown with a blank line before and after. A heading that it
// begins with is left out when it is the given title, which was said already.
func (p *printer) page(md, title string) {
	lines := p.render(md)
	if title != "" {
		lines = without(lines, title)
	}
	if len(lines) == 0 {
		return
	}
	p.gap()
	for _, l := range lines {
		p.line(l)
	}
	p.gap()
}

// without drops the lines that a text begins with when they say the title and
// nothing else.
func without(lines []string, title string) []string {
	said := ""
	title = strings.ReplaceAll(title, "`", "")
	for i, l := range lines {
		if l == "" {
			if said == title {
				return lines[i:]
			}
			return lines
		}
		said = strings.TrimSpace(said + " " + strings.TrimSpace(strings.ReplaceAll(l, "`", "")))
	}
	if said == title {
		return nil
	}
	return lines
}

// note prints Markdown behind a label: on its line when it is one paragraph,
// else below it. Both may be empty.
func (p *printer) note(label, md string) {
	if strings.TrimSpace(md) == "" {
		return
	}
	if text, ok := p.paragraph(md); ok {
		p.say(strings.TrimSpace(label + " " + text))
		return
	}
	if label != "" {
		p.say(label)
	}
	p.page(md, "")
}

// paragraph returns Markdown as text on one line, if it is one paragraph.
func (p *printer) paragraph(md string) (string, bool) {
	lines := p.render(md)
	for _, l := range lines {
		if l == "" || strings.HasPrefix(l, " ") || strings.HasPrefix(l, "- ") {
			return "", false
		}
	}
	text := p.inline(md)
	return text, strings.Join(lines, " ") == strings.Join(strings.Fields(text), " ")
}

// render lays out Markdown: no line is cut, tables are told row by row, what
// style tells is shown in signs, and addresses follow their links.
func (p *printer) render(md string) []string {
	lines := p.lay(md).Lines
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.String()
	}
	return out
}

// lay is render with all that is known of the text.
func (p *printer) lay(md string) *mdtext.Doc {
	opt := textOptions()
	opt.Words.Diagram, opt.Words.AsWritten, opt.Words.Code, opt.Names = p.diagrams, p.written, p.code, p.ascii != nil
	return mdtext.Render(md, p.width, opt)
}

// inline is one line of Markdown, with formulas in the signs that are wanted.
func (p *printer) inline(md string) string {
	opt := textOptions()
	opt.Names = p.ascii != nil
	line, _ := mdtext.Inline(md, opt)
	return line.String()
}

// inline is one line of Markdown without its marks, but for those that tell
// what is code: a learner must hear that.
func inline(md string) string {
	line, _ := mdtext.Inline(md, textOptions())
	return line.String()
}

func textOptions() mdtext.Options {
	return mdtext.Options{ASCII: true, Marks: true, URLs: true, WholeCode: true, Rows: true}
}

// sentence makes a reason, as errors give it, a sentence.
func sentence(s string) string {
	r := []rune(strings.TrimSuffix(s, "."))
	if len(r) == 0 {
		return ""
	}
	r[0] = unicode.ToUpper(r[0])
	if r[len(r)-1] == '?' {
		return string(r)
	}
	return string(r) + "."
}
