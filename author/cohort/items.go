package cohort

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// itemKey names a question as it was.
type itemKey struct{ id, rev string }

// itemSums is what learners did with one question.
type itemSums struct {
	lessons       map[string]int
	answered      int // learners
	right         []bool
	rest          []float64 // of those of right: their share of other items right; both only where there are enough others
	rightN        int
	hints, gaveUp int
	minutes       []float64
	wrong         map[string]*given // by answer, alike ones together
}

// given is an answer that learners gave, however they wrote it.
type given struct {
	learners int
	disputed bool
	forms    map[string]int // as it was written
	answer   map[string]course.Answer
}

const mostWrong = 5 // wrong answers of an item that are listed

func (f *folder) items() []ItemRow {
	sums := map[itemKey]*itemSums{}
	for _, s := range f.shares {
		right, asked := 0, 0
		for _, it := range s.Items {
			if it.First != "" {
				asked++
				if it.First != string(course.Wrong) {
					right++
				}
			}
		}
		for _, it := range s.Items {
			key := itemKey{it.ID, it.Rev}
			if sums[key] == nil {
				sums[key] = &itemSums{lessons: map[string]int{}, wrong: map[string]*given{}}
			}
			sums[key].add(it, right, asked)
		}
	}
	questions := f.questions()
	rows := []ItemRow{}
	for key, n := range sums {
		if f.small(n.answered) {
			continue
		}
		rows = append(rows, f.item(key, n, questions[key.id]))
	}
	place := func(r ItemRow) int {
		if q, ok := questions[r.ID]; ok {
			return q.number
		}
		return len(questions)
	}
	slices.SortFunc(rows, func(a, b ItemRow) int {
		return cmp.Or(f.compare(a.Lesson, b.Lesson), cmp.Compare(place(a), place(b)), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Rev, b.Rev))
	})
	return rows
}

// add takes in what one learner did, who had so many items right at the first
// try, of so many, this one among them.
func (n *itemSums) add(it Item, right, asked int) {
	n.lessons[it.Lesson]++
	hint, gaveUp := false, it.Shown || it.Skipped
	seen := map[string]bool{}
	for i, t := range it.Tries {
		hint = hint || t.Hints > 0
		gaveUp = gaveUp || t.Answer.DontKnow
		if i == 0 {
			n.minutes = append(n.minutes, t.Minutes)
		}
		if t.Outcome != string(course.Wrong) && !t.Disputed || t.Answer.DontKnow {
			continue
		}
		n.gave(t, seen)
	}
	if hint {
		n.hints++
	}
	if gaveUp {
		n.gaveUp++
	}
	if it.First == "" {
		return
	}
	n.answered++
	ok := it.First != string(course.Wrong)
	if ok {
		n.rightN++
		right--
	}
	if asked--; asked >= leastRest {
		n.right, n.rest = append(n.right, ok), append(n.rest, float64(right)/float64(asked))
	}
}

// gave takes in a wrong answer, once for each learner.
func (n *itemSums) gave(t Try, seen map[string]bool) {
	text := answerText(t.Answer)
	key := alike(t.Answer)
	if text == "" {
		return
	}
	g := n.wrong[key]
	if g == nil {
		g = &given{forms: map[string]int{}, answer: map[string]course.Answer{}}
		n.wrong[key] = g
	}
	g.disputed = g.disputed || t.Disputed
	if seen[key] {
		return
	}
	seen[key] = true
	g.learners++
	g.forms[text]++
	g.answer[text] = t.Answer
}

// answerText is an answer on one line.
func answerText(a course.Answer) string {
	parts := a.Items
	if len(parts) == 0 {
		parts = []string{a.Text}
	}
	return strings.Join(strings.Fields(strings.Join(parts, " / ")), " ")
}

// alike is the same for answers that differ in spaces and capitals only.
func alike(a course.Answer) string { return strings.ToLower(answerText(a)) }

// most is the form that most wrote it in.
func (g *given) most() course.Answer {
	best := ""
	for _, text := range slices.Sorted(maps.Keys(g.forms)) {
		if g.forms[text] > g.forms[best] {
			best = text
		}
	}
	return g.answer[best]
}

// asked is a question of the course that was given.
type asked struct {
	*course.Question
	number int
}

// questions are those of the course that was given, by id.
func (f *folder) questions() map[string]asked {
	all := map[string]asked{}
	if f.Course == nil {
		return all
	}
	f.Course.EachQuestion(func(q *course.Question) { all[q.ID] = asked{Question: q, number: len(all)} })
	return all
}

func (f *folder) item(key itemKey, n *itemSums, q asked) ItemRow {
	row := ItemRow{
		ID: key.id, Rev: key.rev, Lesson: most(n.lessons), Answered: f.count(n.answered), Right: f.share(n.rightN, n.answered), Few: f.few(n.rightN, n.answered),
		Discrimination: f.discrimination(n.right, n.rest), Hints: f.count(n.hints), GaveUp: f.count(n.gaveUp), Minutes: f.median(n.minutes),
		Wrong: []WrongRow{}, Disputes: []DisputeRow{},
	}
	if f.Course != nil {
		current := q.Question != nil && q.Rev == key.rev
		row.Current = &current
		if q.Question != nil {
			row.Place, row.Prompt = fmt.Sprintf("%s:%d", q.Pos.File, q.Pos.Line), q.Prompt
		}
	}
	for _, g := range n.common() {
		if f.small(g.learners) {
			continue
		}
		a := g.most()
		if len(row.Wrong) < mostWrong {
			row.Wrong = append(row.Wrong, WrongRow{Answer: answerText(a), Learners: f.count(g.learners), Said: said(q, a)})
		}
		if g.disputed && !rightNow(q, a) {
			row.Disputes = append(row.Disputes, DisputeRow{Answer: answerText(a), Learners: f.count(g.learners), Lines: toPaste(q, a)})
		}
	}
	row.Look = lookAt(row)
	return row
}

// common are the wrong answers, the commonest first.
func (n *itemSums) common() []*given {
	keys := slices.SortedFunc(maps.Keys(n.wrong), func(a, b string) int {
		return cmp.Or(cmp.Compare(n.wrong[b].learners, n.wrong[a].learners), cmp.Compare(a, b))
	})
	var out []*given
	for _, key := range keys {
		out = append(out, n.wrong[key])
	}
	return out
}

// most is what was counted most often; of several the first by name.
func most(n map[string]int) string {
	best, found := "", false
	for _, name := range slices.Sorted(maps.Keys(n)) {
		if !found || n[name] > n[best] {
			best, found = name, true
		}
	}
	return best
}

// said reports whether the author says something to this very answer; nil where
// the course is not there to ask.
func said(q asked, a course.Answer) *bool {
	if q.Question == nil {
		return nil
	}
	v, err := q.Grade(a)
	if err != nil {
		return nil
	}
	found := slices.ContainsFunc(v.Replies, func(r course.Reply) bool { return r != otherwise(q.Question) })
	return &found
}

// rightNow reports whether the course has come to take the answer for right.
func rightNow(q asked, a course.Answer) bool {
	if q.Question == nil {
		return false
	}
	v, err := q.Grade(a)
	return err == nil && v.Outcome == course.Right
}

// otherwise is what the author says to every wrong answer that is not named.
func otherwise(q *course.Question) course.Reply {
	switch f := q.Form.(type) {
	case *course.Typed:
		return f.Otherwise
	case *course.Order:
		return f.Reply
	case *course.Match:
		return f.Reply
	case *course.Blanks:
		return f.Reply
	}
	return course.Reply{}
}

// lookAt says in short what is unusual about an item.
func lookAt(r ItemRow) []string {
	look := []string{}
	if d := r.Discrimination; d != nil {
		switch {
		case *d <= -twice/math.Sqrt(float64(r.Answered)):
			look = append(look, "those who do well elsewhere get it wrong: is the key right?")
		case *d < weak && r.Answered >= manyEnough:
			look = append(look, "it hardly tells those who know from those who do not")
		}
	}
	if r.Few == "right" || r.Right != nil && *r.Right < hard {
		look = append(look, "few have it right at the first try")
	}
	for _, w := range r.Wrong {
		if w.Said != nil && !*w.Said {
			look = append(look, "a common wrong answer gets no reply of its own")
			break
		}
	}
	return look
}

const (
	// By chance alone a correlation is farther than two standard errors, each of
	// about 1 over the root of the number of learners, from 0 in one item of twenty.
	twice = 2

	weak       = 0.1 // discrimination below which an item tells little,
	manyEnough = 30  // where so many answered
	hard       = 0.3 // share right below which an item is hard
)
