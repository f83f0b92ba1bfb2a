package gift

import (
	"fmt"
	"regexp"
	"strconv"
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

var trueOrFalse = regexp.MustCompile(`^(?:TRUE|FALSE|T|F)$`)

// answers reads what stands between the braces.
func (it *item) answers(s string) error {
	if i := generalAt(s); i >= 0 {
		general := it.formatted(s[i+4:])
		it.general, s = &general, s[:i]
	}
	trimmed := strings.TrimSpace(s)
	head, _, _ := strings.Cut(trimmed, "#")
	switch {
	case trimmed == "":
		it.kind = essay
		return nil
	case trimmed[0] == '#':
		it.kind = numerical
		return it.numbers(trimmed[1:])
	case trueOrFalse.MatchString(strings.TrimSpace(head)):
		it.kind = truth
		it.truth(trimmed)
		return nil
	}
	entries, lead := marked(trimmed)
	if len(entries) == 0 {
		entries, lead = []entry{{'=', lead}}, ""
	}
	if strings.TrimSpace(lead) != "" {
		return fmt.Errorf("before its first answer stands %q, without = or ~", cut(lead))
	}
	if it.pair(entries) {
		return nil
	}
	it.kind = short
	for _, e := range entries {
		if e.mark == '~' {
			it.kind = multiple
		}
	}
	for _, e := range entries {
		c := it.choice(e)
		if strings.TrimSpace(c.text.raw) == "" {
			return fmt.Errorf("one of its answers is empty")
		}
		it.choices = append(it.choices, c)
	}
	return nil
}

// generalAt is where the general feedback begins, or -1.
func generalAt(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if strings.HasPrefix(s[i:], "####") {
			return i
		}
	}
	return -1
}

// entry is an answer with the mark before it.
type entry struct {
	mark byte // '=' or '~'
	text string
}

// marked cuts answers at their marks. lead is what stands before the first.
func marked(s string) (entries []entry, lead string) {
	for {
		i := unescaped(s, "=~")
		if i < 0 {
			i = len(s)
		}
		if len(entries) == 0 {
			lead = s[:i]
		} else {
			entries[len(entries)-1].text = s[:i]
		}
		if i == len(s) {
			return entries, lead
		}
		entries = append(entries, entry{mark: s[i]})
		s = s[i+1:]
	}
}

var weightMark = regexp.MustCompile(`^\s*%(-?[0-9]+(?:\.[0-9]*)?)%`)

// choice reads an answer with weight and feedback.
func (it *item) choice(e entry) choice {
	c := choice{right: e.mark == '='}
	s := e.text
	if m := weightMark.FindStringSubmatch(s); m != nil {
		if w, err := strconv.ParseFloat(m[1], 64); err == nil {
			c.weight = &w
		}
		s = s[len(m[0]):]
	}
	if i := unescaped(s, "#"); i >= 0 {
		if feedback := it.formatted(s[i+1:]); strings.TrimSpace(feedback.raw) != "" {
			c.feedback = &feedback
		}
		s = s[:i]
	}
	c.text = it.formatted(s)
	return c
}

// truth reads a statement that is true or false.
func (it *item) truth(s string) {
	parts := [3]string{}
	for i := range parts {
		end := unescaped(s, "#")
		if end < 0 || i == 2 {
			parts[i] = s
			break
		}
		parts[i], s = s[:end], s[end+1:]
	}
	it.right = strings.HasPrefix(strings.TrimSpace(parts[0]), "T")
	for i, to := range []**text{&it.wrong, &it.praise} {
		if t := it.formatted(parts[i+1]); strings.TrimSpace(t.raw) != "" {
			*to = &t
		}
	}
}

// pair reads pairs to match. It reports false where not all answers are pairs.
func (it *item) pair(entries []entry) bool {
	var pairs []pairing
	for _, e := range entries {
		left, right, ok := strings.Cut(e.text, "->")
		if !ok || e.mark != '=' {
			return false
		}
		pairs = append(pairs, pairing{it.formatted(left), right})
	}
	it.kind, it.pairs = matching, pairs
	return true
}

// numbers reads the answers of a question for a number.
func (it *item) numbers(s string) error {
	entries, lead := marked(s)
	if len(entries) == 0 {
		entries, it.single = []entry{{'=', lead}}, true
		lead = ""
	}
	if strings.TrimSpace(lead) != "" {
		return fmt.Errorf("before its first number stands %q, without =", cut(lead))
	}
	for _, e := range entries {
		c := it.choice(e)
		if s := strings.TrimSpace(c.text.raw); s == "" || s == "*" {
			c.right = false
			c.text.raw = "*"
		} else if c.number = parseNumber(s); c.number == nil {
			return fmt.Errorf("%q is no number", cut(s))
		}
		it.choices = append(it.choices, c)
	}
	return nil
}

// parseNumber reads a number, one with a tolerance, or a range; nil for any other.
func parseNumber(s string) *number {
	s = strings.ReplaceAll(s, `\:`, ":")
	value := func(s string) (float64, bool) {
		f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		return f, err == nil && f-f == 0
	}
	if a, b, ok := strings.Cut(s, ".."); ok {
		low, okLow := value(a)
		high, okHigh := value(b)
		if !okLow || !okHigh {
			return nil
		}
		return &number{"high-low", low, high, min(low, high), max(low, high)}
	}
	if a, b, ok := strings.Cut(s, ":"); ok {
		mid, okMid := value(a)
		by, okBy := value(b)
		if !okMid || !okBy {
			return nil
		}
		return &number{"range", mid, by, mid - max(by, -by), mid + max(by, -by)}
	}
	v, ok := value(s)
	if !ok {
		return nil
	}
	return &number{"simple", v, 0, v, v}
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
