package lia

import (
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// gap is a field within a text: [[answer]], or a list [[a | (b) | c]] with what is
// right in parentheses.
type gap struct {
	list []draft.Option // one: an answer to type
}

// gapAt reads a field that begins at i of s. It returns what stands in it, and
// its end, 0 where there is none.
func gapAt(s string, i int) (inside string, end int) {
	const longest = 4000
	rest := s[i:]
	if len(rest) > longest {
		rest = rest[:longest]
	}
	from := 2
	switch {
	case strings.HasPrefix(rest, "[["):
	case strings.HasPrefix(rest, "[->["):
		from = 4
	default:
		return "", 0
	}
	depth := 0
	for j := from; j < len(rest); j++ {
		switch rest[j] {
		case '\\':
			j++
		case '[':
			depth++
		case ']':
			if depth > 0 {
				depth--
				continue
			}
			if !strings.HasPrefix(rest[j:], "]]") || strings.HasPrefix(rest[j:], "]](") {
				return "", 0
			}
			return rest[from:j], i + j + 2
		}
	}
	return "", 0
}

// readGap reads what stands in a field.
func readGap(inside string) gap {
	var g gap
	parts := bars(inside)
	for _, p := range parts {
		p = strings.TrimSpace(p)
		right := len(parts) == 1
		if n := len(p); len(parts) > 1 && n > 1 && balanced(p) == n {
			p, right = strings.TrimSpace(p[1:n-1]), true
		}
		g.list = append(g.list, draft.Option{Text: p, Right: right})
	}
	return g
}

// bars cuts a text at the bars that stand in no brackets and no code.
func bars(s string) []string {
	var out []string
	depth, from := 0, 0
	for _, span := range page.Spans(s) {
		for i := span.Start; i < span.End && !span.Code; i++ {
			switch s[i] {
			case '\\':
				i++
			case '(', '[':
				depth++
			case ')', ']':
				depth--
			case '|':
				if depth <= 0 {
					out = append(out, s[from:i])
					from = i + 1
				}
			}
		}
	}
	return append(out, s[from:])
}

// options makes a question of a list, and counts what is right.
func (g gap) options() (*draft.Options, int) {
	right := 0
	for _, o := range g.list {
		if o.Right {
			right++
		}
	}
	return &draft.Options{List: g.list, Many: right > 1}, right
}

// accept returns what fills the gap, or false where nothing does that can be
// typed.
func (g gap) accept() ([]draft.Accept, bool) {
	var out []draft.Accept
	seen := map[string]bool{}
	for _, o := range g.list {
		a, ok := page.Accepted(o.Text)
		if !o.Right || !ok || seen[strings.ToLower(a.Text)+strconv.FormatFloat(a.Low, 'g', -1, 64)] {
			continue
		}
		seen[strings.ToLower(a.Text)+strconv.FormatFloat(a.Low, 'g', -1, 64)] = true
		out = append(out, a)
	}
	return out, len(out) > 0
}

// gaps makes a question of a text with fields in it. It reports false where it has
// none.
func (w *writer) gaps(c chunk) bool {
	text := page.Join(c.lines)
	if !strings.Contains(text, "[[") && !strings.Contains(text, "[->[") {
		return false
	}
	var found []gap
	var b strings.Builder
	for _, span := range page.Spans(text) {
		from := span.Start
		for i := span.Start; i < span.End && !span.Code; i++ {
			if text[i] == '\\' {
				i++
				continue
			}
			inside, end := gapAt(text, i)
			if end == 0 || end > span.End || strings.TrimSpace(inside) == "" {
				continue
			}
			b.WriteString(text[from:i])
			found = append(found, readGap(inside))
			b.WriteString(hole(len(found)))
			from = end
			i = end - 1
		}
		b.WriteString(text[from:span.End])
	}
	if len(found) == 0 {
		return false
	}
	w.fill(c.lines[0].N, chunk{c.kind, []page.Line{{N: c.lines[0].N, Text: b.String()}}}.markdown(), found)
	return true
}

// hole is where the nth gap stands until it is known what becomes of it. A course
// has no such sign: it is a control character.
func hole(n int) string { return "\x02" + strconv.Itoa(n) + "\x03" }

// fill adds the question that a text with gaps is.
func (w *writer) fill(n int, text string, found []gap) {
	form := &draft.Blanks{}
	only := ""
	if len(found) == 1 {
		only = found[0].list[0].Text
	}
	switch {
	case surveyText.MatchString(only) || only == "!":
		// A field without right or wrong in a text: what stands around it asks.
		prompt, body := w.asked()
		body = strings.TrimSpace(body + "\n\n" + strings.Replace(text, hole(1), "…", 1))
		w.put(&draft.Ask{Prompt: prompt, Body: body, From: w.place(n)})
		return
	case len(found) == 1 && len(found[0].list) > 1:
		w.pending = append(w.pending, chunk{paragraph, []page.Line{{N: n, Text: strings.Replace(text, hole(1), "…", 1)}}})
		w.choice(n, found[0])
		return
	}
	var instead []string
	for i, g := range found {
		accept, ok := g.accept()
		if !ok || surveyText.MatchString(g.list[0].Text) || g.list[0].Text == "!" {
			w.losses.Add(n, "a field without an answer that can be typed", "it stands as text")
			instead = append(instead, hole(i+1), "… "+g.choices())
			continue
		}
		form.List = append(form.List, accept)
		blank := "[[" + strconv.Itoa(len(form.List)) + "]]"
		if len(g.list) > 1 {
			blank += " " + g.choices()
		}
		instead = append(instead, hole(i+1), blank)
	}
	text = strings.NewReplacer(instead...).Replace(text)
	if len(form.List) == 0 {
		w.pending = append(w.pending, chunk{paragraph, []page.Line{{N: n, Text: text}}})
		return
	}
	form.Text = text
	var prompt, body string
	if len(w.pending) > 0 || w.heading != "" { // else the text asks by itself
		prompt, body = w.asked()
	}
	w.asks(n, prompt, body, form)
	w.last = append(w.last[:0:0], w.file.Blocks[len(w.file.Blocks)-1])
	w.comments = nil
}

// choices writes what may be chosen: a list in LiaScript, words to read here.
func (g gap) choices() string {
	var words []string
	for _, o := range g.list {
		words = append(words, strings.ReplaceAll(o.Text, "|", "/"))
	}
	return "(" + strings.Join(words, " / ") + ")"
}
