package learn

import (
	"cmp"
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
	p := planner{s: s, lesson: l.ID, facts: s.facts(l.ID), due: s.due(l.ID)}
	p.walk(l.Blocks, nil)
	p.flush()
	if len(p.items) == 0 && p.bare != nil {
		p.items = append(p.items, *p.bare)
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
	bare   *item  // the last page that holds nothing but a heading
	due    string // question that is asked again, whatever its rules say
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
			} else if q := p.s.index.questions[p.due]; q != nil && holds(b.Blocks, p.due) {
				p.question(q, "", rule)
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
	if q.ID == p.due || q.When.Holds(p.facts) {
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

// ids names the texts of a page in a lesson; the first one names the page.
func (p *Page) ids(lesson string) []string {
	ids := make([]string, 0, len(p.Parts))
	for _, part := range p.Parts {
		switch part := part.(type) {
		case TextPart:
			ids = append(ids, lesson+"#"+part.ID)
		case WayPart:
			ids = append(ids, lesson+"#"+part.ID)
		}
	}
	return ids
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

// hash is a number that depends on the learner and the id, and on nothing else.
func (s *Session) hash(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(strconv.FormatUint(s.deps.Seed, 16) + " " + cmp.Or(s.deps.Order, s.course.ID) + " " + id))
	return h.Sum64()
}

// due is the question of a lesson that the learner has come back to, or empty.
func (s *Session) due(lesson string) string {
	if b := s.state.back; b != nil && b.home == lesson {
		return b.item
	}
	return ""
}

// holds reports whether the blocks hold a question.
func holds(blocks []course.Block, id string) bool {
	return slices.ContainsFunc(blocks, func(b course.Block) bool {
		switch b := b.(type) {
		case *course.Question:
			return b.ID == id
		case *course.Pool:
			return slices.ContainsFunc(b.Questions, func(q *course.Question) bool { return q.ID == id })
		case *course.Section:
			return holds(b.Blocks, id)
		case *course.Extra:
			return holds(b.Blocks, id)
		}
		return false
	})
}

// met reports whether the learner is done with an item, this round.
func (s *Session) met(l *lesson, lesson string, it item) bool {
	switch {
	case it.question != nil:
		q := s.state.question(it.id)
		return q.settled && q.rev == it.question.Rev
	case it.task != nil:
		q := s.state.question(it.id)
		return q.settled && q.rev == it.task.Rev
	case it.ask != nil:
		return s.state.asked[it.id]
	case it.extra != nil:
		return s.offered(it.id)
	}
	return !slices.ContainsFunc(it.page.ids(lesson), func(id string) bool { return !l.read[id] })
}

// next is the index of the item the learner meets now, or -1 at the lesson's
// end: first the question they came back to; then what is open from where they
// were last; and only then the questions and tasks before it that were asked
// again, added or changed, so that an edited lesson never throws the learner
// back in mid-course.
func (s *Session) next(lesson string, items []item) int {
	l := s.state.lesson(lesson)
	met := func(i int) bool { return s.met(l, lesson, items[i]) }
	if i := findItem(items, lesson, s.due(lesson)); i >= 0 && !met(i) {
		return i
	}
	at := s.lastItem(l, lesson, items)
	for i := at; i < len(items); i++ {
		if !met(i) {
			return i
		}
	}
	first := max(0, findItem(items, lesson, l.from))
	for i := range at {
		again := s.state.question(items[i].id).again != ""
		if (i >= first || again) && (items[i].question != nil || items[i].task != nil) && !met(i) {
			return i
		}
	}
	return -1
}

// lastItem is the index of the item the learner was at last. When it is gone,
// it is the one after what was met last.
func (s *Session) lastItem(l *lesson, lesson string, items []item) int {
	if i := findItem(items, lesson, l.at); i >= 0 || l.at == "" {
		return max(0, i)
	}
	i := len(items)
	for i > 0 && !s.met(l, lesson, items[i-1]) {
		i--
	}
	return i
}

// findItem is the index of the item, or of the page that holds the text, of
// the given id, or -1.
func findItem(items []item, lesson, id string) int {
	return slices.IndexFunc(items, func(it item) bool {
		return id != "" && (it.id == id || it.page != nil && slices.Contains(it.page.ids(lesson), id))
	})
}
