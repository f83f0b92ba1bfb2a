package learn

import "reflect"

// SameState reports whether two sessions have folded the same state, bit for
// bit. The course and its index are left out.
func SameState(a, b *Session) bool {
	x, y := *a.state, *b.state
	x.course, y.course, x.index, y.index = nil, nil, nil, nil
	return reflect.DeepEqual(x, y)
}

// MayShow reports whether a question has a place in a lesson as things are.
func (s *Session) MayShow(lesson, question string) bool {
	l := s.index.lessons[lesson]
	if l == nil {
		return false
	}
	for _, it := range s.plan(l) {
		if it.id == question {
			return true
		}
	}
	return false
}
