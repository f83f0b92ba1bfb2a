package quizjson

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/html2md"
)

// The names that keys have, in the order that they are looked for.
func promptKeys() []string {
	return []string{"question", "questiontext", "prompt", "stem", "text", "q", "statement", "questiontitle", "title"}
}

func optionKeys() []string {
	return []string{"options", "answeroptions", "choices", "alternatives", "responses", "possibleanswers", "answers"}
}

func answerKeys() []string {
	return []string{
		"correctindex", "correctanswerindex", "answerindex", "correctoptionindex", "correctindices", "correctindexes",
		"correctanswer", "correctanswers", "correctoption", "correctoptions", "correctchoice", "correct", "rightanswer",
		"answer", "solution", "acceptedanswers", "acceptableanswers",
	}
}

func whyKeys() []string {
	return []string{"explanation", "rationale", "explain", "reason", "why", "feedback", "generalfeedback", "solutiontext"}
}

func hintKeys() []string { return []string{"hint", "hints", "tip", "clue"} }

// isQuestion reports whether an object is a question of a known form.
func isQuestion(v *value) bool {
	if v.kind != isObject || v.get(promptKeys()...).words() == "" {
		return false
	}
	options := v.get(optionKeys()...)
	switch {
	case v.get("incorrectanswers", "wronganswers", "distractors") != nil && v.get(answerKeys()...) != nil:
		return true
	case options != nil && options.kind == isList && len(options.list) > 0 && len(readOptions(options)) > 0:
		return true
	case options != nil && options.kind == isObject && len(readOptions(options)) > 0:
		return true
	}
	answer := v.get(answerKeys()...)
	return answer != nil && answer.kind != isObject && v.get("question", "questiontext", "prompt", "stem", "q", "statement") != nil
}

// option is one to choose, as it was read.
type option struct {
	text  string
	key   string // "a", where options have names
	right bool
	known bool // whether it says itself if it is right
	reply string
	value *value
}

// readOptions reads options: texts, objects with a text, or an object with a text
// for each letter.
func readOptions(v *value) []option {
	var out []option
	if v.kind == isObject {
		for _, m := range v.keys {
			if text := m.value.words(); text != "" {
				out = append(out, option{text: text, key: m.name, value: m.value})
			}
		}
		return out
	}
	for _, item := range v.list {
		o := option{text: item.words(), value: item}
		if item.kind == isBool {
			o.text = strconv.FormatBool(item.yes)
		}
		if item.kind == isObject {
			o.text = item.get("answertext", "text", "option", "optiontext", "label", "content", "answer", "choice", "value", "title", "body").words()
			o.key = strings.ToLower(item.get("id", "key", "letter", "identifier").words())
			o.reply = item.get("feedback", "explanation", "rationale", "comment", "message").words()
			o.right, o.known = item.get("iscorrect", "correct", "isright", "right", "istrue", "isanswer", "valid").truth()
			if weight := item.get("fraction", "score", "weight", "points"); !o.known && weight != nil {
				n, err := strconv.ParseFloat(weight.words(), 64)
				o.right, o.known = n > 0, err == nil
			}
		}
		if o.text != "" {
			out = append(out, o)
		}
	}
	return out
}

// question makes a question of an object.
func (q *quiz) question(v *value, in place) {
	at := q.at(v)
	prompt := v.get(promptKeys()...)
	form := q.form(v)
	if form == nil {
		return
	}
	ref := v.get("id", "uuid", "guid", "slug", "questionid").words()
	if ref != "" && strings.Trim(ref, "0123456789") == "" { // a number is one of its quiz only
		ref = joined(in.ref, "q"+ref)
	}
	d := &draft.Question{Ref: ref, Form: form, From: at}
	d.Prompt, d.Body = q.split(prompt)
	if code := v.get("code", "codesnippet", "snippet"); code.words() != "" {
		d.Body = strings.TrimSpace(d.Body + "\n\n" + fenced(code.words()))
	}
	if why := v.get(whyKeys()...); why.words() != "" {
		d.Why = q.markdown(why, why.words())
	}
	if hints := v.get(hintKeys()...); hints != nil {
		for _, h := range append([]*value{hints}, hints.list...) {
			if h.words() != "" {
				d.Hints = append(d.Hints, q.markdown(h, h.words()))
			}
		}
	}
	q.note(v)
	f := q.lesson(in)
	f.Blocks = append(f.Blocks, d)
}

// note remembers the keys that mean nothing to a question.
func (q *quiz) note(v *value) {
	known := slices.Concat(promptKeys(), optionKeys(), answerKeys(), whyKeys(), hintKeys(), []string{
		"id", "uuid", "guid", "slug", "questionid", "code", "codesnippet", "snippet", "incorrectanswers", "wronganswers", "distractors",
		"type", "questiontype", "multiplecorrectanswers", "number", "index",
	})
	for _, m := range v.keys {
		if m.value.kind == isNull || m.value.kind == isText && m.value.text == "" || slices.Contains(known, m.name) {
			continue
		}
		if _, told := q.unused[m.written]; !told {
			q.unused[m.written] = m.value.line
		}
	}
}

// form makes the form of a question, or tells why there is none.
func (q *quiz) form(v *value) draft.Form {
	answer := v.get(answerKeys()...)
	if wrong := v.get("incorrectanswers", "wronganswers", "distractors"); wrong != nil && answer != nil {
		return q.apart(v, answer, wrong)
	}
	list := v.get(optionKeys()...)
	if list == nil || len(readOptions(list)) == 0 {
		return q.typed(v, answer)
	}
	options := readOptions(list)
	if !slices.ContainsFunc(options, func(o option) bool { return o.known }) {
		if !q.mark(v, options) {
			return nil
		}
	}
	return q.choose(v, options)
}

// apart makes options of right answers and wrong ones that stand apart.
func (q *quiz) apart(v, answer, wrong *value) draft.Form {
	var options []option
	for _, item := range append([]*value{answer}, answer.list...) {
		if item.words() != "" {
			options = append(options, option{text: item.words(), right: true})
		}
	}
	for _, item := range append([]*value{wrong}, wrong.list...) {
		if item.words() != "" {
			options = append(options, option{text: item.words()})
		}
	}
	return q.choose(v, options)
}

// choose makes options to choose from. Those that stand twice are one.
func (q *quiz) choose(v *value, options []option) draft.Form {
	form := &draft.Options{}
	right := 0
	have := map[string]bool{}
	for _, o := range options {
		text := q.inline(v, o.text)
		if text == "" || have[text] {
			q.lose(q.at(v), fmt.Sprintf("the option %q", o.text), "it says nothing, or stands twice")
			continue
		}
		have[text] = true
		if o.right {
			right++
		}
		d := draft.Option{Text: text, Right: o.right}
		if o.reply != "" {
			d.Reply.Text = q.markdown(v, o.reply)
		}
		form.List = append(form.List, d)
	}
	if right == 0 || len(form.List) < 2 {
		q.lose(q.at(v), "a question", "none of its options is right, or there is only one")
		return nil
	}
	multiple, _ := v.get("multiplecorrectanswers", "multiple", "multiselect").truth()
	form.Many = multiple && right == 1
	return form
}

const (
	fromZero base = iota
	fromOne
)

// typed makes an answer to type where there is nothing to choose from.
func (q *quiz) typed(v, answer *value) draft.Form {
	if answer == nil {
		q.lose(q.at(v), "a question", "it has no answer")
		return nil
	}
	if yes, ok := answer.truth(); answer.kind == isBool || ok && (strings.EqualFold(answer.words(), "true") || strings.EqualFold(answer.words(), "false")) {
		return &draft.Options{List: []draft.Option{{Text: "True", Right: yes}, {Text: "False", Right: !yes}}}
	}
	form := &draft.Typed{}
	for _, a := range append([]*value{answer}, answer.list...) {
		text := strings.Join(strings.Fields(a.words()), " ")
		switch n, err := strconv.ParseFloat(text, 64); {
		case text == "" || len(text) > maxTyped:
		case a.kind == isNumber && err == nil && n-n == 0:
			form.Answers = append(form.Answers, draft.Number(n, n))
		default:
			form.Answers = append(form.Answers, draft.Words(text))
		}
	}
	if len(form.Answers) == 0 {
		q.lose(q.at(v), "a question", "its answer is none that can be typed")
		return nil
	}
	return form
}

// maxTyped is how many bytes an answer to type has at most. A longer one is an
// explanation.
const maxTyped = 200

// split makes a prompt of one line and what follows it of a text.
func (q *quiz) split(v *value) (prompt, body string) {
	first, rest, _ := strings.Cut(v.words(), "\n")
	if strings.TrimSpace(rest) == "" && !strings.HasPrefix(first, "```") {
		return q.inline(v, first), ""
	}
	if strings.HasPrefix(first, "```") {
		return "", q.markdown(v, v.words())
	}
	return q.inline(v, first), q.markdown(v, rest)
}

func fenced(code string) string { return draft.Fenced("", strings.Trim(code, "\n")) }

var (
	codeSpan = regexp.MustCompile("`[^`\n]+`")
	entities = regexp.MustCompile(`&(?:quot|amp|lt|gt|nbsp|apos|#[0-9]+|#x[0-9a-fA-F]+|[lr][sd]quo|hellip|eacute|uuml|ouml|auml);|\S<br\s*/?>\S`)
	closing  = regexp.MustCompile(`(?i)</(b|i|em|strong|code|pre|p|sub|sup|span|div|ul|ol|li|u)>`)
)

// isHTML reports whether a text is HTML, and not only about it: it has entities,
// or tags that open and close.
func isHTML(text string) bool {
	if entities.MatchString(text) {
		return true
	}
	lower := strings.ToLower(text)
	begins := map[string]int{}
	for _, m := range closing.FindAllStringSubmatchIndex(lower, -1) {
		name := lower[m[2]:m[3]]
		at, known := begins[name]
		if !known {
			at = strings.Index(lower, "<"+name)
			begins[name] = at
		}
		if at >= 0 && m[0]-at > len("<"+name+">") {
			return true
		}
	}
	return false
}

// inline is a text as Markdown of one line.
func (q *quiz) inline(v *value, text string) string {
	if isHTML(text) {
		return q.html(v, text, html2md.Inline)
	}
	return spans(strings.Join(strings.Fields(text), " "))
}

// markdown is a text as Markdown. Fences stay, as they are Markdown already.
func (q *quiz) markdown(v *value, text string) string {
	text = strings.TrimSpace(text)
	switch {
	case strings.Contains(text, "```"):
		return text
	case isHTML(text):
		return q.html(v, text, html2md.Block)
	}
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		out = append(out, spans(strings.TrimSpace(line)))
	}
	return strings.ReplaceAll(strings.Join(out, "\n"), "\n\n\n", "\n\n")
}

// html makes Markdown of HTML. All of a text is on one line of the file.
func (q *quiz) html(v *value, text string, convert func(string, html2md.Source) (string, []html2md.Loss)) string {
	md, losses := convert(text, html2md.Source{Line: v.line})
	for _, l := range losses {
		q.lose(q.at(v), l.What, l.Why)
	}
	return md
}

// spans is plain text in which code stands between backticks.
func spans(line string) string {
	var b strings.Builder
	at := 0
	plain := func(s string) string {
		if strings.TrimSpace(s) == "" {
			return s
		}
		lead, tail := s[:len(s)-len(strings.TrimLeft(s, " "))], s[len(strings.TrimRight(s, " ")):]
		return lead + draft.Plain(s) + tail
	}
	for _, m := range codeSpan.FindAllStringIndex(line, -1) {
		b.WriteString(plain(line[at:m[0]]) + line[m[0]:m[1]])
		at = m[1]
	}
	b.WriteString(plain(line[at:]))
	return b.String()
}
