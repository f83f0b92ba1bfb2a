package widget

import (
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// onlyNumbers reports whether every right answer is a number.
func onlyNumbers(f *course.Typed) bool {
	for _, a := range f.Answers {
		if a.Kind != course.AnswerNumber {
			return false
		}
	}
	return len(f.Answers) > 0
}

// newNumber is typing a number. It never refuses a notation: only text without
// any digit is held back, which costs no try.
func newNumber(f *course.Typed) *typed {
	return &typed{prompt: "=", number: true, unit: textsafe.Line(f.Answers[0].Unit)}
}

// hasDigit reports whether s holds a digit or a number sign of any script.
func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsNumber) }
