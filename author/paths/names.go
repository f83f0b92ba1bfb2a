package paths

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// names are the ids of a course, by what they are of.
type names struct {
	questions map[string]*course.Question
	tasks     map[string]*course.Task
	asks      map[string]*course.Ask
	forks     map[string]*course.Choose
	lessons   map[string]*course.Lesson
	extras    map[string]bool
	mixups    map[string]bool
	home      map[string]string // of a question or task: its lesson
}

func namesOf(c *course.Course) names {
	n := names{
		questions: map[string]*course.Question{}, tasks: map[string]*course.Task{}, asks: map[string]*course.Ask{},
		forks: map[string]*course.Choose{}, lessons: map[string]*course.Lesson{}, extras: map[string]bool{},
		mixups: map[string]bool{}, home: map[string]string{},
	}
	take := func(l *course.Lesson) {
		l.EachBlock(func(b course.Block) {
			switch b := b.(type) {
			case *course.Question:
				n.questions[b.ID], n.home[b.ID] = b, l.ID
			case *course.Task:
				n.tasks[b.ID], n.home[b.ID] = b, l.ID
			case *course.Ask:
				n.asks[b.ID] = b
			case *course.Extra:
				n.extras[b.ID] = true
			case course.Text, *course.Ways, *course.Section, *course.Pool:
			}
		})
	}
	for _, l := range c.Lessons {
		n.lessons[l.ID] = l
		take(l)
	}
	if c.Placement != nil {
		take(c.Placement)
	}
	for _, a := range c.Onboarding {
		n.asks[a.ID] = a
	}
	for _, s := range c.Path {
		if s.Choose != nil {
			n.forks[s.Choose.ID] = s.Choose
		}
	}
	for _, m := range c.Mixups {
		n.mixups[m.ID] = true
	}
	return n
}

// fork finds a fork by its id or its title.
func (n names) fork(key string) *course.Choose {
	if f := n.forks[key]; f != nil {
		return f
	}
	for _, id := range keys(n.forks) {
		if f := n.forks[id]; f.Title != "" && bare(f.Title) == bare(key) {
			return f
		}
	}
	return nil
}

// offers are the words for what cairn offers by itself.
func offers() []string {
	return []string{string(learn.OfferPlacement), string(learn.OfferPractice), string(learn.OfferBack), string(learn.OfferReview)}
}

// keys are the keys of a map in a stable order.
func keys[T any](m map[string]T) []string {
	list := make([]string, 0, len(m))
	for id := range m {
		list = append(list, id)
	}
	slices.Sort(list)
	return list
}
