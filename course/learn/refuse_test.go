package learn_test

import (
	"errors"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

func openCourse(t *testing.T, c *course.Course) *learn.Session {
	t.Helper()
	s, err := learn.Open(c, learn.Deps{Log: learn.NewMemory(now), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestACourseWithoutLessonsIsAtItsEnd(t *testing.T) {
	s := openCourse(t, &course.Course{ID: "empty"})
	if _, ok := s.Step().(learn.Finished); !ok {
		t.Fatalf("at %s", describe(s))
	}
	for _, a := range []learn.Action{learn.Continue{}, learn.Undo{}, learn.SkipLesson{}, learn.Skip{}} {
		if _, err := s.Do(a); !errors.Is(err, learn.ErrNotNow) {
			t.Errorf("%T: %v", a, err)
		}
	}
}

func TestConfidenceIsOneOfThree(t *testing.T) {
	q := &course.Question{ID: "q", Tries: 2, Form: &course.Typed{Answers: []course.Accept{{Kind: course.AnswerWords, Text: "yes"}}}}
	l := &course.Lesson{ID: "l", Blocks: []course.Block{q}}
	s := openCourse(t, &course.Course{ID: "c", Lessons: []*course.Lesson{l}, Path: []course.Stop{{Lesson: l}}})
	for _, n := range []int{-1, 4} {
		if _, err := s.Do(learn.Submit{Answer: course.Answer{Text: "no"}, Confidence: n}); !errors.Is(err, course.ErrForm) {
			t.Errorf("confidence %d: %v", n, err)
		}
	}
	if _, err := s.Do(learn.Submit{Answer: course.Answer{Text: "no"}, Confidence: 3}); err != nil {
		t.Error(err)
	}
}

func TestAForkTakesDifferentLessons(t *testing.T) {
	a, b := &course.Lesson{ID: "a"}, &course.Lesson{ID: "b"}
	fork := &course.Choose{ID: "f", Pick: 2, From: []*course.Lesson{a, b}}
	s := openCourse(t, &course.Course{ID: "c", Lessons: fork.From, Path: []course.Stop{{Choose: fork}}})
	if _, err := s.Do(learn.Submit{Answer: course.Answer{Items: []string{"a", "a"}}}); !errors.Is(err, course.ErrForm) {
		t.Errorf("the same twice: %v", err)
	}
	if _, err := s.Do(learn.Submit{Answer: course.Answer{Items: []string{"b", "a"}}}); err != nil {
		t.Error(err)
	}
}
