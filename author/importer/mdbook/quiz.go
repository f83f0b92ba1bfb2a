package mdbook

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"regexp"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// quizTOML is a file of mdbook-quiz.
type quizTOML struct {
	Questions []questionTOML    `toml:"questions"`
	Multipart map[string]string `toml:"multipart"`
}

// questionTOML is one question of any of its types.
type questionTOML struct {
	ID        string `toml:"id"`
	Type      string `toml:"type"`
	Multipart string `toml:"multipart"`
	Prompt    struct {
		Prompt      string   `toml:"prompt"`
		Distractors []string `toml:"distractors"`
		AnswerIndex *int     `toml:"answerIndex"`
		SortAnswers bool     `toml:"sortAnswers"`
		Response    string   `toml:"response"`
		Program     string   `toml:"program"`
	} `toml:"prompt"`
	Answer struct {
		Answer       any      `toml:"answer"`
		Alternatives []string `toml:"alternatives"`
		DoesCompile  *bool    `toml:"doesCompile"`
		Stdout       string   `toml:"stdout"`
		LineNumber   *int     `toml:"lineNumber"`
	} `toml:"answer"`
	Context string `toml:"context"`
}

// quiz adds the questions of a quiz to a chapter.
func (r *reader) quiz(c *chapter, n int, args string) {
	name, _, _ := strings.Cut(strings.TrimSpace(args), " ")
	file, _, ok := page.Local(c.path, name)
	if !ok {
		c.Add(n, "the quiz "+page.Excerpt(args), "it is not within the book")
		return
	}
	data, err := r.readFile(file)
	if err != nil {
		c.Add(n, "the quiz "+page.Excerpt(args), "the book has no such file that can be read")
		return
	}
	w := &quizWriter{reader: r, chapter: c, losses: r.lossesOf(file), file: file, words: wordsOf(r.course.Language)}
	var quiz quizTOML
	meta, err := decode(data, &quiz)
	if err != nil {
		w.losses.Add(0, "the quiz", page.Excerpt(err.Error()))
		return
	}
	for _, key := range meta.Undecoded() {
		w.losses.Count(0, "the setting "+key.String(), "a course has no place for it")
	}
	w.quiz = quiz
	w.lines = questionLines(data)
	r.quizzes[file]++
	for i := range quiz.Questions {
		w.question(i)
	}
}

// questionLines returns the lines that questions begin in.
func questionLines(src string) []int {
	var out []int
	for i, l := range strings.Split(src, "\n") {
		if strings.HasPrefix(strings.TrimSpace(l), "[[questions]]") {
			out = append(out, i+1)
		}
	}
	return out
}

// quizWriter writes the questions of one quiz.
type quizWriter struct {
	*reader
	*chapter
	losses *page.Losses
	file   string
	quiz   quizTOML
	lines  []int
	words  words
}

func (w *quizWriter) question(i int) {
	q := w.quiz.Questions[i]
	from := draft.Place{File: w.file}
	if len(w.lines) == len(w.quiz.Questions) {
		from.Line = w.lines[i]
	}
	ref := q.ID
	if ref == "" && q.Prompt.Program != "" { // what such questions ask is the same in all of them
		sum := sha256.Sum256([]byte(q.Prompt.Program))
		ref = "program-" + hex.EncodeToString(sum[:4])
	}
	switch q.Type {
	case "MultipleChoice":
		w.choice(q, ref, from)
	case "ShortAnswer":
		w.short(q, ref, from)
	case "Tracing":
		w.tracing(q, ref, from)
	default:
		w.losses.Add(from.Line, "a question of the type "+page.Excerpt(q.Type), "there is none like it; its text is kept")
		w.reflect(q, ref, from)
	}
}

// text writes Markdown of the quiz.
func (w *quizWriter) text(n int, md string) string {
	lines := page.Split(strings.Trim(md, "\n"), n)
	for i := range lines {
		lines[i].N = n
	}
	return strings.TrimSpace(w.markdown(w.chapter, w.losses, lines))
}

// add adds a question with its prompt and what is said after it.
func (w *quizWriter) add(q questionTOML, ref string, from draft.Place, body string, form draft.Form, fixed bool) {
	prompt, rest := divided(w.text(from.Line, q.Prompt.Prompt))
	parts := []string{}
	for _, s := range []string{w.text(from.Line, w.quiz.Multipart[q.Multipart]), rest, body} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	w.put(&draft.Question{
		Ref: ref, ID: ref, Prompt: prompt, Body: strings.Join(parts, "\n\n"), Form: form,
		Why: w.text(from.Line, q.Context), Fixed: fixed, From: from,
	})
}

func (w *quizWriter) put(b draft.Block) {
	w.chapter.file.Blocks = append(w.chapter.file.Blocks, b)
}

// reflect adds a question that cannot be graded.
func (w *quizWriter) reflect(q questionTOML, ref string, from draft.Place) {
	prompt, rest := divided(w.text(from.Line, q.Prompt.Prompt))
	if prompt == "" {
		prompt = "…"
	}
	var said []string
	for _, a := range append(texts(q.Answer.Answer), q.Answer.Alternatives...) {
		said = append(said, w.text(from.Line, a))
	}
	said = append(said, w.text(from.Line, q.Context))
	body := strings.TrimSpace(w.text(from.Line, w.quiz.Multipart[q.Multipart]) + "\n\n" + rest)
	for _, d := range q.Prompt.Distractors {
		body += "\n\n" + w.text(from.Line, d)
	}
	if q.Prompt.Program != "" {
		body += "\n\n" + program(q.Prompt.Program)
	}
	why := strings.TrimSpace(strings.Join(said, "\n\n"))
	w.put(&draft.Ask{Ref: ref, ID: ref, Prompt: prompt, Body: strings.TrimSpace(body), Why: why, Compare: why != "", From: from})
}

// divided takes the line that asks out of a prompt of several paragraphs: the last
// one with a question mark, or else the only one.
func divided(md string) (prompt, body string) {
	const long = 300
	lines := page.Split(md, 1)
	var paragraphs [][2]int
	for i := 0; i < len(lines); {
		if lines[i].Blank() || lines[i].Code {
			i++
			continue
		}
		end := i
		for end < len(lines) && !lines[end].Blank() && !lines[end].Code {
			end++
		}
		if !marked.MatchString(lines[i].Text) {
			paragraphs = append(paragraphs, [2]int{i, end})
		}
		i = end
	}
	at := -1
	for i, p := range paragraphs {
		if strings.Contains(page.OneLine(lines[p[0]:p[1]]), "?") {
			at = i
		}
	}
	if at < 0 {
		at = len(paragraphs) - 1
	}
	if at < 0 {
		return "", md
	}
	p := paragraphs[at]
	if prompt = page.OneLine(lines[p[0]:p[1]]); len(prompt) > long {
		return "", md
	}
	rest := append(append([]page.Line(nil), lines[:p[0]]...), lines[p[1]:]...)
	return prompt, strings.TrimSpace(page.Join(rest))
}

// marked is a line that begins no plain paragraph.
var marked = regexp.MustCompile(`^\s*(?:[-*+>|#]|\d+[.)]|!\[)`)

// texts returns a value that may be one text or several.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, one := range v {
			out = append(out, fmt.Sprint(one))
		}
		return out
	case nil:
		return nil
	}
	return []string{fmt.Sprint(v)}
}

// choice adds a question of options. The program shows them in an order of its
// own; one that stands on more than a line has to be looked up above them.
func (w *quizWriter) choice(q questionTOML, ref string, from draft.Place) {
	type option struct {
		draft.Option
		source string
		lined  bool
	}
	_, many := q.Answer.Answer.([]any)
	var list []option
	for _, a := range texts(q.Answer.Answer) {
		list = append(list, option{source: a, Option: draft.Option{Right: true}})
	}
	right := len(list)
	for _, d := range q.Prompt.Distractors {
		list = append(list, option{source: d})
	}
	if right == 0 || len(list) < 2 {
		w.losses.Add(from.Line, "a question without a right answer, or without a wrong one", "it is an Ask now, which is not graded")
		w.reflect(q, ref, from)
		return
	}
	lined := true
	for i := range list {
		list[i].Text, list[i].lined = line(w.text(from.Line, list[i].source))
		lined = lined && list[i].lined
	}
	fixed := true
	switch {
	case q.Prompt.AnswerIndex != nil && right == 1:
		at := min(max(*q.Prompt.AnswerIndex, 0), len(list)-1)
		first := list[0]
		list = slices.Insert(slices.Delete(list, 0, 1), at, first)
	case q.Prompt.SortAnswers:
		slices.SortStableFunc(list, func(a, b option) int { return cmp.Compare(a.source, b.source) })
	case !lined:
		// They keep their place, so it may not tell which is right.
		slices.SortStableFunc(list, func(a, b option) int { return cmp.Compare(hash(a.source), hash(b.source)) })
	default:
		fixed = false
	}
	form := &draft.Options{Many: many}
	var body []string
	names := make([]*string, len(list))
	for i, o := range list {
		if !lined && !o.lined {
			name := string(rune('A' + i%26))
			body = append(body, "**"+name+"**", o.Text)
			o.Text = name
		}
		form.List = append(form.List, o.Option)
		names[i] = &form.List[i].Text
	}
	page.Distinct(names)
	w.add(q, ref, from, strings.Join(body, "\n\n"), form, fixed)
}

func hash(s string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s)) // never fails
	return h.Sum32()
}

// line writes a text as one line, where it is one: a paragraph, or a block of code
// of one line.
func line(md string) (string, bool) {
	lines := page.Split(md, 1)
	if len(lines) == 3 && lines[0].Code && lines[2].Code {
		return page.CodeSpan(lines[1].Text), true
	}
	for i, l := range lines {
		if l.Code || l.Blank() || i > 0 && marked.MatchString(l.Text) || i == 0 && len(lines) > 1 && marked.MatchString(l.Text) {
			return md, false
		}
	}
	return page.OneLine(lines), true
}

// short adds a question with an answer to type.
func (w *quizWriter) short(q questionTOML, ref string, from draft.Place) {
	form := &draft.Typed{}
	for _, s := range append(texts(q.Answer.Answer), q.Answer.Alternatives...) {
		a, ok := page.Accepted(escaped(s))
		if !ok {
			w.losses.Add(from.Line, "the answer "+page.Excerpt(s), "it cannot be typed")
			continue
		}
		if a.Text != "" && (q.Prompt.Response == "code" || signs.MatchString(s)) {
			a = draft.Code(strings.Join(strings.Fields(s), " "))
		}
		form.Answers = append(form.Answers, a)
	}
	if len(form.Answers) == 0 {
		w.reflect(q, ref, from)
		return
	}
	w.add(q, ref, from, "", form, false)
}

// signs is an answer that is code, and not words.
var signs = regexp.MustCompile("[:(){}<>&*;=_|\\[\\]#$\\\\/\"]")

// escaped writes plain text as Markdown.
func escaped(s string) string { return draft.Plain(strings.Join(strings.Fields(s), " ")) }
