package learn_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// TestOwnTally: what skills took is counted once for each, when it is mastered
// by answering, against what was expected when it was begun.
func TestOwnTally(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/path/plan.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := newLearner(t, ar.Files[:len(ar.Files)-1])
	start := model.Defaults(model.Standard).Start
	one := model.Tally{Skills: 1, Questions: 3, Expected: model.Questions(start, model.Tally{})}
	for _, tt := range []struct {
		script []string
		want   model.Tally
	}{
		{[]string{"skip", "skip", "skip", "skip", "continue", "continue", "continue"}, model.Tally{}},
		{[]string{"type wrong", "continue", "type commit", "continue"}, model.Tally{}},
		{[]string{"type commit", "continue"}, model.Tally{}},
		{[]string{"type commit"}, one},
		{[]string{"reopen"}, one},
		{[]string{"continue", "continue", "continue", "type branch", "continue", "type wrong"}, one},
		{[]string{"dispute"}, one},
		{[]string{"wait 9d", "goto commit-a", "type wrong", "continue", "type wrong"}, one},
	} {
		for _, line := range tt.script {
			l.act(line)
		}
		if got := learn.OwnTally(l.s); got != tt.want {
			t.Errorf("after %v: %+v, want %+v; %s", tt.script, got, tt.want, describe(l.s))
		}
	}
}
