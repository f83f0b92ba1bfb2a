// Shots turns what a terminal shows into a picture in SVG, for the README. It
// reads the screen as `tmux capture-pane -e -p` prints it and writes the
// picture to standard output:
//
//	tmux capture-pane -e -p | go run ./docs/shots -cols 80 -rows 24 > screen.svg
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

func main() {
	cols := flag.Int("cols", 80, "columns of the screen")
	rows := flag.Int("rows", 24, "rows of the screen")
	light := flag.Bool("light", false, "a light terminal")
	title := flag.String("title", "", "what the picture shows, for readers who cannot see it")
	flag.Parse()
	capture, err := io.ReadAll(os.Stdin)
	if err == nil {
		err = draw(os.Stdout, string(capture), *cols, *rows, ground(*light), *title)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

// The size of a cell, and the margin around the screen, in pixels.
const (
	cellW  = 9
	cellH  = 20
	margin = 14
)

// draw writes the picture of a screen.
func draw(w io.Writer, capture string, cols, rows int, base palette, title string) error {
	b := &bytes.Buffer{}
	width, height := cols*cellW+2*margin, rows*cellH+2*margin
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">`+"\n", width, height, width, height)
	fmt.Fprintf(b, "<title>%s</title>\n", escape(title))
	fmt.Fprintf(b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", base.bg)
	fmt.Fprintf(b, `<g font-family="ui-monospace,'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="15" fill="%s" xml:space="preserve">`+"\n", base.fg)
	for y, row := range parse(capture, cols, rows, base) {
		for _, r := range row {
			drawRun(b, r, y, base)
		}
	}
	b.WriteString("</g>\n</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

// run is text of one style, where it stands in its row, and the width of its
// ground.
type run struct {
	text     string
	x, width int
	style    style
}

// parse cuts a capture into runs. A row that ends on a coloured ground is
// cleared to its end by programs, but captured only up to its text: it gets the
// width of the widest row on that ground.
func parse(capture string, cols, rows int, base palette) [][]run {
	lines := strings.Split(strings.TrimSuffix(capture, "\n"), "\n")
	screen := make([][]run, min(rows, len(lines)))
	edges := map[string]int{}
	st := style{}
	for y := range screen {
		x := 0
		for line := lines[y]; line != "" && x < cols; {
			if n := st.take(line); n > 0 {
				line = line[n:]
				continue
			}
			end := strings.IndexByte(line, '\x1b')
			if end < 0 {
				end = len(line)
			}
			r := run{line[:end], x, displaywidth.String(line[:end]), st}
			screen[y] = append(screen[y], r)
			x += r.width
			_, bg := st.colours(base)
			edges[bg] = max(edges[bg], x)
			line = line[end:]
		}
	}
	for _, row := range screen {
		if len(row) == 0 {
			continue
		}
		last := &row[len(row)-1]
		_, bg := last.style.colours(base)
		last.width = edges[bg] - last.x
	}
	return screen
}

// drawRun draws a run. Each word is placed by itself, so that a reader's font
// does not shift the columns.
func drawRun(b *bytes.Buffer, r run, y int, base palette) {
	fg, bg := r.style.colours(base)
	if bg != base.bg {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n",
			margin+r.x*cellW, margin+y*cellH, r.width*cellW, cellH, bg)
	}
	attrs := r.style.attributes()
	if fg != base.fg {
		attrs += fmt.Sprintf(` fill="%s"`, fg)
	}
	x := r.x
	for _, word := range words(r.text) {
		n := displaywidth.String(word)
		if word[0] != ' ' || r.style.on[underline] || r.style.on[strike] {
			fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs"%s>%s</text>`+"\n",
				margin+x*cellW, margin+y*cellH+15, n*cellW, attrs, escape(word))
		}
		x += n
	}
}

// words cuts text into words and the spaces between them.
func words(text string) []string {
	var list []string
	for text != "" {
		blank := text[0] == ' '
		end := strings.IndexFunc(text, func(r rune) bool { return (r == ' ') != blank })
		if end < 0 {
			end = len(text)
		}
		list = append(list, text[:end])
		text = text[end:]
	}
	return list
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
