package course

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// rule returns the rule of a heading, nil when it has none or when it cannot
// be read: what an author wrote is rather shown than lost.
func (b *body) rule(set settings) *Rule {
	if strings.TrimSpace(set.When.Text) == "" {
		return nil
	}
	rule, diags := parseRule(set.When.Text, b.pos(b.scalarSpan(set, set.When).start))
	b.adopt(diags)
	if hasErrors(diags) {
		return nil
	}
	return rule
}

// number reads a setting that counts something, min..max; fallback without it.
func (b *body) number(set settings, s strictyaml.Scalar, name string, low, high, fallback int) int {
	if s.Text == "" {
		return fallback
	}
	n, err := strconv.Atoi(s.Text)
	if err != nil || n < low || n > high {
		b.fail(codeValue, b.scalarSpan(set, s),
			fmt.Sprintf("%s must be a whole number from %d to %d, not %s", name, low, high, named(s.Text)),
			exampleNumber(low, high))
		return fallback
	}
	return n
}

// oneOf reads a setting that is one of some words; fallback without it.
func (b *body) oneOf(set settings, s strictyaml.Scalar, name, fallback string, words ...string) string {
	if s.Text == "" || slices.Contains(words, s.Text) {
		if s.Text == "" {
			return fallback
		}
		return s.Text
	}
	hint := name + " is one of: " + strings.Join(words, ", ")
	if near := nearestName(s.Text, words); near != "" {
		hint = didYouMean(near)
	}
	b.fail(codeValue, b.scalarSpan(set, s), fmt.Sprintf("%s cannot be %s", name, named(s.Text)), hint)
	return fallback
}

// The figures an author may give for the chance to guess or to slip. Beyond
// them an answer would tell next to nothing.
const (
	minChance = 0.01
	maxGuess  = 0.9
	maxSlip   = 0.6
)

// chances reads the author's own figures for guessing and slipping; 0 for one
// that is absent or wrong. Together they stay under 1: else a wrong answer
// would speak for knowing.
func (b *body) chances(set settings) (guess, slip float64) {
	guess = b.chance(set, set.Guess, "guess", maxGuess)
	slip = b.chance(set, set.Slip, "slip", maxSlip)
	if guess+slip < 1 {
		return guess, slip
	}
	b.fail(codeValue, b.scalarSpan(set, set.Slip),
		fmt.Sprintf("guess and slip must be less than 1 together, not %s and %s", named(set.Guess.Text), named(set.Slip.Text)),
		"lower one of them, or leave both out")
	return 0, 0
}

// chance reads a number from minChance to high; 0 when it is absent or wrong.
func (b *body) chance(set settings, s strictyaml.Scalar, name string, high float64) float64 {
	if s.Text == "" {
		return 0
	}
	f, err := strconv.ParseFloat(s.Text, 64)
	if err != nil || !(f >= minChance && f <= high) { // NaN is neither
		b.fail(codeValue, b.scalarSpan(set, s),
			fmt.Sprintf("%s must be a number from %v to %v, not %s", name, minChance, high, named(s.Text)), "one in four is 0.25")
		return 0
	}
	return f
}
