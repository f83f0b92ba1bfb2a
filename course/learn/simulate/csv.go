package simulate

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// WriteCSV prints every cell as one row, with all its metrics.
func (r Report) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	head := []string{"experiment", "world", "holdout", "known", "skills", "minutes_a_day", "days", "policy", "learners"}
	for m := range metrics {
		head = append(head, m.String())
	}
	rows := [][]string{append(head, "delayed_error", "forecast_inside", "forecast_early", "forecast_late", "forecast_kept", "forecast_day", "forecast_width")}
	for _, e := range Experiments() {
		for _, cell := range r.Results[e] {
			row := []string{
				string(e), cell.World.Name, strconv.FormatBool(cell.World.Holdout), number(cell.Known),
				strconv.Itoa(cell.kind().size), number(cell.Plan.Daily), strconv.Itoa(cell.Plan.Days), cell.Policy.Name, strconv.Itoa(cell.N),
			}
			for m := range metrics {
				row = append(row, number(cell.Mean(m)))
			}
			rows = append(rows, append(row, number(cell.Error()), "", "", "", "", "", ""))
		}
	}
	for _, f := range r.Forecasts {
		row := []string{string(Forecasts), f.World.Name, strconv.FormatBool(f.World.Holdout), number(f.Known), strconv.Itoa(usualSize), "", "", Recommended, strconv.Itoa(f.Made)}
		for range metrics {
			row = append(row, "")
		}
		rows = append(rows, append(row, "", strconv.Itoa(f.Inside), strconv.Itoa(f.Early), strconv.Itoa(f.Late), number(f.Keeps), strconv.Itoa(f.Day), number(f.Width())))
	}
	if err := c.WriteAll(rows); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }
