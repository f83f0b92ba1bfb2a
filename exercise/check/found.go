package check

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Found is what is missing where a check does not hold. Front ends say it in their
// language, by its Code; String says it in English.
type Found struct {
	Code   Code // empty: nothing is missing
	Kind   course.CheckKind
	What   string             // what the check looks at, as the author wrote it
	Expect course.Expectation // that does not hold; empty where it was expected without words
	Got    string             // what is there instead, one line, cleaned and cut; may be empty
	Count  int                // of what Code counts
	Ending wall.Ending        // of Ended
}

// Code says what is missing.
type Code string

// What may be missing.
const (
	Ended      Code = "ended"      // the command was ended: Ending
	Exit       Code = "exit"       // the command ended with the status Count; Got is the last line of its errors
	Missing    Code = "missing"    // the text is not there; Got is the first line
	Unwanted   Code = "unwanted"   // the text is there
	NoMatch    Code = "no-match"   // the pattern does not match; Got is the first line
	Differs    Code = "differs"    // Got is there; of several lines, it is the one of the number Count
	Lines      Code = "lines"      // there are Count lines
	NotJSON    Code = "not-json"   // it is no JSON; Got is the first line
	NoValue    Code = "no-value"   // nothing stands at the path
	NoFile     Code = "no-file"    // the file is not there
	NoDir      Code = "no-dir"     // the folder is not there
	NotAFile   Code = "not-a-file" // something else has this name, or a link leads out of the folder
	NotADir    Code = "not-a-dir"  // something else has this name
	There      Code = "there"      // it is there, and must not be
	TooLarge   Code = "too-large"  // the file is larger than what is looked at
	Unreadable Code = "unreadable" // it cannot be read
	Mode       Code = "mode"       // Got are the permissions
	Entries    Code = "entries"    // there are Count files and folders
	NoEntry    Code = "no-entry"   // the folder has nothing of this name
	Entry      Code = "entry"      // the folder has something of this name
	NoGit      Code = "no-git"     // git is not installed
	NoRepo     Code = "no-repo"    // it is no repository
	Git        Code = "git"        // the repository is otherwise: Got, which may be empty
	GitCount   Code = "git-count"  // there are Count of what is counted
	NoAnswer   Code = "no-answer"  // nothing answers at the address; Got says why
	Status     Code = "status"     // the answer has the status Count
	SaidNo     Code = "said-no"    // the learner said no
)

// Seen reports whether the check came to look at what it expects. Else nobody knows how
// that stands, and what the author says of it may be wrong.
func (f Found) Seen() bool {
	switch f.Code {
	case Ended, NoGit, TooLarge, Unreadable:
		return false
	default:
		return true
	}
}

// String says in one plain English sentence what was found.
func (f Found) String() string {
	what := f.What
	switch f.Kind {
	case course.CheckRun:
		what = "the output of " + f.What
	case course.CheckAsk:
		what = "what you pasted"
	case course.CheckHTTP:
		what = "the answer of " + f.What
	case course.CheckFile, course.CheckDir, course.CheckGit:
	}
	switch f.Code {
	case "":
		return ""
	case Ended:
		return fmt.Sprintf("The command %s was ended: %s.", f.What, f.Ending)
	case Exit:
		return fmt.Sprintf("The command %s ended with status %d%s.", f.What, f.Count, told(f.Got))
	case Missing:
		return fmt.Sprintf("%q is not in %s%s.", f.Expect.Text, what, begins(f.Got))
	case Unwanted:
		return fmt.Sprintf("%q is in %s, and should not be.", f.Expect.Text, what)
	case NoMatch:
		return fmt.Sprintf("In %s nothing matches %s%s.", what, f.Expect.Text, begins(f.Got))
	case Differs:
		return f.differs(what)
	case Lines:
		return capital(fmt.Sprintf("%s has %d lines, and %s were expected.", what, f.Count, f.Expect.Text), what)
	case NotJSON:
		return capital(fmt.Sprintf("%s is no JSON%s.", what, begins(f.Got)), what)
	case NoValue:
		path, _, _ := f.Expect.JSON()
		return fmt.Sprintf("In %s nothing stands at %s.", what, strings.TrimSpace(strings.Join(path, ".")))
	case Git, GitCount:
		return f.git()
	case NoAnswer:
		return fmt.Sprintf("Nothing answers at %s%s.", f.What, told(f.Got))
	case Status:
		return fmt.Sprintf("The answer of %s has the status %d.", f.What, f.Count)
	case SaidNo:
		return "You said no."
	default:
		return f.place()
	}
}

// differs says what is there in place of what was expected.
func (f Found) differs(what string) string {
	want := f.Expect.Text
	if f.Count == 0 {
		return fmt.Sprintf("In %s, %q was expected, and %q is there.", what, want, f.Got)
	}
	line := ""
	if all := strings.Split(strings.TrimSpace(want), "\n"); f.Count <= len(all) {
		line = all[f.Count-1]
	}
	return fmt.Sprintf("Line %d of %s is %q, and %q was expected.", f.Count, what, f.Got, line)
}

// capital makes a sentence of words that begin with "the".
func capital(sentence, what string) string {
	if strings.HasPrefix(what, "the ") {
		return "T" + sentence[1:]
	}
	return sentence
}

// place says what is wrong with a file or folder.
func (f Found) place() string {
	says := map[Code]string{
		NoFile: "There is no file %s.", NoDir: "There is no folder %s.", NotAFile: "%s is no plain file of the practice folder.",
		NotADir: "%s is no folder of the practice folder.", There: "%s is there, and should not be.",
		TooLarge: "%s is too large to be looked at.", Unreadable: "%s cannot be read.", NoGit: "git is not installed, so %s cannot be looked at.",
		NoRepo: "%s is no repository.",
	}
	if says, ok := says[f.Code]; ok {
		return fmt.Sprintf(says, f.What)
	}
	return map[Code]string{
		Mode:    fmt.Sprintf("%s has the permissions %s, and %s was expected.", f.What, f.Got, f.Expect.Text),
		Entries: fmt.Sprintf("%s holds %d files and folders, and %s were expected.", f.What, f.Count, f.Expect.Text),
		NoEntry: fmt.Sprintf("%s is not in %s.", f.Expect.Text, f.What),
		Entry:   fmt.Sprintf("%s is in %s, and should not be.", f.Expect.Text, f.What),
	}[f.Code]
}

// git says how a repository is otherwise.
func (f Found) git() string {
	e := f.Expect
	if f.Code == GitCount {
		what := map[string]string{"commits": "commits", "merges": "merge commits", "conflicts": "files in conflict", "stashes": "stashes"}[e.Name]
		return fmt.Sprintf("There are %d %s, and %s were expected.", f.Count, what, e.Text)
	}
	switch e.Name {
	case "branch":
		return fmt.Sprintf("You are on the branch %q, and %q was expected.", f.Got, e.Text)
	case "clean":
		if e.Yes() {
			return "Not everything is committed" + told(f.Got) + "."
		}
		return "Nothing is changed, and something should be."
	case "message", "log":
		return fmt.Sprintf("No message has %s%s.", e.Text, told(f.Got))
	case "committed":
		return fmt.Sprintf("The newest commit does not hold %s as it is now.", e.Text)
	case "tracked", "untracked", "staged", "changed", "ignored":
		return fmt.Sprintf("%s is not %s.", e.Text, e.Name)
	case "has-branch":
		return fmt.Sprintf("There is no branch %s.", e.Text)
	case "no-branch":
		return fmt.Sprintf("There is a branch %s, and there should be none.", e.Text)
	case "merged":
		return fmt.Sprintf("The branch %s is not merged.", e.Text)
	}
	return fmt.Sprintf("There is no %s %s.", e.Name, e.Text)
}

func told(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}

func begins(s string) string {
	if s == "" {
		return ", which is empty"
	}
	return ", which begins with: " + s
}
