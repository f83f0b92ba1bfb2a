// Package schema says which keys a course may have, as data: in course.yaml, in
// front matter and under headings. Editors complete from it, and JSON Schema is
// made of it.
package schema

// Type is what a value looks like.
type Type string

// The types. A scalar keeps its text, so a Text may look like a number.
const (
	Text    Type = "text"
	Whole   Type = "whole"   // a whole number
	Share   Type = "share"   // a number from 0 to 1
	YesNo   Type = "yes-no"  // true or false
	Time    Type = "time"    // 90, 45m, 1h30m
	Rule    Type = "rule"    // one line of plain comparison
	Mapping Type = "mapping" // Keys says of what
)

// Names is what a text names, so that an editor can offer what there is.
type Names string

// What there is to name.
const (
	File    Names = "file"   // a file of the course
	Lesson  Names = "lesson" // a file or the id of a lesson
	Skill   Names = "skill"
	Need    Names = "need" // a skill, or a lesson
	Ask     Names = "ask"
	Way     Names = "way"
	Finding Names = "finding" // of a mapping: its names are codes of findings
	Bring   Names = "bring"   // a folder of the course that is copied
	Shared  Names = "shared"  // a practice folder
)

// Key is one key of a mapping.
type Key struct {
	Name   string
	Says   string // in a few words
	Type   Type
	Names  Names
	Values []string // all that there are; empty: any
	List   bool     // a list of such values; a single one will do
	Map    bool     // a mapping of names of the author's own to such values
	Short  bool     // a Mapping that may also be a text alone
	Keys   []Key    // of a Mapping
}

// Course lists the keys of course.yaml.
func Course() []Key {
	return []Key{
		{Name: "format", Says: "version of the format: 1", Type: Text, Values: []string{"1"}},
		{Name: "id", Says: "the word that progress is kept under", Type: Text},
		{Name: "version", Says: "your own, kept with each answer", Type: Text},
		{Name: "title", Says: "the course's title", Type: Text},
		{Name: "summary", Says: "what a learner can do afterwards", Type: Text},
		{Name: "language", Says: "a tag such as en, pt-BR, zh-Hant", Type: Text},
		{Name: "authors", Says: "who wrote it", Type: Text, List: true},
		{Name: "license", Says: "the course's licence", Type: Text},
		{Name: "minutes", Says: "how long it takes: 90, 45m, 1h30m", Type: Time},
		{Name: "start", Says: "the file of first questions", Type: Text, Names: File},
		{Name: "placement", Says: "the file of the placement test", Type: Text, Names: File},
		{Name: "skills", Says: "what mastery is counted on, by id", Type: Mapping, Map: true, Short: true, Keys: []Key{
			{Name: "title", Says: "what the learner reads", Type: Text},
			{Name: "goal", Says: "the mastery, 0 to 1, from which it counts as known", Type: Share},
			{Name: "needs", Says: "skills that come first", Type: Text, Names: Skill, List: true},
		}},
		{Name: "goals", Says: "what learners may come for, by code word", Type: Mapping, Map: true, Short: true, Keys: []Key{
			{Name: "title", Says: "what the learner reads", Type: Text},
			{Name: "skills", Says: "the skills that it asks for; without it, all", Type: Text, Names: Skill, List: true},
		}},
		{Name: "interests", Says: "code words, and what the learner reads", Type: Text, Map: true},
		{Name: "path", Says: "the road", Type: Mapping, List: true, Short: true, Keys: append(stop(), Key{Name: "lessons", Says: "the entries of the module", Type: Mapping, List: true, Short: true, Keys: stop()})},
		{Name: "mixups", Says: "wrong ideas worth naming, by name", Type: Mapping, Map: true, Short: true, Keys: []Key{
			{Name: "says", Says: "the wrong idea in one sentence", Type: Text},
			{Name: "detour", Says: "the file that clears it up", Type: Text, Names: Lesson},
		}},
		{Name: "ways", Says: "ways to explain: code words, and what the learner reads", Type: Text, Map: true},
		{Name: "paces", Says: "what a pace means, by code word", Type: Mapping, Map: true, Keys: []Key{
			{Name: "title", Says: "what the learner reads", Type: Text},
			{Name: "days", Says: "days a week, 1 to 7", Type: Whole},
			{Name: "session", Says: "a time in one sitting", Type: Time},
			{Name: "skip_known", Says: "what happens to a lesson that seems known", Type: Text, Values: []string{"never", "offer", "always"}},
		}},
		{Name: "questions", Says: "defaults of all questions", Type: Mapping, Keys: []Key{
			{Name: "tries", Says: "wrong tries before the answer is shown, 1 to 100", Type: Whole},
			typos(), hints(), confidence(),
		}},
		{Name: "tasks", Says: "whether checks of tasks may be run", Type: Mapping, Keys: []Key{
			{Name: "run", Says: "ask, or never", Type: Text, Values: []string{"ask", "never"}},
		}},
		{Name: "check", Says: "severities of findings, by code", Type: Text, Map: true, Names: Finding, Values: []string{"error", "warning", "off"}},
	}
}

// stop lists the keys of an entry of the path that is no module.
func stop() []Key {
	return []Key{
		{Name: "lesson", Says: "a file or the id of a lesson", Type: Text, Names: Lesson},
		{Name: "when", Says: "a rule: on the road while it holds", Type: Rule},
		{Name: "optional", Says: "true: offered, not required", Type: YesNo},
		{Name: "module", Says: "the title of a module, which has lessons", Type: Text},
		{Name: "choose", Says: "a fork: how many of the lessons in from are taken", Type: Whole},
		{Name: "title", Says: "of the fork", Type: Text},
		{Name: "from", Says: "the lessons of the fork", Type: Text, Names: Lesson, List: true},
	}
}

func typos() Key {
	return Key{Name: "typos", Says: "what one slip in a typed word does", Type: Text, Values: []string{"point-out", "accept", "off"}}
}

func hints() Key {
	return Key{Name: "hints", Says: "when hints may be seen", Type: Text, Values: []string{"on-request", "after-wrong"}}
}

func confidence() Key {
	return Key{Name: "confidence", Says: "whether it asks how sure the learner is", Type: YesNo}
}

// FrontMatter lists the keys between the lines of dashes at the top of a file.
func FrontMatter() []Key {
	return []Key{
		{Name: "id", Says: "what progress hangs on", Type: Text},
		{Name: "title", Says: "the lesson's title", Type: Text},
		{Name: "kind", Says: "what the file is for", Type: Text, Values: []string{"lesson", "project", "detour", "extra", "onboarding", "placement", "cards", "glossary"}},
		{Name: "skills", Says: "the skills that the lesson teaches", Type: Text, Names: Skill, List: true},
		{Name: "needs", Says: "skills and lessons that come first", Type: Text, Names: Need, List: true},
		{Name: "minutes", Says: "how long it takes", Type: Time},
		{Name: "when", Says: "a rule: on the road while it holds", Type: Rule},
		{Name: "skip", Says: "a rule: the learner knows this already", Type: Rule},
		{Name: "next", Says: "where to go when the lesson ends", Type: Mapping, List: true, Keys: []Key{
			{Name: "when", Says: "a rule; without it, the entry always holds", Type: Rule},
			{Name: "detour", Says: "go there and come back", Type: Text, Names: Lesson},
			{Name: "go", Says: "go there and on from there", Type: Text, Names: Lesson},
			{Name: "ask", Says: "ask this Ask again", Type: Text, Names: Ask},
		}},
		{Name: "stop", Says: "of a placement test: when it ends", Type: Text, Values: []string{"when-clear", "at-end"}},
	}
}

// Heading is what stands before the colon of a heading that means something.
type Heading string

// The headings that have settings; Plain is any other.
const (
	Question Heading = "Question"
	Task     Heading = "Task"
	AskFor   Heading = "Ask"
	WayTo    Heading = "Way"
	Extra    Heading = "Extra"
	Pool     Heading = "Pool"
	Plain    Heading = ""
)

// Headings lists them, Plain last.
func Headings() []Heading { return []Heading{Question, Task, AskFor, WayTo, Extra, Pool, Plain} }

// Settings lists what the comment under a heading may say.
func Settings(of Heading) []Key {
	id := Key{Name: "id", Says: "what progress hangs on", Type: Text}
	when := Key{Name: "when", Says: "a rule: it shows while it holds", Type: Rule}
	skill := Key{Name: "skill", Says: "the skill it speaks for", Type: Text, Names: Skill, List: true}
	skills := Key{Name: "skills", Says: "the skills it speaks for", Type: Text, Names: Skill, List: true}
	minutes := Key{Name: "minutes", Says: "how long it takes", Type: Whole}
	switch of {
	case Question:
		return []Key{
			id, skill, skills,
			{Name: "tries", Says: "wrong tries before the answer is shown, 1 to 99", Type: Whole},
			{Name: "pick", Says: "choose one, or all that hold", Type: Text, Values: []string{"one", "many"}},
			{Name: "shuffle", Says: "false: options keep your order", Type: YesNo},
			hints(), typos(), confidence(),
			{Name: "exact", Says: "what counts in words", Type: Text, Values: []string{"accents", "case"}, List: true},
			{Name: "level", Says: "how hard it is next to others about the same skill", Type: Text, Values: []string{"easy", "normal", "hard"}},
			{Name: "guess", Says: "the chance to answer right without knowing, 0.01 to 0.9", Type: Share},
			{Name: "slip", Says: "the chance to answer wrong though one knows, 0.01 to 0.6", Type: Share},
			minutes, when,
		}
	case Task:
		return []Key{
			id, skill, skills, minutes,
			{Name: "files", Says: "a folder of the course that the practice folder begins with", Type: Text, Names: Bring},
			{Name: "folder", Says: "the name of the practice folder; tasks of one name share it", Type: Text, Names: Shared},
			when,
		}
	case AskFor:
		return []Key{
			id,
			{Name: "pick", Says: "one option, or several", Type: Text, Values: []string{"one", "many"}},
			{Name: "compare", Says: "true: the why stands beside what the learner wrote", Type: YesNo},
			when,
		}
	case WayTo:
		return []Key{id, {Name: "way", Says: "a way of course.yaml", Type: Text, Names: Way}}
	case Pool:
		return []Key{id, {Name: "pick", Says: "how many of the questions are asked, or all", Type: Text}, when}
	case Extra, Plain:
	}
	return []Key{id, when}
}

// CardSettings lists what a comment in a file of cards may say.
func CardSettings() []Key {
	return []Key{
		{Name: "id", Says: "of the next card", Type: Text},
		{Name: "after", Says: "the lesson that the cards below belong to", Type: Text, Names: Lesson},
		{Name: "skill", Says: "the skill of the cards below", Type: Text, Names: Skill, List: true},
		{Name: "skills", Says: "the skills of the cards below", Type: Text, Names: Skill, List: true},
	}
}

// Check lists the keys of an entry of a block of checks under a task.
func Check() []Key {
	return []Key{
		{Name: "run", Says: "a command line of sh", Type: Text},
		{Name: "file", Says: "a path in the practice folder", Type: Text},
		{Name: "dir", Says: "a path in the practice folder", Type: Text},
		{Name: "git", Says: "a repository, by its path in the practice folder", Type: Text},
		{Name: "http", Says: "an address of this machine", Type: Text},
		{Name: "ask", Says: "what the learner saw", Type: Text},
		{Name: "expect", Says: "what must hold", Type: Text, Map: true},
		{Name: "title", Says: "what must hold, in words of your own", Type: Text},
		{Name: "otherwise", Says: "what to say when it does not hold", Type: Text},
		{Name: "capture", Says: "a name under which what was found is kept", Type: Text},
	}
}
