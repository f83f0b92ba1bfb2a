package gift

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// form writes what stands between the braces, with the text before and behind
// them. ok is false where nothing of the question can be said.
func (w *writer) form(q *course.Question, stem string) (before, answers, after string, ok bool) {
	switch f := q.Form.(type) {
	case *course.Options:
		return stem, w.options(q, f), "", true
	case *course.Typed:
		if f.ExactAccents || f.ExactCase {
			w.lose("that accents or capitals count", "Moodle sets it for each question, not in GIFT")
		}
		answers, ok = w.typed(f.Answers, f.Close, f.Not, f.Otherwise.Text)
		return stem, answers, "", ok
	case *course.Order:
		return stem, w.order(f), "", true
	case *course.Match:
		return stem, w.match(f), "", true
	case *course.Blanks:
		return w.blanks(stem, f)
	}
	return "", "", "", false
}

// options writes a choice. Where several are right, each has a share of the marks,
// and what is wrong takes them all away.
func (w *writer) options(q *course.Question, f *course.Options) string {
	if s, ok := w.truth(q, f); ok {
		return s
	}
	if !q.Shuffle {
		w.lose("the order of options", "Moodle sets it for each question, not in GIFT")
	}
	rights := 0
	for _, o := range f.List {
		if o.Right {
			rights++
		}
	}
	var b strings.Builder
	for _, o := range f.List {
		mark := "~"
		switch {
		case f.Many && o.Right:
			mark = "~%" + w.share(rights) + "%"
		case f.Many:
			mark = "~%-100%"
		case o.Right:
			mark = "="
		}
		b.WriteString("\n" + mark + w.option(o.Text) + w.feedback(o.Reply.Text))
	}
	return b.String()
}

// option is the text of an option. One that begins like a weight has its own.
func (w *writer) option(md string) string {
	s := w.within(md)
	if strings.HasPrefix(s, "%") {
		s = "[markdown]" + s
	}
	return s
}

// shares are the parts of the marks that Moodle knows, for so many right answers.
var shares = []string{"", "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10"}

func (w *writer) share(rights int) string {
	if rights < len(shares) {
		return shares[rights]
	}
	w.loseOf("the marks", "Moodle has no share for so many right answers; each has 10 %")
	return "10"
}

// truth writes a choice between True and False.
func (w *writer) truth(q *course.Question, f *course.Options) (string, bool) {
	l := f.List
	if q.Shuffle || f.Many || len(l) != 2 || l[0].Text != "True" || l[1].Text != "False" || l[0].Right == l[1].Right {
		return "", false
	}
	right, wrong, word := l[0], l[1], "TRUE"
	if l[1].Right {
		right, wrong, word = l[1], l[0], "FALSE"
	}
	if right.Reply.Text == "" && wrong.Reply.Text == "" {
		return word, true
	}
	s := word + "#" + w.within(wrong.Reply.Text)
	if right.Reply.Text != "" {
		s += "#" + w.within(right.Reply.Text)
	}
	return s, true
}

func (w *writer) feedback(md string) string {
	if strings.TrimSpace(md) == "" {
		return ""
	}
	return "#" + w.within(md)
}

// stated is a list of stated answers with the marks that they get.
type stated struct {
	mark string
	list []course.Accept
}

// typed writes answers to type: numbers where all are numbers, else words.
func (w *writer) typed(answers, near, not []course.Accept, otherwise string) (string, bool) {
	lists := []stated{{"=", answers}, {"=%50%", near}, {"=%0%", not}}
	numbers := true
	for _, l := range lists {
		for _, a := range l.list {
			numbers = numbers && a.Kind == course.AnswerNumber
		}
	}
	var b strings.Builder
	if numbers {
		b.WriteString("#")
	}
	taken := 0
	for i, l := range lists {
		for _, a := range l.list {
			s, ok := w.number(a)
			if !numbers {
				s, ok = w.words(a)
			}
			if !ok {
				continue
			}
			if i == 0 {
				taken++
				s = weighted(s)
			}
			b.WriteString("\n" + l.mark + s + w.feedback(a.Reply.Text))
		}
	}
	if taken == 0 {
		w.loseOf("the question", "none of its answers can be said in GIFT")
		return "", false
	}
	if strings.TrimSpace(otherwise) != "" {
		b.WriteString("\n=%0%*" + w.feedback(otherwise))
	}
	return b.String(), true
}

// number is a number, or a range of them.
func (w *writer) number(a course.Accept) (string, bool) {
	if a.Kind != course.AnswerNumber {
		return "", false
	}
	if a.Unit != "" {
		w.lose("units of numbers", "GIFT has numbers only; the question should name the unit")
	}
	if a.Low == a.High {
		return figure(a.Low), true
	}
	return figure(a.Low) + ".." + figure(a.High), true
}

func figure(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// words is an answer in words. A star stands for any text in Moodle.
func (w *writer) words(a course.Accept) (string, bool) {
	s := oneLine(a.Text)
	switch a.Kind {
	case course.AnswerPattern:
		s, ok := starred(a.Text)
		if !ok {
			w.loseOf("the pattern "+cut("/"+a.Text+"/"), "GIFT has no patterns but * for any text")
			return "", false
		}
		return s, true
	case course.AnswerNumber:
		if a.Low != a.High {
			w.loseOf("the range "+s, "among answers in words, GIFT has no ranges")
			return "", false
		}
	case course.AnswerCode, course.AnswerShell:
		w.lose("that an answer is code", "it is compared as words")
	case course.AnswerWords:
	}
	if strings.Contains(s, "->") {
		w.loseOf(fmt.Sprintf("the answer %q", s), "GIFT reads an arrow -> as the middle of a pair")
		return "", false
	}
	if s == "" {
		return "", false
	}
	s = strings.ReplaceAll(escaped(s), "*", `\*`)
	if formatMark.MatchString(s) {
		s = "[markdown]" + s
	}
	return s, true
}

// weighted is an answer that gets all the marks. One that begins like a weight has
// its own, as those have anyway that get half of them or none.
func weighted(s string) string {
	if strings.HasPrefix(s, "%") {
		return "%100%" + s
	}
	return s
}

// literal is what stands for itself in a pattern.
var literal = regexp.MustCompile(`^[\pL\pN _-]*$`)

// starred is a pattern that says no more than that any text may stand somewhere.
func starred(pattern string) (string, bool) {
	s, okStart := strings.CutPrefix(strings.TrimPrefix(pattern, "(?i)"), "^")
	s, okEnd := strings.CutSuffix(s, "$")
	if !okStart || !okEnd || s == "" {
		return "", false
	}
	parts := strings.Split(s, ".*")
	for _, p := range parts {
		if !literal.MatchString(p) {
			return "", false
		}
	}
	return strings.Join(parts, "*"), true
}

// order writes steps as places to match.
func (w *writer) order(f *course.Order) string {
	w.lose("that steps are put in order", "GIFT has no such question; each step is matched with its place")
	w.whole(f.Reply)
	var b strings.Builder
	for i, s := range f.Items {
		fmt.Fprintf(&b, "\n=%d -> %s", i+1, w.within(s))
	}
	return b.String()
}

func (w *writer) match(f *course.Match) string {
	w.whole(f.Reply)
	if f.LeftTitle != "" || f.RightTitle != "" {
		w.lose("the names of both sides", "GIFT has pairs only")
	}
	var b strings.Builder
	for _, p := range f.Pairs {
		b.WriteString("\n=" + w.within(p.Left) + " -> " + w.within(p.Right))
	}
	return b.String()
}

// whole is feedback for any wrong try.
func (w *writer) whole(r course.Reply) {
	if r.Text != "" {
		w.lose("feedback for any wrong try", "GIFT has feedback for single answers, and for all")
	}
}

// blanks writes one blank as a missing word. Several are matched, since GIFT has
// one field in a question.
func (w *writer) blanks(stem string, f *course.Blanks) (before, answers, after string, ok bool) {
	w.whole(f.Reply)
	if f.ExactAccents || f.ExactCase {
		w.lose("that accents or capitals count", "Moodle sets it for each question, not in GIFT")
	}
	if len(f.List) == 1 {
		head, tail, _ := strings.Cut(f.Text, "[[1]]")
		answers, ok = w.typed(f.List[0].Accept, nil, nil, "")
		return joined(stem, head), answers, tail, ok
	}
	w.lose("several blanks in one question", "GIFT has one field in a question; the words are matched instead of typed")
	text := f.Text
	var b strings.Builder
	for i, blank := range f.List {
		text = strings.ReplaceAll(text, fmt.Sprintf("[[%d]]", i+1), fmt.Sprintf("(%d) ____", i+1))
		word := ""
		if len(blank.Accept) > 0 {
			word = oneLine(blank.Accept[0].Text)
		}
		fmt.Fprintf(&b, "\n=(%d) -> %s", i+1, strings.ReplaceAll(escaped(word), "->", "→"))
	}
	return joined(stem, text), b.String(), "", true
}
