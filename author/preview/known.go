package preview

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// known is what a state may name in a course, by id.
type known struct {
	skills, mixups, lessons, seen map[string]bool
	questions                     map[string]*course.Question
	asks                          map[string]*course.Ask
}

func knownIn(c *course.Course) known {
	k := known{
		skills: map[string]bool{}, mixups: map[string]bool{}, lessons: map[string]bool{}, seen: map[string]bool{},
		questions: map[string]*course.Question{}, asks: map[string]*course.Ask{},
	}
	for _, s := range c.Skills {
		k.skills[s.ID] = true
	}
	for _, m := range c.Mixups {
		k.mixups[m.ID] = true
	}
	for _, a := range c.Onboarding {
		k.asks[a.ID] = a
	}
	c.EachQuestion(func(q *course.Question) { k.questions[q.ID], k.seen[q.ID] = q, true })
	for _, l := range c.Lessons {
		k.lessons[l.ID], k.seen[l.ID] = true, true
		l.EachBlock(func(b course.Block) { k.block(l, b) })
	}
	return k
}

func (k known) block(l *course.Lesson, b course.Block) {
	switch b := b.(type) {
	case course.Text:
		k.seen[l.ID+"#"+b.ID] = true
	case *course.Ask:
		k.asks[b.ID], k.seen[b.ID] = b, true
	case *course.Task:
		k.seen[b.ID] = true
	case *course.Extra:
		k.seen[b.ID] = true
	}
}

// has holds that the course has what a fact names.
func (k known) has(f fact) error {
	missing := func(what, id string, ids []string) error {
		return fmt.Errorf("the course has no %s %q%s", what, id, meant(id, ids))
	}
	switch f.name {
	case factMastery:
		if !k.skills[f.id] {
			return missing("skill", f.id, sorted(k.skills))
		}
	case factMixup:
		if !k.mixups[f.id] {
			return missing("mix-up", f.id, sorted(k.mixups))
		}
	case factDaysSince, factScore:
		if !k.lessons[f.id] && (f.name != factScore || f.id != "") {
			return missing("lesson", f.id, sorted(k.lessons))
		}
	case factSeen:
		if !k.seen[f.id] {
			return missing("lesson, page, question or extra", f.id, sorted(k.seen))
		}
	case factRight, factTries:
		if k.questions[f.id] == nil {
			return missing("question", f.id, sorted(k.questions))
		}
	case factAnswer:
		return k.takes(f.id, f)
	default:
		return k.takes(f.name, f)
	}
	return nil
}

// takes holds that an Ask can be answered so.
func (k known) takes(id string, f fact) error {
	ask := k.asks[id]
	if ask == nil {
		return fmt.Errorf("the course does not ask for %q%s", id, meant(id, sorted(k.asks)))
	}
	var words []string
	for _, o := range ask.Options {
		words = append(words, o.ID)
	}
	if len(f.values) == 0 || len(f.values) > 1 && !ask.Many {
		return fmt.Errorf("%s takes one answer", id)
	}
	for _, v := range f.values {
		if len(words) > 0 && !slices.Contains(words, v) {
			return fmt.Errorf("%q is no answer to %s%s", v, id, meant(v, words))
		}
	}
	return nil
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// event is the event that leads to a fact, outside every lesson, so that nobody is
// moved by it; ok is false for numbers, to which none leads. Of a mix-up nobody
// knows at which question it showed.
func (k known) event(f fact, now time.Time) (e learn.Event, ok bool) {
	e = learn.Event{Time: now, Item: f.id}
	switch f.name {
	case factMastery, factScore, factTries:
		return e, false
	case factSeen:
		e.Kind, e.What = learn.KindShown, "met"
	case factRight:
		q := k.questions[f.id]
		e.Kind, e.Rev, e.Outcome, e.Score, e.Answer = learn.KindAnswered, q.Rev, course.Right, 1, &course.Answer{}
	case factMixup:
		e.Kind, e.Item, e.Mixup, e.Outcome, e.Answer = learn.KindAnswered, "", f.id, course.Wrong, &course.Answer{}
	case factDaysSince:
		days, _ := strconv.ParseFloat(f.values[0], 64) // was checked
		e.Kind, e.What, e.Time = learn.KindFinished, "lesson", now.Add(-time.Duration(days*24*float64(time.Hour)))
	default: // the choices and answers to asks
		if f.name != factAnswer {
			e.Item = f.name
		}
		e.Kind, e.Answer = learn.KindPlanned, &course.Answer{Items: f.values}
		if len(k.asks[e.Item].Options) == 0 {
			e.Answer = &course.Answer{Text: f.values[0]}
		}
	}
	return e, true
}
