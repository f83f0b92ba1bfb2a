package walk_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
	"github.com/cairn-learn/cairn/internal/crash"
)

// sample is a course with a question that is hard, a detour, and a lesson that
// no road leads to.
func sample(t *testing.T) *course.Course {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"course.yaml": "title: Sample\nskills:\n  one: One\n  two:\n    title: Two\n    needs: [one]\n" +
			"" +
			"path:\n  - one.md\n  - two.md\n  - { lesson: far.md, when: seen.help and not seen.one }\n",
		"one.md": "---\nskills: [one]\n---\n# One\n\nThe first text.\n\n## Question: What is one?\n<!-- id: what-one -->\n\n" +
			"- [x] Right\n- [ ] Wrong\n  > Detour: [Help](help.md)\n- [ ] Wrong too\n",
		"two.md":  "---\nskills: [two]\n---\n# Two\n\nThe second text.\n\n## Question: What is two?\n<!-- id: what-two -->\n\n- Answer: eleven\n",
		"help.md": "---\nkind: detour\nskills: [one]\n---\n# Help\n\nOnce more.\n",
		"far.md":  "# Far\n\nNobody comes here.\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c, diags, err := course.Load(files, "sample")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		t.Errorf("the course: %s", d)
	}
	return c
}

func through(t *testing.T, c *course.Course, workers int) walk.Report {
	t.Helper()
	r, err := walk.Through(context.Background(), c, walk.Options{Learners: 60, Seed: 1, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Learners come to the end, meet what is on their road, and miss what they do
// not know.
func TestThrough(t *testing.T) {
	r := through(t, sample(t), 0)
	if r.Finished != 1 || len(r.Stuck) > 0 {
		t.Errorf("%.2f of the learners come to the end; stuck: %v", r.Finished, r.Stuck)
	}
	if !slices.Equal(r.Never, []string{"far"}) {
		t.Errorf("nobody meets %v, want far alone", r.Never)
	}
	met := map[string]float64{}
	for _, l := range r.Lessons {
		met[l.ID] = l.Met
	}
	if met["one"] != 1 || met["two"] != 1 || met["help"] <= 0 || met["help"] >= 0.9 {
		t.Errorf("lessons are met by %v", met)
	}
	if len(r.Questions) != 2 || r.Questions[0].Wrong < r.Questions[1].Wrong || r.Questions[0].Wrong == 0 {
		t.Errorf("questions: %+v", r.Questions)
	}
	if m := r.Minutes; m.Least <= 0 || m.Least > m.Low || m.Low > m.Middle || m.Middle > m.High || m.High > m.Most {
		t.Errorf("minutes: %+v", m)
	}
	if r.Road.Least < 2 || r.Road.Most != 3 {
		t.Errorf("lessons on the road: %+v", r.Road)
	}
}

// However the learners are spread over cores, the report is the same.
func TestSameReport(t *testing.T) {
	c := sample(t)
	var one, many bytes.Buffer
	if err := through(t, c, 1).WriteJSON(&one); err != nil {
		t.Fatal(err)
	}
	if err := through(t, c, 5).WriteJSON(&many); err != nil {
		t.Fatal(err)
	}
	if one.String() != many.String() {
		t.Error("one worker and five give different reports")
	}
}

// A learner who is told to stop stops.
func TestStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := walk.Through(ctx, sample(t), walk.Options{Learners: 3}); err == nil {
		t.Error("nobody stopped")
	}
}

// broken is a context with a fault.
type broken struct{ context.Context }

func (broken) Err() error { panic("\x1b[2J of a course") }

// A fault comes out of the walk, whichever learner met it. One that stays in a
// goroutine would end the program with its words as they are.
func TestAFaultComesOut(t *testing.T) {
	for _, workers := range []int{1, 4} {
		func() {
			defer func() {
				var f *crash.Fault
				if err, _ := recover().(error); workers > 1 && !errors.As(err, &f) {
					t.Errorf("%d workers: what came out is no fault that was caught", workers)
				}
			}()
			_, err := walk.Through(broken{context.Background()}, sample(t), walk.Options{Learners: 8, Workers: workers})
			t.Errorf("%d workers: the fault is gone, %v", workers, err)
		}()
	}
}
