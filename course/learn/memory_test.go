package learn_test

import (
	"errors"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

func TestMemoryFailsOnRequestAndSavesNothing(t *testing.T) {
	m := learn.NewMemory(func() time.Time { return time.UnixMilli(1000) })
	m.Fail(learn.ErrFull)
	if _, err := m.Append(learn.Event{Course: "c", Kind: learn.KindOpened}); !errors.Is(err, learn.ErrFull) {
		t.Fatalf("Append while failing: got %v, want ErrFull", err)
	}
	m.Fail(nil)
	saved, err := m.Append(learn.Event{Course: "c", Kind: learn.KindOpened})
	if err != nil || saved[0].Seq != 1 || saved[0].Clock != 1000<<16 {
		t.Fatalf("Append after failing: got %+v, %v", saved, err)
	}
}

func TestMemorySharesNothingWithItsCaller(t *testing.T) {
	m := learn.NewMemory(time.Now)
	given := &course.Answer{Items: []string{"a"}}
	saved, err := m.Append(learn.Event{Course: "c", Kind: learn.KindAnswered, Answer: given, Reason: &learn.Reason{Title: "a"}})
	if err != nil {
		t.Fatal(err)
	}
	given.Items[0] = "changed"
	saved[0].Answer.Items[0] = "changed"
	saved[0].Reason.Title = "changed"
	events, _ := m.Events("c")
	if events[0].Answer.Items[0] != "a" || events[0].Reason.Title != "a" {
		t.Fatalf("the log changed with its caller: %+v %+v", events[0].Answer, events[0].Reason)
	}
}
