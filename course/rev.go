package course

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// The Rev of a question, task or card is a fingerprint of what it means: its
// prompt and what is right. Feedback, hints, wrong options, spacing and the
// capitals of words do not change it, so that mending them keeps what a learner
// has earned.

// revOf hashes the parts of a meaning. Parts are kept apart: ("ab", "c") and
// ("a", "bc") differ.
func revOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		p = revNormal(p)
		h.Write([]byte(strconv.Itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// revNormal squeezes white space everywhere and lowers capitals outside code,
// where they may carry the meaning.
func revNormal(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	for len(s) > 0 {
		tick := strings.IndexByte(s, '`')
		if tick < 0 {
			b.WriteString(strings.ToLower(s))
			break
		}
		end := tick + codeSpanLen(s[tick:])
		b.WriteString(strings.ToLower(s[:tick]))
		b.WriteString(s[tick:end])
		s = s[end:]
	}
	return b.String()
}

// questionRev is the Rev of a question.
func questionRev(q *Question) string {
	parts := []string{q.Prompt}
	switch f := q.Form.(type) {
	case *Options:
		parts = append(parts, "options")
		var right []string
		for _, o := range f.List {
			if o.Right {
				right = append(right, o.Text)
			}
		}
		slices.Sort(right)
		parts = append(parts, right...)
	case *Typed:
		parts = append(append(parts, "typed"), acceptRevs(f.Answers)...)
	case *Order:
		parts = append(append(parts, "order"), f.Items...)
	case *Match:
		parts = append(parts, "match")
		pairs := slices.Clone(f.Pairs)
		slices.SortFunc(pairs, func(a, b Pair) int { return strings.Compare(a.Left, b.Left) })
		for _, pair := range pairs {
			parts = append(parts, pair.Left, pair.Right)
		}
	case *Blanks:
		parts = append(parts, "blanks", f.Text)
		for _, blank := range f.List {
			parts = append(parts, acceptRevs(blank.Accept)...)
			parts = append(parts, "")
		}
	}
	return revOf(parts...)
}

func acceptRevs(list []Accept) []string {
	out := make([]string, 0, len(list))
	for _, a := range list {
		text := a.Text
		if a.Kind != AnswerWords && a.Kind != AnswerNumber {
			text = "`" + text + "`" // capitals count
		}
		out = append(out, string(a.Kind)+" "+text)
	}
	slices.Sort(out)
	return out
}

// taskRev is the Rev of a task: its title and what is checked, or the tests of
// its code.
func taskRev(t *Task) string {
	if t.Code != nil {
		return revOf(t.Title, "code", t.Code.Language, "`"+t.Code.Test+"`")
	}
	parts := []string{t.Title, "task"}
	for _, c := range t.Checks {
		looks := make([]string, len(CheckKinds()))
		looks[slices.Index(CheckKinds(), c.Kind)] = c.What
		parts = append(parts, "`"+strings.Join(looks, "\x1f")+"`")
		expect := slices.Clone(c.Expect)
		slices.SortStableFunc(expect, func(a, b Expectation) int { return strings.Compare(a.Name, b.Name) })
		for _, e := range expect {
			parts = append(parts, e.Name, "`"+e.Text+"`")
		}
	}
	return revOf(parts...)
}
