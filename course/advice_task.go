package course

import (
	"slices"
	"strings"
)

// alike gives advice on checks of a task that learners cannot tell apart: both are
// told as they stand, and say the same.
func alike(t *Task) []Diag {
	seen := map[string]bool{}
	for _, c := range t.Checks {
		told := toldAs(c)
		if told != "" && seen[told] {
			return []Diag{advice(codeChecksAlike, c.Pos, "learners are told the same of this check as of one above", "say what it wants in a few words: title: there is a label for rye")}
		}
		seen[told] = true
	}
	return nil
}

// toldAs is what learners can read of a check: nothing of a pattern, which says
// nothing to them. It is empty for a check that is told in words of the author's.
func toldAs(c Check) string {
	if c.Title != "" || c.Kind == CheckAsk {
		return ""
	}
	parts := []string{string(c.Kind), c.What}
	for _, e := range c.Expect {
		part := e.Name + " " + e.Text
		switch e.Name {
		case "matches", "stderr-matches":
			part = e.Name
		case "message", "log":
			if strings.HasPrefix(e.Text, "/") {
				part = e.Name
			}
		case "json":
			at, _, _ := e.JSON()
			part = e.Name + " " + strings.Join(at, ".")
		}
		parts = append(parts, part)
	}
	slices.Sort(parts[2:])
	return strings.Join(parts, "\n")
}
