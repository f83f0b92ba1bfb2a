package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// room says how many cells the pictures of a text take; nil: they are told.
func (p *markdown) room(env Env) mdtext.Picture {
	if env.gallery == nil || env.gallery.inText() == PicturesWords {
		return nil
	}
	return func(url string, cols int) (int, int) {
		return env.gallery.fit(origin{p.file, url}, cols, pictureRows(env), env.gallery.inText())
	}
}

// pictureRows is how many lines a picture may take, so that some of the text
// around it stays in sight.
func pictureRows(env Env) int { return max(env.H*2/3, 3) }

// hang draws the pictures of a text into the room that was left for them.
func (p *markdown) hang(env Env, d *laid) {
	from := d.hung
	d.hung = len(d.Images)
	for _, img := range d.Images[from:] {
		drawn := env.gallery.rows(pictureKey{origin{p.file, img.URL}, img.Cols, img.Rows, env.gallery.inText()})
		if drawn == nil {
			continue
		}
		for i, row := range drawn.rows {
			at := img.Line + i
			if i >= img.Rows || at >= len(d.Lines) {
				break
			}
			d.Lines[at] += strings.Repeat(" ", max(img.Col-ansi.StringWidth(d.Lines[at]), 0)) + row
		}
	}
}
