package learn_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course/learn"
)

// TestOwnRecords: all that skills took counts, from when they were begun: the
// lesson, the questions in it, and what is expected to come of reviews.
func TestOwnRecords(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/path/plan.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := newLearner(t, ar.Files[:len(ar.Files)-1])
	for _, tt := range []struct {
		script []string
		want   string // for each skill that was begun: expected, taken, left
	}{
		{[]string{"skip", "skip", "skip", "skip", "continue", "continue", "continue"}, ""},
		{[]string{"type wrong", "continue", "type commit", "continue"}, "28.9 22.0 8.5"},
		{[]string{"type commit", "continue"}, "28.9 23.5 5.0"},
		{[]string{"type commit"}, "28.9 25.0 0.0"},
		{[]string{"reopen"}, "28.9 25.0 0.0"},
		{[]string{"continue", "continue", "continue", "type branch", "continue", "type wrong"}, "28.9 25.0 0.0, 30.2 23.5 7.1"},
		{[]string{"dispute"}, "28.9 25.0 0.0, 30.2 22.0 4.0"},
		{[]string{"wait 9d", "goto commit-a", "type wrong", "continue", "type wrong"}, "28.9 25.0 0.0, 30.2 22.0 4.0"},
	} {
		for _, line := range tt.script {
			l.act(line)
		}
		var got []string
		for _, r := range learn.Records(l.s) {
			got = append(got, fmt.Sprintf("%.1f %.1f %.1f", r.Expected, r.Taken, r.Left))
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("after %v: %s, want %s; %s", tt.script, got, tt.want, describe(l.s))
		}
	}
}
