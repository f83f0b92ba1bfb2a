// Package paths takes simulated learners through a course: those that its author
// wrote down in tests/paths.yaml, with the road that each should take, and many
// who go by chance. It tells what came out otherwise, and why.
package paths

import (
	"io/fs"

	"github.com/cairn-learn/cairn/course"
)

// File is where the learners of a course are written down.
const File = "tests/paths.yaml"

// Suite is the learners of one course.
type Suite struct {
	Learners []Learner
	Diags    []course.Diag // what is wrong with the file
}

// Learner is one simulated learner, as the author describes them.
type Learner struct {
	Name    string
	Line    int // where they begin
	Ask     map[string][]string
	Answers map[string][]Attempt // by question or task
	Expect  []Expectation        // in the order of the file
	Wrong   int                  // mistakes in how they are written; they are not sent on the way then
}

// Attempt is one thing done about a question.
type Attempt struct {
	Do     Doing
	Answer course.Answer // of Typed
	Said   string        // as it is written
	Line   int
}

// Doing is what an attempt is.
type Doing string

// What can be done about a question or a task.
const (
	Typed Doing = "" // the answer that is written out, typed or chosen
	Right Doing = "right"
	Wrong Doing = "wrong"
	Hint  Doing = "hint"
	Skip  Doing = "skip"
)

// Expectation is one thing that should come true.
type Expectation struct {
	Key   string   // one of Expectations
	Names []string // ids
	Lines []int    // of Names
	Yes   bool     // of finishes
	Bound Bound    // of minutes
	Line  int
}

// Bound is what a number of minutes is held against.
type Bound struct {
	Is      string // "<=", "<", ">=" or ">"
	Minutes float64
	Text    string // as it is written
}

// holds reports whether the minutes keep to the bound.
func (b Bound) holds(minutes float64) bool {
	switch b.Is {
	case "<=":
		return minutes <= b.Minutes
	case "<":
		return minutes < b.Minutes
	case ">=":
		return minutes >= b.Minutes
	}
	return minutes > b.Minutes
}

// Expectations are the keys of expect, in the order in which they are judged.
func Expectations() []string {
	return []string{"visits", "skips", "returns_to", "mixups", "right", "close", "spelling", "wrong", "finishes", "minutes"}
}

// Read reads the learners of a course from its files. A course without the file
// has none; the error says that the file cannot be read.
func Read(files fs.FS, c *course.Course) (Suite, error) {
	r := reader{course: c, names: namesOf(c)}
	return r.read(files)
}
