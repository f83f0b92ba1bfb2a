package lia

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// quizLine is a line of a quiz: "[[X]] text", "[( )] text", "[[?]] a hint".
type quizLine struct {
	round bool   // in parentheses: one is to be chosen
	mark  string // between the brackets, without spaces around it
	text  string
}

var quizMark = regexp.MustCompile(`^\s*(?:[-*+] +)?\[(?:\[([^\[\]()]*)\]|\(([^\[\]()]*)\))\](.*)$`)

// readLine reads a line of a quiz with one box.
func readLine(s string) (quizLine, bool) {
	m := quizMark.FindStringSubmatch(s)
	if m == nil {
		return quizLine{}, false
	}
	q := quizLine{mark: strings.TrimSpace(m[1] + m[2]), text: strings.TrimSpace(m[3])}
	after := strings.TrimSpace(s)
	after = strings.TrimSpace(strings.TrimLeft(after, "-*+"))
	q.round = strings.HasPrefix(after, "[(")
	if strings.HasPrefix(m[3], "(") || strings.HasPrefix(m[3], "[") && !strings.HasPrefix(m[3], "[[") {
		return q, false // the text of a link
	}
	return q, true
}

// box reports whether the line is an option that is right or wrong.
func (q quizLine) box() bool {
	return (q.mark == "" || strings.EqualFold(q.mark, "x")) && (q.text != "" || q.mark == "" || q.round)
}

func (q quizLine) right() bool { return q.mark != "" }

var (
	surveyMark = regexp.MustCompile(`^(?:-?\d+|:\S.*)$`)
	surveyText = regexp.MustCompile(`^_[_ ]*$`)
)

// survey reports whether the line is an option without right or wrong.
func (q quizLine) survey() bool { return surveyMark.MatchString(q.mark) && q.text != "" }

// isQuiz reports whether a line begins or goes on with a quiz of its own, and is
// not text with gaps.
func isQuiz(s string) bool {
	if q, ok := readLine(s); ok {
		return q.box() || q.survey() || q.mark == "?" && !q.round || q.text == "" && !q.round
	}
	if _, end := gapAt(bare(s), 0); end == len(bare(s)) && end > 0 {
		return true
	}
	_, label, ok := cells(s)
	return ok && label == "" || ok && isRow(s)
}

// quizAt reports whether a quiz begins or goes on with line i. An option without
// right or wrong is one among others: alone, it is a gap in a text.
func quizAt(lines []page.Line, i int) bool {
	if q, ok := readLine(lines[i].Text); ok && q.survey() {
		_, n := group(lines[i:], quizLine.survey)
		return n > 1
	}
	return isQuiz(lines[i].Text)
}

// bare is a line without what stands around it: spaces, the sign of a list.
func bare(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 2 && strings.IndexByte("-*+", s[0]) >= 0 && s[1] == ' ' {
		s = strings.TrimSpace(s[2:])
	}
	return s
}

// quiz reads the quiz that lines begin with, and returns how many lines it has, 0
// where there is none.
func (w *writer) quiz(lines []page.Line) int {
	if lines[0].Code || !quizAt(lines, 0) {
		return 0
	}
	q, ok := readLine(lines[0].Text)
	switch {
	case ok && q.mark == "?" && !q.round && q.text != "":
		return w.hint(lines, q)
	case ok && q.box():
		return w.options(lines, q.round)
	case ok && q.survey():
		return w.survey(lines, q.round)
	case ok && q.text == "" && !q.round:
		return w.field(lines[0], q.mark)
	case ok:
		return 0
	}
	if n := w.matrix(lines); n > 0 {
		return n
	}
	if inside, end := gapAt(bare(lines[0].Text), 0); end > 0 {
		return w.field(lines[0], inside)
	}
	return 0
}

// group reads the lines of one kind that follow each other. What is indented
// below a line goes on with its text.
func group(lines []page.Line, fits func(quizLine) bool) (list []quizLine, n int) {
	for n < len(lines) {
		l := lines[n]
		q, ok := readLine(l.Text)
		switch {
		case l.Code:
			return list, n
		case ok && fits(q):
			list = append(list, q)
		case len(list) > 0 && !l.Blank() && !isQuiz(l.Text) && strings.HasPrefix(l.Text, "  ") && !stars.MatchString(l.Text):
			list[len(list)-1].text = strings.TrimSpace(list[len(list)-1].text + " " + strings.TrimSpace(l.Text))
		case l.Blank() && goesOn(lines[n:], fits):
		default:
			return list, n
		}
		n++
	}
	return list, n
}

// goesOn reports whether one blank line parts lines of one kind.
func goesOn(lines []page.Line, fits func(quizLine) bool) bool {
	if len(lines) < 2 || lines[1].Code {
		return false
	}
	q, ok := readLine(lines[1].Text)
	return ok && fits(q)
}

// options reads a list of options with boxes.
func (w *writer) options(lines []page.Line, round bool) int {
	list, n := group(lines, func(q quizLine) bool { return q.round == round && q.box() })
	form := &draft.Options{Many: !round}
	right := 0
	for _, q := range list {
		form.List = append(form.List, draft.Option{Text: q.text, Right: q.right()})
		if q.right() {
			right++
		}
	}
	if round && right > 1 {
		w.losses.Add(lines[0].N, "a question with several right answers of which one is to be chosen", "all of them are to be chosen now")
		form.Many = true
	}
	if right == 0 {
		w.unmarked(lines[0].N, form, !round)
		return n
	}
	w.question(lines[0].N, form)
	return n
}

// unmarked makes an Ask of options of which none is right.
func (w *writer) unmarked(n int, form *draft.Options, many bool) {
	w.losses.Add(n, "a question without a right answer", "it is an Ask now, which is not graded")
	prompt, body := w.asked()
	ask := &draft.Ask{Prompt: prompt, Body: body, Many: many, From: w.place(n)}
	for _, o := range form.List {
		ask.Options = append(ask.Options, draft.Choice{Text: o.Text})
	}
	w.put(ask)
}

func (w *writer) place(n int) draft.Place { return draft.Place{File: w.reader.file, Line: n} }

// put adds an Ask, and keeps it for what follows.
func (w *writer) put(a *draft.Ask) {
	if a.Prompt == "" {
		a.Prompt = w.file.Title
	}
	texts := make([]*string, len(a.Options))
	for i := range a.Options {
		texts[i] = &a.Options[i].Text
	}
	page.Distinct(texts)
	w.prompt = a.Prompt
	w.comments = nil
	w.last = append(w.last[:0:0], a)
	w.add(a)
}

// question adds a question of the form, with what it asks.
func (w *writer) question(n int, form draft.Form) {
	prompt, body := w.asked()
	w.asks(n, prompt, body, form)
	w.last = append(w.last[:0:0], w.file.Blocks[len(w.file.Blocks)-1])
	w.comments = nil
}

// asks adds a question. The comments above it say how often it may be tried, and
// whether options are shuffled.
func (w *writer) asks(n int, prompt, body string, form draft.Form) {
	q := &draft.Question{Prompt: prompt, Body: body, Form: form, From: w.place(n)}
	if f, ok := form.(*draft.Options); ok {
		q.Fixed = !w.said("data-randomize")
		texts := make([]*string, len(f.List))
		for i := range f.List {
			texts[i] = &f.List[i].Text
		}
		page.Distinct(texts)
	}
	for _, c := range w.comments {
		if m := maxTrials.FindStringSubmatch(c.Text); m != nil {
			q.Tries, _ = strconv.Atoi(m[1])
		}
	}
	if prompt != "" {
		w.prompt = prompt
	}
	w.add(q)
}

var maxTrials = regexp.MustCompile(`data-max-trials\s*=\s*["']?([1-9]\d?)\b`)

// said reports whether a comment above a quiz has an attribute.
func (w *writer) said(name string) bool {
	for _, c := range w.comments {
		if strings.Contains(c.Text, name) {
			return true
		}
	}
	return false
}

// hint adds a hint to the quiz above it.
func (w *writer) hint(lines []page.Line, first quizLine) int {
	list, n := group(lines, func(q quizLine) bool { return q.mark == "?" && !q.round && q.text != "" })
	if n == 0 {
		list, n = []quizLine{first}, 1
	}
	for _, h := range list {
		used := false
		for _, b := range w.last {
			switch b := b.(type) {
			case *draft.Question:
				b.Hints = append(b.Hints, h.text)
				used = true
			case *draft.Ask:
				b.Why = strings.TrimSpace(b.Why + "\n\n" + h.text)
				used = true
			}
		}
		if !used {
			w.losses.Add(lines[0].N, "a hint: "+h.text, "no quiz stands above it")
		}
	}
	return n
}

// survey reads a list of options without right or wrong.
func (w *writer) survey(lines []page.Line, round bool) int {
	list, n := group(lines, func(q quizLine) bool { return q.round == round && q.survey() })
	prompt, body := w.asked()
	ask := &draft.Ask{Prompt: prompt, Body: body, Many: !round, From: w.place(lines[0].N)}
	for _, q := range list {
		id := strings.TrimPrefix(q.mark, ":")
		if strings.Trim(id, "-0123456789") == "" {
			id = ""
		}
		ask.Options = append(ask.Options, draft.Choice{ID: id, Text: q.text})
	}
	w.put(ask)
	return n
}

// field reads a quiz that stands on a line of its own: a text to type, a choice
// of a list, a text without right or wrong, or one that only a script can check.
func (w *writer) field(l page.Line, inside string) int {
	g := readGap(inside)
	switch {
	case surveyText.MatchString(strings.TrimSpace(inside)):
		prompt, body := w.asked()
		w.put(&draft.Ask{Prompt: prompt, Body: body, From: w.place(l.N)})
	case strings.TrimSpace(inside) == "!":
		w.losses.Add(l.N, "a quiz that a script checks", "it is an Ask now, which is not graded")
		prompt, body := w.asked()
		w.put(&draft.Ask{Prompt: prompt, Body: body, From: w.place(l.N)})
	case len(g.list) > 1:
		w.choice(l.N, g)
	default:
		answer, ok := page.Accepted(g.list[0].Text)
		if !ok {
			w.losses.Add(l.N, "a quiz with the answer "+page.Excerpt(inside), "it cannot be typed; it is an Ask now, which is not graded")
			prompt, body := w.asked()
			w.put(&draft.Ask{Prompt: prompt, Body: body, Why: inside, From: w.place(l.N)})
			break
		}
		w.question(l.N, &draft.Typed{Answers: []draft.Accept{answer}})
	}
	return 1
}

// choice adds a question of a list to choose from.
func (w *writer) choice(n int, g gap) {
	form, right := g.options()
	if right == 0 {
		w.unmarked(n, form, false)
		return
	}
	if right > 1 {
		w.losses.Add(n, "a list with several right answers of which one is to be chosen", "all of them are to be chosen now")
	}
	w.question(n, form)
}
