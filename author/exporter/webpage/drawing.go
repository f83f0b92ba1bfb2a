package webpage

import (
	"strings"

	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/internal/diagram"
)

// Bounds of diagrams.
const (
	drawingWidth = 76  // cells; what is wider is told
	maxDrawings  = 500 // of a page; further ones are shown as they are written
)

// diagram draws a diagram in signs, which say the same on paper. A screen reader is told
// it in sentences, and so is everybody where it is too wide.
func (p *page) diagram(source string) (string, bool) {
	if p.drawings++; p.drawings > maxDrawings {
		return "", false
	}
	d, ok := diagram.Parse(source)
	if !ok {
		return "", false
	}
	say := p.said.diagram
	if lines, fits := d.Draw(drawingWidth, false, say); fits {
		told := say.Intro + " " + strings.Join(d.Sentences(say), " ")
		return `<pre class="diagram" tabindex="0" role="img" aria-label="` + markup.Text(told) + `">` + markup.Text(strings.Join(lines, "\n")) + "</pre>\n", true
	}
	var b strings.Builder
	b.WriteString("<p>" + say.Intro + "</p>\n<ul>\n")
	for _, s := range d.Sentences(say) {
		b.WriteString("<li>" + markup.Text(strings.TrimSpace(s)) + "</li>\n")
	}
	b.WriteString("</ul>\n")
	return b.String(), true
}
