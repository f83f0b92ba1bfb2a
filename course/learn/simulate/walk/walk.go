// Package walk sends simulated learners through a real course, in real
// sessions, and tells an author where they get stuck and what nobody meets. The
// learners know skills or do not, as the all-or-none world of package simulate
// says; what they do not know they guess at.
package walk

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/simulate"
	"github.com/cairn-learn/cairn/internal/each"
)

// Options say how many learners walk, and with what luck.
type Options struct {
	Learners int    // at least 1
	Restless int    // that many more do what comes to mind; they count where somebody is stuck or refused
	Seed     uint64 // decides everything
	Workers  int    // goroutines; 0: one for each core. It changes nothing but the time taken.
}

// shares of the skills that learners know when they come, in turn.
func shares() [3]float64 { return [3]float64{0.05, 0.40, 0.75} }

// Through lets learners walk through a course. The error says that the context
// ended, or that a session refused to open.
func Through(ctx context.Context, c *course.Course, o Options) (Report, error) {
	o.Learners = max(o.Learners, 1)
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	g := newGround(c)
	all := o.Learners + max(o.Restless, 0)
	trails := make([]trail, all)
	failed := make([]error, all)
	var next atomic.Int64
	each.Of(min(o.Workers, all), func(int) {
		for i := int(next.Add(1)) - 1; i < all && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			trails[i], failed[i] = g.walk(ctx, o.Seed, i, i >= o.Learners)
		}
	})
	if err := ctx.Err(); err != nil {
		return Report{}, fmt.Errorf("ended before all learners were through: %w", err)
	}
	for i, err := range failed {
		if err != nil {
			return Report{}, fmt.Errorf("simulated learner %d: %w", i+1, err)
		}
	}
	return g.report(trails[:o.Learners], trails[o.Learners:]), nil
}

// ground is a course as simulated learners see it.
type ground struct {
	course     *course.Course
	curriculum *simulate.Curriculum
	skill      map[string]int // by id
	forms      map[*course.Question][]Form
	mistakes   map[*course.Question][]course.Answer
}

func newGround(c *course.Course) *ground {
	g := &ground{
		course: c, skill: map[string]int{}, forms: map[*course.Question][]Form{}, mistakes: map[*course.Question][]course.Answer{},
	}
	c.EachQuestion(func(q *course.Question) { g.forms[q], g.mistakes[q] = Forms(q), Mistakes(q) })
	for i, s := range c.Skills {
		g.skill[s.ID] = i
	}
	needs := make([][]int, len(c.Skills))
	for i, s := range c.Skills {
		for _, id := range s.Needs {
			if n, ok := g.skill[id]; ok {
				needs[i] = append(needs[i], n)
			}
		}
	}
	g.curriculum = simulate.CurriculumOf(needs)
	return g
}

// skills are the numbers of skills, by their ids.
func (g *ground) skills(ids []string) []int {
	var list []int
	for _, id := range ids {
		if n, ok := g.skill[id]; ok {
			list = append(list, n)
		}
	}
	return list
}
