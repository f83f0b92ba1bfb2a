package diagram

import "strings"

// Words are what a diagram of a course says beside its labels, where it is
// told in words. A label may be empty.
type Words struct {
	Intro      string                                // before a diagram that is told
	Start, End string                                // of a diagram of states
	Itself     func(label string) string             // in a box: an arrow leads from it to itself
	Leads      func(from, to, label string) string   // an arrow
	Both       func(a, b, label string) string       // an arrow with two heads
	Joined     func(a, b, label string) string       // a line without a head
	Alone      func(label string) string             // a box without an arrow
	Group      func(title, members string) string    // boxes that belong together
	Sends      func(from, to, message string) string // from one participant to another, or to itself
	Note       func(about, note string) string
	Block      func(kind, label string) string // a part of a sequence begins: kind is loop, alt, else, opt, par, and, critical, option or break
	BlockEnd   func(kind string) string
}

// English returns the words in English.
func English() *Words {
	return &Words{
		Intro:  "A diagram:",
		Start:  "start",
		End:    "end",
		Itself: func(label string) string { return "to itself" + colon(label) },
		Leads: func(from, to, label string) string {
			if from == to {
				return stop(from + " leads to itself" + colon(label))
			}
			return stop(from + " leads to " + to + colon(label))
		},
		Both:   func(a, b, label string) string { return stop(a + " and " + b + " lead to each other" + colon(label)) },
		Joined: func(a, b, label string) string { return stop(a + " and " + b + " are joined" + colon(label)) },
		Alone:  func(label string) string { return label + " stands alone." },
		Group:  func(title, members string) string { return title + ": " + members },
		Sends: func(from, to, message string) string {
			if from == to {
				return stop(from + " to itself" + colon(message))
			}
			return stop(from + " to " + to + colon(message))
		},
		Note: func(about, note string) string { return "Note on " + about + ": " + note },
		Block: func(kind, label string) string {
			return map[string]string{
				"loop": "Again and again", "alt": "Either", "else": "Or", "opt": "Perhaps", "par": "At the same time",
				"and": "And at the same time", "critical": "In one go", "option": "Or", "break": "Ends early",
			}[kind] + colon(label)
		},
		BlockEnd: func(kind string) string {
			return map[string]string{
				"loop": "The repetition ends.", "alt": "The choice ends.", "opt": "What is perhaps ends.",
				"par": "What is at the same time ends.", "critical": "What is in one go ends.", "break": "The early end ends.",
			}[kind]
		},
	}
}

// stop ends a sentence that does not end by itself.
func stop(s string) string {
	if s == "" || strings.ContainsRune(".!?…", []rune(s)[len([]rune(s))-1]) {
		return s
	}
	return s + "."
}

// colon puts a label behind a colon.
func colon(label string) string {
	if label == "" {
		return ""
	}
	return ": " + label
}
