package course

import (
	"regexp"
	"strings"
	"sync"
)

// likeness says how much what was typed is like a stated answer.
type likeness int

// The degrees of likeness. What is alike only loosely gives way to what is
// stated: with "Answer: año" and "Not: ano", ano is the known wrong idea and
// not año without its accent; with "Answer: 3 to 4" and "Not: 3.5", 3.5 is.
const (
	unlike  likeness = iota
	loosely          // by accents that are forgiven, a range, a pattern, idle spaces in code
	equally          // the same words, number, code or shell line
)

// textForms is a stated or a typed text in the forms that are compared. Forms that
// only some answers need are made once, when they are first asked for.
type textForms struct {
	raw      string
	straight string
	plain    string // normalised

	words     func() wordForms
	cut       func() []word
	code      func() string
	looseCode func() string
	shell     func() (string, bool)
	number    func() (number, bool)
}

func (f folding) textForms(raw string) *textForms {
	t := &textForms{raw: raw, straight: strings.TrimSpace(straighten(raw)), plain: normalise(raw)}
	t.words = sync.OnceValue(func() wordForms { return f.forms(t.plain) })
	t.cut = sync.OnceValue(func() []word { return f.cutWords(t.plain) })
	t.code = sync.OnceValue(func() string { return codeForm(t.straight) })
	t.looseCode = sync.OnceValue(func() string { return looseCode(t.straight) })
	t.shell = sync.OnceValues(func() (string, bool) { return shellForm(t.straight) })
	t.number = sync.OnceValues(func() (number, bool) { return parseNumber(t.raw) })
	return t
}

// statedText is a stated answer with its forms.
type statedText struct {
	Accept
	*textForms
	pattern func() *regexp.Regexp // nil for a pattern that cannot be used
}

func (f folding) state(accepts []Accept) []statedText {
	list := make([]statedText, len(accepts))
	for i, a := range accepts {
		list[i] = statedText{a, f.textForms(a.Text), sync.OnceValue(func() *regexp.Regexp {
			re, err := compilePattern(a.Text)
			if err != nil {
				return nil
			}
			return re
		})}
	}
	return list
}

// likeness compares what was typed with the stated answer. named tells whether
// the question itself names a unit.
func (s statedText) likeness(typed *textForms, named func(unit string) bool) likeness {
	switch s.Kind {
	case AnswerWords:
		return s.words().likeness(typed.words())
	case AnswerCode:
		switch {
		case s.code() == typed.code():
			return equally
		case s.looseCode() == typed.looseCode():
			return loosely
		}
	case AnswerShell:
		if sameShell(s.textForms, typed) {
			return equally
		}
	case AnswerNumber:
		if s.plain == typed.plain {
			return equally
		}
		if n, ok := typed.number(); ok {
			return s.numberLikeness(n, named)
		}
	case AnswerPattern:
		if re := s.pattern(); re != nil && re.MatchString(typed.plain) {
			return loosely
		}
	}
	return unlike
}

// numberLikeness compares a number with the stated number or range. The unit
// may be left out; one that is typed has to be right. Percent is also
// understood as hundredths.
func (s statedText) numberLikeness(n number, named func(unit string) bool) likeness {
	exact := within(n.value, s.Low, s.High)
	near := exact || within(n.other, s.Low, s.High)
	percent := within(n.value*100, s.Low, s.High)
	hundredth := within(n.value/100, s.Low, s.High)
	switch {
	case !near && !percent && !hundredth:
		return unlike
	case n.unit == "" && sameUnit(s.Unit, "%"):
		return looselyIf(near || percent)
	case n.unit == "", sameUnit(n.unit, s.Unit):
		if exact && s.Low == s.High {
			return equally
		}
		return looselyIf(near)
	case s.Unit == "" && sameUnit(n.unit, "%"):
		return looselyIf(near || hundredth)
	case s.Unit == "" && named(n.unit), s.Unit != "" && nearlySameUnit(n.unit, s.Unit):
		return looselyIf(near)
	}
	return unlike
}

func looselyIf(ok bool) likeness {
	if ok {
		return loosely
	}
	return unlike
}
