package course

import (
	"fmt"
	"strings"
)

// Words are read at this pace; a question, and a task without minutes of its own,
// takes so long. The pace is that of slow reading of explanations.
const (
	wordsPerMinute  = 180
	questionMinutes = 1
	taskMinutes     = 5
)

// findLongLessons reports lessons that take at least twice their minutes, and five
// more.
func (l *loader) findLongLessons() {
	for _, p := range l.pages {
		if p.lesson == nil || p.lesson.Minutes == 0 {
			continue
		}
		takes := minutesOf(p.lesson)
		if takes >= 2*p.lesson.Minutes && takes >= p.lesson.Minutes+5 {
			at := p.front.Minutes
			l.warn(codeLongLesson, scalarPos(p.file, at), len(at.Text), fmt.Sprintf("this lesson says %d minutes and takes about %d", p.lesson.Minutes, takes),
				"split it, or say what it takes")
		}
	}
}

// minutesOf is about how long a lesson takes.
func minutesOf(lesson *Lesson) int {
	words, minutes := 0, 0
	read := func(texts ...string) {
		for _, text := range texts {
			words += len(strings.Fields(text))
		}
	}
	var visit func(blocks []Block)
	visit = func(blocks []Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case Text:
				read(b.Markdown)
			case *Ways:
				read(b.List[0].Markdown) // the others are for those who want them
			case *Section:
				visit(b.Blocks)
			case *Pool:
				read(b.Intro)
				for _, q := range b.Questions[:min(b.Pick, len(b.Questions))] {
					visit([]Block{q})
				}
			case *Question:
				read(b.Prompt, b.Body, b.Why)
				minutes += max(b.Minutes, questionMinutes)
			case *Task:
				read(b.Title, b.Text())
				if b.Minutes == 0 {
					minutes += taskMinutes
				}
				minutes += b.Minutes
			case *Ask:
				read(b.Prompt, b.Body)
				minutes += questionMinutes
			case *Extra:
			}
		}
	}
	visit(lesson.Blocks)
	return minutes + (words+wordsPerMinute/2)/wordsPerMinute
}

// codeWidth is how many columns of code a terminal shows that nobody has made
// wider.
const codeWidth = 80

// findWideCode reports the first line of each block of code that is wider than a
// terminal may be.
func (l *loader) findWideCode() {
	for _, p := range l.pages {
		fence, said := "", false
		n := 0
		for line := range strings.Lines(l.folder.texts[p.file]) {
			n++
			line = strings.TrimRight(line, "\n")
			text := strings.TrimLeft(line, " \t>")
			switch {
			case fence == "" && (strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~")):
				fence, said = text[:3], false
			case fence != "" && strings.HasPrefix(text, fence):
				fence = ""
			case fence != "" && !said && columns(line) > codeWidth:
				said = true
				l.warn(codeWideCode, Pos{p.file, n, 1}, len(line), fmt.Sprintf("this line of code has %d columns; many terminals show %d", columns(line), codeWidth),
					"break it, or show less of it")
			}
		}
	}
}
