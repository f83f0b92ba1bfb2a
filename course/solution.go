package course

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// Solution is the right answer: the one that is shown, and that Grade calls
// right in every question that was read without errors.
func (q *Question) Solution() Answer {
	var a Answer
	switch f := q.Form.(type) {
	case *Options:
		for _, o := range f.List {
			if o.Right {
				a.Items = append(a.Items, o.Text)
			}
		}
	case *Typed:
		a.Text = solutionText(f.Answers)
	case *Order:
		a.Items = slices.Clone(f.Items)
	case *Match:
		for _, p := range f.Pairs {
			a.Items = append(a.Items, p.Right)
		}
	case *Blanks:
		for _, b := range f.List {
			a.Items = append(a.Items, solutionText(b.Accept))
		}
	}
	return a
}

// solutionText is the answer to show: the first that a learner could type. A
// pattern is shown by an example when nothing else is stated.
func solutionText(accepts []Accept) string {
	for _, a := range accepts {
		if a.Kind != AnswerPattern {
			return a.Text
		}
	}
	if len(accepts) > 0 {
		return patternExample(accepts[0].Text)
	}
	return ""
}

// patternExample gives a short text that a pattern matches, if it can find
// one: the first of alternatives, the fewest repeats.
func patternExample(pattern string) string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return ""
	}
	var b strings.Builder
	writeExample(&b, re)
	return b.String()
}

func writeExample(b *strings.Builder, re *syntax.Regexp) {
	if b.Len() > maxPattern {
		return
	}
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		b.WriteRune(classExample(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('x')
	case syntax.OpCapture, syntax.OpPlus, syntax.OpConcat:
		for _, sub := range re.Sub {
			writeExample(b, sub)
		}
	case syntax.OpAlternate:
		writeExample(b, re.Sub[0])
	case syntax.OpRepeat:
		for range re.Min {
			writeExample(b, re.Sub[0])
		}
	}
}

// classExample picks a character from the ranges of a class, a letter or a
// digit where there is one.
func classExample(ranges []rune) rune {
	for _, want := range "a1A" {
		for i := 0; i+1 < len(ranges); i += 2 {
			if ranges[i] <= want && want <= ranges[i+1] {
				return want
			}
		}
	}
	for i := 0; i+1 < len(ranges); i += 2 {
		if r := max(ranges[i], '!'); r <= ranges[i+1] {
			return r
		}
	}
	return 'x'
}
