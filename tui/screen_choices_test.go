package tui

import (
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestSaid checks how the list of choices says what was chosen.
func TestSaid(t *testing.T) {
	options := []course.Choice{{ID: "cli", Title: "The `git` command"}, {ID: "gui", Title: "A *window*"}}
	for _, c := range []struct {
		name   string
		ask    course.Ask
		answer course.Answer
		want   string
	}{
		{"nothing", course.Ask{Options: options}, course.Answer{}, "not said"},
		{"one, its Markdown read", course.Ask{Options: options}, course.Answer{Items: []string{"cli"}}, "The git command"},
		{"several, in the course's order", course.Ask{Options: options, Many: true}, course.Answer{Items: []string{"gui", "cli"}}, "The git command, A window"},
		{"one that the course has no more", course.Ask{Options: options}, course.Answer{Items: []string{"gone"}}, "not said"},
		{"own words, as they are", course.Ask{}, course.Answer{Text: "`git` at work"}, "`git` at work"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := said(Env{Words: words.English()}, learn.Asking{Ask: &c.ask, Current: c.answer})
			if got != c.want {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}
