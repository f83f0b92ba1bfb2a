package words

import (
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// Task is what the page of a task says.
type Task struct {
	Checks               string // heading of what must hold
	Run, File, Dir       func(what string) string
	Git, HTTP            func(what string) string
	Expect               func(name, value string) string
	That                 func(what, expected string) string // both of one check
	Done, NotYet, Skip   string                             // what the learner may say
	NotYetToast, PickOne string
	Minutes              func(n int) string
}

func englishTask() Task {
	return Task{
		Checks: "It is done when",
		Run:    func(s string) string { return "the command `" + s + "` works" },
		File:   func(s string) string { return "the file `" + s + "` is there" },
		Dir:    func(s string) string { return "the folder `" + s + "` is there" },
		Git:    func(s string) string { return "the repository `" + s + "` is as described" },
		HTTP:   func(s string) string { return "the address `" + s + "` answers" },
		Expect: englishExpected().of,
		That:   func(what, expected string) string { return what + ": " + expected },
		Done:   "It is done", NotYet: "Not yet: leave it open for now", Skip: "Skip it",
		NotYetToast: "The task stays open. It is here when you come back.",
		PickOne:     "Say first how it stands, with the arrow keys or a number.",
		Minutes:     func(n int) string { return "About " + minutes(n) + "." },
	}
}

// expectations say what must hold of a command, a file or an answer.
type expectations struct {
	exit     func(status string) string
	contains func(text string) string
	oneLine  string // at least
	atLeast  func(lines string) string
	atMost   func(lines string) string
	between  func(low, high string) string // lines
	other    func(name, value string) string
}

func englishExpected() expectations {
	return expectations{
		exit:     func(status string) string { return "it ends with status `" + status + "`" },
		contains: func(text string) string { return "it contains `" + text + "`" },
		oneLine:  "it has at least one line",
		atLeast:  func(lines string) string { return "it has at least " + lines + " lines" },
		atMost:   func(lines string) string { return "it has " + lines + " lines at most" },
		between:  func(low, high string) string { return "it has " + low + " to " + high + " lines" },
		other:    func(name, value string) string { return name + ": `" + value + "`" },
	}
}

// of says one expectation by its name in a course file.
func (e expectations) of(name, value string) string {
	low, high, isRange := strings.Cut(value, "..")
	switch {
	case name == "exit":
		return e.exit(value)
	case name == "contains":
		return e.contains(value)
	case name == "lines" && value == "1..":
		return e.oneLine
	case name == "lines" && isRange && high == "":
		return e.atLeast(low)
	case name == "lines" && isRange && low == "":
		return e.atMost(high)
	case name == "lines" && isRange:
		return e.between(low, high)
	}
	return e.other(name, value)
}

// Check says in Markdown what a check of a task asks for.
func (t Task) Check(c course.Check) string {
	what := c.What
	switch c.Kind {
	case course.CheckRun:
		what = t.Run(c.What)
	case course.CheckFile:
		what = t.File(c.What)
	case course.CheckDir:
		what = t.Dir(c.What)
	case course.CheckGit:
		what = t.Git(c.What)
	case course.CheckHTTP:
		what = t.HTTP(c.What)
	case course.CheckAsk:
	}
	var parts []string
	for _, e := range c.Expect {
		parts = append(parts, t.Expect(e.Name, e.Text))
	}
	if len(parts) > 0 {
		what = t.That(what, strings.Join(parts, ", "))
	}
	return what
}
