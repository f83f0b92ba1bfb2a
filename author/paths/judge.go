package paths

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
)

// Failure is an expectation that did not come true.
type Failure struct {
	Key  string     `json:"key"`  // of expect; "end" where the road itself broke off
	Line int        `json:"line"` // of the expectation, in tests/paths.yaml
	Want string     `json:"want"`
	Got  string     `json:"got"`
	Why  []string   `json:"why,omitempty"`  // what leads to what was missed
	Road []Waypoint `json:"road,omitempty"` // up to where it parted
}

// Waypoint is one thing that happened on the way.
type Waypoint struct {
	Lesson string `json:"lesson,omitempty"` // id of the lesson that the learner came to
	Depth  int    `json:"depth,omitempty"`  // detours they were in
	What   string `json:"what"`             // why they came, or what they did
}

// judge holds what happened against what was expected.
func (v *view) judge() []Failure {
	var list []Failure
	finishes := true // unless the author says otherwise
	for _, e := range v.learner.Expect {
		if e.Key == "finishes" {
			finishes = e.Yes
			if end := v.journey.End == walk.EndFinished; end != e.Yes {
				list = append(list, v.failure(e, 0, fmt.Sprintf("finishes: %t", e.Yes), v.ended(), len(v.journey.Marks)))
			}
			continue
		}
		list = append(list, v.held(e)...)
	}
	for _, a := range v.journey.noHint {
		list = append(list, Failure{Key: "answers", Line: a.Line, Want: "a hint", Got: "there was none to be had at this moment"})
	}
	if told := slices.ContainsFunc(list, func(f Failure) bool { return f.Key == "finishes" }); finishes && !told && v.journey.End != walk.EndFinished {
		list = append(list, Failure{Key: "end", Line: v.learner.Line, Want: "a road that can be gone on", Got: v.ended(), Road: v.road(len(v.journey.Marks))})
	}
	slices.SortStableFunc(list, func(a, b Failure) int {
		return slices.Index(Expectations(), a.Key) - slices.Index(Expectations(), b.Key)
	})
	return list
}

// held judges one expectation.
func (v *view) held(e Expectation) []Failure {
	switch e.Key {
	case "visits":
		return v.visits(e)
	case "minutes":
		if took := v.journey.Took.Minutes(); !e.Bound.holds(took) {
			return []Failure{v.failure(e, 0, "minutes "+e.Bound.Text, fmt.Sprintf("%.1f minutes", took), len(v.journey.Marks))}
		}
		return nil
	}
	var list []Failure
	for i, id := range e.Names {
		if f := v.named(e, i, id); f != nil {
			list = append(list, *f)
		}
	}
	return list
}

// named judges an expectation about one name.
func (v *view) named(e Expectation, i int, id string) *Failure {
	at := len(v.journey.Marks)
	var want, got string
	switch e.Key {
	case "skips":
		if k := v.find(walk.MarkLesson, 0, func(m walk.Mark) bool { return m.Lesson == id }); k >= 0 {
			want, got, at = id+" is passed over", "it was taken: "+v.because(v.journey.Marks[k]), k+1
		}
	case "returns_to":
		if v.find(walk.MarkReturned, 0, func(m walk.Mark) bool { return m.Item == id || m.Item == "" && m.Lesson == id }) < 0 {
			want, got, at = "a return to "+id+" from a detour", "no detour led back there", v.after(id)
		}
	case "mixups":
		if v.find(walk.MarkAnswered, 0, func(m walk.Mark) bool { return m.Mixup == id }) < 0 {
			want, got = "the mix-up "+id, v.shown()
		}
	default:
		want, got, at = v.answered(e.Key, id)
	}
	if want == "" {
		return nil
	}
	f := v.failure(e, i, want, got, at)
	if e.Key == "mixups" {
		f.Why = v.shows(id)
	}
	return &f
}

// answered judges what became of the answers to a question: of the last one that
// is written down, or of the first where none is.
func (v *view) answered(key, id string) (want, got string, at int) {
	list := v.journey.tried[id]
	at = v.after(id)
	if v.names.tasks[id] != nil {
		return "", "", 0 // a task is done or passed over, and nothing is graded
	}
	want = fmt.Sprintf("%s graded %s", id, key)
	if len(list) == 0 {
		return want, "it never came up", at
	}
	one := list[0]
	for _, t := range list {
		if t.listed {
			one = t
		}
		if t.listed && key != string(course.Right) && string(t.outcome) == key {
			return "", "", 0
		}
	}
	switch {
	case one.refused != "":
		return want, fmt.Sprintf("%s was not taken: %s", named(one.said), one.refused), at
	case string(one.outcome) == key:
		return "", "", 0
	}
	return want, fmt.Sprintf("%s is %s", named(one.said), one.outcome), at
}

// visits finds the lessons in their order.
func (v *view) visits(e Expectation) []Failure {
	from := 0
	for i, id := range e.Names {
		k := v.find(walk.MarkLesson, from, func(m walk.Mark) bool { return m.Lesson == id })
		if k >= 0 {
			from = k + 1
			continue
		}
		want, got, at := id, "the road never came there", len(v.journey.Marks)
		if i > 0 {
			want, got = fmt.Sprintf("%s, after %s", id, e.Names[i-1]), "the road ended"
		}
		next := v.find(walk.MarkLesson, from, func(walk.Mark) bool { return true })
		if i > 0 && next >= 0 {
			got, at = "the road went on to "+v.journey.Marks[next].Lesson, next+1
		} else if v.journey.End != walk.EndFinished {
			got = v.ended()
		}
		f := v.failure(e, i, want, got, at)
		f.Why = v.missing(id, from)
		return []Failure{f}
	}
	return nil
}

// failure is about the i-th name of an expectation; the road is told up to the
// mark at.
func (v *view) failure(e Expectation, i int, want, got string, at int) Failure {
	line := e.Line
	if i < len(e.Lines) {
		line = e.Lines[i]
	}
	return Failure{Key: e.Key, Line: line, Want: want, Got: got, Road: v.road(at)}
}

func (v *view) find(kind walk.MarkKind, from int, is func(walk.Mark) bool) int {
	for i := from; i < len(v.journey.Marks); i++ {
		if m := v.journey.Marks[i]; m.Kind == kind && is(m) {
			return i
		}
	}
	return -1
}

// after is behind the last mark about a question; behind all, where there is none.
func (v *view) after(question string) int {
	for i := len(v.journey.Marks) - 1; i >= 0; i-- {
		if v.journey.Marks[i].Item == question {
			return i + 1
		}
	}
	return len(v.journey.Marks)
}

// shown tells which mix-ups came up.
func (v *view) shown() string {
	var list []string
	for _, m := range v.journey.Marks {
		if m.Kind == walk.MarkAnswered && m.Mixup != "" && !slices.Contains(list, m.Mixup) {
			list = append(list, m.Mixup)
		}
	}
	if len(list) == 0 {
		return "no mix-up came up"
	}
	return "only these came up: " + strings.Join(list, ", ")
}

// ended says how the journey ended.
func (v *view) ended() string {
	switch v.journey.End {
	case walk.EndFinished:
		return "the learner came to the end"
	case walk.EndCircle:
		return "the learner goes in a circle at " + v.journey.Where
	case walk.EndStuck:
	}
	return "the learner cannot go on at " + v.journey.Where
}
