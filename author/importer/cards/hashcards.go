package cards

import (
	"path"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
)

// Hashcards is the format of hashcards and repeater: Markdown files with cards in
// lines that begin with Q:, A: and C:.
func Hashcards() importer.Format {
	return importer.Format{
		Name:  "hashcards",
		Reads: "cards of hashcards or repeater: Markdown with Q:, A: and C:, a file or a folder of them",
		Ends:  []string{".md", ".markdown"},
		Looks: func(s importer.Source) bool {
			return looks(s, func(text string) bool {
				return strings.Contains("\n"+text, "\nQ:") && strings.Contains(text, "\nA:") || strings.Contains("\n"+text, "\nC:")
			}, ".md", ".markdown")
		},
		Read: readHashcards,
	}
}

// looks reports whether one of the first texts of a source holds something.
func looks(s importer.Source, holds func(string) bool, ends ...string) bool {
	const most = 50
	for i, name := range s.Paths(ends...) {
		if i == most {
			break
		}
		if text, err := s.Text(name); err == nil && holds(text) {
			return true
		}
	}
	return false
}

func readHashcards(source importer.Source) (*draft.Course, []draft.Loss, error) {
	r := newReader(source)
	for _, name := range source.Paths(".md", ".markdown") {
		text, err := source.Text(name)
		if err != nil {
			r.lose(draft.Place{File: name}, "the file", err.Error())
			continue
		}
		if source.File == "" && strings.EqualFold(path.Base(name), "readme.md") {
			r.lose(draft.Place{File: name}, "the file", "it is taken for a text about the decks")
			continue
		}
		d := &deck{reader: r, file: name, title: strings.TrimSuffix(path.Base(name), path.Ext(name))}
		d.read(text)
	}
	return r.done()
}

// deck is a file of cards that is being read.
type deck struct {
	*reader
	file  string
	title string

	kind        byte // of the card that is being read: 'Q', 'A' or 'C'; 0: none
	line        int  // that it began on
	front, back []string
	prose       int // the line that text outside of cards began on; 0: none
}

// read goes through a file line by line. A card ends where another begins, at a
// rule and at the end.
func (d *deck) read(text string) {
	lines := strings.Split(text, "\n")
	fence := ""
	for i := d.head(lines); i < len(lines); i++ {
		line := strings.TrimRight(lines[i], " \t")
		inCode := fence != ""
		fence = fenceAfter(line, fence)
		switch tag := tagOf(line); {
		case inCode || fence != "":
			d.goOn(line, i+1)
		case tag == 'Q' || tag == 'C':
			d.end()
			d.endProse()
			d.kind, d.line, d.front = tag, i+1, []string{strings.TrimSpace(line[2:])}
		case tag == 'A' && d.kind == 'Q':
			d.kind, d.back = 'A', []string{strings.TrimSpace(line[2:])}
		case tag == 'A':
			d.end()
			d.lose(draft.Place{File: d.file, Line: i + 1}, "an answer", "it has no question")
		case strings.TrimSpace(line) == "---":
			d.end()
		default:
			d.goOn(line, i+1)
		}
	}
	d.end()
	d.endProse()
}

// head reads the settings of a deck, between +++ or ---, and gives the line
// behind them.
func (d *deck) head(lines []string) int {
	mark := strings.TrimSpace(lines[0])
	if mark != "---" && mark != "+++" {
		return 0
	}
	for i := 1; i < len(lines) && i < 50; i++ {
		if strings.TrimSpace(lines[i]) == mark {
			for _, l := range lines[1:i] {
				if key, value, ok := strings.Cut(l, "="); ok && strings.TrimSpace(key) == "name" {
					if v := strings.Trim(strings.TrimSpace(value), `"'`); v != "" {
						d.title = v
					}
				}
			}
			return i + 1
		}
		if !strings.Contains(lines[i], "=") && !strings.Contains(lines[i], ":") {
			break
		}
	}
	return 0
}

func tagOf(line string) byte {
	if len(line) > 1 && line[1] == ':' && strings.IndexByte("QAC", line[0]) >= 0 {
		return line[0]
	}
	return 0
}

// fenceAfter is the fence that is open behind a line; empty: none.
func fenceAfter(line, open string) string {
	text := strings.TrimLeft(line, " ")
	run := 0
	if text != "" && (text[0] == '`' || text[0] == '~') {
		run = len(text) - len(strings.TrimLeft(text, text[:1]))
	}
	switch {
	case open == "" && run >= 3 && !strings.Contains(text[run:], "`"):
		return text[:run]
	case open != "" && run >= len(open) && text[0] == open[0] && strings.TrimSpace(text[run:]) == "":
		return ""
	}
	return open
}

// goOn adds a line to the side of the card that is being read.
func (d *deck) goOn(line string, number int) {
	switch {
	case d.kind == 'A':
		d.back = append(d.back, line)
	case d.kind != 0:
		d.front = append(d.front, line)
	case strings.TrimSpace(line) != "" && d.prose == 0:
		d.prose = number
	}
}

// end makes a card of what was read.
func (d *deck) end() {
	kind := d.kind
	at := draft.Place{File: d.file, Line: d.line}
	front := strings.TrimSpace(strings.Join(d.front, "\n"))
	back := strings.TrimSpace(strings.Join(d.back, "\n"))
	d.kind, d.front, d.back = 0, nil, nil
	if kind == 0 {
		return
	}
	c := &draft.Card{From: at}
	switch {
	case kind == 'Q':
		d.lose(at, "a question", "it has no answer")
		return
	case kind == 'A' && (front == "" || back == ""):
		d.lose(at, "a card", "one side of it is empty")
		return
	case kind == 'A':
		c.Front, c.Back = d.relink(front, at), d.relink(back, at)
	case !bracket.MatchString(withoutCode(front)):
		d.lose(at, "a card", "it has no [gap]")
		return
	default:
		c.Cloze = d.relink(front, at)
	}
	d.add(strings.TrimSuffix(d.file, path.Ext(d.file)), d.title, c)
}

// bracket is a gap in a text whose code is left out. That of a picture is none.
var bracket = regexp.MustCompile(`(?:^|[^!\\])\[[^\[\]]*[^\[\]\s][^\[\]]*\]`)

// withoutCode is a text with a letter in the place of each piece of code and each
// formula.
func withoutCode(md string) string {
	var b strings.Builder
	for at := 0; at < len(md); {
		from, to := nextCode(md[at:])
		b.WriteString(md[at : at+from])
		if to > from {
			b.WriteByte('x')
		}
		at += to
	}
	return b.String()
}

// endProse tells of text outside of cards.
func (d *deck) endProse() {
	if d.prose > 0 {
		d.lose(draft.Place{File: d.file, Line: d.prose}, "text outside of cards", "a file of cards holds cards only")
		d.prose = 0
	}
}
