package words

import "fmt"

// Health is what is said when something is wrong with the learner's progress.
type Health struct {
	Notice    string                                 // that something is wrong, and where it is said
	Torn      func(kept string) string               // an unfinished save that was set aside
	Bad       func(lines int, file string) string    // lines that are damaged; they are kept
	Unread    func(file string) string               // a file that cannot be read
	Missing   func(events int, backup string) string // backup may be empty
	Conflicts func(events int) string
	Backup    func(cause string) string
}

func englishHealth() Health {
	return Health{
		Notice: "Something is wrong with your saved progress. Run cairn progress to see what.",
		Torn: func(kept string) string {
			return fmt.Sprintf("An answer was being saved when cairn last stopped. What was written of it is kept in %s.", kept)
		},
		Bad: func(n int, file string) string {
			return fmt.Sprintf("%s of your progress cannot be read, in %s. Nothing was removed.", count(n, "line", "lines"), file)
		},
		Unread: func(file string) string {
			return fmt.Sprintf("A file of your progress cannot be read: %s.", file)
		},
		Missing: func(n int, backup string) string {
			if backup == "" {
				return fmt.Sprintf("%s of your progress are not there any more.", count(n, "entry", "entries"))
			}
			return fmt.Sprintf("%s of your progress are not there any more. The backup %s has some of them.", count(n, "entry", "entries"), backup)
		},
		Conflicts: func(n int) string {
			return fmt.Sprintf("%s of your progress stand there twice with different contents. Both are kept.", count(n, "entry", "entries"))
		},
		Backup: func(cause string) string { return "Today's backup could not be made: " + cause },
	}
}
