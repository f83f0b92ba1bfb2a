package learn_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// small is a course with one of everything that can change the road.
func small() *course.Course {
	question := func(id, mixup string) *course.Question {
		return &course.Question{ID: id, Prompt: id, Tries: 3, Skills: []string{"k"}, Hints: []string{"think"}, Rev: "r-" + id, Shuffle: true,
			Form: &course.Options{List: []course.Option{{Text: "yes", Right: true}, {Text: "no", Reply: course.Reply{Mixup: mixup}}}}}
	}
	text := func(id string) course.Text {
		return course.Text{ID: id, Title: id, Level: 2, Markdown: "## " + id + "\n\ntext"}
	}
	a := &course.Lesson{ID: "a", Title: "A", Skills: []string{"k"}, Blocks: []course.Block{text("a1"), question("q1", "idea"), text("a2"), question("q2", ""),
		&course.Extra{ID: "more", Title: "More", Blocks: []course.Block{text("deep")}}}}
	b := &course.Lesson{ID: "b", Title: "B", Blocks: []course.Block{text("b1"), &course.Task{ID: "t1", Title: "Do"}}}
	d := &course.Lesson{ID: "d", Title: "D", Kind: course.KindDetour, Blocks: []course.Block{text("d1"), question("qd", "idea2")}}
	e := &course.Lesson{ID: "e", Title: "E", Kind: course.KindDetour, Blocks: []course.Block{text("e1"), question("qe", "idea3")}}
	g := &course.Lesson{ID: "g", Title: "G", Kind: course.KindDetour, Blocks: []course.Block{text("g1")}}
	return &course.Course{ID: "small", Title: "Small",
		Skills:     []course.Skill{{ID: "k", Title: "K"}},
		Mixups:     []course.Mixup{{ID: "idea", Says: "no", Detour: "d"}, {ID: "idea2", Says: "no", Detour: "e"}, {ID: "idea3", Says: "no", Detour: "g"}},
		Lessons:    []*course.Lesson{a, b, d, e, g},
		Path:       []course.Stop{{Lesson: a}, {Lesson: b}},
		Onboarding: []*course.Ask{{ID: "pace", Prompt: "Pace?", Options: []course.Choice{{ID: "steady"}, {ID: "fast"}}}},
	}
}

func open(t testing.TB, c *course.Course, log learn.Log) *learn.Session {
	t.Helper()
	s, err := learn.Open(c, learn.Deps{Log: log, Now: now, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func now() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }

func name(st learn.Step) string {
	lesson := "-"
	if l := st.At().Lesson; l != nil {
		lesson = l.ID
	}
	switch st := st.(type) {
	case learn.Reading:
		return fmt.Sprintf("%s reading %s (%s)", lesson, st.Page.ID, st.Why.Code)
	case learn.Answering:
		return fmt.Sprintf("%s answering %s try %d (%s)", lesson, st.Question.ID, st.Try, st.Why.Code)
	case learn.Feedback:
		to := ""
		if st.Detour != nil {
			to = " detour " + st.Detour.ID
		}
		return fmt.Sprintf("%s feedback %s %s settled=%v%s", lesson, st.Question.ID, st.Verdict.Outcome, st.Settled, to)
	case learn.Offer:
		return fmt.Sprintf("%s offer %s %s", lesson, st.Kind, st.Item)
	}
	return fmt.Sprintf("%s %T", lesson, st)
}

func TestRandomWalksEnd(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		log := learn.NewMemory(now)
		s := open(t, small(), log)
		n := 0
		for {
			n++
			if n > 2000 {
				t.Fatalf("seed %d: no end: %s", seed, name(s.Step()))
			}
			if _, ok := s.Step().(learn.Finished); ok {
				break
			}
			ans := course.Answer{Items: []string{[]string{"yes", "no", "fast"}[r.IntN(3)]}}
			acts := []learn.Action{learn.Continue{}, learn.Continue{}, learn.Submit{Answer: ans}, learn.Submit{Answer: ans}, learn.Hint{}, learn.Skip{}, learn.Accept{}, learn.Decline{}, learn.Dispute{}, learn.ShowAnswer{}}
			if r.IntN(20) == 0 {
				acts = []learn.Action{learn.Undo{}, learn.SkipLesson{}, learn.GoTo{ID: "q2"}, learn.GoTo{ID: "b"}, learn.Redo{ID: "a"}}
			}
			_, _ = s.Do(acts[r.IntN(len(acts))])
		}
	}
}
