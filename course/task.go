package course

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

// Task is something to do for real: in a practice folder, where checks look at
// what was done, or as code that has to pass tests. What is done is read here
// and run elsewhere.
type Task struct {
	ID      string
	Title   string // Markdown, one line
	Body    string // Markdown; of a task with Code, without its code
	Skills  []string
	Checks  []Check
	Hints   []string
	Why     string
	Minutes int
	When    *Rule
	Rev     string
	Pos     Pos

	// Files is a folder of the course whose content the practice folder begins
	// with, slash-separated, below the course's folder; empty: none.
	Files string
	// Folder is the name of the practice folder: one name of small letters, digits,
	// dots, hyphens and underscores, never empty. Tasks of one name share a folder.
	Folder string
	Setup  string // POSIX sh, run once in a fresh folder; may be empty
	Solve  string // POSIX sh after which all checks hold, for the author's own tests; may be empty

	// Captured are the names that its texts may say: captured by a check of a task
	// before it on the road or anywhere beside the road, or by one of its own. Sorted.
	Captured []string

	SetupPos, SolvePos Pos // where their blocks begin, if there are any

	Code *Coding // what a question answered with code asks for; nil for other tasks
}

// Coding is what a question answered with code asks for.
type Coding struct {
	Language string // one of CodeLanguages
	Start    string // what the learner begins with; may be empty
	Test     string // decides whether an answer is right; never empty
	Solution string // an answer that passes; may be empty

	StartPos, TestPos, SolutionPos Pos // where their blocks begin, if there are any
}

// CodeLanguages are the languages that a question can be answered in.
func CodeLanguages() []string { return []string{"go", "python", "node", "sh", "rust", "c", "sql"} }

// Text is what is read of a task before it is done: its Body and, of one with
// Code, what there is to begin with.
func (t *Task) Text() string {
	if t.Code == nil || t.Code.Start == "" {
		return t.Body
	}
	fence := "```"
	for strings.Contains(t.Code.Start, fence) {
		fence += "`"
	}
	lang := t.Code.Language
	if lang == "node" {
		lang = "js"
	}
	start := fence + lang + "\n" + strings.TrimRight(t.Code.Start, "\n") + "\n" + fence
	return strings.TrimSpace(t.Body + "\n\n" + start)
}

// Solution is how the author does it, as Markdown: the program of one with Code, and
// else the commands of Solve; empty where the author does not say.
func (t *Task) Solution() string {
	lang, text := "sh", t.Solve
	if t.Code != nil {
		lang, text = t.Code.Language, t.Code.Solution
	}
	if text = strings.TrimRight(text, "\n"); strings.TrimSpace(text) == "" {
		return ""
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if lang == "node" {
		lang = "js"
	}
	return fence + lang + "\n" + text + "\n" + fence
}

// Commands are the shell texts of the course that trying the task runs, in the
// order in which they run: its setup, then the commands of its checks.
func (t *Task) Commands() []string {
	var list []string
	if t.Setup != "" {
		list = append(list, t.Setup)
	}
	for _, c := range t.Checks {
		if c.Kind == CheckRun {
			list = append(list, c.What)
		}
	}
	return list
}

// TasksInOrder are the tasks of a course, those of its road first, as they come on
// it.
func (c *Course) TasksInOrder() []*Task {
	var tasks []*Task
	lessons, _ := c.inOrder()
	for _, lesson := range lessons {
		lesson.eachTask(func(t *Task) { tasks = append(tasks, t) })
	}
	return tasks
}

// inOrder are the lessons of a course, first the so many that are on its road.
func (c *Course) inOrder() (lessons []*Lesson, onRoad int) {
	seen := map[*Lesson]bool{}
	add := func(list ...*Lesson) {
		for _, lesson := range list {
			if lesson != nil && !seen[lesson] {
				seen[lesson] = true
				lessons = append(lessons, lesson)
			}
		}
	}
	for _, s := range c.Path {
		add(s.Lesson)
		if s.Choose != nil {
			add(s.Choose.From...)
		}
	}
	onRoad = len(lessons)
	add(c.Lessons...)
	add(c.Placement)
	return lessons, onRoad
}

func (l *Lesson) eachTask(see func(*Task)) {
	eachBlock(l.Blocks, func(b Block) {
		if t, ok := b.(*Task); ok {
			see(t)
		}
	})
}

// CheckKind is what a check looks at.
type CheckKind string

// The kinds of checks.
const (
	CheckRun  CheckKind = "run"  // a command, POSIX sh
	CheckFile CheckKind = "file" // a file, by its path in the practice folder
	CheckDir  CheckKind = "dir"  // a folder, by its path in the practice folder
	CheckGit  CheckKind = "git"  // a repository, by its path in the practice folder
	CheckHTTP CheckKind = "http" // an address on this machine
	CheckAsk  CheckKind = "ask"  // what the learner says
)

// CheckKinds lists them, in the order of the format.
func CheckKinds() []CheckKind {
	return []CheckKind{CheckRun, CheckFile, CheckDir, CheckGit, CheckHTTP, CheckAsk}
}

// Check is one condition of a task.
type Check struct {
	Kind CheckKind
	What string // the command, path, address or question, as the author wrote it

	Expect    []Expectation // what must hold, all of it, in the author's order
	Title     string        // Markdown, one line: what must hold, in the author's words; may be empty
	Otherwise string        // Markdown: what to tell the learner when it does not hold; may be empty
	Capture   string        // the name under which what was found is kept; may be empty
	Pos       Pos
}

// Expected is the first expectation of a name, if the author wrote one.
func (c *Check) Expected(name string) (Expectation, bool) {
	for _, e := range c.Expect {
		if e.Name == name {
			return e, true
		}
	}
	return Expectation{}, false
}

// Expectation is one thing that must hold of what a check looks at. Of a loaded
// course the value fits the name: its typed forms, such as Range, are what it says.
type Expectation struct {
	Name string // one of ExpectNames of the check's kind
	Text string // the value, as the author wrote it
}

// Yes is the value of an expectation that is true or false.
func (e Expectation) Yes() bool { return e.Text == "true" }

// Range is the value of an expectation that counts.
func (e Expectation) Range() Range {
	r, _ := parseRange(e.Text)
	return r
}

// Pattern is the value of an expectation that is a pattern; one that cannot be
// used matches nothing.
func (e Expectation) Pattern() *regexp.Regexp {
	if re, err := compilePattern(e.Text); err == nil {
		return re
	}
	return regexp.MustCompile(`$.^`)
}

// Message is the value of an expectation about a message: a pattern where it
// stands between slashes, else nil and the text to be contained.
func (e Expectation) Message() (*regexp.Regexp, string) {
	if p, ok := messagePattern(e.Text); ok {
		return Expectation{Text: p}.Pattern(), ""
	}
	return nil, e.Text
}

// JSON is the value of an expectation about JSON: the path to a value, and what
// stands there. compared is false where it is enough that something does.
func (e Expectation) JSON() (path []string, want string, compared bool) {
	path, want, compared, _ = parseJSONPath(e.Text)
	return path, want, compared
}

// Mode is the value of an expectation about permissions.
func (e Expectation) Mode() Mode {
	m, _ := parseMode(e.Text)
	return m
}

// CaptureVariable is the environment variable that commands find a captured
// value in.
func CaptureVariable(name string) string { return "CAIRN_" + strings.ToUpper(name) }

// FolderName is the name that a folder of a course has in the folder of practice.
func (c *Course) FolderName() string { return folderOf(c.ID) }

// folderOf is the name of the practice folder of a task that names none: its id,
// made fit for every system and told apart from others made of it.
func folderOf(id string) string {
	if isFolderName(id) {
		return id
	}
	var b strings.Builder
	for _, r := range strings.ToLower(id) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	name := strings.Trim(b.String(), "-")
	if len(name) > maxFolderName-10 {
		name = strings.Trim(name[:maxFolderName-10], "-")
	}
	sum := sha256.Sum256([]byte(id))
	return orElse(name, "task") + "-" + hex.EncodeToString(sum[:4])
}

const maxFolderName = 60 // bytes

// isFolderName reports a name that every system takes for a folder of its own.
func isFolderName(s string) bool {
	if s == "" || len(s) > maxFolderName || strings.HasSuffix(s, ".") || strings.HasPrefix(s, ".") || strings.HasPrefix(s, "-") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && !isDigit(c) && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	base, _, _ := strings.Cut(s, ".")
	switch base {
	case "con", "prn", "aux", "nul":
		return false
	}
	device := len(base) == 4 && (strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")) && isDigit(base[3])
	return !device
}
