package quizjson

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// base says whether numbers of options count from 0 or 1.
type base int

// countsFrom looks at the numbers of all answers in a file: one that is 0
// settles it, and so does one that is as large as there are options.
func countsFrom(v *value) base {
	zero, last := false, false
	var visit func(v *value)
	visit = func(v *value) {
		if isQuestion(v) {
			list, answer := v.get(optionKeys()...), v.get(answerKeys()...)
			if list == nil || answer == nil {
				return
			}
			n := len(readOptions(list))
			for _, a := range append([]*value{answer}, answer.list...) {
				i, err := strconv.Atoi(a.words())
				zero = zero || a.kind == isNumber && err == nil && i == 0
				last = last || a.kind == isNumber && err == nil && i == n
			}
			return
		}
		for _, item := range v.list {
			visit(item)
		}
		for _, m := range v.keys {
			visit(m.value)
		}
	}
	visit(v)
	if last && !zero {
		return fromOne
	}
	return fromZero
}

// mark marks the options that the answer names: by text, by letter or by number.
func (q *quiz) mark(v *value, options []option) bool {
	if flags := v.get("correctanswers"); flags != nil && flags.kind == isObject { // {"answer_a_correct": "true"}
		for i := range options {
			for _, m := range flags.keys {
				if yes, _ := m.value.truth(); yes && strings.TrimSuffix(m.name, "correct") == options[i].key {
					options[i].right = true
				}
			}
		}
		return q.marked(v, options)
	}
	answer := v.get(answerKeys()...)
	if answer == nil {
		q.lose(q.at(v), "a question", "nothing says which of its options is right")
		return false
	}
	for _, a := range append([]*value{answer}, answer.list...) {
		if i := q.named(a, options); i >= 0 {
			options[i].right = true
		} else if a.kind != isList {
			q.lose(q.at(v), fmt.Sprintf("the answer %q", a.text), "it is none of the options")
		}
	}
	return q.marked(v, options)
}

func (q *quiz) marked(v *value, options []option) bool {
	if slices.ContainsFunc(options, func(o option) bool { return o.right }) {
		return true
	}
	q.lose(q.at(v), "a question", "its answer is none of its options")
	return false
}

// named is the option that an answer means, or -1.
func (q *quiz) named(a *value, options []option) int {
	text := a.words()
	if a.kind == isBool {
		text = strconv.FormatBool(a.yes)
	}
	if text == "" {
		return -1
	}
	byText := slices.IndexFunc(options, func(o option) bool { return strings.EqualFold(o.text, text) })
	byKey := slices.IndexFunc(options, func(o option) bool { return o.key != "" && o.key == plainKey(text) })
	n, err := strconv.Atoi(text)
	if q.zero == fromOne {
		n--
	}
	inRange := err == nil && n >= 0 && n < len(options)
	switch {
	case a.kind == isNumber && inRange && byKey < 0 && byText < 0:
		return n
	case byText >= 0:
		return byText
	case byKey >= 0:
		return byKey
	case len(text) == 1 && text[0]|0x20 >= 'a' && int(text[0]|0x20-'a') < len(options):
		return int(text[0] | 0x20 - 'a')
	case inRange:
		return n
	}
	return -1
}
