package paths_test

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/paths"
)

// TestTasksAmongTheTests: a task that could not be tried is neither passed nor
// failed, in any format.
func TestTasksAmongTheTests(t *testing.T) {
	r := paths.Result{Course: "x"}
	r.AddTask("a", "2 checks", nil)
	r.AddTask("b", "1 check", []string{"all its checks hold before anything is done"})
	r.SkipTask("c", "there is no rustc on this machine")
	var text, junit, json strings.Builder
	for _, err := range []error{r.WriteText(&text, false), r.WriteJUnit(&junit), r.WriteJSON(&json, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for out, wants := range map[string][]string{
		text.String():  {"ok    task a", "FAIL  task b", "skip  task c                                        there is no rustc on this machine\n", "1 passed, 1 failed, 1 not tried"},
		junit.String(): {`tests="3" failures="1" errors="0" skipped="1"`, `<skipped message="there is no rustc on this machine">`},
		json.String():  {`"skipped": 1`, `"skipped": "there is no rustc on this machine"`},
	} {
		for _, want := range wants {
			if !strings.Contains(out, want) {
				t.Errorf("there is no %s in\n%s", want, out)
			}
		}
	}
	if n := strings.Count(junit.String(), "<failure"); n != 1 {
		t.Errorf("%d failures in\n%s", n, junit.String())
	}
}
