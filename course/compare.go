package course

import (
	"regexp"
	"strings"
)

// likeness says how much what was typed is like a stated answer.
type likeness int

// The degrees of likeness. What is alike only loosely gives way to what is
// stated: with "Answer: año" and "Not: ano", ano is the known wrong idea and
// not año without its accent; with "Answer: 3 to 4" and "Not: 3.5", 3.5 is.
const (
	unlike  likeness = iota
	loosely          // by accents that are forgiven, a range, a pattern, idle spaces in code or a semicolon behind it
	equally          // the same words, number, code or shell line
)

// textForms is a stated or a typed text in the forms that are compared. Forms that
// only some answers need are made once, when they are first asked for; that is
// why textForms belong to one check and are not shared.
type textForms struct {
	raw      string
	straight string
	plain    string // normalised

	fold     folding
	made     madeForms
	inWords  wordForms
	inCut    []word
	inCode   string
	inLoose  string
	inShell  string
	isShell  bool
	inNumber number
	isNumber bool
}

// madeForms tells which of the forms were made.
type madeForms struct{ words, cut, code, loose, shell, number bool }

func (f folding) textForms(raw string) *textForms {
	t := &textForms{raw: raw, fold: f}
	straight := straighten(raw)
	t.straight, t.plain = strings.TrimSpace(straight), squeezed(straight)
	return t
}

// once makes a form unless it was made.
func once(made *bool, form func()) {
	if !*made {
		*made = true
		form()
	}
}

func (t *textForms) words() wordForms {
	once(&t.made.words, func() { t.inWords = t.fold.forms(t.plain) })
	return t.inWords
}

func (t *textForms) cut() []word {
	once(&t.made.cut, func() { t.inCut = t.fold.cutWords(t.plain) })
	return t.inCut
}

func (t *textForms) code() string {
	once(&t.made.code, func() { t.inCode = codeForm(t.straight) })
	return t.inCode
}

func (t *textForms) looseCode() string {
	once(&t.made.loose, func() { t.inLoose = looseCode(t.straight) })
	return t.inLoose
}

func (t *textForms) shell() (string, bool) {
	once(&t.made.shell, func() { t.inShell, t.isShell = shellForm(t.straight) })
	return t.inShell, t.isShell
}

func (t *textForms) number() (number, bool) {
	once(&t.made.number, func() { t.inNumber, t.isNumber = parseNumber(t.raw) })
	return t.inNumber, t.isNumber
}

// statedText is a stated answer with its forms.
type statedText struct {
	*Accept
	*textForms
	pattern *regexp.Regexp // nil unless it is a pattern that can be used
}

func (f folding) state(accepts []Accept) []statedText {
	list := make([]statedText, len(accepts))
	for i := range accepts {
		a := &accepts[i]
		list[i] = statedText{Accept: a, textForms: f.textForms(a.Text)}
		if a.Kind == AnswerPattern {
			if re, err := compilePattern(a.Text); err == nil {
				list[i].pattern = re
			}
		}
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
		case s.looseCode() == typed.looseCode(), s.looseCode()+";" == typed.looseCode(): // a language may end lines with one or without
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
		if s.pattern != nil && s.pattern.MatchString(typed.plain) {
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
