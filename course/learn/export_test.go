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

// Dump tells the state of a session, a line for each thing that is not empty.
func Dump(s *Session) string {
	state := *s.state
	state.index, state.engine = nil, nil
	var b strings.Builder
	dump(&b, "", reflect.ValueOf(state))
	return b.String()
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

// OwnTally is what the skills that the learner mastered took.
func OwnTally(s *Session) model.Tally { return s.state.ownTally() }
