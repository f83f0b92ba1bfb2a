package cards

import (
	"encoding/csv"
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/html2md"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Anki is the format of the text that Anki exports notes as, and of other tables
// with a front and a back.
func Anki() importer.Format {
	return importer.Format{
		Name:  "anki",
		Reads: "notes that Anki exported as text, or a table of fronts and backs: .txt, .tsv or .csv",
		Ends:  []string{".txt", ".tsv", ".csv"},
		Looks: func(s importer.Source) bool {
			return looks(s, func(text string) bool {
				return strings.HasPrefix(text, "#separator:") || strings.HasPrefix(text, "#html:") || strings.HasPrefix(text, "#notetype") || tabbed(text)
			}, ".txt", ".tsv", ".csv")
		},
		Read: readAnki,
	}
}

// tabbed reports whether each of the first lines of a text has a tab, as a table
// has that Anki exported without saying so.
func tabbed(text string) bool {
	const looked = 20
	lines := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if lines++; !strings.Contains(strings.TrimSpace(line), "\t") {
			return false
		}
		if lines == looked {
			break
		}
	}
	return lines > 0
}

func readAnki(source importer.Source) (*draft.Course, []draft.Loss, error) {
	r := newReader(source)
	for _, name := range source.Paths(".txt", ".tsv", ".csv") {
		text, err := source.Text(name)
		if err != nil {
			r.lose(draft.Place{File: name}, "the file", err.Error())
			continue
		}
		if lower := strings.ToLower(path.Base(name)); source.File == "" && (strings.HasPrefix(lower, "license") || strings.HasPrefix(lower, "readme")) {
			continue
		}
		t := &table{reader: r, file: name, seen: map[string]bool{}, tagged: map[string]int{}}
		t.read(text)
		t.tellOthers()
		t.tellTags()
	}
	return r.done()
}

// table is a file of notes that is being read.
type table struct {
	*reader
	file string

	separator rune
	html      bool
	columns   []string // their names; may be empty
	special   map[string]int
	deck      string
	notetype  string
	tags      []string
	fixed     map[string]bool // settings that the file makes
	seen      map[string]bool // losses that are told once
	unused    []int           // columns that no card shows
	unusedAt  draft.Place     // where the first of them was met
	tagged    map[string]int  // notes, by their tags
	tagNotes  int             // that have any
	tagsAt    draft.Place     // where the first of them was met
}

// Names of the columns that are no fields.
const (
	guidColumn = "guid"
	deckColumn = "deck"
	typeColumn = "notetype"
	tagsColumn = "tags"
)

// read reads the settings at the head of a file and then its notes.
func (t *table) read(text string) {
	t.fixed, t.special = map[string]bool{}, map[string]int{}
	rest := text
	for n := 1; strings.HasPrefix(rest, "#"); n++ {
		line, after, _ := strings.Cut(rest, "\n")
		t.setting(line, draft.Place{File: t.file, Line: n})
		rest = after
	}
	if !t.fixed["separator"] {
		t.separator = guessed(rest, path.Ext(t.file))
	}
	if !t.fixed["html"] {
		t.html = looksLikeHTML(rest)
	}
	if len(t.columns) == 1 {
		t.columns = strings.Split(t.columns[0], string(t.separator))
	}
	lines := csv.NewReader(strings.NewReader(text))
	lines.Comma, lines.Comment, lines.FieldsPerRecord, lines.LazyQuotes = t.separator, '#', -1, true
	for first := true; ; first = false {
		row, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			var at *csv.ParseError
			line := 0
			if errors.As(err, &at) {
				line = at.StartLine
			}
			t.lose(draft.Place{File: t.file, Line: line}, "a row", "it cannot be read: "+err.Error())
			continue
		}
		line, _ := lines.FieldPos(0)
		if first && t.isHead(row) {
			continue
		}
		t.note(row, line)
	}
}

// setting reads a line such as "#html:true".
func (t *table) setting(line string, at draft.Place) {
	key, value, ok := strings.Cut(strings.TrimPrefix(line, "#"), ":")
	key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimRight(value, "\r")
	if !ok {
		return
	}
	t.fixed[key] = true
	switch key {
	case "separator":
		var known bool
		if t.separator, known = separatorOf(value); !known {
			t.lose(at, "the separator "+shortened(value), "it is none that a file can have; a tab is taken for it")
		}
	case "html":
		t.html = strings.TrimSpace(value) == "true"
	case "columns":
		t.columns = []string{value} // cut when the separator is known
	case "deck":
		t.deck = strings.TrimSpace(value)
	case "notetype":
		t.notetype = strings.TrimSpace(value)
	case "tags":
		t.tags = strings.Fields(value)
	default:
		name, isColumn := strings.CutSuffix(key, " column")
		if n, err := strconv.Atoi(strings.TrimSpace(value)); isColumn && err == nil && n > 0 {
			t.special[strings.TrimSpace(name)] = n
			return
		}
		t.lose(at, "the setting "+shortened(line), "it is for Anki, and changes no card here")
	}
}

// separatorOf is the sign that a setting names, by its word or as it is. It is a tab
// and false for what is none.
func separatorOf(name string) (rune, bool) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "comma":
		return ',', true
	case "semicolon":
		return ';', true
	case "tab", "":
		return '\t', true
	case "space":
		return ' ', true
	case "pipe":
		return '|', true
	case "colon":
		return ':', true
	}
	if r, size := utf8.DecodeRuneInString(name); size == len(name) && r != '"' && r != '#' && r != utf8.RuneError && r >= ' ' {
		return r, true
	}
	return '\t', false
}

// guessed is the separator of a file that does not say it.
func guessed(text, ext string) rune {
	line, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	for _, sign := range "\t;,|" {
		if sign != ',' && strings.ContainsRune(line, sign) && (sign == '\t' || !strings.EqualFold(ext, ".csv") || !strings.Contains(line, ",")) {
			return sign
		}
	}
	if strings.EqualFold(ext, ".tsv") || !strings.Contains(line, ",") {
		return '\t'
	}
	return ','
}

var htmlSign = regexp.MustCompile(`(?i)<(?:br|div|p|b|i|u|img|span|ul|ol|li|table|sub|sup|a|strong|em)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot);`)

func looksLikeHTML(text string) bool { return htmlSign.MatchString(text) }

// isHead reports whether the first row names the columns, and takes the names.
// Files of Anki name theirs in a setting.
func (t *table) isHead(row []string) bool {
	if len(t.fixed) > 0 || len(row) < 2 {
		return false
	}
	known := strings.EqualFold(path.Ext(t.file), ".csv")
	for _, cell := range row {
		if cell = strings.TrimSpace(cell); cell == "" || len(cell) > 40 || strings.ContainsAny(cell, "<>\n?.") {
			return false
		}
		switch strings.ToLower(cell) {
		case "front", "back", "question", "answer", "term", "definition", guidColumn, tagsColumn, deckColumn:
			known = true
		}
	}
	if !known {
		return false
	}
	t.columns = row
	for i, cell := range row {
		switch name := strings.ToLower(strings.TrimSpace(cell)); name {
		case guidColumn, tagsColumn, deckColumn, typeColumn:
			t.special[name] = i + 1
		}
	}
	return true
}

// once tells a loss of a file once.
func (t *table) once(at draft.Place, what, why string) {
	if !t.seen[what] {
		t.seen[what] = true
		t.lose(at, what, why)
	}
}

var sound = regexp.MustCompile(`\[sound:([^\]\n]*)\]|\[anki:[^\]\n]*\]`)

// markdown makes Markdown of a field.
func (t *table) markdown(text string, at draft.Place) string {
	line := func(offset int) draft.Place {
		return draft.Place{File: at.File, Line: at.Line + strings.Count(text[:offset], "\n")}
	}
	for _, m := range sound.FindAllStringIndex(text, -1) {
		t.lose(line(m[0]), "a sound "+text[m[0]:m[1]], "a terminal plays no sounds")
	}
	text = strings.TrimSpace(sound.ReplaceAllString(text, ""))
	if !t.html {
		return draft.Plain(text)
	}
	md, losses := html2md.Block(text, html2md.Source{Line: at.Line, Target: func(address string, picture bool) (string, bool) {
		if isWeb(address) {
			return address, true
		}
		if picture {
			return t.pics.Take(t.file, address)
		}
		return "", false
	}, Why: func() string { return t.pics.Why }})
	for _, l := range losses {
		t.lose(draft.Place{File: at.File, Line: l.Line}, l.What, l.Why)
	}
	return md
}

// shortened is the beginning of a text, for a report.
func shortened(text string) string {
	const most = 40
	text = textsafe.Line(strings.Join(strings.Fields(text), " "))
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

func itoa(n int) string { return strconv.Itoa(n) }
