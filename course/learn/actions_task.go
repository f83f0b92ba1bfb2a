package learn

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// The letters of a check in an event.
const (
	letterHeld   = '+'
	letterFailed = '-'
)

func (s *Session) moveDoing(step Doing, a Action) (move, error) {
	switch a := a.(type) {
	case Checked:
		return s.checked(step, a)
	case Continue:
		e := s.event(KindFinished)
		e.What, e.Item, e.Rev = whatTask, step.Task.ID, step.Task.Rev
		return one(e), nil
	case Skip:
		e := s.event(KindSkipped)
		e.What, e.Item, e.Rev = whatTask, step.Task.ID, step.Task.Rev
		return one(e), nil
	case ShowAnswer:
		if step.Task.Solution() == "" || step.Solution != "" {
			return notNow(a)
		}
		e := s.event(KindShown)
		e.What, e.Item, e.Rev = whatAnswer, step.Task.ID, step.Task.Rev
		return one(e), nil
	case Hint:
		if step.HintsLeft == 0 {
			return notNow(a)
		}
		return s.hint(step.Task.ID, step.Task.Rev), nil
	}
	return notNow(a)
}

// checked records what came of the checks of a task.
func (s *Session) checked(step Doing, a Checked) (move, error) {
	if n := checksOf(step.Task); len(a.Held) == 0 || len(a.Held) != n {
		return move{}, fmt.Errorf("%w: %d of the %d checks of this task were run", course.ErrForm, len(a.Held), n)
	}
	if a.Saved {
		a.Held = unasked(step, a.Held)
		if !tells(step, a) {
			return move{keep: true}, nil
		}
	}
	e := s.event(KindChecked)
	if a.Saved {
		e.What = whatSave
	}
	e.Item, e.Rev, e.Hints, e.Outcome = step.Task.ID, step.Task.Rev, len(step.Hints), course.Right
	var letters strings.Builder
	held := 0
	for _, ok := range a.Held {
		if ok {
			held++
			letters.WriteByte(letterHeld)
			continue
		}
		letters.WriteByte(letterFailed)
	}
	e.Score = float64(held) / float64(len(a.Held))
	if held < len(a.Held) {
		e.Outcome = course.Wrong
	}
	e.Answer = &course.Answer{Text: letters.String()}
	for _, name := range slices.Sorted(maps.Keys(a.Values)) {
		e.Answer.Items = append(e.Answer.Items, name+"="+a.Values[name])
	}
	return move{events: []Event{e}, keep: true}, nil
}

// unasked is what came of checks that ran by themselves. Nobody was asked anything:
// what the learner said before holds, or not, as it did.
func unasked(step Doing, held []bool) []bool {
	held = slices.Clone(held)
	for i, c := range step.Task.Checks {
		if c.Kind == course.CheckAsk && i < len(step.Held) {
			held[i] = held[i] || step.Held[i]
		}
	}
	return held
}

// tells reports whether something came of checks that was not so before. Nothing
// holds before the first time.
func tells(step Doing, a Checked) bool {
	for i, ok := range a.Held {
		if ok != (i < len(step.Held) && step.Held[i]) {
			return true
		}
	}
	for name, value := range a.Values {
		if before, kept := step.Values[name]; !kept || before != value {
			return true
		}
	}
	return false
}

// checksOf is how many things decide whether a task is done: its checks or, where
// it is answered with code, the tests of the course.
func checksOf(t *course.Task) int {
	if t.Code != nil {
		return 1
	}
	return len(t.Checks)
}
