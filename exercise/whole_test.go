package exercise_test

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/exercise/trust"
)

// TestACourseIsAgreedToOnce asks for all tasks that run something, and runs each
// without another question, as long as it stays as it was read.
func TestACourseIsAgreedToOnce(t *testing.T) {
	data := t.TempDir()
	b, tasks := bench(t, data, lesson)
	rest, err := b.Rest(tasks["recipe"])
	if err != nil || len(rest) != 1 || rest[0].Task != "loaves" {
		t.Fatalf("the rest is %+v, %v", rest, err)
	}
	s, err := b.State(tasks["recipe"])
	if err != nil {
		t.Fatal(err)
	}
	s.Rest = rest
	if err := b.Agree(tasks["recipe"], s); err != nil {
		t.Fatal(err)
	}
	if try, err := b.Try(context.Background(), tasks["loaves"], nil, nil); err != nil || try.Code == nil {
		t.Errorf("what was agreed to is asked again: %v", err)
	}
	if s, err := b.State(tasks["recipe"]); err != nil || !s.Agreed {
		t.Errorf("the task itself is asked again: %v", err)
	}
	if rest, err := b.Rest(tasks["recipe"]); err != nil || len(rest) != 0 {
		t.Errorf("asked again: %+v, %v", rest, err)
	}
	changed, tasks := bench(t, data, strings.Replace(lesson, "echo two", "echo three", 1))
	if rest, err := changed.Rest(tasks["recipe"]); err != nil || len(rest) != 1 {
		t.Errorf("after it changed: %+v, %v", rest, err)
	}
}

// TestNobodyReadsEverything asks task by task where a course runs more than anybody
// reads at once.
func TestNobodyReadsEverything(t *testing.T) {
	long := strings.Repeat("true; ", 1000)
	var b strings.Builder
	b.WriteString("# Bread\n\n### Task: One\n<!-- id: one -->\n\n```check\n- run: true\n```\n\n")
	for id := range trust.MaxText/len(long) + 1 {
		b.WriteString("### Task: More\n<!-- id: more-" + strconv.Itoa(id) + " -->\n\n```setup\n" + long + "\n```\n\n```check\n- run: true\n```\n\n")
	}
	bench, tasks := bench(t, t.TempDir(), b.String())
	if rest, err := bench.Rest(tasks["one"]); err != nil || rest != nil {
		t.Errorf("the rest is %d tasks, %v", len(rest), err)
	}
}

// TestACourseIsAgreedToWithoutAFolder holds for as long as the program runs.
func TestACourseIsAgreedToWithoutAFolder(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	b.Trust = trust.Open("", b.Now)
	rest, err := b.Rest(tasks["recipe"])
	if err != nil || len(rest) != 1 {
		t.Fatalf("the rest is %+v, %v", rest, err)
	}
	s, err := b.State(tasks["recipe"])
	if err != nil {
		t.Fatal(err)
	}
	s.Rest = rest
	if err := b.Agree(tasks["recipe"], s); err != nil {
		t.Fatal(err)
	}
	if s, err := b.State(tasks["loaves"]); err != nil || !s.Agreed {
		t.Errorf("it is asked again: %v", err)
	}
	if rest, err := b.Rest(tasks["recipe"]); err != nil || len(rest) != 0 {
		t.Errorf("asked again: %+v, %v", rest, err)
	}
}
