package course

import (
	"errors"
	"fmt"
)

// ErrForm says that an answer has the wrong form, such as words where a number
// is asked for. The answer may be sent again and costs no try. The text of an
// error that is ErrForm is a plain reason, ready to be shown; of a FormError it
// can be said in other languages too.
var ErrForm = errors.New("not an answer yet")

// FormError is an ErrForm that says in a code what the answer lacks.
type FormError struct {
	Lack  Lack
	Count int    // how many, where the lack speaks of a number
	Unit  string // the unit wanted, of LackUnit
	Blank int    // of blanks: which of several, from 1; 0: the only one, or none
}

// Lack is what an answer lacks to be graded.
type Lack string

// What an answer may lack.
const (
	LackAnswer  Lack = "answer"  // nothing was typed
	LackBrevity Lack = "brevity" // Count characters are the most
	LackNumber  Lack = "number"  // a number is asked for
	LackNoUnit  Lack = "no-unit" // a number without a unit is asked for
	LackUnit    Lack = "unit"    // a number in Unit is asked for
	LackSpaces  Lack = "spaces"  // only spaces are different
	LackQuotes  Lack = "quotes"  // only quotation marks are different
	LackShown   Lack = "shown"   // an option that is not shown was chosen
	LackOption  Lack = "option"  // one option is to be chosen
	LackOptions Lack = "options" // one option at least is to be chosen
	LackOne     Lack = "one"     // more than one option was chosen
	LackEither  Lack = "either"  // options were chosen and "I don't know" too
	LackOrder   Lack = "order"   // Count items are to be put in order
	LackMatch   Lack = "match"   // Count lines are to be matched
	LackBlanks  Lack = "blanks"  // Count blanks are to be filled in
	LackForm    Lack = "form"    // the question has no form to answer in

	// LackFuture and LackMinutes are of answers that are no solution to a question.
	LackFuture  Lack = "future"  // the day is to come
	LackMinutes Lack = "minutes" // of one sitting, at most Count
)

// Unwrap makes the error an ErrForm.
func (*FormError) Unwrap() error { return ErrForm }

// Error says in English what the answer lacks.
func (e *FormError) Error() string {
	if e.Blank > 0 {
		return fmt.Sprintf("blank %d: %s", e.Blank, e.lacks())
	}
	return e.lacks()
}

func (e *FormError) lacks() string {
	switch e.Lack {
	case LackAnswer:
		return "type an answer"
	case LackBrevity:
		return fmt.Sprintf("that is too long: %d characters at most", e.Count)
	case LackNumber:
		return "type a number"
	case LackNoUnit:
		return "type the number alone, without a unit"
	case LackUnit:
		return fmt.Sprintf("give the number in %s, or without a unit", e.Unit)
	case LackSpaces:
		return "only the spaces are different: check them"
	case LackQuotes:
		return "only the quotation marks are different: try the other kind"
	case LackShown:
		return "choose from the options shown"
	case LackOption:
		return "choose an option"
	case LackOptions:
		return "choose at least one option"
	case LackOne:
		return "choose one option only"
	case LackEither:
		return "choose options or say that you don't know, not both"
	case LackOrder:
		return fmt.Sprintf("put all %d items in order, each once", e.Count)
	case LackMatch:
		return fmt.Sprintf("match all %d lines", e.Count)
	case LackBlanks:
		return fmt.Sprintf("fill in all %d blanks", e.Count)
	case LackFuture:
		return "choose a day that is still to come"
	case LackMinutes:
		return fmt.Sprintf("minutes of one sitting are a number from 1 to %d", e.Count)
	case LackForm:
	}
	return "this question cannot be answered"
}

// lacks makes a FormError of a lack that speaks of no number and no unit.
func lacks(l Lack) error { return &FormError{Lack: l} }
