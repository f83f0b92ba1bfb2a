package plain

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// refuse says why a command is not possible at the present step: for the same
// reason that the full-screen front end gives, where it has one.
func (d *Dialogue) refuse(name string) string {
	if d.opening && isOfStep(name) {
		return d.p.NotYet(name)
	}
	st := d.s.Step()
	question, feedback := d.w.Flow.Question, d.w.Flow.Feedback
	_, asks := st.(learn.Answering)
	f, told := st.(learn.Feedback)
	switch {
	case name == "hint":
		if reason := d.noHint(st); reason != "" {
			return reason
		}
	case name == "harder" && asks:
		return question.NoHarder
	case name == "easier" && asks:
		return question.NoEasier
	case name == "explain":
		return d.w.Refused(learn.Explain{})
	case name == "rest":
		return sentence(d.w.Today.NoRest)
	case name == "show" && told && f.Reveal:
		return feedback.NoAnswer
	case name == "right" && told:
		return feedback.NoDispute
	case name == "undo":
		return d.w.Flow.NoUndo
	case name == "way" && is[learn.Reading](d, st):
		return d.w.Flow.NoWays
	case name == "send" && (asks || is[learn.Asking](d, st) || is[learn.Closing](d, st)):
		return d.p.NothingKept
	}
	if only := d.p.OnlyAt[name]; only != "" {
		return d.p.NotHere(name, only)
	}
	return d.p.NotNow(name)
}

// noHint says why there is no hint; empty where none is ever given.
func (d *Dialogue) noHint(st learn.Step) string {
	w := d.w.Flow.Question
	switch st := st.(type) {
	case learn.Answering:
		switch {
		case len(st.Hints) > 0:
			return w.NoHintsLeft
		case st.Question.HintsMode == course.HintsAfterWrong && len(st.Question.Hints) > 0:
			return w.HintLater
		}
		return w.NoHint
	case learn.Doing:
		if len(st.Hints) > 0 {
			return d.w.Flow.Feedback.NoHint
		}
		return d.p.NoTaskHint
	case learn.Feedback:
		return d.w.Flow.Feedback.NoHint
	}
	return ""
}
