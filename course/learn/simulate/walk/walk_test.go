package walk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate"
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

// TestStopAtOnce: who is not on the way yet does not begin.
func TestStopAtOnce(t *testing.T) {
	const most = 10 * time.Second // of what takes milliseconds
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	began := time.Now()
	if _, err := walk.Through(ctx, sample(t), walk.Options{Learners: 2_000_000, Seed: 1}); !errors.Is(err, context.Canceled) || time.Since(began) > most {
		t.Errorf("%v after %v", err, time.Since(began))
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

// Each stated answer is tried in the forms in which people type it, and one that
// its question refuses is told with its place, also where it comes up on the way.
func TestRefused(t *testing.T) {
	c := sample(t)
	if list, tried := walk.Refused(c); len(list) > 0 || tried < 5 {
		t.Fatalf("%d tried, refused %+v", tried, list)
	}
	c.Lesson("one").EachBlock(func(b course.Block) {
		if q, ok := b.(*course.Question); ok {
			q.Form.(*course.Options).List[0].Right = false // nothing that can be chosen is right any more
		}
	})
	list, _ := walk.Refused(c)
	if len(list) != 1 || list[0].Question != "what-one" || list[0].Pos.File != "one.md" || list[0].Pos.Line != 8 {
		t.Errorf("refused are %+v", list)
	}
	if r := through(t, c, 0); len(r.Refused) == 0 {
		t.Error("nobody was refused on the way")
	}
}

// A learner who takes the same lesson again and again goes in a circle.
func TestCircle(t *testing.T) {
	c := sample(t)
	trail, err := walk.Along(context.Background(), c, walk.Trip{Choose: func(st learn.Step, _ simulate.Moment) learn.Action {
		if s, ok := st.(learn.Summary); ok {
			return learn.Redo{ID: s.Lesson.ID}
		}
		if q, ok := st.(learn.Answering); ok {
			return learn.Submit{Answer: q.Question.Solution()}
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	if trail.End != walk.EndCircle || trail.Where == "" {
		t.Errorf("the learner came to the end %q at %q", trail.End, trail.Where)
	}
}

// A lesson takes as long as its author says, however much it holds; a wrong
// answer takes longer.
func TestMinutes(t *testing.T) {
	took := func(minutes int, right bool) float64 {
		c := sample(t)
		c.Lesson("one").Minutes, c.Lesson("two").Minutes = minutes, minutes
		missed := map[string]bool{}
		trail, err := walk.Along(context.Background(), c, walk.Trip{Choose: func(st learn.Step, _ simulate.Moment) learn.Action {
			q, ok := st.(learn.Answering)
			if !ok {
				return nil
			}
			if !right && !missed[q.Question.ID] {
				missed[q.Question.ID] = true
				return learn.Submit{Answer: walk.Mistakes(q.Question)[0]}
			}
			return learn.Submit{Answer: q.Question.Solution()}
		}})
		if err != nil || trail.End != walk.EndFinished {
			t.Fatal(trail.End, err)
		}
		return trail.Took.Minutes()
	}
	if got := took(10, true); got < 17 || got > 23 {
		t.Errorf("two lessons of ten minutes take %.1f", got)
	}
	if short, long := took(2, true), took(10, false); short > 6 || long < 24 {
		t.Errorf("two lessons of two minutes take %.1f; with misses, two of ten take %.1f", short, long)
	}
}

// Restless learners come to the end too, and are not counted among the others.
func TestRestless(t *testing.T) {
	r, err := walk.Through(context.Background(), sample(t), walk.Options{Learners: 20, Restless: 40, Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	if r.Learners != 20 || len(r.Stuck) > 0 || r.Finished != 1 {
		t.Errorf("of %d learners %.2f come to the end; stuck: %v", r.Learners, r.Finished, r.Stuck)
	}
	if !slices.Equal(r.Never, []string{"far"}) {
		t.Errorf("nobody meets %v; a restless learner who opens a lesson is not counted", r.Never)
	}
}

// A long road is no circle.
func TestLongRoad(t *testing.T) {
	files := fstest.MapFS{}
	for i := range 600 {
		files[fmt.Sprintf("l%03d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "# Lesson %d\n\nText.\n", i)}
	}
	c, _, err := course.Load(files, "long")
	if err != nil {
		t.Fatal(err)
	}
	trail, err := walk.Along(context.Background(), c, walk.Trip{Choose: func(learn.Step, simulate.Moment) learn.Action { return nil }})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(trail.Lessons()); trail.End != walk.EndFinished || n != 600 {
		t.Errorf("after %d lessons the learner came to the end %q at %q", n, trail.End, trail.Where)
	}
}
