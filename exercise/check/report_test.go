package check

import (
	"slices"
	"testing"

	"github.com/cairn-learn/cairn/course"
)

// TestWaits: the learner is asked what they saw once nothing is left that they could
// mend before.
func TestWaits(t *testing.T) {
	run, ask := course.Check{Kind: course.CheckRun}, course.Check{Kind: course.CheckAsk}
	keeps := course.Check{Kind: course.CheckAsk, Capture: "seen"}
	for name, c := range map[string]struct {
		checks []course.Check
		came   []Outcome
		want   bool
	}{
		"all else holds":            {[]course.Check{run, ask}, []Outcome{{Held: true}, {Open: true}}, true},
		"something is missing":      {[]course.Check{run, ask}, []Outcome{{Found: Found{Code: Missing}}, {Open: true}}, false},
		"a command ran into limits": {[]course.Check{run, ask}, []Outcome{{Found: Found{Code: Ended}}, {Open: true}}, false},
		"there is no git here":      {[]course.Check{run, ask}, []Outcome{{Found: Found{Code: NoGit}}, {Open: true}}, true},
		"nothing was run":           {[]course.Check{run, ask}, []Outcome{{Open: true}, {Open: true}}, true},
		"what is said is needed":    {[]course.Check{keeps, run}, []Outcome{{Open: true}, {Found: Found{Code: Missing}}}, true},
		"nothing is asked":          {[]course.Check{run}, []Outcome{{Held: true}}, false},
		"all is said":               {[]course.Check{run, ask}, []Outcome{{Held: true}, {Held: true}}, false},
	} {
		if got := (Report{Outcomes: c.came}).Waits(&course.Task{Checks: c.checks}); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
	wrong := Report{Outcomes: []Outcome{{Held: true}, {Found: Found{Code: Missing}}, {Open: true}}}
	if got := wrong.Sayable(&course.Task{Checks: []course.Check{ask, ask, ask}}); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("to say: %v", got)
	}
}
