package words

import (
	"errors"
	"fmt"

	"github.com/cairn-learn/cairn/course/learn"
)

// Errors is what cairn says when something cannot be done.
type Errors struct {
	Full       string // the disk is full
	ReadOnly   string // the folder cannot be written to
	NotNow     string
	NotTaken   string // an answer or a choice as it was given
	Lacks      Lacks  // what such an answer lacks
	NoExplain  string // there is no other explanation
	NotDue     string // nothing is due for review
	NoSpare    string // nor is anything known that could be reviewed
	NoPractice string // on a skill whose lesson was not taken
	NoPlace    func(route string) string
	ListFailed func(err error) string
	OpenFailed func(ref string, err error) string
}

func englishErrors() Errors {
	return Errors{
		Full:       "the disk is full. Make room and answer again.",
		ReadOnly:   "the folder of your progress cannot be written to.",
		NotNow:     "This is not possible here.",
		NotTaken:   "this cannot be taken as it is",
		Lacks:      englishLacks(),
		NoExplain:  "There is no other explanation here that you have not seen.",
		NotDue:     "Nothing is due for review now.",
		NoSpare:    "You have nothing yet that could be reviewed.",
		NoPractice: "There is nothing to practise on this before its lesson.",
		NoPlace:    func(r string) string { return fmt.Sprintf("There is no page %q.", r) },
		ListFailed: func(err error) string { return fmt.Sprintf("The courses cannot be listed: %v", err) },
		OpenFailed: func(ref string, err error) string { return fmt.Sprintf("%s cannot be opened: %v", ref, err) },
	}
}

// Refused says in one line why an action is not possible now.
func (w *Words) Refused(a learn.Action) string {
	switch a := a.(type) {
	case learn.Explain:
		return w.Errors.NoExplain
	case learn.Review:
		switch {
		case a.Skill != "":
			return w.Errors.NoPractice
		case a.Spare:
			return w.Errors.NoSpare
		}
		return w.Errors.NotDue
	}
	return w.Errors.NotNow
}

// Failed says in one line why an action came to nothing; err is not nil. What
// could not be saved is said to be so.
func (w *Words) Failed(err error) string {
	switch {
	case errors.Is(err, learn.ErrFull):
		return w.Frame.NotSaved(w.Errors.Full)
	case errors.Is(err, learn.ErrReadOnly):
		return w.Frame.NotSaved(w.Errors.ReadOnly)
	}
	return w.Frame.NotDone(err.Error())
}
