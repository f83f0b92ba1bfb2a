package update

import (
	"context"
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
)

// Learners is what became of simulated learners who were stopped at a place that
// chance decided, and went on in the newer version with the log that they had.
type Learners struct {
	Count      int            `json:"count"`
	Seed       uint64         `json:"seed"`
	Elsewhere  int            `json:"elsewhere"`  // who stand in another lesson, or at another question
	Again      int            `json:"again"`      // who have answered a question that means something else now
	AgainMost  int            `json:"again_most"` // such questions of one learner, at most
	Lost       int            `json:"lost"`       // who have answered a question that is gone
	LostShare  float64        `json:"lost_share"` // of all answers of all learners, those that count no longer, 0..1
	Undone     int            `json:"undone"`     // who were through with a lesson that is gone, or open again
	Skills     int            `json:"skills"`     // who knew a skill, and do not seem to any more
	Unfinished int            `json:"unfinished"` // who were through with the course, and are not now
	Choices    map[string]int `json:"choices"`    // who chose something that is gone, by what it is
	Stuck      []string       `json:"stuck"`      // places that a learner did not get away from; has to be empty
	Examples   []string       `json:"examples"`   // of learners who stand elsewhere, in words
}

// mostExamples is how many examples are given.
const mostExamples = 3

// restlessPart is how many learners come to one who does what comes to mind.
const restlessPart = 4

// LearnersFor is how many learners are enough to meet most of a course, and few
// enough to wait for. Through a course that is very large none are sent.
func LearnersFor(c *course.Course) int {
	const most, fewest, blocksAtMost = 60, 8, 20_000
	blocks := 0
	for _, l := range c.Lessons {
		l.EachBlock(func(course.Block) { blocks++ })
	}
	if blocks > blocksAtMost {
		return 0
	}
	return max(fewest, min(most, most*500/max(blocks, 1)))
}

// across lets learners walk and counts what became of them.
func across(ctx context.Context, older, newer *course.Course, o Options) (Learners, error) {
	restless := o.Learners / restlessPart
	crossings, err := walk.Across(ctx, older, newer, walk.Options{Learners: o.Learners - restless, Restless: restless, Seed: o.Seed})
	if err != nil {
		return Learners{}, err
	}
	sum := Learners{Seed: o.Seed, Choices: map[string]int{}, Stuck: []string{}, Examples: []string{}}
	revs := map[string]string{}
	newer.EachQuestion(func(q *course.Question) { revs[q.ID] = q.Rev })
	before, after := offered(older), offered(newer)
	answers, lost := 0, 0
	for _, c := range crossings {
		sum.Count++
		answers += len(c.Answered)
		lost += sum.answers(c, revs)
		sum.progress(c)
		sum.choices(c, before, after)
		if c.Moved {
			sum.Elsewhere++
			if said := fmt.Sprintf("from %s to %s", c.Was, c.Is); len(sum.Examples) < mostExamples && !slices.Contains(sum.Examples, said) {
				sum.Examples = append(sum.Examples, said)
			}
		}
		if c.End != walk.EndFinished && !slices.Contains(sum.Stuck, c.Where) {
			sum.Stuck = append(sum.Stuck, c.Where)
		}
	}
	if answers > 0 {
		sum.LostShare = float64(lost) / float64(answers)
	}
	return sum, nil
}

// answers counts the answers of a learner that do not count any more.
func (l *Learners) answers(c walk.Crossing, revs map[string]string) (lost int) {
	again := 0
	for _, e := range c.Answered {
		switch rev, there := revs[e.Item]; {
		case !there:
			lost++
		case rev != e.Rev:
			again++
		}
	}
	if lost > 0 {
		l.Lost++
	}
	if again > 0 {
		l.Again++
	}
	l.AgainMost = max(l.AgainMost, again)
	return lost + again
}

// progress compares how far a learner is.
func (l *Learners) progress(c walk.Crossing) {
	through := func(p learn.Progress) map[string]bool {
		done := map[string]bool{}
		for _, lesson := range p.Lessons {
			done[lesson.Lesson.ID] = lesson.State == learn.LessonDone || lesson.State == learn.LessonSkipped
		}
		return done
	}
	knows := func(p learn.Progress) map[string]bool {
		known := map[string]bool{}
		for _, s := range p.Skills {
			known[s.Skill.ID] = s.Mastered
		}
		return known
	}
	if fewer(through(c.Before), through(c.After)) {
		l.Undone++
	}
	if fewer(knows(c.Before), knows(c.After)) {
		l.Skills++
	}
	if c.Before.Finished && !c.After.Finished {
		l.Unfinished++
	}
}

// fewer reports whether something that held does not hold any more.
func fewer(before, after map[string]bool) bool {
	for id, held := range before {
		if held && !after[id] {
			return true
		}
	}
	return false
}

// choices counts what a learner chose and cannot have any more.
func (l *Learners) choices(c walk.Crossing, older, newer map[word]bool) {
	for ask, words := range c.Chosen {
		for _, w := range words {
			if older[word{ask, w}] && !newer[word{ask, w}] {
				l.Choices[ask]++
				break
			}
		}
	}
}

// offered is what can be chosen in a course: the options of all Asks, and what
// course.yaml declares, which is not asked for where there is but one.
func offered(c *course.Course) map[word]bool {
	options := map[word]bool{}
	for _, g := range c.Goals {
		options[word{course.AskGoal, g.ID}] = true
	}
	for _, p := range c.Paces {
		options[word{course.AskPace, p.ID}] = true
	}
	for _, w := range c.Ways {
		options[word{course.AskWay, w.ID}] = true
	}
	for _, i := range c.Interests {
		options[word{course.AskInterests, i.ID}] = true
	}
	for _, a := range asks(c) {
		for _, o := range a.Options {
			options[word{a.ID, o.ID}] = true
		}
	}
	return options
}
