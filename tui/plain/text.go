package plain

import (
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// textOptions is how text is laid out here: no line is cut, what style tells is
// shown in signs, and addresses follow their links.
func textOptions() mdtext.Options {
	return mdtext.Options{ASCII: true, Marks: true, URLs: true, WholeCode: true}
}

// render lays out Markdown.
func render(md string, width int) []string { return mdtext.Plain(md, width, textOptions()) }

// inline is one line of Markdown without its marks, but for those that tell
// what is code: a learner must hear that.
func inline(md string) string {
	line, _ := mdtext.Inline(md, textOptions())
	return line.String()
}

// wrap breaks a line of text at the given width.
func wrap(s string, width int) []string {
	lines := mdtext.Wrap(mdtext.Line{{Text: s}}, width, 0)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.String()
	}
	return out
}
