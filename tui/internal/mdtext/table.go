package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// cell is one cell of a table.
type cell struct {
	runs    []run
	width   int // of its text on one line
	longest int // its widest word
}

// grid is a table before it is drawn. Rows without any text are left out.
type grid struct {
	rows   [][]cell
	header int // rows of the header: 1, or 0 when it is empty
	align  []extast.Alignment
}

// table draws a table as wide as its text, or narrower with its cells wrapped,
// or, where that would be too narrow to read or with Options.Rows, each row as a
// list of labelled cells.
func (l *layouter) table(n *extast.Table) {
	g := l.grid(n)
	if len(g.rows) == 0 {
		return
	}
	widths, ok := g.fit(l.width - max(l.indent, l.firstWidth()))
	if !ok || l.opt.Rows {
		l.stacked(g)
		return
	}
	drawn := make([][][]Line, len(g.rows))
	wrapped := false
	for i, row := range g.rows {
		drawn[i] = l.wrapRow(row, widths)
		wrapped = wrapped || i >= g.header && height(drawn[i]) > 1
	}
	for i, row := range drawn {
		if i > 0 && (i == g.header || wrapped) {
			l.tableRule(widths)
		}
		l.tableRow(row, widths, g.align)
	}
}

func (l *layouter) grid(n *extast.Table) grid {
	g := grid{align: n.Alignments}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		_, header := r.(*extast.TableHeader)
		row := make([]cell, 0, len(n.Alignments))
		blank := true
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			row = append(row, l.cell(c, header))
			blank = blank && len(row[len(row)-1].runs) == 0
		}
		if blank {
			continue
		}
		g.rows = append(g.rows, row)
		if header {
			g.header = 1
		}
	}
	return g
}

func (l *layouter) cell(n ast.Node, header bool) cell {
	look := Body
	if header {
		look = Strong
	}
	c := collector{lay: l}
	c.all(n, look)
	runs := trimRuns(c.runs)
	width, longest := measure(runs)
	return cell{runs: runs, width: width, longest: longest}
}

// measure returns the width of runs on one line and that of their widest word.
func measure(runs []run) (width, longest int) {
	line, word := 0, 0
	for _, r := range runs {
		switch {
		case r.text == hardBreak:
			line, word = 0, 0
		case r.glue:
			n := cells(r.text)
			line, word = line+n, word+n
			longest = max(longest, word)
		default:
			line += cells(r.text)
			for i, part := range strings.Split(r.text, " ") {
				if i > 0 {
					word = 0
				}
				word += cells(part)
				longest = max(longest, word)
			}
		}
		width = max(width, line)
	}
	return width, longest
}

const (
	gutter     = 3  // cells between two columns
	longWord   = 20 // a longer word may be broken in a narrow column
	readable   = 20 // cells that a column of prose needs
	tallestRow = 3  // lines of prose in a narrower column
)

// fit gives the columns their widths within room cells. It fails when they
// would be too narrow to read.
func (g grid) fit(room int) ([]int, bool) {
	columns := len(g.align)
	widths, least := make([]int, columns), make([]int, columns)
	sum, sumLeast := 0, 0
	for c := range columns {
		for _, row := range g.rows {
			if c < len(row) {
				widths[c] = max(widths[c], row[c].width)
				least[c] = max(least[c], min(row[c].longest, longWord))
			}
		}
		widths[c], least[c] = max(widths[c], 1), max(least[c], 1)
		sum += widths[c]
		sumLeast += least[c]
	}
	room -= gutter * (columns - 1)
	if sum <= room {
		return widths, true
	}
	if sumLeast > room {
		return nil, false
	}
	spare, want := room-sumLeast, sum-sumLeast
	for c := range columns {
		w := least[c] + spare*(widths[c]-least[c])/want
		if w < readable && widths[c] > tallestRow*w {
			return nil, false
		}
		widths[c] = w
	}
	return widths, true
}

// cellLines takes the lines of a cell.
type cellLines struct{ lines []Line }

func (c *cellLines) begin() (Line, int) { return nil, 0 }
func (c *cellLines) end(line Line)      { c.lines = append(c.lines, trimRight(line)) }

func (l *layouter) wrapRow(row []cell, widths []int) [][]Line {
	lines := make([][]Line, len(widths))
	for c := range min(len(row), len(widths)) {
		if len(row[c].runs) == 0 {
			continue
		}
		var out cellLines
		w := wrapper{limit: widths[c], out: &out}
		w.wrap(row[c].runs)
		lines[c] = out.lines
	}
	return lines
}

func height(row [][]Line) int {
	h := 1
	for _, lines := range row {
		h = max(h, len(lines))
	}
	return h
}

func (l *layouter) tableRow(row [][]Line, widths []int, align []extast.Alignment) {
	for i := range height(row) {
		line, _ := l.begin()
		for c, w := range widths {
			if c > 0 {
				line = append(line, Span{Text: l.signs.column, Look: Border})
			}
			var text Line
			if i < len(row[c]) {
				text = row[c][i]
			}
			before, after := padding(w-lineCells(text), align[c])
			line = append(line, before...)
			line = append(line, text...)
			line = append(line, after...)
		}
		l.end(line)
	}
}

// padding splits the free cells of a table cell between its sides.
func padding(free int, align extast.Alignment) (before, after Line) {
	left := 0
	switch align {
	case extast.AlignRight:
		left = free
	case extast.AlignCenter:
		left = free / 2
	}
	return spaces(left), spaces(free - left)
}

func spaces(n int) Line {
	if n <= 0 {
		return nil
	}
	return Line{{Text: strings.Repeat(" ", n)}}
}

func lineCells(line Line) int {
	n := 0
	for _, s := range line {
		n += cells(s.Text)
	}
	return n
}

func (l *layouter) tableRule(widths []int) {
	var b strings.Builder
	for c, w := range widths {
		if c > 0 {
			b.WriteString(l.signs.cross)
		}
		b.WriteString(strings.Repeat(l.signs.rule, w))
	}
	line, _ := l.begin()
	l.end(append(line, Span{Text: b.String(), Look: Border}))
}

// stacked draws each row as a block of cells, each behind its column's title.
func (l *layouter) stacked(g grid) {
	var header []cell
	rows := g.rows
	if g.header == 1 && len(rows) > 1 {
		header, rows = rows[0], rows[1:]
	}
	start := len(l.doc.Lines)
	for _, row := range rows {
		l.separate(start)
		for c, cell := range row {
			if len(cell.runs) == 0 {
				continue
			}
			var runs []run
			if c < len(header) && len(header[c].runs) > 0 {
				runs = append(runs, header[c].runs...)
				runs = append(runs, run{text: ": ", look: Strong})
			}
			l.push(Span{}, Span{Text: "  "})
			l.emit(append(runs, cell.runs...))
			l.pop()
		}
	}
}
