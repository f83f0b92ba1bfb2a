package learn

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// SameState reports whether two sessions have folded the same state, bit for
// bit. The index of the course is left out.
func SameState(a, b *Session) bool {
	x, y := *a.state, *b.state
	x.index, y.index = nil, nil
	x.engine, y.engine = nil, nil // made from the course and the settings
	return reflect.DeepEqual(x, y)
}

// MayShow reports whether a question has a place in a lesson as things are.
func (s *Session) MayShow(lesson, question string) bool {
	l := s.index.lessons[lesson]
	return l != nil && slices.ContainsFunc(s.plan(l), func(it item) bool { return it.id == question })
}

// Sound says what number of the model is out of its range, if any is.
func Sound(s *Session) error {
	l := s.state.learner
	within := func(x, low, high float64) bool { return x >= low && x <= high }
	if !within(l.Keeps, -1.5, 1.1) {
		return fmt.Errorf("keeps is %v", l.Keeps)
	}
	for i := range l.Skills {
		k := &l.Skills[i]
		if !within(k.Points, -6, 6) || k.Mastered && (!within(k.Memory.Stability, 0.001, 36500) || !within(k.Memory.Difficulty, 1, 10)) {
			return fmt.Errorf("skill %d is %+v", i, k)
		}
		if k.Unaided < 0 || k.Unaided > k.Answers || k.Misses < 0 || k.Lapses < 0 {
			return fmt.Errorf("skill %d is %+v", i, k)
		}
	}
	for key, k := range s.state.met {
		if !within(k.memory.Stability, 0.001, 36500) || !within(k.memory.Difficulty, 1, 10) || k.last < k.first {
			return fmt.Errorf("%s is %+v", key, k)
		}
	}
	return nil
}

// Dump tells the state of a session, a line for each thing that is not empty.
func Dump(s *Session) string {
	state := *s.state
	state.index, state.engine = nil, nil
	var b strings.Builder
	dump(&b, "", reflect.ValueOf(state))
	return b.String()
}

// DumpButWords is Dump without the learner's notes and bookmarks, and without
// what can be undone.
func DumpButWords(s *Session) string {
	state := *s.state
	state.notes, state.bookmarks, state.undoable = nil, nil, nil
	return Dump(&Session{state: &state})
}

func dump(b *strings.Builder, name string, v reflect.Value) {
	if v.IsZero() {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		dump(b, name, v.Elem())
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, k := range keys {
			dump(b, fmt.Sprintf("%s[%v]", name, k), v.MapIndex(k))
		}
	case reflect.Slice:
		for i := range v.Len() {
			dump(b, fmt.Sprintf("%s[%d]", name, i), v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			fmt.Fprintf(b, "%s is set\n", name)
			return
		}
		if v.Type() == reflect.TypeFor[Event]() {
			fmt.Fprintf(b, "%s is event %d\n", name, v.FieldByName("Seq").Uint())
			return
		}
		for i := range v.NumField() {
			dump(b, strings.TrimPrefix(name+"."+v.Type().Field(i).Name, "."), v.Field(i))
		}
	case reflect.Float64:
		fmt.Fprintf(b, "%s = %.6f\n", name, v.Float())
	default:
		fmt.Fprintf(b, "%s = %v\n", name, v)
	}
}

// HourBands tells parts of the day apart.
func HourBands(hours [24]Tally) []HourBand { return hourBands(hours) }

// AnswersToMastery is how many answers on alike questions a preset takes.
func AnswersToMastery(p model.Preset, e model.Evidence) float64 { return answersToMastery(p, e) }

// Records is what the skills that the learner began took.
func Records(s *Session) []model.Record { return s.ownRecords() }
