// Package cards imports review cards: decks of hashcards and repeater, notes of
// Obsidian, and what Anki exports as text.
//
// What a program knows of a learner, such as when a card is due, is not part of a
// course and is not carried over.
package cards

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/picture"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// reader collects decks and what is lost of them.
type reader struct {
	source importer.Source
	course *draft.Course
	losses []draft.Loss
	decks  map[string]*draft.File // by name
	pics   picture.Taker
}

func newReader(source importer.Source) *reader {
	c := &draft.Course{Assets: map[string][]byte{}}
	return &reader{source: source, course: c, decks: map[string]*draft.File{}, pics: picture.Taker{Source: source, Assets: c.Assets}}
}

func (r *reader) lose(at draft.Place, what, why string) {
	r.losses = append(r.losses, at.Lost(textsafe.Line(what), why))
}

// maxCards is how many cards stand in one file: a file has bounds.
const maxCards = 1000

// maxGaps is how many gaps a course allows in one text.
const maxGaps = 200

// add puts a card into a deck, and makes the deck when it is new. Decks are told
// apart by name.
func (r *reader) add(deck, title string, c *draft.Card) {
	if n := len(bracket.FindAllStringIndex(withoutCode(c.Cloze), -1)); n > maxGaps {
		r.lose(c.From, "a card", fmt.Sprintf("%d gaps are more than a course allows in one text", n))
		return
	}
	name := deck
	for n := 2; ; n++ {
		f := r.decks[name]
		if f == nil {
			f = &draft.File{Ref: name, Title: textsafe.Line(title), Kind: course.KindCards, From: draft.Place{File: c.From.File}}
			r.decks[name] = f
			r.course.Files = append(r.course.Files, f)
		}
		if len(f.Cards) < maxCards {
			f.Cards = append(f.Cards, c)
			return
		}
		name = fmt.Sprintf("%s %d", deck, n)
	}
}

// done gives what was collected.
func (r *reader) done() (*draft.Course, []draft.Loss, error) {
	return r.course, r.losses, nil
}

// link is a link or picture of Markdown: its sign, its words and its address.
var link = regexp.MustCompile(`(!?)\[([^\[\]\n]*)\]\((?:<([^<>\n]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+"[^"\n]*")?\)`)

// relink sees to the links of a Markdown text: pictures that are at hand are
// taken along, and what leads to other files loses its link.
func (r *reader) relink(md string, at draft.Place) string {
	return outsideCode(md, func(s string, line int) string {
		return link.ReplaceAllStringFunc(s, func(whole string) string {
			m := link.FindStringSubmatch(whole)
			here := draft.Place{File: at.File, Line: at.Line + line}
			sign, words, to := m[1], m[2], m[3]+m[4]
			switch {
			case isWeb(to):
				return whole
			case sign == "!":
				if address, ok := r.pics.Take(at.File, strings.TrimPrefix(to, "@/")); ok {
					return "![" + words + "](" + address + ")"
				}
				r.lose(here, "the picture or sound "+to, r.pics.Why+"; what it is called stays")
				return words
			case to == "" || strings.HasPrefix(to, "#"):
				return words
			}
			r.lose(here, "the link to "+to, "what it leads to is not part of the course; its words stay")
			return words
		})
	})
}

func isWeb(to string) bool {
	lower := strings.ToLower(to)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "mailto:")
}

// outsideCode changes the parts of a text that are no code. change also gets the
// number of lines before the part.
func outsideCode(md string, change func(s string, line int) string) string {
	var b strings.Builder
	for at, line := 0, 0; at < len(md); {
		from, to := nextCode(md[at:])
		b.WriteString(change(md[at:at+from], line))
		b.WriteString(md[at+from : at+to])
		line += strings.Count(md[at:at+to], "\n")
		at += to
	}
	return b.String()
}

// nextCode finds the next code span, fence or formula, or the end twice.
func nextCode(md string) (from, to int) {
	for i := 0; i < len(md); {
		c := md[i]
		if c == '\\' {
			i += 2
			continue
		}
		if c != '`' && c != '$' {
			i++
			continue
		}
		run := len(md[i:]) - len(strings.TrimLeft(md[i:], md[i:i+1]))
		mark := md[i : i+run]
		rest := md[i+run:]
		if c == '$' && (run > 2 || rest == "" || rest[0] == ' ') && run != 2 {
			i += run
			continue
		}
		if end := endOfCode(rest, mark); end >= 0 {
			return i, i + run + end + run
		}
		i += run
	}
	return len(md), len(md)
}

// maxSpan is how far the end of a code span or formula is looked for.
const maxSpan = 20_000

// endOfCode finds the run of marks that ends code: as long as the one that began
// it.
func endOfCode(rest, mark string) int {
	limit := min(len(rest), maxSpan)
	for i := 0; i < limit; {
		if rest[i] != mark[0] {
			i++
			continue
		}
		run := len(rest[i:]) - len(strings.TrimLeft(rest[i:], mark[:1]))
		if run == len(mark) {
			return i
		}
		i += run
	}
	return -1
}
