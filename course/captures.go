package course

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// captureMark finds the places of a text where a captured value stands.
func captureMark() *regexp.Regexp { return regexp.MustCompile(`\{\{([a-z][a-z0-9_]{0,29})\}\}`) }

// linkTasks checks what tasks name: files, and values that were captured before.
func (l *loader) linkTasks() {
	known := map[string]bool{}
	lessons, onRoad := l.course.inOrder()
	for i, lesson := range lessons {
		lesson.eachTask(func(t *Task) {
			l.checkTaskFiles(t)
			if i >= onRoad { // what is not on the road may come at any time
				t.captures(known)
			}
		})
	}
	for _, lesson := range lessons {
		lesson.eachTask(func(t *Task) {
			l.checkCaptured(t, known)
			t.Captured = slices.Sorted(maps.Keys(known))
		})
	}
}

// captures adds the names that a task captures.
func (t *Task) captures(known map[string]bool) {
	for _, c := range t.Checks {
		if c.Capture != "" {
			known[c.Capture] = true
		}
	}
}

// checkCaptured reports values that stand in the texts of a task and that nothing
// before it captures, and adds those that it captures itself.
func (l *loader) checkCaptured(t *Task, known map[string]bool) {
	said := map[string]bool{}
	see := func(at Pos, text, hint string, wants func(name string) bool) {
		if !strings.Contains(text, "{{") {
			return
		}
		for _, m := range captureMark().FindAllStringSubmatch(text, -1) {
			if said[hint+m[0]] || !wants(m[1]) {
				continue
			}
			said[hint+m[0]] = true
			pos, n := l.findBelow(at, m[0])
			l.warn(codeNotCaptured, pos, n, fmt.Sprintf("%s stays as it is written", m[0]), hint)
		}
	}
	almost := func(at Pos, text string) {
		for _, m := range almostMark().FindAllStringSubmatch(text, -1) {
			name := strings.ReplaceAll(strings.TrimPrefix(strings.ToLower(m[1]), "cairn_"), "-", "_")
			if mark := "{{" + name + "}}"; known[name] && m[0] != mark && !said[m[0]] {
				said[m[0]] = true
				pos, n := l.findBelow(at, m[0])
				l.warn(codeNotCaptured, pos, n, fmt.Sprintf("%s stays as it is written", m[0]), didYouMean(mark))
			}
		}
	}
	texts := func(at Pos, list ...string) {
		for _, text := range list {
			see(at, text, "no check of a task before it says capture: with this name", func(name string) bool { return !known[name] })
			almost(at, text)
		}
	}
	command := func(at Pos, text string) {
		l.checkVariables(at, text, known)
		see(at, text, "commands find what was captured in the environment, such as $"+CaptureVariable("name"), func(name string) bool { return known[name] })
	}
	texts(t.Pos, t.Title, t.Text())
	texts(t.Pos, t.Hints...)
	command(t.Pos, t.Setup)
	for _, c := range t.Checks {
		switch c.Kind {
		case CheckAsk:
			texts(c.Pos, c.What)
		case CheckRun:
			command(c.Pos, c.What)
		case CheckFile, CheckDir, CheckGit, CheckHTTP:
		}
		if c.Capture != "" {
			known[c.Capture] = true
		}
		texts(c.Pos, c.Title, c.Otherwise)
	}
	texts(t.Pos, t.Why)
	command(t.Pos, t.Solve)
}

// almostMark finds what may have been meant as the mark of a captured value.
func almostMark() *regexp.Regexp {
	return regexp.MustCompile(`\{\{\s*\$?([A-Za-z][A-Za-z0-9_-]{0,40})\s*\}\}`)
}

// variableMark finds the variables of a command that hold captured values.
func variableMark() *regexp.Regexp {
	return regexp.MustCompile(`\$\{?(CAIRN_([A-Za-z][A-Za-z0-9_]*))\}?`)
}

// checkVariables reports variables of captured values that nothing before captures.
// One that the text sets, or has another value for, is the text's own.
func (l *loader) checkVariables(at Pos, text string, known map[string]bool) {
	if !strings.Contains(text, "$") {
		return
	}
	said := map[string]bool{}
	for _, m := range variableMark().FindAllStringSubmatch(text, -1) {
		name := strings.ToLower(m[2])
		upper := m[2] == strings.ToUpper(m[2])
		if known[name] && upper || said[m[1]] || strings.Contains(text, m[1]+"=") || strings.HasPrefix(m[0], "${") && !strings.HasSuffix(m[0], "}") {
			continue
		}
		said[m[1]] = true
		pos, n := l.findBelow(at, m[0])
		if known[name] {
			l.warn(codeNotCaptured, pos, n, fmt.Sprintf("%s is empty here", m[0]), didYouMean("$"+CaptureVariable(name)))
			continue
		}
		l.warn(codeNotCaptured, pos, n, fmt.Sprintf("%s is empty here", m[0]),
			orElse(l.suggest(name, slices.Sorted(maps.Keys(known))), "no check of a task before it says capture: "+name))
	}
}

// findBelow looks for a text from a place to the end of what stands there.
func (l *loader) findBelow(at Pos, text string) (Pos, int) {
	const below = 400
	for n := at.Line; n < at.Line+below; n++ {
		if i := strings.Index(l.line(at.File, n), text); i >= 0 {
			return Pos{File: at.File, Line: n, Col: i + 1}, len(text)
		}
	}
	return at, 0
}

// Unkept stands in a text for a value that a check captures and has not yet: the task
// was not done so far, or was passed over.
const Unkept = "…"

// Shown are values as the texts of the task say them, for FillIn: also those that
// are not there yet.
func (t *Task) Shown(values map[string]string) map[string]string {
	shown := maps.Clone(values)
	if shown == nil {
		shown = map[string]string{}
	}
	for _, name := range t.Captured {
		if _, ok := shown[name]; !ok {
			shown[name] = Unkept
		}
	}
	return shown
}

// FillIn puts captured values into a Markdown text, in place of {{NAME}}. Values
// are text, never Markdown: what would mean something there is written so that it
// does not. A name without a value stays as it is written; see Task.Shown.
func FillIn(markdown string, values map[string]string) string {
	if len(values) == 0 || !strings.Contains(markdown, "{{") {
		return markdown
	}
	var b strings.Builder
	fenced := ""
	for i, line := range strings.Split(markdown, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		trimmed := strings.TrimLeft(line, " >")
		run := trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, "`~"))]
		switch {
		case fenced == "" && len(run) >= 3 && strings.Trim(run, run[:1]) == "":
			fenced = run
		case fenced != "" && strings.HasPrefix(trimmed, fenced) && strings.Trim(trimmed, fenced[:1]+" ") == "":
			fenced = ""
		case fenced != "":
			line = filled(line, values, func(s string) string { return s })
		default:
			line = fillLine(line, values)
		}
		b.WriteString(line)
	}
	return b.String()
}

// fillLine fills in a line outside of blocks of code.
func fillLine(line string, values map[string]string) string {
	var b strings.Builder
	for line != "" {
		tick := strings.IndexByte(line, '`')
		if tick < 0 {
			tick = len(line)
		}
		b.WriteString(filled(line[:tick], values, escaped))
		line = line[tick:]
		if line == "" {
			break
		}
		end := codeSpanLen(line)
		b.WriteString(filled(line[:end], values, func(s string) string { return strings.ReplaceAll(s, "`", "'") }))
		line = line[end:]
	}
	return b.String()
}

func filled(text string, values map[string]string, write func(string) string) string {
	return captureMark().ReplaceAllStringFunc(text, func(m string) string {
		value, ok := values[strings.Trim(m, "{}")]
		if !ok {
			return m
		}
		return write(strings.Join(strings.Fields(value), " "))
	})
}

// escaped is a text in Markdown in which nothing means anything but itself.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
