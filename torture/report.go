package main

import (
	"fmt"
	"strings"
	"time"
)

// The report stands in the page between these two lines.
const (
	reportBegins = "<!-- figures: written by make torture -->"
	reportEnds   = "<!-- end of the figures -->"
)

const reportHeader = "| promise | tests | what was tried | came out | took | day |\n|---|---|---|---|---|---|\n"

// record puts what came of a trial into the page, in the place of what was
// there of the same tests, or at the end.
func record(page string, r result, now time.Time) (string, error) {
	before, rest, ok := strings.Cut(page, reportBegins+"\n")
	table, after, ok2 := strings.Cut(rest, reportEnds)
	if !ok || !ok2 {
		return "", fmt.Errorf("%s has no place for the figures: a line %q and one %q are wanted", reportFile, reportBegins, reportEnds)
	}
	rows := strings.Split(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(table), strings.TrimSpace(reportHeader))), "\n")
	name := r.name()
	row, found := r.row(now), false
	var kept []string
	for _, old := range rows {
		switch {
		case old == "":
		case strings.HasPrefix(old, name):
			kept, found = append(kept, row), true
		default:
			kept = append(kept, old)
		}
	}
	if !found {
		kept = append(kept, row)
	}
	return before + reportBegins + "\n\n" + reportHeader + strings.Join(kept, "\n") + "\n\n" + reportEnds + after, nil
}

// name is how the row of a trial begins.
func (t trial) name() string {
	return fmt.Sprintf("| %s | `%s %s` |", t.promise, t.pkg, strings.ReplaceAll(t.pattern, "|", `\|`))
}

func (r result) row(now time.Time) string {
	figures := strings.Join(r.figures, "; ")
	if figures == "" {
		figures = "no figure reported"
	}
	if len(r.skipped) > 0 {
		figures += "; not run here: " + strings.Join(r.skipped, ", ")
	}
	verdict := "held"
	if !r.passed {
		verdict = "**did not hold**"
	}
	return fmt.Sprintf("%s %s | %s | %s | %s |", r.name(), strings.ReplaceAll(figures, "|", `\|`), verdict, r.took.Round(time.Second), now.Format("2006-01-02"))
}
