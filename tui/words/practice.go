package words

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Practice is what is said where a task is done and tried. In a text, {what} and
// the like stand for what is put there.
type Practice struct {
	Folder  string            // {path}: where it is done
	File    string            // {path}: where an answer is kept
	Credit  string            // {held}, {of}
	Marks   map[string]string // beside a check: held, missing, open
	Done    string            // everything holds
	Running string            // it is being tried; {key} stops it
	First   string            // the same, where it takes longer the first time
	Stopped string
	Failed  string // {why}, in English: it could not be tried
	Setup   string // what makes the folder ready did not work
	Output  string // heading of what a command wrote
	NoTask  string // why a key does nothing: this task is not tried here
	NoBench string // on its page, where there is no folder for any task
	Unkept  string // below a text in which … stands for what no check kept yet
	Unsaid  string // why a check of what the learner says is open

	Check, StartOver, Shell, CopyFolder, ShowOutput string // what keys do
	Yes, No                                         string
	Another, GoOn                                   string // what the learner may say
	Watch, Unwatch                                  string // what a key does: saves are checked by themselves, or not
	Watching, WatchAsks, Unwatched                  string // {key}: whether they are
	OnSave                                          string // what came of a check by itself is shown
	TooMuch                                         string // {key}: why none are checked
	SaySeen                                         string // to answer what checks ask
	AskAgain                                        string // to see what a task wants to run once more
	Stop                                            string // what the key does that stops a check
	Copied                                          string // {path}
	WriteHere, SaveBack, Further, Out               string // what keys do where a program is written
	TooLong                                         string // why it is not written here
	NotSaved                                        string // {why}
	Beside                                          string // {path}: where what stood in its file is now
	StartedOver, Kept                               string // {path}: where the folder of before is
	SureOver                                        string // asks before a folder is started over
	ShellHow                                        string // {command}: how to get there
	NoShell                                         string // {shell}: why none is opened
	ShellIn                                         string // {path}: before a shell starts
	ShellFailed                                     string // {why}
	TaskHow                                         string // line by line: how a task is done and checked
	CodeHow                                         string // and an answer that is a program
	FileHow                                         string // {path}: where to write it, without an editor
	CodeShut                                        string // the same where it cannot be tested
	SayHow                                          string // line by line: how what checks ask is answered
	YesNo, Paste                                    string // how that is answered
	FirstThis                                       string // a command was typed in place of that
	Values                                          string // before what gives a shell the captured values

	Trouble Trouble
	Writing Writing
	Consent Consent
	Barred  map[string]string // why nothing is run, by exercise.Barred; {program}
	IDid    string            // behind it
	InPart  string            // behind it where something can be tried all the same

	Solution  string // what the key does that shows how the author does it
	OneWay    string // heading of that
	Uncounted string // below it

	NotMade string // the folder is not there yet
	NoFile  string // the file of the answer is not there yet
	Passing string // the folder is removed at the end
	BySelf  string // before the lines of a setup that the learner has to run

	Missing map[string]string // what is missing, by check.Code; {what}, {in}, {want}, {got}, {n}
	Git     map[string]string // of a repository, by the name of what is expected
	In      map[string]string // where it was looked for, by the kind of the check
	Ranges  map[string]string // of numbers, as Task has them
	Begins  string            // {got}: how that begins
	Empty   string
	Ended   map[string]string // why a command was ended, by wall.Ending

	Passed string            // the tests of a question
	Code   map[string]string // what went wrong first, by code.FailureKind
	At     string            // {n}: a line of the answer
	Test   string            // {test}: the name of the one that failed
	Row    string            // {n}, {want}, {got}
	NoRow  string            // in place of a row
}

// Put puts texts where their names stand in braces: a name, its text, and so on.
// Nothing in a text is taken for a name.
func Put(text string, pairs ...string) string {
	named := make([]string, len(pairs))
	for i, s := range pairs {
		if i%2 == 0 {
			s = "{" + s + "}"
		}
		named[i] = s
	}
	return strings.NewReplacer(named...).Replace(text)
}

// maxNamed is how many letters of a title stand in a sentence of cairn's.
const maxNamed = 80

// Named is a title that stands between quotes in a sentence of cairn's: on one line,
// short, and without quotes of its own, so that none of it can be taken for the
// sentence.
func Named(title string) string {
	title = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune(`"„‚`, r) {
			return '\''
		}
		return r
	}, textsafe.Line(title))
	if all := []rune(title); len(all) > maxNamed {
		title = string(all[:maxNamed-1]) + "…"
	}
	return title
}

// Ending is why a command was ended.
func (p *Practice) Ending(e wall.Ending) string { return p.Ended[e.String()] }

// Found says what is missing where a check does not hold, in plain text.
func (p *Practice) Found(f check.Found) string {
	if f.Code == "" {
		return ""
	}
	kind := string(f.Kind)
	if strings.HasPrefix(f.Expect.Name, "stderr-") {
		kind = "stderr"
	}
	pairs := []string{"what", f.What, "in", Put(p.In[kind], "what", f.What), "want", p.wanted(f), "got", f.Got, "n", strconv.Itoa(f.Count)}
	texts, name := p.Missing, string(f.Code)
	if f.Code == check.Git || f.Code == check.GitCount {
		texts, name = p.Git, gitName(f.Expect)
	}
	text := texts[name]
	if one := texts[name+"-one"]; one != "" && f.Count == 1 {
		text = one
	}
	text = Put(text, append(pairs, "why", p.Ending(f.Ending))...)
	switch {
	case f.Code == check.Missing, f.Code == check.NoMatch, f.Code == check.NotJSON:
		return text + " " + p.begins(f.Got)
	case (f.Code == check.Exit || f.Code == check.NoAnswer) && f.Got != "":
		return text + " " + f.Got
	}
	return text
}

// wanted is what was expected: a range in words, and of several lines the one that
// differs.
func (p *Practice) wanted(f check.Found) string {
	if slices.Contains([]check.Code{check.Lines, check.Entries, check.GitCount, check.Status}, f.Code) {
		return inRange(p.Ranges, f.Expect.Text)
	}
	all := strings.Split(strings.TrimSpace(f.Expect.Text), "\n")
	if f.Code == check.Differs && f.Count > 0 {
		if f.Count <= len(all) {
			return all[f.Count-1]
		}
		return ""
	}
	if f.Code == check.NoValue {
		at, _, _ := f.Expect.JSON()
		return strings.TrimSpace(strings.Join(at, "."))
	}
	return f.Expect.Text
}

func (p *Practice) begins(got string) string {
	if got == "" {
		return p.Empty
	}
	return Put(p.Begins, "got", got)
}

// gitName is what is expected of a repository, with the two sides of clean apart.
func gitName(e course.Expectation) string {
	if e.Name == "clean" && !e.Yes() {
		return "not-clean"
	}
	return e.Name
}

// Why says why nothing of a task is run.
func (p *Practice) Why(s exercise.State, programs []string) string {
	return Put(p.Barred[string(s.Barred)], "program", strings.Join(programs, ", "))
}

// Failure says what went wrong first with an answer that is a program, in plain
// text: the sentences of it, each on a line of its own.
func (p *Practice) Failure(r *code.Result) []string {
	f := r.First
	say := Put(p.Code[string(f.Kind)], "why", p.Ending(r.Ended))
	if f.Line > 0 {
		say += " " + Put(p.At, "n", strconv.Itoa(f.Line))
	}
	if f.Test != "" {
		say += " " + Put(p.Test, "test", f.Test)
	}
	said := []string{say}
	if f.Row > 0 {
		said = append(said, Put(p.Row, "n", strconv.Itoa(f.Row), "want", cmp.Or(f.Want, p.NoRow), "got", cmp.Or(f.Got, p.NoRow)))
	}
	if f.Said != "" {
		said = append(said, strings.Split(f.Said, "\n")...)
	}
	return said
}

// Trying says that a task is being tried, by the key that stops it.
func (p *Practice) Trying(s exercise.State, key string) string {
	if s.Cold {
		return Put(p.First, "key", key)
	}
	return Put(p.Running, "key", key)
}

// CreditOf says how many checks hold.
func (p *Practice) CreditOf(held []bool) string {
	n := 0
	for _, ok := range held {
		if ok {
			n++
		}
	}
	return Put(p.Credit, "held", strconv.Itoa(n), "of", strconv.Itoa(len(held)))
}

// span is text as a code span of Markdown.
func span(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// inRange says a range of numbers, such as 1..3.
func inRange(ranges map[string]string, value string) string {
	low, high, isRange := strings.Cut(value, "..")
	low, high = strings.TrimSpace(low), strings.TrimSpace(high)
	switch {
	case !isRange:
		return value
	case high == "":
		return Put(ranges["least"], "n", low)
	case low == "":
		return Put(ranges["most"], "n", high)
	}
	return Put(ranges["between"], "low", low, "high", high)
}

func englishPractice() Practice {
	return Practice{
		Folder: "The folder: {path}", File: "Your answer is kept in: {path}",
		Credit: "{held} of {of} hold.",
		Marks:  map[string]string{"held": "holds", "missing": "missing", "open": "not tried"},
		Done:   "Everything holds: it is done.", Running: "Checking; {key} stops it …", Stopped: "It was stopped. Nothing was counted.",
		First:  "Compiling for the first time, which may take a minute; {key} stops it …",
		Failed: "It could not be checked: {why}", Setup: "What makes the folder ready did not work.",
		Output: "What the command wrote:", NoTask: "This is not checked here: say yourself how it stands.",
		NoBench: "This is not checked here: cairn has no folder. Say yourself how it stands.",
		Unsaid:  "Nothing was said to this yet.",
		Unkept:  "Where … stands, something is missing that an earlier task keeps.",

		Check: "check", StartOver: "start the folder over", Shell: "a shell in the folder", CopyFolder: "copy the folder's path", ShowOutput: "output",
		Watch: "check on each save", Unwatch: "stop checking on saves",
		Watching:  "Each save is checked by itself.",
		WatchAsks: "Saves are checked by themselves once you have agreed; {key} shows what is run.",
		Unwatched: "Saves are not checked by themselves any more.",
		OnSave:    "Checked, because you saved something.",
		TooMuch:   "There are too many files in the folder to notice what you save. {key} checks.",
		Yes:       "Yes", No: "No",
		SaySeen:  "Say what you saw",
		AskAgain: "Show again what it wants to run", Stop: "stop",
		Another: "I did it another way", GoOn: "Go on", Copied: "Copied: {path}",
		WriteHere: "write the answer here", SaveBack: "save and go back", Further: "further in", Out: "out again",
		TooLong: "The answer is too long to be written here. Open it in your editor.", NotSaved: "What you wrote could not be saved: {why}",
		Beside:      "The file was changed elsewhere meanwhile. What stood in it is kept in {path}",
		StartedOver: "The folder is as it was at the beginning.", Kept: "What was in it before is kept in {path}",
		SureOver: "Press the key again to start the folder over. What is in it is kept beside it.",
		ShellHow: "Open another window there, or type: {command}", ShellIn: "You are in {path}. Type exit to come back to cairn.", NoShell: "There is no {shell} on this machine: SHELL names the shell that is opened.", ShellFailed: "The shell did not end well: {why}",
		TaskHow: "Type :shell for the folder, :check to check it, done when you did it in another way, or :skip.",
		CodeHow: "Type :write to write your answer here or :edit in an editor, :check to test it, or :skip.", FileHow: "Write it with any editor: {path}",
		CodeShut:  "Type :write to write your answer here or :edit in an editor, done when it is done, or :skip.",
		FirstThis: "That is a command and no answer. :quit stops here.", Values: "For that shell, what was kept before:",
		SayHow: "Type :say to answer what is asked.",
		YesNo:  "Type yes or no; Enter leaves it open.", Paste: "Type or paste what you saw, on one line; Enter leaves it open.",

		Trouble: englishTrouble(), Writing: englishWriting(),
		Consent: englishConsent(),
		Barred: map[string]string{
			"course": "The author of this course wants nothing to be run.", "learner": "Your settings say that nothing of a course is run.",
			"request": "What this wants to run cannot be shown in full, so it is not run.",
			"absent":  "To check this, {program} is needed, and it is not on this computer, or does not work.",
		},
		IDid:   "Do it as the text says, and say yourself when it is done.",
		InPart: "What can be seen without running anything is checked; the rest you say yourself.",

		Solution: "show how to do it", OneWay: "One way to do it",
		Uncounted: "This was shown, so it counts for no skill this time. It is done when it holds all the same.",

		NotMade: "The folder is made when you first check the task or open a shell there.",
		NoFile:  "The file is made when you first write the answer or check it.",
		Passing: "Nothing is kept here: the folder is removed when cairn ends.",
		BySelf:  "The folder was not made ready. To do it yourself, run this there:",

		Missing: map[string]string{
			"ended": "The command was ended: {why}.", "exit": "The command ended with status {n}.",
			"missing": "“{want}” is not {in}.", "unwanted": "“{want}” is {in}, and should not be.", "no-match": "What is asked for is not {in}.",
			"differs": "“{want}” is expected {in}, and “{got}” is there.", "lines": "There are {n} lines {in}; expected: {want}.",
			"not-json": "There is no JSON {in}.", "no-value": "Nothing stands at “{want}” {in}.",
			"no-file": "There is no file {what}.", "no-dir": "There is no folder {what}.",
			"not-a-file": "{what} is no plain file of the practice folder.", "not-a-dir": "{what} is no folder of the practice folder.",
			"there": "{what} is there, and should not be.", "too-large": "{what} is too large to be looked at.", "unreadable": "{what} cannot be read.",
			"mode": "{what} has the permissions {got}; expected: {want}.", "entries": "There are {n} files and folders in {what}; expected: {want}.",
			"no-entry": "{want} is not in {what}.", "entry": "{want} is in {what}, and should not be.",
			"no-git": "Git is not on this computer, so {what} cannot be looked at.", "no-repo": "{what} is no Git repository.",
			"no-answer": "Nothing answers at {what}.", "status": "The answer of {what} has the status {n}; expected: {want}.", "said-no": "You said no.",
			"lines-one": "There is {n} line {in}; expected: {want}.", "entries-one": "There is {n} file or folder in {what}; expected: {want}.",
		},
		Git: map[string]string{
			"branch": "You are on the branch “{got}”; expected: {want}.", "clean": "Not everything is committed: {got}", "not-clean": "Nothing is changed, and something should be.",
			"commits": "There are {n} commits; expected: {want}.", "merges": "There are {n} merge commits; expected: {want}.", "conflicts": "There are {n} files in conflict; expected: {want}.", "stashes": "There are {n} stashes; expected: {want}.",
			"message": "The last message is not as asked: {got}", "log": "No message is as asked.", "tracked": "{want} is not tracked.", "committed": "The newest commit does not hold {want} as it is now.", "untracked": "{want} is not among the files that Git leaves alone.",
			"staged": "{want} is not staged.", "changed": "{want} is not changed.", "ignored": "{want} is not ignored.", "has-branch": "There is no branch {want}.",
			"no-branch": "There is a branch {want}, and there should be none.", "merged": "The branch {want} is not merged.", "tag": "There is no tag {want}.", "remote": "There is no remote {want}.",
			"commits-one": "There is {n} commit; expected: {want}.", "merges-one": "There is {n} merge commit; expected: {want}.", "conflicts-one": "There is {n} file in conflict; expected: {want}.", "stashes-one": "There is {n} stash; expected: {want}.",
		},
		In: map[string]string{
			"run": "in the output", "stderr": "in what it says of errors", "file": "in {what}", "dir": "in {what}", "git": "in {what}", "http": "in the answer", "ask": "in what you said",
		},
		Ranges: englishRanges(),
		Begins: "It begins: {got}", Empty: "There is nothing.",
		Ended: map[string]string{
			"exited": "by itself", "stopped": "it was stopped", "timed out": "it took too long", "out of CPU time": "it computed for too long", "out of memory": "it used too much memory",
			"too many processes": "it started too many programs", "too much output": "it wrote too much", "file too big": "a file grew too big", "disk full": "it wrote too many files",
		},

		Passed: "The tests pass: it is done.",
		Code: map[string]string{
			"build": "This is not yet a program that can be started.", "test": "It starts, and does something else than is asked.", "crash": "It broke off with an error.",
			"fit":   "It does not have what the test uses: a name is missing, or stands for something else.",
			"early": "It ended before the tests were through.", "limit": "It was ended: {why}.", "unknown": "The tests did not pass, and do not say why.",
		},
		At: "See line {n} of your answer.", Test: "The test: {test}.", Row: "Row {n}: expected is “{want}”, and “{got}” came.", NoRow: "nothing",
	}
}
