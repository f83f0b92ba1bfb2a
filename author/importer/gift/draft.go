package gift

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/html2md"
	"github.com/cairn-learn/cairn/course"
)

// looksHTML is what makes HTML of a text in Moodle's own format: a tag, the name of
// a character or a formula.
var looksHTML = regexp.MustCompile(`<(?:/?[a-zA-Z][a-zA-Z0-9]*[\s/>]|!--)|&(?:[a-zA-Z]{2,8}|#[0-9]{2,5});|\$\$|\\[(\[]`)

// markdown makes Markdown of a text.
func (r *reader) markdown(t text) string { return r.convert(t, html2md.Block) }

// line makes Markdown of one line.
func (r *reader) line(t text) string {
	return strings.Join(strings.Fields(r.convert(t, html2md.Inline)), " ")
}

func (r *reader) convert(t text, from func(string, html2md.Source) (string, []html2md.Loss)) string {
	s := t.said()
	switch {
	case t.format == "markdown":
		return s
	case t.format == "plain", t.format == "moodle" && !looksHTML.MatchString(s):
		return draft.Plain(s)
	}
	if t.format == "moodle" {
		s = strings.ReplaceAll(s, "\n", "<br>\n")
	}
	md, lost := from(s, html2md.Source{Line: r.at.Line})
	for _, l := range lost {
		r.losses = append(r.losses, draft.Loss{File: r.name, Line: r.at.Line, What: l.What, Why: l.Why})
	}
	return md
}

// words is a text without any marks, as a stated answer has it.
func (r *reader) words(t text) string {
	s := t.said()
	if t.format == "html" || t.format == "moodle" && looksHTML.MatchString(s) {
		s = withoutTags(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// tag is a mark of HTML.
var tag = regexp.MustCompile(`<!--.*?-->|</?[a-zA-Z][^<>]*>`)

// withoutTags is the words of HTML.
func withoutTags(s string) string { return html.UnescapeString(tag.ReplaceAllString(s, " ")) }

// item adds an entry to the lesson.
func (r *reader) item(it item) {
	ref := it.title
	if it.id != "" {
		ref = it.id
	}
	if it.kind == description {
		md := r.markdown(it.before)
		if it.title != "" {
			md = "## " + draft.Plain(it.title) + "\n\n" + md
		}
		r.into.Blocks = append(r.into.Blocks, draft.Text{Markdown: md})
		return
	}
	prompt, body := draft.Asked(r.markdown(it.asked()))
	why := ""
	if it.general != nil {
		why = r.markdown(*it.general)
	}
	if it.kind == essay {
		r.into.Blocks = append(r.into.Blocks, &draft.Ask{Ref: ref, Prompt: prompt, Body: body, Why: why, Compare: why != "", From: r.at})
		return
	}
	q := &draft.Question{Ref: ref, Prompt: prompt, Body: body, Why: why, From: r.at}
	switch it.kind {
	case multiple:
		q.Form = r.options(it)
	case truth:
		q.Form, q.Fixed = r.truth(it), true
	case short, numerical:
		q.Form = r.typed(it)
	case matching:
		q.Form = r.match(it)
	case category, description, essay: // are no questions
	}
	r.into.Blocks = append(r.into.Blocks, q)
}

var onlyStop = regexp.MustCompile(`^[.!?…]+$`)

// asked is the stem as a learner reads it: no blank is left where nothing but the
// end of the sentence follows it.
func (it *item) asked() text {
	if it.embedded && onlyStop.MatchString(strings.TrimSpace(it.after.raw)) && (it.kind == numerical || it.kind == short) {
		before := strings.TrimSpace(it.before.raw)
		if strings.HasSuffix(before, ".") || strings.HasSuffix(before, "?") || strings.HasSuffix(before, ")") {
			return text{it.before.format, before}
		}
	}
	return it.stem()
}

// options are those of multiple choice: right are those marked so, or else those
// that have a share of the marks.
func (r *reader) options(it item) draft.Form {
	f := &draft.Options{}
	marked, several := false, true // as Moodle has it, several may be chosen where no answer is marked "="
	for _, c := range it.choices {
		marked, several = marked || c.all(), several && !c.right
	}
	rights := 0
	for i, c := range it.choices {
		o := draft.Option{Text: r.line(c.text), Right: c.all(), Reply: r.reply(c.feedback)}
		if c.weight != nil && *c.weight > 0 && *c.weight < 100 {
			if !marked {
				o.Right = true
			} else {
				r.lose(fmt.Sprintf("%g %% of the marks for answer %d", *c.weight, i+1), "an option is right or wrong; it is wrong, with its feedback")
			}
		}
		if o.Right {
			rights++
		}
		f.List = append(f.List, o)
	}
	f.Many = !marked || several
	if marked && !several && rights > 1 {
		r.lose(fmt.Sprintf("one of %d right answers is enough", rights), "all that are right are to be chosen")
	}
	return f
}

// all reports whether an answer has all of the marks.
func (c choice) all() bool {
	if c.weight != nil {
		return *c.weight == 100
	}
	return c.right
}

func (r *reader) reply(feedback *text) draft.Reply {
	if feedback == nil {
		return draft.Reply{}
	}
	return draft.Reply{Text: r.markdown(*feedback)}
}

// truth is a statement as a choice of two.
func (r *reader) truth(it item) draft.Form {
	list := []draft.Option{{Text: "True", Right: it.right}, {Text: "False", Right: !it.right}}
	for i := range list {
		if list[i].Right {
			list[i].Reply = r.reply(it.praise)
		} else {
			list[i].Reply = r.reply(it.wrong)
		}
	}
	return &draft.Options{List: list}
}

// typed is answers to type: with all the marks right, with some close, and with
// none wrong.
func (r *reader) typed(it item) draft.Form {
	f := &draft.Typed{}
	for i, c := range it.choices {
		reply := r.reply(c.feedback)
		if c.number == nil && strings.TrimSpace(c.text.raw) == "*" {
			f.Otherwise = reply
			if c.all() {
				r.lose(fmt.Sprintf("answer %d, which takes anything", i+1), "a question that takes any answer cannot be graded")
			}
			continue
		}
		a := r.accept(c)
		a.Reply = reply
		switch {
		case !c.right, c.weight != nil && *c.weight <= 0:
			f.Not = append(f.Not, a)
		case c.weight != nil && *c.weight < 100:
			if *c.weight != 50 {
				r.lose(fmt.Sprintf("%g %% of the marks for answer %d", *c.weight, i+1), "an answer that is close counts half")
			}
			f.Close = append(f.Close, a)
		default:
			f.Answers = append(f.Answers, a)
		}
	}
	return f
}

// accept is one stated answer. A star that is not escaped stands for any text.
func (r *reader) accept(c choice) draft.Accept {
	if c.number != nil {
		return draft.Number(c.number.low, c.number.high)
	}
	const star = "\ue000"
	raw := strings.ReplaceAll(strings.ReplaceAll(c.text.raw, `\*`, star), star, "\x01")
	if !strings.Contains(raw, "*") {
		return draft.Words(strings.ReplaceAll(r.words(text{c.text.format, raw}), "\x01", "*"))
	}
	parts := strings.Split(r.words(text{c.text.format, raw}), "*")
	for i, p := range parts {
		parts[i] = regexp.QuoteMeta(strings.ReplaceAll(p, "\x01", "*"))
	}
	return draft.Accept{Kind: course.AnswerPattern, Text: "(?i)^" + strings.Join(parts, ".*") + "$"}
}

// match is pairs. A right side without a left one has no place.
func (r *reader) match(it item) draft.Form {
	f := &draft.Match{}
	for _, p := range it.pairs {
		left := r.line(p.left)
		right := r.line(text{p.left.format, p.right})
		if left == "" {
			r.lose(fmt.Sprintf("the answer %q, which belongs to nothing", squeezed(p.right)), "each side of a pair has a partner here")
			continue
		}
		f.Pairs = append(f.Pairs, draft.Pair{Left: left, Right: right})
	}
	return f
}
