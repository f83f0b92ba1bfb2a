// Package diagram reads diagrams written in Mermaid and draws them in cells, or
// tells them in words.
//
// It knows flowcharts, state diagrams and sequence diagrams, as far as text can
// show them: colours, links and styles are passed over. What it does not
// understand it does not guess: Parse says no, and the source is shown instead.
// Every label of the source is in the drawing, the list and the sentences.
package diagram

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Bounds on what is drawn. A larger diagram is told in words, and one that is
// larger still is not read.
const (
	maxSource = 64 << 10 // bytes
	maxDrawn  = 200      // boxes, or messages of a sequence
	maxParts  = 2000     // boxes and arrows, or lines of a sequence
	maxHeight = 400      // lines of a drawing
)

// Diagram is a diagram that was read. It is never changed.
type Diagram struct {
	title    string
	graph    *graph
	sequence *sequence
}

// Parse reads a diagram. ok is false where it is not one of those known, or not
// understood as a whole.
func Parse(source string) (d *Diagram, ok bool) {
	if len(source) > maxSource {
		return nil, false
	}
	title, lines := statements(source)
	if len(lines) == 0 {
		return nil, false
	}
	d = &Diagram{title: title}
	head, rest, _ := strings.Cut(lines[0], " ")
	switch head {
	case "flowchart", "graph", "flowchart-elk":
		d.graph, ok = parseFlow(strings.TrimSpace(rest), lines[1:])
	case "stateDiagram-v2", "stateDiagram":
		d.graph, ok = parseStates(lines[1:])
	case "sequenceDiagram":
		d.sequence, ok = parseSequence(lines[1:])
		if ok && d.sequence.title != "" {
			d.title = d.sequence.title
		}
	}
	return d, ok
}

// Draw draws the diagram in lines of at most width cells; ascii keeps to
// ASCII, labels aside. ok is false where it does not fit.
func (d *Diagram) Draw(width int, ascii bool, w *Words) (lines []string, ok bool) {
	if d.graph != nil {
		lines, ok = d.graph.draw(width, ascii, w)
	} else {
		lines, ok = d.sequence.draw(width, ascii)
	}
	if !ok || d.title == "" {
		return lines, ok
	}
	return append(wrap(d.title, width), append([]string{""}, lines...)...), true
}

// List tells the diagram in short lines, such as "A → B: label".
func (d *Diagram) List(ascii bool, w *Words) []string {
	arrows := *w
	join := func(sign string) func(from, to, label string) string {
		return func(from, to, label string) string {
			if label != "" {
				label = ": " + label
			}
			return from + " " + sign + " " + to + label
		}
	}
	arrows.Leads, arrows.Sends, arrows.Both, arrows.Joined = join("→"), join("→"), join("↔"), join("─")
	if ascii {
		arrows.Leads, arrows.Sends, arrows.Both, arrows.Joined = join("->"), join("->"), join("<->"), join("--")
	}
	return d.Sentences(&arrows)
}

// Sentences tells the diagram for readers who cannot see it, one sentence a
// line. Lines within a block of a sequence begin with two spaces for each.
func (d *Diagram) Sentences(w *Words) []string {
	var out []string
	if d.title != "" {
		out = append(out, d.title)
	}
	if d.graph != nil {
		return append(out, d.graph.sentences(w)...)
	}
	return append(out, d.sequence.sentences(w)...)
}

// cells returns the width of s in cells.
func cells(s string) int { return displaywidth.String(s) }

// wrap breaks a label into lines of at most width cells, between words where
// it can.
func wrap(label string, width int) []string {
	width = max(width, 1)
	var lines []string
	for part := range strings.SplitSeq(label, "\n") {
		line := ""
		for _, word := range strings.Fields(part) {
			if line != "" && cells(line)+1+cells(word) <= width {
				line += " " + word
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			for cells(word) > width {
				head := displaywidth.TruncateString(word, width, "")
				if head == "" {
					break
				}
				lines = append(lines, head)
				word = word[len(head):]
			}
			line = word
		}
		lines = append(lines, line)
	}
	return lines
}
