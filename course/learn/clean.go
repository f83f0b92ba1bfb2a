package learn

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// cleanEvents makes events fit to be shown. A log can be edited by hand or come
// from elsewhere, and a learner may paste anything: what is folded from events
// holds nothing that could steer a terminal. The list and what it points at may
// belong to the log, which keeps them as they are.
func cleanEvents(events []Event) []Event {
	cloned := false
	for i := range events {
		if !foul(&events[i]) {
			continue
		}
		if !cloned {
			events, cloned = slices.Clone(events), true
		}
		events[i] = cleaned(events[i])
	}
	return events
}

// foul reports whether a text of an event must be cleaned.
func foul(e *Event) bool {
	if dirty(e.Note) || e.Kind == KindNoted && (dirty(e.Item) || dirty(e.To)) {
		return true
	}
	if r := e.Reason; r != nil && (dirty(r.Title) || dirty(r.From) || dirty(r.Rule) || dirty(r.Over)) {
		return true
	}
	return e.Answer != nil && (dirty(e.Answer.Text) || slices.ContainsFunc(e.Answer.Items, dirty))
}

func dirty(s string) bool { return textsafe.Index(s) >= 0 }

// cleaned is the event with clean texts. A noted place is among them: one that
// the course does not have is shown by its id.
func cleaned(e Event) Event {
	e.Note = textsafe.Text(e.Note)
	if e.Kind == KindNoted {
		e.Item, e.To = textsafe.Text(e.Item), textsafe.Text(e.To)
	}
	if r := e.Reason; r != nil {
		why := *r
		why.Title, why.From, why.Rule, why.Over = textsafe.Text(r.Title), textsafe.Text(r.From), textsafe.Text(r.Rule), textsafe.Text(r.Over)
		e.Reason = &why
	}
	if a := e.Answer; a != nil {
		answer := course.Answer{Text: textsafe.Text(a.Text), Items: slices.Clone(a.Items), DontKnow: a.DontKnow}
		for i := range answer.Items {
			answer.Items[i] = textsafe.Text(answer.Items[i])
		}
		e.Answer = &answer
	}
	return e
}
