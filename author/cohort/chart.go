package cohort

import (
	"fmt"
	"strings"
)

// The measures of a chart, in its own units.
const (
	chartWidth = 740
	chartLabel = 260 // for the names of bars
	chartValue = 60  // for the figures behind them
	chartRow   = 22
	chartBar   = 14
	mostBars   = 60
	widestBar  = 32 // cells of a name
)

// bars draws the measure of a table that its chart is of, a bar for each row, as
// a picture in SVG. A row whose figure is not told has no bar. A screen reader is
// told that the table has it all.
func (t table) bars() string {
	full := t.of
	for _, l := range t.rows {
		if v := l.cells[t.chart-1].value; v != nil {
			full = max(full, *v)
		}
	}
	if full <= 0 {
		return ""
	}
	rows := t.rows[:min(len(t.rows), mostBars)]
	height := chartRow * len(rows)
	var b strings.Builder
	fmt.Fprintf(&b, "<svg class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">\n",
		chartWidth, height, chartWidth, height, escaped(fmt.Sprintf("Bars: %s, %s. The table below has the same figures.", t.title, t.heads[t.chart-1])))
	for i, l := range rows {
		c := l.cells[t.chart-1]
		y := i * chartRow
		fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n", chartLabel-8, y+15, escaped(cut(l.label, widestBar)))
		length := 0.0
		if c.value != nil {
			length = *c.value / full * (chartWidth - chartLabel - chartValue)
			fmt.Fprintf(&b, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n", chartLabel, y+(chartRow-chartBar)/2, length, chartBar)
		}
		said := c.text
		if said == "" {
			said = "–"
		}
		fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%d\">%s</text>\n", chartLabel+length+6, y+15, escaped(said))
	}
	b.WriteString("</svg>\n")
	if more := len(t.rows) - len(rows); more > 0 {
		fmt.Fprintf(&b, "<p class=\"about\">Drawn are the first %d; the table has %d more.</p>\n", len(rows), more)
	}
	return b.String()
}
