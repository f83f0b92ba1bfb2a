package cohort_test

import (
	"context"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
	"github.com/cairn-learn/cairn/courses"
)

// What is planted in the class that goes through the course on Git, to be found.
const (
	miskeyed   = "snap-2"            // the better a learner, the less likely to have it right
	easy       = "first-1"           // nearly all have it right
	hardOne    = "first-5"           // nearly nobody has
	odd        = "first-2"           // most who miss it give the same answer
	oddAnswer  = "git begin"         // this one
	afterwards = 0.95                // chance to answer right after a detour
	without    = 0.30                // and where it was passed over
	classOf    = 200                 // learners
	tenLessons = 60 * 24 * time.Hour // after which they are told of
)

// gitCourse is the built-in course on Git.
func gitCourse(t testing.TB) *course.Course {
	t.Helper()
	files, err := fs.Sub(courses.FS(), "git")
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := course.Load(files, "git")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// pupil is a simulated learner who is good or not, at everything alike.
type pupil struct {
	dice   *rand.Rand
	able   float64 // about -2..2
	helped map[string]bool
	passed map[string]bool
	until  int // steps before they stop for good
}

func (p *pupil) choose(st learn.Step, _ simulate.Moment) learn.Action {
	switch st := st.(type) {
	case learn.Asking:
		if st.Answered {
			return learn.Continue{}
		}
		if len(st.Ask.Options) == 0 {
			return learn.Submit{Answer: course.Answer{Text: "a thought of my own"}}
		}
		return learn.Submit{Answer: course.Answer{Items: []string{st.Ask.Options[p.dice.IntN(len(st.Ask.Options))].ID}}}
	case learn.Offer:
		return learn.Decline{}
	case learn.Choosing:
		var ids []string
		for _, l := range st.Choose.From[:st.Choose.Pick] {
			ids = append(ids, l.ID)
		}
		return learn.Submit{Answer: course.Answer{Items: ids}}
	case learn.Answering:
		return p.answer(st.Question)
	case learn.Feedback:
		switch {
		case st.CanDispute && st.Question.ID == odd && st.Answer.Text == oddAnswer:
			return learn.Dispute{Note: "a note that stays at home"}
		case st.Detour != nil && p.dice.Float64() < 0.5:
			p.passed[st.Question.ID] = true
			return learn.Decline{}
		case st.Detour != nil:
			p.helped[st.Question.ID] = true
		}
		return learn.Continue{}
	}
	return nil
}

func (p *pupil) answer(q *course.Question) learn.Action {
	chance := 1 / (1 + math.Exp(-(p.able + 0.8)))
	switch {
	case q.ID == miskeyed:
		chance = 1 / (1 + math.Exp(2*p.able))
	case q.ID == easy:
		chance = 1
	case q.ID == hardOne:
		chance = 0
	case p.helped[q.ID]:
		chance = afterwards
	case p.passed[q.ID]:
		chance = without
	}
	if p.dice.Float64() < chance {
		return learn.Submit{Answer: walk.Forms(q)[0].Answer}
	}
	if q.ID == odd && p.dice.Float64() < 0.8 {
		return learn.Submit{Answer: course.Answer{Text: oddAnswer}}
	}
	list := walk.Mistakes(q)
	return learn.Submit{Answer: list[p.dice.IntN(len(list))]}
}

// class are the files of a class that went through the course; the same each
// time. Every sixth learner gives a name, every second dates.
func class(t testing.TB, c *course.Course, learners int) []cohort.File {
	t.Helper()
	files := make([]cohort.File, learners)
	var wait sync.WaitGroup
	for worker := range 2 {
		wait.Go(func() {
			for i := worker; i < learners; i += 2 {
				p := &pupil{dice: rand.New(rand.NewPCG(7, uint64(i))), helped: map[string]bool{}, passed: map[string]bool{}}
				p.able = p.dice.NormFloat64()
				p.until = 40 + p.dice.IntN(400)
				ctx, stop := context.WithCancel(t.Context())
				choose := func(st learn.Step, now simulate.Moment) learn.Action {
					if p.until--; p.until == 0 {
						stop()
					}
					return p.choose(st, now)
				}
				var sh cohort.Share
				_, err := walk.Along(ctx, c, walk.Trip{Seed: uint64(i), Choose: choose, Left: func(s *learn.Session) {
					terms := cohort.Terms{Dates: i%2 == 0, Today: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)}
					if i%6 == 0 {
						terms.Name = fmt.Sprintf("Pupil %03d", i)
					}
					sh = cohort.Of(s, terms)
				}})
				stop()
				if err != nil && ctx.Err() == nil {
					t.Error(err)
				}
				sh.Learner = fmt.Sprintf("pupil-%03d", i) // their logs all began on the same device
				files[i] = cohort.File{Name: fmt.Sprintf("%03d.json", i), Share: again(t, sh)}
			}
		})
	}
	wait.Wait()
	return files
}

// again is a file as it is read again.
func again(t testing.TB, s cohort.Share) cohort.Share {
	t.Helper()
	data, err := s.JSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := cohort.Read(data)
	if err != nil {
		t.Errorf("what was written is not read: %v\n%.2000s", err, data)
	}
	return back
}

func itemOf(t *testing.T, r cohort.CourseReport, id string) cohort.ItemRow {
	t.Helper()
	i := slices.IndexFunc(r.Items, func(it cohort.ItemRow) bool { return it.ID == id })
	if i < 0 {
		t.Fatalf("the report has no question %s", id)
	}
	return r.Items[i]
}

// TestWhatIsPlantedIsFound sends a class through the course on Git and looks for
// what makes some of its questions special.
func TestWhatIsPlantedIsFound(t *testing.T) {
	c := gitCourse(t)
	r := cohort.Fold(class(t, c, classOf), cohort.Options{Course: c, Today: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)}).Courses[0]
	if r.Learners != classOf {
		t.Errorf("there are %v learners, not %d", r.Learners, classOf)
	}
	if it := itemOf(t, r, miskeyed); it.Discrimination == nil || *it.Discrimination > -0.2 || len(it.Look) == 0 {
		t.Errorf("%s has a wrong key: %+v", miskeyed, it)
	}
	good := 0
	for _, it := range r.Items {
		if it.Discrimination != nil && *it.Discrimination < 0 && it.ID != miskeyed {
			t.Logf("%s discriminates %v", it.ID, *it.Discrimination)
		}
		if it.Discrimination != nil && *it.Discrimination > 0.2 {
			good++
		}
	}
	if good < 10 {
		t.Errorf("only %d questions tell good learners from others", good)
	}
	if it := itemOf(t, r, easy); it.Few != "wrong" || it.Discrimination != nil {
		t.Errorf("%s is right for all: %+v", easy, it)
	}
	if it := itemOf(t, r, hardOne); it.Few != "right" {
		t.Errorf("%s is wrong for all: %+v", hardOne, it)
	}
	it := itemOf(t, r, odd)
	if len(it.Wrong) == 0 || it.Wrong[0].Answer != oddAnswer || it.Wrong[0].Said == nil || *it.Wrong[0].Said {
		t.Errorf("%s has a common wrong answer: %+v", odd, it.Wrong)
	}
	if len(it.Disputes) != 1 || !slices.Equal(it.Disputes[0].Lines, []string{"- Also: `$ " + oddAnswer + "`", "- Not: `$ " + oddAnswer + "`"}) || it.Place == "" {
		t.Errorf("%s has a dispute to paste: %+v", odd, it.Disputes)
	}
	if len(r.Detours) == 0 {
		t.Error("no detour is told")
	}
	better := 0
	for _, d := range r.Detours {
		t.Logf("%+v", d)
		if high := d.WithFew == "wrong" || d.With != nil && *d.With > 0.8; high && d.Without != nil && *d.Without < 0.6 {
			better++
		}
	}
	if better == 0 {
		t.Error("no detour is seen to help")
	}
}
