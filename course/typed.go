package course

import (
	"slices"
	"strings"
	"sync"
)

// maxTyped is how many bytes a typed answer may have.
const maxTyped = 1000

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

// grade checks what was typed in the order that the format promises. What is
// among others, the answers of other blanks, is no slip.
func (f *Typed) grade(q *Question, text string, others []Accept) (Verdict, error) {
	if normalise(text) == "" {
		return Verdict{}, wrongForm("type an answer")
	}
	if len(text) > maxTyped {
		return Verdict{}, wrongForm("that is too long: %d characters at most", maxTyped)
	}
	try := f.attempt(q, text, others)
	if v, ok := try.stated(); ok {
		return v, nil
	}
	if err := try.form(); err != nil {
		return Verdict{}, err
	}
	if v, ok := try.spelling(); ok {
		return v, nil
	}
	v := Verdict{Outcome: Wrong}
	v.addReply(f.Otherwise)
	return v, nil
}

// attempt is one typed answer on its way through the stated ones.
type attempt struct {
	*Typed
	q       *Question
	others  []Accept
	typings []typing
	fold    folding
}

// typing is one way to read what was typed, in the forms that are compared.
type typing struct {
	raw      string
	straight string
	plain    string // normalised
	words    wordForms
	shell    func() (string, bool)
}

func (f *Typed) attempt(q *Question, text string, others []Accept) *attempt {
	t := &attempt{Typed: f, q: q, others: others, fold: folding{accents: !f.ExactAccents, capitals: !f.ExactCase}}
	for _, raw := range typings(text) {
		straight, plain := strings.TrimSpace(straighten(raw)), normalise(raw)
		t.typings = append(t.typings, typing{raw, straight, plain, t.fold.forms(plain),
			sync.OnceValues(func() (string, bool) { return shellForm(straight) })})
	}
	return t
}

// stated finds the stated answer that was typed: Answer and Also first, then
// Not, then Close; and of these the first that is equal rather than the first
// that is alike.
func (t *attempt) stated() (Verdict, bool) {
	var alike *Verdict
	for _, list := range []struct {
		accepts []Accept
		verdict Verdict
	}{
		{t.Answers, Verdict{Outcome: Right, Score: 1}},
		{t.Not, Verdict{Outcome: Wrong}},
		{t.Close, Verdict{Outcome: Close, Score: 0.5}},
	} {
		for _, a := range list.accepts {
			degree := t.likeness(a)
			if degree == unlike || degree == loosely && alike != nil {
				continue
			}
			v := list.verdict
			v.addReply(a.Reply)
			if degree == equally {
				return v, true
			}
			alike = &v
		}
	}
	if alike != nil {
		return *alike, true
	}
	return Verdict{}, false
}

// likeness compares what was typed with one stated answer.
func (t *attempt) likeness(a Accept) likeness {
	best := unlike
	for _, typed := range t.typings {
		best = max(best, t.compare(a, typed))
	}
	return best
}

func (t *attempt) compare(a Accept, typed typing) likeness {
	stated := strings.TrimSpace(straighten(a.Text))
	switch a.Kind {
	case AnswerWords:
		return t.fold.forms(normalise(a.Text)).likeness(typed.words)
	case AnswerCode:
		switch {
		case codeForm(stated) == codeForm(typed.straight):
			return equally
		case looseCode(stated) == looseCode(typed.straight):
			return loosely
		}
	case AnswerShell:
		if sameShell(stated, typed) {
			return equally
		}
	case AnswerNumber:
		if normalise(stated) == typed.plain {
			return equally
		}
		return t.compareNumber(a, typed.raw)
	case AnswerPattern:
		if re, err := compilePattern(a.Text); err == nil && re.MatchString(typed.plain) {
			return loosely
		}
	}
	return unlike
}

// compareNumber compares what was typed with a stated number or range. The
// unit may be left out; one that is typed has to be right. Percent is also
// understood as hundredths.
func (t *attempt) compareNumber(a Accept, typed string) likeness {
	n, ok := parseNumber(typed)
	if !ok {
		return unlike
	}
	degree := loosely
	percent := sameUnit(a.Unit, "%")
	switch {
	case n.unit == "" && percent:
		if within(n.value*100, a.Low, a.High) {
			return loosely
		}
	case n.unit == "", sameUnit(n.unit, a.Unit):
		degree = equally
	case nearlySameUnit(n.unit, a.Unit):
	case a.Unit == "" && sameUnit(n.unit, "%"):
		if within(n.value/100, a.Low, a.High) {
			return loosely
		}
	case a.Unit == "" && t.named(n.unit):
	default:
		return unlike
	}
	switch {
	case within(n.value, a.Low, a.High):
		if a.Low < a.High {
			return loosely
		}
		return degree
	case within(n.other, a.Low, a.High):
		return loosely
	}
	return unlike
}

// named reports whether the question itself names a unit: who is asked "How
// many bytes?" may say "72 bytes".
func (t *attempt) named(unit string) bool {
	want := unitForm(unit, true)
	words := strings.FieldsFunc(t.q.Prompt+" "+t.q.Body, func(r rune) bool { return strings.ContainsRune(" \n,;:.?!()*_`\"", r) })
	return slices.ContainsFunc(words, func(w string) bool { return unitForm(w, true) == want })
}

// form refuses what cannot be graded fairly: no number where only numbers are
// right, a unit that cannot be judged, code that is only spaced or quoted in
// another way.
func (t *attempt) form() error {
	var numbers []Accept
	for _, a := range t.Answers {
		if a.Kind == AnswerNumber {
			numbers = append(numbers, a)
		}
		for _, typed := range t.typings {
			if miss := nearMiss(a, typed); miss != "" {
				return wrongForm("%s", miss)
			}
		}
	}
	n, ok := parseNumber(t.typings[len(t.typings)-1].raw)
	switch {
	case !ok && len(numbers) > 0 && len(numbers) == len(t.Answers):
		return wrongForm("type a number")
	case !ok || len(numbers) == 0 || n.unit == "" || sameUnit(n.unit, "%") || t.named(n.unit):
		return nil
	}
	return unitError(n.unit, numbers)
}

// unitError asks again for a unit that is neither right nor clearly wrong.
func unitError(unit string, numbers []Accept) error {
	wanted := ""
	for _, a := range numbers {
		if nearlySameUnit(unit, a.Unit) || differentQuantities(unit, a.Unit) {
			return nil
		}
		if wanted == "" {
			wanted = a.Unit
		}
	}
	if wanted == "" {
		return wrongForm("type the number alone, without a unit")
	}
	return wrongForm("give the number in %s, or without a unit", wanted)
}

// spelling finds the word that was meant by a slip of one letter. What is as
// near to a known wrong idea is no slip.
func (t *attempt) spelling() (Verdict, bool) {
	if t.q.Typos == TyposOff {
		return Verdict{}, false
	}
	for _, list := range []struct {
		accepts []Accept
		verdict Verdict
	}{{t.Answers, Verdict{Outcome: Right, Score: 1}}, {t.Close, Verdict{Outcome: Close, Score: 0.5}}} {
		for _, a := range list.accepts {
			meant, ok := t.slip(a)
			if !ok {
				continue
			}
			if t.q.Typos == TyposAccept && !t.inexact(a) {
				list.verdict.addReply(a.Reply)
				return list.verdict, true
			}
			return Verdict{Outcome: Spelling, DidYouMean: meant}, true
		}
	}
	return Verdict{}, false
}

// slip returns the word of a stated answer that was meant.
func (t *attempt) slip(a Accept) (meant string, ok bool) {
	isOther := func(o Accept) bool { return t.likeness(o) > unlike }
	if a.Kind != AnswerWords || slices.ContainsFunc(t.others, isOther) {
		return "", false
	}
	for _, typed := range t.typings {
		if meant, ok = t.fold.slip(typed.plain, normalise(a.Text)); ok && !t.nearNot(typed.plain) {
			return meant, true
		}
	}
	return "", false
}

// nearNot reports whether typed is one edit from a known wrong idea.
func (t *attempt) nearNot(typed string) bool {
	return slices.ContainsFunc(t.Not, func(a Accept) bool {
		return a.Kind == AnswerWords && t.fold.oneEditApart(typed, normalise(a.Text)) >= 0
	})
}

// inexact reports whether accents or capitals that the author wants exact are
// all that is off.
func (t *attempt) inexact(a Accept) bool {
	all := folding{accents: true, capitals: true}
	return slices.ContainsFunc(t.typings, func(typed typing) bool {
		return all.forms(typed.plain).likeness(all.forms(normalise(a.Text))) > unlike
	})
}
