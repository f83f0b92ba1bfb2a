package course

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestAnswersDoc runs the examples of docs/answers.md: a block of stated
// answers, then a table of what is typed and what comes of it; and the table of
// ranges.
func TestAnswersDoc(t *testing.T) {
	src, err := os.ReadFile("../docs/answers.md")
	if err != nil {
		t.Fatal(err)
	}
	var q *Question
	rows := 0
	for i, line := range strings.Split(string(src), "\n") {
		switch {
		case line == "```markdown":
			q = newTyped()
		case strings.HasPrefix(line, "- "):
			if q != nil {
				if err := stateLine(q, line[2:], i+1); err != nil {
					t.Errorf("answers.md:%d: %v", i+1, err)
				}
			}
		case strings.HasPrefix(line, "#"):
			q = nil
		case strings.HasPrefix(line, "| `") && q != nil:
			rows++
			cells := strings.Split(strings.Trim(line, "| "), " | ")
			if got := outcomeOf(q, strings.Trim(cells[0], "`")); got != cells[1] {
				t.Errorf("answers.md:%d: %s\n got %s\nwant %s", i+1, cells[0], got, cells[1])
			}
		case strings.HasPrefix(line, "| `") && strings.Contains(line, "| from "):
			rows++
			checkRange(t, line)
		}
	}
	if rows < 35 {
		t.Errorf("only %d examples were read", rows)
	}
}

// checkRange checks a row such as "| `3 to 4`, `3 – 4` | from 3 to 4 |".
func checkRange(t *testing.T, line string) {
	t.Helper()
	cells := strings.Split(strings.Trim(line, "| "), " | ")
	var low, high float64
	if _, err := fmt.Sscanf(strings.ReplaceAll(cells[1], ",", ""), "from %g to %g", &low, &high); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	for i, form := range strings.Split(cells[0], "`") {
		if i%2 == 0 {
			continue
		}
		accepts, _ := parseAccepts(form, false, Pos{})
		if len(accepts) != 1 || !within(low, accepts[0].Low, accepts[0].Low) || !within(high, accepts[0].High, accepts[0].High) {
			t.Errorf("%s is read as %+v", form, accepts)
		}
	}
}
