// Package html2md makes Markdown of the HTML that learning programs keep in the
// fields of their questions and cards. What Markdown cannot say is dropped with
// its text kept, and told. It runs in time that grows with the text, whatever
// the text is.
package html2md

import (
	"fmt"
	"strings"
)

// Loss is markup that was not carried over.
type Loss struct {
	Line int    // where it stands, counted on from Source.Line
	What string // the markup, as "<u>" or "a picture (map.png)"
	Why  string
}

// Source says where a text comes from and what becomes of what it points to.
type Source struct {
	Line int // of the text's first line, from 1

	// Target gives the address that a link or picture is written with, and
	// whether there is one. Without it, addresses of the web are kept and all
	// others are losses.
	Target func(address string, picture bool) (string, bool)

	// Why says why the last picture had no address; nil: it is not at hand.
	Why func() string
}

// Block makes Markdown of paragraphs, lists, tables and code. Headings become
// bold paragraphs, so that the text can stand in a question or on a card.
func Block(html string, src Source) (string, []Loss) {
	c := newConverter(src)
	root := c.parse(html)
	out := strings.Join(c.blocks(root.kids, 0), "\n\n")
	return c.finish(out), c.losses
}

// Inline makes Markdown of one line: line breaks and paragraphs become spaces,
// the entries of lists are separated by commas.
func Inline(html string, src Source) (string, []Loss) {
	c := newConverter(src)
	root := c.parse(html)
	out := c.paragraph(c.flat(root.kids), false)
	return c.finish(strings.Join(strings.Fields(out), " ")), c.losses
}

// converter makes the Markdown of one text.
type converter struct {
	src    Source
	math   []formula
	losses []Loss
	told   map[string]bool // what is told once for a text
	within map[rune]bool   // the emphasis that is open
}

func newConverter(src Source) *converter {
	return &converter{src: src, told: map[string]bool{}, within: map[rune]bool{}}
}

// maxLosses is how many losses of one text are told.
const maxLosses = 100

// lose tells what is not carried over, once for each kind of it.
func (c *converter) lose(line int, what, why string) {
	if key := what + "\x00" + why; !c.told[key] && len(c.losses) < maxLosses {
		c.told[key] = true
		c.losses = append(c.losses, Loss{Line: c.src.Line + line, What: what, Why: why})
	}
}

func (c *converter) loseTag(n *node, why string) {
	c.lose(n.line, fmt.Sprintf("<%s>", n.tag), why)
}
