package learn

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// pageFull is how many bytes of text a page holds before the next heading of
// level one or two begins a new one.
const pageFull = 400

// item is one thing to meet in a lesson. Exactly one of page, question, ask,
// task and extra is set.
type item struct {
	id       string
	page     *Page
	question *course.Question
	ask      *course.Ask
	task     *course.Task
	extra    *course.Extra
	intro    string       // of the pool the question was picked from
	rule     *course.Rule // what makes it show; nil: always there
}

// plan lists what this learner meets in a lesson, in order, as things stand.
func (s *Session) plan(l *course.Lesson) []item {
	p := planner{s: s, lesson: l.ID, facts: s.facts(l.ID)}
	p.walk(l.Blocks, nil)
	p.flush()
	if len(p.items) == 0 && p.bare != nil {
		p.items = append(p.items, *p.bare)
	}
	if s.index.placement(l.ID) {
		return s.undecided(p.items)
	}
	return p.items
}

// planner gathers text into pages and everything else into items.
type planner struct {
	s      *Session
	lesson string
	facts  course.Facts
	items  []item
	page   *Page
	size   int
	rule   *course.Rule
	bare   *item // the last page that holds nothing but a heading
}

func (p *planner) walk(blocks []course.Block, rule *course.Rule) {
	for _, b := range blocks {
		switch b := b.(type) {
		case course.Text:
			if b.Level > 0 && b.Level <= 2 && p.size > pageFull {
				p.flush()
			}
			p.text(TextPart{b}, b.ID, b.Title, len(b.Markdown), rule)
		case *course.Ways:
			p.text(WayPart{b, p.s.wayShown(b)}, b.ID, "", pageFull, rule)
		case *course.Section:
			if b.When.Holds(p.facts) {
				p.walk(b.Blocks, b.When)
			}
		case *course.Extra:
			p.extra(b, rule)
		case *course.Pool:
			for _, q := range p.s.pick(p.lesson, b) {
				p.question(q, b.Intro, rule)
			}
		case *course.Question:
			p.question(b, "", rule)
		case *course.Ask:
			if b.When.Holds(p.facts) {
				p.add(item{id: b.ID, ask: b, rule: either(b.When, rule)})
			}
		case *course.Task:
			if b.When.Holds(p.facts) {
				p.add(item{id: b.ID, task: b, rule: either(b.When, rule)})
			}
		}
	}
}

func (p *planner) question(q *course.Question, intro string, rule *course.Rule) {
	if q.When.Holds(p.facts) {
		p.add(item{id: q.ID, question: q, intro: intro, rule: either(q.When, rule)})
	}
}

func (p *planner) extra(x *course.Extra, rule *course.Rule) {
	p.add(item{id: x.ID, extra: x, rule: rule})
	if p.s.state.offers[x.ID] {
		p.walk(x.Blocks, rule)
		p.flush()
	}
}

func (p *planner) text(part Part, id, title string, size int, rule *course.Rule) {
	if p.page == nil {
		p.page = &Page{ID: id}
		p.rule = rule
	}
	if p.page.Title == "" {
		p.page.Title = title
	}
	p.page.Parts = append(p.page.Parts, part)
	p.size += size
}

// flush ends the page. One that holds nothing but headings is passed over, as
// long as the lesson holds anything else.
func (p *planner) flush() {
	if p.page != nil {
		it := item{id: p.lesson + "#" + p.page.ID, page: p.page, rule: p.rule}
		if p.page.bare() {
			p.bare = &it
		} else {
			p.items = append(p.items, it)
		}
	}
	p.page, p.size, p.rule = nil, 0, nil
}

// bare reports whether a page holds nothing but headings.
func (p *Page) bare() bool {
	for _, part := range p.Parts {
		t, ok := part.(TextPart)
		if !ok {
			return false
		}
		_, body, _ := strings.Cut(strings.TrimSpace(t.Markdown), "\n")
		if t.Level == 0 || strings.Trim(body, "=- \t\r\n") != "" {
			return false
		}
	}
	return true
}

func (p *planner) add(it item) {
	p.flush()
	p.items = append(p.items, it)
}

func either(a, b *course.Rule) *course.Rule {
	if a != nil {
		return a
	}
	return b
}

// wayShown is the explanation that shows first: the one this learner switched
// to here, else the one of their preferred way, else the first.
func (s *Session) wayShown(w *course.Ways) int {
	for _, key := range []string{s.state.ways[w.ID], s.choice("way")} {
		for i, way := range w.List {
			if key != "" && way.Key == key {
				return i
			}
		}
	}
	return 0
}

// pick chooses the questions of a pool: the same ones all through a round of
// the lesson, others when it is taken again.
func (s *Session) pick(lesson string, p *course.Pool) []*course.Question {
	n := len(p.Questions)
	if p.Pick >= n || p.Pick < 1 {
		return p.Questions
	}
	order := slices.Clone(p.Questions)
	slices.SortStableFunc(order, func(a, b *course.Question) int {
		return compareHash(s.hash(a.ID), s.hash(b.ID))
	})
	round := 0
	if l := s.state.lessons[lesson]; l != nil {
		round = l.round
	}
	picked := make([]*course.Question, 0, p.Pick)
	for i := range p.Pick {
		picked = append(picked, order[(round*p.Pick+i)%n])
	}
	return picked
}

// hash is a number that depends on the learner and the id, and on nothing else.
func (s *Session) hash(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(strconv.FormatUint(s.deps.Seed, 16) + " " + s.course.ID + " " + id))
	return h.Sum64()
}

func compareHash(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// met reports whether the learner is done with an item, this round.
func (s *Session) met(l *lesson, it item) bool {
	switch {
	case it.question != nil:
		q := s.state.questions[it.id]
		return q != nil && q.settled && q.rev == it.question.Rev
	case it.ask != nil:
		return s.state.asked[it.id]
	case it.extra != nil:
		_, answered := s.state.offers[it.id]
		return answered
	}
	return l.read[it.id]
}

// next is the index of the item the learner meets now, or -1 at the lesson's
// end. It goes forward from what was met last, and only then back to what was
// asked again, added or changed, so that an edited lesson never throws the
// learner back in mid-course.
func (s *Session) next(l *lesson, items []item) int {
	start := 0
	for i, it := range items {
		if l.from != "" && (it.id == l.from || it.page != nil && it.page.ID == l.from) {
			start = i
		}
	}
	first := start
	for i := len(items) - 1; i >= start; i-- {
		if s.met(l, items[i]) {
			first = i + 1
			break
		}
	}
	for i := first; i < len(items); i++ {
		if !s.met(l, items[i]) {
			return i
		}
	}
	for i := start; i < min(first, len(items)); i++ {
		if (items[i].question != nil || items[i].task != nil) && !s.met(l, items[i]) {
			return i
		}
	}
	return -1
}
