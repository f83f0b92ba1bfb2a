package course

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// whole reads a whole number in low..high; fallback when it is absent or wrong.
func (l *loader) whole(file, key string, s strictyaml.Scalar, low, high, fallback int) int {
	if s.Text == "" {
		return fallback
	}
	n, err := strconv.Atoi(s.Text)
	if err != nil || n < low || n > high {
		l.failScalar(codeValue, file, s, fmt.Sprintf("%s must be a whole number from %d to %d, not %s", key, low, high, named(s.Text)),
			exampleNumber(low, high))
		return fallback
	}
	return n
}

// exampleNumber is the cure for what is no whole number in low..high.
func exampleNumber(low, high int) string {
	return fmt.Sprintf("write a number such as %d", min(max(low, 3), high))
}

// share reads a number in 0..1, or 0 when it is absent or wrong.
func (l *loader) share(file, key string, s strictyaml.Scalar) float64 {
	if s.Text == "" {
		return 0
	}
	f, err := strconv.ParseFloat(s.Text, 64)
	if err != nil || !(f >= 0 && f <= 1) { // NaN is neither
		l.failScalar(codeValue, file, s, fmt.Sprintf("%s must be a number from 0 to 1, not %s", key, named(s.Text)), "85 percent is 0.85")
		return 0
	}
	return f
}

// maxMinutes is the longest time that can be given: a hundred days.
const maxMinutes = 100 * 24 * 60

// minutes reads a time such as 15, 15m or 1h30m, in minutes.
func (l *loader) minutes(file, key string, s strictyaml.Scalar, fallback int) int {
	if s.Text == "" {
		return fallback
	}
	n, err := strconv.Atoi(s.Text)
	if err != nil {
		var d time.Duration
		d, err = time.ParseDuration(strings.ReplaceAll(s.Text, " ", ""))
		n = int(d.Minutes())
	}
	if err != nil || n < 1 || n > maxMinutes {
		l.report(l.severityIn(file), codeValue, scalarPos(file, s), len(s.Text),
			fmt.Sprintf("%s must be a time such as 15m or 1h30m, not %s", key, named(s.Text)),
			"write a number of minutes, such as 15")
		return fallback
	}
	return n
}

// oneOf reads one of some words; fallback when it is absent or none of them.
func (l *loader) oneOf(file, key string, s strictyaml.Scalar, fallback string, words ...string) string {
	if s.Text == "" {
		return fallback
	}
	if slices.Contains(words, s.Text) {
		return s.Text
	}
	hint := key + " is one of " + strings.Join(words, ", ")
	if near := l.suggest(s.Text, words); near != "" {
		hint = near
	}
	l.report(l.severityIn(file), codeValue, scalarPos(file, s), len(s.Text), fmt.Sprintf("%s cannot be %s", key, named(s.Text)), hint)
	return fallback
}

// severityIn is frontSeverity in a Markdown file and Error in course.yaml.
func (l *loader) severityIn(file string) Severity {
	if file == courseFile {
		return Error
	}
	return l.frontSeverity()
}

func scalarPos(file string, s strictyaml.Scalar) Pos {
	return Pos{File: file, Line: s.Line, Col: s.Col}
}
