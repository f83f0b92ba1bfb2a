package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
)

// Losses collects what a course cannot hold of one file of a source.
type Losses struct {
	File string

	list    []draft.Loss
	counted map[string]*counted
}

// counted is something that is told once for a file, with how often it was met.
type counted struct {
	at    int // in the list
	times int
}

// Add notes a loss at a line; 0 is the file as a whole.
func (l *Losses) Add(line int, what, why string) {
	l.list = append(l.list, draft.Loss{File: l.File, Line: line, What: what, Why: why})
}

// Count notes a loss that is told once, at the first line it was met in, with how
// often it was.
func (l *Losses) Count(line int, what, why string) {
	if c := l.counted[what]; c != nil {
		c.times++
		return
	}
	if l.counted == nil {
		l.counted = map[string]*counted{}
	}
	l.counted[what] = &counted{len(l.list), 1}
	l.Add(line, what, why)
}

// List returns the losses in the order of their lines.
func (l *Losses) List() []draft.Loss {
	for what, c := range l.counted {
		if c.times > 1 {
			l.list[c.at].What = fmt.Sprintf("%s (%d times)", what, c.times)
		}
	}
	slices.SortStableFunc(l.list, func(a, b draft.Loss) int { return cmp.Compare(a.Line, b.Line) })
	return l.list
}

// Left notes what Tags left out.
func (l *Losses) Left(t Tag, held string) {
	switch t.Name {
	case "script":
		l.Add(t.N, "a script", "a course runs nothing; what it did or showed is gone")
	case "style":
		l.Add(t.N, "a style sheet", "a terminal has no use for it")
	case "iframe", "video", "audio", "source", "embed", "object":
		l.Add(t.N, "something to watch or hear", "it is a link now, as far as it said where it is")
	case "input", "textarea", "button", "select", "form":
		l.Add(t.N, "a field of a form", "it belongs to a script")
	default:
		l.Count(t.N, "layout by <"+t.Name+">", "the text in it is kept")
	}
}

// Excerpt cuts a text to one line that a report can quote.
func Excerpt(s string) string {
	const most = 80
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
