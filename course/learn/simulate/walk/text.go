package walk

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// hardest is how many questions the text names.
const hardest = 10

// WriteJSON prints the report for programs.
func (r Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// WriteText prints the report for authors.
func (r Report) WriteText(w io.Writer) error {
	var failed error
	line := func(format string, args ...any) {
		if failed == nil {
			_, failed = fmt.Fprintln(w, textsafe.Line(fmt.Sprintf(format, args...)))
		}
	}
	line("%s: %d simulated learners", r.Title, r.Learners)
	line("They know skills or do not, and guess at the rest. People differ: take the figures as hints.")
	line("")
	line("come to the end   %s", percent(r.Finished))
	line("minutes           half need %.0f; one in ten less than %.0f, one in ten more than %.0f", r.Minutes.Middle, r.Minutes.Low, r.Minutes.High)
	line("lessons met       %.0f on the shortest road, %.0f on the longest, half meet %.0f", r.Road.Least, r.Road.Most, r.Road.Middle)
	line("")
	line("Lessons, and who meets them")
	for _, l := range r.Lessons {
		note := ""
		if l.Met == 0 {
			note = "  nobody"
		}
		line("  %6s  %-9s %s%s", percent(l.Met), l.Kind, l.ID, note)
	}
	line("")
	line("Questions with the most wrong tries")
	for _, q := range r.Questions[:min(hardest, len(r.Questions))] {
		line("  %6.2f  %s, met by %s", q.Wrong, q.ID, percent(q.Met))
	}
	if len(r.Detours) > 0 {
		line("")
		line("Detours taken")
		for _, d := range r.Detours {
			line("  %6s  %s", percent(d.Taken), d.Lesson)
		}
	}
	if len(r.Stuck) > 0 {
		line("")
		line("Where learners did not get any further")
		for _, s := range r.Stuck {
			line("  %6d  %s", s.Learners, s.Place)
		}
	}
	return failed
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }
