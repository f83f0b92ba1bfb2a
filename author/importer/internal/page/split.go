// Package page is a page of Markdown on its way into a course, line by line: what
// is code and what is text, which line of the source it was, and without what only
// a browser understands. Importers of formats that are Markdown with additions
// share it.
package page

import "strings"

// Line is one line of a page. Lines that a change adds have the number of the
// line that they come from.
type Line struct {
	N        int    // in the source, from 1
	Text     string // without its line feed
	Code     bool   // in a fenced block, or one of its fences
	Comments []Comment
}

// Comment is a comment of HTML that stood in a line, and is not part of its text.
type Comment struct {
	N    int // the line that it begins in
	Text string
}

// Blank reports whether a line shows nothing.
func (l Line) Blank() bool { return !l.Code && strings.TrimSpace(l.Text) == "" }

// Split cuts a text, as Decode gives it, into lines. Comments of HTML are taken out of the text and
// kept beside it; what looks like one in code is code. first is the number of the
// first line.
func Split(src string, first int) []Line {
	s := splitter{}
	for i, text := range strings.Split(strings.ReplaceAll(src, "\r\n", "\n"), "\n") {
		s.line(first+i, text)
	}
	if s.inside != nil { // never closed: it hid nothing, so it is text
		at := s.opened
		s.out[at].Text += "<!--" + s.inside[0]
		for i, text := range s.inside[1:] {
			s.out = append(s.out, Line{N: s.since + 1 + i, Text: text})
		}
	}
	return s.out
}

// splitter reads lines from top to bottom.
type splitter struct {
	out    []Line
	fence  Fence    // that is open; its Mark is empty outside of one
	inside []string // lines of the comment that is open; nil: none is
	since  int      // number of the line that it began in
	opened int      // index of that line
}

func (s *splitter) line(n int, text string) {
	switch {
	case s.inside != nil:
		inside, rest, closed := strings.Cut(text, "-->")
		s.inside = append(s.inside, inside)
		if !closed {
			return
		}
		at := &s.out[s.opened]
		at.Comments = append(at.Comments, Comment{N: s.since, Text: strings.Join(s.inside, "\n")})
		s.inside = nil
		if strings.TrimSpace(rest) != "" {
			s.line(n, rest)
		}
	case s.fence.Mark != "" && s.fence.Quoted && !strings.HasPrefix(strings.TrimSpace(text), ">"):
		s.fence = Fence{} // it ends with the quote that it stands in
		s.line(n, text)
	case s.fence.Mark != "":
		s.out = append(s.out, Line{N: n, Text: text, Code: true})
		if s.fence.ClosedBy(text) {
			s.fence = Fence{}
		}
	default:
		if f, ok := OpenFence(text); ok {
			s.fence = f
			s.out = append(s.out, Line{N: n, Text: text, Code: true})
			return
		}
		s.text(n, text)
	}
}

// text adds a line outside of code, without its comments.
func (s *splitter) text(n int, text string) {
	l := Line{N: n}
	ticks := ticksOf(text)
	var kept strings.Builder
	from := 0
	for i := 0; i < len(text); {
		switch {
		case text[i] == '\\':
			i += 2
		case text[i] == '`':
			i = ticks.skip(text, i)
		case strings.HasPrefix(text[i:], "<!--"):
			kept.WriteString(text[from:i])
			end := strings.Index(text[i+4:], "-->")
			if end < 0 {
				l.Text = kept.String()
				s.out = append(s.out, l)
				s.opened, s.since, s.inside = len(s.out)-1, n, []string{text[i+4:]}
				return
			}
			l.Comments = append(l.Comments, Comment{N: n, Text: text[i+4 : i+4+end]})
			i += 4 + end + 3
			from = i
		default:
			i++
		}
	}
	kept.WriteString(text[min(from, len(text)):])
	l.Text = kept.String()
	s.out = append(s.out, l)
}

// Fence is the line that opens a block of code.
type Fence struct {
	Indent string // what stands before the mark: spaces, signs of quotes and lists
	Mark   string // of backticks or tildes, at least three
	Info   string // what stands behind it
	Quoted bool   // the block stands in a quote
}

// OpenFence reads a line that opens a block of code.
func OpenFence(text string) (Fence, bool) {
	i := 0
	f := Fence{}
	for i < len(text) {
		switch c := text[i]; {
		case c == ' ' || c == '\t':
			i++
		case c == '>':
			f.Quoted = true
			i++
		case listMark(text[i:]) > 0:
			i += listMark(text[i:])
		default:
			rest := text[i:]
			mark := rest[:len(rest)-len(strings.TrimLeft(rest, rest[:1]))]
			info := strings.TrimSpace(rest[len(mark):])
			if len(mark) < 3 || c != '`' && c != '~' || c == '`' && strings.Contains(info, "`") {
				return Fence{}, false
			}
			f.Indent, f.Mark, f.Info = text[:i], mark, info
			return f, true
		}
	}
	return Fence{}, false
}

// listMark returns the length of the sign of an item of a list and the space
// behind it, or 0.
func listMark(s string) int {
	i := 0
	for i < len(s) && i < 9 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	switch {
	case i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' ':
		return i + 2
	case i == 0 && len(s) > 1 && strings.IndexByte("-*+", s[0]) >= 0 && s[1] == ' ':
		return 2
	}
	return 0
}

// ClosedBy reports whether a line closes the block.
func (f Fence) ClosedBy(text string) bool {
	text = strings.TrimSpace(text)
	for f.Quoted && strings.HasPrefix(text, ">") {
		text = strings.TrimSpace(text[1:])
	}
	return len(text) >= len(f.Mark) && strings.Trim(text, f.Mark[:1]) == ""
}

// Span is a range of a text: code between backticks, or text.
type Span struct {
	Start, End int
	Code       bool
}

// Spans divides a text into text and code. A run of backticks that no equal run
// follows is text.
func Spans(text string) []Span {
	var out []Span
	ticks := ticksOf(text)
	from := 0
	for i := 0; i < len(text); {
		switch text[i] {
		case '\\':
			i += 2
		case '`':
			end := ticks.skip(text, i)
			if end > i+run(text[i:], '`') {
				if from < i {
					out = append(out, Span{Start: from, End: i})
				}
				out = append(out, Span{Start: i, End: end, Code: true})
				from = end
			}
			i = end
		default:
			i++
		}
	}
	if from < len(text) {
		out = append(out, Span{Start: from, End: len(text)})
	}
	return out
}

// ticks is where the runs of backticks of a text begin, by their length.
type ticks map[int][]int

func ticksOf(text string) ticks {
	t := ticks{}
	for i := 0; i < len(text); {
		if text[i] != '`' {
			i++
			continue
		}
		n := run(text[i:], '`')
		t[n] = append(t[n], i)
		i += n
	}
	return t
}

// skip returns the end of the code that begins with the run of backticks at i, or
// the end of that run where no other closes it.
func (t ticks) skip(text string, i int) int {
	n := run(text[i:], '`')
	at := t[n]
	for len(at) > 0 && at[0] <= i {
		at = at[1:]
	}
	t[n] = at
	if len(at) == 0 {
		return i + n
	}
	return at[0] + n
}

// run counts how often c stands at the beginning of s.
func run(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// Join puts lines together again.
func Join(lines []Line) string {
	var b strings.Builder
	blank := true
	for _, l := range lines {
		if l.Blank() && blank {
			continue // one parts as well as many
		}
		blank = l.Blank()
		b.WriteString(l.Text)
		b.WriteByte('\n')
	}
	return strings.Trim(b.String(), "\n")
}
