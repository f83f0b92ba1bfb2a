package plain

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/search"
	"github.com/cairn-learn/cairn/tui/fieldnotes"
)

// Session is what a dialogue asks of a learn.Session.
type Session interface {
	Course() *course.Course
	Step() learn.Step
	Do(learn.Action) (learn.Step, error)
	Progress() learn.Progress
	Choices() []learn.Asking
	Pages(lesson string) []learn.Page
	Today() learn.Today
	Decision() learn.Decision
	Map() learn.Map
	Insights() learn.Insights
	Plan() learn.Plan
	Settings() []learn.Setting
	Here() learn.Spot
	SpotOf(id string) learn.Spot
	NotesHere() []learn.Note
	MarkedHere() (id string, ok bool)
	SetBack(learn.Reset) (learn.SetBack, error)
	Resets() []learn.ResetDone
	search.Learner
	fieldnotes.Session
}
