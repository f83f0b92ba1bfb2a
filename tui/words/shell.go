package words

import "fmt"

// Shell is what the commands of the shell print for people, beside what they
// share with the two front ends.
type Shell struct {
	NoneBegun    string
	Finished     func(done, of int, spent string) string // how far a course is
	Begun        func(done, of int, spent string) string
	NotBegun     func(of int) string
	Gone         func(dir string) string // the folder of a course is not there any more
	Elsewhere    func(dir string) string // a course was opened on other machines only, in such a folder of theirs
	GoneHow      string
	BeginReviews func(command string) string
	GoOn         func(command string) string

	Raw func(cure string) string // the terminal was found without line editing

	Damage Damage
	Crash  Crash
}

// Crash is what is said after a fault of cairn itself, sentence by sentence.
type Crash struct {
	Happened string
	Safe     func(dir string) string
	GoOn     string
	Written  func(path string) string
	Report   func(address string) string
}

// Damage is what is said about progress that was saved and is not as it should
// be: the beginning and the middle of a sentence.
type Damage struct {
	Unreadable  func(path, cause string) string
	Bad         func(path string, lines []int, more int) string // the first few lines, and how many more there are
	Torn        func(path string) string
	Missing     func(from, to int, device string) string // events
	HaveBackup  func(path string) string                 // behind it
	HaveCopy    string
	Conflicts   func(n int, first string) string
	Unread      func(n int) string
	BackupError func(cause string) string
	Doctor      string // who says more
	Elsewhere   string // where progress could be kept, behind why it cannot be
}

func englishShell() Shell {
	return Shell{
		NoneBegun: "No course was begun yet.",
		Finished: func(done, of int, spent string) string {
			return fmt.Sprintf("finished: %d of %s, %s spent", done, count(of, "lesson", "lessons"), spent)
		},
		Begun: func(done, of int, spent string) string {
			return fmt.Sprintf("%d of %s, %s spent", done, count(of, "lesson", "lessons"), spent)
		},
		NotBegun:     func(of int) string { return "not begun: " + count(of, "lesson", "lessons") },
		Gone:         func(dir string) string { return "begun; its folder is not there any more: " + dir },
		Elsewhere:    func(dir string) string { return "begun on another machine, in its folder " + dir },
		GoneHow:      "your progress is kept: open the course where it is now to go on",
		BeginReviews: func(command string) string { return "To begin with the reviews: " + command },
		GoOn:         func(command string) string { return "To go on: " + command },
		Raw: func(cure string) string {
			return "The terminal was without line editing when cairn began, as a program leaves it that is killed. If it does not show what you type, type " + cure + " and press enter."
		},
		Damage: englishDamage(),
		Crash: Crash{
			Happened: "A fault in cairn ended it. It is not your doing.",
			Safe:     func(dir string) string { return "Every answer that was shown as saved is safe, in " + dir + "." },
			GoOn:     "Run cairn again to go on where you left off; cairn doctor looks whether all is well.",
			Written: func(path string) string {
				return "What went wrong is written, without your answers, in " + path + "."
			},
			Report: func(address string) string { return "Please report it, with that file if there is one: " + address },
		},
	}
}

func englishDamage() Damage {
	return Damage{
		Unreadable: func(path, cause string) string { return "your progress in " + path + " cannot be read: " + cause },
		Bad: func(path string, lines []int, more int) string {
			said := "lines "
			if len(lines) == 1 && more == 0 {
				said = "line "
			}
			said += numbers(lines)
			if more > 0 {
				said += fmt.Sprintf(" and %d more", more)
			}
			return "your progress in " + path + " is damaged in " + said +
				"; what can be read counts, and the file is left as it is"
		},
		Torn: func(path string) string { return "a save that was cut short was set aside: " + path },
		Missing: func(from, to int, device string) string {
			said := fmt.Sprintf("events %d to %d", from, to)
			if from == to {
				said = fmt.Sprintf("event %d", from)
			}
			return "progress that was saved is missing, " + said + " of " + device
		},
		HaveBackup: func(path string) string { return "a backup has it: " + path },
		HaveCopy:   "if you have a copy of the folder, put the missing file back",
		Conflicts: func(n int, first string) string {
			return "the log of your progress holds " + count(n, "event", "events") +
				" with two contents, the first is " + first + "; one of each counts"
		},
		Unread: func(n int) string {
			return "the log of your progress has " + count(n, "line", "lines") + " of another version of cairn; they are kept"
		},
		BackupError: func(cause string) string { return "today's backup of your progress could not be made: " + cause },
		Doctor:      "cairn doctor says more, and repairs what it can",
		Elsewhere:   "to save in a folder of yours: CAIRN_DATA=FOLDER cairn",
	}
}

// numbers lists numbers, parted by commas.
func numbers(list []int) string {
	said := ""
	for i, n := range list {
		if i > 0 {
			said += ", "
		}
		said += fmt.Sprint(n)
	}
	return said
}
