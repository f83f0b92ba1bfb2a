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
	NoPlace    func(route string) string
	ListFailed func(err error) string
	OpenFailed func(ref string, err error) string
}

func englishErrors() Errors {
	return Errors{
		Full:       "the disk is full. Make room and answer again.",
		ReadOnly:   "the folder of your progress cannot be written to.",
		NotNow:     "This is not possible here.",
		NoPlace:    func(r string) string { return fmt.Sprintf("There is no page %q.", r) },
		ListFailed: func(err error) string { return fmt.Sprintf("The courses cannot be listed: %v", err) },
		OpenFailed: func(ref string, err error) string { return fmt.Sprintf("%s cannot be opened: %v", ref, err) },
	}
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
