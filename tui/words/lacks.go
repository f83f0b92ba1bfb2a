package words

import (
	"errors"
	"fmt"

	"github.com/cairn-learn/cairn/course"
)

// Lacks says what an answer lacks that cannot be graded as it is: the middle of
// a sentence, without its full stop.
type Lacks struct {
	Answer, Number, NoUnit, Spaces, Quotes string
	Shown, Option, Options, One, Either    string
	Brevity, Order, Match, Blanks          func(n int) string
	Unit                                   func(wanted string) string
	InBlank                                func(n int, lack string) string
	Future                                 string
	Minutes                                func(most int) string
	Form                                   string
}

func englishLacks() Lacks {
	return Lacks{
		Answer: "type an answer", Number: "type a number", NoUnit: "type the number alone, without a unit",
		Spaces: "only the spaces are different: check them",
		Quotes: "only the quotation marks are different: try the other kind",
		Shown:  "choose from the options shown", Option: "choose an option", Options: "choose at least one option",
		One: "choose one option only", Either: "choose options or say that you don't know, not both",
		Brevity: func(n int) string { return fmt.Sprintf("that is too long: %d characters at most", n) },
		Order:   func(n int) string { return fmt.Sprintf("put all %d items in order, each once", n) },
		Match:   func(n int) string { return fmt.Sprintf("match all %d lines", n) },
		Blanks:  func(n int) string { return fmt.Sprintf("fill in all %d blanks", n) },
		Unit:    func(wanted string) string { return "give the number in " + wanted + ", or without a unit" },
		InBlank: func(n int, lack string) string { return fmt.Sprintf("blank %d: %s", n, lack) },
		Future:  "choose a day that is still to come",
		Minutes: func(most int) string { return fmt.Sprintf("minutes of one sitting are a number from 1 to %d", most) },
		Form:    "this question cannot be answered",
	}
}

// Lacks says what an answer lacks that was refused with an ErrForm.
func (w *Words) Lacks(err error) string {
	var form *course.FormError
	if !errors.As(err, &form) {
		return w.Errors.NotTaken
	}
	said := w.Errors.Lacks.of(form)
	if form.Blank > 0 {
		return w.Errors.Lacks.InBlank(form.Blank, said)
	}
	return said
}

func (l *Lacks) of(form *course.FormError) string {
	switch form.Lack {
	case course.LackAnswer:
		return l.Answer
	case course.LackBrevity:
		return l.Brevity(form.Count)
	case course.LackNumber:
		return l.Number
	case course.LackNoUnit:
		return l.NoUnit
	case course.LackUnit:
		return l.Unit(form.Unit)
	case course.LackSpaces:
		return l.Spaces
	case course.LackQuotes:
		return l.Quotes
	case course.LackShown:
		return l.Shown
	case course.LackOption:
		return l.Option
	case course.LackOptions:
		return l.Options
	case course.LackOne:
		return l.One
	case course.LackEither:
		return l.Either
	case course.LackOrder:
		return l.Order(form.Count)
	case course.LackMatch:
		return l.Match(form.Count)
	case course.LackBlanks:
		return l.Blanks(form.Count)
	case course.LackFuture:
		return l.Future
	case course.LackMinutes:
		return l.Minutes(form.Count)
	case course.LackForm:
	}
	return l.Form
}
