package learn

import (
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// What says which variant of a kind an event is.
const (
	whatPage      = "page"
	whatHint      = "hint"
	whatAnswer    = "answer"
	whatWay       = "way"
	whatFeedback  = "feedback"
	whatAsk       = "ask"
	whatFork      = "fork"
	whatOffer     = "offer"
	whatQuestion  = "question"
	whatTask      = "task"
	whatSave      = "save"
	whatExtra     = "extra"
	whatLesson    = "lesson"
	whatCourse    = "course"
	whatDetour    = "detour"
	whatPlacement = "placement"
	whatOpen      = "open"
	whatRedo      = "redo"
	whatGo        = "go"

	whatTry      = "try"
	whatPractice = "practice"
	whatCheck    = "check"
	whatReview   = "review"
	whatPlaced   = "placed"
	whatExplain  = "explain"
	whatMore     = "more"
	whatFix      = "fix"
	whatPlanning = "planning"
	whatClosing  = "closing"
	whatRest     = "rest"
	whatBegin    = "begin"
	whatEnd      = "end"
	whatCard     = "card"
	whatUnclear  = "unclear"
	whatLeech    = "leech"
	whatNote     = "note"
	whatEdited   = "edited"
	whatRemoved  = "removed"
	whatMarked   = "marked"
	whatUnmarked = "unmarked"
	refAside     = "aside" // Ref of a hint to a question put outside its place

	whatHarder = "harder"
	whatEasier = "easier"
)

// index finds the parts of a course by their ids.
type index struct {
	lessons    map[string]*course.Lesson
	questions  map[string]*course.Question
	asks       map[string]*course.Ask
	tasks      map[string]*course.Task
	home       map[string]string   // lesson that holds an item
	contents   map[string][]string // ids of the items of a lesson, in order
	extra      map[string]string   // extra that holds an item
	pool       map[string]*course.Pool
	forks      map[string]*course.Choose
	onPath     map[string]bool
	onboarding map[string]bool // Asks of the onboarding
	paces      []course.Pace
	skills     skills
	cards      map[string]*course.Card
	terms      map[string]*course.Entry
	used       map[string]string // first lesson that uses a term
	sizes      map[string]size   // of lessons that were measured
	place      string            // id of the placement test
	drawn      bool              // the test is made of the lessons' own questions
	states     *model.States     // what a learner may know already
	places     map[string]spotAt // by id; nil: nobody asked yet

	outset map[int]float64 // mastery before anything was done, where it is not the usual one; by skill
	begun  model.Day       // when that was so
}

// begins takes what was known before anything was done.
func (ix *index) begins(mastery map[string]float64, today model.Day) {
	ix.outset, ix.begun = map[int]float64{}, today
	for id, m := range mastery {
		if i, ok := ix.skills.at[id]; ok {
			ix.outset[i] = min(max(m, 0), 1)
		}
	}
}

// knows gives a learner at the start what is known of them.
func (ix *index) knows(e *model.Engine, l *model.Learner) {
	if len(ix.outset) == 0 {
		return
	}
	l.Today = ix.begun
	for i, m := range ix.outset {
		if m >= e.Line(i) {
			e.Skip(l, i)
		}
		e.Place(l, i, m)
	}
}

func newIndex(c *course.Course) *index {
	ix := &index{
		lessons: map[string]*course.Lesson{}, questions: map[string]*course.Question{}, tasks: map[string]*course.Task{},
		asks: map[string]*course.Ask{}, home: map[string]string{},
		contents: map[string][]string{}, extra: map[string]string{}, pool: map[string]*course.Pool{}, forks: map[string]*course.Choose{},
		onPath: map[string]bool{}, onboarding: map[string]bool{},
		cards: map[string]*course.Card{}, terms: map[string]*course.Entry{},
		paces: c.Paces, sizes: map[string]size{},
	}
	for _, l := range c.Lessons {
		ix.lessons[l.ID] = l
		ix.blocks(l.ID, "", l.Blocks)
	}
	if c.Placement != nil {
		ix.place = c.Placement.ID
		ix.lessons[ix.place] = c.Placement
		ix.blocks(ix.place, "", c.Placement.Blocks)
	}
	for _, a := range c.Onboarding {
		ix.asks[a.ID] = a
		ix.onboarding[a.ID] = true
	}
	for _, s := range c.Path {
		if s.Lesson != nil {
			ix.onPath[s.Lesson.ID] = true
		}
		if s.Choose != nil {
			ix.forks[s.Choose.ID] = s.Choose
			for _, l := range s.Choose.From {
				ix.onPath[l.ID] = true
			}
		}
	}
	for i := range c.Cards {
		ix.cards[c.Cards[i].ID] = &c.Cards[i]
	}
	for i := range c.Glossary {
		ix.terms[c.Glossary[i].Term] = &c.Glossary[i]
	}
	ix.skills = newSkills(c, ix)
	ix.draw(c)
	return ix
}

// blocks enters what a lesson, or an extra in it, holds.
func (ix *index) blocks(lesson, extra string, blocks []course.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *course.Question:
			ix.item(lesson, extra, b.ID)
			ix.questions[b.ID] = b
		case *course.Ask:
			ix.item(lesson, extra, b.ID)
			if ix.asks[b.ID] == nil {
				ix.asks[b.ID] = b
			}
		case *course.Task:
			ix.item(lesson, extra, b.ID)
			ix.tasks[b.ID] = b
		case *course.Pool:
			ix.home[b.ID] = lesson
			for _, q := range b.Questions {
				ix.item(lesson, extra, q.ID)
				ix.questions[q.ID] = q
				ix.pool[q.ID] = b
			}
		case *course.Extra:
			ix.item(lesson, extra, b.ID)
			ix.blocks(lesson, b.ID, b.Blocks)
		case *course.Section:
			ix.blocks(lesson, extra, b.Blocks)
		case course.Text, *course.Ways:
		}
	}
}

func (ix *index) item(lesson, extra, id string) {
	ix.home[id] = lesson
	ix.contents[lesson] = append(ix.contents[lesson], id)
	if extra != "" {
		ix.extra[id] = extra
	}
}

// placement reports whether id is the placement test's, or was that of the one
// that was made before the author wrote one.
func (ix *index) placement(id string) bool { return id != "" && (id == ix.place || id == drawnID) }

// title names a lesson; an unknown id names itself.
func (ix *index) title(lesson string) string {
	if l := ix.lessons[lesson]; l != nil {
		return l.Title
	}
	return lesson
}

// usedIn is the first lesson of the road whose text uses a term; empty: none
// does.
func (ix *index) usedIn(c *course.Course, term string) string {
	if ix.used == nil {
		ix.used = map[string]string{}
		for _, l := range roadFirst(c) {
			if ix.onPath[l.ID] {
				ix.use(l)
			}
		}
	}
	return ix.used[term]
}

// use enters the terms that a lesson uses.
func (ix *index) use(l *course.Lesson) {
	var b strings.Builder
	addText(&b, l.Blocks)
	text := spaced(b.String())
	for term := range ix.terms {
		word := spaced(term)
		if ix.used[term] == "" && strings.TrimSpace(word) != "" && strings.Contains(text, word) {
			ix.used[term] = l.ID
		}
	}
}

// notInWord reports whether a rune stands between words.
func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// addText adds what a lesson explains.
func addText(b *strings.Builder, blocks []course.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case course.Text:
			b.WriteString(block.Markdown + "\n")
		case *course.Ways:
			for _, w := range block.List {
				b.WriteString(w.Markdown + "\n")
			}
		case *course.Section:
			addText(b, block.Blocks)
		case *course.Extra, *course.Pool, *course.Question, *course.Ask, *course.Task:
		}
	}
}
