// Package search finds words in courses, in what a learner has met of them and
// in what they wrote. It is pure: an Index is built from documents and never
// changes, and it reads no file, clock or terminal.
//
// A search takes words as they are typed. Each must begin a word of the
// document; capitals and accents do not matter. Scripts written without spaces
// are found by any two characters that stand together, and by one. Where nothing
// is found, a slip of one letter is forgiven in words of four letters or more.
package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind says what a document is.
type Kind string

// The kinds of documents.
const (
	KindCourse   Kind = "course"
	KindLesson   Kind = "lesson"
	KindText     Kind = "text" // of a lesson, under one heading
	KindTerm     Kind = "term" // of the glossary
	KindCard     Kind = "card"
	KindQuestion Kind = "question"
	KindNote     Kind = "note"
	KindBookmark Kind = "bookmark"
)

// Document is one thing that can be found.
type Document struct {
	Kind        Kind
	Title       string // Markdown, one line; searched
	Text        string // Markdown; searched
	Ref         string // what opens its course
	Course      string // title of its course
	Lesson      string // id of its lesson; empty: none
	LessonTitle string
	Place       string // its place in the course, as learn.Spot names it
	ID          string // of a note
	Open        bool   // of the course that is open
	Ahead       bool   // of a lesson that the learner has not reached
	Far         int    // lessons between it and the learner
}

// weights are what a word counts for in the title and in the text of a document.
// The order is a title before a heading, a heading before a term, a term before
// text; what the learner wrote comes before what they read.
func weights(k Kind) (title, text float32) {
	switch k {
	case KindCourse, KindLesson:
		return 8, 1.5
	case KindText, KindQuestion, KindBookmark:
		return 5, 1
	case KindTerm, KindCard:
		return 4, 1
	case KindNote:
		return 4, 2
	}
	return 1, 1
}

// How much of its weight a match counts for.
const (
	wholeWord  = 1.0
	wordPart   = 0.8 // at most, for a prefix that is nearly the word
	slipOfWord = 0.3
	openCourse = 4 // times as much in the course that is open
	sameLine   = 1.5
)

// Result is a document that was found.
type Result struct {
	Document
	// Line is the line of the document that shows it best, as plain text: not
	// yet safe to print. Of a long one it is the part around the first word
	// found, at most mostLine bytes.
	Line  string
	Marks []Span // the words found in it, in order
	Slip  bool   // found only by forgiving a slip
	score float64
	order int
}

// Span is a stretch of bytes.
type Span struct{ From, To int }

// candidates is how many of the best documents are looked at line by line, for
// each that is asked for.
const candidates = 3

// Find returns the documents that hold every word of the query, best first, at
// most limit of them. The same query on the same indexes finds the same.
func Find(query string, limit int, in ...*Index) []Result {
	asked := queryWords(query)
	if len(asked) == 0 || limit <= 0 {
		return nil
	}
	found := gather(asked, limit, false, in)
	if len(found) == 0 {
		found = gather(asked, limit, true, in)
	}
	for i := range found {
		found[i].show(asked)
	}
	slices.SortFunc(found, better)
	return found[:min(limit, len(found))]
}

// better orders results: the higher score first, then as the documents came.
func better(a, b Result) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.order, b.order))
}

// place is where a document was found, and how well it fits.
type place struct {
	in    *Index
	doc   int
	order int
	score float64
}

// gather finds the best documents of all indexes.
func gather(asked []word, limit int, slips bool, in []*Index) []Result {
	var found []place
	before := 0
	for _, x := range in {
		if x == nil {
			continue
		}
		for _, hit := range x.find(asked, slips) {
			d := &x.docs[hit.doc]
			score := float64(hit.score) / (1 + float64(d.Far)/100)
			if d.Open {
				score *= openCourse
			}
			found = append(found, place{x, hit.doc, before + hit.doc, score})
		}
		before += len(x.docs)
	}
	slices.SortFunc(found, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.order, b.order))
	})
	var best []Result
	for _, p := range found[:min(limit*candidates, len(found))] {
		best = append(best, Result{Document: p.in.docs[p.doc], Slip: slips, score: p.score, order: p.order})
	}
	return best
}

// show chooses the line of a result: the one with most of the words asked for,
// the first of several. Words that stand on one line count for more.
func (r *Result) show(asked []word) {
	best := -1
	try := func(line string) {
		marks, n := match(line, asked, r.Slip)
		if n > best {
			r.Line, r.Marks, best = line, marks, n
		}
	}
	for line := range plainLines(r.Text) {
		if try(line); best == len(asked) {
			break
		}
	}
	if best < len(asked) {
		try(plainLine(r.Title))
	}
	r.cut()
	if best == len(asked) && len(asked) > 1 {
		r.score *= sameLine
	}
}

// How much of a long line is shown, in bytes: a few rows of a window, whatever
// its author wrote on one line.
const (
	mostLine   = 600
	beforeMark = 200
)

// cut keeps of a long line what stands around its first mark, and the marks
// that lie in it.
func (r *Result) cut() {
	if len(r.Line) <= mostLine {
		return
	}
	from := 0
	if len(r.Marks) > 0 && r.Marks[0].From > beforeMark {
		from = r.Marks[0].From - beforeMark
		if i := strings.IndexByte(r.Line[from:r.Marks[0].From], ' '); i >= 0 {
			from += i + 1
		}
		for !utf8.RuneStart(r.Line[from]) {
			from++
		}
	}
	to := min(from+mostLine, len(r.Line))
	for n := 1; n < utf8.UTFMax && to < len(r.Line) && !utf8.RuneStart(r.Line[to]); n++ {
		to--
	}
	var marks []Span
	for _, m := range r.Marks {
		if m.From >= to {
			break
		}
		marks = append(marks, Span{m.From - from, min(m.To, to) - from})
	}
	r.Line, r.Marks = r.Line[from:to], marks
}

// match finds the words asked for in a line: where they stand, and how many of
// them do.
func match(line string, asked []word, slips bool) (marks []Span, n int) {
	has := make([]bool, len(asked))
	eachWord(line, func(w string, at Span, last bool) {
		hit := false
		for i, a := range asked {
			if a.begins(w) || slips && a.nearly(w) {
				has[i], hit = true, true
			}
		}
		switch {
		case !hit:
		case len(marks) > 0 && marks[len(marks)-1].To > at.From:
			marks[len(marks)-1].To = max(marks[len(marks)-1].To, at.To)
		default:
			marks = append(marks, at)
		}
	})
	for _, h := range has {
		if h {
			n++
		}
	}
	return marks, n
}
