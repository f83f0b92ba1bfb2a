package course

import (
	"errors"
	"regexp"
	"strings"
)

// maxPattern is how many bytes a pattern may have.
const maxPattern = 256

// compilePattern compiles a pattern of an answer. A pattern may match
// anywhere in what was typed unless it has ^ and $ of its own.
func compilePattern(pattern string) (*regexp.Regexp, error) {
	if len(pattern) > maxPattern {
		return nil, errors.New("it is too long")
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, errors.New(strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	return re, nil
}

// patternText returns the pattern of a code span such as /^v?1\.2/ or, with
// capitals ignored, /^v?1\.2/i. Without a character that only a pattern has, as
// in /usr/bin/ or /build/, it is a path and no pattern.
func patternText(code string) (string, bool) {
	in, ok := strings.CutPrefix(code, "/")
	if !ok || !strings.ContainsAny(in, `^$*+?()[]{}|\`) {
		return "", false
	}
	if in, ok := strings.CutSuffix(in, "/i"); ok && in != "" {
		return "(?i)" + in, true
	}
	in, ok = strings.CutSuffix(in, "/")
	return in, ok && in != ""
}
