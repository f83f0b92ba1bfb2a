package qti

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/html2md"
	"github.com/cairn-learn/cairn/course"
)

// item is one question; nil where nothing of it can be used.
func (r *reader) item(e *element) draft.Block {
	r.at = draft.Place{File: r.name, Line: e.line}
	kind := meta(e)["question_type"]
	say := e.first("presentation")
	asked := say.first("material")
	if list := say.own("material"); len(list) > 0 {
		asked = list[0]
	}
	stem := r.markdown(asked)
	prompt, body := draft.Asked(stem)
	why := r.feedback(e, "general_fb")
	q := &draft.Question{Ref: e.attrs["ident"], Prompt: prompt, Body: body, Why: why, From: r.at}
	switch kind {
	case "text_only_question":
		return draft.Text{Markdown: stem}
	case "essay_question", "file_upload_question":
		if kind == "file_upload_question" {
			r.lose("a file to hand in", "there is nobody to hand it to; it is asked as a reflection")
		}
		return &draft.Ask{Ref: q.Ref, ID: course.Slug(words(prompt)), Prompt: prompt, Body: body, Why: why, Compare: why != "", From: r.at}
	case "multiple_choice_question", "true_false_question", "multiple_answers_question":
		q.Form = r.options(e, say, kind == "multiple_answers_question")
		q.Fixed = kind == "true_false_question"
	case "short_answer_question":
		q.Form = r.typed(e)
	case "numerical_question":
		q.Form = r.numbers(e)
	case "matching_question":
		q.Form = r.match(e, say)
	case "fill_in_multiple_blanks_question", "multiple_dropdowns_question":
		r.blanks(q, e, say, stem)
	default:
		if q.Form = r.guess(e, say); q.Form == nil {
			r.lose(fmt.Sprintf("the question %q", cut(words(stem))), fmt.Sprintf("there is no question of the kind %q here", orElse(kind, "unknown")))
			return nil
		}
	}
	q.ID = course.Slug(words(orElse(prompt, stem)))
	return q
}

// guess takes a question without a kind for what its answers are.
func (r *reader) guess(e, say *element) draft.Form {
	lids := say.all("response_lid")
	switch {
	case len(lids) == 1:
		return r.options(e, say, lids[0].attrs["rcardinality"] == "Multiple")
	case len(lids) == 0 && len(say.all("response_str")) == 1:
		return r.typed(e)
	}
	return nil
}

// markdown is the text of a material.
func (r *reader) markdown(m *element) string { return r.convert(m, html2md.Block) }

// line is the same on one line.
func (r *reader) line(m *element) string {
	return strings.Join(strings.Fields(r.convert(m, html2md.Inline)), " ")
}

func (r *reader) convert(m *element, from func(string, html2md.Source) (string, []html2md.Loss)) string {
	t := m.first("mattext")
	if m.name == "mattext" {
		t = m
	}
	if t.attrs["texttype"] != "text/html" {
		return draft.Plain(t.words())
	}
	md, lost := from(t.words(), html2md.Source{Line: max(t.line, 1), Target: r.target, Why: func() string { return orElse(r.pics.Why, "it is not at hand") }})
	for _, l := range lost {
		r.losses = append(r.losses, draft.Loss{File: r.name, Line: l.Line, What: l.What, Why: l.Why})
	}
	return md
}

// target is where a link or picture leads in the course. Pictures of the zip are
// taken along: Canvas writes where they lie from the top of what was exported.
func (r *reader) target(address string, isPicture bool) (string, bool) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return "", false
	case u.Scheme == "http" || u.Scheme == "https", u.Scheme == "mailto" && !isPicture:
		return address, true
	case u.Scheme != "" || u.Host != "" || !isPicture:
		return "", false
	}
	for _, top := range []string{"$IMS-CC-FILEBASE$/", "$IMS_CC_FILEBASE$/"} {
		if name, ok := strings.CutPrefix(u.Path, top); ok {
			return r.pics.Take("top", name)
		}
	}
	return r.pics.Take(r.name, u.Path)
}

// feedback is that of a name, or empty.
func (r *reader) feedback(e *element, ident string) string {
	for _, f := range e.own("itemfeedback") {
		if f.attrs["ident"] == ident {
			return r.markdown(f.first("material"))
		}
	}
	return ""
}

// value is an answer that a response is compared with, and the points for it.
type value struct {
	text  string
	to    string // the response
	score float64
	not   bool
	says  string // the name of the feedback for it; may be empty
}

// values lists what the conditions of an item compare with, in order.
func values(e *element) []value {
	var out []value
	for _, c := range e.first("resprocessing").own("respcondition") {
		score := 0.0
		for _, s := range c.own("setvar") {
			if s.attrs["varname"] == "SCORE" || s.attrs["varname"] == "" {
				score, _ = strconv.ParseFloat(s.words(), 64)
			}
		}
		says := ""
		for _, d := range c.own("displayfeedback") {
			says = d.attrs["linkrefid"]
		}
		var walk func(e *element, not bool)
		walk = func(e *element, not bool) {
			for _, k := range e.kids {
				if k.name == "varequal" {
					out = append(out, value{k.words(), k.attrs["respident"], score, not, says})
					continue
				}
				walk(k, not != (k.name == "not"))
			}
		}
		walk(c.first("conditionvar"), false)
	}
	return out
}

// options are those of a choice.
func (r *reader) options(e, say *element, many bool) draft.Form {
	right := map[string]bool{}
	for _, v := range values(e) {
		if v.score > 0 && !v.not {
			right[v.text] = true
		}
	}
	f := &draft.Options{Many: many}
	for _, l := range say.all("response_label") {
		ident := l.attrs["ident"]
		f.List = append(f.List, draft.Option{Text: r.line(l), Right: right[ident], Reply: draft.Reply{Text: r.feedback(e, ident+"_fb")}})
	}
	return f
}

// typed is short answers. What has less than the most points is close, and what has
// none but feedback is known to be wrong.
func (r *reader) typed(e *element) draft.Form {
	f := &draft.Typed{Otherwise: draft.Reply{Text: r.feedback(e, "general_incorrect_fb")}}
	most := 0.0
	for _, v := range values(e) {
		most = max(most, v.score)
	}
	for _, v := range values(e) {
		a := draft.Words(v.text)
		if v.says != "" {
			a.Reply.Text = r.feedback(e, v.says)
		}
		switch {
		case v.not:
		case v.score > 0 && v.score == most:
			f.Answers = append(f.Answers, a)
		case v.score > 0:
			f.Close = append(f.Close, a)
		case a.Reply.Text != "":
			f.Not = append(f.Not, a)
		}
	}
	return f
}

// numbers is exact answers and ranges.
func (r *reader) numbers(e *element) draft.Form {
	f := &draft.Typed{}
	number := func(s string) (float64, bool) {
		v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		return v, err == nil
	}
	for _, c := range e.first("resprocessing").own("respcondition") {
		equal, okEqual := number(c.first("varequal").words())
		low, okLow := number(orElse(c.first("vargte").words(), c.first("vargt").words()))
		high, okHigh := number(orElse(c.first("varlte").words(), c.first("varlt").words()))
		if okEqual { // this is the one to be shown
			f.Answers = append(f.Answers, draft.Number(equal, equal))
		}
		if okLow && okHigh {
			f.Answers = append(f.Answers, draft.Number(low, high))
		}
	}
	return f
}

// match is pairs: each response is a left side.
func (r *reader) match(e, say *element) draft.Form {
	f := &draft.Match{}
	right := map[string]string{}
	for _, v := range values(e) {
		if v.score > 0 && !v.not {
			right[v.to] = v.text
		}
	}
	used, rights := map[string]bool{}, map[string]string{}
	var order []string
	for _, lid := range say.all("response_lid") {
		for _, l := range lid.all("response_label") {
			if id := l.attrs["ident"]; rights[id] == "" {
				rights[id] = r.line(l)
				order = append(order, id)
			}
		}
		id := right[lid.attrs["ident"]]
		used[id] = true
		f.Pairs = append(f.Pairs, draft.Pair{Left: r.line(lid.first("material")), Right: rights[id]})
	}
	for _, id := range order {
		if !used[id] {
			r.lose(fmt.Sprintf("the answer %q, which belongs to nothing", cut(rights[id])), "each side of a pair has a partner here")
		}
	}
	return f
}

// blankName is a blank of Canvas in the text of a question.
var blankName = regexp.MustCompile(`\\?\[([\pL\pN_.-]+)\\?\]`)

// blanks is a text with blanks; what each takes is a response of its name.
func (r *reader) blanks(q *draft.Question, e, say *element, stem string) {
	f := &draft.Blanks{}
	accepted, dropped := map[string][]draft.Accept{}, false
	right := map[string]map[string]bool{}
	for _, v := range values(e) {
		if v.score > 0 && !v.not {
			if right[v.to] == nil {
				right[v.to] = map[string]bool{}
			}
			right[v.to][v.text] = true
		}
	}
	for _, lid := range say.all("response_lid") {
		name := lid.first("material").first("mattext").words()
		labels := lid.all("response_label")
		for _, l := range labels {
			if right[lid.attrs["ident"]][l.attrs["ident"]] {
				accepted[name] = append(accepted[name], draft.Accept{Kind: course.AnswerWords, Text: words(l.first("mattext").words())})
			} else {
				dropped = true
			}
		}
	}
	f.Text = blankName.ReplaceAllStringFunc(stem, func(s string) string {
		name := blankName.FindStringSubmatch(s)[1]
		if len(accepted[name]) == 0 {
			return s
		}
		f.List = append(f.List, accepted[name])
		return fmt.Sprintf("[[%d]]", len(f.List))
	})
	if dropped {
		r.lose("the choices of a blank", "blanks are typed here, so wrong choices are left out")
	}
	q.Prompt, q.Body, q.Form = "", "", f
}

var (
	leads = regexp.MustCompile(`!?\[((?:[^\]\\]|\\.)*)\]\((?:[^()\\]|\\.)*\)`) // where a link or picture leads
	tags  = regexp.MustCompile("<[^>]*>")
	marks = strings.NewReplacer("*", "", "`", "", "\\", "")
)

// words is a text without its marks, for a name.
func words(s string) string {
	return strings.Join(strings.Fields(marks.Replace(tags.ReplaceAllString(leads.ReplaceAllString(s, "$1"), " "))), " ")
}

// cut is a text short enough to be named.
func cut(s string) string {
	const most = 40
	r := []rune(s)
	if len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
