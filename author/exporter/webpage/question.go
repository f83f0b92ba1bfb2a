package webpage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// question writes a question as it can be answered on paper.
func (p *page) question(q *course.Question) {
	m := p.markup(q.Pos)
	n := p.numbers[q]
	p.putf(`<section class="question" id="question-%d">`+"\n"+`<h4><span class="label">%s</span> %s</h4>`+"\n", n, p.said.question(n), m.Line(q.Prompt))
	if q.When != nil {
		p.aside(p.inWords(q.When))
	}
	if q.Body != "" {
		p.put(m.Block(q.Body) + "\n")
	}
	switch f := q.Form.(type) {
	case *course.Options:
		class := "one"
		if f.Many {
			class = "many"
			p.aside(p.said.several)
		}
		p.put(`<ul class="options ` + class + `">` + "\n")
		for _, o := range p.shuffled(q, f) {
			p.put("<li>" + m.Line(o.Text) + "</li>\n")
		}
		p.put("</ul>\n")
	case *course.Typed:
		p.put(line)
	case *course.Order:
		p.aside(p.said.numberThese)
		p.put(`<ul class="order">` + "\n")
		for _, s := range exporter.Mixed(q.ID, f.Items) {
			p.put("<li>" + m.Line(s) + "</li>\n")
		}
		p.put("</ul>\n")
	case *course.Match:
		p.match(m, q, f)
	case *course.Blanks:
		p.put(withBlanks(m.Block(f.Text), func(i int) string {
			return fmt.Sprintf(`<span class="blank">(%d)</span>`, i)
		}) + "\n")
	}
	if p.answers == exporter.AnswersInline {
		p.put("<details>\n<summary>" + p.said.answer + "</summary>\n")
		p.answer(q)
		p.put("</details>\n")
	}
	p.put("</section>\n")
}

// withBlanks puts something in the place of each blank.
func withBlanks(html string, put func(int) string) string {
	const most = 200
	for i := 1; i <= most; i++ {
		mark := fmt.Sprintf("[[%d]]", i)
		if !strings.Contains(html, mark) {
			return html
		}
		html = strings.ReplaceAll(html, mark, put(i))
	}
	return html
}

// match writes both sides, the right one in another order and with letters.
func (p *page) match(m markup.Maker, q *course.Question, f *course.Match) {
	var rights []string
	for _, pair := range f.Pairs {
		if !slices.Contains(rights, pair.Right) {
			rights = append(rights, pair.Right)
		}
	}
	rights = exporter.Mixed(q.ID, rights)
	p.put(`<div class="match">` + "\n")
	if f.LeftTitle != "" || f.RightTitle != "" {
		p.put(`<p class="about">` + m.Line(f.LeftTitle) + " – " + m.Line(f.RightTitle) + "</p>\n")
	}
	p.put(`<ul class="order">` + "\n")
	for _, pair := range f.Pairs {
		p.put("<li>" + m.Line(pair.Left) + "</li>\n")
	}
	p.put("</ul>\n" + `<ol class="letters">` + "\n")
	for _, r := range rights {
		p.put("<li>" + m.Line(r) + "</li>\n")
	}
	p.put("</ol>\n</div>\n")
}

// shuffled are options in an order that tells nothing, unless the author wants
// theirs. "I don't know yet" comes last.
func (p *page) shuffled(q *course.Question, f *course.Options) []course.Option {
	if !q.Shuffle {
		return f.List
	}
	by := map[string]course.Option{}
	var texts []string
	var last []course.Option
	for _, o := range f.List {
		if _, twice := by[o.Text]; o.DontKnow || twice {
			last = append(last, o)
			continue
		}
		by[o.Text] = o
		texts = append(texts, o.Text)
	}
	var out []course.Option
	for _, t := range exporter.Mixed(q.ID, texts) {
		out = append(out, by[t])
	}
	return append(out, last...)
}

// appendix holds the answers, where they stand at the end.
func (p *page) appendix() {
	if p.answers != exporter.AnswersEnd || len(p.numbers) == 0 {
		return
	}
	p.put(`<section class="answers" aria-labelledby="answers">` + "\n" + `<h2 id="answers">` + p.said.answers + "</h2>\n")
	for _, s := range p.stops {
		first := true
		for _, it := range exporter.Items(s.Lesson) {
			if it.Question == nil {
				continue
			}
			if first {
				p.put("<h3>" + markup.Text(s.Lesson.Title) + "</h3>\n")
				first = false
			}
			n := p.numbers[it.Question]
			p.putf(`<h4><a href="#question-%d">%s</a> %s</h4>`+"\n", n, p.said.question(n), p.markup(it.Pos).Line(it.Question.Prompt))
			p.answer(it.Question)
		}
	}
	p.put("</section>\n")
}

// answer says what is right, what is said to single answers, hints and why.
func (p *page) answer(q *course.Question) {
	m := p.markup(q.Pos)
	p.right(m, q)
	p.put(p.replies(m, q))
	for _, h := range q.Hints {
		p.put(`<div class="said"><p class="label">` + p.said.hint + "</p>" + m.Block(h) + "</div>\n")
	}
	if q.Why != "" {
		p.put(`<div class="said"><p class="label">` + p.said.why + "</p>" + m.Block(q.Why) + "</div>\n")
	}
}

// right says the right answer.
func (p *page) right(m markup.Maker, q *course.Question) {
	switch f := q.Form.(type) {
	case *course.Options:
		p.put("<ul>\n")
		for _, o := range f.List {
			if o.Right {
				p.put("<li>" + m.Line(o.Text) + "</li>\n")
			}
		}
		p.put("</ul>\n")
	case *course.Typed:
		p.accepted(f.Answers)
	case *course.Order:
		p.put("<ol>\n")
		for _, s := range f.Items {
			p.put("<li>" + m.Line(s) + "</li>\n")
		}
		p.put("</ol>\n")
	case *course.Match:
		p.put("<table>\n<tbody>\n")
		for _, pair := range f.Pairs {
			p.put("<tr><td>" + m.Line(pair.Left) + "</td><td>" + m.Line(pair.Right) + "</td></tr>\n")
		}
		p.put("</tbody>\n</table>\n")
	case *course.Blanks:
		p.put("<ol>\n")
		for _, b := range f.List {
			p.put("<li>\n")
			p.accepted(b.Accept)
			p.put("</li>\n")
		}
		p.put("</ol>\n")
	}
}

// accepted lists stated answers, the one that is shown first.
func (p *page) accepted(list []course.Accept) {
	p.put(`<ul class="accepted">` + "\n")
	for _, a := range list {
		p.put("<li>" + p.stated(a) + "</li>\n")
	}
	p.put("</ul>\n")
}

// stated is a stated answer.
func (p *page) stated(a course.Accept) string {
	switch a.Kind {
	case course.AnswerPattern:
		return p.said.matches + " " + markup.Code(a.Text)
	case course.AnswerCode, course.AnswerShell:
		return markup.Code(a.Text)
	case course.AnswerNumber, course.AnswerWords:
	}
	return markup.Text(a.Text)
}

// replies lists what is said to single answers.
func (p *page) replies(m markup.Maker, q *course.Question) string {
	var answers []string
	to := map[string]course.Reply{}
	say := func(answer string, r course.Reply) {
		if r.Text != "" || r.Mixup != "" {
			answers, to[answer] = append(answers, answer), r
		}
	}
	accepts := func(list []course.Accept, as string) {
		for _, a := range list {
			say(p.stated(a)+as, a.Reply)
		}
	}
	other := p.said.other
	switch f := q.Form.(type) {
	case *course.Options:
		for _, o := range f.List {
			say(m.Line(o.Text), o.Reply)
		}
	case *course.Typed:
		accepts(f.Answers, "")
		accepts(f.Close, " "+p.said.closeTo)
		accepts(f.Not, " "+p.said.wrong)
		say(other, f.Otherwise)
	case *course.Order:
		say(other, f.Reply)
	case *course.Match:
		say(other, f.Reply)
	case *course.Blanks:
		say(other, f.Reply)
	}
	if len(answers) == 0 {
		return ""
	}
	var b strings.Builder
	for i, a := range answers {
		b.WriteString("<dt>" + a + "</dt>\n")
		r := to[a]
		if i+1 < len(answers) && to[answers[i+1]].Text == r.Text && to[answers[i+1]].Mixup == r.Mixup {
			continue // the same is said to the next one
		}
		b.WriteString("<dd>" + m.Block(r.Text) + p.mixup(m, r) + "</dd>\n")
	}
	return `<dl class="replies">` + "\n" + b.String() + "</dl>\n"
}

// mixup tells the wrong idea that an answer shows.
func (p *page) mixup(m markup.Maker, r course.Reply) string {
	for _, x := range p.course.Mixups {
		if x.ID == r.Mixup && r.Mixup != "" {
			return "<p>" + p.said.mixup + " " + m.Line(x.Says) + "</p>"
		}
	}
	return ""
}
