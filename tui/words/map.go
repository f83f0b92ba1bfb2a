package words

import (
	"fmt"

	"github.com/cairn-learn/cairn/course/learn"
)

// Map is what the map of skills and the page of one skill say.
type Map struct {
	Title      string
	Goal       func(title string) string
	Everything string // there is no goal
	None       string // the course names no skills
	Known      func(n, of int) string
	Stages     map[learn.Stage]string
	Needs      string // in front of the names of prerequisites
	Waits      func(skill string, percent, line int) string
	WaitsShort func(skill string) string
	NotInGoal  string
	Lessons    string // heading
	Detours    string // heading
	Detour     func(from, to string) string
	Ahead      func(n int) string
	Done       func(n int) string
	Skipped    func(n int) string

	SkillTitle string // of the page of one skill
	Gone       string // there is no such skill
	Answers    func(n int) string
	Reviews    func(n int) string
	Recall     func(percent int) string
	Due        func(when string) string
	Tested     string
	BuildsOn   string // heading
	Misses     func(n int) string
	Left       func(n int) string
	Moved      string // heading: what moved it
	Do         string // heading: what can be done
	Practise   string
	Open       func(lesson string) string
	Look       string // what enter does on a skill
	Base       string // the sign of a skill that others build on
	Before     string // the sign of what the chosen skill builds on
	After      string // the sign of what builds on the chosen skill
	NoRow      string // why enter does nothing
}

func englishMap() Map {
	return Map{
		Title:      "Map",
		Goal:       func(t string) string { return "For “" + t + "”" },
		Everything: "For everything in the course",
		None:       "This course names no skills, so there is nothing to draw.",
		Known: func(n, of int) string {
			if n == 0 {
				return count(of, "skill", "skills") + " ahead"
			}
			return fmt.Sprintf("%d of %s known", n, count(of, "skill", "skills"))
		},
		Stages: map[learn.Stage]string{
			learn.StageNew: "can be begun", learn.StageWaiting: "waits", learn.StageOpen: "begun",
			learn.StageKnown: "known", learn.StageTested: "known before", learn.StageDue: "due for review",
			learn.StagePassed: "passed over, not checked",
		},
		Needs: "builds on:",
		Waits: func(skill string, percent, line int) string {
			return fmt.Sprintf("waits for %s: %d %%, needs %d %%", skill, percent, line)
		},
		WaitsShort: func(skill string) string { return "waits for " + skill },
		NotInGoal:  "not needed for your goal",
		Lessons:    "Lessons",
		Detours:    "Detours taken",
		Detour:     func(from, to string) string { return fmt.Sprintf("“%s” to “%s”", from, to) },
		Ahead:      func(n int) string { return fmt.Sprintf("%d ahead", n) },
		Done:       func(n int) string { return fmt.Sprintf("%d done", n) },
		Skipped:    func(n int) string { return fmt.Sprintf("%d skipped", n) },

		SkillTitle: "Skill",
		Gone:       "The course has no such skill any more.",
		Answers:    func(n int) string { return count(n, "answer", "answers") },
		Reviews:    func(n int) string { return count(n, "review", "reviews") },
		Recall: func(p int) string {
			return fmt.Sprintf("You have it still with about %d %%, an estimate.", p)
		},
		Due:      func(when string) string { return "The next review is " + when + "." },
		Tested:   "You knew it before its lesson.",
		BuildsOn: "Builds on",
		Misses: func(n int) string {
			if n == 1 {
				return "The last answer missed."
			}
			return fmt.Sprintf("The last %d answers missed.", n)
		},
		Left: func(n int) string {
			return toKnown(n) + "."
		},
		Moved:    "What moved it",
		Do:       "What you can do",
		Practise: "Practise it",
		Open:     func(l string) string { return "Open “" + l + "”" },
		Look:     "look closer",
		Base:     "others build on it",
		Before:   "what the chosen one builds on",
		After:    "what builds on it",
		NoRow:    "choose a skill or a lesson first, with the arrow keys",
	}
}
