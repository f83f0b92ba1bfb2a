// Package qti writes the questions of a course as packages of QTI: version 1.2 as
// Canvas reads it, and version 2.1.
package qti

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

// Version12 is QTI 1.2.
func Version12() exporter.Format {
	return exporter.Format{Name: "qti12", Writes: "the questions as QTI 1.2, for Canvas: a .zip", Write: write12}
}

// Version21 is QTI 2.1.
func Version21() exporter.Format {
	return exporter.Format{Name: "qti21", Writes: "the questions as QTI 2.1: a .zip", Write: write21}
}

var errNone = errors.New("the course has no question that the format can hold")

// maker is a package that is being made.
type maker struct {
	exporter.Losses
	held  exporter.Counts
	files []archive.File
	taken map[string]bool // identifiers
	at    course.Pos      // of the question that is written
	what  string          // it, by its id
}

func (k *maker) lose(what, why string) { k.Lose(k.at, what, why) }

func (k *maker) loseOf(what, why string) { k.lose(what+" of "+k.what, why) }

// markup writes texts of the question that is written. TeX is set by the programs
// that take it.
func (k *maker) markup() markup.Maker {
	return markup.Maker{TeX: true, Notes: "n-", Texts: new(int), Lose: k.lose}
}

// begin notes what every question loses.
func (k *maker) begin(q *course.Question) {
	k.what = q.ID
	if len(q.Hints) > 0 {
		k.lose("hints", "the format has no place for them")
	}
	if q.When != nil {
		k.lose("a rule", "the question is asked of everybody")
	}
	for _, r := range q.Replies() {
		if r.Mixup != "" || r.Detour != "" || r.Go != "" {
			k.lose("where an answer leads to", "the feedback stays, the road is cairn's")
		}
	}
	accents, capitals := false, false
	switch f := q.Form.(type) {
	case *course.Typed:
		accents, capitals = f.ExactAccents, f.ExactCase
	case *course.Blanks:
		accents, capitals = f.ExactAccents, f.ExactCase
	case *course.Options, *course.Order, *course.Match:
	}
	if accents || capitals {
		k.lose("that accents or capitals count", "the programs that take it compare words in their own ways")
	}
}

// identifier makes one that XML takes, and that is there once.
func (k *maker) identifier(begin, name string) string {
	clean := begin + strings.Map(func(r rune) rune {
		if r < 0x80 && (r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
			return r
		}
		return '-'
	}, name)
	id := clean
	for n := 2; k.taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", clean, n)
	}
	if k.taken == nil {
		k.taken = map[string]bool{}
	}
	k.taken[id] = true
	return id
}

// done packs the files, with their names in order and without times, so that the same
// course gives the same bytes.
func (k *maker) done() (exporter.Written, error) {
	if k.held == (exporter.Counts{}) {
		return exporter.Written{Losses: k.All()}, errNone
	}
	slices.SortFunc(k.files, func(a, b archive.File) int { return strings.Compare(a.Name, b.Name) })
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range k.files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Time{}})
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			return exporter.Written{}, fmt.Errorf("packing %s: %w", f.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return exporter.Written{}, fmt.Errorf("packing: %w", err)
	}
	return exporter.Written{Data: buf.Bytes(), Held: k.held, Losses: k.All()}, nil
}

func (k *maker) file(name, text string) {
	k.files = append(k.files, archive.File{Name: name, Data: []byte(text)})
}

const declaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// group is questions that follow each other: of a pool, or of none.
type group struct {
	pool  *course.Pool
	items []exporter.Item
}

// groups cuts the questions of a lesson at its pools.
func groups(items []exporter.Item) []group {
	var out []group
	for _, it := range items {
		if n := len(out); n == 0 || out[n-1].pool != it.Pool {
			out = append(out, group{pool: it.Pool})
		}
		out[len(out)-1].items = append(out[len(out)-1].items, it)
	}
	return out
}

// asked is what a question says, as HTML.
func asked(m markup.Maker, prompt, body string) string {
	s := ""
	if strings.TrimSpace(prompt) != "" {
		s = "<p>" + m.Line(prompt) + "</p>\n"
	}
	if strings.TrimSpace(body) != "" {
		s += m.Block(body) + "\n"
	}
	return s
}

// numeric reports whether all stated answers are numbers.
func numeric(lists ...[]course.Accept) bool {
	for _, l := range lists {
		for _, a := range l {
			if a.Kind != course.AnswerNumber {
				return false
			}
		}
	}
	return true
}

// figure writes a number.
func figure(v float64) string { return fmt.Sprintf("%.15g", v) }
