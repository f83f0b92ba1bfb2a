package fix

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// ruleParts takes apart what a finding about a rule marks: a word in quotes, or a
// name with an id behind a dot or in brackets.
var ruleParts = regexp.MustCompile(`^(?:(["'])(.*)["']|(\w+)\.(\w+)|(\w+\[["'])(.*)(["']\]))$`)

// dotted is an id that may stand behind a dot.
var dotted = regexp.MustCompile(`^[\pL_][\pL\pN_]*$`)

// meantInRule writes the id or code word that was meant.
func meantInRule(s spot, d course.Diag) []Edit {
	m := ruleParts.FindStringSubmatch(s.marked())
	if m == nil || d.Meant == "" || strings.ContainsAny(d.Meant, "\"'[]") {
		return nil
	}
	if !course.Slip(m[2]+m[4]+m[6], d.Meant) {
		return nil // it may be another word
	}
	switch {
	case m[1] != "":
		return s.replace(m[1] + d.Meant + m[1])
	case m[5] != "":
		return s.replace(m[5] + d.Meant + m[7])
	case dotted.MatchString(d.Meant):
		return s.replace(m[3] + "." + d.Meant)
	}
	return s.replace(m[3] + `["` + d.Meant + `"]`)
}

// curly is a word in quotation marks that a rule does not know.
var curly = regexp.MustCompile(`[„“”]([^"'„“”‘’]*)[“”]|[‚‘’]([^"'„“”‘’]*)[‘’]`)

// share is a number of percent.
var share = regexp.MustCompile(`^\d{1,3}(?:\.\d+)?%$`)

// plainRule writes what a rule does not know as it does: a part of one for
// percent, and straight quotation marks.
func plainRule(s spot, d course.Diag) []Edit {
	if number, ok := strings.CutPrefix(d.Hint, "write "); ok && share.MatchString(s.marked()) {
		return s.replace(number)
	}
	rest := s.text[s.at:s.end]
	if m := curly.FindStringSubmatchIndex(rest); m != nil && m[0] == 0 {
		word := strings.TrimFunc(rest[:m[1]], func(r rune) bool { return strings.ContainsRune("„“”‚‘’", r) })
		quote := `"`
		if value := s.line()[valueStart(s.line()):]; strings.HasPrefix(value, `"`) {
			quote = "'"
		}
		return []Edit{{s.at, s.at + m[1], quote + word + quote}}
	}
	return nil
}
