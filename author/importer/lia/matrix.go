package lia

import (
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// cells reads a line of a matrix: groups in brackets within brackets, and what
// stands behind them.
func cells(s string) (list []string, label string, ok bool) {
	s = bare(s)
	if !strings.HasPrefix(s, "[") || len(s) > 4000 {
		return nil, "", false
	}
	for i := 1; i < len(s); {
		switch s[i] {
		case ' ', '\t':
			i++
		case ']':
			if len(list) == 0 || strings.HasPrefix(s[i:], "](") {
				return nil, "", false
			}
			return list, strings.TrimSpace(s[i+1:]), true
		case '[', '(':
			end := closes(s, i)
			if end < 0 {
				return nil, "", false
			}
			list = append(list, strings.TrimSpace(s[i+1:end]))
			i = end + 1
		default:
			return nil, "", false
		}
	}
	return nil, "", false
}

// closes finds the bracket that closes the one at i, or -1.
func closes(s string, i int) int {
	depth := 0
	for j := i; j < len(s); j++ {
		switch s[j] {
		case '\\':
			j++
		case '[', '(':
			depth++
		case ']', ')':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return -1
}

// isRow reports whether a line is a row of a matrix: boxes, and what they are
// about.
func isRow(s string) bool {
	list, label, ok := cells(s)
	for _, c := range list {
		ok = ok && (c == "" || strings.EqualFold(c, "x"))
	}
	return ok && label != "" && len(list) > 1
}

// row is a row of a matrix.
type row struct {
	n     int
	label string
	right []int // the columns that hold
}

// matrix reads a table of boxes, and returns how many lines it has, 0 where there
// is none.
func (w *writer) matrix(lines []page.Line) int {
	head, label, ok := cells(lines[0].Text)
	if !ok || label != "" {
		return 0
	}
	var rows []row
	n := 1
	for n < len(lines) && !lines[n].Code && isRow(lines[n].Text) {
		list, label, _ := cells(lines[n].Text)
		r := row{n: lines[n].N, label: label}
		for i, c := range list {
			if c != "" && i < len(head) {
				r.right = append(r.right, i)
			}
		}
		rows = append(rows, r)
		n++
	}
	if len(rows) == 0 {
		return 0
	}
	round := strings.Contains(bare(lines[1].Text), "(")
	for i := range head {
		if len(head[i]) > 1 && head[i][0] == ':' {
			head[i] = head[i][1:]
		}
		if head[i] == "" {
			head[i] = "…"
		}
	}
	w.rows(lines[0].N, head, rows, round)
	return n
}

// rows makes a question of a matrix in which each row has one answer and each
// column is one, and else a question of each row.
func (w *writer) rows(n int, head []string, rows []row, round bool) {
	prompt, body := w.asked()
	defer func() { w.comments = nil }()
	first := len(w.file.Blocks)
	if form, ok := matched(head, rows); ok {
		w.asks(n, prompt, body, form)
		w.last = w.file.Blocks[first:]
		return
	}
	context := strings.TrimSpace(prompt + "\n\n" + body)
	for _, r := range rows {
		form := &draft.Options{Many: !round || len(r.right) > 1}
		ask := &draft.Ask{Prompt: r.label, Body: context, Many: !round, From: w.place(r.n)}
		right := map[int]bool{}
		for _, c := range r.right {
			right[c] = true
		}
		for i, h := range head {
			form.List = append(form.List, draft.Option{Text: h, Right: right[i]})
			ask.Options = append(ask.Options, draft.Choice{Text: h})
		}
		if len(r.right) == 0 {
			w.put(ask)
			continue
		}
		w.asks(r.n, r.label, context, form)
	}
	w.last = append(w.last[:0:0], w.file.Blocks[first:]...)
}

// matched makes of a matrix a question that matches rows with columns.
func matched(head []string, rows []row) (*draft.Match, bool) {
	form := &draft.Match{}
	lefts, used := map[string]bool{}, map[int]bool{}
	columns := map[string]bool{}
	for _, h := range head {
		columns[page.Key(h)] = true
	}
	for _, r := range rows {
		if len(r.right) != 1 || lefts[page.Key(r.label)] || page.Key(r.label) == "" {
			return nil, false
		}
		lefts[page.Key(r.label)] = true
		used[r.right[0]] = true
		form.Pairs = append(form.Pairs, draft.Pair{Left: r.label, Right: head[r.right[0]]})
	}
	return form, len(rows) > 1 && len(used) == len(head) && len(columns) == len(head) && len(head) > 1
}
