package learn

import (
	"math"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// wordsAMinute is how fast a text is read that one learns from. Adults read
// non-fiction at about 238 words a minute (Brysbaert 2019); this is slower, as it
// is to be kept.
const wordsAMinute = 200

const (
	taskMinutes   = 3 // of a task whose author gives none
	lessonAtLeast = 1 // minutes
)

// size is what a lesson holds, apart from what is only offered.
type size struct {
	words int
	asked float64 // minutes of its questions
	tasks float64 // minutes
	ideas int     // that are told in more than one way
	again int     // words of the second of these ways
}

// sizeOf measures a lesson, once.
func (ix *index) sizeOf(l *course.Lesson) size {
	z, known := ix.sizes[l.ID]
	if !known {
		z.add(l.Blocks)
		ix.sizes[l.ID] = z
	}
	return z
}

// add measures blocks. Of explanations of one idea the first counts, of a pool
// as many questions as are picked, of usual length.
func (z *size) add(blocks []course.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case course.Text:
			z.words += len(strings.Fields(b.Markdown))
		case *course.Ways:
			if len(b.List) > 0 {
				z.words += len(strings.Fields(b.List[0].Markdown))
			}
			if len(b.List) > 1 {
				z.ideas++
				z.again += len(strings.Fields(b.List[1].Markdown))
			}
		case *course.Section:
			z.add(b.Blocks)
		case *course.Pool:
			sum := 0.0
			for _, q := range b.Questions {
				sum += minutesOf(q)
			}
			if n := len(b.Questions); n > 0 {
				z.asked += sum / float64(n) * float64(min(b.Pick, n))
			}
		case *course.Question:
			z.asked += minutesOf(b)
		case *course.Task:
			z.tasks += taskMinutes
			if b.Minutes > 0 {
				z.tasks += float64(b.Minutes) - taskMinutes
			}
		case *course.Extra, *course.Ask:
		}
	}
}

func (z size) reading() float64 { return float64(z.words) / wordsAMinute }

// lessonMinutes is how long a lesson takes as a whole: as its author says, else by
// what it holds, one minute at least.
func (ix *index) lessonMinutes(l *course.Lesson) float64 {
	if l.Minutes > 0 {
		return float64(l.Minutes)
	}
	z := ix.sizeOf(l)
	return math.Max(lessonAtLeast, z.reading()+z.tasks+z.asked)
}

// teachMinutes is how long a lesson takes without its questions, where those
// are counted with the skills that they ask for. It is no less than it takes to
// read it.
func (s *Session) teachMinutes(l *course.Lesson) float64 {
	z := s.index.sizeOf(l)
	return math.Max(s.index.lessonMinutes(l)-z.asked, math.Max(lessonAtLeast, z.reading()))
}

// openShare is the part of a lesson's items that is still to be met, 0..1; 1
// for one that was not begun.
func (s *Session) openShare(l *course.Lesson) float64 {
	st := s.state.lesson(l.ID)
	items := s.plan(l)
	if !st.begun || len(items) == 0 {
		return 1
	}
	open := 0
	for _, it := range items {
		if !s.met(st, l.ID, it) {
			open++
		}
	}
	return float64(open) / float64(len(items))
}
