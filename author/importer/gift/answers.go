package gift

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

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
