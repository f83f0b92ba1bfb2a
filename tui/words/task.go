package words

import (
	"maps"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// Task is what the page of a task says.
type Task struct {
	Checks               string // heading of what must hold
	Run, File, Dir       func(what string) string
	HTTP                 func(what string) string
	Here                 string                             // the practice folder is a repository
	Git, In              func(what string) string           // a folder in it is one; what is expected of that
	Expects              map[string]string                  // what is expected, by its name in a course; {x}, {r}: a range; of a count, with -one behind it, where that is 1
	Ranges               map[string]string                  // of numbers
	That                 func(what, expected string) string // both of one check
	Done, NotYet, Skip   string                             // what the learner may say
	NotYetToast, PickOne string
	Minutes              func(n int) string
}

func englishTask() Task {
	t := Task{
		Checks: "It is done when",
		Run:    func(s string) string { return "the command " + span(s) + " works" },
		File:   func(s string) string { return "the file " + span(s) + " is there" },
		Dir:    func(s string) string { return "the folder " + span(s) + " is there" },
		Here:   "the folder is a repository",
		Git:    func(s string) string { return span(s) + " is a repository" },
		In:     func(s string) string { return "in the repository " + span(s) },
		HTTP:   func(s string) string { return "the address " + span(s) + " answers" },
		That:   func(what, expected string) string { return what + ": " + expected },
		Done:   "It is done", NotYet: "Not yet: leave it open for now", Skip: "Skip it",
		NotYetToast: "The task stays open. It is here when you come back.",
		PickOne:     "Say first how it stands, with the arrow keys or a number.",
		Minutes:     func(n int) string { return "About " + minutes(n) + "." },
	}
	t.Expects = map[string]string{
		"exit": "it ends with status {x}", "contains": "it contains {x}", "matches": "it is as the text asks", "equals": "it is exactly {x}",
		"lines": "it has {r} lines", "json": "at {x} stands what is asked", "mode": "its permissions are {x}", "entries": "it holds {r} files and folders",
		"status": "its status is {r}", "branch": "the branch is {x}", "clean": "everything is committed", "commits": "{r} commits",
		"message": "the last message is as asked", "log": "a message is as asked", "message-has": "the last message contains {x}", "log-has": "the history has a message with {x}", "tracked": "{x} is tracked", "committed": "{x} is in the newest commit", "untracked": "{x} is not added",
		"staged": "{x} is staged", "changed": "{x} is changed", "ignored": "{x} is ignored", "merged": "the branch {x} is merged",
		"merges": "{r} merge commits", "conflicts": "{r} files in conflict", "tag": "the tag {x} is there", "remote": "the remote {x} is there",
		"stashes": "{r} stashes", "exists": "it is there", "one-line": "it has at least one line", "absent": "there is nothing named {x}",
		"not-clean": "something is changed", "not": "it does not contain {x}", "has-branch": "there is a branch {x}", "no-branch": "there is no branch {x}",
		"stderr-contains": "its errors contain {x}", "stderr-not": "its errors do not contain {x}", "stderr-matches": "its errors are as the text asks",
	}
	maps.Copy(t.Expects, map[string]string{
		"lines-one": "it has {r} line", "entries-one": "it holds {r} file or folder", "commits-one": "{r} commit", "merges-one": "{r} merge commit",
		"conflicts-one": "{r} file in conflict", "stashes-one": "{r} stash",
	})
	t.Ranges = englishRanges()
	return t
}

func englishRanges() map[string]string {
	return map[string]string{"least": "at least {n}", "most": "at most {n}", "between": "{low} to {high}"}
}

// ofOne reports whether a range of numbers names 1 alone, as in 1, 1.. and ..1.
func ofOne(value string) bool {
	low, high, isRange := strings.Cut(value, "..")
	return strings.TrimSpace(low+high) == "1" && (!isRange || strings.TrimSpace(low) == "" || strings.TrimSpace(high) == "")
}

// expected says one expectation of a check, in Markdown.
func (t Task) expected(kind course.CheckKind, e course.Expectation) string {
	name := e.Name
	switch {
	case name == "lines" && e.Text == "1..":
		name = "one-line"
	case kind == course.CheckGit:
		name = gitName(e)
		if pattern, _ := e.Message(); pattern == nil && (name == "message" || name == "log") {
			name += "-has"
		}
	case name == "json":
		at, _, _ := e.JSON()
		return Put(t.Expects[name], "x", span(strings.TrimSpace(strings.Join(at, "."))))
	}
	if one := t.Expects[name+"-one"]; one != "" && ofOne(e.Text) {
		return Put(one, "r", inRange(t.Ranges, e.Text))
	}
	return Put(t.Expects[name], "x", span(e.Text), "r", inRange(t.Ranges, e.Text))
}

// repository says in Markdown what is asked of a repository.
func (t Task) repository(c course.Check) string {
	here := c.What == "."
	if len(c.Expect) == 0 {
		if here {
			return t.Here
		}
		return t.Git(c.What)
	}
	parts := make([]string, len(c.Expect))
	for i, e := range c.Expect {
		parts[i] = t.expected(c.Kind, e)
	}
	expected := strings.Join(parts, ", ")
	if here {
		return expected
	}
	return t.That(t.In(c.What), expected)
}

// Check says in Markdown what a check of a task asks for: in the words of its
// author, with what was captured before, or as the check stands.
func (t Task) Check(c course.Check, values map[string]string) string {
	if c.Title != "" {
		return course.FillIn(c.Title, values)
	}
	what := c.What
	switch c.Kind {
	case course.CheckRun:
		what = t.Run(c.What)
	case course.CheckFile:
		what = t.File(c.What)
	case course.CheckDir:
		what = t.Dir(c.What)
	case course.CheckGit:
		return t.repository(c)
	case course.CheckHTTP:
		what = t.HTTP(c.What)
	case course.CheckAsk:
		return course.FillIn(what, values)
	}
	var parts []string
	for _, e := range c.Expect {
		if e.Name == "exists" && !e.Yes() {
			return Put(t.Expects["absent"], "x", span(c.What))
		}
		if e.Name != "exists" {
			parts = append(parts, t.expected(c.Kind, e))
		}
	}
	if len(parts) > 0 {
		what = t.That(what, strings.Join(parts, ", "))
	}
	return what
}
