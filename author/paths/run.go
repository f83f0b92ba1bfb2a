package paths

import (
	"context"
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
	"github.com/cairn-learn/cairn/internal/each"
)

// Options say what is run.
type Options struct {
	Run      *regexp.Regexp // only the tests whose name it matches; nil: all
	Learners int            // of the random walks; 0: there are none
	Seed     uint64         // decides what the random walks do
}

// Result is what came of the tests of a course.
type Result struct {
	Course  string       `json:"course"` // id
	Title   string       `json:"title"`
	Passed  int          `json:"passed"`
	Failed  int          `json:"failed"`
	Skipped int          `json:"skipped,omitempty"` // tests that could not be tried here
	Tests   []Test       `json:"tests"`             // in the order of the file, then the random walks
	Walks   *walk.Report `json:"walks,omitempty"`
	Seed    uint64       `json:"seed"`
}

// Test is one line of the result.
type Test struct {
	Name     string     `json:"name"`
	OK       bool       `json:"ok"`
	Skipped  string     `json:"skipped,omitempty"` // why it was not tried; it is neither ok nor failed
	Line     int        `json:"line,omitempty"`    // in tests/paths.yaml; of random walks 0
	Lessons  int        `json:"lessons,omitempty"`
	Minutes  float64    `json:"minutes,omitempty"`
	Note     string     `json:"note,omitempty"`
	Failures []Failure  `json:"failures,omitempty"`
	Refused  []string   `json:"refused,omitempty"` // FILE:LINE and what happened, for the random walks
	Road     []Waypoint `json:"road,omitempty"`
	Unused   []string   `json:"unused,omitempty"` // questions whose answers did not all come up
}

// Of random walks there are these tests.
const (
	testEnds    = "walks: everybody comes to the end"
	testCircles = "walks: nobody goes in a circle"
	testAnswers = "walks: no right answer is refused"
)

// SkipTask adds a task that could not be tried here, and why.
func (r *Result) SkipTask(id, why string) {
	r.Tests = append(r.Tests, Test{Name: "task " + id, Skipped: why})
	r.Skipped++
}

// AddTask adds what came of a task that was tried beside the learners: what is
// wrong with it, sentence by sentence.
func (r *Result) AddTask(id, note string, wrong []string) {
	t := Test{Name: "task " + id, OK: len(wrong) == 0, Note: note}
	for _, w := range wrong {
		t.Failures = append(t.Failures, Failure{Key: "task", Want: "that it can be done", Got: w})
	}
	r.Tests = append(r.Tests, t)
	if t.OK {
		r.Passed++
		return
	}
	r.Failed++
}

// restlessPart is how many learners come to one who does what comes to mind.
const restlessPart = 5

// Run takes the learners of the suite through the course, and then many by
// chance, side by side. It is the same each time for the same seed. The error
// says that the context ended.
func Run(ctx context.Context, c *course.Course, s Suite, o Options) (Result, error) {
	r := Result{Course: c.ID, Title: c.Title, Seed: o.Seed, Tests: []Test{}}
	var learners []Learner
	for _, l := range s.Learners {
		if o.Run == nil || o.Run.MatchString(l.Name) {
			learners = append(learners, l)
		}
	}
	tests, failed := make([]Test, len(learners)), make([]error, len(learners))
	names := namesOf(c)
	var next atomic.Int64
	each.Of(min(runtime.GOMAXPROCS(0), len(learners)), func(int) {
		for i := int(next.Add(1)) - 1; i < len(learners); i = int(next.Add(1)) - 1 {
			tests[i], failed[i] = one(ctx, c, names, learners[i])
		}
	})
	for _, err := range failed {
		if err != nil {
			return r, err
		}
	}
	r.Tests = append(r.Tests, tests...)
	if err := r.walk(ctx, c, o); err != nil {
		return r, err
	}
	for _, t := range r.Tests {
		if t.OK {
			r.Passed++
		} else {
			r.Failed++
		}
	}
	return r, nil
}

// one takes one learner through the course.
func one(ctx context.Context, c *course.Course, n names, l Learner) (Test, error) {
	t := Test{Name: l.Name, Line: l.Line}
	if l.Wrong > 0 {
		t.Note = "not run: it is written with mistakes"
		return t, nil
	}
	j, err := travel(ctx, c, l)
	if err != nil {
		return t, fmt.Errorf("taking the learner %q through the course: %w", l.Name, err)
	}
	v := &view{course: c, names: n, learner: l, journey: j}
	t.Failures, t.Road, t.Unused = v.judge(), v.road(len(j.Marks)), j.unused
	t.OK, t.Lessons, t.Minutes = len(t.Failures) == 0, len(j.Lessons()), tenths(j.Took.Minutes())
	return t, nil
}

func tenths(x float64) float64 { return float64(int(x*10+0.5)) / 10 }

// walk sends learners by chance.
func (r *Result) walk(ctx context.Context, c *course.Course, o Options) error {
	wanted := func(name string) bool { return o.Learners > 0 && (o.Run == nil || o.Run.MatchString(name)) }
	if !wanted(testEnds) && !wanted(testCircles) && !wanted(testAnswers) {
		return nil
	}
	report, err := walk.Through(ctx, c, walk.Options{Learners: o.Learners, Restless: o.Learners / restlessPart, Seed: o.Seed})
	if err != nil {
		return err
	}
	r.Walks = &report
	refused, tried := walk.Refused(c)
	for _, t := range walked(report, refused, tried, o) {
		if wanted(t.Name) {
			r.Tests = append(r.Tests, t)
		}
	}
	return nil
}

// walked is what the random walks found, as tests.
func walked(report walk.Report, refused []walk.Refusal, tried int, o Options) []Test {
	ends, circles, answers := Test{Name: testEnds}, Test{Name: testCircles}, Test{Name: testAnswers}
	ends.Note = fmt.Sprintf("%d learners, seed %d", o.Learners, o.Seed)
	for _, s := range report.Stuck {
		t, says := &ends, "could not go on"
		if s.Circle {
			t, says = &circles, "went on and came to nothing new"
		}
		t.Failures = append(t.Failures, Failure{Key: "end", Want: "a way on", Got: fmt.Sprintf("%s %s at %s", counted(s.Learners, "learner"), says, s.Place)})
	}
	answers.Note = counted(tried, "answer") + ", in the forms that people type"
	seen := map[string]bool{}
	for _, f := range append(refused, report.Refused...) {
		line := sayRefusal(f)
		if !seen[line] {
			seen[line] = true
			answers.Refused = append(answers.Refused, line)
		}
	}
	tests := []Test{ends, circles, answers}
	for i := range tests {
		tests[i].OK = len(tests[i].Failures)+len(tests[i].Refused) == 0
	}
	return tests
}

// counted is a number of things in English.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func sayRefusal(f walk.Refusal) string {
	how := ""
	if f.How != "" {
		how = " (" + f.How + ")"
	}
	return fmt.Sprintf("%s:%d: %s: %s%s counts as %s", f.Pos.File, f.Pos.Line, f.Question, named(f.Given), how, strings.TrimSpace(f.Became))
}
