package solve

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise/code"
)

// TestTasksPage reads each example of docs/authoring/tasks.md as a course of its own,
// in which nothing is wrong, and proves its tasks.
func TestTasksPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/authoring/tasks.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?ms)^````markdown\n(.*?)^````$").FindAllStringSubmatch(string(page), -1)
	if len(blocks) < 4 {
		t.Fatalf("the page has %d examples", len(blocks))
	}
	proved := 0
	for _, b := range blocks {
		c, findings, err := course.Inspect(fstest.MapFS{"one.md": {Data: []byte(b[1])}}, "example")
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range findings {
			t.Errorf("%s (%s)\n%s", d, d.Hint, b[1])
		}
		proved += len(Solvable(c))
		if len(Solvable(c)) == 0 {
			continue
		}
		_, lesson, _ := strings.Cut(b[1], "\n\n")
		here := code.Machine{Look: exec.LookPath, Ask: func(program string, args ...string) (string, error) {
			out, err := exec.Command(program, args...).Output()
			return string(out), err
		}}
		if got := proofsOn(t, here, lesson, nil); strings.Contains(strings.ReplaceAll(got, "  not tried:", ""), "  ") {
			t.Errorf("%s\n%s", got, b[1])
		}
	}
	if proved < 3 {
		t.Errorf("the page has %d tasks that can be proved", proved)
	}
}
