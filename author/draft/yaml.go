package draft

import (
	"encoding/json"
	"regexp"
	"strings"
)

// plainScalar is text that YAML reads as it stands, also between braces.
var plainScalar = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{M}\p{N}_./()' -]*$`)

// Scalar is a text as a value of YAML, on one line and also between braces.
func Scalar(s string) string {
	s = strings.Join(strings.Fields(tidy(s)), " ")
	if plainScalar.MatchString(s) && !strings.HasSuffix(s, "-") {
		return s
	}
	var b strings.Builder
	enc := json.NewEncoder(&b) // a JSON string is one of YAML
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string can be encoded
	return strings.TrimSuffix(b.String(), "\n")
}

// list is texts as a list of YAML.
func list(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = Scalar(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// words is ids as a course may have them.
func words(ids []string) []string {
	var out []string
	for _, id := range ids {
		if id = word(id); id != "" {
			out = append(out, id)
		}
	}
	return out
}
