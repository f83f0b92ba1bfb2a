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
