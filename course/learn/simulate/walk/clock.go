package walk

import (
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

const (
	wordsMinute = 200.0 // words that are read in a minute
	taskMinutes = 5.0   // of a task whose author gives none
	stepMinutes = 0.2   // to look at anything at all
	blink       = 2 * time.Second

	// However far an author's minutes are from what a lesson holds, a step takes
	// between a tenth and ten times of what it would.
	leastPace, mostPace = 0.1, 10.0
)

// duration is how long a step takes: by what is there to read and to answer, and
// in a lesson whose author says how long it takes, so that all of it takes that.
func (t *traveller) duration(st learn.Step) time.Duration {
	minutes := stepMinutes
	switch st := st.(type) {
	case learn.Reading:
		words := 0
		for _, p := range st.Page.Parts {
			switch p := p.(type) {
			case learn.TextPart:
				words += len(strings.Fields(p.Markdown))
			case learn.WayPart:
				words += len(strings.Fields(p.List[p.Shown].Markdown))
			}
		}
		minutes += float64(words) / wordsMinute
	case learn.Answering:
		minutes = questionMinutes(st.Question)
	case learn.Doing:
		minutes = minutesOfTask(st.Task)
	}
	if l := st.At().Lesson; l != nil && l.Minutes > 0 && inside(st) {
		minutes *= t.paceIn(l)
	}
	return max(blink, time.Duration(minutes*float64(time.Minute)))
}

func minutesOfTask(t *course.Task) float64 {
	if t.Minutes > 0 {
		return float64(t.Minutes)
	}
	return taskMinutes
}

// paceIn is what its author says of a lesson's time, as a share of what would be
// made of its words and questions.
func (t *traveller) paceIn(l *course.Lesson) float64 {
	if _, known := t.pace[l.ID]; !known {
		t.pace[l.ID] = min(max(float64(l.Minutes)/held(l.Blocks), leastPace), mostPace)
	}
	return t.pace[l.ID]
}

// held is how many minutes blocks take that are met once, each question answered
// right: the first explanation of an idea, of a pool what is picked.
func held(blocks []course.Block) float64 {
	minutes := stepMinutes
	read := func(markdown string) float64 { return float64(len(strings.Fields(markdown))) / wordsMinute }
	for _, b := range blocks {
		switch b := b.(type) {
		case course.Text:
			minutes += read(b.Markdown)
		case *course.Ways:
			if len(b.List) > 0 {
				minutes += read(b.List[0].Markdown)
			}
		case *course.Section:
			minutes += held(b.Blocks)
		case *course.Pool:
			for _, q := range b.Questions[:min(b.Pick, len(b.Questions))] {
				minutes += stepMinutes + questionMinutes(q)
			}
		case *course.Question:
			minutes += 2*stepMinutes + questionMinutes(b) // its feedback, and the page before
		case *course.Task:
			minutes += minutesOfTask(b)
		case *course.Ask:
			minutes += stepMinutes
		case *course.Extra:
		}
	}
	return minutes
}
