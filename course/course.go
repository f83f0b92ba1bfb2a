// Package course holds what an author writes: a course of lessons, questions
// and rules, read from Markdown and YAML, checked, and ready to be graded.
//
// A loaded Course is immutable and may be shared. The package knows no
// terminal, no clock and no learner; it reads an fs.FS and nothing else.
// What a file says is data, never code.
package course

import "slices"

// Course is one course as its files describe it.
type Course struct {
	ID       string // progress is stored under it; default: the folder's name
	Version  string // the author's own, such as "1.2.0"; may be empty
	Hash     string // hex SHA-256 over the names and bytes of the files read
	Title    string
	Summary  string
	Language string // BCP 47; "en" when the author is silent
	Authors  []string
	License  string
	Minutes  int // 0 when unknown

	Skills    []Skill  // in the author's order
	Goals     []Goal   // in the author's order
	Interests []Choice // what a learner may be interested in
	Ways      []Choice // how a learner may like an idea explained
	Paces     []Pace   // never empty: relaxed, steady and fast by default
	Mixups    []Mixup  // named wrong ideas

	Onboarding []*Ask  // asked first; built from the lists above when there is no onboarding file
	Welcome    string  // Markdown above the first question; may be empty
	Placement  *Lesson // nil when the course has none

	Path     []Stop    // the road, top to bottom
	Lessons  []*Lesson // every lesson, detour, extra and project, in natural file order
	Cards    []Card
	Glossary []Entry

	Tasks TaskPolicy
}

// Lesson is one Markdown file that a learner goes through.
type Lesson struct {
	ID      string
	Title   string
	Kind    LessonKind
	File    string // slash-separated, below the course's folder
	Skills  []string
	Needs   []string // ids of skills or lessons that come first
	Minutes int      // 0 when unknown
	When    *Rule    // nil: always
	Skip    *Rule    // nil: never known already
	Next    []NextRule
	Blocks  []Block

	StopWhen StopPolicy // of a placement test, never empty there; empty in other lessons
}

// StopPolicy says when a placement test ends.
type StopPolicy string

// The values of a placement test's stop.
const (
	StopWhenClear StopPolicy = "when-clear" // as soon as nothing that is left would tell much; the default
	StopAtEnd     StopPolicy = "at-end"     // when every question was asked
)

// LessonKind says what a file is for.
type LessonKind string

// The kinds a file may declare in its front matter.
const (
	KindLesson     LessonKind = "lesson"
	KindDetour     LessonKind = "detour"
	KindExtra      LessonKind = "extra"
	KindProject    LessonKind = "project"
	KindOnboarding LessonKind = "onboarding"
	KindPlacement  LessonKind = "placement"
	KindCards      LessonKind = "cards"
	KindGlossary   LessonKind = "glossary"
)

// NextRule is one entry of a lesson's next list. Exactly one of Detour, Go and
// Ask is set. The first rule that holds when the lesson ends decides.
type NextRule struct {
	When   *Rule  // nil: always
	Detour string // id of a lesson: go there and come back
	Go     string // id of a lesson: go there and continue from there
	Ask    string // id of an Ask: ask it again
	Pos    Pos
}

// Stop is one entry of the road. Exactly one of Lesson and Choose is set.
type Stop struct {
	Module   string // title of the module it belongs to; may be empty
	Lesson   *Lesson
	When     *Rule // nil: always
	Optional bool  // offered, not required
	Choose   *Choose
}

// Choose is a fork in the road: the learner takes Pick of the lessons in From.
type Choose struct {
	ID    string
	Title string
	Pick  int
	From  []*Lesson
}

// Skill is what mastery is counted on.
type Skill struct {
	ID    string
	Title string
	Goal  float64  // mastery from which the author calls it known, in 0..0.99; 0: the program's own line
	Needs []string // prerequisites, a graph without cycles
}

// Goal is something learners may come for.
type Goal struct {
	ID     string
	Title  string
	Skills []string // what the goal asks for; empty: everything
}

// Choice is a code word with what the learner reads.
type Choice struct {
	ID    string
	Title string
}

// Pace is what a learner's pace changes.
type Pace struct {
	ID        string
	Title     string
	Days      int       // planned days a week, 1..7
	Session   int       // minutes in one sitting
	SkipKnown SkipKnown // what happens to a lesson whose skip rule holds
	BuiltIn   bool      // Title is the program's own, in English; a front end says it by ID
}

// SkipKnown says what happens to a lesson that the learner seems to know.
type SkipKnown string

// The values of a pace's skip_known.
const (
	SkipNever  SkipKnown = "never"
	SkipOffer  SkipKnown = "offer"
	SkipAlways SkipKnown = "always"
)

// Mixup is a wrong idea worth naming.
type Mixup struct {
	ID     string
	Says   string // the idea in the learner's words, Markdown
	Detour string // id of the lesson that clears it up; may be empty
}

// TaskPolicy says whether the checks of tasks may be run at all.
type TaskPolicy string

// The values of tasks.run.
const (
	TasksAsk   TaskPolicy = "ask"
	TasksNever TaskPolicy = "never"
)

// Card is one review card.
type Card struct {
	ID     string
	Front  string // Markdown; for a cloze, the text with the gap shown as "[…]"
	Back   string // Markdown
	Skills []string
	After  string // id of the lesson after which it comes up; may be empty
	Rev    string // hash of front and back
	Pos    Pos

	afterPos Pos // where the lesson is named
}

// Entry is one term of the glossary.
type Entry struct {
	Term    string
	Meaning string // Markdown
	Pos     Pos
}

// Pos is a place in a file of the course. Lines and columns count from 1, in
// lines and bytes; zero means the file as a whole.
type Pos struct {
	File string
	Line int
	Col  int
}

// Lesson returns the lesson with the given id, or nil. It also finds the
// placement test, which is a lesson of its own kind.
func (c *Course) Lesson(id string) *Lesson {
	for _, l := range c.Lessons {
		if l.ID == id {
			return l
		}
	}
	if c.Placement != nil && c.Placement.ID == id {
		return c.Placement
	}
	return nil
}

// IDs are all that progress may hang on: the ids of lessons, questions, tasks and
// Asks, of cards and of forks.
func (c *Course) IDs() map[string]bool {
	ids := map[string]bool{}
	lessons := c.Lessons
	if c.Placement != nil {
		lessons = append(slices.Clone(lessons), c.Placement)
	}
	for _, l := range lessons {
		ids[l.ID] = true
		eachBlock(l.Blocks, func(b Block) {
			switch b := b.(type) {
			case *Question:
				ids[b.ID] = true
			case *Task:
				ids[b.ID] = true
			case *Ask:
				ids[b.ID] = true
			case *Extra:
				ids[b.ID] = true
			case Text, *Ways, *Section, *Pool:
			}
		})
	}
	for _, a := range c.Onboarding {
		ids[a.ID] = true
	}
	for _, k := range c.Cards {
		ids[k.ID] = true
	}
	for _, s := range c.Path {
		if s.Choose != nil {
			ids[s.Choose.ID] = true
		}
	}
	return ids
}
