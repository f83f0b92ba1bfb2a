// Package fix cures findings about a course whose cure is mechanical: as edits of
// the text that a finding is about. It cures what has one sure cure, and leaves
// everything else to the author; and it never touches an id, on which the
// progress of learners hangs.
//
// For gives the edits for one finding, which is what an editor wants. Plan cures
// a whole course as far as it can, and Write puts that on disk.
package fix

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// Edit puts New in the place of the bytes From to To of a text.
type Edit struct {
	From, To int // offsets in bytes, To behind the last
	New      string
}

// For returns the edits of the file that cure the finding, in order and apart
// from each other. text is the file as it is, byte for byte. It is nil for a
// finding that has no sure cure, and for one that was made from another text: the
// line that it is about must still be there.
//
// Applied, the edits make the finding go. Whether they bring a new one depends on
// the rest of the course: what a cure reveals is found by checking again.
func For(d course.Diag, text string) []Edit {
	cure := cures()[d.Code]
	if cure == nil {
		return nil
	}
	at, ok := find(d, text)
	if !ok {
		return nil
	}
	edits := cure(at, d)
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.From, b.From) })
	return edits
}

// Codes lists the codes of findings that may have a cure, sorted.
func Codes() []string {
	var codes []string
	for code := range cures() {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// ErrOverlap is two edits of the same bytes, or an edit outside of the text.
var ErrOverlap = errors.New("edits that do not fit the text")

// Apply carries out edits that are in order and apart from each other.
func Apply(text string, edits []Edit) (string, error) {
	var out strings.Builder
	at := 0
	for _, e := range edits {
		if e.From < at || e.To < e.From || e.To > len(text) {
			return "", ErrOverlap
		}
		out.WriteString(text[at:e.From])
		out.WriteString(e.New)
		at = e.To
	}
	out.WriteString(text[at:])
	return out.String(), nil
}

// spot is where a finding stands in a text.
type spot struct {
	text  string
	start int // offset of the line; 0 for a finding about the file as a whole
	end   int // offset behind the line, without its line end
	at    int // offset of what the finding is about
	stop  int // offset behind it; at, when it is about no part in particular
}

const bom = "\ufeff"

// find looks for the line of a finding in the text.
func find(d course.Diag, text string) (spot, bool) {
	s := spot{text: text}
	if d.Pos.Line == 0 {
		return s, true
	}
	s.start = lineStart(text, d.Pos.Line)
	if s.start < 0 {
		return s, false
	}
	if s.start == 0 && strings.HasPrefix(text, bom) {
		s.start = len(bom) // findings count without it
	}
	s.end = lineEnd(text, s.start)
	if text[s.start:s.end] != d.Line {
		return s, false
	}
	s.at = min(s.start+max(d.Pos.Col-1, 0), s.end)
	s.stop = min(s.at+max(d.Len, 0), s.end)
	return s, true
}

func (s spot) line() string   { return s.text[s.start:s.end] }
func (s spot) marked() string { return s.text[s.at:s.stop] }

// lineStart is the offset of the n-th line, from 1; -1 when there are fewer.
func lineStart(text string, n int) int {
	at := 0
	for ; n > 1; n-- {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return -1
		}
		at += i + 1
	}
	return at
}

// lineEnd is the offset behind the line that begins at an offset.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		if i > 0 && text[at+i-1] == '\r' {
			i--
		}
		return at + i
	}
	return len(text)
}

// nextLine is the offset of the line after the one that begins at an offset; the
// length of the text after the last.
func nextLine(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}
