package paths

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
)

// Learners who do not come to the end, and right answers that are refused, fail
// the random walks; the engine gives no course in which that happens.
func TestWalked(t *testing.T) {
	report := walk.Report{Stuck: []walk.Stuck{{Place: "one (reading)", Learners: 1}, {Place: "two (summary)", Learners: 7, Circle: true}}}
	refused := []walk.Refusal{{Question: "grow", Given: "  gas ", How: "with spaces around it", Became: "wrong", Pos: course.Pos{File: "dough.md", Line: 7}}}
	report.Refused = refused // the same one came up on the way
	r := Result{Tests: walked(report, refused, 12, Options{Learners: 40, Seed: 3}), Failed: 3}
	var out strings.Builder
	if err := r.WriteText(&out, false); err != nil {
		t.Fatal(err)
	}
	const want = `FAIL  walks: everybody comes to the end             40 learners, seed 3
      1 learner could not go on at one (reading)
FAIL  walks: nobody goes in a circle
      7 learners went on and came to nothing new at two (summary)
FAIL  walks: no right answer is refused             12 answers, in the forms that people type
      dough.md:7: grow: "gas" (with spaces around it) counts as wrong

0 passed, 3 failed
`
	if out.String() != want {
		t.Errorf("printed is\n%s\nwant\n%s", &out, want)
	}
}
