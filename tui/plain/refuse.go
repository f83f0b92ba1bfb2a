package plain

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// refuse says why a command is not possible at the present step: for the same
// reason that the full-screen front end gives, where it has one.
func (d *Dialogue) refuse(name string) string {
	if d.opening && isOfStep(name) {
		return d.p.NotYet(name)
	}
	if reason := d.refuseHere(name, d.s.Step()); reason != "" {
		return reason
	}
	if only := d.p.OnlyAt[name]; only != "" {
		return d.p.NotHere(name, only)
	}
	return d.p.NotNow(name)
}

// refuseHere is the reason that a step has of its own; empty: none.
func (d *Dialogue) refuseHere(name string, st learn.Step) string {
	f, told := st.(learn.Feedback)
	switch name {
	case "hint":
		return d.noHint(st)
	case "harder", "easier", "send":
		return d.refuseAsked(name, st)
	case "explain":
		return d.w.Refused(learn.Explain{})
	case "rest":
		return sentence(d.w.Today.NoRest)
	case "undo":
		return d.w.Flow.NoUndo
	case "edit":
		if _, asked := d.toWrite(st); asked {
			return d.w.Hands.NoTerminal
		}
		return d.w.Hands.NothingToEdit
	}
	doing, atTask := st.(learn.Doing)
	switch {
	case atTask && d.bench == nil && tried(doing.Task) && slices.Contains([]string{"check", "shell", "fresh", "write", "lines"}, name):
		return d.w.Practice.NoTask
	case name == "show" && told && f.Reveal:
		return d.w.Flow.Feedback.NoAnswer
	case name == "right" && told:
		return d.w.Flow.Feedback.NoDispute
	case name == "way" && is[learn.Reading](d, st):
		return d.w.Flow.NoWays
	}
	return ""
}

// refuseAsked is the reason that a step which asks something has of its own.
func (d *Dialogue) refuseAsked(name string, st learn.Step) string {
	asks := is[learn.Answering](d, st)
	switch {
	case name == "harder" && asks:
		return d.w.Flow.Question.NoHarder
	case name == "easier" && asks:
		return d.w.Flow.Question.NoEasier
	case name == "send" && (asks || is[learn.Asking](d, st) || is[learn.Closing](d, st)):
		return d.p.NothingKept
	}
	return ""
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
