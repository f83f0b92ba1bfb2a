package cohort

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// WriteCSV prints the report in one table of many rows, one for each figure:
// course, part, id, rev, detail, measure and value. A value that is not told is
// empty. A text that a spreadsheet would take for a formula is led by an
// apostrophe; figures are not.
func (r Report) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"course", "part", "id", "rev", "detail", "measure", "value"}}
	for _, c := range r.Courses {
		head := func(measure string, n Count) []string {
			return []string{inert(c.ID), "course", "", "", "", measure, counted(n).csv}
		}
		rows = append(rows, head("learners", c.Learners), head("finished", c.Finished))
		for _, t := range c.tables() {
			for _, l := range t.rows {
				for i, cell := range l.cells {
					value := cell.csv
					if cell.words {
						value = inert(value)
					}
					rows = append(rows, []string{inert(c.ID), t.part, inert(l.keys[0]), inert(l.keys[1]), inert(l.keys[2]), t.names[i], value})
				}
			}
		}
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("printing the report: %w", err)
	}
	return nil
}

// inert is a text that no spreadsheet calculates, whatever stands in it. The
// signs are those that OWASP names for CSV injection, also behind spaces and in
// their wide forms.
func inert(s string) string {
	if strings.ContainsAny(s, "\t\r\n") || strings.IndexAny(strings.TrimLeft(s, " \u00a0\u3000"), "=+-@|%\uff1d\uff0b\uff0d\uff20\u2212") == 0 {
		return "'" + strings.NewReplacer("\t", " ", "\r", " ", "\n", " ").Replace(s)
	}
	return s
}
