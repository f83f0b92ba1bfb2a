package swirl

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// lesson is one that is being read.
type lesson struct {
	*reader
	file   *draft.File
	name   string // of its lesson.yaml
	folder string
}

func (l *lesson) at(s strictyaml.Scalar, u *unit) draft.Place {
	return draft.Place{File: l.name, Line: max(s.Line, u.Line, 1)}
}

// unit carries over one entry by its class.
func (l *lesson) unit(u *unit) {
	switch class := strings.TrimSpace(u.Class.Text); class {
	case "meta":
		l.meta(u)
	case "text":
		l.text(u)
	case "cmd_question":
		if form := l.command(u); form != nil {
			l.ask(u, form)
		}
	case "mult_question":
		l.ask(u, l.choice(u))
	case "exact_question":
		l.ask(u, l.number(u))
	case "range_question":
		l.ask(u, l.span(u))
	case "text_question", "text_many_question", "text_order_question":
		l.ask(u, l.words(u, class))
	case "figure":
		l.figure(u)
	case "video":
		l.video(u)
	case "script":
		l.script(u)
	default:
		l.lose(l.at(u.Class, u), fmt.Sprintf("the class %q", class), "it is not one of swirl's; its text is kept")
		l.text(u)
	}
}

func (l *lesson) text(u *unit) {
	if md := markdown(u.Output.Text); md != "" {
		l.file.Blocks = append(l.file.Blocks, draft.Text{Markdown: md})
	}
}

// ask adds a question with a form, or keeps the text where there is none.
func (l *lesson) ask(u *unit, form draft.Form) {
	if form == nil {
		l.text(u)
		return
	}
	q := &draft.Question{Form: form, From: l.at(u.Output, u)}
	q.Prompt, q.Body = heading(markdown(u.Output.Text))
	if q.Prompt == "" && q.Body == "" {
		q.Prompt = "What do you type?"
	}
	if hint := markdown(u.Hint.Text); hint != "" {
		q.Hints = []string{hint}
	}
	l.file.Blocks = append(l.file.Blocks, q)
}

// heading parts a text into what stands in a heading and what stands below it: a
// short text is the heading, a longer one is read above the answer.
func heading(text string) (prompt, body string) {
	const longest = 100
	if first, rest, _ := strings.Cut(text, "\n\n"); len(first) <= longest {
		return first, rest
	}
	return "", text
}

// command is an R expression to type. Which ones are right is for the tests to
// say, as far as they state any. Where only R can tell, it is a task, and there is
// no form.
func (l *lesson) command(u *unit) draft.Form {
	stated := codeLine(u.CorrectAnswer.Text)
	tests := readTests(u.AnswerTests.Text)
	if len(tests.exprs) == 0 && len(tests.others)+len(tests.values) > 0 && !isSwirlCommand(stated) {
		l.lose(l.at(u.AnswerTests, u), fmt.Sprintf("the test %s", slices.Concat(tests.others, tests.values)[0]), "only R can tell which answers pass it; learners do it in R, and say whether they did")
		l.task(u, u.CorrectAnswer.Text)
		return nil
	}
	l.tellTests(u, tests)
	var exprs []string
	for _, e := range tests.exprs {
		if e = codeLine(e); isSwirlCommand(e) {
			l.lose(l.at(u.AnswerTests, u), fmt.Sprintf("the answer %s", e), "it is a command of swirl; in cairn a key does the same")
		} else if e != "" {
			exprs = append(exprs, e)
		}
	}
	if stated != "" && !isSwirlCommand(stated) {
		if len(exprs) > 0 && !slices.ContainsFunc(exprs, func(e string) bool { return bare(e) == bare(stated) }) {
			l.lose(l.at(u.CorrectAnswer, u), "the refusal of the answer that swirl shows", "its tests do not accept it; here it is right as well")
		}
		exprs = append([]string{stated}, exprs...)
	}
	typed := &draft.Typed{}
	have := map[string]bool{}
	add := func(expr string) {
		if key := bare(expr); !have[key] {
			have[key] = true
			typed.Answers = append(typed.Answers, draft.Code(expr))
		}
	}
	for _, e := range exprs {
		add(e)
	}
	for _, e := range exprs { // R makes no difference between the kinds of quotes
		if other, ok := requoted(e); ok {
			add(other)
		}
	}
	typed.Answers = l.bounded(u, typed.Answers)
	switch {
	case len(typed.Answers) > 0:
		return typed
	case isSwirlCommand(stated):
		l.lose(l.at(u.CorrectAnswer, u), "a question", "its only answer is a command of swirl; its text is kept")
		l.text(u)
	default:
		l.lose(l.at(u.CorrectAnswer, u), "a question", "no answer that can be typed is stated; it is a task, and learners say whether they did it")
		l.task(u, u.CorrectAnswer.Text)
	}
	return nil
}

// bounded keeps the answers that a course can hold.
func (l *lesson) bounded(u *unit, answers []draft.Accept) []draft.Accept {
	const maxBytes, maxAnswers = 900, 100
	var kept []draft.Accept
	for _, a := range answers {
		if len(a.Text) > maxBytes || len(kept) == maxAnswers {
			l.lose(l.at(u.CorrectAnswer, u), "an answer", "it is too long to be typed, or one of too many")
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// tellTests tells which tests need R, and what follows.
func (l *lesson) tellTests(u *unit, t tests) {
	for _, call := range t.others {
		l.lose(l.at(u.AnswerTests, u), fmt.Sprintf("the test %s", call), "it needs R; only stated answers are right")
	}
}

// choice is a list to choose from.
func (l *lesson) choice(u *unit) draft.Form {
	var choices []string
	for c := range strings.SplitSeq(u.AnswerChoices.Text, ";") {
		if c = strings.Join(strings.Fields(c), " "); c != "" && !slices.Contains(choices, c) {
			choices = append(choices, c)
		}
	}
	tests := readTests(u.AnswerTests.Text)
	l.tellTests(u, tests)
	has := func(s string) bool { return slices.Contains(choices, s) }
	stated := strings.Join(strings.Fields(u.CorrectAnswer.Text), " ")
	var right []string
	for _, v := range append(slices.Clone(tests.values), tests.exprs...) {
		if v = strings.Join(strings.Fields(v), " "); has(v) && !slices.Contains(right, v) {
			right = append(right, v)
		}
	}
	switch {
	case len(right) > 0 && !slices.Contains(right, stated):
		l.lose(l.at(u.CorrectAnswer, u), fmt.Sprintf("the answer %q", stated), fmt.Sprintf("swirl's test accepts %q instead, and so does the course", right[0]))
	case len(right) == 0 && has(stated):
		right = []string{stated}
	case len(right) == 0:
		l.lose(l.at(u.CorrectAnswer, u), "a question", "none of its choices is the right answer; its text is kept")
		return nil
	}
	if len(choices) < 2 {
		l.lose(l.at(u.AnswerChoices, u), "a question", "it has nothing to choose from; its text is kept")
		return nil
	}
	options := &draft.Options{}
	for _, c := range choices {
		// Where several are accepted, any one of them will do.
		options.List = append(options.List, draft.Option{Text: inlineMarkdown(c), Right: c == right[0]})
	}
	if len(right) > 1 {
		l.lose(l.at(u.AnswerTests, u), fmt.Sprintf("the answer %q", right[1]), "one answer can be right where one is chosen; it counts as wrong")
	}
	return options
}

// number is a number to type.
func (l *lesson) number(u *unit) draft.Form {
	tests := readTests(u.AnswerTests.Text)
	l.tellTests(u, tests)
	for _, s := range append(slices.Clone(tests.values), u.CorrectAnswer.Text) {
		if v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "L"), 64); err == nil && finite(v) {
			return &draft.Typed{Answers: []draft.Accept{draft.Number(v, v)}}
		}
	}
	l.lose(l.at(u.CorrectAnswer, u), "a question", "its answer is no number; its text is kept")
	return nil
}

// span is a number in a range, stated as "4-6".
func (l *lesson) span(u *unit) draft.Form {
	from, to, ok := strings.Cut(strings.TrimSpace(u.CorrectAnswer.Text), "-")
	low, err := strconv.ParseFloat(strings.TrimSpace(from), 64)
	high, err2 := strconv.ParseFloat(strings.TrimSpace(to), 64)
	if !ok || err != nil || err2 != nil || low > high || !finite(low) || !finite(high) {
		l.lose(l.at(u.CorrectAnswer, u), "a question", "its answer is no range of numbers; its text is kept")
		return nil
	}
	return &draft.Typed{Answers: []draft.Accept{draft.Number(low, high)}}
}

func finite(v float64) bool { return v-v == 0 }

// words is a text to type.
func (l *lesson) words(u *unit, class string) draft.Form {
	if class != "text_question" {
		l.lose(l.at(u.Class, u), "the order or choice of several words", "the stated answer is to be typed as it is")
	}
	tests := readTests(u.AnswerTests.Text)
	l.tellTests(u, tests)
	typed := &draft.Typed{}
	for _, s := range slices.Concat([]string{u.CorrectAnswer.Text}, tests.values, tests.exprs) {
		s = strings.Join(strings.Fields(s), " ")
		if s != "" && !slices.ContainsFunc(typed.Answers, func(a draft.Accept) bool { return a.Text == s }) {
			typed.Answers = append(typed.Answers, draft.Words(s))
		}
	}
	if len(typed.Answers) == 0 {
		l.lose(l.at(u.CorrectAnswer, u), "a question", "no answer is stated; its text is kept")
		return nil
	}
	for _, p := range tests.patterns {
		if accept, ok := pattern(p); ok {
			typed.Answers = append(typed.Answers, accept)
		} else {
			l.lose(l.at(u.AnswerTests, u), fmt.Sprintf("the pattern %s", p), "patterns are RE2 here, and this is none")
		}
	}
	typed.Answers = l.bounded(u, typed.Answers)
	return typed
}

// figure is a picture that R draws. Its code is shown.
func (l *lesson) figure(u *unit) {
	l.text(u)
	l.lose(l.at(u.Figure, u), fmt.Sprintf("the figure %q", u.Figure.Text), "R draws it while the lesson runs; the code that does is shown, if it is there")
	if code := l.code(path.Join(l.folder, u.Figure.Text)); code != "" {
		l.file.Blocks = append(l.file.Blocks, draft.Text{Markdown: code})
	}
}

// maxCode is how many bytes of a script are shown.
const maxCode = 64 << 10

// code is a file of the lesson as a block of code, or empty.
func (l *lesson) code(name string) string {
	if !fs.ValidPath(name) {
		return ""
	}
	code, err := l.source.Text(name)
	if err != nil || len(code) > maxCode || strings.TrimSpace(code) == "" {
		return ""
	}
	l.shown = append(l.shown, name)
	return draft.Fenced("r", strings.Trim(code, "\n"))
}

func (l *lesson) video(u *unit) {
	link := strings.TrimSpace(orElse(u.VideoLink.Text, u.Video.Text))
	l.text(u)
	if !strings.HasPrefix(link, "http://") && !strings.HasPrefix(link, "https://") || strings.ContainsAny(link, "<> \n") {
		l.lose(l.at(u.VideoLink, u), fmt.Sprintf("the video %q", link), "it is no address of the web")
		return
	}
	l.file.Blocks = append(l.file.Blocks, draft.Text{Markdown: "[Watch the video](<" + link + ">)"})
}
