package draft

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// plainWords are words that need no quotation marks: nothing in them is a number,
// a mark or a comma, and no sentence ends.
var plainWords = regexp.MustCompile(`^\p{L}[\p{L}\p{M}' -]*$`)

// Stated is a stated answer of a typed question as Markdown, such as it follows
// "- Also: ". It is empty when there is nothing to say, and when a course cannot
// say it.
func Stated(a Accept) string { return stated(a, false) }

// stated is a stated answer as Markdown. It is empty when there is nothing to say.
func stated(a Accept, inBlank bool) string {
	text := strings.Join(strings.Fields(tidy(a.Text)), " ")
	switch a.Kind {
	case course.AnswerNumber:
		if s := number(a); s != "" {
			return s
		}
	case course.AnswerCode, course.AnswerShell, course.AnswerPattern:
		if s := code(a.Kind, text); s != "" {
			if inBlank {
				s = strings.ReplaceAll(s, `\|`, `\\|`)
			}
			return s
		}
	case course.AnswerWords, "":
	}
	switch {
	case text == "":
		return ""
	case plainWords.MatchString(text) && !strings.Contains(text, "--"):
		return text
	}
	return quotedWords(text)
}

// number is a range as a course states it, or empty when it is none.
func number(a Accept) string {
	low, high := a.Low, a.High
	if low > high {
		low, high = high, low
	}
	for _, v := range []float64{low, high} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return ""
		}
	}
	s := figure(low)
	if low != high {
		s += " to " + figure(high)
	}
	if unit := strings.TrimSpace(a.Unit); unit != "" && !strings.ContainsAny(unit, "`\"[]|<>&*_\\\n") {
		s += " " + unit
	}
	return s
}

// figure writes a number so that it is read as the same.
func figure(v float64) string {
	if v == 0 {
		return "0"
	}
	if size := math.Abs(v); size >= 1e15 || size < 1e-6 {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// code is an answer in a code span, or empty when a span cannot hold it as what
// it is.
func code(kind course.AnswerKind, text string) string {
	if text == "" {
		return ""
	}
	pattern := strings.HasPrefix(text, "/") && (strings.HasSuffix(text, "/") || strings.HasSuffix(text, "/i"))
	switch kind {
	case course.AnswerShell:
		text = "$ " + text
	case course.AnswerPattern:
		if rest, ok := strings.CutPrefix(text, "(?i)"); ok {
			text = "/" + rest + "/i"
		} else {
			text = "/" + text + "/"
		}
		if !strings.ContainsAny(text, `^$*+?()[]{}|\`) {
			text = "/(?:" + strings.TrimSuffix(text[1:], "/") + ")/"
		}
	default:
		if pattern || text == "$" || strings.HasPrefix(text, "$ ") {
			return ""
		}
	}
	ticks := Ticks(text, 1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return ticks + text + ticks
}
