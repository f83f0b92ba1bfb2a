package lia

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// lessons writes the sections into the files of their lessons.
func (r *reader) lessons() {
	for i := range r.sections {
		s := &r.sections[i]
		if s.lesson < 0 || s.only {
			continue
		}
		w := &writer{reader: r, section: s, file: r.course.Files[s.lesson]}
		if s.n != w.file.From.Line || s.level == 0 {
			w.heading = deeper(s.level, s.top) + s.title
			if s.title == "" {
				w.heading = ""
			}
		}
		w.read()
	}
}

// deeper returns the signs of a heading within a lesson, so that the first ones
// below the lesson's own begin a page.
func deeper(level, top int) string {
	return strings.Repeat("#", min(max(level-top+1, 2), 6)) + " "
}

// writer writes a section.
type writer struct {
	*reader
	section *section
	file    *draft.File
	heading string // of the section, until something is written below it

	pending  []chunk        // text since the last question
	comments []page.Comment // since then
	last     []draft.Block  // the questions that hints and a solution may follow
	prompt   string         // of the last question
}

// chunk is a part of a text: a paragraph, a list, a block of code.
type chunk struct {
	kind  chunkKind
	lines []page.Line
}

type chunkKind string

const (
	paragraph chunkKind = "paragraph" // what may ask something
	title     chunkKind = "title"     // a heading by a line under it
	picture   chunkKind = "picture"   // pictures, and words in italics about them
	other     chunkKind = "other"     // lists, tables, quotes, code
)

var stars = regexp.MustCompile(`^\s*\*{3,}\s*$`)

func (w *writer) read() {
	lines := w.section.lines
	pairs := starPairs(lines)
	for i := 0; i < len(lines); {
		l := lines[i]
		w.comments = append(w.comments, l.Comments...)
		switch end, paired := pairs[i]; {
		case l.Blank():
			i++
		case paired && len(w.last) > 0 && len(w.pending) == 0:
			w.solution(lines[i+1 : end])
			i = end + 1
		case paired || stars.MatchString(l.Text) && !l.Code:
			i++ // the marks around what comes later; as a rule they would part what belongs together
		default:
			n := w.quiz(lines[i:])
			if n == 0 {
				n = w.chunk(lines[i:])
			}
			for _, l := range lines[i+1 : i+n] {
				w.comments = append(w.comments, l.Comments...)
			}
			i += n
		}
	}
	w.flush(len(w.pending))
	if w.heading != "" {
		w.flushHeading()
	}
}

// starPairs finds the lines of stars that belong together: each with the next.
func starPairs(lines []page.Line) map[int]int {
	pairs := map[int]int{}
	open := -1
	for i, l := range lines {
		if l.Code || !stars.MatchString(l.Text) {
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		pairs[open] = i
		open = -1
	}
	return pairs
}

// chunk reads a part of the text, and returns how many lines it has.
func (w *writer) chunk(lines []page.Line) int {
	c := chunk{kind: kindOf(lines[0])}
	for i, l := range lines {
		if l.Blank() || l.Code != lines[0].Code || i > 0 && !l.Code && (stars.MatchString(l.Text) || quizAt(lines, i)) {
			break
		}
		c.lines = append(c.lines, l)
	}
	last := strings.TrimSpace(c.lines[len(c.lines)-1].Text)
	if under := c.kind == paragraph && strings.Trim(last, "-") == "" || strings.Trim(last, "=") == ""; len(c.lines) > 1 && under {
		c.kind = title
	}
	if c.kind != title && !c.lines[0].Code && w.gaps(c) {
		return len(c.lines)
	}
	w.pending = append(w.pending, c)
	w.last = nil
	return len(c.lines)
}

var aside = regexp.MustCompile("^(?:!\\[|`+@|[_*][^_*].*[_*]\\\\?$|\\[.*\\]\\([^()]*\\)$)")

// kindOf tells what a part of the text is by its first line.
func kindOf(l page.Line) chunkKind {
	text := strings.TrimSpace(l.Text)
	switch {
	case l.Code || strings.HasPrefix(text, "|") || strings.HasPrefix(text, ">") || strings.Trim(text, "-_ ") == "":
		return other
	case listItem.MatchString(l.Text):
		return other
	case aside.MatchString(text):
		return picture
	}
	return paragraph
}

var listItem = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,9}[.)])\s`)

// flush writes the first n parts of the text that is pending into the lesson.
func (w *writer) flush(n int) {
	var parts []string
	for _, c := range w.pending[:n] {
		parts = append(parts, c.markdown())
	}
	w.pending = w.pending[n:]
	if len(parts) == 0 {
		return
	}
	w.flushHeading()
	w.add(draft.Text{Markdown: strings.Join(parts, "\n\n")})
}

func (w *writer) flushHeading() {
	if w.heading != "" {
		w.add(draft.Text{Markdown: w.heading})
		w.heading = ""
	}
}

// add adds a block to the lesson.
func (w *writer) add(b draft.Block) { w.file.Blocks = append(w.file.Blocks, b) }

// markdown writes a part of the text. What is indented without need would be read
// as code.
func (c chunk) markdown() string {
	if c.lines[0].Code {
		return page.Join(c.lines)
	}
	lines := append([]page.Line(nil), c.lines...)
	if c.kind == title {
		// A heading with signs in front can be told from a line that ends a text.
		return "### " + page.OneLine(lines[:len(lines)-1])
	}
	lines[0].Text = strings.TrimLeft(lines[0].Text, " \t")
	if c.kind != other {
		for i := range lines {
			lines[i].Text = strings.TrimLeft(lines[i].Text, " \t")
		}
	}
	return page.Join(lines)
}

// nearby is how many parts of the text above a question may belong to it.
const nearby = 6

// asked divides the text that is pending into what goes before a question and
// what it asks: the last paragraph that ends with a question mark, or else the
// last one, with what follows it.
func (w *writer) asked() (prompt, body string) {
	at := -1
	for i := len(w.pending) - 1; i >= max(len(w.pending)-nearby, 0); i-- {
		c := w.pending[i]
		if c.kind != paragraph && c.kind != title {
			continue
		}
		if strings.Contains(page.OneLine(c.lines), "?") {
			at = i
			break
		}
		if at < 0 || w.pending[at].kind == title {
			at = i
		}
	}
	if at >= 0 {
		w.flush(at)
		c := w.pending[0]
		rest := w.pending[1:]
		w.pending = nil
		prompt = page.OneLine(c.lines)
		if c.kind == title {
			prompt = page.OneLine(c.lines[:len(c.lines)-1])
		}
		return w.short(prompt, c, rest)
	}
	body = joined(w.pending)
	w.pending = nil
	switch {
	case w.heading != "":
		prompt = w.section.title
		w.heading = ""
	case w.prompt != "":
		prompt = w.prompt
	case w.section.title != "":
		prompt = w.section.title
	default:
		prompt = w.file.Title
	}
	if prompt == "" {
		prompt = w.reader.file
	}
	return prompt, body
}

// short returns a prompt of one line; one that is a whole text goes into the body.
func (w *writer) short(prompt string, c chunk, rest []chunk) (string, string) {
	const long = 300
	body := joined(rest)
	w.flushHeading()
	if len(prompt) > long {
		return "", strings.TrimSpace(c.markdown() + "\n\n" + body)
	}
	return prompt, body
}

func joined(chunks []chunk) string {
	var parts []string
	for _, c := range chunks {
		if md := c.markdown(); c.lines[0].Code || strings.Trim(md, "-_ ") != "" {
			parts = append(parts, md)
		}
	}
	return strings.Join(parts, "\n\n")
}

// solution adds what is said once a quiz is solved.
func (w *writer) solution(lines []page.Line) {
	why := strings.TrimSpace(page.Join(lines))
	if why == "" {
		return
	}
	for _, b := range w.last {
		switch b := b.(type) {
		case *draft.Question:
			b.Why = strings.TrimSpace(b.Why + "\n\n" + why)
		case *draft.Ask:
			b.Why = strings.TrimSpace(b.Why + "\n\n" + why)
		}
	}
	w.last = nil
}
