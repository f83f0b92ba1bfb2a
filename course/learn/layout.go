package learn

import (
	"math/rand/v2"

	"github.com/cairn-learn/cairn/course"
)

// layout is the order in which the options, items or right-hand sides of a
// question are shown: the same for one learner at all times, another for the
// next learner. Typed questions and blanks have none.
func (s *Session) layout(q *course.Question) []int {
	r := rand.New(rand.NewPCG(s.hash(q.ID), 1))
	switch f := q.Form.(type) {
	case *course.Options:
		return optionLayout(f, q.Shuffle, r)
	case *course.Order:
		return disorder(len(f.Items), r)
	case *course.Match:
		return disorder(len(f.Pairs), r)
	}
	return nil
}

// optionLayout keeps "I don't know" last.
func optionLayout(f *course.Options, shuffle bool, r *rand.Rand) []int {
	var known, unknown []int
	for i, o := range f.List {
		if o.DontKnow && shuffle {
			unknown = append(unknown, i)
		} else {
			known = append(known, i)
		}
	}
	if shuffle {
		r.Shuffle(len(known), func(i, j int) { known[i], known[j] = known[j], known[i] })
	}
	return append(known, unknown...)
}

// disorder is a random order of n that is not the right one.
func disorder(n int, r *rand.Rand) []int {
	order := r.Perm(n)
	for i, v := range order {
		if i != v {
			return order
		}
	}
	for i := range order {
		order[i] = (i + 1) % n
	}
	return order
}
