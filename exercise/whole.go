package exercise

import (
	"fmt"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/trust"
)

// Rest is what the other tasks of the course run and the learner has not agreed to
// yet, in the order of the course, so that they can be asked once for all of it: as
// the Rest of a State that they agree to. It is empty where that is more than
// anybody reads at once. What nobody can be asked is left out.
func (b *Bench) Rest(t *course.Task) ([]trust.Request, error) {
	var rest []trust.Request
	size := 0
	for _, other := range b.Course.TasksInOrder() {
		if other == t {
			continue
		}
		p := b.practice(nil)
		r, runs, err := b.request(other, p)
		if err != nil {
			return nil, fmt.Errorf("looking what %s runs: %w", textsafe.Line(other.ID), err)
		}
		if !runs || r.Check() != nil || b.agreedNow(r) {
			continue
		}
		if agreed, err := b.Trust.Granted(r); err == nil && agreed {
			continue
		}
		for _, c := range r.Commands {
			size += len(c.Text)
		}
		if size > trust.MaxText {
			return nil, nil
		}
		rest = append(rest, r)
	}
	return rest, nil
}
