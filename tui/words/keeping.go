package words

import "fmt"

// Keeping is what is said when progress is carried elsewhere, taken in, or
// deleted.
type Keeping struct {
	NothingSaved string // nothing is there to be exported

	Exported  func(events, courses int, file string) string
	LeftOut   func(events int) string // of what was asked to be left out
	Readable  string                  // who can read the file
	PartOnly  string                  // what an export that leaves something out is good for
	NoSummary func(cause string) string

	// ReadMe begins the text that explains an export; the others say what each
	// of its files is.
	ReadMe, ReadMeLog, ReadMeText, ReadMeJSON string
	ReadMeHow                                 func(command string) string
	ReadMeFields                              func(command string) string

	Came     func(events int) string // from an import
	Would    func(events int) string
	Of       func(course string, events int) string
	NoCourse string // what belongs to none
	From     func(device string, events int) string
	Already  func(events int) string
	Unread   func(lines int) string // in which no event is found
	Nothing  string                 // new in an import
	KeptIn   func(path string) string
	BackedUp func(path string) string

	// What was not taken, and why.
	Bad       func(path string, lines []int, more int) string
	CutShort  func(path string) string
	Conflict  func(event, path string, line int) string
	Conflicts func(more int) string

	// Of a deletion: the list, what is not in it, and how it ends.
	Listed       string
	SettingsStay func(path, flag string) string
	OthersStay   func(path string) string
	LinkStays    func(path, to string) string
	NotReached   string
	Sure         func(word string) string
	Yes          string // the word
	NotDeleted   string
	Deleted      func(files int) string
	NothingKept  string
}

func englishKeeping() Keeping {
	events := func(n int) string { return count(n, "event", "events") }
	return Keeping{
		NothingSaved: "There is no progress to export yet.",
		Exported: func(n, courses int, file string) string {
			return events(n) + " of " + count(courses, "course", "courses") + " exported to " + file
		},
		LeftOut:   func(n int) string { return events(n) + " left out" },
		Readable:  "Whoever has the file can read your answers in it.",
		PartOnly:  "It is a part: where it is imported alone, the rest is reported as missing.",
		NoSummary: func(cause string) string { return "exported without the summary to read: " + cause },

		ReadMe:       "What cairn saved of a learner's progress.",
		ReadMeLog:    "every event, one a line: this is what an import takes in",
		ReadMeText:   "where you stand, to read",
		ReadMeJSON:   "the same, for programs",
		ReadMeHow:    func(command string) string { return "To take it in on another machine: " + command },
		ReadMeFields: func(command string) string { return "What each field means: " + command },

		Came:     func(n int) string { return events(n) + " taken in" },
		Would:    func(n int) string { return events(n) + " would be taken in" },
		Of:       func(course string, n int) string { return "course " + course + ": " + events(n) },
		NoCourse: "of no course",
		From:     func(device string, n int) string { return "from " + device + ": " + events(n) },
		Already:  func(n int) string { return events(n) + " here already" },
		Unread:   func(n int) string { return count(n, "line", "lines") + " in which no event is found, kept as they are" },
		Nothing:  "Nothing is new.",
		KeptIn:   func(path string) string { return "Kept in " + path },
		BackedUp: func(path string) string { return "As it was before: " + path },

		Bad: func(path string, lines []int, more int) string {
			said := "line "
			if len(lines) > 1 || more > 0 {
				said = "lines "
			}
			said += numbers(lines)
			if more > 0 {
				said += fmt.Sprintf(" and %d more", more)
			}
			return path + ": damaged and not taken in: " + said
		},
		CutShort: func(path string) string {
			return path + ": the end is a save that was cut short, and is not taken in"
		},
		Conflict: func(event, path string, line int) string {
			return fmt.Sprintf("%s, line %d: the event %s is here with another content; what is here stays", path, line, event)
		},
		Conflicts: func(more int) string { return fmt.Sprintf("and %d more like it", more) },

		Listed: "To be deleted, for good:",
		SettingsStay: func(path, flag string) string {
			return "Your settings stay: " + path + "; with " + flag + " they go too."
		},
		LinkStays: func(path, to string) string {
			return path + " is a link to " + to + ". cairn does not follow it: delete what is there yourself."
		},
		OthersStay: func(path string) string { return "Not made by cairn, and stays: " + path },
		NotReached: "Copies elsewhere are not reached: exports and field notes, synced folders, backups of this machine, " +
			"and what a disk keeps of deleted files.",
		Sure:        func(word string) string { return "Type " + word + " to delete all of it: " },
		Yes:         "yes",
		NotDeleted:  "Nothing was deleted.",
		Deleted:     func(n int) string { return count(n, "file", "files") + " deleted" },
		NothingKept: "Nothing of yours is stored here.",
	}
}
