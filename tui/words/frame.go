package words

import "fmt"

// Frame is what the frame around every page says: header, banner, error page.
type Frame struct {
	Name     string // the program's own
	Saved    string
	Damaged  string // something is wrong with what was saved
	NotSaved func(cause string) string
	Unsaved  func(cause string) string // nothing is, as long as the program runs
	// Where there is no room for the cause: what tells it, and the whole once more, short.
	AskDoctor, UnsavedShort string

	NotDone     func(cause string) string
	Step        func(n, of int) string // in the header; n counts from 1
	StepShort   func(n, of int) string // the same where room is short
	TooSmall    string
	Opening     func(what string) string
	LookIs      func(look string) string
	Looks       map[string]string // what the looks are called, by name
	BrokenTitle string            // of the error page, in the header
	BrokenPage  string            // its first line
	BrokenHelp  string            // what to do then
	// Where the log and the report are, where cairn itself is at fault.
	BrokenSafe   func(dir string) string
	BrokenReport func(path string) string
	HelpTitle    string
	Lines        func(first, last, of int) string // where in a long text
	LinesOf      func(first, last int) string     // the same while nobody knows yet how long it is
}

func englishFrame() Frame {
	return Frame{
		Name:      "cairn",
		Saved:     "saved",
		Damaged:   "Something is wrong with your saved progress. Run cairn doctor to see what.",
		NotSaved:  func(cause string) string { return "not saved: " + cause },
		Unsaved:   func(cause string) string { return "Nothing is saved this time: " + cause },
		AskDoctor: "cairn doctor says why, and what to do", UnsavedShort: "Nothing is saved. See cairn doctor.",
		NotDone:   func(cause string) string { return "not done: " + cause },
		Step:      func(n, of int) string { return fmt.Sprintf("step %d of %d", n, of) },
		StepShort: func(n, of int) string { return fmt.Sprintf("%d/%d", n, of) },
		TooSmall:  "This window is too small. Make it larger, or run cairn --plain.",
		Opening:   func(what string) string { return "Opening " + what },
		LookIs:    func(look string) string { return "Colours: " + look },
		Looks: map[string]string{
			"auto": "as the terminal", "dark": "dark", "light": "light",
			"high-contrast": "high contrast", "16-colour": "the terminal's own 16", "mono": "none",
		},
		BrokenTitle: "Error",
		BrokenPage:  "This page cannot be shown",
		BrokenHelp:  "Your progress is saved. Go back and open it again, or go on elsewhere.",
		BrokenSafe:  func(dir string) string { return "What was shown as saved is safe, in " + dir + "." },
		BrokenReport: func(path string) string {
			return "What went wrong is written, without your answers, in " + path + ". Please report it with that file."
		},
		HelpTitle: "Keys",
		Lines: func(first, last, of int) string {
			return fmt.Sprintf("lines %s to %s of %s", whole(first, ","), whole(last, ","), whole(of, ","))
		},
		LinesOf: func(first, last int) string { return fmt.Sprintf("lines %d to %d", first, last) },
	}
}
