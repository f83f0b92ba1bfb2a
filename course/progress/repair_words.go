package progress

import (
	"fmt"
	"strings"
)

// String tells a step in a sentence.
func (s Step) String() string {
	switch s.Kind {
	case StepMode:
		return fmt.Sprintf("make %s yours only: %s", s.Path, s.Mode)
	case StepCopy:
		return "copy the log as it is to " + s.Path
	case StepHead:
		return s.Path + " is damaged: set it aside and make it anew"
	case StepEnd:
		return fmt.Sprintf("set %d bytes of a save that broke off at the end of %s aside", s.N, s.Path)
	case StepRestore:
		return fmt.Sprintf("put %s from the backups into %s", counted(s.N, "missing event", "missing events"), s.Path)
	case StepNote:
		return "write down what was settled in " + s.Path
	case StepSettle, StepAccept:
		return s.damage()
	}
	return string(s.Kind)
}

// damage tells what is settled or accepted.
func (s Step) damage() string {
	if s.Kind == StepSettle {
		switch s.What {
		case "crlf":
			return fmt.Sprintf("%s of %s have other line ends, which cost nothing: report them no more", counted(s.N, "line", "lines"), s.Path)
		case "end":
			return fmt.Sprintf("keep a copy of the unfinished end of %s, %d bytes, and report it no more", s.Path, s.N)
		}
		return fmt.Sprintf("every event of the damaged %s of %s is in the log: report that no more", numbered(s.Lines), s.Path)
	}
	switch s.What {
	case "gone":
		return fmt.Sprintf("accept that events %d to %d of %s are gone", s.From, s.To, s.Device)
	case "conflicts":
		return fmt.Sprintf("accept that one content of %s counts: %s", counted(s.N, "event", "events"), strings.Join(s.Events, ", "))
	case "unread":
		return fmt.Sprintf("accept %s in which no event is found", counted(s.N, "line", "lines"))
	case "end":
		return fmt.Sprintf("accept the damaged end of %s, %d bytes, of which a copy is kept", s.Path, s.N)
	}
	return fmt.Sprintf("accept the damage in %s of %s", numbered(s.Lines), s.Path)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// numbered lists line numbers, the first few of many.
func numbered(lines []int) string {
	const most = 8
	said := "line "
	if len(lines) > 1 {
		said = "lines "
	}
	for i, n := range lines[:min(len(lines), most)] {
		if i > 0 {
			said += ", "
		}
		said += fmt.Sprint(n)
	}
	if more := len(lines) - most; more > 0 {
		said += fmt.Sprintf(" and %d more", more)
	}
	return said
}
