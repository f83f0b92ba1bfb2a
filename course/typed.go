package course

import (
	"slices"
	"strings"
)

// maxTyped is how many bytes a typed answer may have.
const maxTyped = 1000

// key is what a typed answer is checked against: the stated answers of a typed
// question or of one blank.
type key struct {
	q                   *Question
	fold                folding
	answers, not, close []statedText
	others              func() []statedText // of other blanks: what they accept is no slip here
	otherwise           Reply
}

func (f *Typed) key(q *Question) *key {
	fold := folding{accents: !f.ExactAccents, capitals: !f.ExactCase}
	return &key{q: q, fold: fold, answers: fold.state(f.Answers), not: fold.state(f.Not), close: fold.state(f.Close), otherwise: f.Otherwise,
		others: func() []statedText { return nil }}
}

// attempt is one typed answer on its way through the key.
type attempt struct {
	*key
	typings []*textForms // the ways to read it
}

// grade checks what was typed in the order that the format promises.
func (k *key) grade(typed string) (Verdict, error) {
	if normalise(typed) == "" {
		return Verdict{}, lacks(LackAnswer)
	}
	if len(typed) > maxTyped {
		return Verdict{}, &FormError{Lack: LackBrevity, Count: maxTyped}
	}
	t := &attempt{key: k}
	for _, raw := range typings(typed) {
		t.typings = append(t.typings, k.fold.textForms(raw))
	}
	if v, ok := t.stated(); ok {
		return v, nil
	}
	if err := t.form(); err != nil {
		return Verdict{}, err
	}
	if v, ok := t.spelling(); ok {
		return v, nil
	}
	v := Verdict{Outcome: Wrong}
	v.addReply(k.otherwise)
	return v, nil
}

// stated finds the stated answer that was typed: Answer and Also first, then
// Not, then Close; and of these the first that is equal rather than the first
// that is alike.
func (t *attempt) stated() (Verdict, bool) {
	var alike *Verdict
	for _, list := range []struct {
		stated  []statedText
		verdict Verdict
	}{
		{t.answers, Verdict{Outcome: Right, Score: 1}},
		{t.not, Verdict{Outcome: Wrong}},
		{t.close, Verdict{Outcome: Close, Score: 0.5}},
	} {
		for _, s := range list.stated {
			degree := t.likeness(s)
			if degree == unlike || degree == loosely && alike != nil {
				continue
			}
			v := list.verdict
			v.addReply(s.Reply)
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
func (t *attempt) likeness(s statedText) likeness {
	best := unlike
	for _, typed := range t.typings {
		best = max(best, s.likeness(typed, t.named))
	}
	return best
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
	var numbers []statedText
	for _, s := range t.answers {
		if s.Kind == AnswerNumber {
			numbers = append(numbers, s)
		}
		for _, typed := range t.typings {
			if miss := s.nearMiss(typed); miss != "" {
				return lacks(miss)
			}
		}
	}
	n, ok := t.typings[len(t.typings)-1].number()
	switch {
	case !ok && len(numbers) > 0 && len(numbers) == len(t.answers):
		return lacks(LackNumber)
	case !ok || len(numbers) == 0 || n.unit == "" || sameUnit(n.unit, "%") || t.named(n.unit):
		return nil
	}
	return unitError(n.unit, numbers)
}

// unitError asks again for a unit that is neither right nor clearly wrong.
func unitError(unit string, numbers []statedText) error {
	wanted := ""
	for _, s := range numbers {
		if s.Unit != "" && nearlySameUnit(unit, s.Unit) || differentQuantities(unit, s.Unit) {
			return nil
		}
		if wanted == "" {
			wanted = s.Unit
		}
	}
	if wanted == "" {
		return lacks(LackNoUnit)
	}
	return &FormError{Lack: LackUnit, Unit: wanted}
}

// spelling finds the word that was meant by a slip of one letter. What is as
// near to a known wrong idea is no slip.
func (t *attempt) spelling() (Verdict, bool) {
	if t.q.Typos == TyposOff {
		return Verdict{}, false
	}
	for _, list := range []struct {
		stated  []statedText
		verdict Verdict
	}{{t.answers, Verdict{Outcome: Right, Score: 1}}, {t.close, Verdict{Outcome: Close, Score: 0.5}}} {
		for _, s := range list.stated {
			meant, ok := t.slip(s)
			if !ok {
				continue
			}
			if t.fitsOther() {
				return Verdict{}, false
			}
			if t.q.Typos == TyposAccept && !t.inexact(s) {
				list.verdict.addReply(s.Reply)
				return list.verdict, true
			}
			return Verdict{Outcome: Spelling, DidYouMean: meant}, true
		}
	}
	return Verdict{}, false
}

// slip returns the word of a stated answer that was meant.
func (t *attempt) slip(s statedText) (meant string, ok bool) {
	if s.Kind != AnswerWords {
		return "", false
	}
	for _, typed := range t.typings {
		if meant, ok = slip(typed.cut(), s.cut()); ok && !t.nearNot(typed) {
			return meant, true
		}
	}
	return "", false
}

// fitsOther reports whether what was typed is right in another blank.
func (t *attempt) fitsOther() bool {
	return slices.ContainsFunc(t.others(), func(s statedText) bool { return t.likeness(s) > unlike })
}

// nearNot reports whether typed is one edit from a known wrong idea.
func (t *attempt) nearNot(typed *textForms) bool {
	return slices.ContainsFunc(t.not, func(s statedText) bool {
		return s.Kind == AnswerWords && oneEditApart(typed.cut(), s.cut()) >= 0
	})
}

// inexact reports whether accents or capitals that the author wants exact are
// all that is off.
func (t *attempt) inexact(s statedText) bool {
	all := folding{accents: true, capitals: true}
	return slices.ContainsFunc(t.typings, func(typed *textForms) bool {
		return all.forms(typed.plain).likeness(all.forms(s.plain)) > unlike
	})
}
