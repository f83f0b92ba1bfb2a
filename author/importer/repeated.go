package importer

import (
	"fmt"

	"github.com/cairn-learn/cairn/author/draft"
)

// Repeat is a question or card that a source holds twice, word for word. Both are
// in the course.
type Repeat struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	What      string `json:"what"`
	FirstFile string `json:"first_file"`
	FirstLine int    `json:"first_line"`
}

// repeated lists what stands in a draft more than once.
func repeated(c *draft.Course) []Repeat {
	var out []Repeat
	first := map[string]draft.Place{}
	add := func(from draft.Place, what, words, key string) {
		key = fingerprint(what + "\x00" + words + "\x00" + key)
		was, twice := first[key]
		if !twice {
			first[key] = from
			return
		}
		out = append(out, Repeat{from.File, from.Line, fmt.Sprintf("the %s %q", what, excerpt(words)), was.File, was.Line})
	}
	question := func(q *draft.Question) {
		add(q.From, "question", orElse(q.Prompt, q.Body), fmt.Sprintf("%s\x00%+v", q.Body, q.Form))
	}
	for _, f := range c.Files {
		for _, b := range f.Blocks {
			switch b := b.(type) {
			case *draft.Question:
				question(b)
			case *draft.Pool:
				for _, q := range b.Questions {
					question(q)
				}
			default: // a task or an Ask may well come again
			}
		}
		for _, k := range f.Cards {
			add(k.From, "card", orElse(k.Front, k.Cloze), k.Back)
		}
	}
	return out
}

// excerpt is a text short enough to be named.
func excerpt(s string) string {
	const most = 50
	r := []rune(s)
	if len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
