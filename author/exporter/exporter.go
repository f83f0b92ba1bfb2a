// Package exporter makes files for other programs of a course: cairn export. Each
// format is a package below this one; the list of them is formats.All.
//
// What it promises: only what the author wrote goes out, never what a learner did.
// The same course gives the same bytes. Whatever a format could not hold as it was
// is told, with the place in the course.
package exporter

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// Format is a form in which other programs, or people, take a course.
type Format struct {
	Name   string // as it is typed: "gift"
	Writes string // what it is, in a few words
	Text   bool   // it is text, and may go to the standard output as such

	// Write makes the file. An error is for a course of which the format can hold
	// nothing at all; what is lost of a part is a Loss.
	Write func(Source) (Written, error)
}

// Source is a course with what belongs to it.
type Source struct {
	Course *course.Course

	// Asset reads a picture: to is its path as it is written in the file from.
	// nil: there are none.
	Asset func(from, to string) ([]byte, error)

	Set Settings
}

// Settings are what the author may choose.
type Settings struct {
	Answers   Answers // of the web page: where the answers stand; empty: at the end
	Questions bool    // of Anki: questions that are graded become cards, too
}

// Answers says where answers stand on a page that is read.
type Answers string

// The places of answers.
const (
	AnswersEnd    Answers = "end"    // in an appendix
	AnswersInline Answers = "inline" // folded up behind each question
	AnswersNone   Answers = "none"
)

// Written is a file that was made, and what it holds.
type Written struct {
	Data   []byte
	Held   Counts
	Losses []draft.Loss
}

// Counts is how much of a course there is, or how much of it was taken.
type Counts struct {
	Lessons   int `json:"lessons"`
	Questions int `json:"questions"` // that are graded
	Asks      int `json:"asks"`
	Tasks     int `json:"tasks"`
	Cards     int `json:"cards"` // with the terms of the glossary, which are cards as well
}

// Count is how much there is in a course.
func Count(c *course.Course) Counts {
	n := Counts{Lessons: len(c.Lessons), Cards: len(c.Cards), Asks: 0}
	for _, s := range Stops(c) {
		s.Lesson.EachBlock(func(b course.Block) {
			switch b.(type) {
			case *course.Question:
				n.Questions++
			case *course.Ask:
				n.Asks++
			case *course.Task:
				n.Tasks++
			}
		})
	}
	return n
}

// Stop is a lesson where the road comes to it.
type Stop struct {
	Module   string
	Lesson   *course.Lesson
	When     *course.Rule // of the entry of the road; the lesson may have its own
	Optional bool
	Fork     *course.Choose // it is one of these; nil: of none
	Off      bool           // no entry of the road names it
}

// Stops lists every lesson once: the placement test, the road from top to bottom,
// then what no entry of the road names, such as detours, in the order of the files.
func Stops(c *course.Course) []Stop {
	var out []Stop
	seen := map[*course.Lesson]bool{}
	add := func(s Stop) {
		if s.Lesson != nil && !seen[s.Lesson] {
			seen[s.Lesson] = true
			out = append(out, s)
		}
	}
	add(Stop{Lesson: c.Placement, Off: true})
	for _, s := range c.Path {
		if s.Choose != nil {
			for _, l := range s.Choose.From {
				add(Stop{Module: s.Module, Lesson: l, When: s.When, Optional: s.Optional, Fork: s.Choose})
			}
			continue
		}
		add(Stop{Module: s.Module, Lesson: s.Lesson, When: s.When, Optional: s.Optional})
	}
	for _, l := range c.Lessons {
		add(Stop{Lesson: l, Off: true})
	}
	return out
}

// Item is a question of one sort or the other with what stands around it. One of
// Question and Ask is set.
type Item struct {
	Question *course.Question
	Ask      *course.Ask
	Pool     *course.Pool // it is one of these; nil: of none
	Pos      course.Pos
}

// Items lists the questions of a lesson, from top to bottom.
func Items(l *course.Lesson) []Item {
	var out []Item
	pool := map[*course.Question]*course.Pool{}
	l.EachBlock(func(b course.Block) {
		switch b := b.(type) {
		case *course.Pool:
			for _, q := range b.Questions {
				pool[q] = b
			}
		case *course.Question:
			out = append(out, Item{Question: b, Pool: pool[b], Pos: b.Pos})
		case *course.Ask:
			out = append(out, Item{Ask: b, Pos: b.Pos})
		}
	})
	return out
}

// Losses collects what could not be carried over.
type Losses struct {
	list []draft.Loss
	seen map[draft.Loss]int
}

// Lose notes that something at a place was lost. What is lost again and again in a
// file for the same reason is told once, with how often.
func (l *Losses) Lose(at course.Pos, what, why string) {
	key := draft.Loss{File: at.File, What: what, Why: why}
	if l.seen == nil {
		l.seen = map[draft.Loss]int{}
	}
	if l.seen[key]++; l.seen[key] == 1 {
		l.list = append(l.list, draft.Loss{File: at.File, Line: at.Line, What: what, Why: why})
	}
}

// All lists the losses by file and line.
func (l *Losses) All() []draft.Loss {
	out := slices.Clone(l.list)
	for i, loss := range out {
		if n := l.seen[draft.Loss{File: loss.File, What: loss.What, Why: loss.Why}]; n > 1 {
			out[i].What = fmt.Sprintf("%s (%d times in this file)", loss.What, n)
		}
	}
	slices.SortStableFunc(out, func(a, b draft.Loss) int {
		return cmp.Or(course.Natural(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return out
}
