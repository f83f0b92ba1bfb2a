package learn

import "github.com/cairn-learn/cairn/course"

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
	whatExtra     = "extra"
	whatLesson    = "lesson"
	whatCourse    = "course"
	whatDetour    = "detour"
	whatPlacement = "placement"
	whatOpen      = "open"
	whatRedo      = "redo"
	whatGo        = "go"
)

// index finds the parts of a course by their ids.
type index struct {
	lessons    map[string]*course.Lesson
	questions  map[string]*course.Question
	asks       map[string]*course.Ask
	home       map[string]string   // lesson that holds an item
	contents   map[string][]string // ids of the items of a lesson, in order
	extra      map[string]string   // extra that holds an item
	pool       map[string]*course.Pool
	forks      map[string]*course.Choose
	onPath     map[string]bool
	onboarding map[string]bool     // Asks of the onboarding
	needs      map[string][]string // prerequisites of a skill
	place      string              // id of the placement test
}

func newIndex(c *course.Course) *index {
	ix := &index{
		lessons: map[string]*course.Lesson{}, questions: map[string]*course.Question{},
		asks: map[string]*course.Ask{}, home: map[string]string{},
		contents: map[string][]string{}, extra: map[string]string{}, pool: map[string]*course.Pool{}, forks: map[string]*course.Choose{},
		onPath: map[string]bool{}, onboarding: map[string]bool{}, needs: map[string][]string{},
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
	for _, k := range c.Skills {
		ix.needs[k.ID] = k.Needs
	}
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

// placement reports whether id is the placement test's.
func (ix *index) placement(id string) bool { return id != "" && id == ix.place }

// title names a lesson; an unknown id names itself.
func (ix *index) title(lesson string) string {
	if l := ix.lessons[lesson]; l != nil {
		return l.Title
	}
	return lesson
}

// closure returns a known skill and everything it builds on.
func (ix *index) closure(skill string) []string {
	var out []string
	done := map[string]bool{}
	var walk func(string)
	walk = func(id string) {
		below, known := ix.needs[id]
		if !known || done[id] {
			return
		}
		done[id] = true
		out = append(out, id)
		for _, n := range below {
			walk(n)
		}
	}
	walk(skill)
	return out
}
