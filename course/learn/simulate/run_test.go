package simulate_test

import (
	"bytes"
	"testing"

	"github.com/cairn-learn/cairn/course/learn/simulate"
)

// The same seed gives the same tables, byte for byte, however the work is
// spread; another seed gives others.
func TestSameSeedSameTable(t *testing.T) {
	report := func(seed uint64, workers int) string {
		o := simulate.Options{Learners: 55, Seed: seed, Workers: workers}
		scope := simulate.Scope{Worlds: simulate.Worlds()[7:]}
		var text bytes.Buffer
		r := simulate.Perform([]simulate.Experiment{simulate.Completion, simulate.Placement, simulate.Forecasts}, scope, o)
		if err := r.WriteText(&text); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteCSV(&text); err != nil {
			t.Fatal(err)
		}
		return text.String()
	}
	one, many := report(1, 1), report(1, 7)
	if one != many {
		t.Error("one worker and seven give different tables")
	}
	if one == report(2, 1) {
		t.Error("another seed gives the same table")
	}
}
