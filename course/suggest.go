package course

import "strings"

// didYouMean is the hint that names what was probably meant. All such hints have
// this form, that of strictyaml too, so that meant can read them.
func didYouMean(name string) string { return "did you mean " + named(name) + "?" }

// meant is the name in a hint of didYouMean, or the operator in the hint of a
// rule that writes it otherwise; empty when a hint names nothing in full.
func meant(hint string) string {
	switch operator, _ := strings.CutPrefix(hint, "write "); operator {
	case "==", "!=", "<=", ">=", "and", "or", "not":
		return operator
	}
	name, ok := strings.CutPrefix(hint, `did you mean "`)
	name, closed := strings.CutSuffix(name, `"?`)
	if !ok || !closed || strings.HasSuffix(name, "…") || strings.ContainsAny(name, "\"\\") {
		return ""
	}
	return name
}
