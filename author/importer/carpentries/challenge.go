package carpentries

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// challenge writes a challenge: as a question where its options and what is right
// of them are certain, and else as an Ask, beside whose answer the solution stands.
// What has hints, or nothing to compare an answer with, is a task.
func (w *writer) challenge(n node) {
	title, kids := w.titled(n)
	var body []node
	var solutions, hints []string
	var solution []page.Line
	for _, k := range kids {
		switch k.class {
		case "solution":
			name, inner := w.titled(k)
			text := w.inside(inner)
			if len(solutions) > 0 || !says(name, "solution", w.called("solution")) {
				text = strings.TrimSpace("**" + name + "**\n\n" + text)
			}
			solutions = append(solutions, text)
			if len(inner) > 0 && inner[0].class == "" {
				solution = inner[0].lines
			}
		case "hint":
			name, inner := w.titled(k)
			text := w.inside(inner)
			if !says(name, "hint", w.called("hint")) {
				text = strings.TrimSpace("**" + name + "**\n\n" + text)
			}
			hints = append(hints, text)
		case "instructor":
			w.nodes([]node{k})
		case "":
			if page.Shows(k.lines) {
				body = append(body, k)
			}
		default:
			body = append(body, k)
		}
	}
	w.flush()
	place := draft.Place{File: w.source.path, Line: n.n}
	why := strings.Join(solutions, "\n\n")
	if q := w.choice(body, solution, len(solutions)); q != nil {
		q.Prompt, q.From, q.Hints = title, place, hints
		if q.Why == "" {
			q.Why = why
		}
		w.file.Blocks = append(w.file.Blocks, q)
		return
	}
	text := w.inside(body)
	if len(hints) > 0 || why == "" && n.class != "discussion" {
		w.file.Blocks = append(w.file.Blocks, &draft.Task{
			Title: title, Body: text, Hints: hints, Why: why, Checks: []draft.Check{{Ask: w.called("done")}}, From: place,
		})
		return
	}
	w.file.Blocks = append(w.file.Blocks, &draft.Ask{Prompt: title, Body: text, Why: why, Compare: why != "", From: place})
}

// says reports whether the title of a solution or a hint says no more than that it
// is one, in English or in the language of the course.
func says(title, word, called string) bool {
	title = strings.ToLower(strings.Trim(title, "*:. "))
	return title == word || title == strings.ToLower(called)
}

// choice makes a question of a challenge whose last part is a numbered list and
// whose solution says of each of its items, or of one number, that it is right. It
// returns nil where that is not certain.
func (w *writer) choice(body []node, solution []page.Line, solutions int) *draft.Question {
	if solutions != 1 || len(body) == 0 || body[len(body)-1].class != "" {
		return nil
	}
	last := body[len(body)-1]
	intro, items, rest := numbered(last.lines)
	if len(items) < 2 || len(items) > 20 || page.Shows(rest) {
		return nil
	}
	right, replies, more := answered(solution, len(items))
	if right == nil {
		return nil
	}
	form := &draft.Options{}
	count := 0
	lined := true // every item is a line
	for i, it := range items {
		o := draft.Option{Right: right[i]}
		if o.Right {
			count++
		}
		if replies != nil {
			o.Reply.Text = emphasised(w.markdown(replies[i]))
		}
		var ok bool
		if o.Text, ok = w.line(it); !ok {
			lined = false
		}
		form.List = append(form.List, o)
	}
	form.Many = count > 1
	if !lined || refers(items) {
		// What is longer than a line stands above the options, which are its numbers.
		intro = last.lines
		for i := range form.List {
			form.List[i].Text = strconv.Itoa(i + 1)
		}
	}
	texts := append(append([]node(nil), body[:len(body)-1]...), node{n: last.n, lines: intro})
	q := &draft.Question{Body: w.inside(texts), Form: form, Fixed: true}
	if replies != nil {
		q.Why = orElse(emphasised(w.markdown(more)), " ") // the rest is said with the options
	}
	return q
}

// line writes an item as one line, where it is one: a paragraph, or a block of code
// of one line.
func (w *writer) line(item []page.Line) (string, bool) {
	var code []string
	var text []page.Line
	for i, l := range item {
		switch {
		case l.Code && i > 0 && i < len(item)-1:
			code = append(code, strings.TrimSpace(l.Text))
		case l.Code:
		case l.Blank():
		default:
			text = append(text, l)
		}
	}
	switch {
	case len(code) == 1 && len(text) == 0:
		return page.CodeSpan(code[0]), true
	case len(code) > 0 || len(text) == 0 || item[0].Code:
		return "", false
	}
	for _, l := range text[1:] {
		if t := strings.TrimSpace(l.Text); strings.HasPrefix(t, "- ") || strings.HasPrefix(t, "|") || strings.HasPrefix(t, ">") {
			return "", false
		}
	}
	s := page.OneLine(page.Split(w.markdown(text), 1))
	return s, s != ""
}

var refersTo = regexp.MustCompile(`(?i)\b(?:both|all|neither|either)\b.*\b\d`)

// refers reports whether one of the items names others by their number.
func refers(items [][]page.Line) bool {
	for _, it := range items {
		if refersTo.MatchString(page.OneLine(it)) {
			return true
		}
	}
	return false
}

var item = regexp.MustCompile(`^ {0,3}(\d{1,2})[.)] +(.*)$`)

// numbered reads the numbered list in lines: what stands above it, its items, and
// what stands below.
func numbered(lines []page.Line) (intro []page.Line, items [][]page.Line, rest []page.Line) {
	inFence := false
	var open page.Fence
	for i, l := range lines {
		m := item.FindStringSubmatch(l.Text)
		begins := m != nil && !inFence && m[1] == strconv.Itoa(len(items)+1)
		if l.Code {
			if !inFence {
				open, inFence = page.OpenFence(l.Text)
			} else if open.ClosedBy(l.Text) {
				inFence = false
			}
		}
		switch {
		case begins:
			items = append(items, []page.Line{{N: l.N, Text: m[2], Code: l.Code}})
		case len(items) == 0:
			intro = append(intro, l)
		case l.Blank() || inFence || l.Code || goesOn(lines[i-1], l):
			last := &items[len(items)-1]
			*last = append(*last, l)
		default:
			return intro, items, lines[i:]
		}
	}
	for i, it := range items {
		for len(it) > 0 && it[len(it)-1].Blank() {
			it = it[:len(it)-1]
		}
		items[i] = it
	}
	return intro, items, nil
}

// goesOn reports whether a line of text belongs to the item that the line before it
// belongs to: it is indented, or follows it in a paragraph.
func goesOn(before, l page.Line) bool {
	if strings.HasPrefix(l.Text, " ") {
		return true
	}
	return !before.Blank() && !before.Code && !item.MatchString(l.Text) && !strings.HasPrefix(l.Text, "#")
}

var (
	theAnswer = regexp.MustCompile(`(?i)^(?:the )?(?:correct |right )?(?:answer|solution|option)(?: is|:)(?: (?:number|option|answer))?[\s(*` + "`" + `]+(\d{1,2})\b`)
	optionIs  = regexp.MustCompile(`(?i)^(?:option|answer|number) (\d{1,2}) is (?:the )?(?:correct|right)\b`)
	verdict   = regexp.MustCompile(`^[*_]*(?:(Yes|Correct|True|Right)|(No|Incorrect|False|Wrong))\b`)
)

// answered reads what a solution says is right: one number in its first words, or
// yes and no for each item: then with what it says of each, and behind them. It
// returns nil where it does neither.
func answered(solution []page.Line, n int) (right []bool, replies [][]page.Line, more []page.Line) {
	for len(solution) > 0 && solution[0].Blank() {
		solution = solution[1:]
	}
	if len(solution) == 0 {
		return nil, nil, nil
	}
	first := strings.TrimSpace(solution[0].Text)
	for _, form := range []*regexp.Regexp{theAnswer, optionIs} {
		if m := form.FindStringSubmatch(first); m != nil {
			nth, _ := strconv.Atoi(m[1])
			if nth < 1 || nth > n || severalSaid(first[len(m[0]):]) || alsoRight.MatchString(page.Join(solution)) {
				return nil, nil, nil
			}
			right = make([]bool, n)
			right[nth-1] = true
			return right, nil, nil
		}
	}
	intro, items, more := numbered(solution)
	if len(items) != n || page.Shows(intro) {
		return nil, nil, nil
	}
	yes := 0
	for _, it := range items {
		if len(it) == 0 {
			return nil, nil, nil
		}
		m := verdict.FindStringSubmatch(it[0].Text)
		if m == nil || it[0].Code {
			return nil, nil, nil
		}
		right = append(right, m[1] != "")
		if m[1] != "" {
			yes++
		}
		replies = append(replies, it)
	}
	if yes == 0 || yes == n {
		return nil, nil, nil
	}
	return right, replies, more
}

// alsoRight are words by which a solution takes back that one answer is right.
var alsoRight = regexp.MustCompile(`(?i)\balso\s+(?:works|work|correct|right|valid|possible)\b`)

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

var another = regexp.MustCompile(`(?i)^[)*.` + "`" + `]*\s*(?:,|and|or|&)\s*\(?\d`)

// severalSaid reports whether another number follows at once: more than one answer
// is right then.
func severalSaid(s string) bool { return another.MatchString(s) }
