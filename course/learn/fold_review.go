package learn

import (
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// kept is how firm one question, card or term is.
type kept struct {
	memory model.Memory
	first  model.Day // it was met
	last   model.Day
	rights int  // days in a row on which it was right
	lapses int  // times it was missed
	gone   bool // its skills keep it from here on
}

// Bounds of a review.
const (
	keptRights = 2 // days right, after which a question that was missed is left to its skills
	leechFrom  = 4 // misses that make a leech
	newCards   = 5 // cards and terms that begin on one day, at most
)

// run is a review under way.
type run struct {
	event string
	day   model.Day
	queue []string
	items []ranItem
	spent time.Duration
}

// ranItem is one answer in a review.
type ranItem struct {
	key   string
	item  string // question that was put; empty: a card
	right bool
}

// met reports how often an item was asked in the review.
func (r *run) met(key string) int {
	n := 0
	for _, it := range r.items {
		if it.key == key {
			n++
		}
	}
	return n
}

// through is the place in the queue of the last item that was asked.
func (r *run) through() int {
	last, done := 0, map[string]int{}
	for n, key := range r.queue {
		if done[key]++; r.met(key) >= done[key] {
			last = n + 1
		}
	}
	return last
}

// dueKey names an item that can be reviewed.
func dueKey(kind DueKind, id string) string {
	switch kind {
	case DueOpen:
		kind = DueSkill
	case DueTerm:
		kind = DueCard
	case DueSkill, DueQuestion, DueCard:
	}
	return string(kind) + ":" + id
}

// splitKey takes such a name apart.
func splitKey(key string) (kind DueKind, id string) {
	k, id, _ := strings.Cut(key, ":")
	return DueKind(k), id
}

// miss takes in that a question was missed: it comes back tomorrow.
func (s *state) miss(e *Event) {
	if s.index.questions[e.Item] != nil {
		s.keep(dueKey(DueQuestion, e.Item), model.Again)
	}
}

// keep takes in how well an item was recalled.
func (s *state) keep(key string, g model.Grade) {
	today, k := s.learner.Today, s.met[key]
	if s.saved != nil {
		s.saved.key, s.saved.kept = key, nil
		if k != nil {
			before := *k
			s.saved.kept = &before
		}
	}
	if k == nil {
		k = &kept{memory: s.engine.FSRS.First(g), first: today, last: today}
		if s.met[key] = k; g == model.Again {
			k.lapses++
		}
		return
	}
	again := today <= k.last
	k.memory = s.engine.FSRS.Next(k.memory, g, float64(today-k.last))
	k.last = today
	switch {
	case g == model.Again:
		k.gone, k.rights = false, 0
		k.lapses++
	case !again:
		k.rights++
	}
	kind, id := splitKey(key)
	if kind == DueQuestion && k.rights >= keptRights && len(s.index.skillsOf(id)) > 0 {
		k.gone = true
	}
}

func (s *state) foldReviewed(e *Event) {
	s.pending = nil
	clear(s.instead)
	switch e.What {
	case whatBegin:
		if e.Answer != nil {
			if e.Ref != "" {
				s.offers[e.Ref] = true
			}
			s.run = &run{event: e.ID(), day: s.learner.Today, queue: slices.Clone(e.Answer.Items)}
		}
	case whatCard:
		s.judged(e)
	case whatEnd:
		s.run = nil
	}
}

// foldReviewAnswer takes in the answer to a question of a review.
func (s *state) foldReviewAnswer(e *Event) {
	g := gradeOf(e)
	if key := dueKey(DueQuestion, e.Item); s.met[key] != nil || !right(e) {
		s.keep(key, g)
	}
	s.ran(e, right(e))
}

// judged takes in what the learner says of a card.
func (s *state) judged(e *Event) {
	g := model.Again
	switch {
	case e.Answer != nil && e.Answer.Text == string(KnewEasy):
		g = model.Easy
	case e.Score > 0:
		g = model.Good
	}
	s.saved = &snapshot{skills: map[int]model.Skill{}, points: map[int]float64{}}
	s.keep(e.Ref, g)
	s.ran(e, g != model.Again)
	kind, id := splitKey(e.Ref)
	c := s.index.cards[id]
	if kind != DueCard || c == nil {
		return
	}
	score := 0.0
	if g != model.Again {
		score = 1
	}
	for _, i := range s.index.skills.indexes(c.Skills) {
		a := model.Answer{Evidence: model.SelfJudged(), Score: score, Weight: 1, Unaided: true, Judged: true, Told: true}
		s.touched[i] = s.learner.Today
		if k := &s.learner.Skills[i]; k.Mastered && len(s.index.skills.asked[i]) > 0 {
			continue // the course can check it, and does
		}
		s.evidence(e, i, a, g)
	}
}

// ran counts an answer for the review under way.
func (s *state) ran(e *Event, ok bool) {
	s.today().Reviews++
	if s.run != nil {
		s.run.items = append(s.run.items, ranItem{e.Ref, e.Item, ok})
	}
}

// ranWell lets the last answer to an item of the review have been right, or one
// that was only misspelt.
func (s *state) ranWell(e *Event) {
	if s.run == nil {
		return
	}
	if e.Outcome == course.Spelling {
		s.run.items = append(s.run.items, ranItem{e.Ref, e.Item, true})
	} else if n := len(s.run.items); n > 0 && s.run.items[n-1].key == e.Ref {
		s.run.items[n-1].right = true
	}
}

// lapses is how often what can be reviewed was missed.
func (s *state) lapses(key string) int {
	kind, id := splitKey(key)
	if i, ok := s.index.skills.at[id]; ok && kind == DueSkill {
		return s.learner.Skills[i].Lapses
	}
	if k := s.met[key]; k != nil {
		return k.lapses
	}
	return 0
}

// unclearNote is what the learner wrote at the end of a sitting.
type unclearNote struct {
	text   string
	when   time.Time
	lesson string
}

// foldNoted takes in what the learner says is unclear, and what was told of a
// leech; the rest is the learner's notes and bookmarks.
func (s *state) foldNoted(e *Event) {
	switch e.What {
	case whatUnclear:
		s.closed = s.learner.Today
		delete(s.drafts, whatClosing)
		s.unclear = append(s.unclear, unclearNote{text: e.Note, when: e.Time, lesson: e.Item})
	case whatLeech:
		s.leeches[e.Ref] = true
	default:
		s.foldNote(e)
	}
}
