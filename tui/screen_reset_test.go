package tui

import (
	"slices"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// TestATaskCanBeStartedOver: as a question can, and its lesson with it.
func TestATaskCanBeStartedOver(t *testing.T) {
	at := learn.Doing{Place: learn.Place{Lesson: &course.Lesson{ID: "l"}}, Task: &course.Task{ID: "t"}}
	want := []learn.Reset{{What: learn.ResetQuestion, ID: "t"}, {What: learn.ResetLesson, ID: "l"}}
	if got := resetsAt(at); !slices.Equal(got, want) {
		t.Fatalf("got %v", got)
	}
}
