package solve

import (
	"context"
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise/check"
)

// nobody is what no ask should take: something pasted by chance.
const nobody = "?"

// maxSaid is how many lines of what solve printed are tried as an answer.
const maxSaid = 1000

// pastes reports whether a learner answers a check with something that can be
// looked at, or that is kept.
func pastes(c course.Check) bool {
	return c.Kind == course.CheckAsk && (len(c.Expect) > 0 || c.Capture != "")
}

// byChance are the answers of somebody who did nothing.
func byChance(t *course.Task) map[int]string {
	said := map[int]string{}
	for i, c := range t.Checks {
		if c.Kind == course.CheckAsk && len(c.Expect) > 0 {
			said[i] = nobody
		}
	}
	return said
}

// answers are what a learner who sees what solve printed pastes: for each check of
// ask the first line of it that fits, or else all of it.
func (x *Tried) answers(ctx context.Context, proof *Proof, dir, printed string, values map[string]string) (map[int]string, error) {
	said := map[int]string{}
	printed = strings.TrimSpace(printed)
	if printed == "" {
		return said, nil
	}
	lines := strings.Split(printed, "\n")
	lines = append(lines[:min(len(lines), maxSaid)], printed)
	for i, c := range proof.Task.Checks {
		if !pastes(c) {
			continue
		}
		one := &course.Task{ID: proof.Task.ID, Checks: []course.Check{c}}
		fits := func(answer string) (bool, error) {
			r, err := check.Run(ctx, one, check.Try{Dir: dir, Values: values, Said: map[int]string{0: answer}})
			return err == nil && r.Done(), err
		}
		for _, answer := range lines {
			ok, err := fits(answer)
			if err != nil {
				return nil, err
			}
			if ok {
				said[i] = answer
				break
			}
		}
		if _, ok := said[i]; !ok {
			proof.wrong(fmt.Sprintf("solved, and nothing that solve prints is the answer to line %d of %s", c.Pos.Line, c.Pos.File))
		}
	}
	return said, nil
}
