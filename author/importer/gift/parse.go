package gift

import (
	"fmt"
	"regexp"
	"strings"
)

// item is one entry of a file: a category, a description or a question.
type item struct {
	line  int
	kind  kind
	id    string
	tags  []string
	title string
	named bool // a title was given, even an empty one

	before, after text // the stem, on both sides of the answers
	embedded      bool // there is text behind the answers

	general *text
	choices []choice  // of MC, Short and Numerical
	single  bool      // a number stands alone, without a mark before it
	right   bool      // of TF: the statement is true
	wrong   *text     // of TF: feedback for the wrong answer
	praise  *text     // of TF: feedback for the right one
	pairs   []pairing // of Matching
}

type kind string

const (
	category    kind = "Category"
	description kind = "Description"
	multiple    kind = "MC"
	truth       kind = "TF"
	short       kind = "Short"
	numerical   kind = "Numerical"
	matching    kind = "Matching"
	essay       kind = "Essay"
)

// text is a text with the format that it is in.
type text struct {
	format string // "moodle", "html", "markdown" or "plain"
	raw    string // with escapes
}

type choice struct {
	right    bool // marked with "="
	weight   *float64
	text     text
	number   *number
	feedback *text
}

// number is a stated number: a value, one with a tolerance, or a range.
type number struct {
	form      string // "simple", "range" or "high-low"
	a, b      float64
	low, high float64
}

type pairing struct {
	left  text
	right string // with escapes
}

// broken is an entry that cannot be read.
type broken struct {
	line int
	text string
	why  string
}

// parse reads a file. An entry that is broken costs itself.
func parse(src string) ([]item, []broken) {
	var items []item
	var bad []broken
	for _, c := range chunks(src) {
		if len(items)+len(bad) > maxItems {
			break // who reads them tells of the rest
		}
		if name, ok := strings.CutPrefix(c.text, "$CATEGORY:"); ok {
			items = append(items, item{line: c.line, kind: category, title: strings.TrimSpace(name)})
			continue
		}
		it, err := parseItem(c.text)
		if err != nil {
			bad = append(bad, broken{c.line, c.text, err.Error()})
			continue
		}
		it.line, it.id, it.tags = c.line, c.id, c.tags
		items = append(items, it)
	}
	return items, bad
}

// chunk is the text of one entry, without comments.
type chunk struct {
	line int
	text string
	id   string
	tags []string
}

var (
	idComment  = regexp.MustCompile(`\[id:([^\]]*)\]`)
	tagComment = regexp.MustCompile(`\[tag:([^\]]*)\]`)
)

// chunks divides a file at its empty lines. One between braces divides only where
// the braces are never closed before others open, so that what is not closed does
// not swallow what follows.
func chunks(src string) []chunk {
	lines := strings.Split(src, "\n")
	var out []chunk
	var cur chunk
	var b strings.Builder
	depth := 0
	flush := func() {
		if cur.text = strings.TrimSpace(b.String()); cur.text != "" {
			out = append(out, cur)
			cur = chunk{}
		}
		b.Reset()
		depth = 0
	}
	closes := closers(lines)
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(trimmed, "//"):
			if m := idComment.FindStringSubmatch(trimmed); m != nil {
				cur.id = strings.TrimSpace(m[1])
			}
			for _, m := range tagComment.FindAllStringSubmatch(trimmed, -1) {
				cur.tags = append(cur.tags, strings.TrimSpace(m[1]))
			}
			continue
		case trimmed == "":
			if depth == 0 || !closes[i] {
				flush()
				continue
			}
		case depth == 0 && strings.HasPrefix(trimmed, "$CATEGORY:"):
			flush()
			out = append(out, chunk{line: i + 1, text: trimmed})
			continue
		case depth == 0 && strings.HasPrefix(trimmed, "::") && strings.Contains(b.String(), "}"):
			flush()
		}
		if b.Len() == 0 {
			cur.line = i + 1
		}
		b.WriteString(line + "\n")
		opens, shuts := braces(line)
		depth = max(0, depth+opens-shuts)
	}
	flush()
	return out
}

// closers tells of each line whether the next brace below it closes.
func closers(lines []string) []bool {
	out := make([]bool, len(lines))
	closing := false
	for i := len(lines) - 1; i >= 0; i-- {
		out[i] = closing
		if strings.HasPrefix(strings.TrimSpace(lines[i]), "//") {
			continue
		}
		if j := unescaped(lines[i], "{}"); j >= 0 {
			closing = lines[i][j] == '}'
		}
	}
	return out
}

// braces counts those of a line that mean something.
func braces(line string) (opens, shuts int) {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '{':
			opens++
		case '}':
			shuts++
		}
	}
	return opens, shuts
}

// unescaped is where the first of some signs stands that means something, or -1.
func unescaped(s, signs string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if strings.IndexByte(signs, s[i]) >= 0 {
			return i
		}
	}
	return -1
}

// parseItem reads one entry.
func parseItem(s string) (item, error) {
	var it item
	if rest, ok := strings.CutPrefix(s, "::"); ok {
		end := titleEnd(rest)
		if end < 0 {
			return it, fmt.Errorf("its title is not closed; write :: on both sides")
		}
		it.title, it.named = squeezed(rest[:end]), true
		s = rest[end+2:]
	}
	format, s := cutFormat(s, "moodle")
	it.before.format, it.after.format = format, format
	open := unescaped(s, "{}")
	switch {
	case open < 0:
		it.kind, it.before.raw = description, s
		return it, nil
	case s[open] == '}':
		return it, fmt.Errorf("a } closes nothing; write \\} for the sign itself")
	}
	inner := s[open+1:]
	shut := unescaped(inner, "{}")
	switch {
	case shut < 0:
		return it, fmt.Errorf("its { is never closed")
	case inner[shut] == '{':
		return it, fmt.Errorf("there is a second { before the first is closed; write \\{ for the sign itself")
	}
	it.before.raw, it.after.raw = s[:open], inner[shut+1:]
	if unescaped(it.after.raw, "{}") >= 0 {
		return it, fmt.Errorf("it has answers in two places; leave an empty line between two questions")
	}
	it.embedded = strings.TrimSpace(it.after.raw) != ""
	return it, it.answers(inner[:shut])
}

// titleEnd is where "::" closes a title, or -1.
func titleEnd(s string) int {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if s[i] == ':' && s[i+1] == ':' {
			return i
		}
	}
	return -1
}

// cutFormat takes the format off the beginning of a text.
func cutFormat(s, fallback string) (format, rest string) {
	t := strings.TrimLeft(s, " \t\n")
	for _, f := range []string{"html", "moodle", "plain", "markdown"} {
		if rest, ok := strings.CutPrefix(t, "["+f+"]"); ok {
			return f, rest
		}
	}
	return fallback, s
}

// formatted is a text between answers, in the format that it states or else that
// of the question.
func (it *item) formatted(s string) text {
	format, rest := cutFormat(s, it.before.format)
	return text{format, rest}
}

// cut is a text short enough to be named.
func cut(s string) string {
	const most = 40
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return string(r)
}
